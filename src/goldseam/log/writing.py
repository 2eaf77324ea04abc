"""Appending: lock, compare, seal, insert, in one transaction over all vaults that a decision touches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldseam.core import entries
from goldseam.core.base import (
    Append,
    Body,
    DropDraft,
    Entry,
    Erase,
    Erased,
    Outcome,
    Refusal,
    Refused,
    VaultKind,
)
from goldseam.core.spaces import MemberJoined, must_give_back, must_take_words
from goldseam.log import erasing
from goldseam.log.models import DraftRow, EntryRow, Vault
from goldseam.log.reading import entry_place
from goldseam.log.sealing import Sealer
from goldseam.log.vaults import locked
from goldseam.vault import entry_hash


class Conflict(Exception):
    """A log moved on between reading and writing. The caller reads and decides again."""


@dataclass(slots=True)
class Bench:
    """Where one decision's changes go: a sealer and a member slot for each kind of vault it may touch.

    `seen` are the heads that the decision read; `state` tells the space's state once the log is locked.
    """

    now: datetime
    sealers: dict[VaultKind, Sealer]
    vaults: dict[VaultKind, UUID]
    slots: dict[VaultKind, int]
    seen: dict[UUID, int] = field(default_factory=dict)
    state: Callable[[], str] = str


def write(bench: Bench, outcome: Outcome) -> dict[VaultKind, int]:
    """Do what was decided, all or nothing. Returns, of each vault appended to, its kind and its new head.

    Raises `Conflict` if a vault that the decision read has moved on, and `Refused` (FROZEN, PAUSED,
    ALREADY_DONE) where the store itself must say no.
    """
    touched = {bench.vaults[change.vault] for change in outcome if isinstance(change, Append | Erase)}
    with transaction.atomic():
        rows = locked(touched | set(bench.seen))
        _compare(bench, rows)
        for change in outcome:
            _do(bench, rows, change)
        for vault_id in touched:
            rows[vault_id].save(update_fields=["head_seq", "head_hash"])
    kinds = {vault_id: kind for kind, vault_id in bench.vaults.items()}
    return {kinds[vault_id]: rows[vault_id].head_seq for vault_id in touched}


def _compare(bench: Bench, rows: dict[UUID, Vault]) -> None:
    for vault_id, head in bench.seen.items():
        if vault_id not in rows or rows[vault_id].head_seq != head:
            raise Conflict


def _do(bench: Bench, rows: dict[UUID, Vault], change: Append | Erase | DropDraft) -> None:
    if isinstance(change, DropDraft):
        DraftRow.objects.filter(id=change.draft, vault_id=bench.vaults[VaultKind.PRIVATE]).delete()
        transaction.on_commit(erasing.shred)
    elif isinstance(change, Append):
        if change.vault is VaultKind.SHARED:
            _admit(bench, change.body)
        _append(bench, rows[bench.vaults[change.vault]], change.vault, change.body, change.row)
    else:
        _erase(bench, rows[bench.vaults[change.vault]], change)


def _admit(bench: Bench, body: Body) -> None:
    """The store's own word on what a space takes now: no decision can send into a space that has ended."""
    if isinstance(body, MemberJoined):
        return
    if _takes_back(body):
        must_give_back(bench.state())
    else:
        must_take_words(bench.state())


def _erase(bench: Bench, vault: Vault, change: Erase) -> None:
    mine = EntryRow.objects.filter(vault_id=vault.id, seq=change.seq, author=bench.slots[change.vault])
    if not mine.exists():
        raise Refused(Refusal.NOT_YOURS)
    erasing.erase_rows(vault.id, [change.seq], day=bench.now.date())
    _append(bench, vault, change.vault, Erased(seq=change.seq), None)


def _append(bench: Bench, vault: Vault, kind: VaultKind, body: Body, row: str | None) -> None:
    made = UUID(row) if row else uuid4()
    if row and EntryRow.objects.filter(vault_id=vault.id, row=made).exists():
        raise Refused(Refusal.ALREADY_DONE)
    seq = vault.head_seq + 1
    place = entry_place(vault.id, made, seq, bytes(vault.head_hash))
    entry = Entry(at=bench.now.replace(microsecond=0), by=bench.slots[kind], body=body)
    sealed = bench.sealers[kind].seal(place, entries.encode(entry))
    digest = entry_hash(place, sealed)
    EntryRow.objects.create(
        vault_id=vault.id,
        seq=seq,
        row=made,
        hash=digest,
        author=bench.slots[kind],
        day=bench.now.date(),
        group=readable_group(kind, body),
        sealed=sealed,
    )
    vault.head_seq, vault.head_hash = seq, digest


def tells(outcome: Outcome) -> bool:
    """Whether a decision shows the other something new. What is taken back or erased leaves unannounced."""
    return any(
        isinstance(change, Append) and change.vault is VaultKind.SHARED and not _takes_back(change.body)
        for change in outcome
    )


def _takes_back(body: Body) -> bool:
    return readable_tag(body).endswith(".withdrawn")


def readable_group(kind: VaultKind, body: Body) -> str:
    """The only thing that a row says of its kind: a coarse group in shared vaults, one group elsewhere."""
    if kind is not VaultKind.SHARED:
        return kind.value
    return readable_tag(body).split(".")[0]


def readable_tag(body: Body) -> str:
    """The frozen name of an entry's type, as in "letters.sent"."""
    return str(type(body).__struct_config__.tag)
