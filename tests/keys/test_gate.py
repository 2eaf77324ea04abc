"""The gate: who passes, what the others are shown, and that nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from goldseam.core import journal
from goldseam.keys import throttle
from goldseam.keys.derivations import Busy
from goldseam.keys.models import Attempt
from tests.keys import rooms
from tests.people import MovedClock, make_person, request_of

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.keys.rooms")]

LETTER = "Dear Bob,\r\n\r\n<b>“this”</b> & that\t\u202eodd \u0645\u0631\u062d\u0628\u0627 it's\r\n"
FIELDS = {"text": LETTER, "kind": ["apology", "second"], "empty": ""}
# A passkey is asked for whether there is one or not: a closed page does not tell.
WAYS_IN = ["_unlock_passphrase", "_unlock_passkey", "_unlock_secret"]
SCRIPTS = [{"X-Requested-With": "fetch"}, {"HX-Request": "true"}, {"Accept": "application/json"}]


@pytest.fixture(autouse=True)
def kept() -> Iterator[list[dict[str, list[str]]]]:
    rooms.KEPT.clear()
    yield rooms.KEPT


def hidden_fields(page: str) -> list[tuple[str, str]]:
    """The hidden fields of a page, as a browser reads them."""
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    return [(name, unescape(value)) for name, value in found if name != "csrfmiddlewaretoken"]


def sent_again(page: Any, **typed: str) -> dict[str, Any]:
    """What a browser posts from the page that asks for the passphrase."""
    again: dict[str, Any] = {}
    for name, value in hidden_fields(page.content.decode()):
        again.setdefault(name, []).append(value)
    return again | typed


def asked(page: Any) -> list[str]:
    """Which inputs of the gate a page shows."""
    return re.findall(r'name="(_unlock_\w+)"', page.content.decode())


def test_an_open_room_is_open() -> None:
    _, client = make_person()
    for room in ("shared", "private", "person", "public"):
        assert client.get(f"/t/{room}/").status_code == 200


def test_every_gate_says_what_it_needs() -> None:
    assert [rooms.public.needs, rooms.person.needs, rooms.shared.needs, rooms.private.needs] == [
        "open",
        "person",
        "shared",
        "private",
    ]


def test_what_is_public_needs_nobody() -> None:
    assert Client().get("/t/public/").status_code == 200


@pytest.mark.parametrize("room", ["shared", "private", "person"])
def test_a_stranger_is_led_to_the_sign_in_and_back(room: str) -> None:
    answer = Client().get(f"/t/{room}/?page=2&x=%26")
    assert answer.status_code == 302
    parts = urlsplit(answer.headers["Location"])
    assert parts.path == "/sign-in/"
    assert parse_qs(parts.query)["next"] == [f"/t/{room}/?page=2&x=%26"]


def test_after_leaving_the_door_is_not_shown() -> None:
    client = Client()
    client.cookies["away"] = "1"
    assert client.get("/t/shared/").headers["Location"] == "/aside/"


@pytest.mark.parametrize("headers", SCRIPTS)
def test_a_script_is_told_in_a_header(clock: MovedClock, headers: dict[str, str]) -> None:
    _, client = make_person()
    clock.move(minutes=11)
    answer = client.get("/t/private/", headers=headers)
    assert answer.status_code == 401 and answer.headers["X-Goldseam-Locked"] == "private"
    clock.move(minutes=31)
    for method in (client.get, client.post):
        answer = method("/t/private/", headers=headers)
        assert answer.status_code == 401 and answer.headers["X-Goldseam-Locked"] == "shared"
    stranger = Client().post("/t/shared/", FIELDS, headers=headers)
    assert stranger.status_code == 401 and stranger.headers["X-Goldseam-Locked"] == "shared"


def test_a_script_learns_how_long_the_keys_stay_open(clock: MovedClock) -> None:
    _, client = make_person()
    assert client.get("/t/shared/", headers=SCRIPTS[0]).headers["X-Goldseam-Left"] == "600,1800"
    clock.move(minutes=11)
    assert client.get("/t/shared/", headers=SCRIPTS[0]).headers["X-Goldseam-Left"] == ",1800"
    assert "X-Goldseam-Left" not in Client().get("/t/public/", headers=SCRIPTS[0]).headers


def test_a_closed_house_asks_the_same_person_for_the_passphrase_only(clock: MovedClock) -> None:
    _, client = make_person()
    clock.move(minutes=31)
    answer = client.get("/t/shared/?page=2")
    assert answer.headers["Location"] == "/unlock/?next=%2Ft%2Fshared%2F%3Fpage%3D2"
    page = client.get(answer.headers["Location"]).content.decode()
    assert 'name="passphrase"' in page and 'name="name"' not in page


def test_closed_pages_are_the_same_whatever_they_hold(clock: MovedClock) -> None:
    def page(entries: int) -> bytes:
        person, client = make_person("Alice")
        house = request_of(person, client).house
        for number in range(entries):
            text = "words " * (number + 1)
            house.act(lambda _, text=text, row=number: journal.write(id=f"{row:032x}", text=text))
        clock.move(minutes=11)
        answer = client.get("/t/private/")
        assert answer.status_code == 403
        return re.sub(rb'(value|content)="[A-Za-z0-9]{64}"', b"", answer.content)

    assert page(0) == page(3)


def test_a_closed_private_room_leads_back_after_the_passphrase(clock: MovedClock) -> None:
    _, client = make_person()
    clock.move(minutes=11)
    page = client.get("/t/private/?page=2")
    assert ("next", "/t/private/?page=2") in hidden_fields(page.content.decode())


@pytest.mark.parametrize(("room", "minutes"), [("shared", 31), ("private", 11), ("private", 31)])
def test_a_post_to_closed_keys_goes_on_over_the_same_words(
    clock: MovedClock, kept: list[dict[str, list[str]]], room: str, minutes: int
) -> None:
    person, client = make_person()
    clock.move(minutes=minutes)
    page = client.post(f"/t/{room}/?draft=7", FIELDS)
    assert page.status_code == 403 and not kept
    assert asked(page) == WAYS_IN
    assert 'action="/t/' + room + '/?draft=7"' in page.content.decode()
    done = client.post(f"/t/{room}/?draft=7", sent_again(page, _unlock_passphrase=client.passphrase))
    assert done.content.decode() == f"kept by {person.pk}"
    assert kept == [{"text": [LETTER], "kind": ["apology", "second"], "empty": [""]}]
    assert client.get("/t/private/").status_code == 200


def test_a_signed_out_post_asks_for_name_and_passphrase_and_goes_on(kept: list[dict[str, list[str]]]) -> None:
    person, client = make_person()
    client.post("/sign-out/")
    page = client.post("/t/private/", FIELDS)
    assert page.status_code == 403 and asked(page) == ["_unlock_name", *WAYS_IN]
    typed = {"_unlock_name": client.name, "_unlock_passphrase": client.passphrase}
    done = client.post("/t/private/", sent_again(page, **typed))
    assert done.content.decode() == f"kept by {person.pk}"
    assert kept[0]["text"] == [LETTER]
    assert client.get("/t/private/").status_code == 200


def test_a_wrong_passphrase_keeps_the_words_and_says_so(
    clock: MovedClock, kept: list[dict[str, list[str]]]
) -> None:
    _, client = make_person()
    clock.move(minutes=31)
    page = client.post("/t/shared/", FIELDS)
    again = client.post("/t/shared/", sent_again(page, _unlock_passphrase="nearly the right words"))
    assert again.status_code == 403 and not kept
    assert hidden_fields(again.content.decode()) == hidden_fields(page.content.decode())
    assert "does not open it" in again.content.decode()
    assert "nearly the right words" not in again.content.decode()


def test_a_wrong_name_over_the_words_keeps_the_name_and_not_the_passphrase() -> None:
    page = Client().post("/t/shared/", FIELDS)
    typed = {"_unlock_name": "nobody-0000", "_unlock_passphrase": "wrong words here"}
    again = Client().post("/t/shared/", sent_again(page, **typed))
    text = again.content.decode()
    assert 'value="nobody-0000"' in text and "wrong words here" not in text
    assert "do not open anything here" in unescape(text)


def test_secrets_are_not_carried_over(clock: MovedClock) -> None:
    _, client = make_person()
    clock.move(minutes=31)
    sent = {"text": "x", "passphrase": "p1", "own_passphrase": "p2", "recovery_code": "r"}
    page = client.post("/t/shared/", sent | {"csrfmiddlewaretoken": "abc"})
    assert hidden_fields(page.content.decode()) == [("text", "x")]


def test_a_pasted_megabyte_is_carried_over(clock: MovedClock, kept: list[dict[str, list[str]]]) -> None:
    _, client = make_person()
    clock.move(minutes=31)
    long = "word " * 200_000
    page = client.post("/t/shared/", {"text": long})
    client.post("/t/shared/", sent_again(page, _unlock_passphrase=client.passphrase))
    assert kept == [{"text": [long]}]


def test_too_many_tries_over_the_words_say_when(clock: MovedClock) -> None:
    _, client = make_person()
    clock.move(minutes=31)
    sent = {"text": "x", "_unlock_passphrase": "wrong"}
    statuses = [client.post("/t/shared/", sent).status_code for _ in range(11)]
    assert statuses == [403] * 10 + [429]
    refused = client.post("/t/shared/", {"text": "x", "_unlock_passphrase": client.passphrase})
    assert refused.status_code == 429 and hidden_fields(refused.content.decode()) == [("text", "x")]


def test_a_crowd_at_the_door_keeps_the_words(clock: MovedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    person, client = make_person()
    clock.move(minutes=31)

    def busy(**_: object) -> bytes:
        raise Busy

    monkeypatch.setattr("goldseam.keys.unlocking.open_own", busy)
    answer = client.post("/t/shared/", {"text": "x", "_unlock_passphrase": client.passphrase})
    assert answer.status_code == 503 and hidden_fields(answer.content.decode()) == [("text", "x")]
    assert Attempt.objects.get(pk=throttle._key((throttle.STEP_UP, str(person.pk)))).tries == 0


def test_a_passphrase_sent_to_open_keys_opens_them_afresh(kept: list[dict[str, list[str]]]) -> None:
    _, client = make_person()
    client.post("/t/shared/", {"text": "x", "_unlock_passphrase": client.passphrase})
    assert kept == [{"text": ["x"]}]


def test_a_room_that_reads_more_than_it_asked_for_is_answered_as_closed(clock: MovedClock) -> None:
    _, client = make_person()
    assert client.get("/t/careless/").json() == {"lines": 0}
    clock.move(minutes=11)
    assert client.get("/t/careless/").status_code == 403
    assert client.get("/t/careless/", headers=SCRIPTS[0]).headers["X-Goldseam-Locked"] == "private"
    page = client.post("/t/careless/", {"text": "x"})
    assert asked(page) == WAYS_IN and ("text", "x") in hidden_fields(page.content.decode())


def test_locked_without_a_session_leads_to_the_sign_in() -> None:
    assert Client().get("/t/forgetful/").headers["Location"].startswith("/sign-in/")


def test_other_methods_do_not_pass(clock: MovedClock) -> None:
    _, client = make_person()
    clock.move(minutes=31)
    assert client.put("/t/shared/").status_code == 403
    assert client.head("/t/shared/").status_code == 302
