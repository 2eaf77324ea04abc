"""The main flow by the keyboard alone: from the sign-in to a letter that is answered, without a mouse or a finger."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESK, Couple, Open
from tests.e2e.hands import Hands, hands
from tests.e2e.people import Account, eight_words, heading, letter, saved

pytestmark = pytest.mark.browser

TEXT = "I told you that the account was closed. It was not. I lied."


@pytest.fixture
def two_keyboards(open_browser: Open) -> Iterator[tuple[Hands, ...]]:
    """Two browsers on desks."""
    with hands(open_browser(DESK), open_browser(DESK)) as both:
        yield both


def test_from_the_sign_in_to_an_answered_letter(couple: Couple, two_keyboards: tuple[Hands, ...]) -> None:
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
    expect(heading(bob.page, "Journal")).to_be_visible()
    bob.write(bob.page.get_by_label("What is on your mind"), "Written without a mouse.")
    bob.press("button", "Keep, sealed", "Space")
    expect(bob.page.get_by_text("Saved. Only you have these words.")).to_be_visible()
    expect(bob.main).to_contain_text("Written without a mouse.")


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
    bob.choose("Do I believe this?", "Yes")
    bob.choose("Am I afraid not to say it?", "No")
    bob.press("button", "Send to Alice")
    expect(heading(bob.page, "You have sent it")).to_be_visible()
    return bob.path


def answer_it(alice: Hands, there: str) -> None:
    alice.press("link", "Letters")
    alice.go_to(alice.page.locator(f"a[href='{there}']"))
    alice.page.keyboard.press("Enter")
    alice.press("button", "Read it now")
    expect(alice.page.get_by_role("article", name="The letter")).to_contain_text(TEXT)
    alice.choose("Your answer", "I feel heard")
    alice.write(alice.page.get_by_label("A few words, if you like"), "Thank you for saying it.")
    alice.press("button", "See what Bob will see")
    expect(alice.page.get_by_role("article", name="Your answer")).to_contain_text("Thank you for saying it.")
    alice.press("button", "Send this answer to Bob")
    expect(heading(alice.page, "I feel heard")).to_be_visible()


def test_from_nothing_to_two_people_and_apart_again(two_keyboards: tuple[Hands, ...]) -> None:
    """Starting, inviting, joining, a kind word, a pause and its end, leaving, and what is left put away."""
    ada, ben = two_keyboards
    ada.sign_up("Ada")
    ben.sign_up("Ben")
    join(ada, ben)
    give_a_kind_word(ada)
    ben.page.goto("/home/")
    ben.press("link", re.compile("A note from Ada"))
    expect(heading(ben.page, "Kind words")).to_be_visible()
    ben.press("link", re.compile("A note from Ada"))
    ben.press("button", "Read it")
    expect(ben.page.get_by_role("article")).to_contain_text("You closed the door quietly.")
    ben.page.goto("/ours/")
    ben.press("button", "Pause this place", "Space")
    ben.press("button", "End my pause", "Space")
    expect(ben.page.get_by_role("button", name="Pause this place")).to_be_visible()
    ada.page.goto("/ours/")
    ada.press("link", "Leave this place")
    ada.press("button", "Leave now")
    expect(heading(ada.page, "The pairing has ended")).to_be_visible()
    put_it_away_for_good(ada)


def put_it_away_for_good(ada: Hands) -> None:
    """The archive is looked into, and then given up."""
    ada.press("link", re.compile("^Kind words"), inside=ada.main)
    ada.press("link", "A note to Ben")
    expect(ada.page.get_by_role("article")).to_contain_text("You closed the door quietly.")
    ada.page.goto("/ours/")
    ada.press("link", "Put this away for good")
    ada.press("checkbox", re.compile("First erase everything"), "Space")
    ada.press("button", "Put it away for good")
    expect(ada.main).to_contain_text("There is no place for two yet.")


def join(ada: Hands, ben: Hands) -> None:
    ada.press("link", "Ours")
    ada.press("link", re.compile("Invite someone"))
    ada.press("button", "Make the eight words")
    first = eight_words(ada.page)
    ada.press("link", "I have handed them over")
    ada.press("button", "End the invitation")
    expect(ada.main).to_contain_text("No invitation is out.")
    ada.press("button", "Make new words")
    words = " ".join(eight_words(ada.page))
    assert words.split() != first
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


def test_ones_own_things_from_the_first_page_to_the_last(two_keyboards: tuple[Hands, ...]) -> None:
    """What happened, a page found and erased, looks, a new passphrase, codes, recovery, and the end of it all."""
    ada, _ = two_keyboards
    account = ada.sign_up("Ada")
    page, main = ada.page, ada.main
    page.goto("/mine/what-happened/new/")
    ada.press("checkbox", re.compile("A lie"), "Space")
    ada.press("button", "Keep, sealed")
    expect(page.get_by_text("Saved. Only you have these words.")).to_be_visible()
    page.goto("/mine/journal/")
    ada.write(page.get_by_label("What is on your mind"), "A walk by the river.")
    ada.press("button", "Keep, sealed")
    expect(main).to_contain_text("A walk by the river.")
    ada.write(page.get_by_label("Look for words"), "river")
    page.keyboard.press("Enter")
    expect(heading(page, "Looking for words")).to_be_visible()
    ada.press("link", re.compile("A walk by the river"))
    ada.unfold("Erase this page")
    ada.press("button", "Erase this page")
    expect(heading(page, "Journal")).to_be_visible()
    expect(main).not_to_contain_text("A walk by the river.")
    page.goto("/looks/")
    ada.choose("Light or dark", "Dark")
    ada.press("button", "Save")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    change_the_passphrase(ada, account)
    use_codes_and_come_back_with_the_recovery_code(ada, account)
    page.goto("/settings/delete/")
    ada.choose("What you wrote to others here", "Erase it")
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
    page = ada.page
    ada.ask_for_codes(account)
    page.goto("/settings/")
    ada.press("button", "Sign out")
    expect(page.get_by_role("link", name="Start a private place")).to_be_visible()
    ada.name_oneself(account)
    expect(heading(page, "One more step")).to_be_visible()
    ada.press("link", re.compile("I have lost it"))
    ada.write(page.get_by_label("Your sign-in name"), account.name)
    ada.write(page.get_by_label("Your recovery code"), account.code)
    account.passphrase = page.locator('input[name="offered_passphrase"]').input_value()
    ada.press("button", "Open, with the new passphrase")
    expect(page.get_by_role("navigation", name="Rooms")).to_be_visible()
