from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import assume, given
from hypothesis import strategies as st

from goldseam import vault
from goldseam.vault import (
    CEILING,
    FLOOR,
    STANDARD_COST,
    AboveCeiling,
    BelowFloor,
    Cost,
    MalformedCode,
    Slot,
    SlotKind,
    Tampered,
    UnknownVersion,
    UnusablePassphrase,
    WrongKey,
    derive_dummy,
    make_recovery_code,
    make_recovery_slot,
    slots,
)
from tests.vault.sealed_things import KEY, PERSON
from tests.vault.strategies import CHEAP, ids, keys, tried

PASSPHRASE = "otter lamp seven quiet maple door"


def make(passphrase: str = PASSPHRASE, *, root: bytes = KEY, cost: Cost = CHEAP) -> Slot:
    return vault.make_passphrase_slot(root, passphrase, person=PERSON, cost=cost, floor=CHEAP)


def opened(slot: Slot, passphrase: str = PASSPHRASE) -> bytes:
    return vault.open_passphrase_slot(slot, passphrase, floor=CHEAP)


typed = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda it: bool(it.split())
)


@given(root=keys, passphrase=typed)
@tried
def test_a_passphrase_opens_its_slot(root: bytes, passphrase: str) -> None:
    assume(len(slots._normal(passphrase)) > 0)
    assert opened(make(passphrase, root=root), passphrase) == root


@given(passphrase=typed, other=typed)
@tried
def test_another_passphrase_does_not(passphrase: str, other: str) -> None:
    assume(slots._normal(passphrase) != slots._normal(other))
    with pytest.raises(WrongKey):
        opened(make(passphrase), other)


@pytest.mark.parametrize(
    "other",
    [
        "  otter lamp seven quiet maple door ",
        "otter  lamp\tseven\nquiet maple\u00a0door",
        "ｏｔｔｅｒ lamp seven quiet maple door",
    ],
)
def test_spaces_and_forms_of_letters_do_not_matter(other: str) -> None:
    assert opened(make(), other) == KEY


def test_one_letter_typed_in_two_ways_is_one_letter() -> None:
    assert opened(make("caf\u00e9"), "cafe\u0301") == KEY


def test_capitals_matter() -> None:
    with pytest.raises(WrongKey):
        opened(make(), PASSPHRASE.upper())


UNUSABLE = ["", "   ", "\n", "a" * 129, "a" * 100_000, " " * 513, "\ufdfa" * 20, "lone \ud800"]


@pytest.mark.parametrize("passphrase", UNUSABLE, ids=range(len(UNUSABLE)))
def test_an_unusable_passphrase_is_refused_when_made_and_when_opened(passphrase: str) -> None:
    with pytest.raises(UnusablePassphrase):
        make(passphrase)
    with pytest.raises(WrongKey):
        opened(make(), passphrase)


def test_the_longest_passphrase_is_measured_without_its_extra_spaces() -> None:
    longest = "ab " * 42 + "ab"
    assert len(longest) == vault.LONGEST_PASSPHRASE
    assert opened(make(longest), longest.replace(" ", "   ")) == KEY


def test_no_more_than_four_times_the_longest_is_looked_at() -> None:
    assert opened(make("quiet".ljust(512)), "quiet") == KEY
    with pytest.raises(UnusablePassphrase):
        make("quiet".ljust(513))


def test_a_slot_says_what_it_is() -> None:
    slot = make()
    assert (slot.kind, slot.person, slot.cost) == ("passphrase", PERSON, CHEAP)
    assert len(slot.salt) == 16
    assert make().salt != slot.salt
    assert make().row != slot.row
    recovery = make_recovery_slot(KEY, make_recovery_code(), person=PERSON)
    assert (recovery.kind, recovery.person, recovery.cost) == ("recovery", PERSON, None)
    assert len(recovery.salt) == 16


def test_half_a_root_is_not_wrapped() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        make(root=bytes(16))
    with pytest.raises(ValueError, match="32 bytes"):
        make_recovery_slot(b"", make_recovery_code(), person=PERSON)


def test_the_standard_cost_is_above_the_floor_and_below_the_ceiling() -> None:
    assert Cost(3, 65536, 1) == FLOOR
    assert Cost(3, 262144, 1) == STANDARD_COST
    assert Cost(12, 1024 * 1024, 4) == CEILING
    assert STANDARD_COST.reaches(FLOOR)
    assert CEILING.reaches(STANDARD_COST)


BELOW = [
    Cost(FLOOR.iterations - 1, FLOOR.memory_kib, FLOOR.lanes),
    Cost(FLOOR.iterations, FLOOR.memory_kib - 1, FLOOR.lanes),
    Cost(FLOOR.iterations, FLOOR.memory_kib, FLOOR.lanes - 1),
    Cost(12, 8, 1),
    Cost(0, 0, 0),
    Cost(-3, -65536, -1),
    CHEAP,
]
ABOVE = [
    replace(CEILING, iterations=CEILING.iterations + 1),
    replace(CEILING, memory_kib=CEILING.memory_kib + 1),
    replace(CEILING, lanes=CEILING.lanes + 1),
    Cost(2**31, 2**31, 1),
]


@pytest.fixture
def no_derivation() -> Iterator[object]:
    with patch.object(slots, "Argon2id", side_effect=AssertionError("the work was begun")) as never:
        yield never


@pytest.mark.parametrize(
    ("cost", "refusal"), [(it, BelowFloor) for it in BELOW] + [(it, AboveCeiling) for it in ABOVE], ids=str
)
def test_a_cost_out_of_bounds_is_refused_by_default_before_any_work(
    cost: Cost, refusal: type[Exception], no_derivation: object
) -> None:
    planted = Slot("passphrase", uuid4(), PERSON, bytes(16), cost, bytes(200))
    with pytest.raises(refusal):
        vault.open_passphrase_slot(planted, PASSPHRASE)
    with pytest.raises(refusal):
        vault.make_passphrase_slot(KEY, PASSPHRASE, person=PERSON, cost=cost)


@pytest.mark.parametrize("cost", [FLOOR, STANDARD_COST, CEILING], ids=str)
def test_a_cost_at_the_bounds_is_not_refused(cost: Cost, no_derivation: object) -> None:
    with pytest.raises(AssertionError, match="the work was begun"):
        vault.make_passphrase_slot(KEY, PASSPHRASE, person=PERSON, cost=cost)


def test_lanes_without_memory_are_refused() -> None:
    with pytest.raises(BelowFloor):
        make(cost=Cost(1, 31, 4))
    assert opened(make(cost=Cost(1, 32, 4))) == KEY


def test_a_passphrase_slot_without_a_cost_is_refused() -> None:
    with pytest.raises(BelowFloor):
        opened(replace(make(), cost=None))


def test_the_floor_is_the_default() -> None:
    for use in (vault.make_passphrase_slot, vault.open_passphrase_slot):
        assert inspect.signature(use).parameters["floor"].default is FLOOR


@pytest.mark.slow
def test_a_slot_at_the_floor_opens_without_a_word() -> None:
    slot = vault.make_passphrase_slot(KEY, PASSPHRASE, person=PERSON, cost=FLOOR)
    assert vault.open_passphrase_slot(slot, PASSPHRASE) == KEY


@pytest.mark.parametrize("cost", [Cost(2, 8, 1), Cost(1, 16, 1), Cost(1, 16, 2)], ids=str)
def test_a_changed_cost_does_not_open(cost: Cost) -> None:
    with pytest.raises(WrongKey):
        opened(replace(make(), cost=cost))


@given(row=ids, person=ids)
@tried
def test_a_moved_slot_never_opens(row: UUID, person: UUID) -> None:
    slot, code = make(), make_recovery_code()
    recovery = make_recovery_slot(KEY, code, person=PERSON)
    changes: list[dict[str, Any]] = [{"row": row}, {"person": person}]
    for change in changes:
        with pytest.raises(Tampered):
            opened(replace(slot, **change))
        with pytest.raises(Tampered):
            vault.open_recovery_slot(replace(recovery, **change), code)


def test_swapped_slots_never_open() -> None:
    one, two = make(), make()
    with pytest.raises(WrongKey):
        opened(replace(one, sealed=two.sealed))
    with pytest.raises(WrongKey):
        opened(replace(one, salt=two.salt))
    with pytest.raises(Tampered):
        opened(replace(one, sealed=two.sealed, salt=two.salt))


@pytest.mark.parametrize("salt", [b"", bytes(15), bytes(17)])
def test_a_salt_that_is_not_whole_is_refused(salt: bytes) -> None:
    code = make_recovery_code()
    with pytest.raises(Tampered, match="salt"):
        opened(replace(make(), salt=salt))
    with pytest.raises(Tampered, match="salt"):
        vault.open_recovery_slot(replace(make_recovery_slot(KEY, code, person=PERSON), salt=salt), code)


@pytest.mark.parametrize("kind", [SlotKind.PRF, "", "Passphrase", "other"])
def test_another_kind_refuses(kind: str) -> None:
    code = make_recovery_code()
    with pytest.raises(UnknownVersion):
        opened(replace(make(), kind=kind))
    with pytest.raises(UnknownVersion):
        vault.open_recovery_slot(replace(make_recovery_slot(KEY, code, person=PERSON), kind=kind), code)


@given(root=keys, key=keys, other=keys)
@tried
def test_a_passkey_opens_its_slot_and_no_other(root: bytes, key: bytes, other: bytes) -> None:
    assume(key != other)
    slot = vault.make_prf_slot(root, key, person=PERSON)
    assert (slot.kind, slot.person, slot.cost, len(slot.salt)) == ("prf", PERSON, None, 16)
    assert vault.open_prf_slot(slot, key) == root
    with pytest.raises(WrongKey):
        vault.open_prf_slot(slot, other)
    with pytest.raises(Tampered):
        vault.open_prf_slot(replace(slot, person=slot.row), key)


def test_a_passkey_slot_takes_whole_keys_and_its_own_kind_only() -> None:
    slot = vault.make_prf_slot(KEY, KEY, person=PERSON)
    for wrong in (b"", KEY[:-1], KEY + b"x"):
        with pytest.raises(ValueError, match="32 bytes"):
            vault.make_prf_slot(KEY, wrong, person=PERSON)
        with pytest.raises(ValueError, match="32 bytes"):
            vault.open_prf_slot(slot, wrong)
    with pytest.raises(UnknownVersion):
        vault.open_prf_slot(make(), KEY)
    with pytest.raises(Tampered, match="salt"):
        vault.open_prf_slot(replace(slot, salt=bytes(15)), KEY)


def test_one_kind_of_slot_is_not_the_other() -> None:
    code = make_recovery_code()
    with pytest.raises(UnknownVersion):
        opened(make_recovery_slot(KEY, code, person=PERSON), code)
    with pytest.raises(UnknownVersion):
        vault.open_recovery_slot(make(), code)


@given(root=keys)
@tried
def test_a_recovery_code_opens_its_slot_and_no_other(root: bytes) -> None:
    code, other = make_recovery_code(), make_recovery_code()
    slot = make_recovery_slot(root, code, person=PERSON)
    assert vault.open_recovery_slot(slot, code.lower().replace("-", " ")) == root
    with pytest.raises(WrongKey):
        vault.open_recovery_slot(slot, other)
    with pytest.raises(MalformedCode):
        vault.open_recovery_slot(slot, code[:-1])
    with pytest.raises(MalformedCode):
        make_recovery_slot(root, "no code", person=PERSON)


def test_a_name_that_nobody_has_costs_the_same_work() -> None:
    with patch.object(slots, "Argon2id", wraps=Argon2id) as worked:
        derive_dummy(PASSPHRASE, CHEAP)
        opened(make())
    dummy, _, real = (call.kwargs for call in worked.call_args_list)
    assert {**dummy, "salt": 0} == {**real, "salt": 0}
    assert len(dummy["salt"]) == len(real["salt"])


def test_an_unusable_passphrase_costs_no_work_for_anyone(no_derivation: object) -> None:
    derive_dummy("", STANDARD_COST)
    with pytest.raises(WrongKey):
        vault.open_passphrase_slot(
            Slot("passphrase", uuid4(), PERSON, bytes(16), STANDARD_COST, bytes(200)), ""
        )


SHOWN: list[Callable[[], Slot]] = [make, lambda: make_recovery_slot(KEY, make_recovery_code(), person=PERSON)]


@pytest.mark.parametrize("made", SHOWN)
def test_a_printed_slot_shows_no_bytes(made: Callable[[], Slot]) -> None:
    assert not re.search(r"""\bb['"]""", repr(made()))
