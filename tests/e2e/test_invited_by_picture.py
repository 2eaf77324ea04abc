"""A new person points a phone at the picture: signing up comes first, and the words are not lost on the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Open
from tests.e2e.people import eight_words

pytestmark = pytest.mark.browser


def test_the_words_come_along_through_sign_up(alice: Page, open_browser: Open) -> None:
    alice.goto("/ours/invite/")
    alice.get_by_role("button", name="Make the eight words").click()
    words = eight_words(alice)

    new = open_browser()
    new.goto(f"/ours/accept/#{'-'.join(words)}")
    assert words[0] not in new.url
    new.get_by_role("link", name="I am new here").click()
    new.get_by_label("What shall we call you?").fill("Dana")
    new.get_by_label("A name to sign in with").fill("dana")
    new.get_by_label("I know that this is not therapy").check()
    new.get_by_role("button", name="Start").last.click()
    new.get_by_role("link", name="Confirm tomorrow").click()
    expect(new.get_by_label("The eight words")).to_have_value(" ".join(words))
    assert "#" not in new.url
    new.get_by_role("button", name="See who invites you").click()
    expect(new.get_by_role("heading", name="invites you")).to_be_visible()

    asked: list[str] = []
    new.on("request", lambda request: asked.append(request.method))
    new.reload()
    expect(new.get_by_label("The eight words")).to_have_value("")
    assert " ".join(words) not in new.content() and "POST" not in asked
