"""Sealed records: version(1) | alg(1) | key id(8) | nonce(12) | ciphertext and tag.

What is sealed is padded, so that its length shows in steps only. Header and place are authenticated with it.
Nonces are random: one key may seal 2**32 records, far more than two people write.
"""

from __future__ import annotations

import hmac
import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from goldseam.vault.derive import KEY_BYTES, RECORD, derive, whole_key
from goldseam.vault.errors import Tampered, UnknownVersion, WrongKey
from goldseam.vault.place import Place

VERSION: Final = 1
PLAIN_ALG: Final = 1
PRIVATE_ALG: Final = 2
STEP: Final = 256

_ID_BYTES: Final = 8
_HEADER: Final = 2 + _ID_BYTES
_NONCE: Final = 12
_START: Final = _HEADER + _NONCE
_TAG: Final = 16
_LENGTH: Final = 4


def make_key() -> bytes:
    """A new random key of 32 bytes."""
    return os.urandom(KEY_BYTES)


def key_id(key: bytes) -> bytes:
    """Eight bytes that name a key and tell nothing about it."""
    return derive(whole_key(key), RECORD, length=_ID_BYTES)


def seal(key: bytes, place: Place, plain: bytes) -> bytes:
    """A record that opens with this key, at this place only. Its length shows in steps of 256 bytes."""
    return seal_body(key, PLAIN_ALG, place, pad(plain))


def seal_wide(key: bytes, place: Place, plain: bytes, step: int) -> bytes:
    """As `seal`, in wider steps (a multiple of 256), where even the number of parts should not show."""
    return seal_body(key, PLAIN_ALG, place, pad(plain, step))


def open_record(key: bytes, place: Place, record: bytes) -> bytes:
    """What was sealed.

    Raises `UnknownVersion` (not such a record), `WrongKey` (sealed with another key) or `Tampered` (the
    record is changed, or lies at another place).
    """
    return unpad(open_body(key, PLAIN_ALG, place, record))


def header(alg: int, key: bytes) -> bytes:
    """The readable start of a record."""
    return bytes((VERSION, alg)) + key_id(key)


def seal_body(key: bytes, alg: int, place: Place, body: bytes) -> bytes:
    """Seal bytes that are padded already."""
    named, cipher = _split(key)
    start = bytes((VERSION, alg)) + named
    nonce = os.urandom(_NONCE)
    return start + nonce + cipher.encrypt(nonce, body, start + place.bound())


def open_body(key: bytes, alg: int, place: Place, record: bytes) -> bytes:
    """The padded bytes, after every check. Raises as `open_record` does."""
    if record[:2] != bytes((VERSION, alg)):
        raise UnknownVersion("no record of this version and algorithm")
    if len(record) < _START + _TAG:
        raise Tampered("the record is cut")
    start, nonce = record[:_HEADER], record[_HEADER:_START]
    named, cipher = _split(key)
    if not hmac.compare_digest(start[2:], named):
        raise WrongKey("sealed with another key")
    try:
        return cipher.decrypt(nonce, record[_START:], start + place.bound())
    except InvalidTag:
        raise Tampered("the record is changed, or not at its place") from None


def _split(key: bytes) -> tuple[bytes, AESGCM]:
    # One derivation gives both the name of the key (`key_id` reads it off the start) and the key that seals:
    # they share no bytes, and opening a long log stays quick.
    derived = derive(whole_key(key), RECORD, length=_ID_BYTES + KEY_BYTES)
    return derived[:_ID_BYTES], AESGCM(derived[_ID_BYTES:])


def pad(plain: bytes, step: int = STEP) -> bytes:
    """The length (four bytes), the plain bytes, then zeros up to the next multiple of `step`."""
    filled = len(plain).to_bytes(_LENGTH, "big") + plain
    return filled + bytes(-len(filled) % step)


def unpad(padded: bytes) -> bytes:
    """What `pad` was given. Raises `Tampered` for anything that `pad` does not make."""
    end = _LENGTH + int.from_bytes(padded[:_LENGTH], "big")
    if len(padded) % STEP or end > len(padded) or any(padded[end:]):
        raise Tampered("not padded as it should be")
    return padded[_LENGTH:end]
