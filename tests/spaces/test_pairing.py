"""Pairing by a code, and every way to part."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import pytest
from django.http import Http404

from goldseam.core import journal
from goldseam.core.base import Append, Refusal, Refused, VaultKind
from goldseam.core.letterbook import LetterKind, LetterSent
from goldseam.keys.locked import Locked
from goldseam.keys.models import KeyringRow
from goldseam.log.models import EntryRow, Vault
from goldseam.spaces import codes, leaving, pairing
from goldseam.spaces.models import Invite, Member, Space
from tests.cast import NOW, Someone, keyring_of, pair, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice() -> Someone:
    return someone("Alice")


@pytest.fixture
def bob() -> Someone:
    return someone("Bob")


def refusal_of(act, *args) -> Refusal:  # type: ignore[no-untyped-def]
    with pytest.raises(Refused) as refused:
        act(*args)
    return refused.value.refusal


def letter(who: Someone, space, id: str = "l1") -> None:  # type: ignore[no-untyped-def]
    body = LetterSent(id=id, kind=LetterKind.APOLOGY, text="words of mine")
    who.house().act(lambda house: (Append(VaultKind.SHARED, body),), space=space)


def test_the_code_brings_two_people_together_and_pins_both_keys(alice: Someone, bob: Someone) -> None:
    space = pair(alice, bob)
    pairing.pin_partner(alice.house(), space)
    assert keyring_of(alice).spaces[space].partner == bytes(bob.person.public)
    assert keyring_of(bob).spaces[space].partner == bytes(alice.person.public)
    assert alice.house().space(space).state == "active"


def test_looking_changes_nothing(alice: Someone, bob: Someone) -> None:
    space = pairing.start_space(alice.house())
    code = pairing.invite(alice.house(), space)
    before = (alice.house().lines(VaultKind.SHARED, space), Invite.objects.count())
    assert pairing.look(bob.house(), code).name == "Alice"
    assert (alice.house().lines(VaultKind.SHARED, space), Invite.objects.count()) == before


def test_a_code_works_once(alice: Someone, bob: Someone) -> None:
    space = pairing.start_space(alice.house())
    code = pairing.invite(alice.house(), space)
    pairing.accept(bob.house(), code)
    assert refusal_of(pairing.accept, someone("Charlie").house(), code) is Refusal.NOT_FOUND


def test_a_new_code_ends_the_old_one(alice: Someone, bob: Someone) -> None:
    space = pairing.start_space(alice.house())
    old = pairing.invite(alice.house(), space)
    new = pairing.invite(alice.house(), space)
    assert refusal_of(pairing.look, bob.house(), old) is Refusal.NOT_FOUND
    assert pairing.look(bob.house(), new).space == space


def test_a_withdrawn_or_old_or_wrong_code_is_not_found(alice: Someone, bob: Someone) -> None:
    space = pairing.start_space(alice.house())
    code = pairing.invite(alice.house(), space)
    later = bob.house(NOW + timedelta(days=8))
    assert refusal_of(pairing.accept, later, code) is Refusal.NOT_FOUND
    assert refusal_of(pairing.look, bob.house(), bytes(10)) is Refusal.NOT_FOUND
    pairing.withdraw_invite(alice.house(), space)
    assert refusal_of(pairing.look, bob.house(), code) is Refusal.NOT_FOUND


def test_a_planted_invitation_does_not_open(alice: Someone, bob: Someone) -> None:
    space = pairing.start_space(alice.house())
    code = pairing.invite(alice.house(), space)
    Invite.objects.update(sealed=bytes(256))
    assert refusal_of(pairing.look, bob.house(), code) is Refusal.NOT_FOUND


def test_nobody_accepts_their_own_invitation(alice: Someone) -> None:
    code = pairing.invite(alice.house(), pairing.start_space(alice.house()))
    assert refusal_of(pairing.accept, alice.house(), code) is Refusal.NOT_ALLOWED


def test_a_space_of_two_invites_nobody(alice: Someone, bob: Someone) -> None:
    space = pair(alice, bob)
    assert refusal_of(pairing.invite, alice.house(), space) is Refusal.NOT_ALLOWED


def test_inviting_needs_the_private_tier(alice: Someone) -> None:
    with pytest.raises(Locked):
        pairing.start_space(alice.with_private_closed())
    assert not Space.objects.exists()


def test_several_spaces_stand_side_by_side(alice: Someone, bob: Someone) -> None:
    charlie = someone("Charlie")
    first, second = pair(alice, bob), pair(alice, charlie)
    letter(alice, first)
    assert [space.partner for space in alice.house().spaces] == ["Bob", "Charlie"]
    with pytest.raises(Http404):
        bob.house().lines(VaultKind.SHARED, second)


def test_a_pause_stops_sending_for_both_and_only_its_own_end_lifts_it(alice: Someone, bob: Someone) -> None:
    space = pair(alice, bob)
    leaving.pause_space(alice.house(), space)
    assert refusal_of(letter, bob, space) is Refusal.PAUSED
    assert refusal_of(leaving.resume_space, bob.house(), space) is Refusal.NOT_YOURS
    leaving.pause_space(bob.house(), space)
    leaving.resume_space(alice.house(), space)
    assert refusal_of(letter, alice, space) is Refusal.PAUSED
    leaving.resume_space(bob.house(), space)
    letter(bob, space)


def test_leaving_freezes_the_space_at_once_and_twice_is_once(alice: Someone, bob: Someone) -> None:
    space = pair(alice, bob)
    letter(bob, space)
    leaving.leave_space(alice.house(), space)
    leaving.leave_space(alice.house(), space)
    assert refusal_of(letter, bob, space, "l2") is Refusal.FROZEN
    assert bob.house().space(space).frozen
    assert len(bob.house().lines(VaultKind.SHARED, space)) == 3


def test_an_archive_opens_only_with_the_private_tier(alice: Someone, bob: Someone) -> None:
    space = pair(alice, bob)
    leaving.leave_space(alice.house(), space)
    with pytest.raises(Locked):
        bob.with_private_closed().lines(VaultKind.SHARED, space)
    assert bob.with_private_closed().space(space).partner is None


def test_a_space_that_nobody_joined_simply_goes(alice: Someone) -> None:
    space = pairing.start_space(alice.house())
    pairing.invite(alice.house(), space)
    leaving.leave_space(alice.house(), space)
    assert not Space.objects.exists() and not Invite.objects.exists()
    assert not Vault.objects.filter(space_id=space).exists()


def test_an_archive_goes_when_both_have_put_down_the_key(alice: Someone, bob: Someone) -> None:
    space = pair(alice, bob)
    leaving.leave_space(alice.house(), space)
    leaving.put_down_key(alice.house(), space)
    assert space not in keyring_of(alice).spaces
    with pytest.raises(Http404):
        alice.house().space(space)
    assert len(bob.house().lines(VaultKind.SHARED, space)) == 2
    leaving.put_down_key(bob.house(), space)
    assert not Space.objects.exists() and not EntryRow.objects.filter(group="spaces").exists()


def test_a_living_space_is_not_put_down(alice: Someone, bob: Someone) -> None:
    space = pair(alice, bob)
    assert refusal_of(leaving.put_down_key, alice.house(), space) is Refusal.NOT_ALLOWED
    assert Member.objects.filter(person_id=alice.person.id).exists()


def test_own_words_can_be_erased_after_parting_and_the_others_stay(alice: Someone, bob: Someone) -> None:
    space = pair(alice, bob)
    letter(alice, space, "from alice")
    letter(bob, space, "from bob")
    leaving.leave_space(bob.house(), space)
    leaving.erase_own_words(alice.house(), space)
    left = [line.entry.by for line in bob.house().lines(VaultKind.SHARED, space) if line.entry]
    assert left and set(left) == {1}


@pytest.mark.parametrize("erase", [True, False])
def test_a_person_goes_altogether_and_takes_what_they_choose(
    alice: Someone, bob: Someone, erase: bool
) -> None:
    space = pair(alice, bob)
    letter(alice, space)
    alice.house().act(lambda house: journal.write(id="0" * 8 + "-0000-4000-8000-" + "0" * 12, text="x"))
    leaving.delete_person(alice.house(), erase_words=erase)
    assert not Vault.objects.filter(person_id=alice.person.id).exists()
    assert bob.house().space(space).frozen
    written = [
        line for line in bob.house().lines(VaultKind.SHARED, space) if line.entry and line.entry.by == 0
    ]
    assert bool(written) is not erase


def test_a_code_is_eight_gentle_words_and_reads_back() -> None:
    code = bytes(range(10))
    words = codes.code_words(code)
    assert len(words) == 8
    assert codes.read_code(" - ".join(word.upper() for word in words)) == code
    assert codes.read_code(" ".join(word[:4] for word in words)) == code


@pytest.mark.parametrize("typed", ["", "one two", "zzzz " * 8, "1234"])
def test_what_is_no_code_is_refused_by_its_field(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        codes.read_code(typed)
    assert refused.value.field == "code"


def test_the_alphabet_of_codes_never_moves() -> None:
    """An invitation lasts seven days: an update in between must not change what its words mean."""
    words = codes._alphabet()
    assert (words[0], words[1023], len(set(words))) == ("ability", "open", 1024)
    assert sha256(" ".join(words).encode()).hexdigest()[:16] == "3d7d07e5934ef5f6"


def test_an_invitation_put_under_another_space_is_not_found(alice: Someone, bob: Someone) -> None:
    """Who can write the database cannot lead somebody into another place than the one that was meant."""
    space, other = pairing.start_space(alice.house()), pairing.start_space(bob.house())
    code = pairing.invite(alice.house(), space)
    Invite.objects.update(space_id=other)
    assert refusal_of(pairing.accept, someone("Charlie").house(), code) is Refusal.NOT_FOUND


def test_an_invitation_to_a_space_that_is_full_is_used(alice: Someone, bob: Someone) -> None:
    """Also where the row of the invitation came back, as out of an old copy."""
    space = pairing.start_space(alice.house())
    code = pairing.invite(alice.house(), space)
    row = Invite.objects.get()
    pairing.accept(bob.house(), code)
    row.save(force_insert=True)
    charlie = someone("Charlie")
    assert refusal_of(pairing.accept, charlie.house(), code) is Refusal.NOT_FOUND
    assert Member.objects.filter(space_id=space).count() == 2
    assert space not in keyring_of(charlie).spaces
    assert Invite.objects.exists()


def test_a_partner_is_pinned_once_and_only_with_the_private_tier(alice: Someone, bob: Someone) -> None:
    space = pairing.start_space(alice.house())
    pairing.pin_partner(alice.house(), space)
    assert keyring_of(alice).spaces[space].partner is None
    pairing.accept(bob.house(), pairing.invite(alice.house(), space))
    pairing.pin_partner(alice.with_private_closed(), space)
    assert keyring_of(alice).spaces[space].partner is None
    pairing.pin_partner(alice.house(), space)
    before = KeyringRow.objects.get(person_id=alice.person.id).generation
    pairing.pin_partner(alice.house(), space)
    assert keyring_of(alice).spaces[space].partner == bytes(bob.person.public)
    assert KeyringRow.objects.get(person_id=alice.person.id).generation == before


def test_going_altogether_leaves_a_place_that_nobody_joined_gone_too(alice: Someone) -> None:
    pairing.start_space(alice.house())
    leaving.delete_person(alice.house(), erase_words=False)
    assert not Space.objects.exists() and not Vault.objects.filter(space_id__isnull=False).exists()


def test_the_picture_holds_the_words_behind_the_address() -> None:
    """Behind the sign that no browser sends to a server."""
    picture = codes.invitation_picture("https://gold.example/ours/accept/", codes.code_words(bytes(10)))
    assert picture.startswith("<svg") and "script" not in picture
