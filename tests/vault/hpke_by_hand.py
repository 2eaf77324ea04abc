"""HPKE as RFC 9180 writes it (base mode, X25519, HKDF-SHA256, AES-256-GCM), with nothing but its primitives.

A second hand beside the library: it lets tests choose the ephemeral key, and so compare byte by byte.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEM = b"KEM" + (0x0020).to_bytes(2, "big")
_SUITE = b"HPKE" + (0x0020).to_bytes(2, "big") + (0x0001).to_bytes(2, "big") + (0x0002).to_bytes(2, "big")


@dataclass(frozen=True)
class Context:
    """What sender and reader share: RFC 9180, section 5.1."""

    enc: bytes
    key: bytes
    nonce: bytes

    def seal_first(self, plain: bytes, aad: bytes) -> bytes:
        return AESGCM(self.key).encrypt(self.nonce, plain, aad)

    def open_first(self, sealed: bytes, aad: bytes) -> bytes:
        return AESGCM(self.key).decrypt(self.nonce, sealed, aad)


def sender(ephemeral: X25519PrivateKey, public: X25519PublicKey, info: bytes) -> Context:
    enc = ephemeral.public_key().public_bytes_raw()
    return _schedule(enc, _shared(ephemeral.exchange(public), enc, public.public_bytes_raw()), info)


def reader(enc: bytes, secret: X25519PrivateKey, info: bytes) -> Context:
    exchanged = secret.exchange(X25519PublicKey.from_public_bytes(enc))
    return _schedule(enc, _shared(exchanged, enc, secret.public_key().public_bytes_raw()), info)


class SuiteByHand:
    """In place of the library's `Suite`, with ephemeral keys that the test chooses."""

    def __init__(self, ephemeral: Callable[[], bytes]) -> None:
        self._ephemeral = ephemeral

    def encrypt(self, plain: bytes, public: X25519PublicKey, info: bytes) -> bytes:
        context = sender(X25519PrivateKey.from_private_bytes(self._ephemeral()), public, info)
        return context.enc + context.seal_first(plain, b"")

    def decrypt(self, sealed: bytes, secret: X25519PrivateKey, info: bytes) -> bytes:
        return reader(sealed[:32], secret, info).open_first(sealed[32:], b"")


def _shared(exchanged: bytes, enc: bytes, public: bytes) -> bytes:
    pseudo = _extract(_KEM, b"", b"eae_prk", exchanged)
    return _expand(_KEM, pseudo, b"shared_secret", enc + public, 32)


def _schedule(enc: bytes, shared: bytes, info: bytes) -> Context:
    base_mode = b"\x00"
    context = (
        base_mode + _extract(_SUITE, b"", b"psk_id_hash", b"") + _extract(_SUITE, b"", b"info_hash", info)
    )
    secret = _extract(_SUITE, shared, b"secret", b"")
    key = _expand(_SUITE, secret, b"key", context, 32)
    return Context(enc, key, _expand(_SUITE, secret, b"base_nonce", context, 12))


def _extract(suite: bytes, salt: bytes, label: bytes, secret: bytes) -> bytes:
    return hmac.digest(salt, b"HPKE-v1" + suite + label + secret, hashlib.sha256)


def _expand(suite: bytes, key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    labelled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    # One block of HMAC-SHA256 is enough for every length asked for here.
    return hmac.digest(key, labelled + b"\x01", hashlib.sha256)[:length]
