from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from goldseam.core.base import VaultKind
from goldseam.core.breaches import ACCOUNTS, Kind, Named, NamedBreach, Role, Size, share
from goldseam.core.desk import DESK, Desk, Hours, enough
from goldseam.core.home import (
    FIRST_DAYS,
    REASONS,
    STEPS,
    NextThing,
    Together,
    Waits,
    evening,
    next_thing,
    not_today,
    waiting,
)
from goldseam.core.kindness import KINDNESS, KindWordGiven
from goldseam.core.letters import LETTERS, LetterKind
from tests.core.examples import ID, OTHER
from tests.core.test_letters import MISSING, answered, revised, sent, withdrawn
from tests.core.two_people import ALICE, BOB, TODAY, WILLING, TwoPeople

LONG_AGO = TODAY - timedelta(days=100)
NAMED_ONE = Named({ID: NamedBreach(1, None, (Kind.LIE_OR_HIDDEN,), Size.ONE_EVENT, Role.HURT)})


def desk(two: TwoPeople, slot: int) -> Desk:
    return two.log(VaultKind.DESK, slot).folded(DESK)


def together(two: TwoPeople, slot: int, state: str = "active") -> Together:
    letters, accounts = two.shared.folded(LETTERS), two.shared.folded(ACCOUNTS)
    return Together("space", state, slot, letters, accounts, two.shared.folded(KINDNESS))


def offered(two: TwoPeople, slot: int = BOB, **more: Any) -> Iterator[NextThing]:
    """All that Home would suggest, as one "not today" follows the other."""
    given = {"signed_up": LONG_AGO, "today": TODAY, "together": (together(two, slot),), **more}
    off = Desk(off_day=given["today"])
    while (thing := next_thing(desk=off, **given)) is not None:
        yield thing
        off = Desk(off_day=given["today"], off=(*off.off, thing.step))


def shared(two: TwoPeople, by: int, role: str, id: str = ID) -> None:
    given: dict[str, Any] = {"space": "active", "kinds": ["broken_promises"], "words": "I said Friday."}
    two.do(
        share(two.shared.folded(ACCOUNTS), by=by, id=id, account=f"{id}{by}", role=role, **given, **WILLING),
        by,
    )


def ids(things: Iterator[NextThing]) -> list[str]:
    return [thing.id for thing in things]


@pytest.fixture
def owned() -> TwoPeople:
    """Bob said openly that he broke trust."""
    two = TwoPeople()
    shared(two, BOB, "broke_trust")
    return two


class TestTheFirstDays:
    @pytest.mark.parametrize("day", range(FIRST_DAYS))
    def test_ask_for_care_and_the_journal_only(self, owned: TwoPeople, day: int) -> None:
        things = list(offered(owned, signed_up=TODAY - timedelta(days=day)))
        assert {thing.id for thing in things} == {
            "care.steady",
            "care.nothing_to_decide",
            "care.someone",
            "care.breathe",
            "journal.write",
        }
        assert {thing.reason for thing in things} == {"first_days"}

    def test_begin_with_another_thing_each_day(self) -> None:
        firsts = [
            next_thing(signed_up=TODAY, today=TODAY + timedelta(days=day), desk=Desk()) for day in range(5)
        ]
        assert len({thing.id for thing in firsts if thing}) == 5

    def test_count_from_a_day_that_may_be_tomorrow_elsewhere(self) -> None:
        assert next_thing(signed_up=TODAY + timedelta(days=1), today=TODAY, desk=Desk()) is not None


class TestOneThing:
    def test_is_known_and_short_and_its_reason_too(self, owned: TwoPeople) -> None:
        for thing in offered(owned):
            assert thing.minutes == STEPS[thing.id].minutes
            assert 5 <= thing.minutes <= 20
            assert thing.reason in REASONS

    def test_gives_way_to_the_next_when_it_is_not_for_today(self) -> None:
        two = TwoPeople()
        first = next_thing(signed_up=LONG_AGO, today=TODAY, desk=desk(two, ALICE))
        assert first is not None
        two.do(not_today(desk(two, ALICE), step=first.step, today=TODAY))
        second = next_thing(signed_up=LONG_AGO, today=TODAY, desk=desk(two, ALICE))
        assert second is not None and second != first

    def test_is_none_after_enough(self) -> None:
        two = TwoPeople()
        two.do(enough(desk(two, ALICE), today=TODAY))
        assert next_thing(signed_up=LONG_AGO, today=TODAY, desk=desk(two, ALICE)) is None
        tomorrow = TODAY + timedelta(days=1)
        assert next_thing(signed_up=LONG_AGO, today=tomorrow, desk=desk(two, ALICE)) is not None

    def test_needs_no_partner(self) -> None:
        assert ids(offered(TwoPeople(), together=())) == ids(offered(TwoPeople()))

    def test_is_never_reasoned_from_a_private_answer(self) -> None:
        """What was named in private can leave a step out; all that stays says the same."""
        without = list(offered(TwoPeople(), named=None))
        assert list(offered(TwoPeople(), named=Named())) == without
        assert list(offered(TwoPeople(), named=NAMED_ONE)) == [
            thing for thing in without if thing.id != "breaches.name"
        ]

    @pytest.mark.parametrize("role", ["hurt", "i_see_it_differently", "not_said", "both_of_us"])
    def test_is_the_same_for_all_who_did_not_own_the_act(self, owned: TwoPeople, role: str) -> None:
        alone = list(offered(TwoPeople(), ALICE))
        assert list(offered(owned, ALICE)) == alone
        shared(owned, ALICE, role)
        if role != "both_of_us":
            assert list(offered(owned, ALICE)) == alone


class TestTheOneWhoOwnedIt:
    def test_is_prompted_first_and_most(self, owned: TwoPeople) -> None:
        assert next(offered(owned)) == NextThing("letters.first_words", 10, "account_in_ours", "space", ID)
        assert next(offered(owned)).step == f"letters.first_words:{ID}"

    def test_goes_on_to_the_next_letter_when_heard(self, owned: TwoPeople) -> None:
        kinds = [*LetterKind]
        for kind, then in zip(kinds, [*kinds[1:], None], strict=True):
            owned.do(sent(owned, id=kind, kind=kind, breach=ID), BOB)
            assert "letters.while_waiting" in ids(offered(owned))
            assert not [id for id in ids(offered(owned)) if id in {f"letters.{kind}" for kind in kinds}]
            owned.do(answered(owned, id=kind, version=1), ALICE)
            assert next(offered(owned)).id == (f"letters.{then}" if then else ids(offered(owned))[0])
        assert ids(offered(owned)) == ids(offered(TwoPeople()))

    def test_waits_while_the_other_is_not_ready(self, owned: TwoPeople) -> None:
        owned.do(sent(owned, breach=ID), BOB)
        waiting_now = ids(offered(owned))
        owned.do(answered(owned, answer="not_ready"), ALICE)
        assert ids(offered(owned)) == waiting_now
        assert "letters.revise" not in waiting_now

    def test_mends_what_was_missing_and_then_talks(self, owned: TwoPeople) -> None:
        owned.do(sent(owned, breach=ID), BOB)
        for _ in range(2):
            owned.do(answered(owned, **MISSING), ALICE)
            assert next(offered(owned)) == NextThing("letters.revise", 15, "letter_answered", "space", ID)
            owned.do(revised(owned), BOB)
        owned.do(answered(owned, **MISSING), ALICE)
        assert next(offered(owned)) == NextThing("help.talk_or_counsellor", 10, "two_revisions", "space", ID)
        assert "letters.first_words" not in ids(offered(owned))

    def test_writes_again_after_taking_a_letter_back(self, owned: TwoPeople) -> None:
        owned.do(sent(owned, kind="first_words", breach=ID), BOB)
        owned.do(withdrawn(owned), BOB)
        assert next(offered(owned)).id == "letters.first_words"

    def test_is_not_pressed_where_it_is_disputed(self, owned: TwoPeople) -> None:
        owned.do(sent(owned, breach=ID), BOB)
        owned.do(answered(owned, **MISSING), ALICE)
        shared(owned, ALICE, "i_see_it_differently")
        assert ids(offered(owned)) == ids(offered(TwoPeople()))

    def test_is_not_pressed_to_revise_a_letter_about_nothing_owned(self) -> None:
        two = TwoPeople()
        two.do(sent(two), BOB)
        two.do(answered(two, **MISSING), ALICE)
        assert ids(offered(two)) == ids(offered(TwoPeople()))

    @pytest.mark.parametrize("state", ["open", "paused", "separated", "closed"])
    def test_is_left_alone_where_nothing_can_be_sent(self, owned: TwoPeople, state: str) -> None:
        there = (together(owned, BOB, state),)
        assert ids(offered(owned, together=there)) == ids(offered(TwoPeople()))


class TestWhatWaits:
    def waits(self, two: TwoPeople, slot: int, minute: int = 1200, state: str = "active", **more: Any) -> Any:
        own = more.get("desk", desk(two, slot))
        return waiting(desk=own, together=(together(two, slot, state),), today=TODAY, minute=minute)

    def test_is_the_letter_for_its_reader_and_the_answer_for_its_writer(self) -> None:
        two = TwoPeople()
        two.do(sent(two), BOB)
        assert self.waits(two, ALICE) == (Waits("letter", "space", ID, LetterKind.ACCOUNT, opened=False),)
        assert self.waits(two, BOB) == ()
        two.do(answered(two, answer="not_ready"), ALICE)
        assert self.waits(two, ALICE) == ()
        assert self.waits(two, BOB) == (Waits("answer", "space", ID, LetterKind.ACCOUNT, opened=False),)

    def test_shows_letters_in_the_own_reading_hours(self) -> None:
        two = TwoPeople()
        two.do(sent(two), BOB)
        hours = Desk(hours=Hours(1080, 1320))
        assert self.waits(two, ALICE, minute=1100, desk=hours)
        assert self.waits(two, ALICE, minute=600, desk=hours) == ()

    def test_is_one_row_for_kind_words_however_many_in_the_own_reading_hours(self) -> None:
        two = TwoPeople()
        for id in (ID, OTHER):
            two.shared.append(KindWordGiven(id=id, noticed="You made tea."), BOB)
        hours = Desk(hours=Hours(1080, 1320))
        assert self.waits(two, ALICE, minute=1100, desk=hours) == (Waits("kindness", "space"),)
        assert self.waits(two, ALICE, minute=600, desk=hours) == ()
        assert self.waits(two, BOB) == ()
        assert self.waits(two, ALICE, desk=Desk(kind_quiet={"space": None})) == ()

    @pytest.mark.parametrize("state", ["open", "paused", "separated", "closed"])
    def test_is_quiet_where_nothing_can_be_sent(self, state: str) -> None:
        two = TwoPeople()
        two.do(sent(two), BOB)
        two.shared.append(KindWordGiven(id=ID, noticed="You made tea."), BOB)
        assert self.waits(two, ALICE, state=state) == ()


@pytest.mark.parametrize(
    ("hour", "late"), [(22, False), (23, True), (0, True), (4, True), (5, False), (12, False)]
)
def test_home_folds_by_the_clock(hour: int, late: bool) -> None:
    assert evening(hour) is late


def test_every_step_serves_the_method() -> None:
    assert all(step.method for step in STEPS.values())
