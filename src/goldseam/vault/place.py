"""Where a sealed record belongs. It opens there, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from goldseam.vault.frame import frame


class Kind(StrEnum):
    """What a sealed record is. The names are part of the format: they are never changed."""

    ENTRY = "entry"
    DRAFT = "draft"
    OFFER = "offer"
    SNAPSHOT = "snapshot"
    KEYRING = "keyring"
    SLOT = "slot"
    TIER = "tier"
    INVITE = "invite"
    CONTACT = "contact"
    LABEL = "label"
    FACTOR = "factor"


@dataclass(frozen=True, slots=True)
class Place:
    """The kind, row, vault, sequence number and previous hash that a record is bound to.

    Raises ValueError for a kind that is not in `Kind` and for a sequence number below 0 or above 2**63 - 1.
    """

    kind: str
    row: UUID
    vault: UUID
    sequence: int = 0
    previous: bytes = b""

    def __post_init__(self) -> None:
        Kind(self.kind)
        if not 0 <= self.sequence < 2**63:
            raise ValueError("a sequence number lies between 0 and 2**63 - 1")

    def bound(self) -> bytes:
        """The bytes that a record authenticates. Two different places never give the same."""
        sequence = self.sequence.to_bytes(8, "big")
        return frame(self.kind.encode(), self.row.bytes, self.vault.bytes, sequence, self.previous)
