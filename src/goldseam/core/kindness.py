"""Kind words (METHOD D5, D4): something good that was noticed, given to the other or kept for oneself.

Nobody is asked for one, nobody answers one, and nobody learns whether one was read. A note can be taken back at
any time, also after leaving.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

import msgspec

from goldseam.core.base import (
    Append,
    Body,
    DropDraft,
    Entry,
    Erase,
    FoldOf,
    Line,
    Outcome,
    Refusal,
    Refused,
    VaultKind,
)
from goldseam.core.desk import Desk, KindWordOpened, KindWordPutAway, KindWordsQuiet, KindWordsShown, Lies
from goldseam.core.spaces import must_give_back, must_take_words
from goldseam.core.transitions import START, Table, Transition
from goldseam.core.words import clean_text

MOST_WORDS = 500
"""Characters in each half of a note. What needs more is a letter."""

MOST_A_DAY = 3
"""Notes that one person can give here within `A_DAY`, those taken back included: each one rings."""

A_DAY = timedelta(hours=24)
"""Counted back from now, so that it is the same in every zone."""

MOST_GIVEN = 2_000
"""Notes of one writer that stand in a space. By writer: nobody can fill the other's space."""


class KindWordState(StrEnum):
    """What both can see of a note. Whether it was read is not among it."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"


TRANSITIONS: Table = (
    Transition(START, "give", "giver", KindWordState.GIVEN),
    Transition(KindWordState.GIVEN, "withdraw", "giver", KindWordState.WITHDRAWN),
)
"""A note between the two. Nothing that its receiver does moves it."""

ON_THE_DESK: Table = (
    Transition(START, "comes", "giver", "new"),
    Transition("new", "read", "receiver", Lies.OPENED),
    Transition("new", "put away", "receiver", Lies.AWAY),
    Transition(Lies.OPENED, "put away", "receiver", Lies.AWAY),
    Transition(Lies.AWAY, "read", "receiver", Lies.OPENED),
)
"""A note on its receiver's desk. The giver sees none of this."""

FOR_ONESELF: Table = (
    Transition(START, "keep", "its writer", "kept"),
    Transition("kept", "erase", "its writer", START),
)
"""What was noticed and kept for oneself."""


class KindWordGiven(Body, frozen=True, tag="kindness.given"):
    """What somebody noticed, and what it meant to them if they say so."""

    id: str
    noticed: str
    meant: str = ""


class KindWordWithdrawn(Body, frozen=True, tag="kindness.withdrawn"):
    """The giver took the note back; its line is erased in the same act."""

    id: str


class KindWordKept(Body, frozen=True, tag="kindness.kept"):
    """The same, kept for oneself."""

    id: str
    noticed: str
    meant: str = ""


class KindWord(msgspec.Struct, frozen=True):
    """One note: by which slot, when it was given and where it is; of one taken back, when that was, and no place."""

    by: int
    at: datetime
    seq: int = 0

    @property
    def state(self) -> KindWordState:
        return KindWordState.GIVEN if self.seq else KindWordState.WITHDRAWN


class KindWords(msgspec.Struct, frozen=True):
    """The notes of one space by id, in the order of giving; a withdrawn one moves to its withdrawal."""

    notes: dict[str, KindWord] = {}


class Noticed(msgspec.Struct, frozen=True):
    """What a person kept: the places of the notes that stand, by id, in the order of writing."""

    notes: dict[str, int] = {}


def give(
    words: KindWords,
    *,
    space: str,
    by: int,
    id: str,
    noticed: str,
    meant: str = "",
    now: datetime,
    draft: str | None = None,
) -> Outcome:
    """Give a note. Its id is its row, so that giving twice gives once.

    Refuses `ALONE`, `PAUSED`, `FROZEN`, `ALREADY_DONE`, `ENOUGH_TODAY`, `FULL`, and by field `EMPTY`
    (`noticed`), `TOO_LONG` (`noticed`, `meant`).
    """
    must_take_words(space)
    _has_room(words, by, id, now)
    body = KindWordGiven(id=id, noticed=_noticed(noticed), meant=_meant(meant))
    return (Append(VaultKind.SHARED, body, row=id), *_dropped(draft))


def withdraw(words: KindWords, *, space: str, by: int, id: str) -> Outcome:
    """Take a note back: it is erased, and a line stays that says so.

    Refuses `FROZEN` only in a closed space, `NOT_FOUND`, `NOT_YOURS`, `WITHDRAWN`.
    """
    must_give_back(space)
    note = _standing(words, id)
    if note.by != by:
        raise Refused(Refusal.NOT_YOURS)
    return (Append(VaultKind.SHARED, KindWordWithdrawn(id=id)), Erase(VaultKind.SHARED, note.seq))


def keep(*, id: str, noticed: str, meant: str = "", draft: str | None = None) -> Outcome:
    """Keep a note for oneself. Needs no space and nothing opened. Refuses by field as `give`."""
    body = KindWordKept(id=id, noticed=_noticed(noticed), meant=_meant(meant))
    return (Append(VaultKind.PRIVATE, body, row=id), *_dropped(draft))


def forget(kept: Noticed, *, id: str) -> Outcome:
    """Erase what was kept, for good. Refuses `NOT_FOUND`."""
    if id not in kept.notes:
        raise Refused(Refusal.NOT_FOUND)
    return (Erase(VaultKind.PRIVATE, kept.notes[id]),)


def read(words: KindWords, desk: Desk, *, by: int, id: str) -> Outcome:
    """Read a note, on the own desk alone. Read again, nothing changes.

    Refuses `NOT_FOUND`, `NOT_YOURS`, `WITHDRAWN`.
    """
    _received(words, by, id)
    opened = desk.kind_words.get(id) is Lies.OPENED
    return () if opened else (Append(VaultKind.DESK, KindWordOpened(id=id)),)


def put_away(words: KindWords, desk: Desk, *, by: int, id: str) -> Outcome:
    """Put a note away, read or not, on the own desk alone. Refuses as `read`."""
    _received(words, by, id)
    away = desk.kind_words.get(id) is Lies.AWAY
    return () if away else (Append(VaultKind.DESK, KindWordPutAway(id=id)),)


def be_quiet(*, space: str, until: date | None) -> Outcome:
    """From now on no note of this space shows itself before this day; none: until it is asked for."""
    return (Append(VaultKind.DESK, KindWordsQuiet(space=space, until=until)),)


def show_again(desk: Desk, *, space: str) -> Outcome:
    """Let the notes of this space show themselves again. Said twice, it is kept once."""
    return (Append(VaultKind.DESK, KindWordsShown(space=space)),) if space in desk.kind_quiet else ()


def newest(words: KindWords, by: int) -> int:
    """The place of the newest note of this slot that stands, 0 for none."""
    return max((note.seq for note in words.notes.values() if note.by == by), default=0)


def may_show(desk: Desk, *, space: str, today: date, minute: int) -> bool:
    """Whether kind words of this space may show that they are there, at this local minute of this day.

    They wait for the reading hours as letters do, and for longer while none is wanted.
    """
    return desk.is_reading_time(minute) and not desk.is_quiet(space, today)


def waits(words: KindWords, desk: Desk, *, space: str, slot: int, today: date, minute: int) -> bool:
    """Whether a note waits for the one in `slot` and may show that it does."""
    return may_show(desk, space=space, today=today, minute=minute) and any(
        note.by != slot and note.seq and id not in desk.kind_words for id, note in words.notes.items()
    )


def _noticed(text: str) -> str:
    return clean_text(text, MOST_WORDS, "noticed")


def _meant(text: str) -> str:
    return clean_text(text, MOST_WORDS, "meant", required=False)


def _dropped(draft: str | None) -> tuple[DropDraft, ...]:
    return () if draft is None else (DropDraft(draft),)


def _has_room(words: KindWords, by: int, id: str, now: datetime) -> None:
    if id in words.notes:
        raise Refused(Refusal.ALREADY_DONE)
    mine = [note for note in words.notes.values() if note.by == by]
    if sum(note.at > now - A_DAY for note in mine) >= MOST_A_DAY:
        raise Refused(Refusal.ENOUGH_TODAY)
    if sum(note.state is KindWordState.GIVEN for note in mine) >= MOST_GIVEN:
        raise Refused(Refusal.FULL)


def _standing(words: KindWords, id: str) -> KindWord:
    note = words.notes.get(id)
    if note is None:
        raise Refused(Refusal.NOT_FOUND)
    if note.state is KindWordState.WITHDRAWN:
        raise Refused(Refusal.WITHDRAWN)
    return note


def _received(words: KindWords, by: int, id: str) -> None:
    if _standing(words, id).by == by:
        raise Refused(Refusal.NOT_YOURS)


def _step(state: KindWords, line: Line) -> KindWords:
    match line.entry and line.entry.body:
        case KindWordGiven(id=id) if line.entry is not None and id not in state.notes:
            note = KindWord(line.entry.by, line.entry.at, line.seq)
            return KindWords({**state.notes, id: note})
        case KindWordWithdrawn(id=id) if line.entry is not None:
            return _withdrawn(state, id, line.entry)
        case _:
            return state


def _withdrawn(state: KindWords, id: str, entry: Entry) -> KindWords:
    """Of the note stay its id, its giver, and that it was taken back now: all that a fold over the erased line
    can know."""
    gap = KindWord(entry.by, entry.at)
    if state.notes.get(id, gap).by != entry.by:
        return state
    others = {key: note for key, note in state.notes.items() if key != id}
    return KindWords({**others, id: gap})


def _keep_step(kept: Noticed, line: Line) -> Noticed:
    match line.entry and line.entry.body:
        case KindWordKept(id=id):
            return Noticed({**kept.notes, id: line.seq})
        case _:
            return kept


KINDNESS = FoldOf("kindness", 2, KindWords, KindWords, _step)
NOTICED = FoldOf("noticed", 1, Noticed, Noticed, _keep_step)
