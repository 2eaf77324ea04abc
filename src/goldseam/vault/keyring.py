"""A person's keyring: keys of the desk and the spaces, pinned public keys, the heads of logs last seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar
from uuid import UUID

from goldseam.vault.derive import KEY_BYTES, whole_key
from goldseam.vault.frame import frame, read_back, unframe, unframe_as
from goldseam.vault.place import Kind, Place
from goldseam.vault.record import make_key, open_record, seal_wide

# About two dozen spaces fit the first step, so that their number barely shows.
WIDE_STEP: Final = 4096

_FORMAT: Final = b"keyring/1"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class SpaceKey:
    """The key of one space, the member slot (0-255) that is mine, and both public keys as they were pinned.

    `partner` is None until the other person has accepted. Raises ValueError for a part of a wrong length.
    """

    key: bytes = field(repr=False)
    slot: int
    mine: bytes
    partner: bytes | None = None

    def __post_init__(self) -> None:
        whole_key(self.key)
        whole_key(self.mine)
        if self.partner is not None:
            whole_key(self.partner)
        member_slot(self.slot)


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a log that was seen: its sequence number and its hash (32 bytes).

    Raises ValueError for anything else.
    """

    seq: int
    hash: bytes

    def __post_init__(self) -> None:
        if not 0 <= self.seq < 2**63 or len(self.hash) != KEY_BYTES:
            raise ValueError("no head of a log")


@dataclass(frozen=True, slots=True)
class Keyring:
    """What a person can open. It is never changed; each `with_` gives a new one.

    Raises ValueError for a key of a wrong length.
    """

    desk: bytes = field(repr=False)
    outer: bytes = field(repr=False)
    spaces: dict[UUID, SpaceKey] = field(default_factory=dict)
    heads: dict[UUID, Head] = field(default_factory=dict)

    def __post_init__(self) -> None:
        whole_key(self.desk)
        whole_key(self.outer)

    def with_space(self, space: UUID, key: SpaceKey) -> Keyring:
        """The keyring with this space added, or its key replaced."""
        return replace(self, spaces={**self.spaces, space: key})

    def without_space(self, space: UUID, *, log: UUID) -> Keyring:
        """The keyring without the key of this space and the head of its log; the same if they are not there."""
        return replace(self, spaces=_without(self.spaces, space), heads=_without(self.heads, log))


def make_keyring() -> Keyring:
    """A new keyring: random desk and outer keys, no space, no head."""
    return Keyring(desk=make_key(), outer=make_key())


def seal_keyring(keyring: Keyring, key: bytes, *, person: UUID, generation: int) -> bytes:
    """The keyring, sealed for this person and generation. Its length shows in steps of 4096 bytes."""
    return seal_wide(key, _place(person, generation), pack_keyring(keyring), WIDE_STEP)


def open_keyring(sealed: bytes, key: bytes, *, person: UUID, generation: int) -> Keyring:
    """The keyring. Raises `WrongKey`, `Tampered` or `UnknownVersion`."""
    return unpack_keyring(open_record(key, _place(person, generation), sealed))


def pack_keyring(keyring: Keyring) -> bytes:
    """The one way to write a keyring: equal keyrings give equal bytes."""
    heads = (
        frame(vault.bytes, head.seq.to_bytes(8, "big"), head.hash)
        for vault, head in sorted(keyring.heads.items())
    )
    return frame(_FORMAT, keyring.desk, keyring.outer, pack_spaces(keyring.spaces), frame(*heads))


def unpack_keyring(packed: bytes) -> Keyring:
    """What `pack_keyring` was given. Raises `UnknownVersion` or `Tampered`."""
    return read_back(packed, _unpack, pack_keyring)


def pack_spaces(spaces: Mapping[UUID, SpaceKey]) -> bytes:
    """The spaces in the order of their ids."""
    return frame(
        *(
            frame(space.bytes, key.key, bytes((key.slot,)), key.mine, key.partner or b"")
            for space, key in sorted(spaces.items())
        )
    )


def unpack_spaces(packed: bytes) -> dict[UUID, SpaceKey]:
    """What `pack_spaces` was given. Raises ValueError or `Tampered`."""
    spaces = {}
    for one in unframe(packed):
        space, key, slot, mine, partner = unframe(one)
        spaces[UUID(bytes=space)] = SpaceKey(key, int.from_bytes(slot, "big"), mine, partner or None)
    return spaces


def member_slot(slot: int) -> int:
    """The same number. Raises ValueError unless it lies between 0 and 255."""
    if not 0 <= slot <= 255:
        raise ValueError("a member slot lies between 0 and 255")
    return slot


def _unpack(packed: bytes) -> Keyring:
    desk, outer, spaces, rest = unframe_as(_FORMAT, packed)
    heads = {}
    for one in unframe(rest):
        vault, seq, last = unframe(one)
        heads[UUID(bytes=vault)] = Head(int.from_bytes(seq, "big"), last)
    return Keyring(desk, outer, unpack_spaces(spaces), heads)


def _without(kept: Mapping[UUID, _T], gone: UUID) -> dict[UUID, _T]:
    return {key: value for key, value in kept.items() if key != gone}


def _place(person: UUID, generation: int) -> Place:
    return Place(Kind.KEYRING, person, person, generation)
