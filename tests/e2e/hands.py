"""Two hands on a keyboard: the whole of what the tests of the keyboard reach a page with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import Locator, Page, expect

from goldseam.keys.factors import code_at
from tests.e2e.people import Account, code_shown, heading, path_of

MOST_STOPS = 80
POINTED = """for (const kind of ["pointerdown", "mousedown", "touchstart"])
  addEventListener(kind, () => console.error("pointed at"), true);"""
FROM_THE_TOP = "one => document.activeElement === document.body && Boolean(one.closest('main'))"
HELD = "one => one === document.activeElement"
SHOWN = """one => {
  const [box] = one.getClientRects();
  const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)];
  const [right, bottom] = [Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return one.matches(":focus-visible") && (one.closest("label") ?? one).contains(there);
}"""
"""Whether it shows that it has the focus, and what is seen of it in the window is not covered."""


class Hands:
    """Somebody at a keyboard. There is nothing else to reach the page with."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.main = page.get_by_role("main")

    @property
    def path(self) -> str:
        """The page that is open, wherever in it the hands are."""
        return path_of(self.page).split("#")[0]

    def go_to(self, goal: Locator) -> None:
        """Tab until the focus is there, and can be seen there."""
        expect(goal).to_be_visible()
        if goal.evaluate(FROM_THE_TOP):
            self._skip_the_rooms()
        for _ in range(MOST_STOPS):
            if goal.evaluate(HELD):
                assert goal.evaluate(SHOWN), f"The focus cannot be seen there: {goal}"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The keyboard does not get there: {goal}")

    def _skip_the_rooms(self) -> None:
        """Begin behind the rooms, as somebody does who comes by the keyboard every day."""
        self.page.keyboard.press("Tab")
        if self.page.evaluate("document.activeElement.matches('.skip')"):
            self.page.keyboard.press("Enter")
            # It takes a moment, and whoever goes on sooner is taken back. A page that has just come has lost it again.
            with suppress(AssertionError):
                expect(self.main).to_be_focused(timeout=3000)

    def press(
        self, role: str, name: str | re.Pattern[str], key: str = "Enter", *, inside: Locator | None = None
    ) -> None:
        """Go to a link, a button or a box in the page, and use it."""
        self.go_to((inside or self.page).get_by_role(role, name=name).first)  # type: ignore[arg-type]
        self.page.keyboard.press(key)

    def unfold(self, words: str, *, inside: Locator | None = None) -> None:
        """Open what is folded under a line with these words."""
        line = (inside or self.main).locator("summary", has_text=words).first
        self.go_to(line)
        self.page.keyboard.press("Enter")
        expect(line.locator("xpath=..")).to_have_attribute("open", "")

    def write(self, field: Locator, words: str) -> None:
        self.go_to(field)
        self.page.keyboard.type(words)
        expect(field).to_have_value(words)

    def choose(self, question: str, word: str) -> None:
        """Go into a group of choices, and to the one that begins with this word by the arrows."""
        group = self.page.get_by_role("group", name=question)
        choices, chosen = group.get_by_role("radio"), group.get_by_role("radio", checked=True)
        wanted = group.get_by_role("radio", name=re.compile(rf"^{re.escape(word)}\b"))
        self.go_to(chosen if chosen.count() else choices.first)
        self.page.keyboard.press("Space")
        for _ in range(choices.count()):
            if wanted.is_checked():
                break
            self.page.keyboard.press("ArrowDown")
        expect(wanted).to_be_checked()

    def sign_in(self, account: Account) -> None:
        self.name_oneself(account)
        expect(self.page.get_by_role("navigation", name="Rooms")).to_be_visible()

    def name_oneself(self, account: Account) -> None:
        """Name and passphrase. A second step may come after them."""
        self.page.goto("/sign-in/")
        self.write(self.page.get_by_label("Sign-in name"), account.name)
        self.write(self.page.get_by_label("Passphrase"), account.passphrase)
        self.page.keyboard.press("Enter")

    def sign_up(self, called: str) -> Account:
        """From the open page to Home."""
        page = self.page
        page.goto("/")
        self.press("link", "Start a private place")
        self.write(page.get_by_label("What shall we call you?"), called)
        self.write(page.get_by_label("A name to sign in with"), called.lower())
        passphrase = page.locator('input[name="offered_passphrase"]').input_value()
        self.press("checkbox", re.compile("I know that this is not therapy"), "Space")
        self.go_to(self.main.get_by_role("button", name="Start", exact=True).last)
        page.keyboard.press("Enter")
        expect(heading(page, "Write these two on paper")).to_be_visible()
        name = page.locator("#own-name").inner_text()
        code = code_shown(page)
        self.press("link", "Confirm tomorrow")
        expect(page.get_by_role("navigation", name="Rooms")).to_be_visible()
        return Account(name, passphrase, code)

    def ask_for_codes(self, account: Account) -> str:
        """Have codes of an app asked for from now on. Returns what the app makes them from."""
        page = self.page
        page.goto("/settings/ways/")
        self.press("link", "Use codes of an app")
        seed = re.sub(r"\s", "", page.locator("#app-seed").inner_text())
        code = code_at(seed, int(page.evaluate("Date.now()")) // 30_000)
        self.write(page.get_by_role("textbox", name="The six digits"), code)
        self.write(self.main.get_by_label("Your passphrase"), account.passphrase)
        self.press("button", "Ask for codes from now on")
        expect(page.get_by_text("From now on, a code is asked for")).to_be_visible()
        return seed


@contextmanager
def hands(*pages: Page) -> Iterator[tuple[Hands, ...]]:
    """These pages at a keyboard each, from their next address on. A pointer that touched one would be told."""
    pointed: list[str] = []
    for page in pages:
        page.add_init_script(POINTED)
        page.on("console", lambda said: pointed.append(said.text))
    yield tuple(Hands(page) for page in pages)
    assert "pointed at" not in pointed
