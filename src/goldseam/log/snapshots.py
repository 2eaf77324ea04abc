"""Bounded, sealed states of folds, so that a long log is not read from its beginning every time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple, TypeVar
from uuid import NAMESPACE_OID, UUID, uuid5

import msgspec
from django.db import transaction
from django.db.models import Max

from goldseam.core.base import FoldOf, Line
from goldseam.log.asking import asked
from goldseam.log.models import GENESIS, Snapshot, Vault
from goldseam.log.reading import found_rows, opened_lines
from goldseam.log.sealing import Sealer
from goldseam.log.vaults import locked
from goldseam.vault import Place

EVERY = 4
"""Snapshots are written anew once so many lines have come after them: opening a private line costs much."""
LARGEST = 256 * 1024
STORED = 'SELECT "fold", "version", "seq", "sealed" FROM "log_snapshot" WHERE "vault_id" = %s'
S = TypeVar("S")


def _place(vault_id: UUID, fold: FoldOf[S], seq: int, head: bytes) -> Place:
    return Place(
        "snapshot", uuid5(NAMESPACE_OID, f"{vault_id}/{fold.name}/{fold.version}"), vault_id, seq, head
    )


class _Stored(NamedTuple):
    """A snapshot as stored."""

    version: int
    seq: int
    sealed: bytes


class Kept:
    """One vault's snapshots and what came after them, read once for all its folds in a request."""

    def __init__(self, vault: Vault, sealer: Sealer) -> None:
        self.vault, self.sealer = vault, sealer
        self._rests: dict[int, tuple[bytes, list[Line]]] = {}

    @cached_property
    def _rows(self) -> dict[str, _Stored]:
        return {
            fold: _Stored(version, seq, bytes(sealed))
            for fold, version, seq, sealed in asked(STORED, self.vault.id)
        }

    def folded(self, fold: FoldOf[S]) -> S:
        """The fold's state now: from its snapshot and what came after, or from the beginning. Writes nothing."""
        kept = self._rows.get(fold.name)
        if kept is None or kept.version != fold.version or not 0 < kept.seq <= self.vault.head_seq:
            return fold.over(self._rest(0)[1])
        head, rest = self._rest(kept.seq)
        plain = self.sealer.open(_place(self.vault.id, fold, kept.seq, head), kept.sealed)
        return fold.over(rest, msgspec.msgpack.decode(plain, type=fold.state))

    def _rest(self, seq: int) -> tuple[bytes, list[Line]]:
        """The hash of this line, and the lines after it."""
        if seq not in self._rests:
            rows = found_rows(self.vault.id, after=max(0, seq - 1))
            head = rows.pop(0).hash if seq and rows else GENESIS
            self._rests[seq] = (head, opened_lines(self.vault, self.sealer, rows, seq, head))
        return self._rests[seq]


def keep(vault_id: UUID, sealer: Sealer, folds: Iterable[FoldOf[Any]]) -> None:
    """Write the snapshots of these folds at the log's present end. A state that is too large is left out.

    Read and written under the lock of the log: no line is erased in between and comes back in a snapshot.
    """
    with transaction.atomic():
        vault = locked([vault_id]).get(vault_id)
        if vault is None:
            return
        kept = Kept(vault, sealer)
        for fold in folds:
            plain = msgspec.msgpack.encode(kept.folded(fold))
            if len(plain) <= LARGEST:
                place = _place(vault_id, fold, vault.head_seq, bytes(vault.head_hash))
                _write(place, fold, sealer.seal(place, plain))


def _write(place: Place, fold: FoldOf[Any], sealed: bytes) -> None:
    Snapshot.objects.update_or_create(
        vault_id=place.vault,
        fold=fold.name,
        defaults={"version": fold.version, "seq": place.sequence, "sealed": sealed},
    )


def last(vault_id: UUID) -> int:
    """The line up to which this vault's newest snapshot reaches; 0 where there is none."""
    found: int | None = Snapshot.objects.filter(vault_id=vault_id).aggregate(last=Max("seq"))["last"]
    return found or 0


def due(last: int, end: int) -> bool:
    """Whether a log that ends here has left its newest snapshot behind."""
    return end - last >= EVERY
