"""`goldseam check`: every fault is found without a key, and named by id alone."""

from __future__ import annotations

from uuid import uuid4

import pytest

from goldseam.core import journal
from goldseam.log import check, inventory
from goldseam.log.models import DraftRow, EntryRow, Snapshot, Vault
from goldseam.spaces.models import Space
from tests.cast import NOW, Someone, pair, someone

pytestmark = pytest.mark.django_db


def log_of(who: Someone) -> Vault:
    for _ in range(2):
        who.house().act(lambda _: journal.write(id=str(uuid4()), text="a page"))
    return Vault.objects.get(person_id=who.person.id, kind="private")


def test_a_whole_house_has_no_faults() -> None:
    pair(someone("Alice"), someone("Bob"))
    assert check.run() == []


def test_a_lost_entry_is_found() -> None:
    vault = log_of(someone("Alice"))
    EntryRow.objects.filter(vault_id=vault.id, seq=1).delete()
    assert check.run() == [f"log {vault.id}: entry 1 is missing"]


def test_an_entry_beyond_the_end_is_found() -> None:
    vault = log_of(someone("Alice"))
    first = EntryRow.objects.get(vault_id=vault.id, seq=1)
    Vault.objects.filter(id=vault.id).update(head_seq=1, head_hash=first.hash)
    assert check.run() == [f"log {vault.id}: entries beyond its head"]


def test_a_head_that_was_moved_on_is_found() -> None:
    vault = log_of(someone("Alice"))
    Vault.objects.filter(id=vault.id).update(head_seq=3)
    assert check.run() == [f"log {vault.id}: the end of the log is missing"]


def test_rows_of_no_log_are_found() -> None:
    nowhere, day = uuid4(), NOW.date()
    EntryRow.objects.create(
        vault_id=nowhere, seq=1, row=uuid4(), hash=b"", author=0, day=day, group="private", sealed=b""
    )
    DraftRow.objects.create(vault_id=nowhere, version=1, writer=uuid4(), day=day, sealed=b"")
    Snapshot.objects.create(vault_id=nowhere, fold="journal", version=1, seq=1, sealed=b"")
    tables = ("entryrow", "draftrow", "snapshot")
    assert check.run() == [f"log.{table}: rows of an unknown log {nowhere}" for table in tables]


def test_a_log_of_no_space_is_found() -> None:
    space = pair(someone("Alice"), someone("Bob"))
    Space.objects.filter(id=space).delete()
    assert check.run() == [f"a log of an unknown space {space}"]


def test_a_column_that_nobody_listed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory, "SEALED", {})
    assert "log.entryrow.sealed: not in the inventory" in check.run()
