"""Leaving ends everything at once; the page one leaves to knows nothing; the sign of life says no more."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from goldseam.keys.models import Session, Tier
from goldseam.web import views
from tests.cast import someone
from tests.visitors import anonymous, visitor

pytestmark = pytest.mark.django_db


def test_leaving_ends_the_session_on_the_server() -> None:
    client = visitor(someone("Alice"))
    assert Tier.objects.count() == 2
    answer = client.post("/leave/")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/aside/")
    assert not Session.objects.exists()
    assert not Tier.objects.exists()
    for name in (settings.SESSION_COOKIE_NAME, settings.UNLOCK_COOKIE_NAME):
        assert answer.cookies[name].value == ""
    assert answer.cookies["away"]["httponly"]
    assert answer.headers["Clear-Site-Data"] == '"cache"'


def test_leaving_works_from_a_page_of_yesterday() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/leave/").status_code == 303


def test_looking_at_the_address_ends_nothing() -> None:
    client = visitor(someone("Alice"))
    assert client.get("/leave/").headers["Location"] == "/aside/"
    assert Session.objects.exists()


def test_the_back_button_after_leaving_does_not_tell_what_this_was() -> None:
    client = visitor(someone("Alice"))
    client.post("/leave/")
    assert client.get("/mine/").headers["Location"] == "/aside/"
    client.cookies.pop("away")
    assert "/sign-in/" in client.get("/mine/").headers["Location"]


def test_leaving_goes_on_though_the_store_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(request: Any) -> None:
        raise OperationalError("the disk is full of secrets")

    monkeypatch.setattr(views, "logout", silent)
    answer = anonymous().post("/leave/")
    assert answer.headers["Location"] == "/aside/"
    assert answer.cookies[settings.UNLOCK_COOKIE_NAME].value == ""


def test_the_page_one_leaves_to_names_nothing_of_this_house() -> None:
    client = visitor(someone("Alice"))
    text = client.get("/aside/").content.decode()
    for word in ("goldseam", "sign in", "Alice", "letter", "<script", "<form", "<a "):
        assert word.lower() not in text.lower()
    assert text == anonymous().get("/aside/").content.decode()


def test_the_sign_of_life() -> None:
    answer = anonymous().get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"ok": True})
    assert not answer.cookies


def test_a_silent_database_is_told_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent:
        def __iter__(self) -> Any:
            return iter(["default"])

        def __getitem__(self, alias: str) -> Any:
            raise OperationalError("no such host: secret")

    monkeypatch.setattr(views, "connections", Silent())
    answer = anonymous().get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"ok": False})
