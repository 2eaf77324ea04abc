"""An open page says that something new has come: to whom it concerns, where it concerns, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.e2e.conftest import Couple, House, Open
from tests.e2e.people import answer_and_send, begin_letter, letter, no_barrier, press, saved, sign_in

pytestmark = pytest.mark.browser

SAID = "There is something new."


def news(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text=SAID)


def listens(page: Page) -> list[Request]:
    """The streams that this browser asks for from now on."""
    asked: list[Request] = []
    page.context.on("request", lambda made: asked.append(made) if made.url.endswith("/live/") else None)
    return asked


def written(bob: Page, place: str, words: str) -> Callable[[], None]:
    """Bob has a letter ready; what comes back sends it."""
    begin_letter(bob, place, "An account")
    letter(bob).fill(words)
    saved(bob)
    press(bob, "See what Alice will see")

    return lambda: answer_and_send(bob, "Alice")


def test_a_page_says_so_without_a_reload(couple: Couple, two_at_home: tuple[Page, Page]) -> None:
    alice, bob = two_at_home
    send = written(bob, couple.place, "I did not pay the rent in May.")
    alice.goto("/home/")
    alice.evaluate("window.stays = true")
    expect(news(alice)).to_be_hidden()
    send()
    expect(news(alice)).to_be_visible()
    assert alice.evaluate("window.stays"), "the page was not loaded again"
    assert alice.evaluate("document.activeElement === document.body"), "the focus stays where it is"
    no_barrier(alice)
    expect(news(bob)).to_be_hidden()
    news(alice).get_by_role("link", name="Show it").click()
    expect(alice.get_by_role("main")).to_contain_text("A letter with an account of what happened")
    expect(news(alice)).to_be_hidden()


def test_whoever_writes_keeps_the_words(couple: Couple, two_at_home: tuple[Page, Page]) -> None:
    alice, bob = two_at_home
    send = written(bob, couple.place, "I did not pay the rent in June.")
    draft = begin_letter(alice, couple.place, "First words")
    letter(alice).fill("I wait for")
    send()
    expect(news(alice)).to_be_visible()
    expect(letter(alice)).to_have_value("I wait for")
    saved(alice)
    news(alice).get_by_role("link", name="Show it").click()
    expect(alice).to_have_url(re.compile(f"{couple.place}$"))
    alice.goto(draft)
    expect(letter(alice)).to_have_value("I wait for")


def test_after_a_lost_connection_it_catches_up(couple: Couple, two_at_home: tuple[Page, Page]) -> None:
    alice, bob = two_at_home
    send = written(bob, couple.place, "I did not pay the rent in July.")
    alice.goto("/home/")
    alice.context.set_offline(True)
    send()
    expect(news(alice)).to_be_hidden()
    alice.context.set_offline(False)
    expect(news(alice)).to_be_visible()


def test_without_a_stream_it_asks_from_time_to_time(couple: Couple, two_at_home: tuple[Page, Page]) -> None:
    alice, bob = two_at_home
    send = written(bob, couple.place, "I did not pay the rent in August.")
    alice.route("**/live/", lambda route: route.abort())
    alice.clock.install()
    alice.goto("/home/")
    send()
    alice.clock.fast_forward(60_000)
    expect(news(alice)).to_be_visible()


def test_one_stream_serves_all_tabs(couple: Couple, two_at_home: tuple[Page, Page]) -> None:
    alice, bob = two_at_home
    send = written(bob, couple.place, "I did not pay the rent in September.")
    alice.goto("/home/")
    alice.wait_for_function("document.body.dataset.live")
    asked = listens(alice)
    second = alice.context.new_page()
    second.goto(couple.place)
    second.bring_to_front()
    send()
    expect(news(second)).to_be_visible()
    alice.bring_to_front()
    expect(news(alice)).to_be_visible()
    assert asked == []


def test_listening_moves_no_clock_and_ends_with_the_session(
    house: House, couple: Couple, open_browser: Open
) -> None:
    alice = open_browser()
    sign_in(alice, couple.alice)
    alice.goto("/home/")
    with alice.expect_request("**/live/news/"):
        pass
    before = house.clock_of(alice)
    with alice.expect_response("**/live/news/"):
        alice.evaluate("dispatchEvent(new Event('online'))")
    assert house.clock_of(alice) == before
    key = house.key(alice)
    other = alice.context.new_page()
    other.goto("/settings/")
    press(other, "Sign out")
    assert not house.has_session(key)
    with alice.expect_response("**/live/news/") as told:
        alice.evaluate("dispatchEvent(new Event('online'))")
    assert not told.value.ok


def test_by_oneself_nothing_is_listened_for(couple: Couple, bob: Page) -> None:
    asked = listens(bob)
    for path in (
        "/mine/",
        "/mine/journal/",
        "/mine/what-happened/",
        "/settings/",
        "/help/",
        "/first-days/hurt/",
    ):
        bob.goto(path)
        bob.wait_for_load_state("networkidle")
    assert asked == []
