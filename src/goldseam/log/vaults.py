"""Making, finding, locking and ending vault rows."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection, transaction

from goldseam.core.base import VaultKind
from goldseam.keys import clock
from goldseam.log.erasing import list_whole, shred
from goldseam.log.models import DraftRow, EntryRow, OfferRow, Snapshot, Vault


def create_own(person_id: UUID) -> None:
    """Make a new person's private and desk vaults. Call once, inside the sign-up's transaction."""
    Vault.objects.bulk_create(
        [Vault(kind=kind.value, person_id=person_id) for kind in (VaultKind.PRIVATE, VaultKind.DESK)]
    )


def create_shared(space_id: UUID) -> Vault:
    """Make a space's shared vault."""
    return Vault.objects.create(kind=VaultKind.SHARED.value, space_id=space_id)


def locked(ids: Iterable[UUID]) -> dict[UUID, Vault]:
    """These vaults' rows, locked until the transaction ends, always in the same order (no deadlock).

    On SQLite the transaction itself already is the lock: it began as IMMEDIATE.
    """
    rows = Vault.objects.filter(id__in=list(ids)).order_by("id")
    if connection.features.has_select_for_update:
        rows = rows.select_for_update()
    return {row.id: row for row in rows}


def delete_own(person_id: UUID) -> None:
    """Delete a person's private and desk vaults with all that is in them."""
    delete_vaults(Vault.objects.filter(person_id=person_id).values_list("id", flat=True))


def delete_shared(space_id: UUID) -> None:
    """Delete a space's log and everything that waits beside it."""
    OfferRow.objects.filter(space_id=space_id).delete()
    delete_vaults(Vault.objects.filter(space_id=space_id).values_list("id", flat=True))


def delete_vaults(ids: Iterable[UUID]) -> None:
    """Delete these vaults, their entries, drafts and snapshots, and list them apart. Inside `deleting`."""
    doomed = list(ids)
    locked(doomed)  # before what lies in them, as whoever writes does
    list_whole(doomed, day=clock.today())
    for table in (EntryRow, DraftRow, Snapshot):
        table._default_manager.filter(vault_id__in=doomed).delete()
    Vault.objects.filter(id__in=doomed).delete()
    transaction.on_commit(shred)
