from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goldseam.vault import Tampered
from goldseam.vault.frame import frame, unframe
from tests.vault.strategies import tried, tried_often

rows = st.lists(st.binary(max_size=20), max_size=5)


@given(fields=rows)
@tried
def test_fields_come_back(fields: list[bytes]) -> None:
    assert unframe(frame(*fields)) == fields


@given(one=rows, two=rows)
@tried
def test_different_rows_never_look_alike(one: list[bytes], two: list[bytes]) -> None:
    assume(one != two)
    assert frame(*one) != frame(*two)


def test_a_border_cannot_be_moved() -> None:
    assert len({frame(b"ab", b"c"), frame(b"a", b"bc"), frame(b"abc"), frame(b"abc", b"")}) == 4


@given(data=st.binary(max_size=30))
@tried_often
def test_noise_is_a_row_written_in_the_one_way_or_refused(data: bytes) -> None:
    try:
        assert frame(*unframe(data)) == data
    except Tampered:
        return


@pytest.mark.parametrize(
    "data", [b"\0", bytes(3), bytes(5), b"\0\0\0\1", b"\xff\xff\xff\xff", frame(b"ab")[:-1]]
)
def test_a_cut_row_is_refused(data: bytes) -> None:
    with pytest.raises(Tampered):
        unframe(data)
