"""When a space ends, its key leaves every session of both; the archive opens off the keyring alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from goldseam.accounts.models import Person
from goldseam.core import journal
from goldseam.core.base import Append, VaultKind
from goldseam.core.letterbook import LetterKind, LetterSent
from goldseam.keys.keyring import add_space_key, read, space_key
from goldseam.keys.locked import Locked
from goldseam.keys.models import Tier
from goldseam.keys.opened import drop_spaces, open_keys
from goldseam.keys.sessions import hashed
from goldseam.log.house import House
from goldseam.spaces import pairing
from goldseam.spaces.models import Member, Space
from goldseam.vault import SharedTier, SpaceKey, make_cookie, make_key, open_tier
from tests.cast import pair, someone
from tests.pages import close
from tests.people import PersonClient, another_browser, make_person, request_of
from tests.visitors import visitor

pytestmark = pytest.mark.django_db
TEXT = "a letter that stays in the archive"


@dataclass
class Side:
    """One of the two, with two browsers that both know the space."""

    person: Person
    first: PersonClient
    second: PersonClient

    @property
    def browsers(self) -> tuple[PersonClient, PersonClient]:
        return self.first, self.second

    def house(self) -> House:
        return request_of(self.person, self.first).house


@pytest.fixture
def alice() -> Side:
    person, client = make_person("Alice")
    return Side(person, client, another_browser(person, client))


@pytest.fixture
def bob() -> Side:
    person, client = make_person("Bob")
    return Side(person, client, another_browser(person, client))


@pytest.fixture
def space(alice: Side, bob: Side) -> UUID:
    made = pairing.start_space(alice.house())
    pairing.accept(bob.house(), pairing.invite(alice.house(), made))
    for side in (alice, bob):
        side.second.unlock()
    body = LetterSent(id=str(uuid4()), kind=LetterKind.APOLOGY, text=TEXT)
    alice.house().act(lambda _: (Append(VaultKind.SHARED, body),), space=made)
    return made


def stored(side: Side, browser: PersonClient) -> SharedTier:
    """What this browser's cookie opens in the stored row of its shared tier."""
    row = Tier.objects.get(
        session_id=hashed(browser.cookies[settings.SESSION_COOKIE_NAME].value), tier="shared"
    )
    return open_tier(
        bytes.fromhex(browser.cookies[settings.UNLOCK_COOKIE_NAME].value),
        session=row.session.row,
        person=side.person.pk,
        tier="shared",
        expires=int(row.expires_at.timestamp()),
        sealed=bytes(row.sealed),
    )


def url(name: str, space: UUID) -> str:
    return reverse(name, args=[space])


def test_every_session_of_both_loses_the_key_at_its_next_request(alice: Side, bob: Side, space: UUID) -> None:
    for side in (alice, bob):
        assert [set(stored(side, browser).spaces) for browser in side.browsers] == [{space}, {space}]
    assert alice.first.post(url("spaces:leave", space)).status_code == 303
    assert stored(alice, alice.first).spaces == {}
    for side in (alice, bob):
        for browser in side.browsers:
            before = stored(side, browser)
            assert browser.get("/home/").status_code == 200
            after = stored(side, browser)
            assert after.spaces == {}
            assert (after.desk, after.outer, after.public) == (before.desk, before.outer, before.public)


def ask_for_the_key(house: House, space: UUID) -> object:
    return house.sealer(VaultKind.SHARED, space).key


def ask_for_the_log(house: House, space: UUID) -> object:
    return house.lines(VaultKind.SHARED, space)


@pytest.mark.parametrize("ask", [ask_for_the_key, ask_for_the_log])
def test_the_key_is_gone_before_the_request_reads_anything(
    ask: Callable[[House, UUID], object], alice: Side, bob: Side, space: UUID
) -> None:
    alice.first.post(url("spaces:leave", space))
    close(bob.second, "private")
    request = request_of(bob.person, bob.second)
    with pytest.raises(Locked):
        ask(request.house, space)
    assert request.opened.need_shared().spaces == {} == stored(bob, bob.second).spaces


def test_the_archive_still_opens_with_the_passphrase(alice: Side, bob: Side, space: UUID) -> None:
    alice.first.post(url("spaces:leave", space))
    for side in (alice, bob):
        for browser in side.browsers:
            browser.get("/home/")
            house = request_of(side.person, browser).house
            assert TEXT in repr(house.lines(VaultKind.SHARED, space))
            assert browser.get(url("letters:index", space)).status_code == 200
            assert stored(side, browser).spaces == {}
    close(bob.first, "private")
    assert bob.first.get(url("letters:index", space)).status_code == 403
    bob.first.unlock()
    assert stored(bob, bob.first).spaces == {}
    assert bob.first.get(url("letters:index", space)).status_code == 200


def test_the_other_spaces_stay_open(alice: Side, bob: Side, space: UUID) -> None:
    third, at_third = make_person("Third")
    other = pairing.start_space(alice.house())
    pairing.accept(request_of(third, at_third).house, pairing.invite(alice.house(), other))
    alice.second.unlock()
    bob.first.post(url("spaces:leave", space))
    for browser in alice.browsers:
        browser.get("/home/")
        assert set(stored(alice, browser).spaces) == {other}
        close(browser, "private")
        assert browser.get(url("letters:index", other)).status_code == 200


def test_a_key_that_was_put_down_leaves_the_other_sessions_too(alice: Side, bob: Side, space: UUID) -> None:
    """Where the person is no longer in the space at all, and where its rows are gone."""
    alice.first.post(url("spaces:leave", space))
    alice.first.post(url("spaces:forget", space))
    assert not Member.objects.filter(person_id=alice.person.pk).exists()
    alice.second.get("/home/")
    assert stored(alice, alice.second).spaces == {}
    assert bob.first.post(url("spaces:forget", space)).status_code == 303
    assert not Space.objects.exists()
    bob.second.get("/home/")
    assert stored(bob, bob.second).spaces == {}


def test_a_request_that_loads_no_space_asks_nothing_more(alice: Side, space: UUID) -> None:
    with CaptureQueriesContext(connection) as asked:
        request_of(alice.person, alice.first).house.act(lambda _: journal.write(id="0" * 32, text="mine"))
    assert asked.captured_queries
    assert not [one for one in asked.captured_queries if "spaces_" in one["sql"]]


def test_a_request_without_news_writes_no_tier(alice: Side, space: UUID) -> None:
    alice.first.get("/home/")
    before = bytes(Tier.objects.get(**_row(alice.first)).sealed)
    with CaptureQueriesContext(connections[settings.APART]) as asked:
        alice.first.get("/home/")
    assert not [one for one in asked.captured_queries if 'UPDATE "keys_tier"' in one["sql"]]
    assert bytes(Tier.objects.get(**_row(alice.first)).sealed) == before


def _row(browser: PersonClient) -> dict[str, str]:
    return {"session_id": hashed(browser.cookies[settings.SESSION_COOKIE_NAME].value), "tier": "shared"}


def test_two_requests_of_one_session_do_not_undo_each_other(alice: Side, space: UUID) -> None:
    """One was on its way with what it had opened when the other joined a second space."""
    early = open_keys(request_of(alice.person, alice.first))
    other = SpaceKey(key=make_key(), slot=0, mine=make_key(), partner=None)
    new = pairing.start_space(alice.house())
    add_space_key(open_keys(request_of(alice.person, alice.first)), new, other)
    drop_spaces(early, {space})
    assert stored(alice, alice.first).spaces == {new: other}


def test_a_tier_that_was_opened_anew_meanwhile_is_left_alone(alice: Side, space: UUID) -> None:
    early = open_keys(request_of(alice.person, alice.first))
    assert early.seat
    alice.first.cookies[settings.UNLOCK_COOKIE_NAME] = make_cookie().hex()
    alice.first.unlock()
    kept = bytes(Tier.objects.get(**_row(alice.first)).sealed)
    drop_spaces(early, {space})
    assert early.need_shared().spaces == {}
    assert bytes(Tier.objects.get(**_row(alice.first)).sealed) == kept


def test_the_keyring_gives_no_strange_key_and_none_without_the_private_tier(alice: Side, space: UUID) -> None:
    opened = open_keys(request_of(alice.person, alice.first))
    with pytest.raises(Locked):
        space_key(opened, pair(someone("Third"), someone("Fourth")))
    drop_spaces(opened, {space})
    kept = read(alice.person.pk, opened.need_private().keyring_key).spaces[space]
    assert space_key(opened, space) == kept
    opened.private, opened.from_keyring = None, None
    with pytest.raises(Locked):
        space_key(opened, space)


def test_an_older_session_that_never_knew_the_space_can_invite_into_it() -> None:
    alice = someone("Alice")
    older, newer = visitor(alice), visitor(alice)
    for browser in (newer, older):
        assert browser.post(reverse("spaces:invite")).status_code == 200
    assert Space.objects.count() == 1
