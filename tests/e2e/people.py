"""What people do in a browser, in their own words."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Account:
    """What somebody wrote on paper."""

    name: str
    passphrase: str
    code: str


def barriers(page: Page, **options: Any) -> list[str]:
    """What axe finds on this page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    wanted = {"runOnly": TAGS, "resultTypes": ["violations"], **options}
    found = page.evaluate("wanted => axe.run(wanted).then(found => found.violations)", wanted)
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


# What a page is made of: its kinds of elements, where they stand and how they are, however many, whatever their words.
MADE_OF = """() => {
  const parts = (one) => [one.localName, one.className, one.type, one.role, one.checked, ...one.getAttributeNames()];
  const all = [...document.querySelectorAll("*")].map((one) => `${parts(one.parentElement ?? one)}>${parts(one)}`);
  const wishes = ["(prefers-color-scheme: dark)", "(min-width: 60rem)"].map((each) => matchMedia(each).matches);
  return [location.pathname.replace(/[0-9a-f-]{36}/g, "*"), wishes, innerWidth, ...new Set(all)].join("\\n");
}"""
CLEAN: set[str] = set()


def made_of(page: Page) -> str:
    """The same for pages that differ only in their words."""
    return str(page.evaluate(MADE_OF))


def no_barrier(page: Page) -> None:
    """axe finds nothing on this page. It is asked once about pages that differ only in their words."""
    made = made_of(page)
    if made not in CLEAN:
        assert barriers(page) == [], page.url
        CLEAN.add(made)


def heading(page: Page, words: str) -> Locator:
    return page.get_by_role("heading", name=words)


def press(page: Page, words: str | re.Pattern[str]) -> None:
    """Press a button, or follow a link that looks like one."""
    page.get_by_role("button", name=words).or_(page.get_by_role("link", name=words)).first.click()


def until(page: Page, so: Callable[[], bool]) -> None:
    """Wait for something that no page shows, such as the server's store."""
    patience = time.monotonic() + 15
    while not so():
        assert time.monotonic() < patience, "It did not come about."
        page.wait_for_timeout(20)


def path_of(page: Page) -> str:
    return "/" + page.url.split("/", 3)[3]


def code_shown(page: Page) -> str:
    """The recovery code, as somebody copies it from the page."""
    parts = page.locator("#code span")
    expect(parts.first).to_be_visible()
    return "-".join(parts.all_inner_texts())


def eight_words(page: Page) -> list[str]:
    """The words of an invitation, as somebody copies them from the page that shows them once."""
    numbered = page.get_by_role("region", name="The eight words").get_by_role("listitem")
    expect(numbered).to_have_count(8)
    return [each.split()[-1] for each in numbered.all_inner_texts()]


def sign_up(page: Page, called: str, wish: str) -> Account:
    """Start, as a new person does: from the open page to Home, the code confirmed tomorrow."""
    page.goto("/")
    page.get_by_role("link", name="Start a private place").click()
    expect(page.get_by_label("What shall we call you?")).to_be_visible()
    no_barrier(page)
    page.get_by_label("What shall we call you?").fill(called)
    page.get_by_label("A name to sign in with").fill(wish)
    passphrase = page.locator('input[name="offered_passphrase"]').input_value()
    page.get_by_label("I know that this is not therapy").check()
    page.get_by_role("button", name="Start").last.click()
    expect(heading(page, "Write these two on paper")).to_be_visible()
    no_barrier(page)
    name = page.locator("#own-name").inner_text()
    code = code_shown(page)
    page.get_by_role("link", name="Confirm tomorrow").click()
    expect(page.get_by_role("navigation", name="Rooms")).to_be_visible()
    return Account(name, passphrase, code)


def sign_in(page: Page, account: Account) -> None:
    page.goto("/sign-in/")
    page.get_by_label("Sign-in name").fill(account.name)
    page.get_by_label("Passphrase").fill(account.passphrase)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("navigation", name="Rooms")).to_be_visible()


def pair(inviter: Page, invited: Page) -> str:
    """One makes eight words; the other types them and says yes. Returns the path of their place."""
    inviter.goto("/ours/invite/")
    press(inviter, "Make the eight words")
    words = " ".join(eight_words(inviter))
    no_barrier(inviter)
    invited.goto("/ours/accept/")
    no_barrier(invited)
    invited.get_by_label("The eight words").fill(words)
    press(invited, "See who invites you")
    expect(heading(invited, "invites you")).to_be_visible()
    no_barrier(invited)
    press(invited, "Join")
    expect(heading(invited, "You and")).to_be_visible()
    no_barrier(invited)
    return path_of(invited)


def keep_a_page(page: Page, words: str) -> None:
    """Write into one's journal."""
    page.goto("/mine/journal/")
    page.get_by_label("What is on your mind").fill(words)
    press(page, "Keep, sealed")
    expect(page.get_by_text("Saved. Only you have these words.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(words)


def letter(page: Page) -> Locator:
    """The paper on which a letter is written."""
    return page.get_by_role("textbox", name="Your letter")


def saved(page: Page) -> None:
    """The page says that everything on it is kept."""
    expect(page.get_by_role("main").get_by_text("Saved", exact=True).first).to_be_visible()


def begin_letter(page: Page, place: str, kind: str) -> str:
    """Choose a kind of letter. Returns the path of its draft."""
    page.goto(f"{place}letters/new/")
    press(page, re.compile(f"Begin ?: {kind}"))
    expect(letter(page)).to_be_visible()
    return path_of(page)


def answer(page: Page, question: str, word: str) -> None:
    """Answer one of the private questions."""
    page.get_by_role("group", name=question).get_by_role("radio", name=word, exact=True).check()


def look_and_send(page: Page, name: str) -> None:
    """See what the other will see, answer the two questions, and send."""
    press(page, f"See what {name} will see")
    answer_and_send(page, name)


def answer_and_send(page: Page, name: str) -> None:
    answer(page, "Do I believe this?", "Yes")
    answer(page, "Am I afraid not to say it?", "No")
    page.get_by_role("button", name=f"Send to {name}").click()
    expect(heading(page, "You have sent it")).to_be_visible()


def answer_letter(page: Page, name: str, word: str, *parts: str, words: str = "") -> None:
    """Answer the open letter: look at the answer as the other will see it, then send it."""
    page.get_by_role("radio", name=word).check()
    for part in parts:
        page.get_by_role("checkbox", name=part).check()
    page.get_by_label("A few words, if you like").fill(words)
    press(page, f"See what {name} will see")
    expect(page.get_by_role("article", name="Your answer")).to_contain_text(word)
    page.get_by_role("button", name=f"Send this answer to {name}").click()
    expect(heading(page, word)).to_be_visible()
