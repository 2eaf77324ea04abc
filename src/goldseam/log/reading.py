"""Reading a log: rows to lines, checking that each follows the one before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from goldseam.core import entries
from goldseam.core.base import Line
from goldseam.log.asking import as_id, asked
from goldseam.log.models import GENESIS, Vault
from goldseam.log.sealing import Sealer
from goldseam.vault import Place, Tampered, entry_hash

OWN_VAULTS = """
    SELECT "id", "kind", "person_id", "space_id", "head_seq", "head_hash" FROM "log_vault" WHERE "person_id" = %s
"""
SHARED_VAULT = """
    SELECT "id", "kind", "person_id", "space_id", "head_seq", "head_hash" FROM "log_vault" WHERE "space_id" = %s
"""
VAULT = ("id", "kind", "person_id", "space_id", "head_seq", "head_hash")
ROWS = """
    SELECT "seq", "row", "hash", "sealed" FROM "log_entryrow" WHERE "vault_id" = %s AND "seq" > %s ORDER BY "seq"
"""


class Found(NamedTuple):
    """A row as stored; `sealed` is None where it was erased."""

    seq: int
    row: UUID
    hash: bytes
    sealed: bytes | None


def entry_place(vault_id: UUID, row: UUID, seq: int, previous: bytes) -> Place:
    """Where an entry belongs: its record opens nowhere else."""
    return Place("entry", row, vault_id, seq, previous)


def own_vaults(person_id: UUID) -> list[Vault]:
    """A person's private vault and desk."""
    return [_vault(*row) for row in asked(OWN_VAULTS, person_id)]


def shared_vault(space_id: UUID) -> list[Vault]:
    """A space's vault, if there is one."""
    return [_vault(*row) for row in asked(SHARED_VAULT, space_id)]


def _vault(id: Any, kind: str, person: Any, space: Any, seq: int, digest: bytes) -> Vault:
    owners = (None if owner is None else as_id(owner) for owner in (person, space))
    return Vault.from_db(connection.alias, VAULT, (as_id(id), kind, *owners, seq, bytes(digest)))


def found_rows(vault_id: UUID, after: int = 0) -> list[Found]:
    """The stored rows of a vault with a sequence number above `after`, in order."""
    return [
        Found(seq, as_id(row), bytes(digest), None if sealed is None else bytes(sealed))
        for seq, row, digest, sealed in asked(ROWS, vault_id, after)
    ]


def chained(
    vault: Vault, rows: list[Found], after: int = 0, previous: bytes = GENESIS
) -> Iterator[tuple[Found, Place]]:
    """Each row with its place. Raises `Tampered` where a row is missing, changed, or the end was cut off."""
    expected = after
    for found in rows:
        expected += 1
        place = entry_place(vault.id, found.row, found.seq, previous)
        if found.seq != expected:
            raise Tampered(f"entry {expected} is missing")
        if found.sealed is not None and entry_hash(place, found.sealed) != found.hash:
            raise Tampered(f"entry {found.seq} was changed")
        yield found, place
        previous = found.hash
    if expected < vault.head_seq or (expected == vault.head_seq and previous != bytes(vault.head_hash)):
        raise Tampered("the end of the log is missing")


def opened_lines(
    vault: Vault, sealer: Sealer, rows: list[Found], after: int = 0, previous: bytes = GENESIS
) -> list[Line]:
    """The rows opened. Raises `Locked` if the tier is closed, `Tampered` or `WrongKey` if a record is not right."""
    return [
        Line(found.seq, None if found.sealed is None else entries.decode(sealer.open(place, found.sealed)))
        for found, place in chained(vault, rows, after, previous)
    ]
