"""Verifying every chain without a single key: what an operator can know, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator

from goldseam.log.inventory import unclassified
from goldseam.log.models import DraftRow, EntryRow, Snapshot, Vault
from goldseam.log.reading import chained, found_rows
from goldseam.spaces.models import Space
from goldseam.vault import Tampered


def run() -> list[str]:
    """Faults found, one line each, by id alone; an empty list when all is well."""
    return [*_chains(), *_strays(), *(f"{name}: not in the inventory" for name in unclassified())]


def _chains() -> Iterator[str]:
    for vault in Vault.objects.order_by("id").iterator():
        try:
            for _ in chained(vault, found_rows(vault.id)):
                pass
        except Tampered as fault:
            yield f"log {vault.id}: {fault}"
        if EntryRow.objects.filter(vault_id=vault.id, seq__gt=vault.head_seq).exists():
            yield f"log {vault.id}: entries beyond its head"


def _strays() -> Iterator[str]:
    known = set(Vault.objects.values_list("id", flat=True))
    for table in (EntryRow, DraftRow, Snapshot):
        for stray in set(table._default_manager.values_list("vault_id", flat=True).distinct()) - known:
            yield f"{table._meta.label_lower}: rows of an unknown log {stray}"
    spaces = set(Space.objects.values_list("id", flat=True))
    for space_id in Vault.objects.filter(space_id__isnull=False).values_list("space_id", flat=True):
        if space_id not in spaces:
            yield f"a log of an unknown space {space_id}"
