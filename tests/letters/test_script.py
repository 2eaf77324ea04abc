"""The room's own script, in a real browser: waving a remark away, and parts that belong to one answer."""

from __future__ import annotations

import pytest

from tests.web.test_scripts import Server, server, shown

pytestmark = pytest.mark.browser

__all__ = ["server"]

STATE = '<p data-keep-state data-saving="Saving…" data-saved="Saved"><span data-shown></span><i data-heard></i></p>'
LETTER = (
    '<form id="letter" method="post" action="/next/" data-keep="/keep/"><div id="carried"></div>'
    f'<textarea name="text">I am sorry if.</textarea>{STATE}</form><h2 id="coach-title" tabindex="-1">In pencil</h2>'
    '<div id="coach-notes"><div class="note" data-quote="sorry if"><span class="n">1</span>'
    '<button form="letter" name="dismiss" value="conditional.if:1" data-pencil>Not here</button></div></div>'
    '<span id="coach-switch"><button form="letter" name="coach" value="off" data-pencil>Turn off</button></span>'
)
ANSWER = (
    '<form><input type="radio" name="answer" value="heard" id="h"><input type="radio" name="answer" '
    'value="part_missing" id="p"><div data-only-if="answer=part_missing" id="parts">Which part?</div></form>'
)


def test_a_remark_is_waved_away_and_the_page_stays(server: Server) -> None:
    server.answers["/keep/"] = {
        "body": '<div id="carried"></div><div id="coach-notes">none</div>',
        "content_type": "text/html",
    }
    server.show(LETTER, "autosave", "letters")
    server.page.click("text=Not here")
    assert server.page.locator(".note").count() == 0
    assert server.page.evaluate("document.activeElement.id") == "coach-title"
    shown(server, "Saved")
    assert "dismiss=conditional.if%3A1" in server.posts[-1][1]
    assert server.page.inner_text("#coach-notes") == "none" and server.page.url.endswith("/page/")


def test_remarks_are_turned_off_with_the_next_saving(server: Server) -> None:
    server.answers["/keep/"] = {"body": '<span id="coach-switch">on</span>', "content_type": "text/html"}
    server.show(LETTER, "autosave", "letters")
    server.page.click("text=Turn off")
    shown(server, "Saved")
    assert "coach=off" in server.posts[-1][1] and server.page.inner_text("#coach-switch") == "on"


def test_parts_show_beside_their_answer_only(server: Server) -> None:
    server.show(ANSWER, "letters")
    assert server.page.is_hidden("#parts")
    server.page.check("#p")
    assert server.page.is_visible("#parts")
    server.page.check("#h")
    assert server.page.is_hidden("#parts")
