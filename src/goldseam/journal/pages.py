"""The journal's pages as their writer reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from django.http import Http404

from goldseam.core.base import Line, VaultKind
from goldseam.core.journal import JOURNAL, JournalWritten, matches
from goldseam.log.house import House

A_SCREEN = 20

MOST_FOUND = 100
"""Pages that a search shows."""


@dataclass(frozen=True, slots=True)
class Written:
    """One page: its id, the day of its writing (in the writer's own zone), and the words."""

    id: str
    day: date
    text: str


def written(house: House) -> list[Written]:
    """All pages that stand, the newest first. Raises `Locked` while the private tier is closed."""
    lines = house.lines(VaultKind.PRIVATE)
    places = house.folded(JOURNAL, VaultKind.PRIVATE).newest_first
    return [page for place in places for page in _read(house, lines[place.seq - 1])]


def found(house: House, words: str) -> list[Written]:
    """The newest pages that hold all these words, `MOST_FOUND` at the most."""
    return list(islice((page for page in written(house) if matches(page.text, words)), MOST_FOUND))


def one(house: House, page: UUID) -> Written:
    """One own page; 404 where there is none."""
    seq = house.folded(JOURNAL, VaultKind.PRIVATE).seq_of(str(page))
    for known in _read(house, house.line(VaultKind.PRIVATE, seq or 0)):
        return known
    raise Http404


def _read(house: House, line: Line) -> Iterator[Written]:
    """The page in a line, if one stands there."""
    if line.entry is not None and isinstance(line.entry.body, JournalWritten):
        yield Written(line.entry.body.id, line.entry.at.astimezone(house.zone).date(), line.entry.body.text)
