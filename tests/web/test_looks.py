"""Looks: the two wishes of a browser, kept in one plain cookie, and drawn by the server so that nothing flashes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from goldseam.web.looks import TEXTS, THEMES, Looks, looks_of
from tests.cast import someone
from tests.visitors import anonymous, visitor

pytestmark = pytest.mark.django_db

NAME = settings.LOOKS_COOKIE_NAME
DARK = re.compile(r'<link rel="stylesheet" href="[^"]*dark[^"]*\.css" media="([^"]+)">')


def page(client: Client, path: str = "/looks/") -> str:
    return client.get(path).content.decode()


def choose(client: Client, theme: str, text: str) -> Any:
    return client.post("/looks/", {"theme": theme, "text": text})


@pytest.mark.parametrize("client", [anonymous, lambda: visitor(someone("Alice"))])
def test_what_is_chosen_is_there_on_every_page_of_this_browser(client: Any) -> None:
    here = client()
    answer = choose(here, "dark", "largest")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/looks/?kept")
    for path in ("/looks/?kept", "/help/", "/help/right-now/", "/there-is-nothing-here/"):
        assert 'data-theme="dark" data-text="largest"' in page(here, path), path
    assert "Saved" in page(here, "/looks/?kept")
    assert 'data-theme="device" data-text="usual"' in page(client())


def test_the_cookie_holds_two_words_and_ends_with_the_browser() -> None:
    cookie = choose(anonymous(), "light", "large").cookies[NAME]
    assert cookie.value == "light.large"
    assert cookie["httponly"] and cookie["samesite"] == "Strict" and cookie["path"] == "/"
    assert not cookie["expires"] and not cookie["max-age"] and not cookie["domain"] and not cookie["secure"]


def test_the_cookie_is_secure_where_the_address_is(settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = True
    assert choose(anonymous(), "dark", "usual").cookies[NAME]["secure"]


def test_the_usual_looks_leave_no_cookie_and_leaving_takes_it() -> None:
    client = anonymous()
    choose(client, "dark", "small")
    assert choose(client, "device", "usual").cookies[NAME].value == ""
    choose(client, "dark", "small")
    gone = client.post("/leave/").cookies[NAME]
    assert gone.value == "" and gone["max-age"] == 0


@pytest.mark.parametrize(
    ("theme", "media"),
    [("device", "screen and (prefers-color-scheme: dark)"), ("dark", "screen"), ("light", None)],
)
def test_the_dark_is_linked_for_whom_it_is_wished_and_never_for_paper(theme: str, media: str | None) -> None:
    client = anonymous()
    choose(client, theme, "usual")
    found = DARK.search(page(client))
    assert (found and found[1]) == media


@pytest.mark.parametrize(
    "said", ["", "dark", "dark.", "dark.huge", "x.usual", '"><b>.usual', "dark.usual.more"]
)
def test_a_cookie_that_says_something_else_says_nothing(said: str) -> None:
    request = RequestFactory().get("/looks/")
    request.COOKIES[NAME] = said
    assert looks_of(request) == Looks()


def test_every_wish_can_be_said_and_is_heard() -> None:
    for theme in THEMES:
        for text in TEXTS:
            client = anonymous()
            choose(client, theme, text)
            html = page(client)
            assert f'data-theme="{theme}" data-text="{text}"' in html
            for wish in (theme, text):
                assert re.search(rf'value="{wish}"[^>]*checked', html), wish


def test_a_wish_that_does_not_exist_is_told_and_changes_nothing() -> None:
    client = anonymous()
    choose(client, "dark", "large")
    answer = choose(client, "sepia", "large")
    assert answer.status_code == 422 and "Choose one of what is shown." in answer.content.decode()
    assert client.cookies[NAME].value == "dark.large"
