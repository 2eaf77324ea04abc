"""Keys that close in the middle of something: nothing that was typed is lost, and nothing stays to be read."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Couple, House
from tests.e2e.people import (
    Account,
    answer,
    answer_and_send,
    begin_letter,
    heading,
    keep_a_page,
    letter,
    no_barrier,
    press,
    saved,
    sign_in,
)

pytestmark = pytest.mark.browser

TEXT = "I told you that the account was closed. It was not. I lied."
MORE = f"{TEXT} It was my choice."


@pytest.fixture
def clocked(bob: Page) -> Page:
    """Bob's phone, with a clock that the test can move."""
    bob.clock.install()
    bob.goto("/home/")
    return bob


def away_for_eleven_minutes(house: House, page: Page, *tiers: str) -> None:
    """The server's time and the phone's."""
    house.let_close(page, *tiers)
    page.clock.fast_forward("11:00")


def own_words(page: Page) -> Locator:
    """The field for the passphrase on the page itself."""
    return page.get_by_role("main").get_by_label("Your passphrase")


def open_again(page: Page, account: Account) -> None:
    """The dialog over the page: first a slip, then the passphrase."""
    dialog = page.get_by_role("dialog", name="Your words are still here")
    expect(dialog).to_be_visible()
    expect(page.get_by_role("main")).to_be_hidden()
    no_barrier(page)
    dialog.get_by_label("Your passphrase").fill("these are not the words")
    dialog.get_by_role("button", name="Open it again").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    dialog.get_by_label("Your passphrase").fill(account.passphrase)
    dialog.get_by_role("button", name="Open it again").click()
    expect(dialog).to_be_hidden()


def test_the_private_pages_close_while_a_letter_is_written(couple: Couple, bob: Page) -> None:
    """Closed from another tab. Saving goes on; reading it again asks for the passphrase."""
    draft = begin_letter(bob, couple.place, "An account")
    letter(bob).fill(TEXT)
    saved(bob)
    other = bob.context.new_page()
    other.goto("/settings/")
    press(other, "Close my pages now")
    expect(heading(other, "Settings")).to_be_visible()
    other.goto(draft)
    expect(heading(other, "To open your pages")).to_be_visible()
    assert TEXT not in other.content()
    no_barrier(other)
    letter(bob).fill(MORE)
    saved(bob)
    press(bob, "See what Alice will see")
    expect(heading(bob, "To open your pages")).to_be_visible()
    own_words(bob).fill(couple.bob.passphrase)
    press(bob, "Open my pages")
    expect(bob.get_by_role("article", name="The letter")).to_contain_text(MORE)


def test_a_letter_goes_on_after_the_time_of_all_keys_is_over(house: House, couple: Couple, bob: Page) -> None:
    draft = begin_letter(bob, couple.place, "An account")
    letter(bob).fill(TEXT)
    saved(bob)
    house.let_close(bob, "private", "shared")
    letter(bob).fill(MORE)
    open_again(bob, couple.bob)
    expect(letter(bob)).to_have_value(MORE)
    saved(bob)
    bob.goto(draft)
    expect(letter(bob)).to_have_value(MORE)


def test_sending_with_closed_keys_asks_for_the_passphrase_over_the_letter(
    house: House, couple: Couple, bob: Page
) -> None:
    """The whole page was sent, not a script: what was typed and what was chosen is carried on."""
    begin_letter(bob, couple.place, "An account")
    letter(bob).fill(MORE)
    saved(bob)
    house.let_close(bob, "private", "shared")
    press(bob, "See what Alice will see")
    expect(own_words(bob)).to_be_visible()
    no_barrier(bob)
    own_words(bob).fill("these are not the words")
    own_words(bob).press("Enter")
    expect(own_words(bob)).to_have_accessible_description(re.compile("does not open"))
    no_barrier(bob)
    own_words(bob).fill(couple.bob.passphrase)
    own_words(bob).press("Enter")
    expect(bob.get_by_role("article", name="The letter")).to_contain_text(MORE)


def test_the_letter_survives_closed_keys_and_the_private_answers_do_not(
    house: House, couple: Couple, two_at_home: tuple[Page, Page]
) -> None:
    alice, bob = two_at_home
    begin_letter(bob, couple.place, "First words")
    letter(bob).fill("I lied about Thursday.")
    saved(bob)
    press(bob, "See what Alice will see")
    answer(bob, "Do I believe this?", "Yes")
    answer(bob, "Am I afraid not to say it?", "No")
    house.let_close(bob, "private")
    bob.get_by_role("button", name="Send to Alice").click()
    own_words(bob).fill(couple.bob.passphrase)
    own_words(bob).press("Enter")
    expect(bob.get_by_role("main")).to_contain_text("I lied about Thursday.")
    expect(bob.get_by_role("radio", checked=True)).to_have_count(0)
    answer(bob, "Do I believe this?", "Yes")
    answer(bob, "Am I afraid not to say it?", "No")
    bob.get_by_role("button", name="Send to Alice").click()
    expect(heading(bob, "You have sent it")).to_be_visible()
    alice.goto(f"{couple.place}letters/")
    expect(alice.get_by_role("link", name="A letter with first words").first).to_be_visible()


def test_signed_out_in_another_tab_while_a_letter_is_written(couple: Couple, bob: Page) -> None:
    """The page says what happened, keeps the words, and goes on after a new sign-in elsewhere."""
    draft = begin_letter(bob, couple.place, "An account")
    letter(bob).fill(TEXT)
    saved(bob)
    other = bob.context.new_page()
    other.goto("/settings/")
    press(other, "Sign out")
    expect(other.get_by_role("navigation", name="Rooms")).to_have_count(0)
    letter(bob).fill(MORE)
    dialog = bob.get_by_role("dialog", name="Your words are still here")
    dialog.get_by_label("Your passphrase").fill(couple.bob.passphrase)
    dialog.get_by_role("button", name="Open it again").click()
    expect(dialog.get_by_role("alert")).to_contain_text("You have been signed out.")
    sign_in(other, couple.bob)
    dialog.get_by_label("Your passphrase").fill(couple.bob.passphrase)
    dialog.get_by_role("button", name="Open it again").click()
    expect(dialog).to_be_hidden()
    expect(letter(bob)).to_have_value(MORE)
    saved(bob)
    bob.goto(draft)
    expect(letter(bob)).to_have_value(MORE)


def test_signed_out_in_another_tab_and_then_sent(couple: Couple, bob: Page) -> None:
    """Without any script's help: name and passphrase are asked over the text, and it goes on."""
    begin_letter(bob, couple.place, "An account")
    letter(bob).fill(MORE)
    saved(bob)
    other = bob.context.new_page()
    other.goto("/settings/")
    press(other, "Sign out")
    expect(other.get_by_role("navigation", name="Rooms")).to_have_count(0)
    press(bob, "See what Alice will see")
    bob.get_by_label("Your sign-in name").fill(couple.bob.name)
    no_barrier(bob)
    own_words(bob).fill(couple.bob.passphrase)
    own_words(bob).press("Enter")
    expect(bob.get_by_role("article", name="The letter")).to_contain_text(MORE)
    answer_and_send(bob, "Alice")


def test_an_open_journal_closes_by_itself(house: House, couple: Couple, clocked: Page) -> None:
    keep_a_page(clocked, "Chestnuts under the table.")
    away_for_eleven_minutes(house, clocked, "private")
    expect(heading(clocked, "To open your pages")).to_be_visible()
    assert "Chestnuts" not in clocked.content()
    no_barrier(clocked)
    own_words(clocked).fill(couple.bob.passphrase)
    press(clocked, "Open my pages")
    expect(clocked.get_by_role("main")).to_contain_text("Chestnuts under the table.")


def test_unkept_words_are_covered_and_come_back(house: House, couple: Couple, clocked: Page) -> None:
    clocked.goto("/mine/journal/")
    clocked.get_by_label("What is on your mind").fill("Half a thought about")
    away_for_eleven_minutes(house, clocked, "private")
    open_again(clocked, couple.bob)
    expect(clocked.get_by_label("What is on your mind")).to_have_value("Half a thought about")
    press(clocked, "Keep, sealed")
    expect(clocked.get_by_role("main")).to_contain_text("Half a thought about")


def test_a_letter_that_nobody_touches_closes_by_itself(house: House, couple: Couple, clocked: Page) -> None:
    begin_letter(clocked, couple.place, "An account")
    letter(clocked).fill(TEXT)
    clocked.clock.run_for(3000)
    saved(clocked)
    away_for_eleven_minutes(house, clocked, "private", "shared")
    expect(letter(clocked)).to_be_hidden()
    assert TEXT not in clocked.content()


def test_the_closed_journal_says_nothing_of_what_it_holds(
    house: House, couple: Couple, two_at_home: tuple[Page, Page]
) -> None:
    """Closed, it is the same page for one who wrote much and one who wrote nothing; and it takes new words."""
    alice, bob = two_at_home
    keep_a_page(bob, "Plums.")
    keep_a_page(bob, "More plums.")
    shown = []
    for page in (alice, bob):
        house.let_close(page, "private")
        page.goto("/mine/journal/")
        expect(heading(page, "To open your pages")).to_be_visible()
        no_barrier(page)
        shown.append(page.get_by_role("main").inner_text())
    assert shown[0] == shown[1]
    bob.get_by_label("What is on your mind").fill("Plums, kept while closed.")
    press(bob, "Keep, sealed")
    expect(bob.get_by_text("Saved. Only you have these words.")).to_be_visible()
    assert "Plums" not in bob.content()
    own_words(bob).fill(couple.bob.passphrase)
    press(bob, "Open my pages")
    expect(bob.get_by_role("main")).to_contain_text("Plums, kept while closed.")


def test_close_now_closes_now(couple: Couple, bob: Page) -> None:
    keep_a_page(bob, "Medlars.")
    press(bob, "Close now")
    expect(heading(bob, "To open your pages")).to_be_visible()
    assert "Medlars" not in bob.content()
    begin_letter_closed(bob, couple.place)


def begin_letter_closed(page: Page, place: str) -> None:
    """Beginning a letter needs the passphrase, since what is written is shown again."""
    page.goto(f"{place}letters/new/")
    press(page, re.compile("Begin ?: An account"))
    expect(letter(page).or_(own_words(page)).first).to_be_visible()
