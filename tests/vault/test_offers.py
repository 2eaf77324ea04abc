from __future__ import annotations

import pytest
from hypothesis import assume, given

from goldseam.vault import Place, WrongKey, open_offer, open_record, seal, seal_offer
from tests.vault.sealed_things import KEY, OTHER, PLACE
from tests.vault.strategies import keys, places, plains, tried


@given(space=keys, reveal=keys, place=places, plain=plains)
@tried
def test_an_offer_opens_with_both_keys(space: bytes, reveal: bytes, place: Place, plain: bytes) -> None:
    assert open_offer(space, reveal, place, seal_offer(space, reveal, place, plain)) == plain


@given(space=keys, reveal=keys, other=keys)
@tried
def test_neither_key_is_enough(space: bytes, reveal: bytes, other: bytes) -> None:
    assume(len({space, reveal, other}) == 3)
    offer = seal_offer(space, reveal, PLACE, b"yes")
    for pair in ((space, other), (other, reveal), (reveal, space), (space, space)):
        with pytest.raises(WrongKey):
            open_offer(*pair, PLACE, offer)
    for key in (space, reveal):
        with pytest.raises(WrongKey):
            open_record(key, PLACE, offer)


def test_an_offer_is_as_long_as_any_record() -> None:
    assert len(seal_offer(KEY, OTHER, PLACE, b"yes")) == len(seal(KEY, PLACE, b"another time"))


@pytest.mark.parametrize(("space", "reveal"), [(KEY + KEY, b""), (b"", KEY + KEY), (KEY[:31], KEY + b"0")])
def test_keys_cannot_lend_each_other_bytes(space: bytes, reveal: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        seal_offer(space, reveal, PLACE, b"yes")
