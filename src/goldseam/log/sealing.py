"""How a vault's kind decides the key: the one place where keys meet rows."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from goldseam.core.base import VaultKind
from goldseam.keys.keyring import space_key
from goldseam.keys.locked import Locked
from goldseam.keys.opened import Opened
from goldseam.vault import Place, SharedTier, open_private, open_record, seal, seal_private


@dataclass(frozen=True, slots=True)
class Sealer:
    """Seals and opens records of one vault with what is open now.

    Sealing into a private vault needs no private tier (write-open); opening does, and raises `Locked`.
    """

    opened: Opened
    kind: VaultKind
    space_id: UUID | None = None

    @property
    def tier(self) -> SharedTier:
        if self.opened.shared is None:
            raise Locked("shared")
        return self.opened.shared

    @property
    def key(self) -> bytes:
        if self.kind is VaultKind.DESK:
            return self.tier.desk
        if self.space_id is None:
            raise Locked("private")
        return space_key(self.opened, self.space_id).key

    def seal(self, place: Place, plain: bytes) -> bytes:
        if self.kind is VaultKind.PRIVATE:
            return seal_private(self.tier.public, self.tier.outer, place, plain)
        return seal(self.key, place, plain)

    def open(self, place: Place, record: bytes) -> bytes:
        if self.kind is not VaultKind.PRIVATE:
            return open_record(self.key, place, record)
        return self.private_open(place, record)

    def private_open(self, place: Place, record: bytes) -> bytes:
        if self.opened.private is None:
            raise Locked("private")
        return open_private(self.opened.private.secret, self.tier.outer, place, record)
