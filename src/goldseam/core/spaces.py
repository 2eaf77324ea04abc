"""A space for two: inviting, pausing, leaving, forgetting; and who is in it.

Leaving is at once, alone and without a reason. A space that was left takes no new words; what was said there
can still be taken back by the one who said it.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from goldseam.core.base import Append, Body, FoldOf, Line, Outcome, Refusal, Refused, VaultKind
from goldseam.core.transitions import START, Table, Transition, moves
from goldseam.core.words import MAX_NAME, clean_line

INVITER, INVITED = 0, 1


class SpaceState(StrEnum):
    """`open`: one is in it, the other is invited. `closed`: nobody holds a key any more."""

    OPEN = "open"
    ACTIVE = "active"
    PAUSED = "paused"
    SEPARATED = "separated"
    CLOSED = "closed"


class Event(StrEnum):
    """What the two can do to their space."""

    INVITE = "invite"
    ACCEPT = "accept"
    PAUSE = "pause"
    RESUME = "resume"
    LEAVE = "leave"
    FORGET = "forget"


class Who(StrEnum):
    """By whom. `PAUSED` is each for the own pause: nobody lifts the pause of the other."""

    INVITER = "the one who invites"
    INVITED = "the one who is invited"
    EITHER = "either, alone"
    NOT_PAUSED = "either who has not paused"
    FIRST_OF_TWO = "one of two who paused"
    LAST = "the last who paused"
    FIRST_GONE = "one of two"
    LAST_GONE = "the other, too"


_S, _E, _W = SpaceState, Event, Who
TRANSITIONS: Table = (
    Transition(START, _E.INVITE, _W.INVITER, _S.OPEN),
    Transition(_S.OPEN, _E.INVITE, _W.INVITER, _S.OPEN),
    Transition(_S.OPEN, _E.ACCEPT, _W.INVITED, _S.ACTIVE),
    Transition(_S.OPEN, _E.LEAVE, _W.INVITER, _S.CLOSED),
    Transition(_S.ACTIVE, _E.PAUSE, _W.EITHER, _S.PAUSED),
    Transition(_S.PAUSED, _E.PAUSE, _W.NOT_PAUSED, _S.PAUSED),
    Transition(_S.PAUSED, _E.RESUME, _W.FIRST_OF_TWO, _S.PAUSED),
    Transition(_S.PAUSED, _E.RESUME, _W.LAST, _S.ACTIVE),
    Transition(_S.ACTIVE, _E.LEAVE, _W.EITHER, _S.SEPARATED),
    Transition(_S.PAUSED, _E.LEAVE, _W.EITHER, _S.SEPARATED),
    Transition(_S.SEPARATED, _E.FORGET, _W.FIRST_GONE, _S.SEPARATED),
    Transition(_S.SEPARATED, _E.FORGET, _W.LAST_GONE, _S.CLOSED),
)

ACCEPTS: dict[SpaceState, tuple[str, ...]] = {
    SpaceState.OPEN: ("erase", "withdraw"),
    SpaceState.ACTIVE: ("write", "erase", "withdraw"),
    SpaceState.PAUSED: ("erase", "withdraw"),
    SpaceState.SEPARATED: ("erase", "withdraw"),
    SpaceState.CLOSED: (),
}
"""What the shared log of a space takes in each state."""

_NO_WRITING = {
    SpaceState.OPEN: Refusal.ALONE,
    SpaceState.PAUSED: Refusal.PAUSED,
    SpaceState.SEPARATED: Refusal.FROZEN,
    SpaceState.CLOSED: Refusal.FROZEN,
}


class Space(msgspec.Struct, frozen=True):
    """A space as a machine: its state, the slots whose pause stands, the slots that gave up their key."""

    state: SpaceState = SpaceState.OPEN
    paused_by: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()


def allowed(state: str, event: str) -> bool:
    """Whether anybody can do `event` to a space in `state` (pages ask this before they show a button)."""
    return any(True for _ in moves(TRANSITIONS, state, event))


def move(space: Space | None, event: Event, *, by: int) -> Space:
    """The space after `by` did `event`.

    Refuses `ALONE`, `FROZEN`, `ALREADY_DONE`, `NOT_YOURS`, `NOT_ALLOWED`.
    """
    source = START if space is None else space.state
    rows = tuple(moves(TRANSITIONS, source, event))
    now = Space() if space is None else space
    if not rows:
        raise Refused(_why_not(now, event))
    if by in now.gone or (event is Event.PAUSE and by in now.paused_by):
        raise Refused(Refusal.ALREADY_DONE)
    for row in rows:
        if _is(Who(row.who), now, by):
            return _after(now, event, by, SpaceState(row.target))
    raise Refused(Refusal.NOT_YOURS)


def must_take_words(state: str) -> None:
    """Refuses `ALONE`, `PAUSED` or `FROZEN` where a space takes no new words."""
    if "write" not in ACCEPTS[SpaceState(state)]:
        raise Refused(_NO_WRITING[SpaceState(state)])


def must_give_back(state: str) -> None:
    """Refuses `FROZEN` only where nothing is left to erase: anywhere else own words can be taken back."""
    if "erase" not in ACCEPTS[SpaceState(state)]:
        raise Refused(Refusal.FROZEN)


def _is(who: Who, space: Space, by: int) -> bool:
    other = 1 - by
    return {
        Who.INVITER: by == INVITER,
        Who.INVITED: by == INVITED,
        Who.EITHER: True,
        Who.NOT_PAUSED: by not in space.paused_by,
        Who.FIRST_OF_TWO: by in space.paused_by and other in space.paused_by,
        Who.LAST: by in space.paused_by and other not in space.paused_by,
        Who.FIRST_GONE: other not in space.gone,
        Who.LAST_GONE: other in space.gone,
    }[who]


def _after(space: Space, event: Event, by: int, target: SpaceState) -> Space:
    paused, gone = space.paused_by, space.gone
    match event:
        case Event.PAUSE:
            paused = tuple(sorted({*paused, by}))
        case Event.RESUME:
            paused = tuple(slot for slot in paused if slot != by)
        case Event.LEAVE:
            paused = ()
        case Event.FORGET:
            gone = tuple(sorted({*gone, by}))
        case _:
            pass
    return Space(target, paused, gone)


def _why_not(space: Space, event: Event) -> Refusal:
    if space.state in (SpaceState.SEPARATED, SpaceState.CLOSED):
        return Refusal.ALREADY_DONE if event is Event.LEAVE else Refusal.FROZEN
    if space.state is SpaceState.OPEN and event in (Event.PAUSE, Event.RESUME):
        return Refusal.ALONE
    return Refusal.ALREADY_DONE if event in (Event.ACCEPT, Event.RESUME) else Refusal.NOT_ALLOWED


class MemberJoined(Body, frozen=True, tag="spaces.joined"):
    """The first word of each in the shared log: the name to show, and the public key that stays pinned."""

    name: str
    public: bytes


class MemberNamed(Body, frozen=True, tag="spaces.named"):
    """A member wants to be called otherwise here."""

    name: str


class Member(msgspec.Struct, frozen=True):
    """Who is in a slot."""

    name: str
    public: bytes


class Members(msgspec.Struct, frozen=True):
    """The members by slot. An erased joining leaves an empty slot: pages then say "the other"."""

    slots: dict[int, Member] = {}

    def name_of(self, slot: int) -> str | None:
        member = self.slots.get(slot)
        return None if member is None else member.name


def join(members: Members, *, by: int, name: str, public: bytes) -> Outcome:
    """Take the own slot. Refuses `EMPTY`, `TOO_LONG` (field `name`), `ALREADY_DONE`."""
    if by in members.slots:
        raise Refused(Refusal.ALREADY_DONE)
    return (Append(VaultKind.SHARED, MemberJoined(name=clean_line(name, MAX_NAME, "name"), public=public)),)


def rename(members: Members, *, space: str, by: int, name: str) -> Outcome:
    """Change the own name here. Refuses `ALONE`, `PAUSED`, `FROZEN`, `NOT_FOUND`, `EMPTY`, `TOO_LONG`."""
    must_take_words(space)
    if by not in members.slots:
        raise Refused(Refusal.NOT_FOUND)
    return (Append(VaultKind.SHARED, MemberNamed(name=clean_line(name, MAX_NAME, "name"))),)


def _step(members: Members, line: Line) -> Members:
    if line.entry is None:
        return members
    by, known = line.entry.by, members.slots.get(line.entry.by)
    match line.entry.body:
        case MemberJoined(name=name, public=public) if known is None:
            return Members({**members.slots, by: Member(name, public)})
        case MemberNamed(name=name) if known is not None:
            return Members({**members.slots, by: Member(name, known.public)})
        case _:
            return members


MEMBERS = FoldOf("members", 1, Members, Members, _step)
