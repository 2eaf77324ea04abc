"""The logs of two people in memory: outcomes are written as the store writes them, through encoded bytes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import msgspec
import pytest

from goldseam.core.base import (
    Append,
    Body,
    DropDraft,
    Entry,
    Erase,
    Erased,
    FoldOf,
    Line,
    Outcome,
    Refusal,
    Refused,
    VaultKind,
)
from goldseam.core.entries import decode, encode

S = TypeVar("S")
ALICE, BOB = 0, 1
START = datetime(2026, 11, 19, 20, 30, tzinfo=UTC)
TODAY = date(2026, 11, 19)
WILLING: dict[str, Any] = {"believe": "yes", "afraid": "no"}


class Log:
    """One log: encoded entries, None where one was erased."""

    def __init__(self) -> None:
        self.entries: list[bytes | None] = []
        self.authors: list[int] = []

    def append(self, body: Body, by: int) -> None:
        at = START + timedelta(minutes=len(self.entries))
        self.entries.append(encode(Entry(at=at, by=by, body=body)))
        self.authors.append(by)

    def erase(self, seq: int, by: int) -> None:
        assert self.authors[seq - 1] == by, "only the writer erases a line"
        self.entries[seq - 1] = None
        self.append(Erased(seq=seq), by)

    @property
    def lines(self) -> list[Line]:
        return [Line(seq, None if kept is None else decode(kept)) for seq, kept in enumerate(self.entries, 1)]

    def folded(self, fold: FoldOf[S]) -> S:
        return fold.over(self.lines)

    def body(self, seq: int) -> Any:
        entry = self.lines[seq - 1].entry
        return None if entry is None else entry.body


class TwoPeople:
    """A shared log, and each one's private log and desk."""

    def __init__(self) -> None:
        self.shared = Log()
        self.own = {kind: (Log(), Log()) for kind in (VaultKind.PRIVATE, VaultKind.DESK)}
        self.dropped: list[str] = []

    def log(self, kind: VaultKind, by: int) -> Log:
        return self.shared if kind is VaultKind.SHARED else self.own[kind][by]

    def do(self, outcome: Outcome, by: int = ALICE) -> None:
        for change in outcome:
            match change:
                case Append(vault=vault, body=body):
                    self.log(vault, by).append(body, by if vault is VaultKind.SHARED else 0)
                case Erase(vault=vault, seq=seq):
                    self.log(vault, by).erase(seq, by if vault is VaultKind.SHARED else 0)
                case DropDraft(draft=draft):
                    self.dropped.append(draft)


@contextmanager
def refused(refusal: Refusal, field: str = "") -> Iterator[None]:
    """Inside, exactly this refusal is raised, for this field."""
    with pytest.raises(Refused) as caught:
        yield
    assert (caught.value.refusal, caught.value.field) == (refusal, field)


def folds_alike(log: Log, fold: FoldOf[S]) -> None:
    """From a snapshot at any place on, the fold reaches the state that it reaches from the beginning."""
    lines = log.lines
    whole = fold.over(lines)
    for place in range(len(lines) + 1):
        before = fold.over(lines[:place])
        kept = msgspec.msgpack.encode(before)
        again = msgspec.msgpack.decode(kept, type=fold.state)
        assert again == before
        assert fold.over(lines[place:], again) == whole
        assert msgspec.msgpack.encode(before) == kept, "a step changed the state that it was given"
