"""Leave: whatever is open, one touch ends it, and what is left behind tells nothing."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from goldseam.keys.models import Session, Tier
from tests.cast import Someone, pair, someone
from tests.security.matrix import MATRIX
from tests.security.things import Things, address, things_of
from tests.visitors import anonymous, steady, visitor

pytestmark = pytest.mark.django_db

INNER = [name for name, line in MATRIX.items() if line != "open"]
OWN_WORDS = {
    "own_passphrase": "three green camels uphill",
    "own_passphrase_again": "three green camels uphill",
}
COOKIES = (settings.SESSION_COOKIE_NAME, settings.UNLOCK_COOKIE_NAME)


@pytest.fixture
def alice() -> Someone:
    return someone("Alice")


@pytest.fixture
def things(alice: Someone) -> Things:
    return things_of(alice, pair(alice, someone("Bob")), "quietlarkspur")


@pytest.mark.parametrize(("private", "shared"), [(True, True), (False, True), (False, False)])
def test_leaving_ends_the_session_in_the_store_however_closed_it_was(
    private: bool, shared: bool, alice: Someone
) -> None:
    here, there = visitor(alice, private=private, shared=shared), visitor(alice)
    answer = here.post("/leave/")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/aside/")
    for name in COOKIES:
        assert answer.cookies[name].value == "" and answer.cookies[name]["max-age"] == 0
    assert answer.cookies["away"].value == "1" and answer.cookies["away"]["httponly"]
    # The session on another device is another visit, and stays.
    assert Session.objects.count() == 1 and Tier.objects.count() == 2
    assert there.get("/settings/").status_code == 200


def test_the_cookies_of_before_open_nothing_any_more(alice: Someone) -> None:
    client = visitor(alice)
    before = {name: client.cookies[name].value for name in COOKIES}
    client.post("/leave/")
    thief = anonymous()
    for name, value in before.items():
        thief.cookies[name] = value
    assert thief.get("/mine/").headers["Location"].startswith("/sign-in/")


def test_every_inner_page_afterwards_leads_aside(alice: Someone, things: Things) -> None:
    """The Back button, a second tab, a reload: none of them shows a page, or the door of this house."""
    client = visitor(alice)
    client.post("/leave/")
    for name in INNER:
        answer = client.get(address(name, things))
        assert answer.status_code == 405 or answer.headers["Location"] == "/aside/", name
        sent = client.post(address(name, things), {"text": "sent too late"})
        assert sent.status_code in (403, 405) and b"quietlarkspur" not in sent.content, name


def test_leaving_works_where_nobody_is_signed_in() -> None:
    for client in (anonymous(), Client(), Client(enforce_csrf_checks=True)):
        answer = client.post("/leave/")
        assert (answer.status_code, answer.headers["Location"]) == (303, "/aside/")
        assert client.get("/home/").headers["Location"] == "/aside/"


def test_every_page_that_is_no_error_has_the_way_out(alice: Someone, things: Things) -> None:
    for client in (anonymous(), visitor(alice), visitor(alice, private=False)):
        for name in MATRIX:
            answer = client.get(address(name, things))
            is_page = answer.headers.get("Content-Type", "").startswith("text/html")
            assert is_page or name in ("web:healthz", "journey:news") or answer.status_code > 300, name
            if is_page and answer.status_code in (200, 403) and name != "web:aside":
                assert b'action="/leave/"' in answer.content, name


def test_nobody_else_is_told_that_somebody_left(alice: Someone) -> None:
    bob = someone("Bob")
    space, at_bob = pair(alice, bob), visitor(bob)
    before = at_bob.get(f"/ours/{space}/").content
    visitor(alice).post("/leave/")
    assert steady(at_bob.get(f"/ours/{space}/").content) == steady(before)


def test_what_no_program_can_do_is_said_where_nobody_needs_an_account() -> None:
    """Who forces a passphrase out gets everything. So there is a page about just that, and one about leaving."""
    forced = anonymous().get("/help/passphrase-forced/")
    assert forced.status_code == 200 and b"can read all that you wrote" in forced.content
    for slug in ("leaving-safely", "devices"):
        assert anonymous().get(f"/help/{slug}/").status_code == 200


def test_an_address_opens_nothing(alice: Someone) -> None:
    """Who has the mailbox gets no way in: there is no reset, and the doors do not know the address."""
    visitor(alice).post("/settings/email/", {"email": "alice@example.org"})
    assert getattr(mail, "outbox", []) == []
    stranger = anonymous()
    for door, given in (
        ("/sign-in/", {"passphrase": "alice@example.org"}),
        ("/recover/", {"recovery_code": "alice@example.org", "which": "own", **OWN_WORDS}),
    ):
        known = stranger.post(door, {"name": "alice@example.org", **given})
        unknown = stranger.post(door, {"name": "nobody@example.org", **given})
        assert known.status_code == unknown.status_code == 403
        assert b"alice@example.org" not in known.content.replace(b'value="alice@example.org"', b"")
