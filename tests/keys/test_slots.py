"""The ways in as they are stored: moved, mixed and planted rows do not open."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from goldseam.accounts.names import name_index
from goldseam.keys import derivations, slots
from goldseam.keys.derivations import Busy
from goldseam.keys.models import SlotRow
from goldseam.keys.slots import open_named, open_named_by_code, open_own
from goldseam.vault import (
    Cost,
    Tampered,
    VaultError,
    WrongKey,
    make_passphrase_slot,
    make_recovery_code,
    make_recovery_slot,
    make_root,
)
from tests.people import make_person

pytestmark = pytest.mark.django_db


def test_passphrase_and_code_open_the_same_root() -> None:
    person, client = make_person()
    by_passphrase = open_own(person=person, passphrase=client.passphrase)
    assert by_passphrase == open_own(person=person, code=client.code.lower().replace("-", " "))
    assert open_named(index=name_index(client.name), passphrase=client.passphrase) == (person, by_passphrase)
    assert open_named_by_code(index=name_index(client.name), code=client.code) == (person, by_passphrase)


def test_without_a_slot_there_is_no_way_in() -> None:
    person, client = make_person()
    SlotRow.objects.all().delete()
    for way in ({"passphrase": client.passphrase}, {"code": client.code}):
        with pytest.raises(WrongKey):
            open_own(person=person, **way)


def test_nobody_has_no_way_in() -> None:
    _, client = make_person()
    with pytest.raises(WrongKey):
        open_named(index=name_index("nobody-0000"), passphrase=client.passphrase)
    for code in (client.code, make_recovery_code(), "nonsense", ""):
        with pytest.raises(WrongKey):
            open_named_by_code(index=name_index("nobody-0000"), code=code)


def test_what_stands_in_for_a_stranger_lets_nobody_in(monkeypatch: pytest.MonkeyPatch) -> None:
    code = make_recovery_code()
    stand_in = make_recovery_slot(make_root(), code, person=uuid4())
    monkeypatch.setattr(slots, "_NOBODY", stand_in)
    with pytest.raises(WrongKey):
        open_named_by_code(index=name_index("nobody-0000"), code=code)


def test_a_name_that_nobody_has_costs_one_derivation_too(monkeypatch: pytest.MonkeyPatch) -> None:
    _, client = make_person()
    worked: list[str] = []
    for name in ("derive_dummy", "open_passphrase_slot"):
        real = getattr(derivations, name)

        def counting(*args: object, name: str = name, real: object = real, **more: object) -> object:
            worked.append(name)
            return real(*args, **more)

        monkeypatch.setattr(f"goldseam.keys.derivations.{name}", counting)
    for known in (client.name, "nobody-0000"):
        with pytest.raises(WrongKey):
            open_named(index=name_index(known), passphrase="wrong words")
    assert worked == ["open_passphrase_slot", "derive_dummy"]


def test_a_slot_of_another_person_does_not_open() -> None:
    alice, client = make_person()
    bob, _ = make_person("Bob", passphrase="other words for another person")
    SlotRow.objects.filter(person=bob).delete()
    SlotRow.objects.filter(person=alice).update(person=bob)
    for way in ({"passphrase": client.passphrase}, {"code": client.code}):
        with pytest.raises(VaultError):
            open_own(person=bob, **way)


def test_a_planted_slot_with_a_root_of_its_own_is_refused() -> None:
    person, _ = make_person()
    planted = make_passphrase_slot(
        make_root(), "planted words", person=person.pk, cost=Cost(1, 64, 1), floor=Cost(1, 64, 1)
    )
    slots.replace_slot(planted)
    with pytest.raises(Tampered):
        open_own(person=person, passphrase="planted words")


def test_there_is_one_slot_of_each_kind() -> None:
    person, _ = make_person()
    row = SlotRow.objects.get(person=person, kind="recovery")
    row.pk = person.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_dearer_slot_waits_for_a_quieter_moment(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    person, client = make_person()
    settings.PASSPHRASE_COST = Cost(2, 128, 1)

    def busy(*_: object, **__: object) -> None:
        raise Busy

    monkeypatch.setattr("goldseam.keys.slots.new_passphrase_slot", busy)
    assert open_own(person=person, passphrase=client.passphrase)
    assert SlotRow.objects.get(person=person, kind="passphrase").slot().cost == Cost(1, 64, 1)


def test_a_slot_replaced_meanwhile_stays_replaced(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    person, client = make_person()
    settings.PASSPHRASE_COST = Cost(2, 128, 1)
    real = slots.new_passphrase_slot

    def meanwhile(root: bytes, passphrase: str, *, person: object) -> object:
        slots.replace_slot(real(root, "changed in another tab", person=person))
        return real(root, passphrase, person=person)

    monkeypatch.setattr("goldseam.keys.slots.new_passphrase_slot", meanwhile)
    open_own(person=person, passphrase=client.passphrase)
    with pytest.raises(WrongKey):
        open_own(person=person, passphrase=client.passphrase)
