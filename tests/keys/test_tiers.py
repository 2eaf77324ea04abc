"""The tiers of a session: when they close, what keeps them open, and that they open nowhere else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings

from goldseam.keys.locked import Locked
from goldseam.keys.models import Session, Tier
from goldseam.keys.opened import Opened, open_keys
from goldseam.keys.sessions import hashed
from tests.people import MovedClock, PersonClient, another_browser, make_person, request_of

pytestmark = pytest.mark.django_db


def opened(person: Any, client: PersonClient, path: str = "/home/", **headers: str) -> Opened:
    return open_keys(request_of(person, client, path, headers=headers))


def test_both_tiers_are_open_after_signing_in(clock: MovedClock) -> None:
    person, client = make_person()
    now = opened(person, client)
    assert now.is_open("shared") and now.is_open("private")
    assert now.seconds_left("shared") == 1800 and now.seconds_left("private") == 600
    assert now.locks_at == clock.at.replace(microsecond=0) + timedelta(minutes=10)


def test_the_private_tier_closes_after_ten_idle_minutes(clock: MovedClock) -> None:
    person, client = make_person()
    clock.move(minutes=10)
    now = opened(person, client)
    assert now.is_open("shared") and not now.is_open("private")
    assert now.locks_at is None and now.seconds_left("private") is None
    with pytest.raises(Locked) as locked:
        now.need_private()
    assert locked.value.tier == "private"


def test_the_shared_tier_closes_after_thirty_idle_minutes(clock: MovedClock) -> None:
    person, client = make_person()
    clock.move(minutes=30)
    now = opened(person, client)
    assert not now.is_open("shared") and not now.is_open("private")
    with pytest.raises(Locked):
        now.need_shared()
    assert not Tier.objects.exists()


def test_acts_keep_the_private_tier_open_for_an_hour_and_no_longer(clock: MovedClock) -> None:
    person, client = make_person()
    for _ in range(8):
        clock.move(minutes=7)
        assert opened(person, client).is_open("private")
    clock.move(minutes=4)
    now = opened(person, client)
    assert now.is_open("shared") and not now.is_open("private")


def test_acts_keep_the_shared_tier_open_for_twelve_hours_and_no_longer(clock: MovedClock) -> None:
    person, client = make_person()
    for _ in range(28):
        clock.move(minutes=25)
        assert opened(person, client).is_open("shared")
    clock.move(minutes=20)
    assert not opened(person, client).is_open("shared")


@pytest.mark.parametrize(
    ("path", "headers"),
    [("/live/events", {}), ("/home/", {"X-Goldseam-Live": "1"})],
    ids=["stream", "polling"],
)
def test_a_page_that_keeps_itself_fresh_keeps_nothing_open(
    clock: MovedClock, path: str, headers: dict[str, str]
) -> None:
    person, client = make_person()
    for _ in range(3):
        clock.move(minutes=3)
        assert opened(person, client, path, **headers).is_open("private")
    clock.move(minutes=1)
    assert not opened(person, client, path, **headers).is_open("private")


def test_the_idle_time_is_moved_on_at_most_every_half_minute(clock: MovedClock) -> None:
    person, client = make_person()
    before = Tier.objects.get(tier="private").idle_at
    clock.move(seconds=20)
    opened(person, client)
    assert Tier.objects.get(tier="private").idle_at == before
    clock.move(seconds=20)
    opened(person, client)
    assert Tier.objects.get(tier="private").idle_at > before


def test_the_idle_time_never_passes_the_end(clock: MovedClock) -> None:
    person, client = make_person()
    for minutes in (9, 9, 9, 9, 9, 9, 4):
        clock.move(minutes=minutes)
        opened(person, client)
    row = Tier.objects.get(tier="private")
    assert row.idle_at == row.expires_at


def test_neither_cookie_opens_without_the_other() -> None:
    person, client = make_person()
    bob, bobs = make_person("Bob")
    for name in (settings.UNLOCK_COOKIE_NAME, settings.SESSION_COOKIE_NAME):
        mixed = PersonClient()
        mixed.cookies.load({key: morsel.value for key, morsel in client.cookies.items()})
        mixed.cookies[name] = bobs.cookies[name].value
        assert not opened(person, mixed).is_open("shared")
    assert opened(bob, bobs).is_open("private")


@pytest.mark.parametrize("cookie", ["", "zz", "00" * 31, "00" * 33, "00" * 32, "nonsense " * 8])
def test_a_wrong_unlock_cookie_opens_nothing(cookie: str) -> None:
    person, client = make_person()
    client.cookies[settings.UNLOCK_COOKIE_NAME] = cookie
    assert not opened(person, client).is_open("shared")


def test_a_tier_opens_for_its_own_person_only() -> None:
    _, client = make_person()
    bob, _ = make_person("Bob")
    assert not opened(bob, client).is_open("shared")


def test_a_tier_whose_end_was_moved_does_not_open() -> None:
    person, client = make_person()
    row = Tier.objects.get(tier="private")
    row.expires_at += timedelta(hours=1)
    row.save()
    now = opened(person, client)
    assert now.is_open("shared") and not now.is_open("private")


def test_a_tier_does_not_open_as_the_other_one() -> None:
    person, client = make_person()
    shared, private = Tier.objects.get(tier="shared"), Tier.objects.get(tier="private")
    private.sealed = shared.sealed
    private.expires_at = shared.expires_at
    private.save()
    assert not opened(person, client).is_open("private")


def test_a_tier_does_not_open_in_another_session() -> None:
    person, client = make_person()
    other = another_browser(person, client)
    here, there = (hashed(each.cookies[settings.SESSION_COOKIE_NAME].value) for each in (client, other))
    Tier.objects.filter(session_id=there).delete()
    Tier.objects.filter(session_id=here).update(session_id=there)
    other.cookies[settings.UNLOCK_COOKIE_NAME] = client.cookies[settings.UNLOCK_COOKIE_NAME].value
    assert not opened(person, other).is_open("shared")


def test_what_is_stored_of_a_tier_does_not_tell_its_keys() -> None:
    person, client = make_person()
    now = opened(person, client)
    stored = b"".join(bytes(row.sealed) for row in Tier.objects.all())
    for key in (now.need_shared().desk, now.need_shared().outer, now.need_private().secret):
        assert key not in stored


def test_nobody_has_nothing_open() -> None:
    nobody = Opened(None)
    assert not nobody.is_open("shared")
    for ask in (lambda: nobody.person, nobody.need_shared, nobody.need_private):
        with pytest.raises(Locked):
            ask()


def test_closing_leaves_the_session_alive() -> None:
    person, client = make_person()
    assert client.post("/lock/", {"next": "/settings/"}).headers["Location"] == "/settings/"
    now = opened(person, client)
    assert now.is_open("shared") and not now.is_open("private")
    assert Session.objects.count() == 1


def test_signing_out_deletes_session_and_tiers() -> None:
    _, client = make_person()
    answer = client.post("/sign-out/")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert answer.headers["Location"] == "/"
    assert not Session.objects.exists() and not Tier.objects.exists()
    assert client.cookies[settings.UNLOCK_COOKIE_NAME].value == ""
    assert client.cookies[settings.SESSION_COOKIE_NAME].value == ""
