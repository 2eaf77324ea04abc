from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldseam.vault import (
    PrivateTier,
    SharedTier,
    SpaceKey,
    Tampered,
    Tier,
    UnknownVersion,
    WrongKey,
    make_cookie,
    open_tier,
    pack_tier,
    seal_tier,
    unpack_private,
    unpack_shared,
)
from goldseam.vault.frame import frame
from tests.vault.sealed_things import EXPIRES, KEY, ME, OTHER, PERSON, SESSION, SPACES
from tests.vault.strategies import ids, keys, numbers, spaces, tried

shared_tiers = st.builds(SharedTier, desk=keys, outer=keys, public=keys, spaces=spaces)
private_tiers = st.builds(PrivateTier, secret=keys, keyring_key=keys)
SHARED = SharedTier(KEY, OTHER, ME.public, SPACES)
PRIVATE = PrivateTier(ME.secret, KEY)
BINDING: dict[str, Any] = {"session": SESSION, "person": PERSON, "expires": EXPIRES}


@given(cookie=keys, keys=shared_tiers | private_tiers, session=ids, person=ids, expires=numbers)
@tried
def test_a_tier_opens_with_its_cookie(
    cookie: bytes, keys: SharedTier | PrivateTier, session: UUID, person: UUID, expires: int
) -> None:
    tier = Tier.SHARED if isinstance(keys, SharedTier) else Tier.PRIVATE
    bound: dict[str, Any] = {"session": session, "person": person, "expires": expires, "tier": tier}
    sealed = seal_tier(cookie, tier_keys=keys, **bound)
    assert open_tier(cookie, sealed=sealed, **bound) == keys


@pytest.mark.parametrize(
    "change", [{"session": PERSON}, {"person": SESSION}, {"expires": EXPIRES + 1}, {"expires": 0}]
)
@pytest.mark.parametrize(("tier", "keys"), [("shared", SHARED), ("private", PRIVATE)])
def test_a_tier_of_another_session_person_or_time_does_not_open(
    change: dict[str, Any], tier: str, keys: SharedTier | PrivateTier
) -> None:
    sealed = seal_tier(KEY, tier=tier, tier_keys=keys, **BINDING)
    with pytest.raises(Tampered):
        open_tier(KEY, tier=tier, sealed=sealed, **(BINDING | change))


@pytest.mark.parametrize(
    ("tier", "other", "keys"), [("shared", "private", SHARED), ("private", "shared", PRIVATE)]
)
def test_one_tier_is_not_the_other(tier: str, other: str, keys: SharedTier | PrivateTier) -> None:
    sealed = seal_tier(KEY, tier=tier, tier_keys=keys, **BINDING)
    with pytest.raises(WrongKey):
        open_tier(KEY, tier=other, sealed=sealed, **BINDING)
    with pytest.raises(ValueError, match="other tier"):
        seal_tier(KEY, tier=other, tier_keys=keys, **BINDING)


def test_a_tier_that_is_not_known_refuses() -> None:
    with pytest.raises(UnknownVersion):
        seal_tier(KEY, tier="all", tier_keys=PRIVATE, **BINDING)
    with pytest.raises(UnknownVersion):
        open_tier(KEY, tier="all", sealed=bytes(300), **BINDING)


def test_both_tiers_have_one_length_whatever_they_hold() -> None:
    many = {UUID(int=number): SpaceKey(KEY, 0, KEY, KEY) for number in range(20)}
    one = seal_tier(KEY, tier="shared", tier_keys=SharedTier(KEY, KEY, KEY, {}), **BINDING)
    two = seal_tier(KEY, tier="shared", tier_keys=SharedTier(KEY, KEY, KEY, many), **BINDING)
    three = seal_tier(KEY, tier="private", tier_keys=PRIVATE, **BINDING)
    assert len(one) == len(two) == len(three)


def test_cookies_are_random_and_whole() -> None:
    assert len(make_cookie()) == 32
    assert make_cookie() != make_cookie()
    with pytest.raises(ValueError, match="32 bytes"):
        open_tier(b"", tier="shared", sealed=bytes(300), **BINDING)


@given(shared=shared_tiers, private=private_tiers)
@tried
def test_packed_tiers_come_back(shared: SharedTier, private: PrivateTier) -> None:
    assert unpack_shared(pack_tier(shared)) == shared
    assert unpack_private(pack_tier(private)) == private
    with pytest.raises(UnknownVersion):
        unpack_private(pack_tier(shared))
    with pytest.raises(UnknownVersion):
        unpack_shared(pack_tier(private))


@pytest.mark.parametrize(
    ("unpack", "packed"),
    [
        (unpack_shared, pack_tier(SHARED)[:-1]),
        (unpack_shared, frame(b"tier/shared/1", KEY, KEY, KEY)),
        (unpack_shared, frame(b"tier/shared/1", KEY, KEY, b"", b"")),
        (unpack_private, frame(b"tier/private/1", KEY)),
        (unpack_private, frame(b"tier/private/1", KEY, KEY, KEY)),
        (unpack_private, frame(b"tier/private/1", KEY, b"")),
    ],
)
def test_a_tier_written_in_any_other_way_is_refused(unpack: Callable[[bytes], object], packed: bytes) -> None:
    with pytest.raises(Tampered):
        unpack(packed)


@pytest.mark.parametrize("unpack", [unpack_shared, unpack_private])
def test_a_later_format_refuses(unpack: Callable[[bytes], object]) -> None:
    for name in (b"tier/shared/2", b"tier/private/2"):
        with pytest.raises(UnknownVersion):
            unpack(frame(name, KEY, KEY))


MISTAKES: list[Callable[[], object]] = [
    lambda: SharedTier(b"", KEY, KEY, {}),
    lambda: SharedTier(KEY, b"", KEY, {}),
    lambda: SharedTier(KEY, KEY, b"", {}),
    lambda: PrivateTier(b"", KEY),
    lambda: PrivateTier(KEY, b""),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=range(len(MISTAKES)))
def test_what_cannot_be_cannot_be_made(mistake: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        mistake()


def test_no_key_shows_when_a_tier_is_printed() -> None:
    assert repr(PRIVATE) == "PrivateTier()"
    assert repr(KEY)[2:-1] not in repr(SHARED)
