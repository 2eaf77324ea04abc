"""A visit from elsewhere: the strict cookie stays at home, and the session lives on."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from tests.people import PersonClient, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.keys.rooms")]


def visitor(client_at_home: PersonClient) -> PersonClient:
    """The same browser, following a link in a mail: the strict cookie stays at home."""
    client = PersonClient()
    client.cookies[settings.SESSION_COOKIE_NAME] = client_at_home.cookies[settings.SESSION_COOKIE_NAME].value
    return client


def test_a_visit_from_elsewhere_is_bounced_and_the_session_lives() -> None:
    _, client = make_person()
    answer = visitor(client).get("/t/shared/?a=1&b=2", headers={"Sec-Fetch-Site": "cross-site"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert '<meta http-equiv="refresh" content="0; url=/t/shared/?a=1&amp;b=2">' in page
    assert '<a href="/t/shared/?a=1&amp;b=2">' in page
    assert answer.cookies["bounced"]["samesite"] == "Strict" and answer.cookies["bounced"]["httponly"]
    assert client.get("/t/shared/").content == b"the room is open"


def test_a_browser_that_does_not_say_where_it_comes_from_is_bounced_once() -> None:
    _, client = make_person()
    visiting = visitor(client)
    assert b"One moment" in visiting.get("/t/shared/").content
    assert visiting.get("/t/shared/").headers["Location"].startswith("/unlock/")


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_cookie_that_is_really_gone_asks_for_the_passphrase(site: str) -> None:
    _, client = make_person()
    answer = visitor(client).get("/t/shared/", headers={"Sec-Fetch-Site": site})
    assert answer.headers["Location"].startswith("/unlock/")


def test_nobody_else_is_bounced() -> None:
    _, client = make_person()
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert Client().get("/t/shared/", headers=elsewhere).status_code == 302
    assert visitor(client).get("/t/public/", headers=elsewhere).content == b"for everybody"
    assert (
        visitor(client).get("/t/shared/", headers=elsewhere | {"X-Requested-With": "fetch"}).status_code
        == 401
    )
    assert client.get("/t/shared/", headers=elsewhere).content == b"the room is open"
    stale = PersonClient()
    stale.cookies[settings.SESSION_COOKIE_NAME] = "0" * 32
    assert stale.get("/t/shared/", headers=elsewhere).headers["Location"].startswith("/sign-in/")
