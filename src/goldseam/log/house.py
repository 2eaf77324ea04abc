"""The house as one request finds it: the vaults that its keys open, what can be read there and be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, NamedTuple, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import structlog
from django.db import Error as DatabaseFault
from django.db import connection
from django.http import Http404

from goldseam.accounts.models import Person
from goldseam.core.base import FoldOf, Line, Outcome, VaultKind
from goldseam.core.desk import DESK, Desk
from goldseam.core.spaces import MEMBERS, Members, SpaceState
from goldseam.keys import clock
from goldseam.keys.locked import Locked
from goldseam.keys.opened import Opened, drop_spaces
from goldseam.log import bell, snapshots, writing
from goldseam.log.asking import as_id, asked
from goldseam.log.folds import FOLDS
from goldseam.log.models import Vault
from goldseam.log.reading import found_rows, opened_lines, own_vaults, shared_vault
from goldseam.log.sealing import Sealer
from goldseam.spaces.models import Space
from goldseam.vault import VaultError

log = structlog.get_logger("goldseam.log")
S = TypeVar("S")
TRIES = 8
ENDED = frozenset({SpaceState.SEPARATED.value, SpaceState.CLOSED.value})

MEMBERSHIPS = """
    SELECT "space_id", "slot", "paused", "state" FROM "spaces_member"
    JOIN "spaces_space" ON "spaces_space"."id" = "space_id" WHERE "person_id" = %s ORDER BY "spaces_member"."id"
"""


class TooBusy(Exception):
    """A log moved on at every try. Nothing was written."""


class Membership(NamedTuple):
    """A person's place in a space, and the state of that space."""

    space_id: UUID
    slot: int
    paused: bool
    state: str


@dataclass(frozen=True, slots=True)
class SpaceView:
    """A space as one member sees it. `partner` is None until somebody accepted the invitation."""

    id: UUID
    slot: int
    state: str
    me: str
    partner: str | None
    paused_by_me: bool = False

    @property
    def frozen(self) -> bool:
        """Whether the pairing has ended: a read-only archive."""
        return self.state in ENDED

    @property
    def paused(self) -> bool:
        return self.state == "paused"

    @property
    def open_for_words(self) -> bool:
        """Whether something can be sent here now."""
        return self.state == "active"


class House:
    """What `opened` keys can read and do. One per request; nothing is kept between requests."""

    def __init__(self, opened: Opened, *, now: datetime | None = None) -> None:
        self.opened = opened
        self.now = (now or clock.now()).astimezone(UTC)
        self._vaults: dict[tuple[VaultKind, UUID | None], Vault] = {}
        self._lines: dict[tuple[VaultKind, UUID | None], list[Line]] = {}
        self._states: dict[tuple[str, VaultKind, UUID | None], Any] = {}
        self._kept: dict[tuple[VaultKind, UUID | None], snapshots.Kept] = {}

    @property
    def person(self) -> Person:
        return self.opened.person

    @property
    def private_open(self) -> bool:
        """Whether the private tier is open now."""
        return self.opened.private is not None

    # Reading

    def vault(self, kind: VaultKind, space_id: UUID | None = None) -> Vault:
        """The vault's row. A stranger's space is not found."""
        where = (kind, space_id if kind is VaultKind.SHARED else None)
        if where not in self._vaults:
            self._find(kind, space_id)
        if where not in self._vaults:
            raise Http404
        return self._vaults[where]

    def _find(self, kind: VaultKind, space_id: UUID | None) -> None:
        """Take up the vault's row; of one's own two, both at once."""
        if kind is VaultKind.SHARED:
            found = shared_vault(self._membership(space_id).space_id)
        else:
            found = own_vaults(self.person.id)
        self._vaults.update({(VaultKind(vault.kind), vault.space_id): vault for vault in found})

    def sealer(self, kind: VaultKind, space_id: UUID | None = None) -> Sealer:
        """What seals and opens there. A space's key is given only after its membership was looked at."""
        if kind is not VaultKind.SHARED:
            return Sealer(self.opened, kind)
        return Sealer(self.opened, kind, self._membership(space_id).space_id)

    def lines(self, kind: VaultKind, space_id: UUID | None = None) -> list[Line]:
        """All lines of a vault. Raises `Locked` while its tier is closed, 404 for a stranger's space."""
        where = (kind, space_id if kind is VaultKind.SHARED else None)
        if where not in self._lines:
            self.must_be_open(kind, space_id)
            vault = self.vault(kind, space_id)
            self._lines[where] = opened_lines(vault, self.sealer(kind, space_id), found_rows(vault.id))
        return self._lines[where]

    def line(self, kind: VaultKind, seq: int, space_id: UUID | None = None) -> Line:
        """One line by its sequence number, 404 if there is none."""
        lines = self.lines(kind, space_id)
        if not 1 <= seq <= len(lines):
            raise Http404
        return lines[seq - 1]

    def folded(self, fold: FoldOf[S], kind: VaultKind, space_id: UUID | None = None) -> S:
        """A fold's state, by its snapshot where there is one."""
        where = (fold.name, kind, space_id if kind is VaultKind.SHARED else None)
        if where not in self._states:
            self._states[where] = self._snapshots(kind, space_id).folded(fold)
        state: S = self._states[where]
        return state

    def _snapshots(self, kind: VaultKind, space_id: UUID | None) -> snapshots.Kept:
        where = (kind, space_id if kind is VaultKind.SHARED else None)
        if where not in self._kept:
            self.must_be_open(kind, space_id)
            self._kept[where] = snapshots.Kept(self.vault(kind, space_id), self.sealer(kind, space_id))
        return self._kept[where]

    def must_be_open(self, kind: VaultKind, space_id: UUID | None) -> None:
        """Raise `Locked` even where there is nothing to open yet: a closed room tells nothing, not even that."""
        if self.opened.shared is None:
            raise Locked("shared")
        closed = self.opened.private is None
        if kind is VaultKind.PRIVATE and closed:
            raise Locked("private")
        if kind is VaultKind.SHARED and closed and self._membership(space_id).state in ENDED:
            raise Locked("private")

    # The person and the spaces

    @cached_property
    def desk(self) -> Desk:
        return self.folded(DESK, VaultKind.DESK)

    @property
    def zone(self) -> ZoneInfo:
        try:
            return ZoneInfo(self.desk.zone or "UTC")
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo("UTC")

    @property
    def local_now(self) -> datetime:
        """Now, in the person's own zone."""
        return self.now.astimezone(self.zone)

    @property
    def today(self) -> date:
        return self.local_now.date()

    @cached_property
    def memberships(self) -> list[Membership]:
        """The person's places in spaces, oldest first.

        Nothing opens a space without them, so here the keys of spaces that ended leave the session: somebody
        else ended them, and could not reach into a tier that only this browser's cookie opens.
        """
        members = [
            Membership(as_id(space_id), slot, bool(paused), state)
            for space_id, slot, paused, state in asked(MEMBERSHIPS, self.person.id)
        ]
        self._drop_keys({member.space_id for member in members if member.state not in ENDED})
        return members

    def _drop_keys(self, living: set[UUID]) -> None:
        ended = self.opened.shared.spaces.keys() - living if self.opened.shared else ()
        if ended:
            drop_spaces(self.opened, ended)

    def _membership(self, space_id: UUID | None) -> Membership:
        for member in self.memberships:
            if member.space_id == space_id:
                return member
        raise Http404

    @cached_property
    def spaces(self) -> list[SpaceView]:
        """The person's spaces, oldest first. Names are blank for an archive that is closed now."""
        return [self._view(member) for member in self.memberships]

    def space(self, space_id: UUID) -> SpaceView:
        """One own space, 404 for a stranger's."""
        return self._view(self._membership(space_id))

    def _view(self, member: Membership) -> SpaceView:
        try:
            members = self.folded(MEMBERS, VaultKind.SHARED, member.space_id)
        except Locked:
            members = Members()
        me, partner = members.name_of(member.slot) or "", members.name_of(1 - member.slot)
        return SpaceView(member.space_id, member.slot, member.state, me, partner, member.paused)

    # Doing

    def act(self, decide: Callable[[House], Outcome], *, space: UUID | None = None) -> None:
        """Decide on a fresh reading and write, all or nothing; once more wherever a log moved on in between.

        When this returns, the changes are committed. Raises `Refused` by name, `TooBusy` after eight tries.
        """
        for _ in range(TRIES):
            fresh = House(self.opened, now=self.now)
            outcome = decide(fresh)
            bench = fresh._where(outcome, space)
            try:
                ends = writing.write(bench, outcome)
            except writing.Conflict:
                continue
            self.forget()
            if space is not None and writing.tells(outcome):
                bell.ring(bell.space(space))
            for kind, end in ends.items():
                self._keep_snapshots(bench.vaults[kind], kind, end, space)
            return
        raise TooBusy

    def _where(self, outcome: Outcome, space: UUID | None) -> writing.Bench:
        kinds = [VaultKind.PRIVATE, VaultKind.DESK] + ([VaultKind.SHARED] if space else [])
        read = {*self._lines, *((kind, sid) for _, kind, sid in self._states)}
        return writing.Bench(
            now=self.now,
            sealers={kind: self.sealer(kind, space) for kind in kinds},
            vaults={kind: self.vault(kind, space).id for kind in kinds},
            slots={kind: self._membership(space).slot if kind is VaultKind.SHARED else 0 for kind in kinds},
            seen={self._vaults[where].id: self._vaults[where].head_seq for where in read},
            state=lambda: Space.objects.values_list("state", flat=True).get(id=space or UUID(int=0)),
        )

    def forget(self) -> None:
        """Drop what was read, so that the next reading is fresh."""
        self._vaults.clear()
        self._lines.clear()
        self._states.clear()
        self._kept.clear()
        for name in ("desk", "memberships", "spaces"):
            self.__dict__.pop(name, None)

    def _keep_snapshots(self, vault_id: UUID, kind: VaultKind, end: int, space: UUID | None) -> None:
        """A snapshot saves time and no words: where none can be written, what was done is done all the same.

        What was written while the private tier was closed is caught up with by the first writing with it open.
        """
        if kind is VaultKind.PRIVATE and not self.private_open:
            return
        try:
            if snapshots.due(snapshots.last(vault_id), end):
                snapshots.keep(vault_id, self.sealer(kind, space), FOLDS[kind])
        except DatabaseFault as error:
            if connection.in_atomic_block:  # more is still to be committed, and perhaps cannot be
                raise
            log.warning("snapshot_not_kept", kind=type(error).__name__)
        except (Locked, VaultError) as error:  # closed or left meanwhile: it is committed all the same
            log.warning("snapshot_not_kept", kind=type(error).__name__)
