"""One side of a joint reveal or a double yes: it opens with the space's key and the server's together.

The reveal key is kept outside database and backups. So neither a stolen database, nor the partner who holds
the space's key, opens an offer before the other side is there.
"""

from __future__ import annotations

from goldseam.vault.derive import OFFER, derive, whole_key
from goldseam.vault.place import Place
from goldseam.vault.record import open_record, seal


def seal_offer(space_key: bytes, reveal_key: bytes, place: Place, plain: bytes) -> bytes:
    """A record that opens with both keys, at this place only. Its length shows in steps of 256 bytes."""
    return seal(_both(space_key, reveal_key), place, plain)


def open_offer(space_key: bytes, reveal_key: bytes, place: Place, record: bytes) -> bytes:
    """What was sealed. Raises as `open_record` does."""
    return open_record(_both(space_key, reveal_key), place, record)


def _both(space_key: bytes, reveal_key: bytes) -> bytes:
    return derive(whole_key(space_key) + whole_key(reveal_key), OFFER)
