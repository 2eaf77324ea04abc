"""The recovery code: 128 random bits and a check that catches a slip, as seven groups of four signs.

Crockford's base 32: no I, L, O or U, so that it can be written by hand and read again.
"""

from __future__ import annotations

import os
import unicodedata
from typing import Final

from goldseam.vault.errors import MalformedCode

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE: Final = str.maketrans("OIL", "011")
_BITS: Final = 5
_SECRET_BYTES: Final = 16
_LENGTH: Final = 28
_GROUP: Final = 4
# The last two signs hold the remainder by this prime: one wrong sign, or two neighbours swapped, always show.
_CHECK_BITS: Final = 10
_PRIME: Final = 1021
# No paste of this length is a code; it is not even looked at.
_TOO_LONG: Final = 200


def make_recovery_code() -> str:
    """A new random code. It is shown once and kept nowhere."""
    return write_recovery_code(os.urandom(_SECRET_BYTES))


def write_recovery_code(secret: bytes) -> str:
    """The code for 16 bytes, in groups of four signs."""
    number = int.from_bytes(secret, "big")
    checked = number << _CHECK_BITS | number % _PRIME
    signs = "".join(_SIGNS[checked >> _BITS * place & 31] for place in reversed(range(_LENGTH)))
    return "-".join(signs[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def read_recovery_code(code: str) -> bytes:
    """The 16 bytes of a code as someone typed it.

    Capitals, spaces and dashes do not matter; O is read as 0, I and L as 1. Raises `MalformedCode`.
    """
    signs = _signs(code)
    if len(signs) != _LENGTH or any(sign not in _SIGNS for sign in signs):
        raise MalformedCode("not the signs of a code")
    checked = 0
    for sign in signs:
        checked = checked << _BITS | _SIGNS.index(sign)
    number, check = checked >> _CHECK_BITS, checked & (1 << _CHECK_BITS) - 1
    if check != number % _PRIME or number >> 8 * _SECRET_BYTES:
        raise MalformedCode("a sign is not right")
    return number.to_bytes(_SECRET_BYTES, "big")


def _signs(code: str) -> str:
    if len(code) > _TOO_LONG:
        raise MalformedCode("too long for a code")
    typed = unicodedata.normalize("NFKC", code).upper().translate(_ALIKE)
    return "".join(sign for sign in typed if not _separates(sign))


def _separates(sign: str) -> bool:
    # Phones turn a dash into others: every dash of Unicode counts, and the minus sign.
    return sign.isspace() or sign == "\N{MINUS SIGN}" or unicodedata.category(sign) == "Pd"
