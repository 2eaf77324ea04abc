"""The keyboard alone, in every other flow: taking back, putting away, closing and opening, and what is in Settings."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESK, Couple, House, Open, Sittings
from tests.e2e.hands import Hands, hands
from tests.e2e.looking import lost_to_the_keyboard
from tests.e2e.people import Account, code_shown, heading, letter, saved, sign_up
from tests.e2e.test_leaving import is_away
from tests.e2e.test_live import news
from tests.e2e.test_passkeys import code_of, with_authenticator

pytestmark = pytest.mark.browser

HIS, HERS = "The rent of May was not paid.", "Nobody told me for weeks."
SMALL = {"width": 390, "height": 500}
SOON = "08:30"
"""By then a page says that it closes soon."""
FIRST = "I'm sorry if that hurt you, but you made me lie."


@pytest.fixture
def alice_and_bob(couple: Couple, sittings: Sittings, open_browser: Open) -> Iterator[tuple[Hands, ...]]:
    """The couple at two keyboards, signed in, both tiers open."""
    alice = sittings.sit_down(open_browser(DESK), couple.alice)
    bob = sittings.sit_down(open_browser(DESK), couple.bob)
    with hands(alice, bob) as both:
        yield both


def wish_it(hand: Hands, *, afraid: str = "No") -> None:
    """The two private questions."""
    hand.choose("Do I believe this?", "Yes")
    hand.choose("Am I afraid not to say it?", afraid)


def test_what_was_shown_can_be_taken_back(couple: Couple, alice_and_bob: tuple[Hands, ...]) -> None:
    """An account, one beside it, and both gone again."""
    alice, bob = alice_and_bob
    bob.page.goto(f"{couple.place}what-happened/")
    bob.press("link", "Show something to Alice")
    show_an_account(bob, HIS, "Alice")
    alice.page.goto(f"{couple.place}what-happened/")
    shown = alice.main.locator("section").filter(has_text=HIS)
    alice.press("link", "Put your own account beside it", inside=shown)
    show_an_account(alice, HERS, "Bob")
    bob.page.reload()
    expect(bob.main).to_contain_text(HERS)
    for hand, words in ((alice, HERS), (bob, HIS)):
        account = hand.page.get_by_role("article").filter(has_text=words)
        hand.unfold("Take back what you wrote", inside=account)
        hand.press("button", "Take it back", inside=account)
        expect(account).to_have_count(0)


def show_an_account(hand: Hands, words: str, name: str) -> None:
    hand.press("checkbox", re.compile("A lie"), "Space")
    hand.write(hand.page.get_by_role("textbox", name="What you want to show"), words)
    hand.choose("Your own part in it", "I was hurt")
    hand.press("button", f"See what {name} will see")
    expect(heading(hand.page, f"This is what {name} will see")).to_be_visible()
    wish_it(hand)
    hand.press("button", f"Show this to {name}")
    expect(heading(hand.page, "What happened")).to_be_visible()
    expect(hand.main).to_contain_text(words)


def test_a_letter_is_put_away_answered_written_again_and_taken_back(
    house: House, couple: Couple, alice_and_bob: tuple[Hands, ...]
) -> None:
    alice, bob = alice_and_bob
    write_with_the_pencil_beside(bob, couple.place)
    all_keys_close(house, bob, couple.bob)
    there = stop_and_send(bob)
    alice.press("link", "Show it", inside=news(alice.page))
    expect(news(alice.page)).to_have_count(0)
    put_it_away_and_lay_it_out(alice, couple.place, there)
    alice.press("button", "Read it now")
    expect(alice.page.get_by_role("article", name="The letter")).to_contain_text(FIRST)
    alice.choose("Your answer", "A part is missing")
    alice.press("checkbox", "What it did to me", "Space")
    answer(alice, "A part is missing")
    write_it_again(bob, there)
    alice.page.reload()
    expect(heading(alice.page, "A new version is here")).to_be_visible()
    alice.press("button", "Read it now")
    alice.choose("Your answer", "Not ready")
    answer(alice, "Not ready")
    alice.press("button", "Take back my answer")
    expect(alice.page.get_by_role("radio", name="Not ready")).not_to_be_checked()
    bob.page.reload()
    bob.press("link", "Take this letter back")
    bob.press("button", "Take it back")
    expect(heading(bob.page, "Letters")).to_be_visible()
    throw_a_draft_away(bob, couple.place)


def write_with_the_pencil_beside(bob: Hands, place: str) -> None:
    """Remarks come in pencil. One is waved away, then all of them; the hands stay beside the letter."""
    begin(bob, place, "An apology")
    bob.write(letter(bob.page), FIRST)
    pencil = bob.page.get_by_role("region", name="In pencil")
    expect(pencil.get_by_role("button", name="Not here")).to_have_count(2)
    bob.press("button", "Not here", inside=pencil)
    expect(pencil.get_by_role("button", name="Not here")).to_have_count(1)
    expect(heading(bob.page, "In pencil")).to_be_focused()
    bob.press("button", "Turn off", inside=pencil)
    expect(pencil).to_contain_text("No remarks are made.")
    expect(heading(bob.page, "In pencil")).to_be_focused()


def begin(hand: Hands, place: str, kind: str) -> None:
    hand.page.goto(f"{place}letters/new/")
    hand.press("button", re.compile(f"Begin ?: {kind}"))
    expect(letter(hand.page)).to_be_visible()


def all_keys_close(house: House, bob: Hands, account: Account) -> None:
    """While he writes. The passphrase is asked for over the letter, and the hands are back in it after that."""
    house.let_close(bob.page, "private", "shared")
    bob.go_to(letter(bob.page))
    bob.page.keyboard.press("End")
    bob.page.keyboard.type(" It was me.")
    dialog = bob.page.get_by_role("dialog", name="Your words are still here")
    expect(dialog.get_by_label("Your passphrase")).to_be_focused()
    bob.go_to(bob.page.get_by_role("button", name="Leave"))
    bob.write(dialog.get_by_label("Your passphrase"), account.passphrase)
    bob.page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(letter(bob.page)).to_be_focused()
    bob.page.keyboard.type(" I lied.")
    expect(letter(bob.page)).to_have_value(f"{FIRST} It was me. I lied.")
    saved(bob.page)


def stop_and_send(bob: Hands) -> str:
    """Afraid not to say it: help comes first. Then the answer is another one."""
    bob.press("button", "See what Alice will see")
    expect(heading(bob.page, "This is what Alice will see")).to_be_visible()
    wish_it(bob, afraid="Yes")
    bob.press("button", re.compile("^Send to Alice"))
    expect(heading(bob.page, "Stop here for a moment")).to_be_visible()
    wish_it(bob)
    bob.press("button", re.compile("^Send to Alice"))
    expect(heading(bob.page, "You have sent it")).to_be_visible()
    return bob.path


def put_it_away_and_lay_it_out(alice: Hands, place: str, there: str) -> None:
    row = alice.page.locator(f"a[href='{there}']")
    alice.page.goto(f"{place}letters/")
    alice.go_to(row)
    alice.page.keyboard.press("Enter")
    alice.press("button", "Put it away for a week")
    expect(heading(alice.page, "Letters")).to_be_visible()
    alice.unfold("Put away")
    alice.go_to(row)
    alice.page.keyboard.press("Enter")
    alice.press("button", "Lay it out again")
    expect(alice.page.get_by_role("button", name="Put it away for a week")).to_be_visible()


def answer(alice: Hands, word: str) -> None:
    """What is chosen, looked at once more, and sent."""
    alice.press("button", "See what Bob will see")
    expect(alice.page.get_by_role("article", name="Your answer")).to_contain_text(word)
    alice.press("button", "Send this answer to Bob")
    expect(heading(alice.page, word)).to_be_visible()


def write_it_again(bob: Hands, there: str) -> None:
    bob.page.goto(there)
    bob.press("button", "Write another version")
    bob.go_to(letter(bob.page))
    bob.page.keyboard.press("Control+End")
    bob.page.keyboard.type(" You lay awake.")
    bob.press("button", "See what Alice will see")
    expect(heading(bob.page, "This is what Alice will see")).to_be_visible()
    wish_it(bob)
    bob.press("button", "Send to Alice")
    expect(bob.page.get_by_role("article", name="Version 2")).to_contain_text("You lay awake.")


def throw_a_draft_away(bob: Hands, place: str) -> None:
    begin(bob, place, "First words")
    bob.unfold("Throw this draft away")
    bob.press("button", "Throw it away")
    expect(heading(bob.page, "Letters")).to_be_visible()


def test_kind_words_are_kept_out_of_sight_put_away_and_taken_back(
    couple: Couple, alice_and_bob: tuple[Hands, ...]
) -> None:
    alice, bob = alice_and_bob
    bob.page.goto(f"{couple.place}kind-words/")
    bob.unfold("If you want none now")
    bob.press("button", "For a week")
    expect(bob.page.get_by_role("button", name="Let them show again")).to_be_visible()
    write_down(alice, couple.place, "You shut the gate.")
    alice.press("button", "See what Bob will see")
    alice.press("button", "Give it to Bob")
    expect(heading(alice.page, "You gave this to Bob")).to_be_visible()
    look_for_it_and_put_it_away(bob)
    alice.press("link", "Take this back")
    alice.press("button", "Take it back")
    expect(heading(alice.page, "Kind words")).to_be_visible()
    keep_one_and_erase_it(alice, couple.place)
    write_down(alice, couple.place, "Not yet.")
    alice.unfold("Throw this draft away")
    alice.press("button", "Throw it away")
    expect(heading(alice.page, "Kind words")).to_be_visible()


def write_down(alice: Hands, place: str, words: str) -> None:
    alice.page.goto(f"{place}kind-words/")
    alice.press("button", "Write one down")
    alice.write(alice.page.get_by_label("I noticed"), words)


def look_for_it_and_put_it_away(bob: Hands) -> None:
    """It shows only to him who looks for it; put away, it can still be read."""
    bob.page.reload()
    bob.unfold("Look for what has come")
    bob.press("link", "A note from Alice", inside=bob.page.locator("details[open] details[open]"))
    bob.press("button", "Put it away")
    expect(heading(bob.page, "Kind words")).to_be_visible()
    bob.press("button", "Let them show again")
    expect(bob.page.get_by_role("button", name="Let them show again")).to_have_count(0)
    bob.unfold("Put away")
    bob.press("link", "A note from Alice", inside=bob.page.locator("details[open]"))
    bob.press("button", "Read it")
    expect(bob.page.get_by_role("article", name="The note")).to_contain_text("You shut the gate.")


def keep_one_and_erase_it(alice: Hands, place: str) -> None:
    write_down(alice, place, "I slept till six.")
    alice.press("button", "Keep it for me")
    expect(heading(alice.page, "What I noticed")).to_be_visible()
    one = alice.page.get_by_role("listitem").filter(has_text="I slept till six.")
    alice.unfold("Erase this", inside=one)
    alice.press("button", "Erase this", inside=one)
    expect(one).to_have_count(0)


def test_pages_that_close_are_kept_open_or_opened_again(
    couple: Couple, alice_and_bob: tuple[Hands, ...]
) -> None:
    alice, bob = alice_and_bob
    alice.page.clock.install()
    nothing_is_under_the_line_that_says_so(alice)
    keep_the_page_open(alice)
    bob.page.goto("/settings/")
    bob.press("button", "Close my pages now")
    expect(heading(bob.page, "Settings")).to_be_visible()
    bob.page.goto("/mine/journal/")
    bob.write(bob.main.get_by_label("Your passphrase"), "these are not the words")
    bob.press("button", "Open my pages")
    passphrase = bob.main.get_by_label("Your passphrase")
    expect(passphrase).to_have_accessible_description(re.compile("does not open"))
    expect(passphrase).to_be_focused()
    bob.write(passphrase, couple.bob.passphrase)
    bob.page.keyboard.press("Enter")
    expect(bob.page.get_by_role("button", name="Close now")).to_be_visible()
    bob.press("button", "Close now")
    expect(heading(bob.page, "To open your pages")).to_be_visible()
    bob.page.goto(f"{couple.place}letters/")
    bob.press("link", "Open them")
    expect(heading(bob.page, "Your pages are closed")).to_be_visible()
    bob.write(bob.main.get_by_label("Your passphrase"), couple.bob.passphrase)
    bob.press("button", "Open my pages")
    expect(heading(bob.page, "Letters")).to_be_visible()
    expect(bob.page.get_by_role("link", name="Open them")).to_have_count(0)
    bob.press("button", re.compile("^Leave"))
    is_away(bob.page)


def nothing_is_under_the_line_that_says_so(alice: Hands) -> None:
    """In a small window: what has the focus is seen above it."""
    alice.page.goto("/mine/what-happened/new/")
    alice.page.set_viewport_size(SMALL)
    alice.page.clock.fast_forward(SOON)
    expect(alice.page.get_by_role("button", name="Keep it open")).to_be_visible()
    assert lost_to_the_keyboard(alice.page) == []
    alice.page.set_viewport_size(DESK)


def keep_the_page_open(alice: Hands) -> None:
    """She is told in time, says that it shall stay, and goes on with the word that she was writing."""
    alice.page.goto("/mine/journal/")
    words = alice.page.get_by_label("What is on your mind")
    alice.write(words, "Half a")
    alice.page.clock.fast_forward(SOON)
    stay = alice.page.get_by_role("button", name="Keep it open")
    alice.go_to(stay)
    alice.page.keyboard.press("Enter")
    expect(stay).to_be_hidden()
    expect(words).to_be_focused()
    alice.page.keyboard.type(" thought")
    expect(words).to_have_value("Half a thought")


@pytest.fixture
def newcomer(open_browser: Open) -> Iterator[tuple[Hands, Hands, Account]]:
    """Somebody new at her keyboard, at another one, where nobody is signed in yet, and what she has on paper."""
    page, elsewhere = open_browser(DESK), open_browser(DESK)
    account = sign_up(page, "Ada", "ada")
    with hands(page, elsewhere) as (ada, other):
        yield ada, other, account


def test_the_day_and_what_is_known_of_oneself(newcomer: tuple[Hands, Hands, Account]) -> None:
    ada, _, account = newcomer
    put_things_off(ada)
    rewrite_what_happened_and_erase_it(ada)
    set_the_day(ada)
    give_an_address_and_take_it_away(ada)
    confirm_the_code_and_make_another(ada, account)
    find_help(ada)


def put_things_off(ada: Hands) -> None:
    ada.page.goto("/home/")
    first = ada.main.locator("#next-thing").inner_text()
    ada.press("button", "Not today")
    expect(ada.main.locator("#next-thing")).not_to_have_text(first)
    ada.press("button", "Enough for today")
    expect(ada.main).to_contain_text("Nothing more is suggested until tomorrow.")


def rewrite_what_happened_and_erase_it(ada: Hands) -> None:
    ada.page.goto("/mine/what-happened/")
    ada.press("link", "Name what happened", inside=ada.main)
    ada.press("checkbox", re.compile("A lie"), "Space")
    ada.press("button", "Keep, sealed")
    ada.press("link", re.compile("A lie"))
    ada.write(ada.page.get_by_label("When was it?"), "In May")
    ada.press("button", "Keep, sealed")
    ada.press("link", re.compile("A lie.*In May"))
    ada.unfold("Erase this")
    ada.press("button", "Erase this")
    expect(ada.main).to_contain_text("Nothing is named yet.")


def set_the_day(ada: Hands) -> None:
    ada.page.goto("/settings/day/")
    for label, words in (("From", "18:00"), ("Until", "21:30")):
        ada.go_to(ada.page.get_by_label(label, exact=True))
        ada.page.keyboard.type(words)
    ada.press("button", "Save")
    expect(ada.main.get_by_text("Saved", exact=True)).to_be_visible()
    for label, words in (("From", "18:00"), ("Until", "21:30")):
        expect(ada.page.get_by_label(label, exact=True).locator("option:checked")).to_have_text(words)


def give_an_address_and_take_it_away(ada: Hands) -> None:
    ada.page.goto("/settings/email/")
    ada.write(ada.page.get_by_label("E-mail address"), "ada@example.org")
    ada.page.keyboard.press("Enter")
    ada.press("button", "Take it away")
    expect(ada.page.get_by_role("button", name="Take it away")).to_have_count(0)


def confirm_the_code_and_make_another(ada: Hands, account: Account) -> None:
    ada.page.goto("/settings/recovery/")
    ada.write(ada.page.get_by_label("Type the code from your paper"), account.code)
    ada.press("button", "Try the code")
    expect(ada.page.get_by_text("The code works.")).to_be_visible()
    ada.write(ada.main.get_by_label("Your passphrase"), account.passphrase)
    ada.press("button", "Make a new code")
    expect(heading(ada.page, "Write this code on paper")).to_be_visible()
    ada.write(ada.page.get_by_label("Type the code to confirm"), code_shown(ada.page))
    ada.press("button", "Confirm")
    expect(ada.page.get_by_text("The code works.")).to_be_visible()


def find_help(ada: Hands) -> None:
    ada.press("link", "Help")
    ada.press("link", "Numbers to call", inside=ada.main)
    expect(ada.main.get_by_role("heading", name="Numbers to call", level=1)).to_be_visible()
    ada.page.goto("/mine/")
    ada.press("link", "The first days, when you were hurt")
    expect(ada.page).to_have_url(re.compile("/first-days/hurt/"))


def test_signing_in_elsewhere_with_codes_and_with_a_passkey(newcomer: tuple[Hands, Hands, Account]) -> None:
    ada, other, account = newcomer
    other.sign_in(account)
    end_the_other_visit(ada, other, "End it")
    sign_in_with_a_code(other, account, ada.ask_for_codes(account))
    end_the_other_visit(ada, other, "End all but this one")
    take_away(ada, account, "Codes of an app")
    with_authenticator(ada.page)
    ada.press("link", "Make a passkey")
    ada.write(ada.main.get_by_label("Your passphrase"), account.passphrase)
    ada.page.keyboard.press("Enter")
    expect(ada.page.get_by_text("It opens everything here by itself.")).to_be_visible()
    ada.page.goto("/settings/")
    ada.press("button", "Sign out")
    expect(ada.page.get_by_role("link", name="Start a private place")).to_be_visible()
    ada.page.goto("/sign-in/")
    ada.press("button", "Use a passkey")
    expect(ada.page.get_by_role("navigation", name="Rooms")).to_be_visible()
    take_away(ada, account, re.compile("^Passkey"))


def end_the_other_visit(ada: Hands, other: Hands, button: str) -> None:
    ada.page.goto("/settings/sessions/")
    ada.press("button", button)
    expect(ada.page.get_by_role("button", name=re.compile("^End"))).to_have_count(0)
    other.page.goto("/home/")
    expect(other.page.get_by_label("Sign-in name")).to_be_visible()


def sign_in_with_a_code(other: Hands, account: Account, seed: str) -> None:
    other.name_oneself(account)
    expect(heading(other.page, "One more step")).to_be_visible()
    other.write(other.page.get_by_role("textbox", name="The six digits"), code_of(other.page, seed, 1))
    other.page.keyboard.press("Enter")
    expect(other.page.get_by_role("navigation", name="Rooms")).to_be_visible()


def take_away(ada: Hands, account: Account, name: str | re.Pattern[str]) -> None:
    ada.page.goto("/settings/ways/")
    ada.press("link", name, inside=ada.main)
    ada.write(ada.main.get_by_label("Your passphrase"), account.passphrase)
    ada.press("button", "Take it away")
    expect(ada.page.get_by_text("It is taken away.")).to_be_visible()
