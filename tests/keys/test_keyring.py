"""The stored keyring: changed with the private tier, never half, never on top of another change."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from goldseam.accounts.models import Person
from goldseam.keys import keyring
from goldseam.keys.keyring import Contended, add_space_key, drop_space_key
from goldseam.keys.locked import Locked
from goldseam.keys.models import KeyringRow, Tier
from goldseam.keys.opened import Opened, open_keys
from goldseam.spaces.models import Member, Space
from goldseam.vault import Keyring, SpaceKey, VaultError, make_key
from tests.people import MovedClock, another_browser, make_person, request_of

pytestmark = pytest.mark.django_db


def a_key() -> SpaceKey:
    return SpaceKey(key=make_key(), slot=0, mine=make_key(), partner=None)


def a_space_of(person: Person) -> UUID:
    """A space with this person in it: at the passphrase the keys of others are left out."""
    space = Space.objects.create()
    Member.objects.create(space=space, slot=0, person_id=person.pk)
    return space.id


def test_a_new_space_is_open_in_this_session_at_once() -> None:
    person, client = make_person()
    opened, space, key = open_keys(request_of(person, client)), uuid4(), a_key()
    add_space_key(opened, space, key)
    assert opened.need_shared().spaces == {space: key}
    assert open_keys(request_of(person, client)).need_shared().spaces == {space: key}


def test_other_sessions_learn_of_it_at_the_next_passphrase(clock: MovedClock) -> None:
    person, client = make_person()
    other = another_browser(person, client)
    space, key = a_space_of(person), a_key()
    add_space_key(open_keys(request_of(person, client)), space, key)
    assert open_keys(request_of(person, other)).need_shared().spaces == {}
    other.unlock()
    assert open_keys(request_of(person, other)).need_shared().spaces == {space: key}


def test_a_dropped_space_is_closed_at_once() -> None:
    person, client = make_person()
    opened, space = open_keys(request_of(person, client)), uuid4()
    add_space_key(opened, space, a_key())
    drop_space_key(opened, space, log=uuid4())
    assert open_keys(request_of(person, client)).need_shared().spaces == {}


def test_changing_keeps_the_span_of_the_tier(clock: MovedClock) -> None:
    person, client = make_person()
    before = Tier.objects.get(tier="shared")
    clock.move(minutes=5)
    opened = open_keys(request_of(person, client, "/live/"))
    add_space_key(opened, uuid4(), a_key())
    after = Tier.objects.get(tier="shared")
    assert (after.expires_at, after.idle_at) == (before.expires_at, before.idle_at)


def test_changing_needs_the_private_tier(clock: MovedClock) -> None:
    person, client = make_person()
    clock.move(minutes=11)
    with pytest.raises(Locked) as locked:
        add_space_key(open_keys(request_of(person, client)), uuid4(), a_key())
    assert locked.value.tier == "private"


def test_keys_without_a_session_can_be_changed_too() -> None:
    person, client = make_person()
    there = open_keys(request_of(person, client))
    here = Opened(person, there.need_shared(), there.need_private())
    add_space_key(here, uuid4(), a_key())
    assert len(here.need_shared().spaces) == 1


def test_a_session_that_ended_meanwhile_stays_ended() -> None:
    person, client = make_person()
    opened = open_keys(request_of(person, client))
    Tier.objects.all().delete()
    add_space_key(opened, uuid4(), a_key())
    assert not Tier.objects.exists()


def test_two_changes_at_once_both_count() -> None:
    person, client = make_person()
    key = open_keys(request_of(person, client)).need_private().keyring_key
    first, second = uuid4(), uuid4()

    def slow(ring: Keyring) -> Keyring:
        if not keyring.read(person.pk, key).spaces:
            keyring.rewrite(person.pk, key, lambda other: other.with_space(second, a_key()))
        return ring.with_space(first, a_key())

    keyring.rewrite(person.pk, key, slow)
    assert set(keyring.read(person.pk, key).spaces) == {first, second}


def test_a_change_that_never_comes_through_says_so() -> None:
    person, client = make_person()
    key = open_keys(request_of(person, client)).need_private().keyring_key

    def crowded(ring: Keyring) -> Keyring:
        KeyringRow.objects.filter(person=person).update(
            generation=KeyringRow.objects.get(person=person).generation
        )
        keyring.rewrite(person.pk, key, lambda other: other.with_space(uuid4(), a_key()))
        return ring.with_space(uuid4(), a_key())

    with pytest.raises(Contended):
        keyring.rewrite(person.pk, key, crowded)


def test_no_change_writes_nothing() -> None:
    person, client = make_person()
    key = open_keys(request_of(person, client)).need_private().keyring_key
    before = KeyringRow.objects.get(person=person).generation
    keyring.rewrite(person.pk, key, lambda ring: ring)
    assert KeyringRow.objects.get(person=person).generation == before


def test_an_older_or_another_keyring_does_not_open() -> None:
    person, client = make_person()
    bob, _ = make_person("Bob")
    key = open_keys(request_of(person, client)).need_private().keyring_key
    row, bobs = KeyringRow.objects.get(person=person), KeyringRow.objects.get(person=bob)

    def put(sealed: bytes, generation: int) -> None:
        KeyringRow.objects.filter(person=person).update(sealed=sealed, generation=generation)

    def fails(person_id: UUID) -> None:
        with pytest.raises(VaultError):
            keyring.read(person_id, key)

    put(bytes(row.sealed), row.generation + 1)
    fails(person.pk)
    put(bytes(bobs.sealed), bobs.generation)
    fails(person.pk)
