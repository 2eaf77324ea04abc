"""Bounded, sealed states of folds, so that a long log is not read from its beginning every time."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar
from uuid import NAMESPACE_OID, UUID, uuid5

import msgspec

from goldseam.core.base import FoldOf, Line
from goldseam.log.models import GENESIS, Snapshot, Vault
from goldseam.log.reading import found_rows, opened_lines
from goldseam.log.sealing import Sealer
from goldseam.vault import Place

EVERY = 32
LARGEST = 256 * 1024
S = TypeVar("S")


def _place(vault_id: UUID, fold: FoldOf[S], seq: int, head: bytes) -> Place:
    return Place(
        "snapshot", uuid5(NAMESPACE_OID, f"{vault_id}/{fold.name}/{fold.version}"), vault_id, seq, head
    )


class Kept:
    """One vault's snapshots and what came after them, read once for all its folds in a request."""

    def __init__(self, vault: Vault, sealer: Sealer) -> None:
        self.vault, self.sealer = vault, sealer
        self._rests: dict[int, tuple[bytes, list[Line]]] = {}

    @cached_property
    def _rows(self) -> dict[str, Snapshot]:
        return {row.fold: row for row in Snapshot.objects.filter(vault_id=self.vault.id)}

    def folded(self, fold: FoldOf[S]) -> S:
        """The fold's state now: from its snapshot and what came after, or from the beginning. Writes nothing."""
        kept = self._rows.get(fold.name)
        if kept is None or kept.version != fold.version or not 0 < kept.seq <= self.vault.head_seq:
            return fold.over(self._rest(0)[1])
        head, rest = self._rest(kept.seq)
        plain = self.sealer.open(_place(self.vault.id, fold, kept.seq, head), bytes(kept.sealed))
        return fold.over(rest, msgspec.msgpack.decode(plain, type=fold.state))

    def _rest(self, seq: int) -> tuple[bytes, list[Line]]:
        """The hash of this line, and the lines after it."""
        if seq not in self._rests:
            rows = found_rows(self.vault.id, after=max(0, seq - 1))
            head = rows.pop(0).hash if seq and rows else GENESIS
            self._rests[seq] = (head, opened_lines(self.vault, self.sealer, rows, seq, head))
        return self._rests[seq]


def keep(kept: Kept, fold: FoldOf[S]) -> bool:
    """Write the fold's snapshot at the log's present end; False if the state is too large to be kept."""
    plain = msgspec.msgpack.encode(kept.folded(fold))
    if len(plain) > LARGEST:
        return False
    vault = kept.vault
    sealed = kept.sealer.seal(_place(vault.id, fold, vault.head_seq, bytes(vault.head_hash)), plain)
    Snapshot.objects.update_or_create(
        vault_id=vault.id,
        fold=fold.name,
        defaults={"version": fold.version, "seq": vault.head_seq, "sealed": sealed},
    )
    return True


def due(before: int, after: int) -> bool:
    """Whether an append from `before` to `after` passed a snapshot mark."""
    return before // EVERY != after // EVERY
