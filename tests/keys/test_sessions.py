"""The session store: a stolen copy of it signs nobody in, and an ended session is ended."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.db import connections

from goldseam.keys.models import Session, Tier
from goldseam.keys.sessions import SessionStore, hashed
from goldseam.keys.unlocking import sweep
from tests.people import MovedClock, another_browser, make_person

pytestmark = pytest.mark.django_db


def everything_apart() -> str:
    """All values of the tables of sessions and tiers, as text."""
    found = []
    for model in (Session, Tier):
        for row in model.objects.values_list():
            found += [value.hex() if isinstance(value, bytes) else str(value) for value in row]
    return "\n".join(found)


def test_the_store_holds_neither_cookie() -> None:
    _, client = make_person()
    stored = everything_apart()
    session, unlock = (
        client.cookies[name].value for name in (settings.SESSION_COOKIE_NAME, settings.UNLOCK_COOKIE_NAME)
    )
    assert len(session) == 32 and len(unlock) == 64
    assert session not in stored and unlock not in stored
    assert hashed(session) in stored


def test_what_is_stored_is_no_cookie() -> None:
    _, client = make_person()
    client.cookies[settings.SESSION_COOKIE_NAME] = Session.objects.get().session_key
    assert client.get("/settings/").status_code == 302


def test_a_session_keeps_what_is_put_into_it() -> None:
    store = SessionStore()
    store["room"] = "ours"
    store.save()
    again = SessionStore(store.session_key)
    assert again["room"] == "ours"
    assert again.exists(store.session_key or "") and not again.exists("0" * 32)


def test_saving_keeps_the_label_of_the_session() -> None:
    _, client = make_person()
    label = bytes(Session.objects.get().label or b"")
    store = SessionStore(client.cookies[settings.SESSION_COOKIE_NAME].value)
    store["room"] = "ours"
    store.save()
    assert bytes(Session.objects.get().label or b"") == label != b""


def test_two_sessions_never_share_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    first = SessionStore()
    first.create()
    keys = iter([first.session_key, "b" * 32])
    monkeypatch.setattr(SessionStore, "_get_new_session_key", lambda self: next(keys))
    second = SessionStore()
    second.create()
    assert second.session_key == "b" * 32


def test_saving_without_a_key_starts_a_session() -> None:
    store = SessionStore()
    store.save()
    assert store.session_key and Session.objects.count() == 1


def test_a_session_that_was_ended_cannot_be_saved() -> None:
    store = SessionStore()
    store.create()
    SessionStore(store.session_key).delete()
    store["room"] = "ours"
    with pytest.raises(UpdateError):
        store.save()


def test_deleting_without_a_key_deletes_nothing() -> None:
    SessionStore().create()
    SessionStore().delete()
    assert Session.objects.count() == 1


def test_a_session_is_over_after_half_a_day(clock: MovedClock) -> None:
    _, client = make_person()
    clock.move(hours=11, minutes=59)
    assert client.get("/settings/").headers["Location"].startswith("/unlock/")
    clock.move(minutes=2)
    assert client.get("/settings/").headers["Location"].startswith("/sign-in/")


def test_what_is_over_is_swept_away(clock: MovedClock) -> None:
    make_person()
    clock.move(hours=13)
    sweep()
    assert not Session.objects.exists() and not Tier.objects.exists()


def test_closed_tiers_are_swept_away_before_their_session(clock: MovedClock) -> None:
    make_person()
    clock.move(minutes=11)
    sweep()
    assert [row.tier for row in Tier.objects.all()] == ["shared"] and Session.objects.count() == 1


def test_an_ended_session_cannot_act() -> None:
    person, client = make_person()
    other = another_browser(person, client)
    assert client.post("/settings/sessions/", {"others": "1"}).status_code == 303
    assert other.get("/settings/").headers["Location"].startswith("/sign-in/")
    assert other.post("/settings/email/", {"email": "a@example.org"}).status_code == 403
    person.refresh_from_db()
    assert person.contact is None


@pytest.mark.urls("tests.keys.rooms")
def test_a_session_ended_in_the_middle_of_a_request_leads_to_the_sign_in() -> None:
    _, client = make_person()
    answer = client.get("/t/ended/")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/sign-in/?next=%2Ft%2Fended%2F"
    assert client.cookies[settings.SESSION_COOKIE_NAME].value == ""


def test_sessions_lie_apart() -> None:
    if settings.APART == "default":
        assert Session.objects.db == "default"
    else:
        assert "keys_session" not in connections["default"].introspection.table_names()
        assert "keys_session" in connections["apart"].introspection.table_names()
