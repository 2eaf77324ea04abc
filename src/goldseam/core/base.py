"""The few words that every capability of the core speaks.

A vault is an append-only log of entries. A fold reads lines and gives a state; a decision reads states and a
command and gives an outcome, or raises `Refused`. Nothing here knows the time, makes a random number, or
stores.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

import msgspec


class VaultKind(StrEnum):
    """The kinds of log."""

    PRIVATE = "private"
    DESK = "desk"
    SHARED = "shared"


class Body(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="t", omit_defaults=True, forbid_unknown_fields=True
):
    """What an entry says. Every subclass sets `tag="capability.what"` and may add fields only with defaults;
    any other change needs a new tag, or a higher `body_version` with an upcaster (`core.entries.UPCASTS`).
    A default never changes, because it is what an old entry says by leaving the field out."""

    body_version: ClassVar[int] = 1


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry: when (UTC, whole seconds), by which member slot (0 or 1; 0 in one's own vaults), what."""

    at: datetime
    by: int
    body: Any


class Line(NamedTuple):
    """An entry in its place. `entry` is None where it was erased."""

    seq: int
    entry: Entry | None


class Append(NamedTuple):
    """Add an entry at the end of the private, desk or shared log.

    `row` is the entry's id when a form already carries one: the same row twice is refused by the store as
    already done, which is how a double click sends once.
    """

    vault: VaultKind
    body: Body
    row: str | None = None


class Erase(NamedTuple):
    """Blank the line at `seq` for good; its place and hash stay."""

    vault: VaultKind
    seq: int


class DropDraft(NamedTuple):
    """Erase this draft in the same transaction."""

    draft: str


Change = Append | Erase | DropDraft
Outcome = tuple[Change, ...]


class Refusal(StrEnum):
    """Every way in which the core says no. The words for each are in `content/en/refusals.yaml`."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_FOUND = "not_found"
    NOT_YOURS = "not_yours"
    ALREADY_DONE = "already_done"
    WITHDRAWN = "withdrawn"
    FROZEN = "frozen"
    PAUSED = "paused"
    ALONE = "alone"
    NO_PART_NAMED = "no_part_named"
    NOTHING_ASKED = "nothing_asked"
    ENOUGH_REVISIONS = "enough_revisions"
    NOT_OWN_WISH = "not_own_wish"
    NO_KIND = "no_kind"
    FULL = "full"
    ENOUGH_TODAY = "enough_today"
    NOT_ALLOWED = "not_allowed"
    NEWER_VERSION = "newer_version"


class Refused(Exception):
    """A decision's no, by name; `field` names the input it belongs to, if any."""

    def __init__(self, refusal: Refusal, field: str = "") -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.field = field


S = TypeVar("S")


class Fold(Protocol[S]):
    """A state built line by line.

    `name` and `version` key its snapshots: change the version with the meaning.
    """

    name: str
    version: int

    def start(self) -> S: ...

    def step(self, state: S, line: Line) -> S: ...


class FoldOf(Generic[S]):
    """A fold made of a start, a step and the state's type (so that a snapshot can be read back)."""

    def __init__(self, name: str, version: int, state: type[S], start: Any, step: Any) -> None:
        self.name, self.version, self.state = name, version, state
        self._start, self._step = start, step

    def start(self) -> S:
        made: S = self._start()
        return made

    def step(self, state: S, line: Line) -> S:
        moved: S = self._step(state, line)
        return moved

    def over(self, lines: Iterable[Line], state: S | None = None) -> S:
        """The state after `lines`, from the start or from a state reached before."""
        now = self.start() if state is None else state
        for line in lines:
            now = self.step(now, line)
        return now


class Erased(Body, frozen=True, tag="log.erased"):
    """Says inside the log that the line at `seq` was erased on purpose, so that a gap is told from a loss."""

    seq: int


class Revealed(Body, frozen=True, tag="log.revealed"):
    """Both sides of a joint reveal or a double yes, shown together because both chose to show theirs.

    `sides` holds what each slot offered, in the order of the slots.
    """

    topic: str
    sides: tuple[str, str]
