from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from hypothesis import assume, given
from hypothesis import strategies as st

from goldseam.vault import (
    Place,
    Tampered,
    UnknownVersion,
    WrongKey,
    derive_identity,
    derive_keyring_key,
    make_root,
    open_private,
    open_record,
    seal_private,
)
from goldseam.vault.private import _public_id, _suite
from goldseam.vault.record import PRIVATE_ALG, header, pad, seal_body
from tests.vault.sealed_things import KEY, ME, OTHER, PLACE
from tests.vault.strategies import keys, places, plains, tried
from tests.vault.test_record import FIELDS

SOMEONE = derive_identity(OTHER)


@given(root=keys, outer=keys, place=places, plain=plains)
@tried
def test_a_private_record_opens_for_its_reader(root: bytes, outer: bytes, place: Place, plain: bytes) -> None:
    me = derive_identity(root)
    record = seal_private(me.public, outer, place, plain)
    assert open_private(me.secret, outer, place, record) == plain
    assert len(record) == 38 + 56 + 256 * ((len(plain) + 4 + 255) // 256)


@pytest.mark.parametrize("field", FIELDS)
@given(place=places, plain=plains, data=st.data())
@tried
def test_a_moved_private_record_never_opens(
    field: str, place: Place, plain: bytes, data: st.DataObject
) -> None:
    elsewhere = replace(place, **{field: data.draw(FIELDS[field])})
    assume(elsewhere != place)
    with pytest.raises(Tampered):
        open_private(ME.secret, KEY, elsewhere, seal_private(ME.public, KEY, place, plain))


def test_the_outer_key_alone_reads_nothing() -> None:
    record = seal_private(ME.public, KEY, PLACE, b"mine")
    with pytest.raises(WrongKey, match="another person"):
        open_private(SOMEONE.secret, KEY, PLACE, record)
    with pytest.raises(UnknownVersion):
        open_record(KEY, PLACE, record)


def test_the_secret_alone_reads_nothing() -> None:
    with pytest.raises(WrongKey, match="another key"):
        open_private(ME.secret, OTHER, PLACE, seal_private(ME.public, KEY, PLACE, b"mine"))


def test_a_record_planted_without_the_outer_key_does_not_open() -> None:
    # The public key is readable in the database; it is not enough to write.
    planted = seal_private(ME.public, OTHER, PLACE, b"not mine")
    honest = seal_private(ME.public, KEY, PLACE, b"mine")
    with pytest.raises(WrongKey):
        open_private(ME.secret, KEY, PLACE, planted)
    with pytest.raises(Tampered):
        open_private(ME.secret, KEY, PLACE, honest[:10] + planted[10:])


def _under_the_outer_seal(inner: bytes) -> bytes:
    return seal_body(KEY, PRIVATE_ALG, PLACE, _public_id(ME.public) + inner)


def test_the_inner_seal_is_bound_to_the_place_as_well() -> None:
    # Whoever holds the outer key cannot lift the inner seal from one place to another.
    elsewhere = replace(PLACE, sequence=8).bound()
    reader = X25519PublicKey.from_public_bytes(ME.public)
    inner = _suite().encrypt(pad(b"mine"), reader, header(PRIVATE_ALG, KEY) + elsewhere)
    with pytest.raises(Tampered, match="inner"):
        open_private(ME.secret, KEY, PLACE, _under_the_outer_seal(inner))


@pytest.mark.parametrize("inner", [b"", bytes(31), bytes(32), bytes(47), bytes(48), bytes(500)])
def test_a_broken_inner_seal_is_refused(inner: bytes) -> None:
    with pytest.raises(Tampered, match="inner"):
        open_private(ME.secret, KEY, PLACE, _under_the_outer_seal(inner))


@pytest.mark.parametrize("public", [b"", bytes(31), bytes(32), bytes(33)])
def test_what_is_no_public_key_is_a_mistake(public: bytes) -> None:
    with pytest.raises(ValueError):
        seal_private(public, KEY, PLACE, b"mine")


def test_what_is_no_secret_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_private(b"", KEY, PLACE, seal_private(ME.public, KEY, PLACE, b"mine"))


@given(root=keys, other=keys)
@tried
def test_identity_and_keyring_key_follow_from_the_root_alone(root: bytes, other: bytes) -> None:
    assume(root != other)
    assert derive_identity(root) == derive_identity(root)
    assert derive_identity(root).public != derive_identity(other).public
    assert derive_keyring_key(root) == derive_keyring_key(root)
    assert derive_keyring_key(root) != derive_keyring_key(other)
    me = derive_identity(root)
    assert len({root, derive_keyring_key(root), me.secret, me.public}) == 4


def test_roots_are_random_and_whole() -> None:
    assert len(make_root()) == 32
    assert make_root() != make_root()


@pytest.mark.parametrize("derive", [derive_identity, derive_keyring_key])
def test_half_a_root_is_a_mistake(derive: Callable[[bytes], object]) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        derive(bytes(16))


def test_no_secret_shows_when_an_identity_is_printed() -> None:
    assert repr(ME.secret)[2:-1] not in repr(ME)
    assert "secret" not in repr(ME)
