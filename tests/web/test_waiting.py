"""Waiting for an answer, and having no connection: what the page shows, and that the words stay on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.web.test_scripts import UNLOCK, Server

pytestmark = pytest.mark.browser

BASE = (
    '<template id="loading"><div class="loading"><i></i></div></template>'
    '<p class="vh" data-loading-said="One moment."></p><div role="alert" data-offline-said="No connection."></div>'
)
FORM = (
    '<form method="post" action="/send/"><textarea name="text"></textarea>'
    '<div class="acts"><button class="send" name="go" value="1">Send</button></div></form>'
)
STAY = {"status": 204}
"""An answer that leaves the page where it is, as if it had not come yet."""

PLAIN = (
    '<form method="post" action="/send/"><div class="acts"><button class="send">Send</button></div></form>'
)

# Time passes where the test says so. What waits for no time at all is left to the browser.
CLOCK = """
const soon = setTimeout, forget = clearTimeout;
let now = 0, number = 0, ahead = [];
window.setTimeout = (act, ms = 0) => (ms ? (ahead.push({ at: now + ms, act, number: --number }), number) : soon(act));
window.clearTimeout = (which) => {
  forget(which);
  ahead = ahead.filter((each) => each.number !== which);
};
window.pass = (ms) => {
  now += ms;
  const due = ahead.filter((each) => each.at <= now);
  ahead = ahead.filter((each) => each.at > now);
  due.forEach((each) => each.act());
};
"""


@pytest.fixture
def server(chromium: Browser) -> Iterator[Server]:
    context = chromium.new_context()
    context.set_default_timeout(8000)
    yield Server(context.new_page())
    context.close()


def held(server: Server, path: str) -> list[Route]:
    """Questions to this address wait until the test answers them."""
    waiting: list[Route] = []
    server.page.route(f"**{path}", lambda route: waiting.append(route))
    return waiting


@pytest.mark.parametrize("form", [PLAIN, FORM])
def test_bars_come_after_400_ms_and_not_before(form: str, server: Server) -> None:
    server.page.add_init_script(CLOCK)
    server.answers["/send/"] = STAY
    server.show(form + BASE, "once", "loading")
    page, bars = server.page, server.page.locator(".loading")
    page.click(".send")
    page.evaluate("pass(399)")
    assert bars.count() == 0 and page.text_content("[data-loading-said]") == ""
    page.evaluate("pass(1)")
    expect(bars).to_have_count(1)
    assert page.locator(".acts + .loading").count() == 1
    assert page.text_content("[data-loading-said]") == "One moment."
    page.evaluate("pass(15000)")  # no answer came: the form is free again
    expect(bars).to_have_count(0)


def test_a_quick_answer_shows_no_bars(server: Server) -> None:
    server.show(PLAIN + BASE, "once", "loading")
    server.page.evaluate(
        "new MutationObserver(() => document.querySelector('.loading') && console.error('bars')).observe("
        "document.body, { subtree: true, childList: true })"
    )
    said: list[str] = []
    server.page.on("console", lambda each: said.append(each.text))
    server.page.click(".send")
    server.page.wait_for_url("**/send/")
    assert "bars" not in said


def test_bars_go_when_a_script_has_its_answer(server: Server) -> None:
    server.page.add_init_script(CLOCK)
    waiting = held(server, "/unlock/")
    server.show(BASE, "unlock", "loading")
    assert 'action="/unlock/"' in UNLOCK
    server.page.evaluate(
        "document.dispatchEvent(new CustomEvent('house:locked', { detail: { tier: 'private', again() {} } }))"
    )
    server.page.evaluate("document.querySelector('#unlock form').dataset.again = ''")
    server.page.click("#unlock button")
    server.page.evaluate("pass(400)")
    expect(server.page.locator("#unlock .loading")).to_have_count(1)
    waiting[0].fulfill(status=403, body="{}", content_type="application/json")
    expect(server.page.locator(".loading")).to_have_count(0)


def test_the_way_out_never_waits(server: Server) -> None:
    server.page.add_init_script(CLOCK)
    server.answers["/aside/"] = STAY
    server.show(BASE, "loading")
    server.page.click(".leave")
    server.page.evaluate("pass(1000)")
    assert server.page.locator(".loading").count() == 0


def test_words_are_not_sent_into_nothing(server: Server) -> None:
    """The house does not answer: the words stay on the page, it says so, and the next press sends them, once."""
    there = False
    server.page.route(
        "**/healthz", lambda route: route.fulfill(body="{}") if there else route.abort("internetdisconnected")
    )
    server.show(FORM + BASE, "once", "loading", "offline")
    page, line = server.page, server.page.locator("[data-offline-said]")
    page.fill("textarea", "I lied.")
    page.click(".send")
    expect(line).to_have_text("No connection.")
    assert page.url.endswith("/page/") and page.input_value("textarea") == "I lied." and not server.posts
    there = True
    page.dblclick(".send")
    page.wait_for_url("**/send/")
    assert server.posts == [("/send/", "text=I+lied.&go=1")]


def test_a_page_that_loses_its_connection_says_so_while_one_writes(server: Server) -> None:
    server.page.route("**/healthz", lambda route: route.abort("internetdisconnected"))
    server.show(FORM + BASE, "offline")
    line = server.page.locator("[data-offline-said]")
    assert line.text_content() == ""
    server.page.evaluate("dispatchEvent(new Event('offline'))")
    expect(line).to_have_text("No connection.")
    server.page.evaluate("dispatchEvent(new Event('online'))")
    expect(line).to_have_text("")


def test_a_house_on_this_machine_needs_no_network(server: Server) -> None:
    """The browser believes that it is off line; the house answers all the same, so nothing is said or held up."""
    server.answers["/healthz"] = {"body": "{}"}
    server.show(FORM + BASE, "once", "offline")
    server.page.evaluate("Object.defineProperty(navigator, 'onLine', { get: () => false })")
    with server.page.expect_response("**/healthz"):
        server.page.evaluate("dispatchEvent(new Event('offline'))")
    server.page.fill("textarea", "At home.")
    server.page.click(".send")
    server.page.wait_for_url("**/send/")


def test_nothing_goes_after_somebody_has_left(server: Server) -> None:
    """The house answers late, when the page is gone already: the words do not go after all."""
    waiting = held(server, "/healthz")
    server.answers["/aside/"] = STAY
    server.show(FORM + BASE, "leave", "once", "offline")
    server.page.fill("textarea", "Not now.")
    with server.page.expect_request("**/healthz"):
        server.page.click(".send")
    with server.page.expect_request("**/aside/"):
        server.page.keyboard.press("Shift")
        server.page.keyboard.press("Shift")
        server.page.keyboard.press("Shift")
    server.page.evaluate("document.addEventListener('house:answered', () => (window.answered = true))")
    waiting[0].fulfill(body="{}")
    server.page.wait_for_function("() => window.answered")
    assert [path for path, _ in server.posts] == ["/leave/"]
