"""What a session may open, kept in the session's row under a key that only the browser's cookie gives.

The shared tier holds what is open while signed in; the private tier what a step-up opens for a short time.
The root secret is in neither.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal, overload
from uuid import UUID

from goldseam.vault.derive import PRIVATE_TIER, SHARED_TIER, derive, whole_key
from goldseam.vault.errors import UnknownVersion
from goldseam.vault.frame import frame, read_back, unframe_as
from goldseam.vault.keyring import WIDE_STEP, SpaceKey, pack_spaces, unpack_spaces
from goldseam.vault.place import Kind, Place
from goldseam.vault.record import make_key, open_record, seal_wide

_SHARED_FORMAT: Final = b"tier/shared/1"
_PRIVATE_FORMAT: Final = b"tier/private/1"


class Tier(StrEnum):
    """The two halves of a session."""

    SHARED = "shared"
    PRIVATE = "private"


_LABELS: Final = {Tier.SHARED: SHARED_TIER, Tier.PRIVATE: PRIVATE_TIER}


@dataclass(frozen=True, slots=True)
class SharedTier:
    """Desk, spaces, and what writes (not reads) private entries: the own public key and the outer key.

    Raises ValueError for a key of a wrong length.
    """

    desk: bytes = field(repr=False)
    outer: bytes = field(repr=False)
    public: bytes
    spaces: dict[UUID, SpaceKey]

    def __post_init__(self) -> None:
        whole_key(self.desk)
        whole_key(self.outer)
        whole_key(self.public)


@dataclass(frozen=True, slots=True)
class PrivateTier:
    """What reads private entries, and opens and seals the keyring.

    Raises ValueError for a key of a wrong length.
    """

    secret: bytes = field(repr=False)
    keyring_key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        whole_key(self.secret)
        whole_key(self.keyring_key)


def make_cookie() -> bytes:
    """32 random bytes for the unlocking cookie."""
    return make_key()


def seal_tier(
    cookie: bytes,
    *,
    session: UUID,
    person: UUID,
    tier: str,
    expires: int,
    tier_keys: SharedTier | PrivateTier,
) -> bytes:
    """The keys of one tier, sealed for this session, person and expiry (seconds of the Unix clock).

    Raises ValueError for the keys of the other tier. Its length shows in steps of 4096 bytes.
    """
    if isinstance(tier_keys, SharedTier) != (tier == Tier.SHARED):
        raise ValueError("the keys of the other tier")
    place = Place(Kind.TIER, session, person, expires)
    return seal_wide(_tier_key(cookie, tier), place, pack_tier(tier_keys), WIDE_STEP)


@overload
def open_tier(
    cookie: bytes, *, session: UUID, person: UUID, tier: Literal["shared"], expires: int, sealed: bytes
) -> SharedTier: ...


@overload
def open_tier(
    cookie: bytes, *, session: UUID, person: UUID, tier: Literal["private"], expires: int, sealed: bytes
) -> PrivateTier: ...


@overload
def open_tier(
    cookie: bytes, *, session: UUID, person: UUID, tier: str, expires: int, sealed: bytes
) -> SharedTier | PrivateTier: ...


def open_tier(
    cookie: bytes, *, session: UUID, person: UUID, tier: str, expires: int, sealed: bytes
) -> SharedTier | PrivateTier:
    """The keys of one tier. Raises `WrongKey`, `Tampered` or `UnknownVersion`.

    The expiry is bound, so that nobody can move it. Whether it has passed is for the caller, who has a clock.
    """
    place = Place(Kind.TIER, session, person, expires)
    packed = open_record(_tier_key(cookie, tier), place, sealed)
    return unpack_shared(packed) if tier == Tier.SHARED else unpack_private(packed)


def pack_tier(keys: SharedTier | PrivateTier) -> bytes:
    """The one way to write a tier."""
    if isinstance(keys, SharedTier):
        return frame(_SHARED_FORMAT, keys.desk, keys.outer, keys.public, pack_spaces(keys.spaces))
    return frame(_PRIVATE_FORMAT, keys.secret, keys.keyring_key)


def unpack_shared(packed: bytes) -> SharedTier:
    """What `pack_tier` was given. Raises `UnknownVersion` or `Tampered`."""
    return read_back(packed, _unpack_shared, pack_tier)


def unpack_private(packed: bytes) -> PrivateTier:
    """What `pack_tier` was given. Raises `UnknownVersion` or `Tampered`."""
    return read_back(packed, _unpack_private, pack_tier)


def _unpack_shared(packed: bytes) -> SharedTier:
    desk, outer, public, spaces = unframe_as(_SHARED_FORMAT, packed)
    return SharedTier(desk, outer, public, unpack_spaces(spaces))


def _unpack_private(packed: bytes) -> PrivateTier:
    secret, keyring_key = unframe_as(_PRIVATE_FORMAT, packed)
    return PrivateTier(secret, keyring_key)


def _tier_key(cookie: bytes, tier: str) -> bytes:
    if tier not in _LABELS:
        raise UnknownVersion("no such tier")
    return derive(whole_key(cookie), _LABELS[Tier(tier)])
