"""The main flow by the keyboard alone: from the sign-in to a letter that is answered, without a mouse or a finger."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from goldseam.keys.factors import code_at
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


def sign_up(hands: Hands, called: str) -> Account:
    """From the open page to Home."""
    page = hands.page
    page.goto("/")
    hands.press("link", "Start a private place")
    hands.write(page.get_by_label("What shall we call you?"), called)
    hands.write(page.get_by_label("A name to sign in with"), called.lower())
    passphrase = page.locator('input[name="offered_passphrase"]').input_value()
    hands.press("checkbox", re.compile("I know that this is not therapy"), "Space")
    hands.go_to(page.get_by_role("main").get_by_role("button", name="Start", exact=True).last)
    page.keyboard.press("Enter")
    expect(heading(page, "Write these two on paper")).to_be_visible()
    name = page.locator("#own-name").inner_text()
    code = "-".join(page.locator("#code span").all_inner_texts())
    hands.press("link", "Confirm tomorrow")
    expect(page.get_by_role("navigation", name="Rooms")).to_be_visible()
    return Account(name, passphrase, code)


def test_from_nothing_to_two_people_and_apart_again(two_keyboards: tuple[Hands, Hands]) -> None:
    """Starting, inviting, joining, a kind word, a pause, and leaving."""
    ada, ben = two_keyboards
    sign_up(ada, "Ada")
    sign_up(ben, "Ben")
    join(ada, ben)
    give_a_kind_word(ada)
    ben.page.goto("/home/")
    ben.press("link", re.compile("A note from Ada"))
    ben.press("link", re.compile("A note from Ada"))
    ben.press("button", "Read it")
    expect(ben.page.get_by_role("article")).to_contain_text("You closed the door quietly.")
    ben.page.goto("/ours/")
    ben.press("button", "Pause this place", "Space")
    expect(ben.page.get_by_role("button", name="End my pause")).to_be_visible()
    ada.page.goto("/ours/")
    ada.press("link", "Leave this place")
    ada.press("button", "Leave now")
    expect(heading(ada.page, "The pairing has ended")).to_be_visible()


def join(ada: Hands, ben: Hands) -> None:
    ada.press("link", "Ours")
    ada.press("link", re.compile("Invite someone"))
    ada.press("button", "Make the eight words")
    told = ada.page.get_by_role("region", name="The eight words").get_by_role("listitem")
    expect(told).to_have_count(8)
    words = " ".join(each.split()[-1] for each in told.all_inner_texts())
    ben.press("link", "Ours")
    ben.press("link", re.compile("I have been given eight words"))
    ben.write(ben.page.get_by_label("The eight words"), words)
    ben.press("button", "See who invites you")
    ben.press("button", re.compile("Join"))
    expect(heading(ben.page, "You and")).to_be_visible()


def give_a_kind_word(ada: Hands) -> None:
    ada.page.goto("/ours/")
    ada.press("link", re.compile("Kind words"))
    ada.press("button", "Write one down")
    ada.write(ada.page.get_by_label("I noticed"), "You closed the door quietly.")
    saved(ada.page)
    ada.press("button", "See what Ben will see")
    ada.press("button", "Give it to Ben")
    expect(heading(ada.page, "You gave this to Ben")).to_be_visible()


def test_ones_own_things_from_the_first_page_to_the_last(two_keyboards: tuple[Hands, Hands]) -> None:
    """What happened, a page found and erased, looks, a new passphrase, codes, recovery, and the end of it all."""
    ada, _ = two_keyboards
    account = sign_up(ada, "Ada")
    page, main = ada.page, ada.page.get_by_role("main")
    page.goto("/mine/what-happened/new/")
    ada.press("checkbox", re.compile("A lie"), "Space")
    ada.press("button", "Keep, sealed")
    page.goto("/mine/journal/")
    ada.write(page.get_by_label("What is on your mind"), "A walk by the river.")
    ada.press("button", "Keep, sealed")
    expect(main).to_contain_text("A walk by the river.")
    ada.write(page.get_by_label("Look for words"), "river")
    page.keyboard.press("Enter")
    expect(main).to_contain_text("A walk by the river.")
    ada.press("link", re.compile("A walk by the river"))
    ada.go_to(page.locator("summary", has_text="Erase this page"))
    page.keyboard.press("Enter")
    ada.press("button", "Erase this page")
    expect(main).not_to_contain_text("A walk by the river.")
    page.goto("/looks/")
    ada.choose("Light or dark", 2, "Dark")
    ada.press("button", "Save")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    change_the_passphrase(ada, account)
    use_codes_and_come_back_with_the_recovery_code(ada, account)
    page.goto("/settings/delete/")
    ada.choose("What you wrote to others here", 1, "Erase it")
    ada.write(main.get_by_label("Your passphrase"), account.passphrase)
    ada.press("button", "Delete my account")
    expect(page).to_have_url(re.compile("/goodbye/"))


def change_the_passphrase(ada: Hands, account: Account) -> None:
    ada.page.goto("/settings/passphrase/")
    ada.write(ada.page.get_by_label("Your passphrase of now"), account.passphrase)
    account.passphrase = ada.page.locator('input[name="offered_passphrase"]').input_value()
    ada.press("button", "Change my passphrase")
    expect(ada.page.get_by_text("Your new passphrase is set.")).to_be_visible()


def use_codes_and_come_back_with_the_recovery_code(ada: Hands, account: Account) -> None:
    """The phone is lost: the code from the paper opens, and takes the second step away."""
    page, main = ada.page, ada.page.get_by_role("main")
    page.goto("/settings/ways/codes/")
    seed = re.sub(r"\s", "", page.locator("#app-seed").inner_text())
    code = code_at(seed, int(page.evaluate("Date.now()")) // 30_000)
    ada.write(page.get_by_role("textbox", name="The six digits"), code)
    ada.write(main.get_by_label("Your passphrase"), account.passphrase)
    ada.press("button", "Ask for codes from now on")
    expect(page.get_by_text("From now on, a code is asked for")).to_be_visible()
    page.goto("/settings/")
    ada.press("button", "Sign out")
    page.goto("/sign-in/")
    ada.write(page.get_by_label("Sign-in name"), account.name)
    ada.write(page.get_by_label("Passphrase"), account.passphrase)
    page.keyboard.press("Enter")
    expect(heading(page, "One more step")).to_be_visible()
    ada.press("link", re.compile("I have lost it"))
    ada.write(page.get_by_label("Your sign-in name"), account.name)
    ada.write(page.get_by_label("Your recovery code"), account.code)
    account.passphrase = page.locator('input[name="offered_passphrase"]').input_value()
    ada.press("button", "Open, with the new passphrase")
    expect(page.get_by_role("navigation", name="Rooms")).to_be_visible()
