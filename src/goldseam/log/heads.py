"""Where each of a person's logs ends now, to be compared with what the keyring remembers."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from goldseam.log.models import EntryRow, Vault
from goldseam.spaces.models import Member
from goldseam.vault import Head


def current_heads(person_id: UUID) -> dict[UUID, Head]:
    """The last sequence number and hash of every log that this person can open."""
    spaces = Member.objects.filter(person_id=person_id).values_list("space_id", flat=True)
    vaults = Vault.objects.filter(Q(person_id=person_id) | Q(space_id__in=list(spaces)))
    return {vault.id: Head(vault.head_seq, bytes(vault.head_hash)) for vault in vaults}


def hash_at(vault_id: UUID, seq: int) -> bytes | None:
    """The stored hash of one entry, None if there is no such entry."""
    found = EntryRow.objects.filter(vault_id=vault_id, seq=seq).values_list("hash", flat=True).first()
    return None if found is None else bytes(found)
