"""Signing in, and getting back in with the recovery code: nothing tells whether a name exists."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from goldseam.accounts.backend import SlotBackend
from goldseam.keys import throttle
from goldseam.keys.derivations import Busy
from goldseam.keys.models import Session, SlotRow
from goldseam.keys.words import CODE_OPENS
from goldseam.vault import make_recovery_code
from tests.accounts.pages import OWN, errors, hidden, sign_in
from tests.people import MovedClock, PersonClient, another_browser, make_person

pytestmark = pytest.mark.django_db
NEUTRAL = "This name and passphrase do not open anything here. Look at both again."


def bare(page: Any, *typed: str) -> str:
    """A page without what differs anyhow: the form's token, and what was typed."""
    text = re.sub(r'value="[A-Za-z0-9]{64}"', "", page.content.decode())
    for each in typed:
        text = text.replace(each, "")
    return text


@pytest.mark.parametrize("typed", [str, str.upper, lambda name: f"  {name.replace('-', ' ')}  "])
def test_a_name_and_its_passphrase_open(typed: Any) -> None:
    _, client = make_person()
    assert sign_in(typed(client.name), client.passphrase).headers["Location"] == "/home/"


def test_the_way_on_is_kept_and_local() -> None:
    _, client = make_person()
    assert sign_in(client.name, client.passphrase, next="/settings/").headers["Location"] == "/settings/"
    assert sign_in(client.name, client.passphrase, next="//evil.example").headers["Location"] == "/home/"
    page = Client().get("/sign-in/?next=/settings/").content.decode()
    assert hidden(page, "next") == "/settings/"
    assert client.get("/sign-in/?next=/settings/").headers["Location"] == "/settings/"


def test_a_wrong_name_and_a_wrong_passphrase_look_the_same() -> None:
    _, client = make_person()
    known = sign_in(client.name, "wrong words")
    unknown = sign_in("nobody-0000", "wrong words")
    assert known.status_code == unknown.status_code == 403
    assert NEUTRAL in unescape(known.content.decode())
    assert bare(known, client.name) == bare(unknown, "nobody-0000")
    assert known.headers.keys() == unknown.headers.keys()


def test_names_are_throttled_alike_whether_they_exist(clock: MovedClock) -> None:
    _, client = make_person()
    for name in (client.name, "nobody-0000"):
        pages = [sign_in(name, "wrong words") for _ in range(11)]
        assert [page.status_code for page in pages] == [403] * 10 + [429]
        assert "Wait one minute, then try again." in pages[-1].content.decode()
    assert sign_in(client.name, client.passphrase).status_code == 429
    clock.move(minutes=1)
    assert sign_in(client.name, client.passphrase).status_code == 303


def test_a_network_that_tries_many_names_waits(clock: MovedClock) -> None:
    _, client = make_person()
    for number in range(60):
        assert sign_in(f"guess-{number:04}", "wrong words").status_code == 403
    assert sign_in(client.name, client.passphrase).status_code == 429
    elsewhere = Client(REMOTE_ADDR="198.51.100.9")
    typed = {"name": client.name, "passphrase": client.passphrase}
    assert elsewhere.post("/sign-in/", typed).status_code == 303


def test_the_recovery_code_passes_a_locked_name(clock: MovedClock) -> None:
    _, client = make_person()
    for _ in range(12):
        sign_in(client.name, "wrong words")
    assert recover(client, client.code).status_code == 303


def test_the_recovery_code_passes_a_locked_network(clock: MovedClock) -> None:
    """Whoever guesses may do it from the same home."""
    _, client = make_person()
    for number in range(61):
        sign_in(f"guess-{number:04}", "wrong words")
    assert sign_in(client.name, client.passphrase).status_code == 429
    assert recover(client, client.code).status_code == 303


def test_codes_of_one_network_are_counted_too(clock: MovedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "CODES_HERE", replace(throttle.CODES_HERE, free=4))
    stranger = PersonClient()
    statuses = []
    for number in range(5):
        stranger.name = f"guess-{number:04}"
        statuses.append(recover(stranger, make_recovery_code()).status_code)
    assert statuses == [403] * 4 + [429]


def test_who_is_asked_to_wait_is_told_of_the_recovery_code(clock: MovedClock) -> None:
    """And only then; in the same words whether or not the name exists. The link that is named is there."""
    _, client = make_person()
    for name in (client.name, "nobody-0000"):
        pages = [unescape(sign_in(name, "wrong words").content.decode()) for _ in range(11)]
        assert [CODE_OPENS in page for page in pages] == [False] * 10 + [True]
    link = re.search(r'href="([^"]*)"><span>I have lost my passphrase<', pages[-1])
    assert link and link[1] == "/recover/" and "I have lost my passphrase" in CODE_OPENS
    waits = recover(client, "nonsense", recovery_code="ABCD-EFGH")
    assert CODE_OPENS not in unescape(waits.content.decode())


def test_signing_in_leaves_nothing_in_the_browser_that_outlives_it() -> None:
    """No cookie that says that somebody was here before (decision 10)."""
    _, client = make_person()
    browser = Client()
    browser.post("/sign-in/", {"name": client.name, "passphrase": client.passphrase})
    assert len(browser.cookies) >= 2
    assert [name for name, cookie in browser.cookies.items() if cookie["max-age"] or cookie["expires"]] == []
    browser.post("/sign-out/")
    ours = (settings.SESSION_COOKIE_NAME, settings.UNLOCK_COOKIE_NAME)
    assert [name for name in browser.cookies if name in ours and browser.cookies[name].value] == []


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": ""}, "Write your sign-in name. It ends in digits."),
        ({"passphrase": ""}, "Write your passphrase."),
        ({"name": "x" * 65}, "Make it shorter: at most 64 characters."),
        ({"name": "a\x00b"}, "There is a sign in it that cannot be used. Type it again."),
        ({"passphrase": "x" * 1_000_000}, "This is too long to be right."),
    ],
)
def test_what_cannot_be_right_is_said_beside_the_field(given: dict[str, str], says: str) -> None:
    page = Client().post("/sign-in/", {"name": "alice-4821", "passphrase": "some words"} | given)
    assert page.status_code == 422 and says in errors(page)
    assert "some words" not in page.content.decode()


@pytest.mark.parametrize("passphrase", ["a\x00b", "x" * 300, " ", "\u202e\u0645"])
def test_a_strange_passphrase_is_just_wrong(passphrase: str) -> None:
    _, client = make_person()
    assert sign_in(client.name, passphrase).status_code in (403, 422)
    assert sign_in("nobody-0000", passphrase).status_code == sign_in(client.name, passphrase).status_code


def test_a_crowd_is_told_to_wait_and_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(**_: object) -> None:
        raise Busy

    _, client = make_person()
    with monkeypatch.context() as crowded:
        crowded.setattr("goldseam.accounts.entering.open_named", busy)
        for _ in range(15):
            assert sign_in(client.name, client.passphrase).status_code == 503
    assert sign_in(client.name, client.passphrase).status_code == 303


def test_signing_in_ends_the_session_before_it_in_this_browser() -> None:
    _, alice = make_person()
    _, bob = make_person("Bob")
    alice.post("/sign-in/", {"name": bob.name, "passphrase": bob.passphrase})
    assert Session.objects.count() == 2
    assert b"bob-" in alice.get("/settings/").content


def test_signing_out_needs_a_post() -> None:
    _, client = make_person()
    assert client.get("/sign-out/").status_code == 405
    assert client.get("/settings/").status_code == 200
    assert Client().post("/sign-out/").status_code == 303


def test_djangos_own_way_to_check_a_passphrase_finds_nobody() -> None:
    person, client = make_person()
    assert SlotBackend().authenticate(None, username=client.name, password=client.passphrase) is None
    assert not client.login(username=client.name, password=client.passphrase)
    assert SlotBackend().get_user(person.pk) == person
    assert str(person) == str(person.pk)


# With the recovery code


def recover(who: PersonClient, code: str, **more: str) -> Any:
    client = Client()
    page = client.get("/recover/").content.decode()
    given = {
        "name": who.name,
        "recovery_code": code,
        "which": "offered",
        "offered_passphrase": hidden(page, "offered_passphrase"),
    }
    answer = client.post("/recover/", given | more)
    answer.words = (given | more)["offered_passphrase"]
    answer.browser = client
    return answer


def test_the_code_opens_with_a_new_passphrase_and_ends_everything_else() -> None:
    person, client = make_person()
    other = another_browser(person, client)
    answer = recover(client, client.code.lower())
    assert answer.status_code == 303
    assert answer.browser.get("/settings/").status_code == 200
    for ended in (client, other):
        assert ended.get("/settings/").headers["Location"].startswith("/sign-in/")
    assert sign_in(client.name, client.passphrase).status_code == 403
    assert sign_in(client.name, answer.words).status_code == 303
    assert recover(client, client.code).status_code == 303


def test_the_code_opens_with_a_passphrase_of_ones_own() -> None:
    _, client = make_person()
    given = {"which": "own", "own_passphrase": OWN, "own_passphrase_again": OWN}
    assert recover(client, client.code, **given).status_code == 303
    assert sign_in(client.name, OWN).status_code == 303


def test_a_wrong_code_and_a_wrong_name_look_the_same_and_change_nothing() -> None:
    _, client = make_person()
    before = list(SlotRow.objects.order_by("pk").values_list("pk"))
    known = recover(client, make_recovery_code())
    stranger = PersonClient()
    stranger.name = "nobody-0000"
    unknown = recover(stranger, client.code)
    assert known.status_code == unknown.status_code == 403
    said = "This name and code do not open anything here. Look at both again."
    for page in (known, unknown):
        assert said in unescape(page.content.decode())
        assert client.code not in page.content.decode()
    assert list(SlotRow.objects.order_by("pk").values_list("pk")) == before
    assert client.get("/settings/").status_code == 200


def test_an_unusable_new_passphrase_is_told_before_the_code_is_tried() -> None:
    _, client = make_person()
    for code in (client.code, make_recovery_code()):
        page = recover(client, code, which="own", own_passphrase="short")
        assert page.status_code == 422 and len(errors(page)) == 1
    assert sign_in(client.name, client.passphrase).status_code == 303


def test_codes_have_a_throttle_of_their_own(clock: MovedClock) -> None:
    _, client = make_person()
    statuses = [recover(client, make_recovery_code()).status_code for _ in range(31)]
    assert statuses == [403] * 30 + [429]
    assert sign_in(client.name, client.passphrase).status_code == 303
    clock.move(seconds=11)
    assert recover(client, client.code).status_code == 303


def test_other_words_keep_the_name_and_not_the_code() -> None:
    _, client = make_person()
    page = recover(client, client.code, other_words="1")
    text = page.content.decode()
    assert page.status_code == 200 and f'value="{client.name}"' in text and client.code not in text
    assert hidden(text, "offered_passphrase") != page.words


def test_recovering_in_ones_own_open_browser_works() -> None:
    _, client = make_person()
    page = client.get("/recover/").content.decode()
    given = {"name": client.name, "recovery_code": client.code, "which": "offered"}
    words = hidden(page, "offered_passphrase")
    assert client.post("/recover/", given | {"offered_passphrase": words}).status_code == 303
    assert client.get("/settings/").status_code == 200 and Session.objects.count() == 1
