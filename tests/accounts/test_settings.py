"""The settings: each act asks for what it must, does it whole, and says so."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from goldseam.accounts.contact import read_contact
from goldseam.accounts.models import Person
from goldseam.accounts.recovery import confirmed_on
from goldseam.core import journal
from goldseam.core.base import VaultKind
from goldseam.keys.models import Session
from goldseam.keys.words import WRONG, WRONG_OWN_CODE
from goldseam.log import check
from goldseam.log.models import EntryRow
from goldseam.vault import make_recovery_code
from tests.accounts.pages import OWN, errors, hidden, sign_in
from tests.people import MovedClock, PersonClient, another_browser, make_person, request_of

pytestmark = pytest.mark.django_db
NEW = {"which": "own", "own_passphrase": OWN, "own_passphrase_again": OWN}


def test_the_settings_know_the_sign_in_name() -> None:
    _, client = make_person()
    page = client.get("/settings/").content.decode()
    assert client.name in page
    for path in ("passphrase", "recovery", "sessions", "email", "delete"):
        assert f'href="/settings/{path}/"' in page
        assert client.get(f"/settings/{path}/").status_code == 200


@pytest.mark.parametrize("path", ["", "passphrase/", "recovery/", "sessions/", "email/", "delete/"])
def test_nobody_else_sees_them(path: str) -> None:
    assert Client().get(f"/settings/{path}").headers["Location"].startswith("/sign-in/")


# Passphrase


def test_a_new_passphrase_replaces_the_old_one_and_ends_the_other_sessions() -> None:
    person, client = make_person()
    other = another_browser(person, client)
    before = {name: client.cookies[name].value for name in client.cookies}
    answer = client.post("/settings/passphrase/", NEW | {"passphrase": client.passphrase})
    assert answer.status_code == 303
    assert b"Your new passphrase is set" in client.get(answer.headers["Location"]).content
    assert other.get("/settings/").headers["Location"].startswith("/sign-in/")
    assert all(client.cookies[name].value != value for name, value in before.items())
    assert sign_in(client.name, client.passphrase).status_code == 403
    assert sign_in(client.name, OWN).status_code == 303


def test_what_was_written_stays_readable_after_a_new_passphrase() -> None:
    person, client = make_person()
    request_of(person, client).house.act(lambda _: journal.write(id="0" * 32, text="before"))
    sealed = [bytes(row.sealed) for row in EntryRow.objects.order_by("vault_id", "seq")]
    client.post("/settings/passphrase/", NEW | {"passphrase": client.passphrase})
    assert [bytes(row.sealed) for row in EntryRow.objects.order_by("vault_id", "seq")] == sealed
    [line] = request_of(Person.objects.get(), client).house.lines(VaultKind.PRIVATE)
    assert line.entry and line.entry.body.text == "before"


def test_a_session_of_before_does_not_live_on_by_its_row(clock: MovedClock) -> None:
    person, client = make_person()
    other = another_browser(person, client)
    kept = list(Session.objects.values())
    client.post("/settings/passphrase/", NEW | {"passphrase": client.passphrase})
    for row in kept:
        Session.objects.get_or_create(session_key=row["session_key"], defaults=row)
    assert other.get("/settings/").headers["Location"].startswith("/sign-in/")


def test_the_recovery_code_may_change_the_passphrase_too() -> None:
    _, client = make_person()
    assert client.post("/settings/passphrase/", NEW | {"recovery_code": client.code}).status_code == 303
    assert sign_in(client.name, OWN).status_code == 303


@pytest.mark.parametrize(
    ("given", "status", "says"),
    [
        ({}, 422, "Write your passphrase of now, or your recovery code below."),
        (
            {"passphrase": "wrong words"},
            403,
            WRONG,
        ),
        (
            {"recovery_code": "nonsense"},
            403,
            WRONG_OWN_CODE,
        ),
    ],
)
def test_without_a_way_in_the_passphrase_stays(given: dict[str, str], status: int, says: str) -> None:
    person, client = make_person()
    epoch = person.epoch
    page = client.post("/settings/passphrase/", NEW | given)
    assert page.status_code == status and says in errors(page)
    assert OWN not in page.content.decode()
    person.refresh_from_db()
    assert person.epoch == epoch and sign_in(client.name, client.passphrase).status_code == 303


def test_an_open_session_alone_cannot_change_it() -> None:
    _, client = make_person()
    assert client.get("/settings/email/").status_code == 200
    assert client.post("/settings/passphrase/", NEW).status_code == 422
    assert client.post("/settings/recovery/new/", {}).status_code == 422
    assert client.post("/settings/delete/", {"words": "leave"}).status_code == 422


def test_a_weak_passphrase_is_refused_before_anything_is_tried() -> None:
    _, client = make_person()
    given = {"passphrase": client.passphrase, "which": "own", "own_passphrase": "1234567890123"}
    page = client.post("/settings/passphrase/", given)
    assert page.status_code == 422 and errors(page) == [
        "This one is easy to guess. Take words that do not belong together."
    ]


def test_other_words_are_offered_on_request() -> None:
    _, client = make_person()
    words = hidden(client.get("/settings/passphrase/").content.decode(), "offered_passphrase")
    page = client.post("/settings/passphrase/", {"other_words": "1", "offered_passphrase": words})
    assert page.status_code == 200
    assert hidden(page.content.decode(), "offered_passphrase") != words


# Recovery code


def test_typing_the_code_shows_that_it_works() -> None:
    person, client = make_person()
    assert confirmed_on(request_of(person, client).house) is None
    assert b"You have not yet typed your code in." in client.get("/settings/recovery/").content
    answer = client.post("/settings/recovery/", {"recovery_code": client.code})
    assert answer.status_code == 303
    assert b"The code works." in client.get(answer.headers["Location"]).content
    assert confirmed_on(request_of(person, client).house) is not None
    lines = len(request_of(person, client).house.lines(VaultKind.DESK))
    client.post("/settings/recovery/", {"recovery_code": client.code})
    assert len(request_of(person, client).house.lines(VaultKind.DESK)) == lines


@pytest.mark.parametrize("code", ["", "nonsense", "ABCD-EFGH", "x" * 600, "\x00"])
def test_a_wrong_code_shows_nothing_and_confirms_nothing(code: str) -> None:
    person, client = make_person()
    page = client.post("/settings/recovery/", {"recovery_code": code})
    assert page.status_code in (403, 422) and len(errors(page)) == 1
    assert confirmed_on(request_of(person, client).house) is None


def test_a_new_code_replaces_the_old_one_and_is_shown_once(clock: MovedClock) -> None:
    person, client = make_person()
    client.post("/settings/recovery/", {"recovery_code": client.code})
    clock.move(hours=25)
    client.post("/sign-in/", {"name": client.name, "passphrase": client.passphrase})
    page = client.post("/settings/recovery/new/", {"passphrase": client.passphrase}).content.decode()
    code = "-".join(re.findall(r"<span>([0-9A-Z]{4})</span>", page))
    assert confirmed_on(request_of(person, client).house) is None
    assert client.post("/settings/recovery/", {"recovery_code": client.code}).status_code == 403
    assert client.post("/settings/recovery/", {"recovery_code": code}).status_code == 303
    assert confirmed_on(request_of(person, client).house) == clock.at.date()
    assert code not in client.get("/settings/recovery/").content.decode()


def test_a_second_code_of_the_same_day_is_not_yet_confirmed(clock: MovedClock) -> None:
    """That the first one was typed in says nothing of the second, on whatever day it was made."""
    person, client = make_person()
    client.post("/settings/recovery/", {"recovery_code": client.code})
    assert confirmed_on(request_of(person, client).house) == clock.at.date()
    page = client.post("/settings/recovery/new/", {"passphrase": client.passphrase}).content.decode()
    code = "-".join(re.findall(r"<span>([0-9A-Z]{4})</span>", page))
    assert confirmed_on(request_of(person, client).house) is None
    assert request_of(person, client).house.desk.recovery_confirmed is None
    assert b"You have not yet typed your code in." in client.get("/settings/recovery/").content
    assert client.post("/settings/recovery/", {"recovery_code": code}).status_code == 303
    assert confirmed_on(request_of(person, client).house) == clock.at.date()
    assert check.run() == []


def test_a_code_that_could_not_be_made_whole_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """The old code and its confirmation stay together."""
    person, client = make_person()
    client.post("/settings/recovery/", {"recovery_code": client.code})

    def breaks(house: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken, pytest.raises(ZeroDivisionError):
        broken.setattr("goldseam.accounts.recovery._take_back", breaks)
        client.post("/settings/recovery/new/", {"passphrase": client.passphrase})
    assert confirmed_on(request_of(person, client).house) is not None
    assert client.post("/settings/recovery/", {"recovery_code": client.code}).status_code == 303


def test_a_new_code_needs_the_passphrase() -> None:
    _, client = make_person()
    page = client.post("/settings/recovery/new/", {"passphrase": "wrong words"})
    assert page.status_code == 403 and len(errors(page)) == 1
    assert client.post("/settings/recovery/", {"recovery_code": client.code}).status_code == 303


# Sessions


def visits(client: Client) -> list[tuple[str, str]]:
    """Label and id of every session on the page."""
    page = client.get("/settings/sessions/").content.decode()
    labels = re.findall(r'<li class="between"><span>([^<]+)<br>', page)
    return list(zip(labels, re.findall(r'name="visit" value="([^"]+)"', page), strict=True))


def signed_in_with(client: PersonClient, agent: str) -> Client:
    other = Client(headers={"User-Agent": agent})
    other.post("/sign-in/", {"name": client.name, "passphrase": client.passphrase})
    return other


def test_ones_own_sessions_are_listed_and_ended_one_by_one() -> None:
    _, client = make_person()
    make_person("Bob")
    phone = signed_in_with(client, "Mozilla/5.0 (Android 15; Mobile) Firefox/140.0")
    tablet = signed_in_with(client, "Mozilla/5.0 (iPad) Safari/604.1")
    found = visits(client)
    assert found[0][0] == "A browser"
    assert sorted(label for label, _ in found) == ["A browser", "Firefox on Android", "Safari on iPad"]
    client.post("/settings/sessions/", {"visit": dict(found)["Firefox on Android"]})
    assert phone.get("/settings/").status_code == 302
    assert tablet.get("/settings/").status_code == 200
    client.post("/settings/sessions/", {"others": "1"})
    assert tablet.get("/settings/").status_code == 302
    assert client.get("/settings/").status_code == 200


def test_a_label_is_sealed_and_bound_to_its_session() -> None:
    person, client = make_person()
    signed_in_with(client, "Mozilla/5.0 (Android 15; Mobile) Firefox/140.0")
    rows = list(Session.objects.filter(person_id=person.pk))
    assert all(b"Firefox" not in bytes(row.label or b"") for row in rows)
    rows[0].label, rows[1].label = rows[1].label, rows[0].label
    for row in rows:
        row.save()
    assert [label for label, _ in visits(client)] == ["A browser", "A browser"]


def test_ending_this_one_is_signing_out() -> None:
    _, client = make_person()
    [(_, here)] = visits(client)
    assert client.post("/settings/sessions/", {"visit": here}).headers["Location"] == "/"
    assert not Session.objects.exists()


@pytest.mark.parametrize("visit", ["", "nonsense", "00000000-0000-0000-0000-000000000000"])
def test_a_session_that_is_not_there_is_as_good_as_ended(visit: str) -> None:
    _, client = make_person()
    assert client.post("/settings/sessions/", {"visit": visit}).status_code == 303
    assert Session.objects.count() == 1


def test_nobody_ends_a_strangers_session() -> None:
    _, client = make_person()
    _, bob = make_person("Bob")
    [(_, there)] = visits(bob)
    client.post("/settings/sessions/", {"visit": there})
    assert bob.get("/settings/").status_code == 200


# E-mail


def test_an_address_is_kept_changed_and_taken_away() -> None:
    person, client = make_person()
    for address in ("a@example.org", "b@example.org"):
        assert client.post("/settings/email/", {"email": address}).status_code == 303
        person.refresh_from_db()
        assert read_contact(person) == address and address.encode() not in bytes(person.contact)
        assert address in client.get("/settings/email/?kept").content.decode()
    client.post("/settings/email/", {"remove": "1"})
    person.refresh_from_db()
    assert person.contact is None and read_contact(person) == ""


@pytest.mark.parametrize("address", ["", "nonsense", "a@" + "b" * 300 + ".org", "a\x00@example.org"])
def test_what_is_no_address_is_said_and_not_kept(address: str) -> None:
    person, client = make_person()
    page = client.post("/settings/email/", {"email": address})
    assert page.status_code == 422 and len(errors(page)) >= 1
    person.refresh_from_db()
    assert person.contact is None


def test_the_address_is_closed_with_the_private_pages(clock: MovedClock) -> None:
    _, client = make_person()
    client.post("/settings/email/", {"email": "a@example.org"})
    clock.move(minutes=11)
    page = client.get("/settings/email/")
    assert page.status_code == 403 and b"a@example.org" not in page.content


def test_codes_in_the_settings_are_throttled_apart(clock: MovedClock) -> None:
    _, client = make_person()
    for _ in range(30):
        assert client.post("/settings/recovery/", {"recovery_code": make_recovery_code()}).status_code == 403
    assert client.post("/settings/recovery/", {"recovery_code": client.code}).status_code == 429
    assert client.post("/settings/recovery/new/", {"passphrase": client.passphrase}).status_code == 200
