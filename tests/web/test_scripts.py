"""The small scripts, each in a real browser, under the real policy, on pages made for the purpose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page, Route

import goldseam.web
from goldseam.web.middleware import POLICY

pytestmark = pytest.mark.browser

SCRIPTS = Path(goldseam.web.__file__).parent / "static" / "goldseam"
ORIGIN = "http://localhost:9"
EIGHT = "copper-drift-almond-ferry-lichen-quilt-dune-lake"
LEAVE = (
    '<form method="post" action="/leave/" data-leave="/aside/"><button class="leave">Leave</button></form>'
)
STATE = (
    '<p data-keep-state data-saving="Saving…" data-saved="Saved" data-waiting="Not saved yet." '
    'data-short="Not saved">'
    "<span data-shown></span><span data-heard></span></p>"
)
LETTER = (
    '<form data-keep="/keep/" action="/next/" method="post"><textarea name="text">Dear Alice</textarea>'
    f'{STATE}<button class="send">Go on</button></form><section id="coach">old</section>'
)
UNLOCK = (
    '<dialog id="unlock"><form method="post" action="/unlock/"><input type="password" name="passphrase">'
    '<p class="err" data-wrong="Wrong." data-offline="Offline." data-ended="Ended." hidden></p>'
    "<button>Open</button></form></dialog>"
)


class Server:
    """Answers a page's requests without a network, and remembers what was posted."""

    def __init__(self, page: Page) -> None:
        self.page, self.posts, self.visits = page, list[tuple[str, str]](), list[str]()
        self.body, self.attributes, self.modules = "", "", list[str]()
        self.answers: dict[str, dict[str, object]] = {}
        page.route("**/*", self.answer)

    def show(self, body: str, *modules: str, attributes: str = "") -> None:
        self.body, self.modules, self.attributes = body, list(modules), attributes
        self.page.goto(f"{ORIGIN}/page/")

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path.endswith(".js"):
            route.fulfill(body=(SCRIPTS / path[1:]).read_text(), content_type="text/javascript")
            return
        if route.request.method == "POST":
            self.posts.append((path, route.request.post_data or ""))
        else:
            self.visits.append(path)
        route.fulfill(**(self.answers.get(path) or self.whole()))  # type: ignore[arg-type]

    def whole(self) -> dict[str, object]:
        scripts = "".join(f'<script type="module" src="/{name}.js"></script>' for name in self.modules)
        head = f'<!doctype html><meta charset="utf-8"><meta name="form-token" content="tok">{scripts}'
        text = f'{head}<body {self.attributes}>{LEAVE}<main class="wrap">{self.body}</main>{UNLOCK}'
        return {"body": text, "headers": {"Content-Type": "text/html", "Content-Security-Policy": POLICY}}

    def kept(self) -> list[str]:
        return [parse_qs(data)["text"][0] for path, data in self.posts if path == "/keep/"]


@pytest.fixture
def server(chromium: Browser) -> Iterator[Server]:
    context = chromium.new_context()
    context.set_default_timeout(8000)
    yield Server(context.new_page())
    context.close()


def shown(server: Server, words: str) -> None:
    server.page.wait_for_function("w => document.querySelector('[data-shown]').textContent === w", arg=words)


def test_the_button_leaves_and_ends_the_session(server: Server) -> None:
    server.show("<textarea>secret</textarea>", "leave")
    server.page.click(".leave")
    server.page.wait_for_url("**/aside/")
    assert ("/leave/", "") in server.posts


def test_shift_three_times_leaves_and_capitals_do_not(server: Server) -> None:
    server.show("<textarea></textarea>", "leave")
    server.page.focus("textarea")
    for word in ("A", "B", "C", "D"):
        server.page.keyboard.press(f"Shift+{word}")
    assert server.page.url.endswith("/page/")
    for _ in range(3):
        server.page.keyboard.press("Shift")
    server.page.wait_for_url("**/aside/")


def test_leaving_works_without_a_connection(server: Server) -> None:
    server.show("<textarea></textarea>", "leave")
    server.page.route("**/leave/", lambda route: route.abort())
    server.page.click(".leave")
    server.page.wait_for_url("**/aside/")


def test_what_is_written_is_kept_and_the_remarks_come_back(server: Server) -> None:
    server.answers["/keep/"] = {"body": '<section id="coach">new</section>', "content_type": "text/html"}
    server.show(LETTER, "autosave")
    server.page.fill("textarea", "Dear Alice, I lied.")
    shown(server, "Saved")
    assert server.kept() == ["Dear Alice, I lied."]
    assert server.page.inner_text("#coach") == "new"


def test_saved_is_not_said_before_it_is(server: Server) -> None:
    server.answers["/keep/"] = {"status": 500}
    server.show(LETTER, "autosave")
    server.page.fill("textarea", "Dear")
    shown(server, "Not saved yet.")
    assert server.page.evaluate("document.querySelector('form[data-keep]').hasAttribute('data-dirty')")
    server.answers["/keep/"] = {"status": 204}
    shown(server, "Saved")
    assert server.page.inner_text("[data-heard]") == "Saved"


def test_closed_keys_ask_for_the_passphrase_and_go_on(server: Server) -> None:
    server.answers["/keep/"] = {"status": 401, "headers": {"X-Goldseam-Locked": "shared"}}
    server.answers["/unlock/"] = {"status": 400, "json": {"error": "Look at each word."}}
    server.show(LETTER, "autosave", "unlock")
    server.page.fill("textarea", "Dear")
    server.page.fill("#unlock input", "wrong")
    server.page.click("#unlock button")
    server.page.wait_for_selector("text=Look at each word.")
    server.answers["/unlock/"] = {"json": {"ok": True}}
    server.answers["/keep/"] = {"status": 204}
    server.page.fill("#unlock input", "right")
    server.page.click("#unlock button")
    shown(server, "Saved")
    assert server.page.input_value("textarea") == "Dear"
    assert server.page.is_hidden("#unlock")
    assert server.page.input_value("#unlock input") == ""


def test_an_old_page_takes_the_fresh_token(server: Server) -> None:
    server.answers["/keep/"] = {"status": 403, "headers": {"X-Goldseam-Token": "fresh"}}
    server.show(LETTER, "autosave")
    server.page.fill("textarea", "Dear")
    server.page.wait_for_function("() => document.querySelector('meta[name=form-token]').content === 'fresh'")
    server.answers["/keep/"] = {"status": 204}
    server.page.fill("textarea", "Dear Alice")
    shown(server, "Saved")


def test_a_page_without_unsaved_words_is_shown_closed(server: Server) -> None:
    server.show("<p>private</p>", "lock", "unlock", attributes='data-aud="self" data-private-left="1"')
    server.attributes = 'data-aud="self"'
    server.page.wait_for_function("() => !document.body.dataset.privateLeft")
    assert server.visits.count("/page/") == 2


def test_a_page_with_unsaved_words_is_covered_and_opens_over_them(server: Server) -> None:
    server.answers["/unlock/"] = {"json": {"ok": True}, "headers": {"X-Goldseam-Left": "600,1800"}}
    server.show("<textarea></textarea>", "lock", "unlock", attributes='data-aud="self" data-private-left="2"')
    server.page.fill("textarea", "half a thought")
    server.page.wait_for_selector("#unlock[open]")
    assert server.page.evaluate("document.documentElement.dataset.covered") == "private"
    assert server.page.evaluate("document.querySelector('.wrap').inert")
    server.page.fill("#unlock input", "right")
    server.page.click("#unlock button")
    server.page.wait_for_selector("#unlock", state="hidden")
    assert server.page.input_value("textarea") == "half a thought"


def test_a_page_that_shows_nothing_private_stays(server: Server) -> None:
    server.show("<p>Home</p>", "lock", attributes='data-private-left="1" data-shared-left="900"')
    server.page.wait_for_timeout(1600)
    assert server.visits.count("/page/") == 1


def test_one_press_sends_once(server: Server) -> None:
    server.show('<form method="post" action="/send/"><button class="send">Send</button></form>', "once")
    twice = "b => { for (let i = 0; i < 3; i++) b.form.requestSubmit(b); }"
    server.page.eval_on_selector(".send", twice)
    server.page.wait_for_url("**/send/")
    assert [path for path, _ in server.posts] == ["/send/"]


SENDS = '<form method="post" action="/send/"><input name="words" value="w"><button class="send">Send</button></form>'


def test_what_was_sent_is_asked_for_and_not_sent_again(server: Server) -> None:
    server.show(SENDS, "once")
    server.page.click(".send")
    server.page.wait_for_url("**/send/")
    server.page.reload()
    server.page.goto(f"{ORIGIN}/elsewhere/")
    server.page.go_back()
    assert [path for path, _ in server.posts] == ["/send/"]
    assert server.visits[-3:] == ["/send/", "/elsewhere/", "/send/"]


def test_an_answer_gives_its_place_to_the_page_of_the_form(server: Server) -> None:
    """Forms and links on it that were written for its own address still lead there."""
    server.show(SENDS, "once")
    server.attributes = "data-answer"
    server.body = (
        '<form method="post" class="again"></form><a href="?p=2">Older</a><a href="#there">There</a>'
    )
    server.page.click(".send")
    server.page.wait_for_selector(".again", state="attached")
    assert server.page.url == f"{ORIGIN}/page/"
    assert server.page.eval_on_selector(".again", "form => form.action") == f"{ORIGIN}/send/"
    hrefs = server.page.eval_on_selector_all("a", "all => all.map((one) => one.href)")
    assert hrefs == [f"{ORIGIN}/send/?p=2", f"{ORIGIN}/page/#there"]
    server.page.reload()
    assert len(server.posts) == 1 and server.visits[-1] == "/page/"


def test_room_is_counted_as_the_server_counts(server: Server) -> None:
    words = "<i data-shown></i><i data-heard></i>"
    line = f'<p data-left-for="t" data-left="{{n}} left" data-over="{{n}} over" hidden>{words}</p>'
    server.show(f'<textarea id="t" data-most="12"></textarea>{line}', "writing")
    server.page.fill("textarea", "🙂é\n12345678")
    assert server.page.inner_text("[data-shown]") == "1 left"
    server.page.fill("textarea", "1234567890123")
    assert server.page.inner_text("[data-shown]") == "1 over"


def test_pencil_lines_follow_the_words(server: Server) -> None:
    leaf = (
        '<div class="leaf"><div class="leaf-marks"></div><textarea>sorry if. Then sorry if.</textarea></div>'
    )
    note = '<div class="note" data-quote="sorry if" data-from="15"><span class="n">1</span></div>'
    server.show(leaf + note, "marks")
    before = "document.querySelector('.leaf-marks mark')?.previousSibling.previousSibling.textContent"
    assert server.page.evaluate(before) == "sorry if. Then "
    server.page.fill("textarea", "sorry.")
    assert server.page.locator(".leaf-marks mark").count() == 0


def test_words_behind_the_address_go_into_the_field_and_out_of_the_history(server: Server) -> None:
    server.body, server.modules = '<input name="code">', ["fragment"]
    server.page.goto(f"{ORIGIN}/page/#{EIGHT}")
    assert server.page.input_value("input[name=code]") == EIGHT.replace("-", " ")
    assert server.page.url == f"{ORIGIN}/page/"


def test_words_behind_the_address_are_handed_on_where_another_page_comes_first(server: Server) -> None:
    server.body = '<main><a href="/start/">Start</a><form method="post" action="/sign-in/"></form></main>'
    server.modules = ["fragment"]
    server.page.goto(f"{ORIGIN}/page/#{EIGHT}")
    assert server.page.url == f"{ORIGIN}/page/"
    assert server.page.locator("a").get_attribute("href") == f"{ORIGIN}/start/#{EIGHT}"
    assert server.page.evaluate("document.querySelector('main form').action") == f"{ORIGIN}/sign-in/#{EIGHT}"


def test_what_is_no_invitation_stays_an_ordinary_anchor(server: Server) -> None:
    server.body, server.modules = '<main><a href="/start/">Start</a></main>', ["fragment"]
    server.page.goto(f"{ORIGIN}/page/#coach")
    assert server.page.url == f"{ORIGIN}/page/#coach"
    assert server.page.locator("a").get_attribute("href") == "/start/"
