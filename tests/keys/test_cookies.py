"""The two cookies: what a browser is told to do with them."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.http.cookie import SimpleCookie

from tests.people import make_person

pytestmark = pytest.mark.django_db


def signed_in_cookies() -> SimpleCookie:
    _, client = make_person()
    client.post("/sign-out/")
    answer = client.post("/sign-in/", {"name": client.name, "passphrase": client.passphrase})
    assert answer.status_code == 303
    return answer.cookies


def test_the_unlock_cookie_is_strict_hidden_from_scripts_and_dies_with_the_browser() -> None:
    cookie = signed_in_cookies()[settings.UNLOCK_COOKIE_NAME]
    assert cookie["httponly"] and cookie["samesite"] == "Strict" and cookie["path"] == "/"
    assert not cookie["expires"] and not cookie["max-age"] and not cookie["domain"]
    assert len(bytes.fromhex(cookie.value)) == 32


def test_the_session_cookie_is_lax_hidden_from_scripts_and_dies_with_the_browser() -> None:
    cookie = signed_in_cookies()[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert not cookie["expires"] and not cookie["max-age"]


def test_both_are_secure_where_the_address_is(settings: Any) -> None:
    settings.SECURE = settings.SESSION_COOKIE_SECURE = True
    cookies = signed_in_cookies()
    assert cookies[settings.UNLOCK_COOKIE_NAME]["secure"]
    assert cookies[settings.SESSION_COOKIE_NAME]["secure"]


def test_each_sign_in_has_new_cookies() -> None:
    first, second = signed_in_cookies(), signed_in_cookies()
    for name in (settings.UNLOCK_COOKIE_NAME, settings.SESSION_COOKIE_NAME):
        assert first[name].value != second[name].value


def test_signing_in_takes_the_mark_of_leaving_away() -> None:
    _, client = make_person()
    client.post("/sign-out/")
    client.cookies["away"] = "1"
    client.post("/sign-in/", {"name": client.name, "passphrase": client.passphrase})
    assert client.cookies["away"].value == ""
