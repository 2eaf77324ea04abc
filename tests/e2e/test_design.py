"""The look itself: every part on one page, and one page of each kind of paper, under every wish of eyes and hands.

Text twice as large on the narrowest phone, the other reading direction, the system's own colours, paper and ink, and
no connection.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from goldseam import demo as story
from tests.e2e.conftest import DESK, PHONE, Demo, browsers
from tests.e2e.looking import BIGGER, restyle, words_cut
from tests.e2e.test_everywhere import MOVING, NARROW, look
from tests.e2e.walking import walk

pytestmark = pytest.mark.browser

PARTS = "/design/"
ROOM = re.compile(r"^/ours/[0-9a-f-]{36}/$")


def one_of_each(page: Page) -> list[str]:
    """Addresses: every part; open, private and shared paper; a form, a letter that is written, one that came."""
    page.goto("/ours/")
    place = page.get_by_role("main").locator("a[href^='/ours/']").first.get_attribute("href") or ""
    if not ROOM.match(place):
        place = re.sub(r"^https?://[^/]+", "", page.url)
    page.goto(f"{place}letters/")
    letter = page.locator("main a[href*='/letters/']:not([href$='/new/'])").first.get_attribute("href") or ""
    drafts = page.locator("main a[href*='/draft/']")
    draft = [drafts.first.get_attribute("href") or ""] if drafts.count() else []
    shared = [f"{place}letters/", f"{place}what-happened/", letter, *draft]
    return [PARTS, "/looks/", "/home/?open", "/mine/journal/", "/mine/what-happened/new/", "/help/", *shared]


def test_every_part_as_everybody_sees_it(chromium: Browser, demo: Demo) -> None:
    """No barrier in the light and in the dark, nothing cut, nothing too small, and all of it by the keyboard."""
    with browsers(chromium) as made:
        page = made.open(demo.address)
        page.goto(PARTS)
        assert (wrong := look(page)) == [], "\n".join(wrong)


def wish(context: BrowserContext, address: str, looks: str) -> None:
    """What the page of looks puts into the browser."""
    context.add_cookies([{"name": "looks", "value": looks, "url": address, "sameSite": "Strict"}])


def test_large_text_on_the_narrowest_phone(chromium: Browser, demo: Demo) -> None:
    """By the wish that is kept here, and by twice the size, as a browser's own setting has it."""
    with browsers(chromium) as made:
        page = demo.sit_down(made.open(demo.address), "bob")
        pages = one_of_each(page)
        page.set_viewport_size(NARROW)
        wrong = []
        for path in pages:
            wish(page.context, demo.address, "device.largest")
            page.goto(path)
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
            wrong += [f"{path} (largest): {each}" for each in words_cut(page)]
            restyle(page, BIGGER)
            wrong += [f"{path} (twice): {each}" for each in words_cut(page)]
        assert wrong == []


def test_read_from_the_other_side(chromium: Browser, demo: Demo) -> None:
    with browsers(chromium) as made:
        page = demo.sit_down(made.open(demo.address), "alice")
        wrong = []
        for path in one_of_each(page):
            page.goto(path)
            page.evaluate("document.documentElement.dir = 'rtl'")
            for size in (NARROW, PHONE, DESK):
                page.set_viewport_size(size)
                wrong += [f"{path} ({size['width']}): {each}" for each in words_cut(page)]
                assert page.evaluate("scrollTo(-9999, 0), scrollX") == 0, path
        assert wrong == []


def test_looks_are_kept_and_nothing_flashes(chromium: Browser, demo: Demo) -> None:
    """Chosen on the page, without any script; the very first paint of the next page has them."""
    with browsers(chromium) as made:
        page = made.open(demo.address, java_script_enabled=False)
        page.goto("/")
        page.get_by_role("link", name="Light or dark, and the size of the text").click()
        page.get_by_role("radio", name="Dark").check()
        page.get_by_role("radio", name="Very large").check()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("main")).to_contain_text("Saved")
        html = page.content()
        assert 'data-theme="dark" data-text="largest"' in html
        assert html.index("dark.") < html.index("</head>")
    with browsers(chromium) as made:
        page = made.open(demo.address)
        for looks, scheme, dark in (
            ("dark.usual", "light", True), ("light.usual", "dark", False),
            ("device.usual", "dark", True), ("device.usual", "light", False),
        ):  # fmt: skip
            wish(page.context, demo.address, looks)
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.goto("/help/")
            ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert (ground == "rgb(26, 24, 21)") is dark, (looks, scheme)


EDGES = """[...document.querySelectorAll(".sheet.self, .sheet.both, .aud.strip.self")].map((one) => {
  const { borderInlineStartStyle, borderBlockEndStyle, borderTopStyle } = getComputedStyle(one);
  return [one.className, borderInlineStartStyle, borderBlockEndStyle];
})"""
DRAWN = """[...document.querySelectorAll(
  ".join path, .chart.narrow path, .road path, .bowl path:not(.dusk), .steps i, .legend i")]
  .filter((one) => one.checkVisibility())
  .filter((one) => {
    const { fill, stroke, borderTopWidth, backgroundColor } = getComputedStyle(one);
    const drawn = one instanceof SVGElement ? fill !== "none" || stroke !== "none" : true;
    return !drawn && parseFloat(borderTopWidth) === 0 && backgroundColor === "rgba(0, 0, 0, 0)";
  }).map((one) => one.outerHTML.slice(0, 120))"""


def test_the_systems_own_colours(chromium: Browser, demo: Demo) -> None:
    """Paper and texture are gone: double edges say whose it is, and what is drawn is still there."""
    with browsers(chromium) as made:
        page = made.open(demo.address, forced_colors="active")
        page.goto(PARTS)
        edges = page.evaluate(EDGES)
        assert len(edges) >= 6
        for name, start, end in edges:
            assert "double" in ((start,) if "self" in name else (end,)), (name, start, end)
        assert page.evaluate(DRAWN) == []
        assert page.evaluate(MOVING) == [] and words_cut(page) == []


def test_nothing_moves_for_those_who_do_not_want_it(chromium: Browser, demo: Demo) -> None:
    with browsers(chromium) as made:
        page = made.open(demo.address)
        page.goto(PARTS)
        assert page.evaluate(MOVING) == []
        page.emulate_media(reduced_motion="no-preference")
        assert page.evaluate(MOVING), "Else nothing would be shown above."


# What each of the two wrote in the story of the demo, and the other was shown.
WROTE = {
    "bob": [story.FIRST, *story.ACCOUNT.split("\n\n"), *story.ACCOUNT_AGAIN.split("\n\n"), *story.APOLOGY.split("\n\n"),
            *story.SORROW.split("\n\n"), "In January I took out a loan of 9,000", "You asked how the talk went"],
    "alice": ["I found it in a letter. The money is one thing.", "What it did to me is not in it.",
              "Yes. That is how it was.", "You had the bank statement in your hand"],
}  # fmt: skip


def printed(page: Page) -> str:
    """What would come out of the printer, with every part of the page unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    words = page.locator("body").inner_text()
    typed = page.locator("textarea").evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.value).join(' ')"
    )
    return " ".join(f"{words} {typed}".split())


@pytest.mark.parametrize(("name", "other"), [("alice", "bob"), ("bob", "alice")])
def test_the_words_of_the_other_are_never_printed(
    name: str, other: str, chromium: Browser, demo: Demo
) -> None:
    """On the screen they are there, on paper they are not; one's own are there on both."""
    with browsers(chromium) as made:
        page = demo.sit_down(made.open(demo.address), name)
        seen = own = ""
        for path in walk(page, "/home/?open", "/mine/", "/ours/"):
            if path.startswith(("/help/", "/settings/")):
                continue
            page.goto(path)
            seen += printed(page)
            page.emulate_media(media="print")
            paper = printed(page)
            for words in WROTE[other]:
                assert " ".join(words.split()) not in paper, (path, words)
            own += paper
            page.emulate_media(media="screen")
        shown = [words for words in WROTE[other] if " ".join(words.split()) in seen]
        assert len(shown) >= 3, "Else nothing would be shown above."
        assert [words for words in WROTE[name] if " ".join(words.split()) in own]


PAPER = """[...document.querySelectorAll("body, main, .sheet, .leaf, .in")].filter((one) => one.checkVisibility())
  .map((one) => getComputedStyle(one).backgroundColor)
  .filter((each) => !/^rgba\\(0, 0, 0, 0\\)$|^rgb\\(255, 255, 255\\)$/.test(each))"""
INK = """[...document.querySelectorAll("main :is(h1, h2, p, b, span, li, textarea)")]
  .filter((one) => one.checkVisibility() && !one.closest(".on-paper, .empty"))
  .map((one) => getComputedStyle(one).color).filter((each) => each !== "rgb(0, 0, 0)")"""
TOOLS = ".bar, .leave, .top, .skip, .btn, .link, .lock-soon, dialog"


def test_ink_on_white(chromium: Browser, demo: Demo) -> None:
    """Also for somebody who has the dark: paper stays white, and there are no buttons on it."""
    with browsers(chromium) as made:
        page = demo.sit_down(made.open(demo.address, color_scheme="dark"), "alice")
        wish(page.context, demo.address, "dark.usual")
        page.goto("/mine/journal/")
        pages = [
            "/mine/journal/",
            page.locator("main .rows a").first.get_attribute("href") or "",
            "/mine/what-happened/",
        ]
        for path in pages:
            page.goto(path)
            page.emulate_media(media="print")
            assert page.evaluate(PAPER) == [] and page.evaluate(INK) == [], path
            left = page.locator(TOOLS).evaluate_all(
                "all => all.filter((one) => one.checkVisibility()).length"
            )
            assert left == 0, path
            expect(page.locator(".on-paper")).to_contain_text("What somebody else wrote is not printed.")
            page.emulate_media(media="screen")
            expect(page.locator(".on-paper")).to_be_hidden()


def test_a_page_that_loses_its_connection_keeps_the_words(chromium: Browser, demo: Demo) -> None:
    with browsers(chromium) as made:
        page = demo.sit_down(made.open(demo.address), "bob")
        page.goto("/mine/journal/")
        paper, line = (
            page.get_by_label("What is on your mind"),
            page.get_by_role("alert").filter(visible=True),
        )
        paper.fill("In the train, between two tunnels.")
        page.context.set_offline(True)
        expect(line).to_contain_text("There is no connection. What you write stays on this page.")
        page.get_by_role("button", name="Keep, sealed").click()
        expect(line).to_contain_text("There is no connection.")
        expect(paper).to_have_value("In the train, between two tunnels.")
        assert words_cut(page) == []
        page.context.set_offline(False)
        expect(line).to_have_count(0)
        page.get_by_role("button", name="Keep, sealed").click()
        expect(page.get_by_role("main")).to_contain_text("Saved. Only you have these words.")


def edgeless(page: Page) -> bool:
    return "double" not in str(page.evaluate(EDGES))


def test_the_paper_and_the_edges_are_seen(chromium: Browser, demo: Demo) -> None:
    """Each way of looking above, on a page that was broken for it."""
    breaking: tuple[tuple[str, Any, dict[str, Any]], ...] = (
        (".sheet { border: 0 !important; }", edgeless, {"forced_colors": "active"}),
        (".road path { stroke: none !important; }", lambda page: page.evaluate(DRAWN), {}),
        ("main { background: #eee !important; }", lambda page: page.evaluate(PAPER), {}),
        (".bowls { inline-size: 120vw; }", words_cut, {}),
    )  # fmt: skip
    for style, looking, wishes in breaking:
        with browsers(chromium) as made:
            page = made.open(demo.address, **wishes)
            page.goto(PARTS)
            page.emulate_media(media="print" if "#eee" in style else "screen")
            assert not looking(page), style
            restyle(page, style)
            assert looking(page), style
