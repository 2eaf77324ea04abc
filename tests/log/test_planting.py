"""Who can write the database knows public keys and places, and can make every hash fit. It does not help."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from goldseam.core import entries, journal
from goldseam.core.base import Append, Entry, VaultKind
from goldseam.core.drafts import LetterDraft
from goldseam.core.journal import JOURNAL
from goldseam.log import check, drafts, snapshots
from goldseam.log.models import DraftRow, EntryRow, Snapshot, Vault
from goldseam.log.reading import entry_place
from goldseam.vault import Place, VaultError, entry_hash, make_key, seal, seal_private
from tests.cast import NOW, Someone, pair, someone

pytestmark = pytest.mark.django_db


def plant(vault: Vault, seal_it) -> None:  # type: ignore[no-untyped-def]
    """Append an entry as the house would, chain and all, sealed by somebody else."""
    [append] = journal.write(id=str(uuid4()), text="I confess")
    assert isinstance(append, Append)
    place = entry_place(vault.id, uuid4(), vault.head_seq + 1, bytes(vault.head_hash))
    sealed = seal_it(place, entries.encode(Entry(at=NOW, by=0, body=append.body)))
    vault.head_seq, vault.head_hash = place.sequence, entry_hash(place, sealed)
    EntryRow.objects.create(
        vault_id=vault.id, seq=vault.head_seq, row=place.row, hash=vault.head_hash, author=0, day=NOW.date(),
        group=vault.kind, sealed=sealed,
    )  # fmt: skip
    vault.save()


def write(who: Someone, text: str) -> str:
    page = str(uuid4())
    who.house().act(lambda _: journal.write(id=page, text=text))
    return page


def test_a_planted_page_does_not_open() -> None:
    alice = someone("Alice")
    write(alice, "mine")
    public = bytes(alice.person.public)
    plant(
        alice.house().vault(VaultKind.PRIVATE),
        lambda place, plain: seal_private(public, make_key(), place, plain),
    )
    assert check.run() == []
    with pytest.raises(VaultError):
        alice.house().lines(VaultKind.PRIVATE)


def test_a_planted_letter_does_not_open() -> None:
    alice, bob = someone("Alice"), someone("Bob")
    space = pair(alice, bob)
    plant(Vault.objects.get(space_id=space), lambda place, plain: seal(make_key(), place, plain))
    with pytest.raises(VaultError):
        bob.house().lines(VaultKind.SHARED, space)


def test_a_planted_draft_does_not_open() -> None:
    alice = someone("Alice")
    vault, row = alice.house().vault(VaultKind.PRIVATE), uuid4()
    sealed = seal_private(
        bytes(alice.person.public), make_key(), Place("draft", row, vault.id, 1), b"not mine"
    )
    DraftRow.objects.create(
        id=row, vault_id=vault.id, version=1, writer=uuid4(), day=NOW.date(), sealed=sealed
    )
    with pytest.raises(VaultError):
        drafts.draft(alice.house(), row, LetterDraft)


@pytest.mark.parametrize("change", ["of another log", "of another time", "made up"])
def test_a_snapshot_that_was_put_there_does_not_open(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "EVERY", 2)
    alice, bob = someone("Alice"), someone("Bob")
    for who in (alice, bob):
        for number in range(4):
            write(who, f"page {number}")
    mine = Snapshot.objects.filter(vault_id=alice.house().vault(VaultKind.PRIVATE).id, fold=JOURNAL.name)
    theirs = Snapshot.objects.get(vault_id=bob.house().vault(VaultKind.PRIVATE).id, fold=JOURNAL.name)
    if change == "of another log":
        mine.update(sealed=theirs.sealed)
    elif change == "of another time":
        mine.update(seq=2)
    else:
        mine.update(sealed=seal(make_key(), Place("snapshot", uuid4(), uuid4()), b"{}"))
    with pytest.raises(VaultError):
        alice.house().folded(JOURNAL, VaultKind.PRIVATE)


def test_a_snapshot_beyond_the_end_is_not_used() -> None:
    """A log that was rolled back under a newer snapshot is read from its beginning."""
    alice = someone("Alice")
    for number in range(3):
        write(alice, f"page {number}")
    house = alice.house()
    vault = house.vault(VaultKind.PRIVATE)
    snapshots.keep(vault.id, house.sealer(VaultKind.PRIVATE), [JOURNAL])
    cut = EntryRow.objects.get(vault_id=vault.id, seq=2)
    EntryRow.objects.filter(vault_id=vault.id, seq=3).delete()
    Vault.objects.filter(id=vault.id).update(head_seq=2, head_hash=cut.hash)
    assert len(alice.house(NOW + timedelta(days=1)).folded(JOURNAL, VaultKind.PRIVATE).pages) == 2
