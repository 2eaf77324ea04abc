"""The store of logs: what is written can be read again, by the right person, in the right place, and only so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Thread
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections
from django.http import Http404

from goldseam.core import desk, journal
from goldseam.core.base import Append, Erase, Erased, Outcome, Refusal, Refused, VaultKind
from goldseam.core.desk import DESK, NameChosen, NotToday
from goldseam.core.journal import JOURNAL
from goldseam.keys.locked import Locked
from goldseam.log import check, erasing, snapshots
from goldseam.log.folds import FOLDS
from goldseam.log.house import House, TooBusy
from goldseam.log.models import EntryRow, Erasure, Snapshot, Vault
from goldseam.vault import Tampered, VaultError
from tests.cast import NOW, Someone, pair, someone

pytestmark = pytest.mark.django_db


def write_page(who: Someone, text: str) -> str:
    page = str(uuid4())
    who.with_private_closed().act(lambda house: journal.write(id=page, text=text))
    return page


def test_what_is_written_is_read_again_in_order() -> None:
    alice = someone("Alice")
    for text in ("first", "second", "third"):
        write_page(alice, text)
    lines = alice.house().lines(VaultKind.PRIVATE)
    assert [line.entry.body.text for line in lines if line.entry] == ["first", "second", "third"]
    assert [line.seq for line in lines] == [1, 2, 3]
    assert lines[0].entry and lines[0].entry.at == NOW


def test_a_private_page_is_written_and_not_read_while_the_private_tier_is_closed() -> None:
    alice = someone("Alice")
    write_page(alice, "nobody sees this")
    with pytest.raises(Locked) as closed:
        alice.with_private_closed().lines(VaultKind.PRIVATE)
    assert closed.value.tier == "private"


def test_a_closed_private_room_is_closed_even_when_it_is_empty() -> None:
    with pytest.raises(Locked):
        someone("Alice").with_private_closed().lines(VaultKind.PRIVATE)


def test_no_key_of_another_person_opens_an_entry() -> None:
    alice, charlie = someone("Alice"), someone("Charlie")
    write_page(alice, "mine")
    Vault.objects.filter(person_id=charlie.person.id, kind="private").delete()
    Vault.objects.filter(person_id=alice.person.id, kind="private").update(person_id=charlie.person.id)
    with pytest.raises(VaultError):
        charlie.house().lines(VaultKind.PRIVATE)


def test_a_strangers_space_is_not_found() -> None:
    alice, bob, charlie = someone("Alice"), someone("Bob"), someone("Charlie")
    space = pair(alice, bob)
    with pytest.raises(Http404):
        charlie.house().lines(VaultKind.SHARED, space)
    with pytest.raises(Http404):
        charlie.house().act(lambda house: (Append(VaultKind.SHARED, NameChosen(name="x")),), space=space)


def test_both_partners_read_the_same_shared_log() -> None:
    alice, bob = someone("Alice"), someone("Bob")
    space = pair(alice, bob)
    assert alice.house().lines(VaultKind.SHARED, space) == bob.house().lines(VaultKind.SHARED, space)
    assert alice.house().space(space).partner == "Bob"
    assert bob.house().space(space).partner == "Alice"


def test_the_same_row_twice_is_refused_as_done() -> None:
    alice = someone("Alice")
    page = write_page(alice, "once")
    with pytest.raises(Refused) as refused:
        alice.house().act(lambda house: journal.write(id=page, text="once"))
    assert refused.value.refusal is Refusal.ALREADY_DONE
    assert len(alice.house().lines(VaultKind.PRIVATE)) == 1


def test_a_decision_is_made_again_when_the_log_moved_on_in_between() -> None:
    alice = someone("Alice")
    seen: list[str] = []

    def decide(house: House) -> Outcome:
        seen.append(house.desk.name)
        if len(seen) == 1:
            alice.house().act(lambda other: desk.choose_name(name="Alicia"))
        return (Append(VaultKind.DESK, NotToday(step=house.desk.name, day=NOW.date())),)

    alice.house().act(decide)
    assert seen == ["Alice", "Alicia"]
    assert alice.house().desk.off == ("Alicia",)


def test_a_log_that_always_moves_on_is_given_up_with_nothing_written() -> None:
    alice = someone("Alice")

    def decide(house: House) -> Outcome:
        name = house.desk.name
        alice.house().act(lambda other: desk.choose_name(name=f"{name}x"))
        return (Append(VaultKind.DESK, NotToday(step="never", day=NOW.date())),)

    with pytest.raises(TooBusy):
        alice.house().act(decide)
    assert alice.house().desk.off == ()


def test_one_decision_over_two_vaults_is_all_or_nothing() -> None:
    alice = someone("Alice")
    page = write_page(alice, "there already")

    def decide(house: House) -> Outcome:
        return (Append(VaultKind.DESK, NameChosen(name="Changed")), *journal.write(id=page, text="again"))

    with pytest.raises(Refused):
        alice.house().act(decide)
    assert alice.house().desk.name == "Alice"


def test_an_erased_line_leaves_its_place_and_a_word_that_it_was_erased() -> None:
    alice = someone("Alice")
    page = write_page(alice, "to be forgotten")
    write_page(alice, "to be kept")
    alice.house().act(lambda house: journal.delete(house.folded(JOURNAL, VaultKind.PRIVATE), id=page))
    lines = alice.house().lines(VaultKind.PRIVATE)
    assert lines[0].entry is None
    assert isinstance(lines[2].entry and lines[2].entry.body, Erased)
    assert EntryRow.objects.get(vault_id=alice.house().vault(VaultKind.PRIVATE).id, seq=1).sealed is None
    assert Erasure.objects.filter(vault_id=alice.house().vault(VaultKind.PRIVATE).id, seq=1).exists()
    assert check.run() == []


def test_nobody_erases_a_line_of_the_other() -> None:
    alice, bob = someone("Alice"), someone("Bob")
    space = pair(alice, bob)
    with pytest.raises(Refused) as refused:
        bob.house().act(lambda house: (Erase(VaultKind.SHARED, 1),), space=space)
    assert refused.value.refusal is Refusal.NOT_YOURS


def test_what_was_erased_after_a_backup_is_erased_again_after_its_restore() -> None:
    alice = someone("Alice")
    page = write_page(alice, "gone for good")
    vault = alice.house().vault(VaultKind.PRIVATE)
    kept = EntryRow.objects.get(vault_id=vault.id, seq=1).sealed
    alice.house().act(lambda house: journal.delete(house.folded(JOURNAL, VaultKind.PRIVATE), id=page))
    EntryRow.objects.filter(vault_id=vault.id, seq=1).update(sealed=kept)
    assert erasing.apply_erasures() == 1
    assert alice.house().lines(VaultKind.PRIVATE)[0].entry is None


@pytest.mark.parametrize("harm", ["cut", "hole", "changed", "swapped", "replayed"])
def test_harm_to_the_rows_shows(harm: str) -> None:
    alice = someone("Alice")
    for text in ("one", "two", "three"):
        write_page(alice, text)
    rows = EntryRow.objects.filter(vault_id=alice.house().vault(VaultKind.PRIVATE).id).order_by("seq")
    one, two, _ = list(rows)
    if harm == "cut":
        rows.filter(seq=3).delete()
    elif harm == "hole":
        rows.filter(seq=2).delete()
    elif harm == "changed":
        rows.filter(seq=2).update(sealed=bytes(two.sealed)[:-1] + bytes([bytes(two.sealed)[-1] ^ 1]))
    elif harm == "swapped":
        rows.filter(seq=1).update(sealed=two.sealed)
        rows.filter(seq=2).update(sealed=one.sealed)
    else:
        rows.filter(seq=3).update(sealed=one.sealed, hash=one.hash, row=uuid4())
    with pytest.raises(VaultError):
        alice.house().lines(VaultKind.PRIVATE)
    assert check.run() != []


def test_a_row_whose_hash_was_made_to_fit_still_does_not_open() -> None:
    """A database writer can repair the chain; the seal itself then refuses the place."""
    from goldseam.log.reading import entry_place
    from goldseam.vault import GENESIS, entry_hash

    alice = someone("Alice")
    write_page(alice, "one")
    write_page(alice, "two")
    vault = alice.house().vault(VaultKind.PRIVATE)
    two = EntryRow.objects.get(vault_id=vault.id, seq=2)
    moved = entry_place(vault.id, two.row, 1, GENESIS)
    EntryRow.objects.filter(vault_id=vault.id).delete()
    digest = entry_hash(moved, bytes(two.sealed))
    EntryRow.objects.create(
        vault_id=vault.id,
        seq=1,
        row=two.row,
        hash=digest,
        author=0,
        day=NOW.date(),
        group="private",
        sealed=two.sealed,
    )
    Vault.objects.filter(id=vault.id).update(head_seq=1, head_hash=digest)
    assert check.run() == []
    with pytest.raises(Tampered):
        alice.house().lines(VaultKind.PRIVATE)


def test_a_snapshot_gives_the_same_state_and_is_made_anew_by_an_erasure() -> None:
    alice = someone("Alice")
    pages = [write_page(alice, f"page {number}") for number in range(snapshots.EVERY - 1)]
    alice.house().act(lambda house: journal.write(id=str(uuid4()), text="with the private tier open"))
    vault = alice.house().vault(VaultKind.PRIVATE)
    assert Snapshot.objects.filter(vault_id=vault.id, fold=JOURNAL.name).exists()
    write_page(alice, "after the snapshot")
    house = alice.house()
    assert house.folded(JOURNAL, VaultKind.PRIVATE) == JOURNAL.over(house.lines(VaultKind.PRIVATE))
    assert len(house.folded(JOURNAL, VaultKind.PRIVATE).pages) == snapshots.EVERY + 1
    before = {bytes(row.sealed) for row in Snapshot.objects.filter(vault_id=vault.id)}
    alice.house().act(lambda fresh: journal.delete(fresh.folded(JOURNAL, VaultKind.PRIVATE), id=pages[0]))
    kept = Snapshot.objects.filter(vault_id=vault.id)
    assert {row.fold for row in kept} == {fold.name for fold in FOLDS[VaultKind.PRIVATE]}
    assert not before & {bytes(row.sealed) for row in kept}
    house = alice.house()
    assert pages[0] not in {page.id for page in house.folded(JOURNAL, VaultKind.PRIVATE).pages}
    assert house.folded(JOURNAL, VaultKind.PRIVATE) == JOURNAL.over(house.lines(VaultKind.PRIVATE))


def test_the_first_page_written_with_the_private_tier_open_catches_up_with_those_before() -> None:
    alice = someone("Alice")
    for number in range(snapshots.EVERY + 1):
        write_page(alice, f"page {number}")
    vault = alice.house().vault(VaultKind.PRIVATE)
    assert snapshots.last(vault.id) == 0
    alice.house().act(lambda _: journal.write(id=str(uuid4()), text="with the private tier open"))
    assert snapshots.last(vault.id) == snapshots.EVERY + 2


@pytest.mark.django_db(transaction=True)
def test_nothing_is_erased_while_a_snapshot_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read before an erasure would come back in a snapshot that is written after it."""
    alice = someone("Alice")
    page = write_page(alice, "gone for good")
    vault, read = alice.house().vault(VaultKind.PRIVATE), snapshots.found_rows
    erasing_page = Thread(target=_closing(lambda: _delete(alice, page)))

    def while_it_is_erased(*given: Any, **named: Any) -> Any:
        monkeypatch.setattr(snapshots, "found_rows", read)
        found = read(*given, **named)
        erasing_page.start()
        erasing_page.join(0.5)
        return found

    monkeypatch.setattr(snapshots, "found_rows", while_it_is_erased)
    snapshots.keep(vault.id, alice.house().sealer(VaultKind.PRIVATE), [JOURNAL])
    erasing_page.join(30)
    assert alice.house().folded(JOURNAL, VaultKind.PRIVATE).pages == ()


def _delete(who: Someone, page: str) -> None:
    who.house().act(lambda house: journal.delete(house.folded(JOURNAL, VaultKind.PRIVATE), id=page))


def _closing(act: Callable[[], None]) -> Callable[[], None]:
    """`act` in a thread of its own, with connections of its own."""

    def run() -> None:
        try:
            act()
        finally:
            connections.close_all()

    return run


def test_folds_of_one_log_share_one_reading() -> None:
    alice, bob = someone("Alice"), someone("Bob")
    space = pair(alice, bob)
    with _noted() as asked:
        house = alice.house()
        for fold in FOLDS[VaultKind.SHARED]:
            house.folded(fold, VaultKind.SHARED, space)
    assert sum('FROM "log_entryrow"' in sql for sql in asked) == 1
    assert sum('FROM "log_snapshot"' in sql for sql in asked) == 1


def test_ones_own_two_vaults_are_found_at_once() -> None:
    alice = someone("Alice")
    with _noted() as asked:
        house = alice.house()
        found = [house.vault(kind) for kind in (VaultKind.DESK, VaultKind.PRIVATE)]
    assert len(asked) == 1 and found == [
        Vault.objects.get(person_id=alice.person.id, kind=kind) for kind in ("desk", "private")
    ]


@contextmanager
def _noted() -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    asked: list[str] = []

    def noted(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        yield asked


def test_a_reading_writes_nothing() -> None:
    alice = someone("Alice")
    for number in range(snapshots.EVERY):
        write_page(alice, f"page {number}")
    house = alice.house()
    with connection.execute_wrapper(_no_writes):
        house.folded(JOURNAL, VaultKind.PRIVATE)
        house.folded(DESK, VaultKind.DESK)
        house.lines(VaultKind.PRIVATE)


def _no_writes(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
    assert not sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")), sql
    return execute(sql, params, many, context)


def test_a_snapshot_of_a_larger_state_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    house = someone("Alice").house()
    vault, sealer = house.vault(VaultKind.DESK), house.sealer(VaultKind.DESK)
    monkeypatch.setattr(snapshots, "LARGEST", 10)
    snapshots.keep(vault.id, sealer, [DESK])
    assert snapshots.last(vault.id) == 0
    monkeypatch.undo()
    snapshots.keep(vault.id, sealer, [DESK])
    assert snapshots.last(vault.id) == vault.head_seq


def test_no_snapshot_is_kept_of_a_log_that_is_gone() -> None:
    house = someone("Alice").house()
    sealer = house.sealer(VaultKind.DESK)
    snapshots.keep(uuid4(), sealer, [DESK])
    assert not Snapshot.objects.exists()


def test_the_time_of_an_entry_is_whole_seconds_in_utc() -> None:
    alice = someone("Alice")
    late = NOW + timedelta(microseconds=777)
    alice.house(late).act(lambda house: desk.choose_name(name="A"))
    entry = alice.house().lines(VaultKind.DESK)[-1].entry
    assert entry and entry.at == NOW
