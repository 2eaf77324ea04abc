"""Erasing: the words go, the place stays, and a restored backup will forget them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

import structlog
from django.conf import settings
from django.db import Error as DatabaseFault
from django.db import connections, transaction

from goldseam.log.models import EntryRow, Erasure, Snapshot, Vault

WHOLE = 0
"""The place, in the list of erasures, of a log that was deleted altogether: no line has it."""
PARTED = 2**31 - 1
"""The place, in the list of erasures, of a pairing that has ended: no log gets so long."""
AT_ONCE = 500
"""How many ids one query asks for."""

log = structlog.get_logger("goldseam.log")


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


@contextmanager
def deleting() -> Iterator[None]:
    """One transaction for what deletes whole logs and lists them apart: both are kept, or neither.

    The list is committed first: a crash between the two leaves listed what its person asked to delete.
    """
    with transaction.atomic(), transaction.atomic(using=settings.APART):
        yield


def list_whole(vault_ids: Iterable[UUID], *, day: date) -> None:
    """List logs that are deleted altogether, by their random ids, in the place of their single lines.

    Inside `deleting`. How much had been erased in them before is forgotten with them.
    """
    wanted = list(vault_ids)
    Erasure.objects.filter(vault_id__in=wanted).exclude(seq=WHOLE).delete()
    Erasure.objects.bulk_create(
        [Erasure(vault_id=vault_id, seq=WHOLE, day=day) for vault_id in wanted], ignore_conflicts=True
    )


def listed_whole(ids: Iterable[UUID]) -> set[UUID]:
    """Which of these are listed as deleted altogether."""
    return set(Erasure.objects.filter(seq=WHOLE, vault_id__in=list(ids)).values_list("vault_id", flat=True))


def list_parted(vault_id: UUID, *, day: date) -> None:
    """List that the pairing in this shared log has ended: nobody who left is put back beside the other."""
    Erasure.objects.get_or_create(vault_id=vault_id, seq=PARTED, defaults={"day": day})


def came_back() -> tuple[set[UUID], set[UUID]]:
    """The people and the spaces, by id, whose deleted logs are there again: a backup brought them back."""
    people: set[UUID] = set()
    spaces: set[UUID] = set()
    for vault in _listed(WHOLE):
        people |= {vault.person_id} if vault.person_id else set()
        spaces |= {vault.space_id} if vault.space_id else set()
    return people, spaces


def parted() -> set[UUID]:
    """The spaces, by id, whose pairing has ended, whatever a backup says of them."""
    return {vault.space_id for vault in _listed(PARTED) if vault.space_id}


def _listed(place: int) -> Iterator[Vault]:
    ids = list(Erasure.objects.filter(seq=place).values_list("vault_id", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        yield from Vault.objects.filter(id__in=ids[start : start + AT_ONCE])


def shred() -> None:
    """Let no erased byte stay in SQLite's write-ahead files (secure_delete has cleared the pages themselves).

    It comes after the commit, so it fails without a word to the person: what was erased is erased.
    """
    for alias in {"default", settings.APART}:
        connection = connections[alias]
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            try:
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except DatabaseFault as error:  # the next one does it, once the disk is not full any more
                log.warning("not_shredded", kind=type(error).__name__)


def apply_erasures() -> int:
    """After a restore: erase again each line that was erased since the backup. Returns how many were blanked.

    What was deleted whole is deleted again by the rooms that it was in (`goldseam.upkeep.restore`).
    """
    listed: dict[UUID, list[int]] = {}
    lines = Erasure.objects.exclude(seq__in=(WHOLE, PARTED))
    for vault_id, seq in lines.values_list("vault_id", "seq"):
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
