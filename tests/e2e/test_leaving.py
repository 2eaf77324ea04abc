"""Leaving at once, from every kind of page: by the button, or by Shift three times."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import DESK, PHONE, Couple, House, Open
from tests.e2e.people import begin_letter, heading, keep_a_page, letter, saved, sign_in, until

pytestmark = pytest.mark.browser

Way = Callable[[Page], None]
NEUTRAL = "Kitchen measures"


def by_button(page: Page) -> None:
    page.get_by_role("button", name="Leave").click()


def by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


BOTH = pytest.mark.parametrize("way", [by_button, by_shift])


def is_away(page: Page) -> None:
    expect(heading(page, NEUTRAL)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/aside/$"))
    expect(page).to_have_title(NEUTRAL)
    assert "oldseam" not in page.content()


@pytest.mark.parametrize(
    "path",
    ["/", "/sign-up/", "/sign-in/", "/recover/", "/help/", "/help/crisis/", "/first-days/hurt/", "/nowhere/"],
)
@BOTH
def test_an_open_page_is_left(open_browser: Open, path: str, way: Way) -> None:
    page = open_browser()
    page.goto(path)
    way(page)
    is_away(page)


@BOTH
def test_an_own_page_is_left_for_good(house: House, couple: Couple, open_browser: Open, way: Way) -> None:
    """The session ends in the store; neither Back nor the address brings the page back."""
    page = open_browser(DESK if way is by_shift else PHONE)
    sign_in(page, couple.alice)
    keep_a_page(page, "Quinces in the cellar.")
    key = house.key(page)
    assert house.has_session(key)
    way(page)
    is_away(page)
    until(page, lambda: not house.has_session(key))
    assert {each["name"] for each in page.context.cookies()} == {"away"}  # type: ignore[typeddict-item]
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    page.go_back()
    is_away(page)
    for path in ("/mine/journal/", "/home/", couple.place):
        page.goto(path)
        is_away(page)


def test_every_room_is_left(couple: Couple, bob: Page) -> None:
    """The server is kept from ending the session, so that one sign-in does for all the rooms."""
    asked: list[str] = []

    def overhear(route: Route) -> None:
        asked.append(route.request.method)
        route.fulfill(status=204)

    bob.route("**/leave/", overhear)
    rooms = [
        "/home/",
        "/mine/",
        "/mine/journal/",
        "/mine/what-happened/new/",
        "/settings/",
        "/settings/delete/",
    ]
    inner = ["", "letters/", "letters/new/", "what-happened/"]
    for number, path in enumerate([*rooms, *(couple.place + each for each in inner)]):
        way = (by_button, by_shift)[number % 2]
        bob.goto(path)
        expect(bob.get_by_role("navigation", name="Rooms")).to_be_visible()
        way(bob)
        is_away(bob)
        until(bob, lambda: len(asked) == 1)
        assert asked.pop() == "POST"


def test_a_letter_that_is_being_written_is_left_and_kept(couple: Couple, bob: Page) -> None:
    """All that the page called saved is there later. Leaving waits for nothing, not even for the last word."""
    draft = begin_letter(bob, couple.place, "An account")
    letter(bob).fill("Elderflower")
    saved(bob)
    letter(bob).press_sequentially(", in the last second.")
    by_shift(bob)
    is_away(bob)
    sign_in(bob, couple.bob)
    bob.goto(draft)
    expect(letter(bob)).to_have_value(re.compile("^Elderflower"))


def test_the_page_vanishes_before_the_neutral_one_is_there(couple: Couple, bob: Page) -> None:
    """At its very end the page tells another tab what can be seen of it."""
    other = bob.context.new_page()
    other.goto("/help/")
    other.evaluate(
        "() => { new BroadcastChannel('end').onmessage = (said) => { window.heard = said.data; }; }"
    )
    bob.add_init_script(
        """addEventListener("pagehide", () => {
          const main = document.querySelector("main"), paper = document.querySelector("textarea");
          const seen = main?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
          if (paper) new BroadcastChannel("end").postMessage([seen, paper.value]);
        })"""
    )
    begin_letter(bob, couple.place, "An account")
    letter(bob).fill("Not for these eyes.")
    by_shift(bob)
    is_away(bob)
    assert other.evaluate("window.heard") == [False, ""]


@BOTH
def test_without_a_connection_the_page_goes_too(couple: Couple, bob: Page, way: Way) -> None:
    bob.goto(f"{couple.place}letters/")
    expect(heading(bob, "Letters")).to_be_visible()
    bob.context.set_offline(True)
    way(bob)
    until(bob, lambda: "letters" not in bob.url)
    assert bob.url.startswith("chrome-error:")


def test_the_dialog_and_the_closed_page_can_be_left(house: House, couple: Couple, bob: Page) -> None:
    """Over a locked page the way out is free."""
    begin_letter(bob, couple.place, "An account")
    house.let_close(bob, "private", "shared")
    letter(bob).fill("Closed while I wrote.")
    expect(bob.get_by_role("dialog")).to_be_visible()
    by_button(bob)
    is_away(bob)
    sign_in(bob, couple.bob)
    house.let_close(bob, "private")
    bob.goto("/mine/journal/")
    expect(heading(bob, "To open your pages")).to_be_visible()
    by_button(bob)
    is_away(bob)


def test_capitals_do_not_leave(bob: Page) -> None:
    bob.goto("/mine/journal/")
    bob.get_by_label("What is on your mind").focus()
    for sign in "ABCD":
        bob.keyboard.press(f"Shift+{sign}")
    expect(bob.get_by_label("What is on your mind")).to_have_value("ABCD")


def test_the_neutral_page_is_no_dead_end(couple: Couple, bob: Page) -> None:
    """Whoever left signs in again by the address of the house."""
    by_button(bob)
    is_away(bob)
    sign_in(bob, couple.bob)
    bob.goto("/mine/")
    expect(heading(bob, "Mine")).to_be_visible()
