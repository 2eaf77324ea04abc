"""Kind words between two browsers: given and seen to have come, not wanted, taken back, kept for oneself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Couple
from tests.e2e.people import heading, no_barrier, path_of, press, saved
from tests.e2e.test_live import news

pytestmark = pytest.mark.browser


def written(page: Page, place: str, noticed: str, meant: str = "") -> str:
    """A draft with these words, kept as it grows. Returns its path."""
    page.goto(f"{place}kind-words/")
    no_barrier(page)
    press(page, "Write one down")
    page.get_by_label("I noticed").fill(noticed)
    page.get_by_label("What it meant to me").fill(meant)
    saved(page)
    no_barrier(page)
    return path_of(page)


def given(page: Page, name: str) -> str:
    """Give what is written. Returns the path of the note."""
    press(page, f"See what {name} will see")
    expect(heading(page, f"This is what {name} will see")).to_be_visible()
    no_barrier(page)
    press(page, f"Give it to {name}")
    expect(heading(page, f"You gave this to {name}")).to_be_visible()
    no_barrier(page)
    return path_of(page)


def test_given_seen_read_and_taken_back(couple: Couple, two_at_home: tuple[Page, Page]) -> None:
    alice, bob = two_at_home
    bob.goto("/home/")
    expect(news(bob)).to_be_hidden()
    written(alice, couple.place, "You put the phone away.", "I could taste the soup.")
    expect(news(bob)).to_be_hidden()
    note = given(alice, "Bob")
    expect(news(bob)).to_be_visible()
    news(bob).get_by_role("link", name="Show it").click()
    row = bob.get_by_role("link", name="A note from Alice")
    expect(row).to_be_visible()
    expect(bob.get_by_role("main")).not_to_contain_text("soup")
    no_barrier(bob)
    row.click()
    press(bob, "A note from Alice")
    expect(heading(bob, "A note from Alice is here")).to_be_visible()
    expect(bob.get_by_role("main")).not_to_contain_text("soup")
    no_barrier(bob)
    press(bob, "Read it")
    expect(bob.get_by_role("article")).to_contain_text("I could taste the soup.")
    no_barrier(bob)
    alice.goto(note)
    press(alice, "Take this back")
    expect(alice.get_by_role("button", name="Take it back")).to_be_visible()
    no_barrier(alice)
    press(alice, "Take it back")
    expect(heading(alice, "Kind words")).to_be_visible()
    bob.reload()
    expect(heading(bob, "Something was here that was taken back.")).to_be_visible()
    no_barrier(bob)


def test_who_wants_none_sees_none(couple: Couple, two_at_home: tuple[Page, Page]) -> None:
    alice, bob = two_at_home
    bob.goto(f"{couple.place}kind-words/")
    bob.get_by_text("If you want none now").click()
    no_barrier(bob)
    press(bob, "For a week")
    expect(bob.get_by_role("button", name="Let them show again")).to_be_visible()
    no_barrier(bob)
    bob.goto("/home/")
    written(alice, couple.place, "You waited at the bus stop.")
    with bob.expect_response("**/live/news/") as asked:
        given(alice, "Bob")
    assert asked.value.json() == {"news": False}
    expect(news(bob)).to_be_hidden()
    bob.reload()
    expect(bob.get_by_role("main")).not_to_contain_text("A note from")
    bob.goto(f"{couple.place}kind-words/")
    bob.get_by_text("Look for what has come").click()
    bob.get_by_role("main").get_by_role("link", name="A note from Alice").first.click()
    press(bob, "Put it away")
    expect(heading(bob, "Kind words")).to_be_visible()
    press(bob, "Let them show again")
    bob.get_by_text("Put away", exact=True).click()
    expect(bob.get_by_text("You put this away.").first).to_be_visible()
    no_barrier(bob)


def test_kept_for_oneself_with_a_remark_in_pencil(couple: Couple, alice: Page) -> None:
    draft = written(alice, couple.place, "Thank you for finally getting over it.")
    expect(alice.get_by_text("no more room for what they feel")).to_be_visible()
    alice.get_by_label("I noticed").fill("You stayed when I cried.")
    expect(alice.get_by_text("No remarks.")).to_be_visible()
    alice.goto(draft)
    expect(alice.get_by_label("I noticed")).to_have_value("You stayed when I cried.")
    press(alice, "Keep it for me")
    expect(heading(alice, "What I noticed")).to_be_visible()
    expect(alice.get_by_role("main")).to_contain_text("You stayed when I cried.")
    no_barrier(alice)
    alice.get_by_text("Erase this").first.click()
    alice.get_by_role("button", name="Erase this").first.click()
    expect(alice.get_by_role("main")).not_to_contain_text("You stayed when I cried.")
    press(alice, "Close now")
    alice.goto("/mine/noticed/")
    no_barrier(alice)
    alice.get_by_label("I noticed").fill("The light was on.")
    press(alice, "Keep, sealed")
    expect(alice.get_by_text("Saved. Only you have these words.")).to_be_visible()


def test_a_box_that_holds_too_much_says_so_beside_it(couple: Couple, alice: Page) -> None:
    alice.goto("/mine/noticed/")
    alice.get_by_label("What it meant to me").fill("x" * 502)
    expect(alice.get_by_text("2 characters too many").first).to_be_visible()
    alice.get_by_label("I noticed").fill("You rang.")
    press(alice, "Keep, sealed")
    expect(alice.get_by_label("What it meant to me")).to_have_attribute("aria-invalid", "true")
    expect(alice.get_by_label("I noticed")).to_have_value("You rang.")
    no_barrier(alice)
