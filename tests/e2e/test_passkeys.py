"""Passkeys and codes in a real browser, with an authenticator that the browser itself provides."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from goldseam.keys.factors import code_at
from tests.e2e.conftest import DESK, House, Open
from tests.e2e.people import Account, heading, keep_a_page, no_barrier, press, sign_in, sign_up

pytestmark = pytest.mark.browser
Authenticator = Callable[..., dict[str, Any]]


def with_authenticator(page: Page, *, secret: bool = True, **wishes: Any) -> Any:
    """Give this browser a device of its own, that knows the `prf` extension or does not."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "ctap2Version": "ctap2_1",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "hasPrf": secret,
        "automaticPresenceSimulation": True,
    }
    made = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": device | wishes})
    return cdp, made["authenticatorId"]


@pytest.fixture
def newcomer(open_browser: Open) -> tuple[Page, Account]:
    """Somebody new, at Home, on a desk."""
    page = open_browser(DESK)
    return page, sign_up(page, "Ada", "ada")


def make_passkey(page: Page, account: Account, opens: bool = True) -> None:
    page.goto("/settings/")
    page.get_by_role("main").get_by_role("link", name="Second step and passkeys").click()
    expect(heading(page, "Second step and passkeys")).to_be_visible()
    no_barrier(page)
    press(page, "Make a passkey")
    expect(heading(page, "Make a passkey")).to_be_visible()
    no_barrier(page)
    page.get_by_role("main").get_by_label("Your passphrase").fill("these are not the words")
    page.get_by_role("main").get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("main").get_by_role("alert")).to_contain_text("does not open it")
    page.get_by_role("main").get_by_label("Your passphrase").fill(account.passphrase)
    page.get_by_role("main").get_by_role("button", name="Make a passkey").click()
    if not opens:
        expect(page.get_by_text("This passkey cannot open your pages by itself.")).to_be_visible()
        no_barrier(page)
        press(page, "Ask for it each time")
    expect(heading(page, "Second step and passkeys")).to_be_visible()


def sign_out(page: Page) -> None:
    page.goto("/settings/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Start a private place")).to_be_visible()


def by_passkey(page: Page) -> None:
    page.goto("/sign-in/")
    no_barrier(page)
    press(page, "Use a passkey")


def at_home(page: Page) -> None:
    expect(page.get_by_role("navigation", name="Rooms")).to_be_visible()


def test_a_passkey_signs_in_alone_also_after_the_passphrase_was_changed(
    newcomer: tuple[Page, Account],
) -> None:
    page, account = newcomer
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    with_authenticator(page)
    make_passkey(page, account)
    expect(page.get_by_text("It opens everything here by itself.")).to_be_visible()
    keep_a_page(page, "only mine")
    sign_out(page)
    by_passkey(page)
    at_home(page)
    page.goto("/mine/journal/")
    expect(page.get_by_role("main")).to_contain_text("only mine")
    # What a passkey says of its secret never leaves the page.
    assert sent and not any("prf" in body and "results" in body for body in sent)

    page.goto("/settings/passphrase/")
    page.get_by_label("Your passphrase of now").fill(account.passphrase)
    no_barrier(page)
    page.get_by_label("Take all of these away").uncheck()
    page.get_by_role("button", name="Change my passphrase").click()
    expect(page.get_by_text("Your new passphrase is set.")).to_be_visible()
    sign_out(page)
    by_passkey(page)
    at_home(page)
    page.goto("/mine/journal/")
    expect(page.get_by_role("main")).to_contain_text("only mine")


def test_a_passkey_opens_pages_that_have_closed(newcomer: tuple[Page, Account], house: House) -> None:
    page, account = newcomer
    with_authenticator(page)
    make_passkey(page, account)
    # A private room.
    house.let_close(page, "private")
    page.goto("/settings/ways/")
    no_barrier(page)
    page.get_by_role("main").get_by_role("button", name="Use a passkey").click()
    expect(heading(page, "Second step and passkeys")).to_be_visible()
    # Over a text that was sent too late.
    page.goto("/mine/journal/")
    page.get_by_label("What is on your mind").fill("written for a long time")
    house.let_close(page, "private", "shared")
    press(page, "Keep, sealed")
    use = page.get_by_role("button", name="Use a passkey").locator("visible=true")
    use.first.click()
    expect(page.get_by_role("main")).to_contain_text("written for a long time")
    page.goto("/mine/journal/")
    expect(page.get_by_role("main")).to_contain_text("written for a long time")


def test_a_device_without_a_secret_is_a_second_step(newcomer: tuple[Page, Account]) -> None:
    page, account = newcomer
    with_authenticator(page, secret=False)
    make_passkey(page, account, opens=False)
    expect(page.get_by_text("it is asked for after your passphrase")).to_be_visible()
    sign_out(page)
    by_passkey(page)
    expect(page.get_by_role("main").get_by_role("alert")).to_contain_text(
        "is asked for after your passphrase"
    )
    page.get_by_label("Sign-in name").fill(account.name)
    page.get_by_label("Passphrase").fill(account.passphrase)
    page.get_by_role("button", name="Sign in").click()
    expect(heading(page, "One more step")).to_be_visible()
    no_barrier(page)
    press(page, "Use a passkey")
    at_home(page)


SAYS_NO = """() => {
  const asks = navigator.credentials.get.bind(navigator.credentials);
  navigator.credentials.get = () => {
    navigator.credentials.get = asks;
    return Promise.reject(new DOMException("no", "NotAllowedError"));
  };
}"""


def test_who_says_no_to_the_browser_is_told_that_nothing_happened(newcomer: tuple[Page, Account]) -> None:
    page, account = newcomer
    with_authenticator(page)
    make_passkey(page, account)
    sign_out(page)
    page.goto("/sign-in/")
    page.evaluate(SAYS_NO)
    press(page, "Use a passkey")
    expect(page.get_by_role("main").get_by_role("alert")).to_contain_text("Nothing was opened.")
    no_barrier(page)
    press(page, "Use a passkey")
    at_home(page)


def test_codes_of_an_app_are_asked_for(newcomer: tuple[Page, Account], open_browser: Open) -> None:
    page, account = newcomer
    page.goto("/settings/ways/codes/")
    no_barrier(page)
    seed = page.locator("#app-seed").inner_text()
    seed = re.sub(r"\s", "", seed)
    page.get_by_role("textbox", name="The six digits").fill(code_of(page, seed))
    page.get_by_role("main").get_by_label("Your passphrase").fill(account.passphrase)
    press(page, "Ask for codes from now on")
    expect(page.get_by_text("From now on, a code is asked for after your passphrase.")).to_be_visible()
    other = open_browser()
    other.goto("/sign-in/")
    other.get_by_label("Sign-in name").fill(account.name)
    other.get_by_label("Passphrase").fill(account.passphrase)
    other.get_by_role("button", name="Sign in").click()
    other.get_by_role("textbox", name="The six digits").fill("12 34 5")
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_text("This code is not right, or was used before.")).to_be_visible()
    no_barrier(other)
    other.get_by_role("textbox", name="The six digits").fill(code_of(other, seed, 1))
    other.get_by_role("button", name="Sign in").click()
    at_home(other)
    # Taken away, the passphrase alone is enough again.
    page.get_by_role("link", name="Codes of an app").first.click()
    page.get_by_role("main").get_by_label("Your passphrase").fill(account.passphrase)
    press(page, "Take it away")
    expect(page.get_by_text("It is taken away.")).to_be_visible()
    third = open_browser()
    sign_in(third, account)


def code_of(page: Page, seed: str, around: int = 0) -> str:
    return code_at(seed, int(page.evaluate("Date.now()")) // 30_000 + around)
