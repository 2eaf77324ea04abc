"""Every page of the house, as two people with seven months in it see it.

Each kind of page is visited once, and looked at in many ways there: no barrier, in the light and in the dark; on a
phone, a desk and a narrow screen; with text twice as large, and set wider; by the keyboard alone.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from goldseam.accounts.words import gentle_words
from goldseam.content import DOORS, HELP
from tests.e2e.conftest import DESK, PHONE, Demo, browsers
from tests.e2e.looking import (
    BIGGER,
    SPACED,
    lost_to_the_keyboard,
    restyle,
    too_small,
    words_cut,
)
from tests.e2e.people import barriers
from tests.e2e.walking import ID, walk

pytestmark = pytest.mark.browser

OPEN_PAGES = (
    "/",
    *(f"/first-days/{door}/" for door in DOORS),
    "/help/",
    *(f"/help/{page}/" for page in HELP),
    "/sign-in/",
    "/sign-up/",
    "/recover/",
    "/looks/",
    "/aside/",
    "/there-is-nothing-here/",
)
NARROW = {"width": 320, "height": 640}
ZOOMED = {"width": 640, "height": 400}
"""A desk at 200 %: half as many pixels of the page's own measure."""


class _Shape(HTMLParser):
    """The kinds of elements that a page is made of, however many there are of each, and with whatever words."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[tuple[str, ...]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        marks = (said.get("class"), said.get("type"), said.get("role"), said.get("name"))
        self.seen.add((tag, *(mark or "" for mark in marks)))


def kind(path: str, html: str) -> tuple[str, frozenset[tuple[str, ...]]]:
    """What pages that differ only in their words have in common."""
    shape = _Shape()
    shape.feed(html)
    return ID.sub("*", path), frozenset(shape.seen)


def look(page: Page) -> list[str]:
    """What is wrong with this page. Everything at once, since coming here takes longest."""
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light")
    wrong = barriers(page) + too_small(page) + words_cut(page)
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="dark")
    wrong += barriers(page, runOnly=["color-contrast"]) + too_small(page) + lost_to_the_keyboard(page)
    wrong += words_cut(page)
    for style, size in ((BIGGER, DESK), (SPACED, ZOOMED), (SPACED, NARROW), ("", NARROW)):
        page.set_viewport_size(size)
        restyle(page, style)
        wrong += [f"{each} ({style or 'plain'}, {size['width']} pixels)" for each in words_cut(page)]
    return wrong


def look_at_all(page: Page, paths: list[str]) -> None:
    wrong = {}
    for path in paths:
        page.goto(path)
        wrong[path] = look(page)
    assert not any(wrong.values()), "\n".join(f"{path}: {each}" for path in wrong for each in wrong[path])


def test_the_open_pages(chromium: Browser, demo: Demo) -> None:
    with browsers(chromium) as made:
        look_at_all(made.open(demo.address), list(OPEN_PAGES))


WORDS = """words => document.querySelector(".words").replaceChildren(...words.map((word) => {
  const item = document.createElement("li"), number = document.createElement("span");
  number.textContent = "8";
  item.append(number, word);
  return item;
}))"""


def test_the_longest_words_fit(chromium: Browser, demo: Demo) -> None:
    """Words to be copied onto paper are other ones each time; the widest are looked at too, and none is broken."""
    longest = [word for word in gentle_words() if len(word) == max(map(len, gentle_words()))]
    with browsers(chromium) as made:
        page = made.open(demo.address)
        page.goto("/sign-up/")
        page.evaluate(WORDS, longest)
        for style, size in (("", PHONE), (SPACED, PHONE), ("", DESK), (BIGGER, DESK), (SPACED, NARROW)):
            page.set_viewport_size(size)
            restyle(page, style)
            assert words_cut(page) == [], (style, size)
            high = page.locator(".words li").evaluate_all("all => all.map((one) => one.offsetHeight)")
            assert len(set(high)) == 1, "A word is broken."


def test_the_rooms(chromium: Browser, demo: Demo) -> None:
    """Of the second one's pages, those that are of no kind which the first one has."""
    known: set[Any] = set()
    for name, least in (("bob", 20), ("alice", 2)):
        with browsers(chromium) as made:
            page = demo.sit_down(made.open(demo.address), name)
            found = walk(page)
            paths = []
            for path, html in found.items():
                if path.startswith(("/help/", "/first-days/")) or kind(path, html) in known:
                    continue
                known.add(kind(path, html))
                paths.append(path)
            assert len(paths) > least, paths
            look_at_all(page, paths)


MOVING = """[...document.querySelectorAll("*")].filter((one) => {
  const { transitionDuration, animationDuration } = getComputedStyle(one);
  return `${transitionDuration}, ${animationDuration}`.split(", ").some((each) => parseFloat(each) > 0);
}).map((one) => one.className)"""
PLAIN = """[...document.querySelectorAll(".btn, .leave span, .in, .check input, .pick label")].filter((one) => {
  const { borderTopStyle, borderTopWidth } = getComputedStyle(one);
  return one.checkVisibility() && (borderTopStyle === "none" || parseFloat(borderTopWidth) < 1);
}).map((one) => one.className)"""
WITH_FORMS = ("/home/", "/mine/what-happened/new/", "/settings/delete/")


def test_with_the_systems_own_colours_and_nothing_that_moves(chromium: Browser, demo: Demo) -> None:
    """Papers and washes are gone then: edges say what is pressed, and a choice that is made looks made."""
    with browsers(chromium) as made:
        page = demo.sit_down(made.open(demo.address, forced_colors="active"), "bob")
        for path in WITH_FORMS:
            page.goto(path)
            assert page.evaluate(MOVING) == [] and page.evaluate(PLAIN) == [], path
            assert words_cut(page) + lost_to_the_keyboard(page) == [], path
        choice = page.get_by_role("radio").first
        before = choice.screenshot()
        choice.check()
        page.evaluate("document.activeElement.blur()")
        assert choice.screenshot() != before
        page.emulate_media(reduced_motion="no-preference")
        assert page.evaluate(MOVING), "Else nothing would be shown above."


BREAKING = (
    ("body { inline-size: 110vw; }", words_cut),
    ("h1 { block-size: 8px; overflow: hidden; }", words_cut),
    ("h1 { inline-size: 2em; white-space: nowrap; }", words_cut),
    ("h1 { transform: translateY(2.5em); }", words_cut),
    ("main .btn { min-block-size: 0 !important; padding-block: 0 !important; }", too_small),
    (":focus-visible { outline: none !important; }", lost_to_the_keyboard),
    (".btn { outline: 3px solid !important; }", lost_to_the_keyboard),
    (".top { position: fixed; inset: 0; block-size: auto !important; z-index: 99; }", lost_to_the_keyboard),
    ("main form { display: flex; flex-direction: column-reverse; }", lost_to_the_keyboard),
)


def test_the_looking_sees_what_is_broken(chromium: Browser, demo: Demo) -> None:
    """Each way of looking, on a page that was broken for it, and on the same page whole."""
    with browsers(chromium) as made:
        page = made.open(demo.address)
        for style, looking in BREAKING:
            page.goto("/sign-in/")
            assert looking(page) == []
            page.reload()
            restyle(page, style)
            assert looking(page) != [], style
        page.reload()
        page.evaluate(
            "document.querySelector('main .btn').addEventListener('focus', (at) => at.target.blur())"
        )
        assert lost_to_the_keyboard(page) != [], "a button that cannot be reached"
