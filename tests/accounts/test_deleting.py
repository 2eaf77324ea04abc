"""Deleting an account: after the passphrase, whole, and nobody else's."""

from __future__ import annotations

from typing import Any

import pytest

from goldseam.accounts.models import Person
from goldseam.core import journal
from goldseam.keys.models import KeyringRow, Session, SlotRow, Tier
from goldseam.log.models import Vault
from tests.accounts.pages import errors, sign_in
from tests.people import MovedClock, another_browser, make_person, request_of

pytestmark = pytest.mark.django_db


def gone(person: Person) -> bool:
    tables: list[Any] = [
        Session.objects.filter(person_id=person.pk),
        Vault.objects.filter(person_id=person.pk),
    ]
    tables += [table.objects.filter(person_id=person.pk) for table in (SlotRow, KeyringRow)]
    return not any(found.exists() for found in tables) and not Person.objects.filter(pk=person.pk).exists()


@pytest.mark.parametrize("words", ["leave", "erase"])
def test_deleting_takes_everything_that_is_ones_own(words: str) -> None:
    person, client = make_person()
    bob, bobs = make_person("Bob")
    other = another_browser(person, client)
    request_of(person, client).house.act(lambda _: journal.write(id="0" * 32, text="mine"))
    answer = client.post("/settings/delete/", {"words": words, "passphrase": client.passphrase})
    assert answer.headers["Location"] == "/goodbye/"
    assert b"Your account is gone" in client.get("/goodbye/").content
    assert gone(person) and not gone(bob)
    for ended in (client, other):
        assert ended.get("/settings/").headers["Location"].startswith("/sign-in/")
    assert sign_in(client.name, client.passphrase).status_code == 403
    assert bobs.get("/settings/").status_code == 200
    assert Tier.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"words": "leave", "passphrase": "wrong words"}, 403),
        ({"words": "leave", "passphrase": ""}, 422),
        ({"words": "", "passphrase": "copper drift almond ferry lichen quilt"}, 422),
        ({"words": "all", "passphrase": "copper drift almond ferry lichen quilt"}, 422),
    ],
)
def test_deleting_asks_for_both(given: dict[str, str], status: int) -> None:
    person, client = make_person()
    page = client.post("/settings/delete/", given)
    assert page.status_code == status and len(errors(page)) == 1
    assert not gone(person)


def test_guessing_the_passphrase_in_the_settings_is_throttled(clock: MovedClock) -> None:
    _, client = make_person()
    given = {"words": "leave", "passphrase": "wrong words"}
    assert [client.post("/settings/delete/", given).status_code for _ in range(11)] == [403] * 10 + [429]
    assert client.post("/settings/recovery/new/", {"passphrase": client.passphrase}).status_code == 429
