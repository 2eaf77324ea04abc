"""The product's main job, on real input: from a breach to a letter that is answered, revised and answered again.

Two people, two phones. What one keeps for oneself never reaches the other's browser, and opening a letter changes
nothing that its writer can see.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Couple, House, Open
from tests.e2e.people import (
    answer,
    answer_letter,
    begin_letter,
    heading,
    keep_a_page,
    letter,
    look_and_send,
    no_barrier,
    pair,
    path_of,
    press,
    saved,
    sign_up,
)
from tests.e2e.walking import masked, walk

pytestmark = pytest.mark.browser

HER_PAGE, HIS_PAGE = "I do not know what to think tonight.", "She knows now. My hands shake."
HER_VIEW = "The loan, and that I was told it was fine."
HIS_ACCOUNT = "I took out a loan in January and hid it. I lied when I was asked."
HER_ACCOUNT = "I found it in a letter from the bank. I had asked three times."
FIRST = (
    "I took out a loan in January and hid it from you. I lied when you asked. I'm sorry if that hurt you, but you made "
    "me lie."
)
BETTER = (
    "I took out a loan in January and hid it from you. I lied when you asked, three times. That was wrong, "
    "and it was my choice. You doubted your own eyes because of me. I am sorry that I did that. I show you the "
    "statement each month."
)
WAITING = "A letter with an account of what happened"
HER_WORDS = "What it did to me is not in it."


def name_a_breach(page: Page) -> None:
    page.goto("/mine/what-happened/")
    no_barrier(page)
    press(page, "Name what happened")
    page.get_by_role("checkbox", name="A lie, or something hidden").check()
    page.get_by_label("How you see it").fill(HER_VIEW)
    no_barrier(page)
    press(page, "Keep, sealed")
    expect(page.get_by_role("main")).to_contain_text("Saved. Only you have these words.")
    expect(page.get_by_role("main")).to_contain_text("A lie, or something hidden")
    no_barrier(page)


def show_what_happened(page: Page, place: str, name: str, part: str, words: str, button: str) -> None:
    """Put one's own account into the place for two, after the two private questions."""
    page.goto(f"{place}what-happened/")
    press(page, button)
    page.get_by_role("checkbox", name="A lie, or something hidden").check()
    page.get_by_role("textbox", name="What you want to show").fill(words)
    answer(page, "Your own part in it", part)
    no_barrier(page)
    press(page, f"See what {name} will see")
    expect(page.get_by_role("article")).to_contain_text(words)
    answer(page, "Do I believe this?", "Yes")
    answer(page, "Am I afraid not to say it?", "No")
    no_barrier(page)
    page.get_by_role("button", name=f"Show this to {name}").click()
    expect(heading(page, "What happened")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(words)
    no_barrier(page)


def write_with_the_pencil_beside(page: Page, place: str) -> None:
    """The draft is kept as it grows; remarks come in pencil; one is waved away and stays away."""
    begin_letter(page, place, "An account")
    letter(page).press_sequentially(FIRST, delay=2)
    saved(page)
    pencil = page.get_by_role("region", name="In pencil")
    expect(pencil.get_by_role("button", name="Not here")).to_have_count(2)
    expect(page.get_by_role("link", name="2 in pencil")).to_be_visible()
    no_barrier(page)
    pencil.get_by_role("button", name="Not here").first.click()
    expect(pencil.get_by_role("button", name="Not here")).to_have_count(1)
    saved(page)
    page.reload()
    expect(letter(page)).to_have_value(FIRST)
    expect(pencil.get_by_role("button", name="Not here")).to_have_count(1)


def be_asked_first_and_send(page: Page) -> None:
    """Afraid not to say it: help comes first. Then the answer is another one, and the letter goes."""
    press(page, "See what Alice will see")
    expect(page.get_by_role("article", name="The letter")).to_contain_text("hid it from you")
    no_barrier(page)
    answer(page, "Do I believe this?", "Yes")
    answer(page, "Am I afraid not to say it?", "Yes")
    page.get_by_role("button", name="Send to Alice").last.click()
    expect(heading(page, "Stop here for a moment")).to_be_visible()
    expect(page.get_by_role("link", name="Help, and people to talk to")).to_be_visible()
    no_barrier(page)
    # The answers were not kept, not even on the page: both are given again.
    answer(page, "Do I believe this?", "Yes")
    answer(page, "Am I afraid not to say it?", "No")
    page.get_by_role("button", name="Send to Alice").last.click()
    expect(heading(page, "You have sent it")).to_be_visible()
    no_barrier(page)


def find_it_and_put_it_away(page: Page, place: str) -> None:
    """She sees that a letter waits and of which kind, and nothing of what is in it."""
    page.goto("/home/")
    expect(page.get_by_role("link", name=re.compile(f"{WAITING} from ?Bob"))).to_be_visible()
    page.goto(f"{place}letters/")
    no_barrier(page)
    page.get_by_role("link", name=WAITING).click()
    expect(heading(page, f"{WAITING} is here")).to_be_visible()
    expect(page.get_by_role("main")).not_to_contain_text("loan")
    no_barrier(page)
    press(page, "Put it away for a week")
    page.goto("/home/")
    expect(page.get_by_role("main")).not_to_contain_text(WAITING)
    page.goto(f"{place}letters/")
    page.get_by_text("Put away", exact=True).click()
    page.get_by_role("link", name=WAITING).click()
    expect(page.get_by_role("button", name="Lay it out again")).to_be_visible()
    no_barrier(page)
    press(page, "Lay it out again")
    expect(page.get_by_role("main")).not_to_contain_text("loan")


OTHER_EACH_TIME = ("/settings/passphrase/", "/settings/ways/codes/")


def seen_by(page: Page) -> dict[str, str]:
    """All that somebody can see, to the byte; without the pages that offer other words at each visit."""
    return {path: masked(html) for path, html in walk(page).items() if path not in OTHER_EACH_TIME}


def open_letter(page: Page, words: str) -> None:
    press(page, "Read it now")
    expect(page.get_by_role("article", name="The letter")).to_contain_text(words)
    no_barrier(page)


def revise(page: Page, place: str) -> None:
    """He reads what is missing, writes another version beside the first, and sends it."""
    page.goto("/home/")
    page.get_by_role("link", name="An answer from Alice").click()
    expect(heading(page, "Alice misses a part")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("What it did to me")
    expect(page.get_by_role("main")).to_contain_text(HER_WORDS)
    no_barrier(page)
    press(page, "Write another version")
    expect(letter(page)).to_have_value(FIRST)
    expect(page.get_by_role("main")).to_contain_text(HER_WORDS)
    expect(page.get_by_text("The version that Alice has")).to_be_visible()
    letter(page).fill(BETTER)
    saved(page)
    no_barrier(page)
    look_and_send(page, "Alice")
    expect(page.get_by_role("article", name="Version 1")).to_contain_text("you made me lie")
    expect(page.get_by_role("article", name="Version 2")).to_contain_text("You doubted your own eyes")
    no_barrier(page)


def test_from_a_breach_to_an_answered_letter(open_browser: Open) -> None:
    alice, bob = open_browser(), open_browser()
    sign_up(alice, "Alice", "alice")
    sign_up(bob, "Bob", "bob")
    name_a_breach(alice)
    keep_a_page(alice, HER_PAGE)
    keep_a_page(bob, HIS_PAGE)
    place = pair(alice, bob)
    show_what_happened(bob, place, "Alice", "I broke trust", HIS_ACCOUNT, "Show something to Alice")
    show_what_happened(alice, place, "Bob", "I was hurt", HER_ACCOUNT, "Put your own account beside it")
    expect(alice.get_by_role("main")).to_contain_text(HIS_ACCOUNT)

    write_with_the_pencil_beside(bob, place)
    be_asked_first_and_send(bob)
    his = path_of(bob)
    find_it_and_put_it_away(alice, place)
    before = seen_by(bob)
    open_letter(alice, "I lied when you asked.")
    assert seen_by(bob) == before

    answer_letter(alice, "Bob", "A part is missing", "What it did to me", words=HER_WORDS)
    no_barrier(alice)
    revise(bob, place)
    alice.reload()
    expect(heading(alice, "A new version is here")).to_be_visible()
    open_letter(alice, "You doubted your own eyes")
    answer_letter(alice, "Bob", "I feel heard")
    bob.goto(his)
    expect(heading(bob, "Alice feels heard")).to_be_visible()
    no_barrier(bob)

    at_alice, at_bob = "".join(walk(alice).values()), "".join(walk(bob).values())
    assert HER_PAGE in at_alice and HIS_PAGE in at_bob
    for hers in (HER_PAGE, HER_VIEW):
        assert hers not in at_bob
    assert HIS_PAGE not in at_alice


def test_a_letter_that_was_taken_back_leaves_a_gap(couple: Couple, two_at_home: tuple[Page, Page]) -> None:
    alice, bob = two_at_home
    begin_letter(bob, couple.place, "An apology")
    letter(bob).fill("Written too late at night. I am sorry that I lied.")
    saved(bob)
    look_and_send(bob, "Alice")
    sent = path_of(bob)
    alice.goto(sent)
    open_letter(alice, "Written too late at night.")
    bob.goto(sent)
    press(bob, "Take this letter back")
    expect(bob.get_by_role("button", name="Take it back")).to_be_visible()
    no_barrier(bob)
    press(bob, "Take it back")
    expect(heading(bob, "Letters")).to_be_visible()
    for page in (alice, bob):
        page.goto(sent)
        expect(page.get_by_role("main")).to_contain_text(
            "taken back" if page is alice else "took this letter back"
        )
        expect(page.get_by_role("main")).not_to_contain_text("late at night")
        no_barrier(page)
        page.goto(f"{couple.place}letters/")
        expect(page.get_by_role("main")).to_contain_text("Something was here that was taken back.")
        no_barrier(page)


def test_what_is_written_lies_nowhere_in_the_clear(house: House, couple: Couple, bob: Page) -> None:
    keep_a_page(bob, "Marmalade on the balcony.")
    begin_letter(bob, couple.place, "First words")
    letter(bob).fill("Marmalade on the stairs.")
    saved(bob)
    files = [path for path in house.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if b"armalade" in path.read_bytes()]
    assert "armalade" not in "".join(house.said)
    kept = bob.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert "armalade" not in kept
