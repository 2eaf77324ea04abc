"""The main flow by the keyboard alone: from the sign-in to a letter that is answered, without a mouse or a finger."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import DESK, Couple, Open
from tests.e2e.people import Account, heading, letter, path_of, saved

pytestmark = pytest.mark.browser

MOST_STOPS = 80
POINTED = """for (const kind of ["pointerdown", "mousedown", "touchstart"])
  addEventListener(kind, () => console.error("pointed at"), true);"""
TEXT = "I told you that the account was closed. It was not. I lied."


class Hands:
    """Two hands on a keyboard. There is nothing else to reach the page with."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go_to(self, goal: Locator) -> None:
        """Tab until the focus is there."""
        expect(goal).to_be_visible()
        for _ in range(MOST_STOPS):
            if goal.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The keyboard does not get there: {goal}")

    def press(self, role: str, name: str | re.Pattern[str], key: str = "Enter") -> None:
        """Go to a link or a button in the page, and use it."""
        self.go_to(self.page.get_by_role(role, name=name).first)  # type: ignore[arg-type]
        self.page.keyboard.press(key)

    def write(self, field: Locator, words: str) -> None:
        self.go_to(field)
        self.page.keyboard.type(words)
        expect(field).to_have_value(words)

    def choose(self, question: str, steps: int, word: str) -> None:
        """Go into a group of choices, and to one of them by the arrows."""
        choices = self.page.get_by_role("group", name=question).get_by_role("radio")
        self.go_to(choices.first)
        self.page.keyboard.press("Space")
        for _ in range(steps):
            self.page.keyboard.press("ArrowDown")
        expect(choices.nth(steps)).to_be_checked()
        expect(choices.nth(steps)).to_have_accessible_name(re.compile(f"^{word}"))

    def sign_in(self, account: Account) -> None:
        self.page.goto("/sign-in/")
        self.write(self.page.get_by_label("Sign-in name"), account.name)
        self.write(self.page.get_by_label("Passphrase"), account.passphrase)
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("navigation", name="Rooms")).to_be_visible()


@pytest.fixture
def two_keyboards(open_browser: Open) -> Iterator[tuple[Hands, Hands]]:
    """Two browsers on desks. A pointer that touched a page would be told."""
    pointed: list[str] = []
    pages = open_browser(DESK), open_browser(DESK)
    for page in pages:
        page.add_init_script(POINTED)
        page.on("console", lambda said: pointed.append(said.text))
    yield Hands(pages[0]), Hands(pages[1])
    assert "pointed at" not in pointed


def test_from_the_sign_in_to_an_answered_letter(couple: Couple, two_keyboards: tuple[Hands, Hands]) -> None:
    alice, bob = two_keyboards
    bob.sign_in(couple.bob)
    keep_a_page(bob)
    there = send_a_letter(bob)
    alice.sign_in(couple.alice)
    answer_it(alice, there)
    bob.page.reload()
    expect(heading(bob.page, "Alice feels heard")).to_be_visible()


def keep_a_page(bob: Hands) -> None:
    bob.press("link", "Journal")
    bob.write(bob.page.get_by_label("What is on your mind"), "Written without a mouse.")
    bob.press("button", "Keep, sealed", "Space")
    expect(bob.page.get_by_role("main")).to_contain_text("Written without a mouse.")


def send_a_letter(bob: Hands) -> str:
    """The skip link first: it leaves out the rooms."""
    bob.press("link", "Letters")
    expect(heading(bob.page, "Letters")).to_be_visible()
    bob.press("link", "Skip to the page")
    expect(bob.page.locator("main")).to_be_focused()
    bob.press("link", "Write a letter")
    bob.press("button", re.compile("Begin ?: An account"))
    bob.write(letter(bob.page), TEXT)
    saved(bob.page)
    bob.press("button", "See what Alice will see")
    expect(bob.page.get_by_role("article", name="The letter")).to_contain_text(TEXT)
    bob.choose("Do I believe this?", 0, "Yes")
    bob.choose("Am I afraid not to say it?", 1, "No")
    bob.press("button", "Send to Alice")
    expect(heading(bob.page, "You have sent it")).to_be_visible()
    return path_of(bob.page)


def answer_it(alice: Hands, there: str) -> None:
    alice.press("link", "Letters")
    alice.go_to(alice.page.locator(f"a[href='{there}']"))
    alice.page.keyboard.press("Enter")
    alice.press("button", "Read it now")
    expect(alice.page.get_by_role("article", name="The letter")).to_contain_text(TEXT)
    alice.choose("Your answer", 0, "I feel heard")
    alice.write(alice.page.get_by_label("A few words, if you like"), "Thank you for saying it.")
    alice.press("button", "See what Bob will see")
    expect(alice.page.get_by_role("article", name="Your answer")).to_contain_text("Thank you for saying it.")
    alice.press("button", "Send this answer to Bob")
    expect(heading(alice.page, "I feel heard")).to_be_visible()
