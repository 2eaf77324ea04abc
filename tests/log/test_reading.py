"""What a house tells while something is closed, not there, or of another day."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.http import Http404

from goldseam.core import desk
from goldseam.core.base import Append, VaultKind
from goldseam.core.desk import ZoneChosen
from goldseam.keys.locked import Locked
from goldseam.keys.opened import Opened
from goldseam.log.heads import current_heads, hash_at
from goldseam.log.house import House
from goldseam.log.sealing import Sealer
from goldseam.vault import Place
from tests.cast import NOW, pair, someone

pytestmark = pytest.mark.django_db


def test_with_the_shared_tier_closed_nothing_opens() -> None:
    alice = someone("Alice")
    closed = House(Opened(alice.person, None, alice.opened.private), now=NOW)
    for kind in (VaultKind.DESK, VaultKind.PRIVATE):
        with pytest.raises(Locked) as locked:
            closed.lines(kind)
        assert locked.value.tier == "shared"
        with pytest.raises(Locked):
            closed.sealer(kind).seal(Place("entry", uuid4(), uuid4()), b"words")


def test_a_private_record_does_not_open_while_the_private_tier_is_closed() -> None:
    alice = someone("Alice")
    sealer = alice.with_private_closed().sealer(VaultKind.PRIVATE)
    place = Place("entry", uuid4(), uuid4())
    sealed = sealer.seal(place, b"words")
    with pytest.raises(Locked):
        sealer.open(place, sealed)
    assert alice.house().sealer(VaultKind.PRIVATE).open(place, sealed) == b"words"


def test_a_space_whose_key_this_session_lacks_asks_for_the_passphrase() -> None:
    """Joined on another device: this session learns the key at its next step-up."""
    alice = someone("Alice")
    with pytest.raises(Locked) as locked:
        Sealer(alice.opened, VaultKind.SHARED, uuid4()).seal(Place("entry", uuid4(), uuid4()), b"words")
    assert locked.value.tier == "private"


def test_there_is_no_line_before_the_first_or_after_the_last() -> None:
    house = someone("Alice").house()
    assert house.line(VaultKind.DESK, 1).seq == 1
    for seq in (0, -1, 2):
        with pytest.raises(Http404):
            house.line(VaultKind.DESK, seq)


@pytest.mark.parametrize(
    ("zone", "today"),
    [
        ("Pacific/Auckland", date(2026, 3, 4)),
        ("America/Los_Angeles", date(2026, 3, 3)),
        ("", date(2026, 3, 3)),
    ],
)
def test_a_day_is_the_persons_own(zone: str, today: date) -> None:
    alice = someone("Alice")
    if zone:
        alice.house().act(lambda _: desk.choose_zone(zone=zone))
    assert alice.house().today == today
    assert alice.house().local_now == NOW


def test_a_zone_that_this_machine_does_not_know_is_utc() -> None:
    alice = someone("Alice")
    alice.house().act(lambda _: (Append(VaultKind.DESK, ZoneChosen(zone="Nowhere/At_All")),))
    assert alice.house().local_now.utcoffset().total_seconds() == 0  # type: ignore[union-attr]


def test_the_heads_of_all_logs_that_a_person_can_open() -> None:
    alice, bob = someone("Alice"), someone("Bob")
    space = pair(alice, bob)
    heads = current_heads(alice.person.id)
    shared = alice.house().vault(VaultKind.SHARED, space)
    assert len(heads) == 3
    assert heads[shared.id].seq == 2
    assert heads[shared.id].hash == hash_at(shared.id, 2) != hash_at(shared.id, 1)
    assert hash_at(shared.id, 3) is None
    assert shared.id not in current_heads(someone("Charlie").person.id)
