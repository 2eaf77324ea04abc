"""The chain of a log: an entry carries the hash of the one before, so that a removed or changed one shows."""

from __future__ import annotations

import hashlib
from typing import Final

from goldseam.vault.derive import CHAIN
from goldseam.vault.frame import frame
from goldseam.vault.place import Place

GENESIS: Final = bytes(32)
"""What stands before the first entry."""


def entry_hash(place: Place, record: bytes) -> bytes:
    """The SHA-256 of a sealed entry and its place, the hash before it included. It needs no key."""
    return hashlib.sha256(frame(CHAIN, place.bound(), record)).digest()
