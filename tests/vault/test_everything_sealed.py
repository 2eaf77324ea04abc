"""Whatever the vault seals opens when it is whole, and only then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldseam.vault import Tampered, UnknownVersion, VaultError, WrongKey
from tests.vault.sealed_things import EVERYTHING, SealedThing
from tests.vault.strategies import tried, tried_often

FORMAT, KEY_ID = range(2), range(2, 10)

everything = pytest.mark.parametrize("make", EVERYTHING, ids=lambda make: make.__name__)


@everything
def test_opens_whole(make: Callable[[], SealedThing]) -> None:
    thing = make()
    assert thing.open(thing.sealed) == thing.holds


@everything
def test_is_never_the_same_twice(make: Callable[[], SealedThing]) -> None:
    assert make().sealed != make().sealed


@everything
@given(data=st.data())
@tried_often
def test_a_flipped_bit_shows(make: Callable[[], SealedThing], data: st.DataObject) -> None:
    thing = make()
    changed = bytearray(thing.sealed)
    at = data.draw(st.integers(0, len(changed) - 1))
    changed[at] ^= 1 << data.draw(st.integers(0, 7))
    refusal = UnknownVersion if at in FORMAT else WrongKey if at in KEY_ID else Tampered
    with pytest.raises(refusal):
        thing.open(bytes(changed))


@everything
@given(data=st.data())
@tried
def test_a_cut_shows(make: Callable[[], SealedThing], data: st.DataObject) -> None:
    thing = make()
    kept = data.draw(st.integers(0, len(thing.sealed) - 1))
    with pytest.raises(UnknownVersion if kept < 2 else Tampered):
        thing.open(thing.sealed[:kept])


@everything
@given(more=st.binary(min_size=1, max_size=600))
@tried
def test_an_addition_shows(make: Callable[[], SealedThing], more: bytes) -> None:
    thing = make()
    with pytest.raises(Tampered):
        thing.open(thing.sealed + more)
    with pytest.raises(VaultError):
        thing.open(more + thing.sealed)


@everything
@given(noise=st.binary(max_size=800))
@tried
def test_noise_never_opens(make: Callable[[], SealedThing], noise: bytes) -> None:
    with pytest.raises(VaultError):
        make().open(noise)


@everything
def test_every_other_version_and_algorithm_refuses(make: Callable[[], SealedThing]) -> None:
    thing = make()
    version, alg, rest = thing.sealed[0], thing.sealed[1], thing.sealed[2:]
    others = [bytes((it, alg)) for it in range(256) if it != version]
    others += [bytes((version, it)) for it in range(256) if it != alg]
    for start in others:
        with pytest.raises(UnknownVersion):
            thing.open(start + rest)


@everything
def test_the_wrong_key_is_named(make: Callable[[], SealedThing]) -> None:
    thing = make()
    with pytest.raises(WrongKey):
        thing.open_wrongly(thing.sealed)


@everything
def test_the_wrong_key_under_the_right_name_does_not_open(make: Callable[[], SealedThing]) -> None:
    # Two things sealed apart by the same key: the halves of one do not fit the other.
    one, two = make(), make()
    with pytest.raises(VaultError):
        one.open(one.sealed[:22] + two.sealed[22:])


@everything
def test_no_thing_opens_as_another(make: Callable[[], SealedThing]) -> None:
    thing = make()
    for other in EVERYTHING:
        if other is not make:
            with pytest.raises(VaultError):
                other().open(thing.sealed)


@everything
def test_its_length_shows_in_steps(make: Callable[[], SealedThing]) -> None:
    thing = make()
    around = 10 + 12 + 16 + (8 + 32 + 16 if thing.sealed[1] == 2 else 0)
    assert (len(thing.sealed) - around) % 256 == 0
