"""What follows from the root secret: the key of the keyring, and the person's identity."""

from __future__ import annotations

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from goldseam.vault.derive import IDENTITY, KEYRING, derive, whole_key


@dataclass(frozen=True, slots=True)
class Identity:
    """An X25519 pair (32 bytes each): private records are sealed to `public` and read with `secret`."""

    secret: bytes = field(repr=False)
    public: bytes


def derive_keyring_key(root: bytes) -> bytes:
    """The key that seals the keyring; always the same for one root."""
    return derive(whole_key(root), KEYRING)


def derive_identity(root: bytes) -> Identity:
    """The person's identity; always the same for one root."""
    secret = derive(whole_key(root), IDENTITY)
    return Identity(secret, X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw())
