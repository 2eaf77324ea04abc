"""Private records: anyone who holds the public key and the outer key writes them, only the secret reads them.

The inner seal (HPKE, base mode) keeps a phone with an open session from reading. It does not name its writer,
so the outer seal is added: whoever can write the database, but holds no key, cannot plant a record.
"""

from __future__ import annotations

import hmac
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from goldseam.vault.derive import PUBLIC_ID, derive, whole_key
from goldseam.vault.errors import Tampered, WrongKey
from goldseam.vault.place import Place
from goldseam.vault.record import PRIVATE_ALG, header, open_body, pad, seal_body, unpad

_ID_BYTES: Final = 8


def seal_private(public: bytes, outer: bytes, place: Place, plain: bytes) -> bytes:
    """A record that opens with the outer key and the secret of `public` together, at this place only.

    Raises ValueError if `public` is no public key. Its length shows in steps of 256 bytes.
    """
    reader = X25519PublicKey.from_public_bytes(public)
    inner = _suite().encrypt(pad(plain), reader, _info(outer, place))
    return seal_body(outer, PRIVATE_ALG, place, _public_id(public) + inner)


def open_private(secret: bytes, outer: bytes, place: Place, record: bytes) -> bytes:
    """What was sealed. Raises as `open_record` does; `WrongKey` for a wrong secret or a wrong outer key."""
    reader = X25519PrivateKey.from_private_bytes(whole_key(secret))
    body = open_body(outer, PRIVATE_ALG, place, record)
    named, inner = body[:_ID_BYTES], body[_ID_BYTES:]
    if not hmac.compare_digest(named, _public_id(reader.public_key().public_bytes_raw())):
        raise WrongKey("sealed to another person")
    try:
        return unpad(_suite().decrypt(inner, reader, _info(outer, place)))
    except InvalidTag:
        raise Tampered("the inner seal is changed, or not at its place") from None


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _info(outer: bytes, place: Place) -> bytes:
    return header(PRIVATE_ALG, outer) + place.bound()


def _public_id(public: bytes) -> bytes:
    return derive(public, PUBLIC_ID, length=_ID_BYTES)
