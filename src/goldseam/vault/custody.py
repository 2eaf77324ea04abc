"""The server's own keys in one file that a passphrase opens, to be kept in another place than the data.

A random root is wrapped in a passphrase slot; the keys are sealed under a key derived from that root. Behind both
stands a checksum, so that a damaged file is told from a wrong passphrase before anything is asked or stretched. It
adds no safety and needs none: each part is authenticated by itself.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Final
from uuid import UUID, uuid4

from goldseam.vault.derive import SERVER_KEYS, derive, whole_key
from goldseam.vault.errors import Tampered, UnknownVersion
from goldseam.vault.frame import frame, read_back, unframe, unframe_as
from goldseam.vault.place import Kind, Place
from goldseam.vault.record import open_record, seal
from goldseam.vault.slots import (
    FLOOR,
    Cost,
    Slot,
    SlotKind,
    make_passphrase_slot,
    make_root,
    open_passphrase_slot,
)

_FORMAT: Final = b"goldseam server keys/1"
_INNER: Final = b"server keys/1"
_CHECK: Final = 32


def seal_server_keys(keys: Mapping[str, bytes], passphrase: str, *, cost: Cost, floor: Cost = FLOOR) -> bytes:
    """The bytes of such a file. Raises `UnusablePassphrase`, `BelowFloor` or `AboveCeiling`.

    Raises ValueError for a key that has not 32 bytes.
    """
    root, custody = make_root(), uuid4()
    slot = make_passphrase_slot(root, passphrase, person=custody, cost=cost, floor=floor)
    sealed = seal(derive(root, SERVER_KEYS), _place(custody), _pack(keys))
    body = frame(_FORMAT, custody.bytes, slot.row.bytes, slot.salt, _pack_cost(cost), slot.sealed, sealed)
    return body + hashlib.sha256(body).digest()


def open_server_keys(file: bytes, passphrase: str, *, floor: Cost = FLOOR) -> dict[str, bytes]:
    """The keys by their names, all of them.

    Raises `UnknownVersion` (no such file), `Tampered` (cut or changed), `WrongKey` (another passphrase),
    `BelowFloor` or `AboveCeiling`.
    """
    custody, slot, sealed = _read(file)
    root = open_passphrase_slot(slot, passphrase, floor=floor)
    packed = open_record(derive(root, SERVER_KEYS), _place(custody), sealed)
    return read_back(packed, _unpack, _pack)


def check_server_keys(file: bytes) -> None:
    """Raises as `open_server_keys` does for what is no such file, or is damaged."""
    _read(file)


def _read(file: bytes) -> tuple[UUID, Slot, bytes]:
    if not file.startswith(frame(_FORMAT)):
        raise UnknownVersion("no file of server keys, or of a later version")
    body, check = file[:-_CHECK], file[-_CHECK:]
    if not hmac.compare_digest(hashlib.sha256(body).digest(), check):
        raise Tampered("the file is cut or changed")
    try:
        custody, row, salt, cost, wrapped, sealed = unframe_as(_FORMAT, body)
        person = UUID(bytes=custody)
        slot = Slot(SlotKind.PASSPHRASE, UUID(bytes=row), person, salt, _unpack_cost(cost), wrapped)
    except ValueError:
        raise Tampered("fields are missing, too many or out of range") from None
    return person, slot, sealed


def _place(custody: UUID) -> Place:
    return Place(Kind.KEYRING, custody, custody)


def _pack(keys: Mapping[str, bytes]) -> bytes:
    named = (frame(name.encode(), whole_key(key)) for name, key in sorted(keys.items()))
    return frame(_INNER, *named)


def _unpack(packed: bytes) -> dict[str, bytes]:
    keys = {}
    for one in unframe_as(_INNER, packed):
        name, key = unframe(one)
        keys[name.decode()] = whole_key(key)
    return keys


def _pack_cost(cost: Cost) -> bytes:
    return b"".join(part.to_bytes(4, "big") for part in (cost.iterations, cost.memory_kib, cost.lanes))


def _unpack_cost(packed: bytes) -> Cost:
    if len(packed) != 12:
        raise ValueError("no cost")
    iterations, memory_kib, lanes = (int.from_bytes(packed[at : at + 4], "big") for at in (0, 4, 8))
    return Cost(iterations, memory_kib, lanes)
