"""People with a browser: signed in, both tiers open, at the cost of a few milliseconds.

`make_person("Alice")` gives `(person, client)`; the client knows sign-in name, passphrase and recovery code.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from goldseam.accounts.joining import join
from goldseam.accounts.models import Person
from goldseam.keys import clock as keys_clock
from goldseam.keys.opened import Opened, Request, attach, open_keys
from goldseam.keys.sessions import SessionStore
from goldseam.keys.slots import open_own
from goldseam.keys.unlocking import start_session

PASSPHRASE = "copper drift almond ferry lichen quilt"


class PersonClient(Client):
    """A browser, and what its person has on paper."""

    name = ""
    passphrase = PASSPHRASE
    code = ""

    def unlock(self, passphrase: str = "") -> Any:
        """Ask for both tiers again, as the unlock page does."""
        return self.post("/unlock/", {"passphrase": passphrase or self.passphrase})


def make_person(called: str = "Alice", passphrase: str = PASSPHRASE) -> tuple[Person, PersonClient]:
    """A new person, signed in with both tiers open."""
    client, request = PersonClient(), a_request()
    person_id = uuid4()
    welcome = join(request, person_id=person_id, called=called, wish=called, passphrase=passphrase, email="")
    client.name, client.passphrase, client.code = welcome.name, passphrase, welcome.code
    take_cookies(client, request)
    return Person.objects.get(pk=person_id), client


def another_browser(person: Person, client: PersonClient) -> PersonClient:
    """A second browser of the same person, signed in with both tiers open."""
    other, request = PersonClient(), a_request()
    other.name, other.passphrase, other.code = client.name, client.passphrase, client.code
    start_session(request, person=person, root=open_own(person=person, passphrase=client.passphrase))
    take_cookies(other, request)
    return other


def a_request(path: str = "/", **more: Any) -> Request:
    """A request as it reaches a view, of nobody."""
    request = cast(Request, RequestFactory().get(path, **more))
    request.session = SessionStore()
    request.user = AnonymousUser()
    attach(request, lambda: Opened(None))
    return request


def request_of(person: Person, client: Client, path: str = "/", **more: Any) -> Request:
    """A request as it reaches a view, with this browser's cookies."""
    request = a_request(path, **more)
    request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
    request.session = SessionStore(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    request.user = person
    attach(request, lambda: open_keys(request))
    return request


def take_cookies(client: Client, request: Request) -> None:
    """Give a browser the two cookies of a session that was started without it."""
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
    client.cookies[settings.UNLOCK_COOKIE_NAME] = request.unlock_cookie.hex()


class MovedClock:
    """The keys' clock, standing still until it is moved."""

    def __init__(self) -> None:
        self.at = keys_clock.now().replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        """Let time pass: `move(minutes=11)`."""
        self.at += timedelta(**by)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[MovedClock]:
    """Time that passes only when the test says so."""
    moved = MovedClock()
    monkeypatch.setattr(keys_clock, "now", moved)
    yield moved
