from __future__ import annotations

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from goldseam.core.base import Erase, Refusal, Refused, VaultKind
from goldseam.core.spaces import (
    ACCEPTS,
    MEMBERS,
    TRANSITIONS,
    Event,
    Member,
    MemberJoined,
    Members,
    Space,
    SpaceState,
    allowed,
    join,
    move,
    must_give_back,
    must_take_words,
    rename,
)
from goldseam.core.transitions import START
from goldseam.core.words import MAX_NAME
from tests.core.two_people import ALICE, BOB, TwoPeople, folds_alike, refused

OPEN = Space()
ACTIVE = Space(SpaceState.ACTIVE)
LEFT = Space(SpaceState.SEPARATED)


def paused(*by: int) -> Space:
    return Space(SpaceState.PAUSED, tuple(by))


@pytest.mark.parametrize(
    ("before", "event", "by", "after"),
    [
        (None, Event.INVITE, ALICE, OPEN),
        (OPEN, Event.INVITE, ALICE, OPEN),
        (OPEN, Event.ACCEPT, BOB, ACTIVE),
        (OPEN, Event.LEAVE, ALICE, Space(SpaceState.CLOSED)),
        (ACTIVE, Event.PAUSE, BOB, paused(BOB)),
        (paused(BOB), Event.PAUSE, ALICE, paused(ALICE, BOB)),
        (paused(ALICE, BOB), Event.RESUME, ALICE, paused(BOB)),
        (paused(BOB), Event.RESUME, BOB, ACTIVE),
        (ACTIVE, Event.LEAVE, BOB, LEFT),
        (paused(ALICE), Event.LEAVE, BOB, LEFT),
        (LEFT, Event.FORGET, BOB, Space(SpaceState.SEPARATED, gone=(BOB,))),
        (
            Space(SpaceState.SEPARATED, gone=(BOB,)),
            Event.FORGET,
            ALICE,
            Space(SpaceState.CLOSED, gone=(0, 1)),
        ),
    ],
)
def test_what_moves_a_space(before: Space | None, event: Event, by: int, after: Space) -> None:
    assert move(before, event, by=by) == after


@pytest.mark.parametrize(
    ("before", "event", "by", "refusal"),
    [
        (None, Event.INVITE, BOB, Refusal.NOT_YOURS),
        (None, Event.LEAVE, ALICE, Refusal.NOT_ALLOWED),
        (OPEN, Event.ACCEPT, ALICE, Refusal.NOT_YOURS),
        (OPEN, Event.LEAVE, BOB, Refusal.NOT_YOURS),
        (OPEN, Event.PAUSE, ALICE, Refusal.ALONE),
        (OPEN, Event.RESUME, ALICE, Refusal.ALONE),
        (OPEN, Event.FORGET, ALICE, Refusal.NOT_ALLOWED),
        (ACTIVE, Event.ACCEPT, BOB, Refusal.ALREADY_DONE),
        (ACTIVE, Event.RESUME, BOB, Refusal.ALREADY_DONE),
        (ACTIVE, Event.INVITE, ALICE, Refusal.NOT_ALLOWED),
        (ACTIVE, Event.FORGET, ALICE, Refusal.NOT_ALLOWED),
        (paused(BOB), Event.PAUSE, BOB, Refusal.ALREADY_DONE),
        (paused(BOB), Event.RESUME, ALICE, Refusal.NOT_YOURS),
        (LEFT, Event.LEAVE, ALICE, Refusal.ALREADY_DONE),
        (LEFT, Event.PAUSE, ALICE, Refusal.FROZEN),
        (LEFT, Event.ACCEPT, ALICE, Refusal.FROZEN),
        (Space(SpaceState.SEPARATED, gone=(BOB,)), Event.FORGET, BOB, Refusal.ALREADY_DONE),
        (Space(SpaceState.CLOSED, gone=(0, 1)), Event.FORGET, BOB, Refusal.FROZEN),
    ],
)
def test_what_does_not(before: Space | None, event: Event, by: int, refusal: Refusal) -> None:
    with refused(refusal):
        move(before, event, by=by)


def test_leaving_is_open_to_both_from_every_state_of_two() -> None:
    for space in (ACTIVE, paused(ALICE), paused(BOB), paused(ALICE, BOB)):
        for by in (ALICE, BOB):
            assert move(space, Event.LEAVE, by=by) == LEFT
        assert allowed(space.state, "leave")
    assert not allowed(SpaceState.SEPARATED, "leave")
    assert allowed(START, "invite")


def test_what_a_space_accepts() -> None:
    assert set(ACCEPTS) == set(SpaceState)
    must_take_words("active")
    for state, refusal in (
        ("open", Refusal.ALONE),
        ("paused", Refusal.PAUSED),
        ("separated", Refusal.FROZEN),
        ("closed", Refusal.FROZEN),
    ):
        with refused(refusal):
            must_take_words(state)
    for state in ("open", "active", "paused", "separated"):
        must_give_back(state)
    with refused(Refusal.FROZEN):
        must_give_back("closed")
    with pytest.raises(ValueError, match="not a valid"):
        must_take_words("thawed")


class ASpace(RuleBasedStateMachine):
    """Two people do anything, in any order; the table says all that can happen."""

    def __init__(self) -> None:
        super().__init__()
        self.space: Space | None = None
        self.told: list[tuple[Event, int]] = []

    @rule(event=st.sampled_from(Event), by=st.sampled_from((ALICE, BOB)))
    def someone_does_something(self, event: Event, by: int) -> None:
        source = START if self.space is None else self.space.state
        known = {row.target for row in TRANSITIONS if (row.source, row.event) == (source, event)}
        before = self.space
        try:
            self.space = move(self.space, event, by=by)
        except Refused:
            assert self.space == before
        else:
            assert self.space.state in known
            self.told.append((event, by))

    @precondition(lambda self: self.space is not None and self.space.state in ("active", "paused"))
    @rule(by=st.sampled_from((ALICE, BOB)))
    def anyone_can_leave_now(self, by: int) -> None:
        assert self.space is not None
        assert move(self.space, Event.LEAVE, by=by).state is SpaceState.SEPARATED

    @invariant()
    def a_pause_is_lifted_only_by_the_one_who_made_it(self) -> None:
        if self.space is None or self.space.state not in ("active", "paused"):
            return
        standing = set()
        for event, by in self.told:
            if event is Event.PAUSE:
                standing.add(by)
            elif event is Event.RESUME:
                standing.discard(by)
        assert set(self.space.paused_by) == standing
        assert (self.space.state is SpaceState.PAUSED) == bool(standing)

    @invariant()
    def what_ended_stays_ended(self) -> None:
        left = any(event is Event.LEAVE for event, _ in self.told)
        ended = self.space is not None and self.space.state in ("separated", "closed")
        assert left == ended

    @invariant()
    def replay_gives_the_same(self) -> None:
        again: Space | None = None
        for event, by in self.told:
            again = move(again, event, by=by)
        assert again == self.space
        if again is not None:
            assert msgspec.msgpack.decode(msgspec.msgpack.encode(again), type=Space) == again


TestASpace = ASpace.TestCase
TestASpace.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


class TestMembers:
    def test_join_with_a_name_and_a_key_that_stays(self) -> None:
        two = TwoPeople()
        two.do(join(Members(), by=ALICE, name=" Alice ", public=b"a"), ALICE)
        two.do(join(two.shared.folded(MEMBERS), by=BOB, name="Bob", public=b"b"), BOB)
        with refused(Refusal.ALREADY_DONE):
            join(two.shared.folded(MEMBERS), by=BOB, name="Bob", public=b"other")
        two.shared.append(MemberJoined(name="Bob", public=b"other"), BOB)
        two.do(rename(two.shared.folded(MEMBERS), space="active", by=BOB, name="Robert"), BOB)

        members = two.shared.folded(MEMBERS)
        assert members.slots == {ALICE: Member("Alice", b"a"), BOB: Member("Robert", b"b")}
        assert members.name_of(BOB) == "Robert"
        folds_alike(two.shared, MEMBERS)

    def test_are_refused_by_name(self) -> None:
        with refused(Refusal.EMPTY, "name"):
            join(Members(), by=ALICE, name="\u200b", public=b"a")
        with refused(Refusal.TOO_LONG, "name"):
            join(Members(), by=ALICE, name="a" * (MAX_NAME + 1), public=b"a")
        with refused(Refusal.NOT_FOUND):
            rename(Members(), space="active", by=ALICE, name="Alice")
        with refused(Refusal.PAUSED):
            rename(Members(), space="paused", by=ALICE, name="Alice")

    def test_whose_joining_was_erased_have_no_name(self) -> None:
        two = TwoPeople()
        two.do(join(Members(), by=ALICE, name="Alice", public=b"a"), ALICE)
        two.do(join(two.shared.folded(MEMBERS), by=BOB, name="Bob", public=b"b"), BOB)
        two.do((Erase(VaultKind.SHARED, 2),), BOB)

        members = two.shared.folded(MEMBERS)
        assert members.name_of(ALICE) == "Alice" and members.name_of(BOB) is None
        folds_alike(two.shared, MEMBERS)
