from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from goldseam.core.base import Append, DropDraft, Erase, Outcome, Refusal, Refused, VaultKind
from goldseam.core.desk import DESK, Desk, Lies, keep_hours
from goldseam.core.kindness import (
    A_DAY,
    FOR_ONESELF,
    KINDNESS,
    MOST_A_DAY,
    MOST_GIVEN,
    MOST_WORDS,
    NOTICED,
    ON_THE_DESK,
    TRANSITIONS,
    KindWord,
    KindWordGiven,
    KindWordKept,
    KindWords,
    KindWordState,
    KindWordWithdrawn,
    be_quiet,
    forget,
    give,
    keep,
    newest,
    put_away,
    read,
    show_again,
    waits,
    withdraw,
)
from goldseam.core.transitions import START as BEFORE
from goldseam.core.transitions import Table, Transition
from tests.core.examples import ID, OTHER
from tests.core.two_people import ALICE, BOB, START, TODAY, TwoPeople, folds_alike, refused

SEEN = "You rang before you were late."
HERE = "the place of the two"


def words(two: TwoPeople) -> KindWords:
    return two.shared.folded(KINDNESS)


def desk(two: TwoPeople, slot: int = ALICE) -> Desk:
    return two.log(VaultKind.DESK, slot).folded(DESK)


def given(two: TwoPeople, **more: Any) -> Outcome:
    wished = {"space": "active", "by": BOB, "id": ID, "noticed": SEEN, "now": START, **more}
    return give(words(two), **wished)


def withdrawn(two: TwoPeople, by: int = BOB, space: str = "active", id: str = ID) -> Outcome:
    return withdraw(words(two), space=space, by=by, id=id)


def waiting(
    two: TwoPeople, slot: int = ALICE, today: date = TODAY, minute: int = 720, space: str = HERE
) -> bool:
    return waits(words(two), desk(two, slot), space=space, slot=slot, today=today, minute=minute)


@pytest.fixture
def two() -> TwoPeople:
    """Bob gave Alice a kind word."""
    people = TwoPeople()
    people.do(given(people), BOB)
    return people


class TestGiving:
    def test_keeps_the_words_in_the_log_and_drops_the_draft(self) -> None:
        append, dropped = given(TwoPeople(), noticed=f"{SEEN}\r\n", meant=" I slept. ", draft=OTHER)
        body = KindWordGiven(id=ID, noticed=SEEN, meant="I slept.")
        assert append == Append(VaultKind.SHARED, body, ID)
        assert dropped == DropDraft(OTHER)

    def test_leaves_only_a_place_and_a_time_in_the_state(self, two: TwoPeople) -> None:
        assert words(two).notes == {ID: KindWord(BOB, START, 1)}
        assert words(two).notes[ID].state is KindWordState.GIVEN
        assert two.shared.body(1) == KindWordGiven(id=ID, noticed=SEEN)

    def test_twice_gives_once(self, two: TwoPeople) -> None:
        with refused(Refusal.ALREADY_DONE):
            given(two)

    def test_says_by_the_field_what_is_empty_or_too_long(self) -> None:
        two = TwoPeople()
        with refused(Refusal.EMPTY, "noticed"):
            given(two, noticed=" \n ")
        assert given(two, noticed="a" * MOST_WORDS, meant="b" * MOST_WORDS)
        for field in ("noticed", "meant"):
            with refused(Refusal.TOO_LONG, field):
                given(two, **{field: "a" * (MOST_WORDS + 1)})

    @pytest.mark.parametrize(
        ("space", "refusal"),
        [
            ("open", Refusal.ALONE),
            ("paused", Refusal.PAUSED),
            ("separated", Refusal.FROZEN),
            ("closed", Refusal.FROZEN),
        ],
    )
    def test_is_for_two_who_are_there(self, space: str, refusal: Refusal) -> None:
        with refused(refusal):
            given(TwoPeople(), space=space)

    def test_is_no_flood(self) -> None:
        """Each of the two has a few a day; those of the other, and of a day ago, do not count."""
        two = TwoPeople()
        for number in range(MOST_A_DAY):
            two.do(given(two, id=f"bob {number}"), BOB)
        with refused(Refusal.ENOUGH_TODAY):
            given(two, id="one more")
        assert given(two, id="of the other", by=ALICE)
        with refused(Refusal.ENOUGH_TODAY):
            given(two, id="too early", now=START + A_DAY - timedelta(seconds=1))
        assert given(two, id="a day later", now=START + A_DAY)

    def test_is_no_flood_by_giving_and_taking_back(self) -> None:
        two = TwoPeople()
        for number in range(MOST_A_DAY):
            two.do(given(two, id=f"bob {number}"), BOB)
            two.do(withdrawn(two, id=f"bob {number}"), BOB)
        with refused(Refusal.ENOUGH_TODAY):
            given(two, id="one more")
        folds_alike(two.shared, KINDNESS)
        assert given(two, id="a day later", now=START + 2 * A_DAY)

    def test_ends_somewhere(self) -> None:
        """Among those that stand: to take one back makes room for one."""
        full = {str(number): KindWord(BOB, START, number + 1) for number in range(MOST_GIVEN)}
        later = START + A_DAY
        with refused(Refusal.FULL):
            give(KindWords(full), space="active", by=BOB, id=ID, noticed=SEEN, now=later)
        assert give(KindWords(full), space="active", by=ALICE, id=ID, noticed=SEEN, now=later)
        less = KindWords(full | {"0": KindWord(BOB, START)})
        assert give(less, space="active", by=BOB, id=ID, noticed=SEEN, now=later)


class TestTakingBack:
    @pytest.mark.parametrize("space", ["active", "paused", "separated"])
    def test_erases_it_and_leaves_a_gap_without_a_day(self, two: TwoPeople, space: str) -> None:
        outcome = withdrawn(two, space=space)
        assert outcome == (
            Append(VaultKind.SHARED, KindWordWithdrawn(id=ID)),
            Erase(VaultKind.SHARED, 1),
        )
        two.do(outcome, BOB)
        assert words(two).notes == {ID: KindWord(BOB, two.shared.lines[1].entry.at)}  # type: ignore[union-attr]
        assert words(two).notes[ID].state is KindWordState.WITHDRAWN
        assert newest(words(two), BOB) == 0 and not waiting(two)
        folds_alike(two.shared, KINDNESS)

    def test_is_the_givers_alone_and_once(self, two: TwoPeople) -> None:
        with refused(Refusal.NOT_FOUND):
            withdrawn(two, id=OTHER)
        with refused(Refusal.NOT_YOURS):
            withdrawn(two, by=ALICE)
        with refused(Refusal.FROZEN):
            withdrawn(two, space="closed")
        two.do(withdrawn(two), BOB)
        with refused(Refusal.WITHDRAWN):
            withdrawn(two)
        with refused(Refusal.ALREADY_DONE):
            given(two)

    def test_of_a_note_of_the_other_is_not_believed(self, two: TwoPeople) -> None:
        """A log that says so was not written by a decision; the note stands."""
        two.shared.append(KindWordWithdrawn(id=ID), ALICE)
        assert words(two).notes[ID].state is KindWordState.GIVEN

    def test_makes_no_room_for_the_same_id(self, two: TwoPeople) -> None:
        two.do(withdrawn(two), BOB)
        two.shared.append(KindWordGiven(id=ID, noticed=SEEN), BOB)
        assert words(two).notes[ID].state is KindWordState.WITHDRAWN


class TestReceiving:
    def test_waits_for_the_other_until_it_is_read_or_put_away(self, two: TwoPeople) -> None:
        assert waiting(two) and not waiting(two, BOB)
        two.do(read(words(two), desk(two), by=ALICE, id=ID))
        assert not waiting(two)
        assert read(words(two), desk(two), by=ALICE, id=ID) == ()
        two.do(put_away(words(two), desk(two), by=ALICE, id=ID))
        assert not waiting(two) and desk(two).kind_words[ID] is Lies.AWAY
        assert put_away(words(two), desk(two), by=ALICE, id=ID) == ()
        two.do(read(words(two), desk(two), by=ALICE, id=ID))
        assert desk(two).kind_words[ID] is Lies.OPENED
        folds_alike(two.log(VaultKind.DESK, ALICE), DESK)

    def test_is_put_away_unread_and_nothing_in_the_place_of_both_moves(self, two: TwoPeople) -> None:
        before = list(two.shared.entries)
        two.do(put_away(words(two), desk(two), by=ALICE, id=ID))
        assert not waiting(two)
        assert two.shared.entries == before

    @pytest.mark.parametrize("act", [read, put_away])
    def test_is_the_receivers_own(self, two: TwoPeople, act: Any) -> None:
        with refused(Refusal.NOT_FOUND):
            act(words(two), desk(two), by=ALICE, id=OTHER)
        with refused(Refusal.NOT_YOURS):
            act(words(two), desk(two, BOB), by=BOB, id=ID)
        two.do(withdrawn(two), BOB)
        with refused(Refusal.WITHDRAWN):
            act(words(two), desk(two), by=ALICE, id=ID)

    def test_can_be_quiet_until_a_day(self, two: TwoPeople) -> None:
        two.do(be_quiet(space=HERE, until=TODAY + timedelta(days=7)))
        assert not waiting(two)
        assert not waiting(two, today=TODAY + timedelta(days=6))
        assert waiting(two, today=TODAY + timedelta(days=7))
        assert waiting(two, space="another place")

    def test_waits_for_the_own_reading_hours(self, two: TwoPeople) -> None:
        two.do(keep_hours(start=9 * 60, end=21 * 60))
        assert waiting(two) and not waiting(two, minute=3 * 60)
        two.do(keep_hours(start=None, end=None))
        assert waiting(two, minute=3 * 60)

    def test_can_be_quiet_until_one_asks(self, two: TwoPeople) -> None:
        two.do(be_quiet(space=HERE, until=None))
        assert not waiting(two, today=TODAY + timedelta(days=1000))
        two.do(show_again(desk(two), space=HERE))
        assert waiting(two)
        assert show_again(desk(two), space=HERE) == ()
        folds_alike(two.log(VaultKind.DESK, ALICE), DESK)


class TestKeepingItForOneself:
    def test_writes_into_the_own_log_and_drops_the_draft(self) -> None:
        append, dropped = keep(id=ID, noticed=SEEN, draft=OTHER)
        assert append == Append(VaultKind.PRIVATE, KindWordKept(id=ID, noticed=SEEN), ID)
        assert dropped == DropDraft(OTHER)
        assert keep(id=ID, noticed=SEEN) == (append,)

    def test_is_refused_by_the_field(self) -> None:
        with refused(Refusal.EMPTY, "noticed"):
            keep(id=ID, noticed="")
        with refused(Refusal.TOO_LONG, "meant"):
            keep(id=ID, noticed=SEEN, meant="a" * (MOST_WORDS + 1))

    def test_is_erased_for_good(self) -> None:
        two = TwoPeople()
        own = two.log(VaultKind.PRIVATE, ALICE)
        for id in ("a", "b"):
            two.do(keep(id=id, noticed=SEEN))
        two.do(forget(own.folded(NOTICED), id="a"))
        assert own.folded(NOTICED).notes == {"b": 2}
        folds_alike(own, NOTICED)
        with refused(Refusal.NOT_FOUND):
            forget(own.folded(NOTICED), id="a")


def done(outcome: Callable[[], Outcome]) -> bool:
    """Whether a decision does something: not refused, and not done already."""
    try:
        return bool(outcome())
    except Refused:
        return False


def between_the_two(two: TwoPeople) -> str:
    note = words(two).notes.get(ID)
    return note.state if note else BEFORE


def on_the_desk(two: TwoPeople) -> str:
    if between_the_two(two) != KindWordState.GIVEN:
        return BEFORE
    return desk(two).kind_words.get(ID, "new")


def for_oneself(two: TwoPeople) -> str:
    return "kept" if ID in two.log(VaultKind.PRIVATE, ALICE).folded(NOTICED).notes else BEFORE


WHO = {"giver": BOB, "receiver": ALICE, "its writer": ALICE}


def deeds(two: TwoPeople) -> dict[str, tuple[str, Callable[[], Outcome]]]:
    """Every act of the tables: whose it is, and its decision now."""
    return {
        "give": ("giver", lambda: given(two)),
        "comes": ("giver", lambda: given(two)),
        "withdraw": ("giver", lambda: withdrawn(two)),
        "read": ("receiver", lambda: read(words(two), desk(two), by=ALICE, id=ID)),
        "put away": ("receiver", lambda: put_away(words(two), desk(two), by=ALICE, id=ID)),
        "keep": ("its writer", lambda: keep(id=ID, noticed=SEEN)),
        "erase": ("its writer", lambda: forget(two.log(VaultKind.PRIVATE, ALICE).folded(NOTICED), id=ID)),
    }


@pytest.mark.parametrize(
    ("table", "events", "state_of"),
    [
        (TRANSITIONS, ("give", "withdraw"), between_the_two),
        (ON_THE_DESK, ("comes", "read", "put away"), on_the_desk),
        (FOR_ONESELF, ("keep", "erase"), for_oneself),
    ],
)
def test_the_tables_are_what_the_decisions_do(
    table: Table, events: tuple[str, ...], state_of: Callable[[TwoPeople], str]
) -> None:
    """Every way of four acts, each tried where it is allowed and where it is not: what moves is what is drawn."""
    moved = set()
    for way in product(events, repeat=4):
        two = TwoPeople()
        for event in way:
            who, decide = deeds(two)[event]
            before = state_of(two)
            kept_already = event == "keep" and before != BEFORE  # the store refuses a second row
            if not kept_already and done(decide):
                two.do(decide(), WHO[who])
                moved.add(Transition(before, event, who, state_of(two)))
    assert moved == set(table)


def test_a_step_leaves_other_lines_alone(two: TwoPeople) -> None:
    two.shared.erase(1, BOB)
    assert words(two).notes == {}
    folds_alike(two.shared, KINDNESS)
