"""What is news to a page that is open, and what never is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldseam.core.breaches import ACCOUNTS
from goldseam.core.desk import Desk, Hours
from goldseam.core.home import Together
from goldseam.core.kindness import KINDNESS
from goldseam.core.kindness import withdraw as withdraw_kind_word
from goldseam.core.letters import LETTERS, take_back_answer
from goldseam.core.news import Seen, ended, is_news, read, seen, written
from tests.core.examples import ID
from tests.core.test_home import shared
from tests.core.test_kindness import given as kind_word_given
from tests.core.test_letters import MISSING, answered, revised, sent, withdrawn
from tests.core.two_people import ALICE, BOB, TODAY, TwoPeople

NOON, NIGHT = 12 * 60, 2 * 60
DAYTIME = Desk(hours=Hours(9 * 60, 21 * 60))


def seen_by(
    two: TwoPeople, slot: int, *, state: str = "active", minute: int = NOON, desk: Desk = DAYTIME
) -> tuple[Seen, ...]:
    folds = (two.shared.folded(fold) for fold in (LETTERS, ACCOUNTS, KINDNESS))
    here = Together("space", state, slot, *folds)  # type: ignore[arg-type]
    return seen([here], desk=desk, today=TODAY, minute=minute)


@pytest.fixture
def two() -> TwoPeople:
    """Bob's letter is with Alice, who said which part is missing."""
    people = TwoPeople()
    people.do(sent(people), BOB)
    people.do(answered(people, **MISSING), ALICE)
    return people


def send_a_letter(two: TwoPeople) -> None:
    two.do(sent(two, id="another"), BOB)


def revise_it(two: TwoPeople) -> None:
    two.do(revised(two), BOB)


def show_what_happened(two: TwoPeople) -> None:
    shared(two, BOB, "broke_trust")


def give_a_kind_word(two: TwoPeople) -> None:
    two.do(kind_word_given(two), BOB)


@pytest.mark.parametrize("act", [send_a_letter, revise_it, show_what_happened, give_a_kind_word])
def test_what_one_sends_is_news_to_the_other_alone(two: TwoPeople, act: Callable[[TwoPeople], None]) -> None:
    before = {slot: seen_by(two, slot) for slot in (ALICE, BOB)}
    act(two)
    assert is_news(before[ALICE], seen_by(two, ALICE))
    assert not is_news(before[BOB], seen_by(two, BOB))


def test_an_answer_is_news_to_the_writer_alone(two: TwoPeople) -> None:
    before = {slot: seen_by(two, slot) for slot in (ALICE, BOB)}
    two.do(answered(two), ALICE)
    assert is_news(before[BOB], seen_by(two, BOB))
    assert not is_news(before[ALICE], seen_by(two, ALICE))


def test_what_is_taken_back_is_no_news_to_anybody(two: TwoPeople) -> None:
    before = {slot: seen_by(two, slot) for slot in (ALICE, BOB)}
    two.do(take_back_answer(two.shared.folded(LETTERS), by=ALICE, id=ID, space="active"), ALICE)
    assert not any(is_news(before[slot], seen_by(two, slot)) for slot in (ALICE, BOB))
    two.do(withdrawn(two), BOB)
    assert not any(is_news(before[slot], seen_by(two, slot)) for slot in (ALICE, BOB))
    give_a_kind_word(two)
    two.do(withdraw_kind_word(two.shared.folded(KINDNESS), space="active", by=BOB, id=ID), BOB)
    assert not any(is_news(before[slot], seen_by(two, slot)) for slot in (ALICE, BOB))


def test_a_kind_word_is_no_news_while_none_is_wanted(two: TwoPeople) -> None:
    quiet = Desk(kind_quiet={"space": None})
    before = seen_by(two, ALICE, desk=quiet)
    give_a_kind_word(two)
    assert not is_news(before, seen_by(two, ALICE, desk=quiet))
    assert is_news(before, seen_by(two, ALICE))


def test_a_letter_after_one_that_was_taken_back_is_news(two: TwoPeople) -> None:
    before = seen_by(two, ALICE)
    two.do(withdrawn(two), BOB)
    send_a_letter(two)
    assert is_news(before, seen_by(two, ALICE))


@pytest.mark.parametrize("act", [send_a_letter, give_a_kind_word])
def test_what_comes_at_night_is_news_in_the_morning(two: TwoPeople, act: Callable[[TwoPeople], None]) -> None:
    before = seen_by(two, ALICE, minute=NIGHT)
    act(two)
    assert not is_news(before, seen_by(two, ALICE, minute=NIGHT))
    assert is_news(before, seen_by(two, ALICE, minute=NOON))


def test_the_evening_is_no_news(two: TwoPeople) -> None:
    assert not is_news(seen_by(two, ALICE), seen_by(two, ALICE, minute=NIGHT))


def test_an_account_at_night_and_an_answer_at_night_are_news(two: TwoPeople) -> None:
    """Reading hours are for letters and kind words: Home holds nothing else back."""
    before = {slot: seen_by(two, slot, minute=NIGHT) for slot in (ALICE, BOB)}
    show_what_happened(two)
    two.do(answered(two), ALICE)
    assert all(is_news(before[slot], seen_by(two, slot, minute=NIGHT)) for slot in (ALICE, BOB))


def test_another_state_is_news_to_both(two: TwoPeople) -> None:
    for slot in (ALICE, BOB):
        assert is_news(seen_by(two, slot), seen_by(two, slot, state="paused"))


def test_the_end_of_a_pairing_is_news_once(two: TwoPeople) -> None:
    over = (ended("space", "separated"),)
    assert is_news(seen_by(two, BOB), over)
    assert not is_news(over, over)


def test_a_space_that_came_or_went_is_none(two: TwoPeople) -> None:
    here = seen_by(two, ALICE)
    assert not is_news(here, ())
    assert not is_news((), here)


NUMBERS = st.integers(0, 10**9 - 1)
SEEN = st.builds(Seen, st.uuids().map(str), st.sampled_from(["active", "paused"]), *[NUMBERS] * 4)


@given(st.lists(SEEN, max_size=5))
def test_it_is_carried_by_a_page_and_comes_back(found: list[Seen]) -> None:
    assert read(written(found)) == tuple(found)


@pytest.mark.parametrize(
    "text", ["", "x", "a:b:1:2:3", "a:b:1:2:3:x", "a:b:1:2:3:-3", "a:b:1:2:3:٣", f"a:b:1:2:3:{'9' * 4000}"]
)
def test_anything_else_says_nothing(text: str) -> None:
    assert read(text) == ()
