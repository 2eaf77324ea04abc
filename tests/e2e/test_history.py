"""The browser's own memory: Reload and Back send nothing again, and put nothing back that was typed or chosen.

A phone is found open on a page that was the answer to a form, its private pages closed since. What was sent lies in
the browser's history; only asking with GET leaves it there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, Response, Route, expect

from tests.e2e.conftest import Couple, House, Open
from tests.e2e.people import (
    answer,
    begin_letter,
    heading,
    keep_a_page,
    letter,
    look_and_send,
    path_of,
    press,
    saved,
)

pytestmark = pytest.mark.browser

WORDS = "Walnuts under the stairs"
ELSEWHERE = "/aside/"
Act = Callable[[Page], object]


def sent_by(page: Page) -> list[str]:
    """The whole pages that this browser asks for by sending something, from now on."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.is_navigation_request() and request.method != "GET":
            sent.append(request.url)

    page.on("request", note)
    return sent


def on_the_page(page: Page) -> str:
    """All words of the page; those in its fields, and those that it would send unseen, among them."""
    fields = "[...document.querySelectorAll('input, textarea')].map(each => each.value)"
    return str(page.evaluate(f"[document.body.innerText, ...{fields}].join()"))


def sending(page: Page, words: str) -> None:
    """Press a button, and wait for the page that is the answer."""
    with page.expect_navigation():
        press(page, words)


def gone_and_back(page: Page) -> Response | None:
    page.goto(ELSEWHERE)
    return page.go_back()


def nothing_again(page: Page, act: Act, *between: Act) -> None:
    """What `act` sent stands on its answer. After Reload, and after Back, it does not; and nothing is sent."""
    for again in (Page.reload, gone_and_back):
        sent = sent_by(page)
        act(page)
        assert len(sent) == 1 and WORDS in on_the_page(page), "Else this would show nothing."
        for each in between:
            each(page)
        answered = again(page)
        assert answered is not None and answered.request.method == "GET", (page.url, again)
        assert len(sent) == 1 and WORDS not in on_the_page(page), (page.url, again)
        expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible()


def a_page_too_long(page: Page) -> None:
    page.goto("/mine/journal/")
    page.get_by_label("What is on your mind").fill(WORDS + "x" * 20_000)
    sending(page, "Keep, sealed")


def a_view_of_no_kind(page: Page) -> None:
    page.goto("/mine/what-happened/new/")
    page.get_by_label("How you see it").fill(WORDS)
    sending(page, "Keep, sealed")


def words_to_look_for(page: Page) -> None:
    page.goto("/mine/journal/")
    page.get_by_label("Look for words").fill(WORDS)
    sending(page, "Look")


def an_address(page: Page) -> None:
    page.goto("/settings/email/")
    page.get_by_label("E-mail address").fill(WORDS)
    sending(page, "Keep it")


def a_name_too_long(page: Page) -> None:
    page.goto("/settings/day/")
    page.get_by_label("What shall we call you?").fill(WORDS * 9)
    sending(page, "Save")


def words_of_nobody(page: Page) -> None:
    page.goto("/ours/accept/")
    page.get_by_label("The eight words").fill(WORDS)
    sending(page, "See who invites you")


def an_account_to_look_at(place: str) -> Act:
    def act(page: Page) -> None:
        page.goto(f"{place}what-happened/new/")
        page.get_by_role("checkbox", name="A lie, or something hidden").check()
        page.get_by_role("textbox", name="What you want to show").fill(WORDS)
        answer(page, "Your own part in it", "I was hurt")
        sending(page, "See what Alice will see")

    return act


def test_reload_and_back_ask_afresh(house: House, couple: Couple, bob: Page) -> None:
    keep_a_page(bob, "Something to look for.")
    for act in (a_view_of_no_kind, words_to_look_for, an_address, a_name_too_long, words_of_nobody):
        nothing_again(bob, act)


@pytest.mark.parametrize("which", ["words that do not fit", "a preview"])
def test_found_open_after_the_private_pages_closed(
    house: House, couple: Couple, bob: Page, which: str
) -> None:
    """Whoever finds the phone gets the closed door by Reload and by Back."""
    act = a_page_too_long if which == "words that do not fit" else an_account_to_look_at(couple.place)
    for again in (Page.reload, gone_and_back):
        act(bob)
        assert WORDS in on_the_page(bob)
        house.let_close(bob, "private")
        sent = sent_by(bob)
        again(bob)
        expect(bob.get_by_role("main").get_by_label("Your passphrase")).to_be_visible()
        assert sent == [] and WORDS not in on_the_page(bob)
        bob.get_by_role("main").get_by_label("Your passphrase").fill(couple.bob.passphrase)
        press(bob, "Open my pages")
        expect(bob.get_by_role("main").get_by_label("Your passphrase")).to_have_count(0)


def test_what_waits_for_the_passphrase_is_not_sent_again(house: House, couple: Couple, bob: Page) -> None:
    """All keys are closed: the words wait, unseen, on the page that asks for the passphrase."""
    for again in (Page.reload, gone_and_back):
        bob.goto("/mine/journal/")
        bob.get_by_label("What is on your mind").fill(WORDS)
        house.let_close(bob, "private", "shared")
        sending(bob, "Keep, sealed")
        assert WORDS in on_the_page(bob)
        sent = sent_by(bob)
        again(bob)
        assert sent == [] and WORDS not in on_the_page(bob)
        bob.get_by_role("main").get_by_label("Your passphrase").fill(couple.bob.passphrase)
        press(bob, "Open my pages")
        expect(bob.get_by_label("What is on your mind")).to_have_value("")


def test_an_answer_that_was_looked_at_is_not_sent_again(
    couple: Couple, two_at_home: tuple[Page, Page]
) -> None:
    alice, bob = two_at_home
    begin_letter(bob, couple.place, "First words")
    letter(bob).fill("It was me.")
    saved(bob)
    look_and_send(bob, "Alice")
    there = path_of(bob)
    alice.goto(there)
    press(alice, "Read it now")

    def looked_at(page: Page) -> None:
        page.goto(there)
        page.get_by_role("radio", name="Not ready").check()
        page.get_by_label("A few words, if you like").fill(WORDS)
        sending(page, "See what Bob will see")

    nothing_again(alice, looked_at)
    expect(alice).to_have_url(re.compile(f"{there}$"))


def test_back_after_the_sending_leads_to_nothing_that_was_sent(couple: Couple, bob: Page) -> None:
    """Also past a page that asked to stop for a moment, which was the answer to a first sending."""
    begin_letter(bob, couple.place, "First words")
    letter(bob).fill(WORDS)
    saved(bob)
    press(bob, "See what Alice will see")
    answer(bob, "Do I believe this?", "Yes")
    answer(bob, "Am I afraid not to say it?", "Yes")
    bob.get_by_role("button", name="Send to Alice").last.click()
    expect(heading(bob, "Stop here for a moment")).to_be_visible()
    answer(bob, "Do I believe this?", "Yes")
    answer(bob, "Am I afraid not to say it?", "No")
    bob.get_by_role("button", name="Send to Alice").last.click()
    expect(heading(bob, "You have sent it")).to_be_visible()
    sent = sent_by(bob)
    for _ in range(3):
        bob.go_back()
        expect(bob.get_by_role("button", name="Send to Alice")).to_have_count(0)
        assert sent == [] and WORDS not in on_the_page(bob)


@pytest.mark.parametrize("path", ["/sign-in/", "/sign-up/", "/recover/"])
def test_the_doors_ask_afresh(open_browser: Open, path: str) -> None:
    def act(page: Page) -> None:
        page.goto(path)
        page.get_by_role("main").get_by_role("textbox").first.fill(WORDS)
        with page.expect_navigation():
            page.get_by_role("main").locator("form .btn.go").click()

    nothing_again(open_browser(), act)


def test_the_answer_of_an_address_that_is_only_sent_to_gives_way_to_the_page_of_the_form(bob: Page) -> None:
    bob.goto("/settings/recovery/")
    for _ in range(2):
        passphrase = bob.get_by_role("main").get_by_label("Your passphrase")
        passphrase.fill("these are not the words")
        sending(bob, "Make a new code")
        expect(passphrase).to_have_accessible_description(re.compile("does not open"))
        bob.reload()
        expect(heading(bob, "Recovery code")).to_be_visible()
        assert path_of(bob) == "/settings/recovery/"


FILL = """() => {
  const free = "main :is(input:not([type=hidden], [type=password]), textarea)";
  for (const field of document.querySelectorAll(free)) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = !field.defaultChecked;
    else field.value = "Walnuts";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return document.querySelectorAll(free).length;
}"""
STANDS = """() => [...document.querySelectorAll("main :is(input:not([type=hidden]), textarea)")].map(
  (field) => [field.name, field.type, field.matches("[type=checkbox], [type=radio]") ? field.checked : field.value])"""


def put_back(page: Page, path: str) -> list[object]:
    """What the browser puts into the fields when somebody goes back to a page that was filled in and left."""
    page.goto(path)
    fresh = page.evaluate(STANDS)
    assert page.evaluate(FILL) > 0, path
    assert page.evaluate(STANDS) != fresh
    page.goto(ELSEWHERE)
    page.go_back()
    expect(page.get_by_role("main")).to_be_visible()
    now = page.evaluate(STANDS)
    assert len(now) == len(fresh), path
    return [field for field, before in zip(now, fresh, strict=True) if field != before]


@pytest.fixture
def leaving_words(bob: Page) -> Page:
    """Bob goes from a page although it asks whether he means it."""
    bob.on("dialog", lambda asked: asked.accept())
    return bob


def test_nothing_that_was_typed_or_chosen_is_put_back(couple: Couple, leaving_words: Page) -> None:
    page = leaving_words
    draft = begin_letter(page, couple.place, "First words")
    letter(page).fill("It was me.")
    saved(page)
    for path in (
        "/mine/journal/",
        "/mine/what-happened/new/",
        f"{couple.place}what-happened/new/",
        f"{draft}send/",
        "/settings/email/",
        "/settings/delete/",
        "/ours/accept/",
    ):
        assert put_back(page, path) == [], path


def test_a_form_that_does_not_say_so_is_filled_in_again(leaving_words: Page) -> None:
    """Without `autocomplete` the same browser puts it all back: so the test above can see it."""

    def forget_to_say(route: Route) -> None:
        answered = route.fetch()
        route.fulfill(response=answered, body=answered.text().replace('autocomplete="off"', ""))

    leaving_words.route("**/mine/what-happened/new/", forget_to_say)
    assert put_back(leaving_words, "/mine/what-happened/new/")


def test_closed_meanwhile_nothing_chosen_is_behind_the_door(
    house: House, couple: Couple, leaving_words: Page
) -> None:
    page = leaving_words
    page.goto(f"{couple.place}what-happened/new/")
    page.evaluate(FILL)
    page.goto(ELSEWHERE)
    house.let_close(page, "private")
    page.go_back()
    expect(heading(page, "To open your pages")).to_be_visible()
    assert "Walnuts" not in page.content()
    page.get_by_role("main").get_by_label("Your passphrase").fill(couple.bob.passphrase)
    press(page, "Open my pages")
    expect(page.get_by_role("textbox", name="What you want to show")).to_have_value("")
    expect(
        page.get_by_role("radio", checked=True).or_(page.get_by_role("checkbox", checked=True))
    ).to_have_count(0)
