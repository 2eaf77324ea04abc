"""Everyday mishaps: pressed twice, gone back, written in two places, no connection, far too much, and no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Couple, Open
from tests.e2e.people import (
    answer,
    answer_and_send,
    begin_letter,
    heading,
    letter,
    look_and_send,
    no_barrier,
    path_of,
    press,
    saved,
    sign_in,
    sign_up,
    until,
)

pytestmark = pytest.mark.browser

MEGABYTE = ("All of it, again and again. " * 30 + "\n\n") * 1250
OVER = "x" * 20_001
FLIPPED = "\u202eI am not the one who lied\u202c \u2066and so on"
HEBREW = "שלום, זה הדף שלי"


def paste(paper: Locator, text: str) -> None:
    """As a script sees a paste: the words are there, and one event says so. Typing them would take minutes."""
    paper.evaluate(
        """(paper, text) => {
          paper.value = text;
          paper.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
        }""",
        text,
    )


def how_many(page: Page, place: str, words: str) -> int:
    """How often the page of letters names something."""
    page.goto(f"{place}letters/")
    return page.get_by_role("main").get_by_role("link").filter(has_text=words).count()


def ready_to_send(page: Page, place: str, kind: str, text: str) -> None:
    begin_letter(page, place, kind)
    letter(page).fill(text)
    saved(page)
    press(page, "See what Alice will see")
    answer(page, "Do I believe this?", "Yes")
    answer(page, "Am I afraid not to say it?", "No")


def test_pressed_twice_it_is_sent_once(couple: Couple, bob: Page) -> None:
    before = how_many(bob, couple.place, "An apology")
    ready_to_send(bob, couple.place, "An apology", "I am sorry that I read your diary.")
    bob.get_by_role("button", name="Send to Alice").dblclick()
    expect(heading(bob, "You have sent it")).to_be_visible()
    assert how_many(bob, couple.place, "An apology") == before + 1


def test_back_after_sending_shows_no_second_way_to_send(couple: Couple, bob: Page) -> None:
    ready_to_send(bob, couple.place, "A letter about their sorrow", "I think you were alone with it.")
    bob.get_by_role("button", name="Send to Alice").click()
    expect(heading(bob, "You have sent it")).to_be_visible()
    sent = path_of(bob)
    for _ in range(2):
        bob.go_back()
        expect(bob.get_by_role("button", name="Send to Alice")).to_have_count(0)
        expect(bob.get_by_role("main").get_by_role("heading").first).to_be_visible()
        no_barrier(bob)
    assert how_many(bob, couple.place, "A letter about their sorrow") == 1
    bob.goto(sent)
    expect(bob.get_by_role("main")).to_contain_text("I think you were alone with it.")


def test_two_tabs_write_on_one_draft_and_both_are_kept(couple: Couple, bob: Page) -> None:
    draft = begin_letter(bob, couple.place, "An account")
    other = bob.context.new_page()
    other.goto(draft)
    letter(bob).fill("Written at the kitchen table.")
    saved(bob)
    letter(other).fill("Written on the train.")
    saved(other)
    expect(other.get_by_text("Both are kept")).to_be_visible()
    no_barrier(other)
    letter(bob).fill("Written at the kitchen table, in the morning.")
    saved(bob)
    letter(other).fill("Written on the train, at night.")
    saved(other)
    bob.goto(f"{couple.place}letters/")
    for text in ("at the kitchen table, in the morning", "on the train, at night"):
        assert bob.get_by_role("link").filter(has_text=text).count() == 1


def test_without_a_connection_the_words_wait_on_the_page(couple: Couple, bob: Page) -> None:
    draft = begin_letter(bob, couple.place, "An account")
    letter(bob).fill("Before the tunnel.")
    saved(bob)
    bob.context.set_offline(True)
    letter(bob).fill("Before the tunnel. In the tunnel.")
    expect(bob.get_by_role("main").get_by_text("Not saved yet").first).to_be_visible()
    expect(letter(bob)).to_have_value("Before the tunnel. In the tunnel.")
    bob.context.set_offline(False)
    saved(bob)
    bob.goto(draft)
    expect(letter(bob)).to_have_value("Before the tunnel. In the tunnel.")


def test_what_is_written_before_the_page_is_whole_is_kept(couple: Couple, bob: Page) -> None:
    """On a slow line the words come before the script that keeps them; nothing called saved is lost."""
    draft = begin_letter(bob, couple.place, "An account")
    with bob.expect_event("requestfinished", lambda asked: "autosave" in asked.url):
        bob.route("**/autosave*.js", lambda route: (bob.wait_for_timeout(800), route.continue_()))
        bob.goto(draft, wait_until="commit")
        letter(bob).fill("Written too early.")
    bob.unroute_all()
    expect(bob.locator("[data-keep-state]")).to_have_attribute("data-state", "saved")
    bob.goto(draft)
    expect(letter(bob)).to_have_value("Written too early.")


def test_a_megabyte_in_a_letter(couple: Couple, bob: Page) -> None:
    begin_letter(bob, couple.place, "An account")
    paste(letter(bob), MEGABYTE)
    expect(bob.get_by_role("main").get_by_text("longer than fits").first).to_be_visible()
    press(bob, "See what Alice will see")
    expect(letter(bob)).to_have_accessible_description(re.compile("longer than fits"))
    assert letter(bob).input_value().strip() == MEGABYTE.strip()
    letter(bob).fill("All of it.")
    saved(bob)


def test_a_megabyte_in_the_journal(bob: Page) -> None:
    bob.goto("/mine/journal/")
    page = bob.get_by_label("What is on your mind")
    paste(page, MEGABYTE)
    press(bob, "Keep, sealed")
    expect(page).to_have_accessible_description(re.compile("longer than fits"))
    assert page.input_value().strip() == MEGABYTE.strip()
    page.fill("Less.")
    press(bob, "Keep, sealed")
    expect(bob.get_by_role("main")).to_contain_text("Less.")


def test_more_than_a_request_may_hold(bob: Page) -> None:
    """Five megabytes: a plain answer. It is sent at once, since the browser takes long to show as much."""
    bob.goto("/mine/journal/")
    with bob.expect_navigation():
        bob.get_by_label("What is on your mind").evaluate(
            "(page, text) => { page.value = text; page.form.requestSubmit(); }", MEGABYTE * 5
        )
    expect(heading(bob, "That is too long for one go")).to_be_visible()
    no_barrier(bob)


def test_nothing_and_one_sign_too_many(couple: Couple, bob: Page) -> None:
    begin_letter(bob, couple.place, "An account")
    press(bob, "See what Alice will see")
    expect(bob.get_by_role("main")).to_contain_text("nothing in the letter yet")
    expect(bob.get_by_role("button", name="Send to Alice")).to_have_count(0)
    no_barrier(bob)
    press(bob, "Back to the letter")
    letter(bob).fill(OVER)
    saved(bob)
    press(bob, "See what Alice will see")
    expect(bob.get_by_role("main")).to_contain_text("longer than fits")
    expect(bob.get_by_role("button", name="Send to Alice")).to_have_count(0)
    no_barrier(bob)
    press(bob, "Back to the letter")
    expect(letter(bob)).to_have_value(OVER)
    letter(bob).fill(OVER[1:])
    saved(bob)
    look_and_send(bob, "Alice")


def test_an_empty_journal_page_and_one_too_long(bob: Page) -> None:
    bob.goto("/mine/journal/")
    page = bob.get_by_label("What is on your mind")
    for text, says in (
        ("", "Write a line first"),
        ("\u200b \n", "Write a line first"),
        (OVER, "longer than fits"),
    ):
        page.fill(text)
        with bob.expect_navigation():
            press(bob, "Keep, sealed")
        expect(page).to_have_accessible_description(re.compile(says))
        no_barrier(bob)
    expect(page).to_have_value(OVER)


def test_control_and_direction_signs_do_no_harm(couple: Couple, two_at_home: tuple[Page, Page]) -> None:
    """What flips text is taken out; what is written from right to left stays so, within its paragraph."""
    alice, bob = two_at_home
    begin_letter(bob, couple.place, "First words")
    letter(bob).fill(f"A bell\x07 and a null\x00.\n\n{FLIPPED}\n\n{HEBREW}")
    saved(bob)
    look_and_send(bob, "Alice")
    alice.goto(path_of(bob))
    press(alice, "Read it now")
    paper = alice.get_by_role("article", name="The letter")
    expect(paper).to_contain_text("A bell and a null.")
    expect(paper).to_contain_text("I am not the one who lied")
    expect(paper).to_contain_text(HEBREW)
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069]", paper.inner_text())
    directions = paper.get_by_role("paragraph").evaluate_all(
        "all => all.map(each => getComputedStyle(each).direction)"
    )
    assert directions == ["ltr", "ltr", "rtl"]
    assert alice.evaluate("getComputedStyle(document.body).direction") == "ltr"
    assert alice.evaluate("document.documentElement.scrollWidth <= innerWidth")
    no_barrier(alice)


def test_a_name_that_flips_does_not_flip_the_page(open_browser: Open) -> None:
    page = open_browser()
    sign_up(page, "\u202ebob\u202c אליס", "flip")
    expect(heading(page, "bob אליס")).to_be_visible()
    assert not re.search("[\u202a-\u202e]", page.content())
    no_barrier(page)


def test_everything_works_without_scripts(couple: Couple, open_browser: Open) -> None:
    """Sign-up, journal, a letter with the pencil beside it, the sending, and leaving."""
    carol = open_browser(java_script_enabled=False)
    sign_up_plainly(carol)
    carol.goto("/mine/journal/")
    carol.get_by_label("What is on your mind").fill("Written by hand.")
    press(carol, "Keep, sealed")
    expect(carol.get_by_role("main")).to_contain_text("Written by hand.")

    bob = open_browser(java_script_enabled=False)
    sign_in(bob, couple.bob)
    begin_letter(bob, couple.place, "An apology")
    letter(bob).fill("I'm sorry if that hurt you. I lied.")
    press(bob, "Save")
    expect(letter(bob)).to_have_value("I'm sorry if that hurt you. I lied.")
    bob.get_by_role("button", name="Not here").first.click()
    expect(bob.get_by_role("button", name="Not here")).to_have_count(0)
    letter(bob).fill("I am sorry that I lied.")
    press(bob, "See what Alice will see")
    answer_and_send(bob, "Alice")
    sent = path_of(bob)
    bob.get_by_role("button", name="Leave").click()
    expect(heading(bob, "Kitchen measures")).to_be_visible()
    bob.goto(sent)
    expect(heading(bob, "Kitchen measures")).to_be_visible()


def sign_up_plainly(page: Page) -> None:
    page.goto("/sign-up/")
    page.get_by_label("What shall we call you?").fill("Carol")
    page.get_by_label("A name to sign in with").fill("carol")
    page.get_by_label("I know that this is not therapy").check()
    page.get_by_role("button", name="Start").last.click()
    expect(heading(page, "Write these two on paper")).to_be_visible()
    page.get_by_role("link", name="Confirm tomorrow").click()
    expect(page.get_by_role("navigation", name="Rooms")).to_be_visible()


def test_pressed_twice_without_scripts_it_is_sent_once(couple: Couple, open_browser: Open) -> None:
    bob = open_browser(java_script_enabled=False)
    sign_in(bob, couple.bob)
    before = how_many(bob, couple.place, "First words")
    begin_letter(bob, couple.place, "First words")
    letter(bob).fill("It was me.")
    press(bob, "See what Alice will see")
    answer(bob, "Do I believe this?", "Yes")
    answer(bob, "Am I afraid not to say it?", "No")
    bob.get_by_role("button", name="Send to Alice").dblclick()
    until(bob, lambda: "/draft/" not in bob.url)
    expect(heading(bob, "You have sent it")).to_be_visible()
    assert how_many(bob, couple.place, "First words") == before + 1
