"""What the sign-up page refuses: said beside the field, with all that was typed in it, but the secrets."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from goldseam.accounts import forms
from goldseam.accounts.models import Person
from goldseam.accounts.words import is_offered
from tests.accounts.pages import OWN, errors, filled, hidden

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"called": ""}, "Write what we shall call you."),
        ({"called": "\u200b"}, "Write what we shall call you."),
        ({"called": "x" * 41}, "Make it shorter: at most 40 characters."),
        ({"called": "a\x00b"}, "There is a sign in it that cannot be used. Type it again."),
        ({"wish": ""}, "Write a few letters."),
        ({"wish": "a"}, "Letters only, at least two, and no spaces."),
        ({"wish": "alice7"}, "Letters only, at least two, and no spaces."),
        ({"wish": "al ice"}, "Letters only, at least two, and no spaces."),
        ({"wish": "x" * 25}, "Make it shorter: at most 24 characters."),
        ({"wish": "al\x07ice"}, "There is a sign in it that cannot be used. Type it again."),
        ({"email": "nonsense"}, "This does not look like an e-mail address. Leave it out if you like."),
        ({"agree": ""}, "Tick this to go on."),
        ({"which": ""}, "Choose one."),
        ({"which": "both"}, "Choose one."),
        ({"which": "own"}, forms.weakness("")),
        (
            {"which": "own", "own_passphrase": "alice alice alice"},
            forms.weakness("alice alice alice", "alice"),
        ),
        ({"which": "own", "own_passphrase": OWN}, forms.NOT_THE_SAME),
        ({"which": "own", "own_passphrase": "x" * 600}, "This is too long to be right."),
        ({"own_passphrase": OWN}, forms.WHICH_ONE),
        ({"offered_passphrase": "abuse abuse abuse abuse abuse abuse"}, forms.WORDS_GONE),
        ({"offered_passphrase": ""}, forms.WORDS_GONE),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_made(wrong: dict[str, str], says: str) -> None:
    client = Client()
    page = client.post("/sign-up/", filled(client) | wrong)
    assert page.status_code == 422 and says in errors(page)
    assert not Person.objects.exists()


def test_what_was_typed_stays_and_secrets_do_not() -> None:
    client = Client()
    given = filled(client, called="<Alice>", wish="a1", email="no", which="own", own_passphrase=OWN)
    page = client.post("/sign-up/", given).content.decode()
    assert 'value="&lt;Alice&gt;"' in page and 'value="a1"' in page and 'value="no"' in page
    assert OWN not in page
    assert hidden(page, "once") == given["once"]
    assert hidden(page, "offered_passphrase") == given["offered_passphrase"]


def test_a_megabyte_in_every_field_is_refused_kindly() -> None:
    client = Client()
    long = "x" * 500_000
    given = dict.fromkeys(
        ("called", "wish", "email", "own_passphrase", "offered_passphrase", "once", "which"), long
    )
    page = client.post("/sign-up/", given)
    assert page.status_code == 422 and not Person.objects.exists()


def test_words_that_did_not_come_from_us_are_not_shown() -> None:
    client = Client()
    page = client.post(
        "/sign-up/", filled(client, called="", offered_passphrase="send money to mallory now please")
    )
    assert b"mallory" not in page.content
    assert is_offered(hidden(page.content.decode(), "offered_passphrase"))


def test_other_words_keep_the_rest() -> None:
    client = Client()
    given = filled(client, email="alice@example.org", other_words="1", own_passphrase=OWN)
    page = client.post("/sign-up/", given)
    text = page.content.decode()
    assert page.status_code == 200 and not Person.objects.exists() and not errors(page)
    assert hidden(text, "offered_passphrase") != given["offered_passphrase"]
    assert hidden(text, "once") == given["once"]
    assert 'value="Alice"' in text and 'value="alice@example.org"' in text and OWN not in text
    assert re.search(r'name="agree"[^>]* checked', text)
