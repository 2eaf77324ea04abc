from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from goldseam.core.base import Refusal, VaultKind
from goldseam.core.desk import DESK, Desk
from goldseam.core.letters import (
    LETTERS,
    LetterKind,
    Letters,
    Waiting,
    answers_for,
    open_letter,
    put_away,
    see_answer,
    take_up,
    waiting_for,
)
from tests.core.examples import ID, OTHER
from tests.core.test_letters import MISSING, answered, revised, sent, withdrawn
from tests.core.two_people import ALICE, BOB, TODAY, TwoPeople, refused


@pytest.fixture
def two() -> TwoPeople:
    people = TwoPeople()
    people.do(sent(people), BOB)
    return people


def letters(two: TwoPeople) -> Letters:
    return two.shared.folded(LETTERS)


def desk(two: TwoPeople, slot: int = ALICE) -> Desk:
    return two.log(VaultKind.DESK, slot).folded(DESK)


def waits(two: TwoPeople, slot: int = ALICE, days: int = 0) -> tuple[Waiting, ...]:
    return waiting_for(letters(two), desk(two, slot), slot, TODAY + timedelta(days=days))


def opened(two: TwoPeople) -> Any:
    return open_letter(letters(two), desk(two), by=ALICE, id=ID)


def test_a_letter_waits_with_its_kind_and_nothing_of_what_it_says(two: TwoPeople) -> None:
    assert waits(two) == (Waiting(ID, LetterKind.ACCOUNT, 1, opened=False),)
    assert waits(two, BOB) == ()


def test_opening_and_putting_away_leave_the_shared_log_as_it_is(two: TwoPeople) -> None:
    before = list(two.shared.entries)
    two.do(opened(two), ALICE)
    two.do(put_away(letters(two), by=ALICE, id=ID), ALICE)
    two.do(take_up(desk(two), id=ID), ALICE)
    assert two.shared.entries == before
    assert desk(two, BOB) == Desk()


def test_opening_twice_is_kept_once(two: TwoPeople) -> None:
    two.do(opened(two), ALICE)
    assert opened(two) == ()
    assert waits(two) == (Waiting(ID, LetterKind.ACCOUNT, 1, opened=True),)


def test_what_is_put_away_does_not_wait_until_it_is_looked_for(two: TwoPeople) -> None:
    two.do(opened(two), ALICE)
    two.do(put_away(letters(two), by=ALICE, id=ID), ALICE)
    assert waits(two, days=1000) == ()
    two.do(opened(two), ALICE)
    assert len(waits(two)) == 1


def test_what_is_put_away_for_a_time_waits_again_on_its_day(two: TwoPeople) -> None:
    two.do(put_away(letters(two), by=ALICE, id=ID, until=TODAY + timedelta(days=7)), ALICE)
    assert waits(two, days=6) == ()
    assert len(waits(two, days=7)) == 1
    two.do(take_up(desk(two), id=ID), ALICE)
    assert len(waits(two)) == 1


def test_another_version_waits_although_the_first_was_put_away(two: TwoPeople) -> None:
    two.do(opened(two), ALICE)
    two.do(answered(two, **MISSING), ALICE)
    two.do(put_away(letters(two), by=ALICE, id=ID), ALICE)
    assert waits(two) == ()
    two.do(revised(two), BOB)
    assert waits(two) == (Waiting(ID, LetterKind.ACCOUNT, 2, opened=False),)


def test_nothing_waits_once_answered_or_withdrawn(two: TwoPeople) -> None:
    two.do(answered(two, answer="not_ready"), ALICE)
    assert waits(two) == ()
    two.do(withdrawn(two), BOB)
    assert waits(two) == ()


def test_an_answer_waits_for_its_writer_until_seen(two: TwoPeople) -> None:
    assert answers_for(letters(two), desk(two, BOB), BOB) == ()
    two.do(answered(two, **MISSING), ALICE)
    assert answers_for(letters(two), desk(two, BOB), BOB) == (ID,)
    assert answers_for(letters(two), desk(two), ALICE) == ()
    two.do(see_answer(letters(two), desk(two, BOB), by=BOB, id=ID), BOB)
    assert answers_for(letters(two), desk(two, BOB), BOB) == ()
    assert see_answer(letters(two), desk(two, BOB), by=BOB, id=ID) == ()
    two.do(answered(two), ALICE)
    assert answers_for(letters(two), desk(two, BOB), BOB) == (ID,)


def test_the_desk_refuses_by_name(two: TwoPeople) -> None:
    for act in (put_away, lambda letters, **asked: open_letter(letters, desk(two), **asked)):
        with refused(Refusal.NOT_FOUND):
            act(letters(two), by=ALICE, id=OTHER)
        with refused(Refusal.NOT_YOURS):
            act(letters(two), by=BOB, id=ID)
    with refused(Refusal.NOT_FOUND):
        take_up(desk(two), id=ID)
    with refused(Refusal.NOT_FOUND):
        see_answer(letters(two), desk(two), by=BOB, id=ID)
    with refused(Refusal.NOT_FOUND):
        see_answer(letters(two), desk(two), by=BOB, id=OTHER)
    two.do(answered(two), ALICE)
    with refused(Refusal.NOT_YOURS):
        see_answer(letters(two), desk(two), by=ALICE, id=ID)
    two.do(withdrawn(two), BOB)
    with refused(Refusal.WITHDRAWN):
        opened(two)
    with refused(Refusal.WITHDRAWN):
        put_away(letters(two), by=ALICE, id=ID)
