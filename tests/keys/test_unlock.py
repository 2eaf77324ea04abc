"""Asking for the passphrase again: the page, a script, two tabs, and logs that are not as they were left."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from goldseam.core.base import Append, VaultKind
from goldseam.core.desk import NameChosen
from goldseam.keys.models import Session, SlotRow, Tier
from goldseam.keys.opened import open_keys
from goldseam.log.models import EntryRow, Vault
from goldseam.vault import Cost
from tests.people import MovedClock, PersonClient, make_person, request_of

pytestmark = pytest.mark.django_db


def test_the_passphrase_opens_both_tiers_again(clock: MovedClock) -> None:
    person, client = make_person()
    clock.move(minutes=31)
    answer = client.post("/unlock/", {"passphrase": client.passphrase, "next": "/settings/email/"})
    assert answer.status_code == 303 and answer.headers["Location"] == "/settings/email/"
    assert open_keys(request_of(person, client)).is_open("private")
    assert Session.objects.count() == 1 and Tier.objects.count() == 2


def test_the_session_lives_for_half_a_day_after_the_passphrase(clock: MovedClock) -> None:
    _, client = make_person()
    clock.move(hours=11)
    client.unlock()
    clock.move(hours=11)
    assert client.get("/settings/").headers["Location"].startswith("/unlock/")


def test_capitals_no_but_spaces_and_forms_of_a_letter_do_not_matter(clock: MovedClock) -> None:
    _, client = make_person(passphrase="cafe\u0301 on the high cliff")
    clock.move(minutes=31)
    assert client.unlock("  caf\u00e9  on the high cliff ").status_code == 303


@pytest.mark.parametrize("typed", ["", "wrong words here", "x" * 5000, "a\x00b"])
def test_anything_else_opens_nothing_and_is_not_shown_again(clock: MovedClock, typed: str) -> None:
    _, client = make_person()
    clock.move(minutes=31)
    answer = client.unlock(typed or " ")
    page = answer.content.decode()
    assert answer.status_code == 403 and "does not open it" in page
    assert not typed or typed not in page
    assert client.get("/settings/").status_code == 302


def test_a_script_is_told_in_json(clock: MovedClock) -> None:
    _, client = make_person()
    clock.move(minutes=11)
    headers = {"X-Requested-With": "fetch"}
    wrong = client.post("/unlock/", {"passphrase": "wrong"}, headers=headers)
    assert wrong.status_code == 403 and "does not open it" in wrong.json()["error"]
    right = client.post("/unlock/", {"passphrase": client.passphrase}, headers=headers)
    assert right.json() == {"ok": True} and right.headers["X-Goldseam-Left"] == "600,1800"
    assert client.post("/lock/", headers=headers).json() == {"ok": True}


def test_signed_out_there_is_nothing_to_unlock() -> None:
    client = Client()
    assert client.get("/unlock/").headers["Location"].startswith("/sign-in/")
    assert (
        client.post("/unlock/", {"passphrase": "x"}, headers={"X-Requested-With": "fetch"}).status_code == 401
    )


def test_open_pages_need_no_passphrase() -> None:
    _, client = make_person()
    assert client.get("/unlock/?next=/settings/").headers["Location"] == "/settings/"


@pytest.mark.parametrize(
    "wished",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "settings/",
        "/" + "x" * 3000,
        "",
    ],
)
def test_the_way_on_never_leads_away(wished: str) -> None:
    _, client = make_person()
    answer = client.post("/unlock/", {"passphrase": client.passphrase, "next": wished})
    assert answer.headers["Location"] == "/home/"


def test_a_second_tab_in_the_middle_of_something_is_not_shut_out(clock: MovedClock) -> None:
    person, client = make_person()
    other_tab = PersonClient()
    other_tab.cookies.load({name: morsel.value for name, morsel in client.cookies.items()})
    clock.move(minutes=11)
    client.unlock()
    assert open_keys(request_of(person, other_tab)).is_open("private")


def test_after_the_shared_tier_closed_the_cookie_is_new(clock: MovedClock) -> None:
    _, client = make_person()
    before = client.cookies[settings.UNLOCK_COOKIE_NAME].value
    clock.move(minutes=31)
    client.unlock()
    assert client.cookies[settings.UNLOCK_COOKIE_NAME].value != before


def test_a_guess_is_counted_and_the_right_one_is_not(clock: MovedClock) -> None:
    _, client = make_person()
    clock.move(minutes=31)
    for _ in range(9):
        assert client.unlock("wrong words").status_code == 403
    assert client.unlock().status_code == 303
    assert client.unlock("wrong words").status_code == 403
    refused = client.unlock()
    assert refused.status_code == 429 and "Wait one minute" in refused.content.decode()
    clock.move(seconds=61)
    assert client.unlock().status_code == 303


def test_guessing_on_a_found_phone_does_not_lock_the_sign_in(clock: MovedClock) -> None:
    _, client = make_person()
    for _ in range(12):
        client.unlock("wrong words")
    assert client.unlock().status_code == 429
    answer = Client().post("/sign-in/", {"name": client.name, "passphrase": client.passphrase})
    assert answer.status_code == 303


def test_a_session_ended_meanwhile_is_not_opened(clock: MovedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    _, client = make_person()
    clock.move(minutes=31)

    def end_it(person: object, key: object) -> list[object]:
        Session.objects.all().delete()
        return []

    monkeypatch.setattr("goldseam.keys.unlocking.record_heads", end_it)
    answer = client.post("/unlock/", {"passphrase": client.passphrase, "next": "/settings/"})
    assert answer.status_code == 403 and "_unlock_name" in answer.content.decode()
    assert not Tier.objects.exists()


def test_an_old_slot_is_made_dearer_at_unlock(clock: MovedClock, settings: Any) -> None:
    person, client = make_person()
    old = SlotRow.objects.get(person=person, kind="passphrase")
    settings.PASSPHRASE_COST = Cost(2, 128, 1)
    client.unlock()
    new = SlotRow.objects.get(person=person, kind="passphrase")
    assert new.slot().cost == Cost(2, 128, 1) and new.pk != old.pk
    assert client.unlock().status_code == 303
    assert SlotRow.objects.get(person=person, kind="passphrase").pk == new.pk


def test_a_slot_below_the_floor_does_not_open(settings: Any) -> None:
    _, client = make_person()
    settings.PASSPHRASE_FLOOR = Cost(2, 128, 1)
    client.raise_request_exception = False
    assert client.unlock().status_code == 500


# Logs that are not as they were left


def written(person: object, client: PersonClient, times: int) -> None:
    house = request_of(person, client).house
    for number in range(times):
        house.act(lambda _, number=number: (Append(VaultKind.DESK, NameChosen(name=f"A{number}")),))


def desk_of(person: object) -> Vault:
    return Vault.objects.get(person_id=person.pk, kind="desk")


def cut(vault: Vault, to: int) -> None:
    """What a writer of the database can do: cut the tail, and set the head to match."""
    EntryRow.objects.filter(vault_id=vault.id, seq__gt=to).delete()
    last = EntryRow.objects.get(vault_id=vault.id, seq=to)
    Vault.objects.filter(pk=vault.pk).update(head_seq=to, head_hash=last.hash)


def test_logs_that_only_grew_are_no_news(clock: MovedClock) -> None:
    person, client = make_person()
    client.unlock()
    written(person, client, 3)
    client.unlock()
    assert client.get("/settings/").status_code == 200


def test_a_cut_tail_is_told_once(clock: MovedClock) -> None:
    person, client = make_person()
    written(person, client, 3)
    client.unlock()
    cut(desk_of(person), 2)
    client.unlock()
    answer = client.get("/settings/")
    assert answer.headers["Location"] == "/unlock/changed/?next=%2Fsettings%2F"
    page = client.get(answer.headers["Location"]).content.decode()
    assert "not as you left it" in page and re.search(r'href="/settings/">Go on', page)
    client.unlock()
    assert client.get("/settings/").status_code == 200


def test_a_tail_that_was_cut_and_grew_again_is_told(clock: MovedClock) -> None:
    person, client = make_person()
    written(person, client, 3)
    client.unlock()
    cut(desk_of(person), 2)
    written(person, client, 4)
    client.unlock()
    assert client.get("/settings/").headers["Location"].startswith("/unlock/changed/")


def test_news_of_the_logs_never_stops_a_post(clock: MovedClock) -> None:
    person, client = make_person()
    written(person, client, 3)
    client.unlock()
    cut(desk_of(person), 2)
    client.unlock()
    assert client.post("/settings/email/", {"email": "a@example.org"}).status_code == 303
