"""The journal: pages that only their writer reads. Writing needs nothing opened; reading and deleting do."""

from __future__ import annotations

import msgspec

from goldseam.core.base import (
    Append,
    Body,
    DropDraft,
    Erase,
    FoldOf,
    Line,
    Outcome,
    Refusal,
    Refused,
    VaultKind,
)
from goldseam.core.words import MAX_TEXT, clean_text, matches

__all__ = ["JOURNAL", "Journal", "JournalWritten", "Page", "delete", "matches", "write"]


class JournalWritten(Body, frozen=True, tag="journal.written"):
    """One page."""

    id: str
    text: str


class Page(msgspec.Struct, frozen=True):
    """Where a page is."""

    id: str
    seq: int


class Journal(msgspec.Struct, frozen=True):
    """The pages that stand, in the order of writing.

    A tuple, because a step copies it, and that stays cheap at 10,000 pages.
    """

    pages: tuple[Page, ...] = ()

    @property
    def newest_first(self) -> tuple[Page, ...]:
        return self.pages[::-1]

    def seq_of(self, id: str) -> int | None:
        return next((page.seq for page in self.pages if page.id == id), None)


def write(*, id: str, text: str, draft: str | None = None) -> Outcome:
    """Keep a page.

    Refuses `EMPTY`, `TOO_LONG` (field `text`). The page's id is its row: sent twice, kept once.
    """
    page = Append(VaultKind.PRIVATE, JournalWritten(id=id, text=clean_text(text, MAX_TEXT, "text")), row=id)
    return (page,) if draft is None else (page, DropDraft(draft))


def delete(journal: Journal, *, id: str) -> Outcome:
    """Erase a page for good. Refuses `NOT_FOUND`."""
    seq = journal.seq_of(id)
    if seq is None:
        raise Refused(Refusal.NOT_FOUND)
    return (Erase(VaultKind.PRIVATE, seq),)


def _step(journal: Journal, line: Line) -> Journal:
    match line.entry and line.entry.body:
        case JournalWritten(id=id):
            return Journal((*journal.pages, Page(id, line.seq)))
        case _:
            return journal


JOURNAL = FoldOf("journal", 1, Journal, Journal, _step)
