"""The pictures in the README, made from the demo.

`GOLDSEAM_TEST_PICTURES=1 ./goldseam test tests/e2e/test_pictures.py` writes them into docs/pictures; without it they
are made all the same, looked at by size, and thrown away.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import DESK, PHONE, Demo, browsers
from tests.e2e.people import saved

pytestmark = pytest.mark.browser

KEPT = Path(__file__).parents[2] / "docs" / "pictures"
DRAFT = (
    "Alice,\n\nOn 3 April you opened the letter from the bank. I had taken out the loan in January.\n\n"
    "I'm sorry if that made you feel foolish. You were not foolish. You saw it."
)


def letters(page: Page) -> None:
    page.goto("/ours/")
    page.get_by_role("main").get_by_role("link", name="Letters").click()


def front(page: Page) -> None:
    page.goto("/")


def home(page: Page) -> None:
    page.goto("/home/?open")


def waiting(page: Page) -> None:
    letters(page)
    page.get_by_role("link", name="A letter about your sorrow").click()


def writing(page: Page) -> None:
    letters(page)
    page.get_by_role("link", name="An apology").and_(page.locator("[href*='/draft/']")).first.click()
    page.get_by_role("textbox", name="Your letter").fill(DRAFT)
    saved(page)
    expect(page.get_by_role("button", name="Not here").first).to_be_visible()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


def sending(page: Page) -> None:
    writing(page)
    page.get_by_role("button", name="See what Alice will see").click()
    expect(page.get_by_role("button", name="Send to Alice")).to_be_visible()


def both(page: Page) -> None:
    page.goto("/ours/")
    page.get_by_role("main").get_by_role("link", name="What happened").click()
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()


def closed(page: Page) -> None:
    page.goto("/mine/journal/")
    page.get_by_role("button", name="Close now").first.click()
    page.goto("/mine/journal/")


PICTURES = (
    ("phone-front-light", "", PHONE, "light", front),
    ("phone-letter-receive-light", "alice", PHONE, "light", waiting),
    ("phone-letter-write-light", "bob", PHONE, "light", writing),
    ("phone-letter-send-light", "bob", PHONE, "light", sending),
    ("phone-what-happened-light", "alice", PHONE, "light", both),
    ("desk-letter-write-dark", "bob", DESK, "dark", writing),
    ("desk-home-light", "bob", DESK, "light", home),
    ("phone-journal-closed-dark", "alice", PHONE, "dark", closed),
)


def test_the_pictures(chromium: Browser, demo: Demo, tmp_path: Path) -> None:
    folder = KEPT if os.environ.get("GOLDSEAM_TEST_PICTURES") else tmp_path
    for name, who, size, scheme, act in PICTURES:
        with browsers(chromium) as made:
            page = made.open(demo.address, size, color_scheme=scheme)
            if who:
                demo.sit_down(page, who)
            act(page)
            made_at = folder / f"{name}.png"
            page.screenshot(path=made_at)
        assert made_at.stat().st_size > 8_000, name
