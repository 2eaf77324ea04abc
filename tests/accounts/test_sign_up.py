"""Starting: one page, once, and what it leaves behind."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from goldseam.accounts import forms, joining
from goldseam.accounts.contact import read_contact
from goldseam.accounts.models import Person
from goldseam.accounts.names import name_index
from goldseam.core.base import VaultKind
from goldseam.keys.derivations import Busy
from goldseam.keys.models import KeyringRow, Session, SlotRow
from goldseam.log.models import Vault
from goldseam.vault import VaultError
from tests.accounts.pages import OWN, filled, hidden, name_and_code
from tests.people import MovedClock, make_person, request_of

pytestmark = pytest.mark.django_db


def test_one_page_makes_a_person_and_signs_in() -> None:
    client = Client()
    given = filled(client, email="alice@example.org")
    page = client.post("/sign-up/", given)
    assert page.status_code == 200
    name, code = name_and_code(page)
    assert re.fullmatch(r"alice-\d{4}", name)
    person = Person.objects.get()
    assert person.name_index == name_index(name)
    assert client.get("/settings/").status_code == 200
    client.post("/sign-out/")
    typed = {"name": name, "passphrase": given["offered_passphrase"]}
    assert client.post("/sign-in/", typed).status_code == 303
    assert client.post("/settings/recovery/", {"recovery_code": code}).status_code == 303


def test_both_tiers_are_open_and_the_desk_knows_the_name() -> None:
    client = Client()
    client.post("/sign-up/", filled(client, called="  Ali\u202ece  "))
    person = Person.objects.get()
    request = request_of(person, client)
    assert request.opened.is_open("private") and request.house.desk.name == "Alice"
    assert request.house.lines(VaultKind.PRIVATE) == []


def test_nothing_that_was_typed_is_stored_in_clear() -> None:
    client = Client()
    given = filled(client, called="Zubeneschamali", wish="rigelcentauri", email="vega@example.org")
    name, code = name_and_code(client.post("/sign-up/", given))
    stored = []
    for model in (Person, SlotRow, KeyringRow, Vault, Session):
        for row in model._default_manager.values_list():
            stored += [value if isinstance(value, bytes) else str(value).encode() for value in row]
    everything = b"\n".join(stored).lower()
    for secret in (
        "Zubeneschamali",
        "rigelcentauri",
        name,
        code,
        code.replace("-", ""),
        "vega@",
        given["offered_passphrase"],
    ):
        assert secret.lower().encode() not in everything


def test_a_passphrase_of_ones_own_is_taken() -> None:
    client = Client()
    given = filled(client, which="own", own_passphrase=OWN, own_passphrase_again=OWN)
    name, _ = name_and_code(client.post("/sign-up/", given))
    client.post("/sign-out/")
    assert client.post("/sign-in/", {"name": name, "passphrase": OWN}).status_code == 303


def test_the_mail_is_sealed_under_a_key_outside_the_database() -> None:
    client = Client()
    client.post("/sign-up/", filled(client, email="alice@example.org"))
    person = Person.objects.get()
    assert read_contact(person) == "alice@example.org"
    other, _ = make_person("Bob")
    other.contact = person.contact
    with pytest.raises(VaultError):
        read_contact(other)


def test_the_page_can_be_sent_once() -> None:
    client = Client()
    given = filled(client)
    name, code = name_and_code(client.post("/sign-up/", given))
    again = client.post("/sign-up/", given)
    assert again.status_code == 409 and Person.objects.count() == 1
    assert name in again.content.decode() and code not in again.content.decode()


def test_sent_again_from_elsewhere_it_does_not_tell_the_name() -> None:
    client = Client()
    given = filled(client)
    name, _ = name_and_code(client.post("/sign-up/", given))
    again = Client().post("/sign-up/", given)
    assert again.status_code == 409 and name not in again.content.decode()
    assert Person.objects.count() == 1


def test_two_sendings_at_once_make_one_person(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    given = filled(client)
    real = joining.sign_up_keys

    def meanwhile(*, person: UUID, passphrase: str) -> Any:
        monkeypatch.setattr(joining, "sign_up_keys", real)
        assert Client().post("/sign-up/", given).status_code == 200
        return real(person=person, passphrase=passphrase)

    monkeypatch.setattr(joining, "sign_up_keys", meanwhile)
    assert client.post("/sign-up/", given).status_code == 409
    assert Person.objects.count() == 1 and SlotRow.objects.count() == 2 and Vault.objects.count() == 2


@pytest.mark.parametrize("once", ["", "nonsense", "x:y:z"])
def test_a_page_that_is_not_ours_is_asked_again(once: str) -> None:
    client = Client()
    page = client.post("/sign-up/", filled(client, once=once))
    assert page.status_code == 422 and str(forms.PAGE_TOO_OLD) in page.content.decode()
    fresh = hidden(page.content.decode(), "once")
    assert client.post("/sign-up/", filled(client, once=fresh)).status_code == 200


def test_a_page_that_is_too_old_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    given = filled(client)
    monkeypatch.setattr(forms, "ONCE_SECONDS", -1)
    assert client.post("/sign-up/", given).status_code == 422
    assert not Person.objects.exists()


def test_a_taken_name_gets_other_digits_and_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "propose_name", lambda wish, digits: f"{wish}-{'7' * digits}")
    names = []
    for _ in range(3):
        client = Client()
        names.append(name_and_code(client.post("/sign-up/", filled(client)))[0])
    assert names == ["alice-7777", "alice-77777", "alice-777777"]


def test_when_no_name_is_free_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    make_person("Bob")
    monkeypatch.setattr(joining, "name_index", lambda name: Person.objects.get().name_index)
    client = Client(raise_request_exception=False)
    assert client.post("/sign-up/", filled(client)).status_code == 500
    assert Person.objects.count() == 1 and SlotRow.objects.count() == 2


def test_many_sign_ups_from_one_network_wait(clock: MovedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(20):
        client = Client()
        assert client.post("/sign-up/", filled(client)).status_code == 200
    refused = Client()
    page = refused.post("/sign-up/", filled(refused))
    assert page.status_code == 429 and 'value="Alice"' in page.content.decode()
    assert "Many people have started from here just now." in page.content.decode()
    assert Person.objects.count() == 20
    elsewhere = Client(REMOTE_ADDR="198.51.100.9")
    assert elsewhere.post("/sign-up/", filled(elsewhere)).status_code == 200


def test_a_crowd_is_told_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(**_: object) -> None:
        raise Busy

    monkeypatch.setattr(joining, "sign_up_keys", busy)
    client = Client()
    page = client.post("/sign-up/", filled(client))
    assert page.status_code == 503 and "Wait a few seconds" in page.content.decode()
    assert not Person.objects.exists()


def test_who_is_signed_in_needs_no_second_account() -> None:
    _, client = make_person()
    given = filled(Client())
    assert client.get("/sign-up/?next=/settings/").headers["Location"] == "/settings/"
    assert client.post("/sign-up/", given).headers["Location"] == "/home/"
    assert Person.objects.count() == 1


def test_the_way_on_is_kept(client: Client) -> None:
    page = client.get("/sign-up/?next=/ours/accept/").content.decode()
    assert hidden(page, "next") == "/ours/accept/"
    done = client.post("/sign-up/", filled(client, next="/ours/accept/")).content.decode()
    assert '<a class="btn line" href="/ours/accept/">' in done
    assert "evil" not in client.get("/sign-up/?next=//evil.example/").content.decode()


def test_the_page_says_what_it_must(client: Client) -> None:
    page = unescape(client.get("/sign-up/").content.decode())
    assert "You can start alone and stay alone." in page
    assert "Anyone who has it can read them." in page
    assert 'href="/help/passphrase-forced/"' in page
    assert "not therapy" in page and "It cannot bring a lost passphrase back".lower() in page.lower()
    assert "Clear-Site-Data" not in page and settings.SESSION_COOKIE_NAME not in client.cookies


def test_a_passphrase_is_never_in_an_address() -> None:
    assert Client().get("/sign-up/?own_passphrase=x").status_code == 200
    assert Client().put("/sign-up/").status_code == 405
