from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goldseam.vault import MalformedCode, WrongKey, make_recovery_code, read_recovery_code
from goldseam.vault.codes import write_recovery_code
from tests.vault.strategies import tried, tried_often

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets = st.binary(min_size=16, max_size=16)
codes = secrets.map(write_recovery_code)


def test_a_code_is_random() -> None:
    assert make_recovery_code() != make_recovery_code()
    assert len(read_recovery_code(make_recovery_code())) == 16


@given(code=codes)
@tried
def test_a_code_is_seven_groups_of_four_plain_signs(code: str) -> None:
    groups = code.split("-")
    assert [len(group) for group in groups] == [4] * 7
    assert set("".join(groups)) <= set(SIGNS)


BETWEEN = ["", "", " ", "-", " – ", "\n", "\u00a0", "\u2011", "\u2212"]


@given(
    secret=secrets,
    chosen=st.lists(st.integers(0, 11), min_size=28, max_size=28),
    between=st.lists(st.sampled_from(BETWEEN), min_size=28, max_size=28),
)
@tried
def test_it_is_read_however_it_was_typed(secret: bytes, chosen: list[int], between: list[str]) -> None:
    typed = ""
    for sign, choice, gap in zip(write_recovery_code(secret).replace("-", ""), chosen, between, strict=True):
        forms = {"0": "0OoＯ", "1": "1IiLl"}.get(sign, sign + sign.lower())
        typed += forms[choice % len(forms)] + gap
    assert read_recovery_code(typed) == secret


@pytest.mark.parametrize(
    ("secret", "code"),
    [
        (bytes(16), "0000-0000-0000-0000-0000-0000-0000"),
        (bytes(15) + b"\x01", "0000-0000-0000-0000-0000-0000-0101"),
        (b"\xff" * 16, "7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZM5"),
    ],
)
def test_the_form_is_frozen(secret: bytes, code: str) -> None:
    assert write_recovery_code(secret) == code
    assert read_recovery_code(code) == secret


@given(code=codes, at=st.integers(0, 27), sign=st.sampled_from(SIGNS))
@tried_often
def test_one_wrong_sign_always_shows(code: str, at: int, sign: str) -> None:
    signs = code.replace("-", "")
    assume(signs[at] != sign)
    with pytest.raises(MalformedCode):
        read_recovery_code(signs[:at] + sign + signs[at + 1 :])


@given(code=codes, at=st.integers(0, 26))
@tried_often
def test_two_neighbours_swapped_always_show(code: str, at: int) -> None:
    signs = code.replace("-", "")
    assume(signs[at] != signs[at + 1])
    with pytest.raises(MalformedCode):
        read_recovery_code(signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :])


def test_no_more_than_two_hundred_characters_are_looked_at() -> None:
    code = make_recovery_code()
    assert len(read_recovery_code(code.ljust(200))) == 16
    with pytest.raises(MalformedCode, match="too long"):
        read_recovery_code(code.ljust(201))


MALFORMED = [
    "",
    "0000-0000-0000-0000-0000-0000-000",
    "0000-0000-0000-0000-0000-0000-0000-0",
    "U000-0000-0000-0000-0000-0000-0000",
    "0000_0000-0000-0000-0000-0000-0000",
    "0000-0000-0000-0000-0000-0000-000é",
    "0000-0000-0000-0000-0000-0000-000\u0000",
    "0000-0000-0000-0000-0000-0000-000\ud800",
    # Right in its check, but longer than 128 bits.
    "8000-0000-0000-0000-0000-0000-00" + "{check}",
    "-" * 201,
    "0" * 1_000_000,
]


@pytest.mark.parametrize("code", MALFORMED, ids=range(len(MALFORMED)))
def test_what_is_no_code_is_named(code: str) -> None:
    with pytest.raises(MalformedCode) as refused:
        read_recovery_code(code.format(check=_check(1 << 128)))
    assert isinstance(refused.value, WrongKey)
    assert not refused.value.args[0].count("0")


@given(noise=st.text(max_size=60))
@tried
def test_noise_gives_a_code_or_a_refusal(noise: str) -> None:
    try:
        assert len(read_recovery_code(noise)) == 16
    except MalformedCode:
        return


def _check(number: int) -> str:
    rest = number % 1021
    return SIGNS[rest >> 5] + SIGNS[rest & 31]
