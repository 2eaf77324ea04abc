"""Erasing: the words go, the place stays, and a restored backup will forget them again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import connections, transaction

from goldseam.log.models import EntryRow, Erasure, Snapshot


def erase_rows(vault_id: UUID, seqs: Iterable[int], *, day: date) -> int:
    """Blank these lines and list them apart; returns how many were not blank before. Inside a transaction.

    The list is written first: a crash between the two leaves a listed line that the person asked to erase.
    """
    wanted = list(seqs)
    Erasure.objects.bulk_create(
        [Erasure(vault_id=vault_id, seq=seq, day=day) for seq in wanted], ignore_conflicts=True
    )
    blanked = EntryRow.objects.filter(vault_id=vault_id, seq__in=wanted, sealed__isnull=False).update(
        sealed=None
    )
    Snapshot.objects.filter(vault_id=vault_id).delete()
    transaction.on_commit(shred)
    return blanked


def shred() -> None:
    """Let no erased byte stay in SQLite's write-ahead files (secure_delete has cleared the pages themselves)."""
    for alias in {"default", settings.APART}:
        connection = connections[alias]
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def apply_erasures() -> int:
    """After a restore: erase again whatever was erased since the backup. Returns how many lines were blanked."""
    listed: dict[UUID, list[int]] = {}
    for vault_id, seq in Erasure.objects.values_list("vault_id", "seq"):
        listed.setdefault(vault_id, []).append(seq)
    blanked = 0
    with transaction.atomic():
        for vault_id, seqs in listed.items():
            blanked += EntryRow.objects.filter(vault_id=vault_id, seq__in=seqs, sealed__isnull=False).update(
                sealed=None
            )
            Snapshot.objects.filter(vault_id=vault_id).delete()
    shred()
    return blanked
