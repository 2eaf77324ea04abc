"""Keys from keys: HKDF-SHA256, with one frozen label for each purpose.

A label is never changed and never used twice. A new purpose gets a new label; a new format gets a new number.
"""

from __future__ import annotations

from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32

PUBLIC_ID: Final = b"goldseam/1/public-id"
RECORD: Final = b"goldseam/1/record"
KEYRING: Final = b"goldseam/1/keyring"
IDENTITY: Final = b"goldseam/1/identity"
PASSPHRASE_SLOT: Final = b"goldseam/1/slot/passphrase"
RECOVERY_SLOT: Final = b"goldseam/1/slot/recovery"
PASSKEY_SLOT: Final = b"goldseam/1/slot/passkey"
SHARED_TIER: Final = b"goldseam/1/tier/shared"
PRIVATE_TIER: Final = b"goldseam/1/tier/private"
INVITE_ID: Final = b"goldseam/1/invite/id"
INVITE_KEY: Final = b"goldseam/1/invite/key"
OFFER: Final = b"goldseam/1/offer"
SERVER_KEYS: Final = b"goldseam/1/server-keys"
CHAIN: Final = b"goldseam/1/chain"


def derive(secret: bytes, label: bytes, *, salt: bytes | None = None, length: int = KEY_BYTES) -> bytes:
    """The key for one purpose. The same secret, label and salt always give the same bytes."""
    return HKDF(SHA256(), length, salt, label).derive(secret)


def whole_key(key: bytes) -> bytes:
    """The same key. Raises ValueError unless it has 32 bytes: HKDF would take even an empty one."""
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    return key
