"""Bounded, sealed states of folds, so that a long log is not read from its beginning every time."""

from __future__ import annotations

from typing import TypeVar
from uuid import NAMESPACE_OID, UUID, uuid5

import msgspec

from goldseam.core.base import FoldOf
from goldseam.log.models import GENESIS, EntryRow, Snapshot, Vault
from goldseam.log.reading import found_rows, opened_lines
from goldseam.log.sealing import Sealer
from goldseam.vault import Place

EVERY = 64
LARGEST = 64 * 1024
S = TypeVar("S")


def _place(vault_id: UUID, fold: FoldOf[S], seq: int, head: bytes) -> Place:
    return Place(
        "snapshot", uuid5(NAMESPACE_OID, f"{vault_id}/{fold.name}/{fold.version}"), vault_id, seq, head
    )


def _hash_at(vault: Vault, seq: int) -> bytes:
    if seq == vault.head_seq:
        return bytes(vault.head_hash)
    found = EntryRow.objects.filter(vault_id=vault.id, seq=seq).values_list("hash", flat=True).first()
    return bytes(found) if found is not None else GENESIS


def folded(vault: Vault, sealer: Sealer, fold: FoldOf[S]) -> S:
    """The fold's state now: from its snapshot and what came after, or from the beginning. Writes nothing."""
    kept = Snapshot.objects.filter(vault_id=vault.id, fold=fold.name, version=fold.version).first()
    if kept is None or kept.seq > vault.head_seq:
        return fold.over(opened_lines(vault, sealer, found_rows(vault.id)))
    previous = _hash_at(vault, kept.seq)
    plain = sealer.open(_place(vault.id, fold, kept.seq, previous), bytes(kept.sealed))
    state = msgspec.msgpack.decode(plain, type=fold.state)
    rest = found_rows(vault.id, after=kept.seq)
    return fold.over(opened_lines(vault, sealer, rest, kept.seq, previous), state)


def keep(vault: Vault, sealer: Sealer, fold: FoldOf[S]) -> bool:
    """Write the fold's snapshot at the log's present end; False if the state is too large to be kept."""
    plain = msgspec.msgpack.encode(folded(vault, sealer, fold))
    if len(plain) > LARGEST:
        return False
    sealed = sealer.seal(_place(vault.id, fold, vault.head_seq, bytes(vault.head_hash)), plain)
    Snapshot.objects.update_or_create(
        vault_id=vault.id,
        fold=fold.name,
        defaults={"version": fold.version, "seq": vault.head_seq, "sealed": sealed},
    )
    return True


def due(before: int, after: int) -> bool:
    """Whether an append from `before` to `after` passed a snapshot mark."""
    return before // EVERY != after // EVERY
