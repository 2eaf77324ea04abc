"""The hand-over of a space: a code goes from hand to hand, and opens the invitation that waits in a row."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from goldseam.vault.derive import INVITE_ID, INVITE_KEY, derive, whole_key
from goldseam.vault.errors import MalformedCode
from goldseam.vault.frame import frame, read_back, unframe_as
from goldseam.vault.keyring import member_slot
from goldseam.vault.place import Kind, Place
from goldseam.vault.record import open_record, seal_wide

_FORMAT: Final = b"invitation/1"
_CODE_BYTES: Final = 10
_ID_BYTES: Final = 16
# A name of any usual length fits the first step.
_STEP: Final = 1024


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the inviter hands over: the space, its key, own member slot, public key and name, and the expiry.

    `expires` is in seconds of the Unix clock. It is the word of the inviter; a date in the database is not.
    Raises ValueError for a part of a wrong length or range.
    """

    space: UUID
    key: bytes = field(repr=False)
    slot: int
    public: bytes
    name: str = field(repr=False)
    expires: int

    def __post_init__(self) -> None:
        whole_key(self.key)
        whole_key(self.public)
        member_slot(self.slot)
        if not 0 <= self.expires < 2**63:
            raise ValueError("no time of the Unix clock")


def make_code() -> bytes:
    """80 random bits, to be said or shown face to face, once."""
    return os.urandom(_CODE_BYTES)


def derive_invite_id(code: bytes) -> bytes:
    """The 16 bytes under which the invitation lies. They do not give the code. Raises `MalformedCode`."""
    return derive(_whole_code(code), INVITE_ID, length=_ID_BYTES)


def seal_invitation(code: bytes, invitation: Invitation) -> bytes:
    """The invitation, sealed under its code, in steps of 1024 bytes. Raises `MalformedCode`."""
    return seal_wide(_key(code), _place(code), _pack(invitation), _STEP)


def open_invitation(code: bytes, sealed: bytes) -> Invitation:
    """The invitation. Raises `WrongKey` (`MalformedCode` where it shows), `Tampered` or `UnknownVersion`."""
    return read_back(open_record(_key(code), _place(code), sealed), _unpack, _pack)


def _key(code: bytes) -> bytes:
    return derive(_whole_code(code), INVITE_KEY)


def _place(code: bytes) -> Place:
    row = UUID(bytes=derive_invite_id(code))
    return Place(Kind.INVITE, row, row)


def _whole_code(code: bytes) -> bytes:
    if len(code) != _CODE_BYTES:
        raise MalformedCode("not the length of a code")
    return code


def _pack(it: Invitation) -> bytes:
    expires = it.expires.to_bytes(8, "big")
    return frame(_FORMAT, it.space.bytes, it.key, bytes((it.slot,)), it.public, it.name.encode(), expires)


def _unpack(packed: bytes) -> Invitation:
    space, key, slot, public, name, expires = unframe_as(_FORMAT, packed)
    return Invitation(
        space=UUID(bytes=space),
        key=key,
        slot=int.from_bytes(slot, "big"),
        public=public,
        name=name.decode(),
        expires=int.from_bytes(expires, "big"),
    )
