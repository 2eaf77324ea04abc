"""What was deleted whole stays deleted when an older backup is put back: an account, and a space of nobody."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.urls import reverse

from goldseam.accounts.models import Person
from goldseam.core import journal
from goldseam.core.base import Append, VaultKind
from goldseam.core.letterbook import LetterKind, LetterSent
from goldseam.keys.models import KeyringRow, SlotRow
from goldseam.log import check, erasing
from goldseam.log.models import DraftRow, EntryRow, Erasure, OfferRow, Snapshot, Vault
from goldseam.spaces import leaving, pairing
from goldseam.spaces.models import Invite, Member, Space
from goldseam.upkeep.backup import make_backup
from goldseam.upkeep.restore import restore
from tests.people import PersonClient, make_person, request_of

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")
NOW = date(2026, 3, 3)
ID = "0" * 8 + "-0000-4000-8000-" + "0" * 12


@dataclass
class Two:
    """Two people with a browser each, their space, and a backup of all of it."""

    alice: Person
    at_alice: PersonClient
    bob: Person
    at_bob: PersonClient
    space: UUID
    backup: Path

    def go_back(self) -> str:
        """Put the backup back; the last thing that is said."""
        said: list[str] = []
        restore(self.backup, said.append)
        return said[-1]


@pytest.fixture
def two(tmp_path: Path) -> Two:
    if connections["default"].vendor == "postgresql" and not shutil.which("pg_dump"):
        pytest.skip("PostgreSQL's own programs are not on this machine.")
    alice, at_alice = make_person("Alice")
    bob, at_bob = make_person("Bob")
    space = pairing.start_space(request_of(alice, at_alice).house)
    pairing.accept(request_of(bob, at_bob).house, pairing.invite(request_of(alice, at_alice).house, space))
    house = request_of(alice, at_alice).house
    house.act(lambda _: journal.write(id=ID, text="mine alone"))
    letter = LetterSent(id=ID, kind=LetterKind.APOLOGY, text="for both")
    house.act(lambda _: (Append(VaultKind.SHARED, letter),), space=space)
    return Two(alice, at_alice, bob, at_bob, space, make_backup(where=tmp_path))


def sign_in(who: PersonClient, passphrase: str = "") -> Any:
    return who.post("/sign-in/", {"name": who.name, "passphrase": passphrase or who.passphrase})


def delete(who: PersonClient, words: str = "leave") -> None:
    answer = who.post("/settings/delete/", {"words": words, "passphrase": who.passphrase})
    assert answer.headers["Location"] == "/goodbye/"


def own_logs(person: Person) -> list[UUID]:
    return list(Vault.objects.filter(person_id=person.pk).values_list("id", flat=True))


def rows_of(vaults: list[UUID]) -> int:
    tables: tuple[Any, ...] = (EntryRow, DraftRow, Snapshot)
    return sum(table.objects.filter(vault_id__in=vaults).count() for table in tables)


def test_the_backup_alone_would_bring_the_account_back(two: Two) -> None:
    """So that the tests below show what the list does."""
    logs = own_logs(two.alice)
    delete(two.at_alice)
    Erasure.objects.all().delete()
    assert two.go_back().startswith("Restored. Erased again: 0. Deleted again, whole: 0.")
    assert rows_of(logs) > 1
    assert sign_in(two.at_alice).status_code == 303


@pytest.mark.parametrize("words", ["leave", "erase"])
def test_a_deleted_account_stays_deleted(two: Two, words: str) -> None:
    logs = own_logs(two.alice)
    delete(two.at_alice, words)
    assert "Deleted again, whole: 1." in two.go_back()

    assert sign_in(two.at_alice).status_code == 403
    assert not Person.objects.filter(pk=two.alice.pk).exists()
    assert own_logs(two.alice) == [] and rows_of(logs) == 0
    for table in (SlotRow, KeyringRow):
        assert table.objects.filter(person_id=two.alice.pk).count() == 0
        assert table.objects.filter(person_id=two.bob.pk).exists()
    assert not Member.objects.filter(person_id=two.alice.pk).exists()
    assert check.run() == []

    assert sign_in(two.at_bob).status_code == 303
    house = request_of(two.bob, two.at_bob).house
    assert house.space(two.space).frozen
    assert ("for both" in repr(house.lines(VaultKind.SHARED, two.space))) is (words == "leave")


def test_nothing_of_it_is_left_in_the_files(two: Two) -> None:
    if connections["default"].vendor != "sqlite":
        return
    sealed = [bytes(row.sealed) for row in EntryRow.objects.filter(vault_id__in=own_logs(two.alice))]
    sealed += [bytes(row.sealed) for row in SlotRow.objects.filter(person=two.alice)]
    assert len(sealed) >= 4
    file = Path(str(connections["default"].settings_dict["NAME"]))
    assert any(piece[24:48] in two.backup.read_bytes() for piece in sealed)
    delete(two.at_alice)
    two.go_back()
    for place in file.parent.glob(file.name + "*"):
        assert not [piece for piece in sealed if piece[24:48] in place.read_bytes()], place.name


def test_a_deleted_account_stays_deleted_however_often_it_comes_back(two: Two) -> None:
    delete(two.at_alice)
    for _ in range(2):
        assert "Deleted again, whole: 1." in two.go_back()
        assert not Person.objects.filter(pk=two.alice.pk).exists()
    delete_bob = sign_in(two.at_bob)
    assert delete_bob.status_code == 303
    delete(two.at_bob)
    assert "Deleted again, whole: 3." in two.go_back()
    for table in (Person, Space, Member, Vault, EntryRow):
        assert not table._default_manager.exists()


def test_a_space_that_both_put_down_stays_gone_and_both_people_stay(two: Two) -> None:
    [log] = Vault.objects.filter(space_id=two.space).values_list("id", flat=True)
    two.at_alice.post(reverse("spaces:leave", args=[two.space]))
    for browser in (two.at_alice, two.at_bob):
        assert browser.post(reverse("spaces:forget", args=[two.space])).status_code == 303
    assert "Deleted again, whole: 1." in two.go_back()

    assert not Space.objects.exists() and not Member.objects.exists()
    assert not Vault.objects.filter(pk=log).exists() and rows_of([log]) == 0
    assert check.run() == []
    for person, browser in ((two.alice, two.at_alice), (two.bob, two.at_bob)):
        assert sign_in(browser).status_code == 303
        assert request_of(person, browser).house.spaces == []
    assert "mine alone" in repr(request_of(two.alice, two.at_alice).house.lines(VaultKind.PRIVATE))


def test_a_pairing_that_one_left_is_not_brought_back(two: Two) -> None:
    """Somebody who went to be safe is not put back beside the other, and what was read before can be read."""
    two.at_alice.post(reverse("spaces:leave", args=[two.space]))
    for _ in range(2):
        assert "Pairings ended again: 1." in two.go_back()
        for person, browser in ((two.alice, two.at_alice), (two.bob, two.at_bob)):
            assert sign_in(browser).status_code == 303
            assert request_of(person, browser).house.space(two.space).frozen
        lines = request_of(two.bob, two.at_bob).house.lines(VaultKind.SHARED, two.space)
        assert "for both" in repr(lines)
    assert check.run() == []


def test_the_backup_alone_would_bring_the_pairing_back(two: Two) -> None:
    two.at_alice.post(reverse("spaces:leave", args=[two.space]))
    Erasure.objects.all().delete()
    assert "Pairings ended again: 0." in two.go_back()
    assert Space.objects.get().state == "active"


def test_a_place_that_nobody_had_joined_goes_with_its_invitation(two: Two, tmp_path: Path) -> None:
    waiting = pairing.start_space(request_of(two.alice, two.at_alice).house)
    pairing.invite(request_of(two.alice, two.at_alice).house, waiting)
    two.backup = make_backup(where=tmp_path / "later.sqlite3")
    delete(two.at_alice)
    two.go_back()
    assert not Space.objects.filter(pk=waiting).exists() and not Invite.objects.exists()
    assert not OfferRow.objects.exists() and check.run() == []


def test_the_list_tells_random_ids_and_nothing_of_who_it_was(two: Two) -> None:
    """Nor how much had been erased before: single lines of a log that is gone leave the list."""
    house = request_of(two.alice, two.at_alice).house
    erasing.erase_rows(house.vault(VaultKind.PRIVATE).id, [1], day=house.today)
    logs = own_logs(two.alice)
    delete(two.at_alice)
    [shared] = Vault.objects.filter(space_id=two.space).values_list("id", flat=True)
    rows = list(Erasure.objects.values_list("vault_id", "seq"))
    assert sorted(rows) == sorted([*((log, erasing.WHOLE) for log in logs), (shared, erasing.PARTED)])
    telling = (two.alice.pk.hex, two.alice.name_index, two.space.hex, two.at_alice.name)
    listed = " ".join(str(value) for row in Erasure.objects.values_list() for value in row).replace("-", "")
    assert not [word for word in telling if word.replace("-", "") in listed]


def test_what_is_not_deleted_after_all_is_not_listed(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that went ahead of a deletion that failed would delete somebody at the next restore."""

    def breaks(person_id: UUID) -> None:
        raise ZeroDivisionError

    erasing.erase_rows(request_of(two.alice, two.at_alice).house.vault(VaultKind.PRIVATE).id, [1], day=NOW)
    before = list(Erasure.objects.values_list("vault_id", "seq"))
    real = leaving.delete_own
    monkeypatch.setattr(leaving, "delete_own", lambda person_id: (real(person_id), breaks(person_id)))
    with pytest.raises(ZeroDivisionError):
        delete(two.at_alice)
    assert Person.objects.filter(pk=two.alice.pk).exists()
    assert list(Erasure.objects.values_list("vault_id", "seq")) == before
