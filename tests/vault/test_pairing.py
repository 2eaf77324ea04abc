from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goldseam.vault import (
    Invitation,
    Kind,
    MalformedCode,
    Place,
    Tampered,
    UnknownVersion,
    WrongKey,
    derive_invite_id,
    make_code,
    open_invitation,
    seal,
    seal_invitation,
)
from goldseam.vault.frame import frame
from goldseam.vault.pairing import _key, _place
from tests.vault.sealed_things import CODE, EXPIRES, KEY, ME, SPACE
from tests.vault.strategies import ids, keys, numbers, tried

INVITATION = Invitation(SPACE, KEY, 1, ME.public, "Ann", EXPIRES)
codes = st.binary(min_size=10, max_size=10)
invitations = st.builds(
    Invitation,
    space=ids,
    key=keys,
    slot=st.integers(0, 255),
    public=keys,
    name=st.text(max_size=80),
    expires=numbers,
)


@given(code=codes, invitation=invitations)
@tried
def test_an_invitation_opens_with_its_code(code: bytes, invitation: Invitation) -> None:
    assert open_invitation(code, seal_invitation(code, invitation)) == invitation


@given(code=codes, other=codes)
@tried
def test_another_code_opens_nothing(code: bytes, other: bytes) -> None:
    assume(code != other)
    with pytest.raises(WrongKey):
        open_invitation(other, seal_invitation(code, INVITATION))
    assert derive_invite_id(code) != derive_invite_id(other)


def test_codes_are_random_and_of_eighty_bits() -> None:
    assert len(make_code()) == 10
    assert make_code() != make_code()


def test_the_id_follows_from_the_code_and_does_not_hold_it() -> None:
    assert len(derive_invite_id(CODE)) == 16
    assert derive_invite_id(CODE) == derive_invite_id(CODE)
    assert CODE not in derive_invite_id(CODE)
    assert derive_invite_id(CODE) not in seal_invitation(CODE, INVITATION)


@pytest.mark.parametrize("code", [b"", bytes(9), bytes(11), bytes(32)])
def test_what_is_no_code_is_named(code: bytes) -> None:
    sealed = seal_invitation(CODE, INVITATION)
    for use in (
        lambda: derive_invite_id(code),
        lambda: seal_invitation(code, INVITATION),
        lambda: open_invitation(code, sealed),
    ):
        with pytest.raises(MalformedCode):
            use()


@given(name=st.text(max_size=200))
@tried
def test_the_name_does_not_show_in_the_length(name: str) -> None:
    assert len(seal_invitation(CODE, replace(INVITATION, name=name))) == 38 + 1024


def _sealed(packed: bytes, place: Place | None = None) -> bytes:
    return seal(_key(CODE), place or _place(CODE), packed)


NUMBER = EXPIRES.to_bytes(8, "big")
GOOD = (SPACE.bytes, KEY, b"\1", ME.public, b"Ann", NUMBER)


def test_the_form_is_frozen() -> None:
    assert open_invitation(CODE, _sealed(frame(b"invitation/1", *GOOD))) == INVITATION


@pytest.mark.parametrize(
    "fields",
    [
        GOOD[:-1],
        (*GOOD, b""),
        (b"", *GOOD[1:]),
        (*GOOD[:1], b"", *GOOD[2:]),
        (*GOOD[:2], b"\1\0", *GOOD[3:]),
        (*GOOD[:2], b"", *GOOD[3:]),
        (*GOOD[:3], b"", *GOOD[4:]),
        (*GOOD[:4], b"\xff", *GOOD[5:]),
        (*GOOD[:5], b"\1"),
        (*GOOD[:5], b"\xff" * 8),
    ],
)
def test_an_invitation_written_in_any_other_way_is_refused(fields: tuple[bytes, ...]) -> None:
    with pytest.raises(Tampered):
        open_invitation(CODE, _sealed(frame(b"invitation/1", *fields)))


def test_a_later_format_refuses() -> None:
    with pytest.raises(UnknownVersion):
        open_invitation(CODE, _sealed(frame(b"invitation/2", *GOOD)))


def test_a_record_of_another_kind_is_no_invitation() -> None:
    elsewhere = replace(_place(CODE), kind=Kind.ENTRY)
    with pytest.raises(Tampered):
        open_invitation(CODE, _sealed(frame(b"invitation/1", *GOOD), elsewhere))


@pytest.mark.parametrize(
    "change",
    [{"key": b""}, {"public": b""}, {"slot": -1}, {"slot": 256}, {"expires": -1}, {"expires": 2**63}],
)
def test_what_cannot_be_cannot_be_made(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        replace(INVITATION, **change)


def test_neither_key_nor_name_shows_when_an_invitation_is_printed() -> None:
    assert repr(KEY)[2:-1] not in repr(INVITATION)
    assert "Ann" not in repr(INVITATION)
