from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goldseam.vault import (
    Kind,
    Place,
    Tampered,
    UnknownVersion,
    WrongKey,
    key_id,
    make_key,
    open_private,
    open_record,
    seal,
)
from goldseam.vault.record import PLAIN_ALG, pad, seal_body, seal_wide, unpad
from tests.vault.sealed_things import KEY, ME, OTHER, PLACE
from tests.vault.strategies import ids, keys, numbers, places, plains, tried

FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(list(Kind)),
    "row": ids,
    "vault": ids,
    "sequence": numbers,
    "previous": st.binary(max_size=40),
}


@given(key=keys, place=places, plain=plains)
@tried
def test_a_record_opens_with_its_key_at_its_place(key: bytes, place: Place, plain: bytes) -> None:
    assert open_record(key, place, seal(key, place, plain)) == plain


@given(key=keys, place=places, plain=plains)
@tried
def test_its_length_tells_no_more_than_a_step(key: bytes, place: Place, plain: bytes) -> None:
    expected = 38 + 256 * ((len(plain) + 4 + 255) // 256)
    assert len(seal(key, place, plain)) == expected


@pytest.mark.parametrize(("length", "sealed"), [(0, 294), (252, 294), (253, 550), (508, 550), (509, 806)])
def test_the_steps(length: int, sealed: int) -> None:
    assert len(seal(KEY, PLACE, bytes(length))) == sealed


@pytest.mark.parametrize("field", FIELDS)
@given(key=keys, place=places, plain=plains, data=st.data())
@tried
def test_a_moved_record_never_opens(
    field: str, key: bytes, place: Place, plain: bytes, data: st.DataObject
) -> None:
    elsewhere = replace(place, **{field: data.draw(FIELDS[field])})
    assume(elsewhere != place)
    with pytest.raises(Tampered):
        open_record(key, elsewhere, seal(key, place, plain))


@given(key=keys, here=places, there=places, plains=st.tuples(plains, plains))
@tried
def test_swapped_records_never_open(
    key: bytes, here: Place, there: Place, plains: tuple[bytes, bytes]
) -> None:
    assume(here != there)
    one, two = seal(key, here, plains[0]), seal(key, there, plains[1])
    for place, record in ((here, two), (there, one)):
        with pytest.raises(Tampered):
            open_record(key, place, record)


@given(key=keys, other=keys, place=places, plain=plains)
@tried
def test_another_key_is_told_from_tampering(key: bytes, other: bytes, place: Place, plain: bytes) -> None:
    assume(key != other)
    with pytest.raises(WrongKey):
        open_record(other, place, seal(key, place, plain))


def test_a_forged_key_name_does_not_help_another_key() -> None:
    record = seal(KEY, PLACE, b"mine")
    with pytest.raises(Tampered):
        open_record(OTHER, PLACE, record[:2] + key_id(OTHER) + record[10:])


def test_a_plain_record_is_no_private_one() -> None:
    # Downgraded: who has the outer key alone cannot pass a plain record off as a private one.
    with pytest.raises(UnknownVersion):
        open_private(ME.secret, KEY, PLACE, seal(KEY, PLACE, b"mine"))


def test_the_layout() -> None:
    record = seal(KEY, PLACE, b"mine")
    assert record[:2] == b"\x01\x01"
    assert record[2:10] == key_id(KEY)
    assert b"mine" not in record


@given(key=keys, other=keys)
@tried
def test_a_key_name_is_short_and_its_own(key: bytes, other: bytes) -> None:
    assume(key != other)
    assert len(key_id(key)) == 8
    assert key_id(key) != key_id(other)
    assert key_id(key) not in key


def test_keys_are_random_and_whole() -> None:
    assert len(make_key()) == 32
    assert make_key() != make_key()


@pytest.mark.parametrize("key", [b"", bytes(16), bytes(31), bytes(33)])
def test_a_key_of_another_length_is_a_mistake(key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        key_id(key)
    with pytest.raises(ValueError, match="32 bytes"):
        seal(key, PLACE, b"")
    with pytest.raises(ValueError, match="32 bytes"):
        open_record(key, PLACE, seal(KEY, PLACE, b""))


@given(plain=plains, step=st.sampled_from([256, 512, 1024, 4096]))
@tried
def test_padding_comes_off_again(plain: bytes, step: int) -> None:
    padded = pad(plain, step)
    assert unpad(padded) == plain
    assert len(padded) % step == 0
    assert len(padded) < len(plain) + 4 + step


@pytest.mark.parametrize(
    "padded",
    [
        b"",
        bytes(3),
        bytes(255),
        bytes(257),
        b"\0\0\0\xfd" + bytes(252),
        b"\0\0\0\0\1" + bytes(251),
        b"\xff" * 256,
    ],
)
def test_bad_padding_under_a_good_seal_is_refused(padded: bytes) -> None:
    with pytest.raises(Tampered, match="padded"):
        open_record(KEY, PLACE, seal_body(KEY, PLAIN_ALG, PLACE, padded))


def test_wider_steps_open_as_any_record() -> None:
    record = seal_wide(KEY, PLACE, b"mine", 4096)
    assert len(record) == 38 + 4096
    assert open_record(KEY, PLACE, record) == b"mine"


@pytest.mark.parametrize("sequence", [-1, 2**63])
def test_a_place_has_a_sequence_number_that_fits(sequence: int) -> None:
    with pytest.raises(ValueError, match="sequence"):
        replace(PLACE, sequence=sequence)


def test_a_place_has_a_frozen_kind() -> None:
    with pytest.raises(ValueError, match="letter"):
        replace(PLACE, kind="letter")


def test_the_names_of_the_kinds_are_frozen() -> None:
    assert [str(kind) for kind in Kind] == [
        "entry", "draft", "offer", "snapshot", "keyring", "slot", "tier", "invite", "contact", "label",
        "factor",
    ]  # fmt: skip


def test_a_kind_may_be_given_by_its_name() -> None:
    by_name = Place("entry", PLACE.row, PLACE.vault, PLACE.sequence, PLACE.previous)
    assert open_record(KEY, by_name, seal(KEY, PLACE, b"mine")) == b"mine"


def test_fields_cannot_lend_each_other_bytes() -> None:
    row = UUID(int=0)
    one = Place(Kind.ENTRY, row, row, 0, b"ab")
    two = Place(Kind.ENTRY, row, row, 0, b"a")
    assert one.bound() != two.bound()
    assert not one.bound().startswith(two.bound())
