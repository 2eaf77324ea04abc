"""Help is open to everybody and the same for everybody; reading it leaves no trace.

Tests without the database mark fail at the first query: that is how "touches no database" is shown.
"""

from __future__ import annotations

import logging
import re
from html import unescape

import pytest
from django.test import Client

from goldseam.content import HELP, words
from goldseam.help.showing import address
from tests.cast import someone
from tests.visitors import anonymous, visitor

MAIN = re.compile(rb"<main.*?</main>", re.DOTALL)
CALL = re.compile(r'href="((?:tel|sms):[^"]*)"')
PATHS = ["/help/", *(f"/help/{slug}/" for slug in HELP)]


def main_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    found = MAIN.search(response.content)
    assert found is not None
    return unescape(found.group(0).decode())


@pytest.mark.parametrize("path", PATHS)
def test_a_page_needs_no_account_and_no_database(path: str) -> None:
    assert "<h1>" in main_of(anonymous(), path)


@pytest.mark.parametrize("path", PATHS)
def test_reading_is_not_logged_and_sets_nothing(
    path: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    response = anonymous().get(path)
    assert response.cookies == {}
    assert response.headers["Cache-Control"] == "no-store"
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
def test_it_says_the_same_to_everybody(path: str) -> None:
    reader = visitor(someone("Alice"))
    assert main_of(reader, path) == main_of(anonymous(), path)


@pytest.mark.parametrize("slug", HELP)
def test_every_word_of_a_page_is_on_it(slug: str) -> None:
    page, said = words().help_pages[slug], main_of(anonymous(), f"/help/{slug}/")
    wanted = [page.title, *page.lead]
    for section in page.sections:
        wanted += [section.title, *section.text, *section.points, *section.after]
        assert f'id="{section.id}"' in said
    assert [each for each in wanted if each not in said] == []


def test_the_list_leads_to_every_page() -> None:
    said = main_of(anonymous(), "/help/")
    assert [slug for slug in HELP if f'href="/help/{slug}/"' not in said] == []


def test_an_unknown_page_is_not_there() -> None:
    assert anonymous().get("/help/nothing/").status_code == 404


def test_every_number_can_be_called() -> None:
    said = main_of(anonymous(), "/help/crisis/")
    calls = set(CALL.findall(said))
    assert all(re.fullmatch(r"(tel|sms):\d{2,}", call) for call in calls)
    assert {line.dial for line in words().helplines.lines} <= calls
    assert {
        f"tel:{number}" for country in words().helplines.countries for number in country.emergency
    } <= calls
    assert words().helplines.honest in said


@pytest.mark.parametrize("slug", ["crisis"])
def test_numbers_for_danger_stand_first(slug: str) -> None:
    said = main_of(anonymous(), f"/help/{slug}/")
    assert CALL.findall(said)[:5] == ["tel:112", "tel:999", "tel:911", "tel:000", "tel:111"]


def test_a_number_is_never_broken_in_two() -> None:
    for line in words().helplines.lines:
        assert " " not in line.shown
        assert "-" not in line.shown


def test_a_text_line_opens_a_message() -> None:
    texts = [line for line in words().helplines.lines if line.text]
    assert texts
    said = main_of(anonymous(), "/help/crisis/")
    assert all(f'href="{line.dial}">Text\u00a0{line.shown}</a>' in said for line in texts)
    assert all(line.dial.startswith("sms:") for line in texts)


def test_ways_lead_somewhere() -> None:
    assert address("help", signed_in=False) == "/help/"
    assert address("help:crisis", signed_in=False) == "/help/crisis/"
    assert address("door:harm", signed_in=True) == "/first-days/harm/"
    assert address("write", signed_in=True) == "/mine/journal/"
    assert address("write", signed_in=False) == "/sign-up/?next=%2Fmine%2Fjournal%2F"


def test_it_is_honest_about_what_it_is() -> None:
    said = main_of(anonymous(), "/help/what-this-is/")
    for plain in ("not therapy", "not for an emergency", "not evidence for a court"):
        assert plain in said
    assert "We do not call this end-to-end" in main_of(anonymous(), "/help/privacy/")


def test_it_says_what_a_forced_passphrase_opens() -> None:
    said = main_of(anonymous(), "/help/passphrase-forced/")
    assert "can read all that you wrote" in said
    assert "It cannot hide you from a spying app" in main_of(anonymous(), "/help/devices/")
