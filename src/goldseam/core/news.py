"""Whether something of the other has come since a page was made. Slow words: read when the reader is ready.

A page carries how far its person could see. It is news when the other has sent, answered or shown something
after that, or when the space is in another state. Nothing else ever is: not that something was taken back or
erased, neither letter nor kind word outside the reader's own hours, and no kind word while none is wanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from goldseam.core.breaches import Accounts
from goldseam.core.desk import Desk
from goldseam.core.home import Together
from goldseam.core.kindness import may_show, newest
from goldseam.core.letters import Letters


class Seen(msgspec.Struct, frozen=True):
    """How far one person could see into one space: the newest line of the other of each sort, 0 for none."""

    space: str
    state: str
    letters: int
    answers: int
    accounts: int
    kindness: int


def seen(together: Iterable[Together], *, desk: Desk, today: date, minute: int) -> tuple[Seen, ...]:
    """How far the person can see on this day, at this local minute of it."""
    reading = desk.is_reading_time(minute)
    return tuple(
        Seen(
            two.space,
            str(two.state),
            _letters(two.letters, 1 - two.slot) if reading else 0,
            _answers(two.letters, two.slot),
            _accounts(two.accounts, 1 - two.slot),
            _kindness(two) if may_show(desk, space=two.space, today=today, minute=minute) else 0,
        )
        for two in together
    )


def ended(space: str, state: str) -> Seen:
    """What is seen of a space whose pairing has ended: that it has."""
    return Seen(space, state, 0, 0, 0, 0)


def is_news(before: Sequence[Seen], now: Sequence[Seen]) -> bool:
    """Whether `now` holds something that `before` did not. A space that is gone is no news, nor is less."""
    known = {one.space: one for one in before}
    return any(one.space in known and _is_more(known[one.space], one) for one in now)


def written(all_seen: Iterable[Seen]) -> str:
    """As a page carries it. `read` turns it back."""
    return ",".join(":".join(map(str, msgspec.structs.astuple(one))) for one in all_seen)


def read(text: str) -> tuple[Seen, ...]:
    """What `written` wrote; nothing for anything else."""
    found = []
    for part in text.split(",")[:100]:
        pieces = part.split(":")
        if len(pieces) != 6 or not all(n.isascii() and n.isdigit() and len(n) < 10 for n in pieces[2:]):
            return ()
        found.append(Seen(pieces[0], pieces[1], *map(int, pieces[2:])))
    return tuple(found)


def _is_more(before: Seen, now: Seen) -> bool:
    places = zip(msgspec.structs.astuple(before)[2:], msgspec.structs.astuple(now)[2:], strict=True)
    return now.state != before.state or any(new > old for old, new in places)


def _letters(letters: Letters, by: int) -> int:
    return max((seq for one in letters.letters.values() if one.by == by for seq in one.versions), default=0)


def _answers(letters: Letters, writer: int) -> int:
    mine = (one for one in letters.letters.values() if one.by == writer)
    return max((answer.seq for one in mine for answer in one.answers.values()), default=0)


def _kindness(two: Together) -> int:
    return newest(two.kindness, 1 - two.slot)


def _accounts(accounts: Accounts, by: int) -> int:
    mine = (by_slot[by].seq for by_slot in accounts.breaches.values() if by in by_slot)
    return max(mine, default=0)
