from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goldseam.vault import (
    Head,
    Keyring,
    SpaceKey,
    Tampered,
    UnknownVersion,
    make_keyring,
    open_keyring,
    seal_keyring,
)
from goldseam.vault.frame import frame, unframe
from goldseam.vault.keyring import pack_keyring, unpack_keyring
from tests.vault.sealed_things import KEY, OTHER, PERSON, SPACE
from tests.vault.strategies import heads, ids, keys, numbers, space_keys, spaces, tried

keyrings = st.builds(Keyring, desk=keys, outer=keys, spaces=spaces, heads=heads)
SPACE_KEY = SpaceKey(KEY, 1, OTHER)
VAULT = UUID(int=9)
FULL = Keyring(KEY, OTHER, {SPACE: SPACE_KEY, VAULT: SPACE_KEY}, {SPACE: Head(1, KEY), VAULT: Head(2, OTHER)})


@given(ring=keyrings, key=keys, person=ids, generation=numbers)
@tried
def test_a_keyring_opens_again(ring: Keyring, key: bytes, person: UUID, generation: int) -> None:
    sealed = seal_keyring(ring, key, person=person, generation=generation)
    assert open_keyring(sealed, key, person=person, generation=generation) == ring


@given(ring=keyrings)
@tried
def test_equal_keyrings_are_written_alike(ring: Keyring) -> None:
    turned = Keyring(
        ring.desk, ring.outer, dict(reversed(ring.spaces.items())), dict(reversed(ring.heads.items()))
    )
    assert pack_keyring(turned) == pack_keyring(ring)
    assert unpack_keyring(pack_keyring(ring)) == ring


@given(person=ids, generation=numbers)
@tried
def test_a_keyring_of_another_person_or_time_does_not_open(person: UUID, generation: int) -> None:
    assume(person != PERSON and generation != 3)
    sealed = seal_keyring(FULL, KEY, person=PERSON, generation=3)
    with pytest.raises(Tampered):
        open_keyring(sealed, KEY, person=person, generation=3)
    with pytest.raises(Tampered):
        open_keyring(sealed, KEY, person=PERSON, generation=generation)


def test_the_number_of_spaces_barely_shows() -> None:
    lengths = set()
    ring = make_keyring()
    for number in range(20):
        lengths.add(len(seal_keyring(ring, KEY, person=PERSON, generation=number)))
        space = UUID(int=number)
        ring = ring.with_space(space, SpaceKey(KEY, 0, KEY, KEY))
        ring = replace(ring, heads={**ring.heads, space: Head(1, KEY)})
    assert lengths == {38 + 4096}


def test_a_new_keyring_is_random_and_empty() -> None:
    ring = make_keyring()
    assert len({ring.desk, ring.outer, make_keyring().desk}) == 3
    assert (ring.spaces, ring.heads) == ({}, {})


@given(ring=keyrings, space=ids, log=ids, key=space_keys)
@tried
def test_a_space_is_added_and_dropped(ring: Keyring, space: UUID, log: UUID, key: SpaceKey) -> None:
    assume(space not in ring.spaces and log not in ring.heads)
    more = replace(ring.with_space(space, key), heads={**ring.heads, log: Head(1, KEY)})
    assert more.spaces[space] == key
    assert more.heads == {**ring.heads, log: Head(1, KEY)}
    assert more.without_space(space, log=log) == ring
    assert ring.without_space(space, log=log) == ring
    assert space not in ring.spaces


@pytest.mark.parametrize("packed", [b"", frame(), frame(b"keyring/2"), frame(b"", KEY, OTHER, b"", b"")])
def test_another_format_refuses(packed: bytes) -> None:
    with pytest.raises(UnknownVersion):
        unpack_keyring(packed)


NAME = b"keyring/1"
NUMBER = (1).to_bytes(8, "big")
GOOD_SPACE = frame(SPACE.bytes, KEY, b"\1", OTHER, b"")
GOOD_HEAD = frame(SPACE.bytes, NUMBER, KEY)
ODD = {
    "cut": pack_keyring(FULL)[:-1],
    "longer": pack_keyring(FULL) + b"\0",
    "too few": frame(NAME, KEY, OTHER, b""),
    "too many": frame(NAME, KEY, OTHER, b"", b"", b""),
    "short desk": frame(NAME, KEY[:31], OTHER, b"", b""),
    "short outer": frame(NAME, KEY, b"", b"", b""),
    "space twice": frame(NAME, KEY, OTHER, frame(GOOD_SPACE, GOOD_SPACE), b""),
    "spaces turned": frame(NAME, KEY, OTHER, frame(*reversed(unframe(unframe(pack_keyring(FULL))[3]))), b""),
    "space without fields": frame(NAME, KEY, OTHER, frame(b""), b""),
    "short id": frame(NAME, KEY, OTHER, frame(frame(b"1", KEY, b"\1", OTHER, b"")), b""),
    "short key": frame(NAME, KEY, OTHER, frame(frame(SPACE.bytes, b"", b"\1", OTHER, b"")), b""),
    "wide slot": frame(NAME, KEY, OTHER, frame(frame(SPACE.bytes, KEY, b"\0\1", OTHER, b"")), b""),
    "no slot": frame(NAME, KEY, OTHER, frame(frame(SPACE.bytes, KEY, b"", OTHER, b"")), b""),
    "high slot": frame(NAME, KEY, OTHER, frame(frame(SPACE.bytes, KEY, b"\1\0", OTHER, b"")), b""),
    "short mine": frame(NAME, KEY, OTHER, frame(frame(SPACE.bytes, KEY, b"\1", b"", b"")), b""),
    "short partner": frame(NAME, KEY, OTHER, frame(frame(SPACE.bytes, KEY, b"\1", OTHER, b"1")), b""),
    "head twice": frame(NAME, KEY, OTHER, b"", frame(GOOD_HEAD, GOOD_HEAD)),
    "narrow number": frame(NAME, KEY, OTHER, b"", frame(frame(SPACE.bytes, b"\1", KEY))),
    "high number": frame(NAME, KEY, OTHER, b"", frame(frame(SPACE.bytes, b"\xff" * 8, KEY))),
    "short hash": frame(NAME, KEY, OTHER, b"", frame(frame(SPACE.bytes, NUMBER, b""))),
}


@pytest.mark.parametrize("packed", ODD.values(), ids=ODD.keys())
def test_a_keyring_written_in_any_other_way_is_refused(packed: bytes) -> None:
    with pytest.raises(Tampered):
        unpack_keyring(packed)


def test_the_good_parts_of_the_odd_ones_are_good() -> None:
    ring = unpack_keyring(frame(NAME, KEY, OTHER, frame(GOOD_SPACE), frame(GOOD_HEAD)))
    assert ring == Keyring(KEY, OTHER, {SPACE: SPACE_KEY}, {SPACE: Head(1, KEY)})


MISTAKES: list[Callable[[], object]] = [
    lambda: Keyring(KEY[:31], OTHER),
    lambda: Keyring(KEY, b""),
    lambda: SpaceKey(b"", 0, KEY),
    lambda: SpaceKey(KEY, 0, b""),
    lambda: SpaceKey(KEY, 0, KEY, b""),
    lambda: SpaceKey(KEY, -1, KEY),
    lambda: SpaceKey(KEY, 256, KEY),
    lambda: Head(-1, KEY),
    lambda: Head(2**63, KEY),
    lambda: Head(1, b""),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=range(len(MISTAKES)))
def test_what_cannot_be_cannot_be_made(mistake: Callable[[], object]) -> None:
    with pytest.raises(ValueError):
        mistake()


def test_no_key_shows_when_a_keyring_is_printed() -> None:
    shown = repr(make_keyring().with_space(SPACE, SpaceKey(KEY, 1, OTHER)))
    assert repr(KEY)[2:-1] not in shown
    assert "desk" not in shown
    assert "outer" not in shown
