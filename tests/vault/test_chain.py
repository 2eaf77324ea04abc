from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goldseam.vault import GENESIS, Place, entry_hash
from tests.vault.sealed_things import PLACE
from tests.vault.strategies import places, plains, tried
from tests.vault.test_record import FIELDS


def test_a_chain_begins_with_nothing() -> None:
    assert bytes(32) == GENESIS


def test_the_form_is_frozen() -> None:
    assert (
        entry_hash(PLACE, b"sealed").hex()
        == "a59ee21cd1d25b11c223bee1f0239099c15566c5b7870983a3653a6efc4c910b"
    )


@given(place=places, record=plains, other=plains)
@tried
def test_a_changed_record_changes_the_hash(place: Place, record: bytes, other: bytes) -> None:
    assume(record != other)
    assert len(entry_hash(place, record)) == 32
    assert entry_hash(place, record) == entry_hash(place, record)
    assert entry_hash(place, record) != entry_hash(place, other)


@pytest.mark.parametrize("field", FIELDS)
@given(place=places, data=st.data())
@tried
def test_a_changed_place_changes_the_hash(field: str, place: Place, data: st.DataObject) -> None:
    elsewhere = replace(place, **{field: data.draw(FIELDS[field])})
    assume(elsewhere != place)
    assert entry_hash(place, b"sealed") != entry_hash(elsewhere, b"sealed")


@given(records=st.lists(plains, min_size=2, max_size=6), data=st.data())
@tried
def test_a_removed_entry_shows(records: list[bytes], data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(records) - 2))
    assert _end_of(records) != _end_of(records[:gone] + records[gone + 1 :])


def _end_of(records: list[bytes]) -> bytes:
    head = GENESIS
    for sequence, record in enumerate(records):
        head = entry_hash(replace(PLACE, sequence=sequence, previous=head), record)
    return head
