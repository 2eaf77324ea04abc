"""One encoding for everything that is bound or kept: a row of fields, each after its own length.

Two different rows of fields never give the same bytes, so a border between two fields cannot be moved.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from goldseam.vault.errors import Tampered, UnknownVersion

_LENGTH = 4
_T = TypeVar("_T")


def frame(*fields: bytes) -> bytes:
    """Each field after its length (four bytes, big-endian)."""
    return b"".join(len(field).to_bytes(_LENGTH, "big") + field for field in fields)


def unframe(data: bytes) -> list[bytes]:
    """The fields that `frame` was given. Raises `Tampered` if the bytes are no row of fields."""
    fields: list[bytes] = []
    at = 0
    while at < len(data):
        start = at + _LENGTH
        at = start + int.from_bytes(data[at:start], "big")
        fields.append(data[start:at])
    if at != len(data):
        raise Tampered("the last field is cut")
    return fields


def unframe_as(name: bytes, packed: bytes) -> list[bytes]:
    """The fields after the name of the format. Raises `UnknownVersion` if it is another format."""
    fields = unframe(packed)
    if fields[:1] != [name]:
        raise UnknownVersion("another format")
    return fields[1:]


def read_back(packed: bytes, unpack: Callable[[bytes], _T], pack: Callable[[_T], bytes]) -> _T:
    """What was packed, if it was packed in the one way that `pack` has. Raises `Tampered` if not.

    `unpack` may raise ValueError for fields that are missing, too many or out of range.
    """
    try:
        value = unpack(packed)
    except ValueError:
        raise Tampered("fields are missing, too many or out of range") from None
    if pack(value) != packed:
        raise Tampered("not written in the one way")
    return value
