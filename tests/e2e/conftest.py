"""A real server, started as a person would, and real browsers in front of it."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Request, Response, expect

from goldseam.demo import PASSPHRASES
from goldseam.keys.sessions import hashed
from tests.cli.running import ROOT, Running
from tests.e2e.people import Account, pair, sign_in, sign_up

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
PATIENCE = 45_000
expect.set_options(timeout=PATIENCE)
CHEAP = {
    "DJANGO_SETTINGS_MODULE": "tests.e2e.settings",
    "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}",
    "SLOW_PAGES": os.environ.get("GOLDSEAM_TEST_SLOW", "0"),
}
LONG_AGO = "2000-01-01 00:00:00"
LONG_ENOUGH = 5 * 60
"""No test takes as many seconds."""
Open = Callable[..., Page]
OPEN: list[Browsers] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failure shows what was on the pages at that moment."""
    report = yield
    if report.failed and report.when != "teardown":
        report.sections += [shown for made in OPEN for shown in made.shown()]
    return report


def noon() -> str:
    """A time zone in which it is about noon now: late in the evening Home is another page."""
    ahead = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


@dataclass
class House:
    """A running server: its address, and the folder in which it keeps everything."""

    address: str
    folder: Path
    said: list[str] = field(default_factory=list)

    def has_session(self, key: str) -> bool:
        """Whether this session is in the store."""
        return bool(self._ask("SELECT 1 FROM keys_session WHERE session_key = ?", key))

    def key(self, page: Page) -> str:
        """What the store calls the session of this browser; empty where it has none."""
        cookies = {each["name"]: each["value"] for each in page.context.cookies()}  # type: ignore[typeddict-item]
        return hashed(cookies["session"]) if "session" in cookies else ""

    def clock_of(self, page: Page) -> list[tuple[Any, ...]]:
        """When the tiers of this browser close if nothing more is done."""
        return self._ask(
            "SELECT tier, idle_at FROM keys_tier WHERE session_id = ? ORDER BY 1", self.key(page)
        )

    def let_close(self, page: Page, *tiers: str) -> None:
        """Let the time of these tiers be over, as if the person had been away."""
        for tier in tiers:
            self._ask(
                "UPDATE keys_tier SET idle_at = ? WHERE session_id = ? AND tier = ?",
                LONG_AGO, self.key(page), tier,
            )  # fmt: skip

    def _ask(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.folder / "apart.sqlite3", timeout=10)) as store, store:
            return store.execute(query, values).fetchall()


@contextmanager
def served(running: Running, folder: Path) -> Iterator[House]:
    """What is said is heard all the time, as a terminal does; and nothing in it may have broken."""
    house = House(f"http://localhost:{running.port}", folder, [running.said])
    assert running.process.stdout
    ear = Thread(target=house.said.extend, args=(running.process.stdout,))
    with running:
        ear.start()
        try:
            yield house
        finally:
            running.process.send_signal(signal.SIGINT)
            running.process.wait(60)
            ear.join()
    broken = [line for line in house.said if re.search(r"broken|Traceback|leave_failed", line)]
    assert broken == []


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server with an empty data folder and everything real but the cost of a guess: keys, clocks, files."""
    folder = tmp_path_factory.mktemp("house")
    with served(Running(folder, "serve", **CHEAP), folder) as here:
        yield here


def patient(goto: Callable[..., Response | None]) -> Callable[..., Response | None]:
    """Go there again where the page before was just going somewhere itself, which the browser takes as final."""

    def again(*given: Any, **wishes: Any) -> Response | None:
        try:
            return goto(*given, **wishes)
        except Error as fault:
            if "ERR_ABORTED" not in fault.message:
                raise
            return goto(*given, **wishes)

    return again


class Browsers:
    """Browsers of people, and what went wrong in them: scripts, the page's policy, our own errors, strangers."""

    def __init__(self, chromium: Browser) -> None:
        self.chromium = chromium
        self.contexts: list[BrowserContext] = []
        self.wrong: list[str] = []

    def open(self, at: str, size: dict[str, int] = PHONE, **wishes: Any) -> Page:
        usual = {
            "has_touch": size is PHONE,
            "locale": "en-GB",
            "timezone_id": noon(),
            "reduced_motion": "reduce",
        }
        wishes = usual | wishes
        context = self.chromium.new_context(base_url=at, viewport=size, **wishes)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        context.on("weberror", lambda error: self.wrong.append(str(error.error)))
        context.on("console", lambda said: self._said(said.text))
        context.on("response", self._answered)
        context.on("request", lambda request: self._asked(request, at))
        page = context.new_page()
        page.goto = patient(page.goto)  # type: ignore[method-assign]
        return page

    def _said(self, text: str) -> None:
        if "Content Security Policy" in text or "Refused to" in text:
            self.wrong.append(text)

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.wrong.append(f"{response.status} {response.request.method} {response.url}")

    def _asked(self, request: Request, at: str) -> None:
        if not request.url.startswith((at, "data:", "chrome-error:")):
            self.wrong.append(f"A request to a stranger: {request.url}")

    def shown(self) -> list[tuple[str, str]]:
        """What is on every page, for a person who looks for a fault."""
        pages = [page for context in self.contexts for page in context.pages]
        return [(f"On the page {page.url}", _words_on(page)) for page in pages]

    def close(self) -> None:
        for context in self.contexts:
            context.close()


def _words_on(page: Page) -> str:
    try:
        return page.locator("body").inner_text(timeout=1000)
    except Error as none:
        return none.message


@contextmanager
def browsers(chromium: Browser) -> Iterator[Browsers]:
    """Browsers that are closed at the end; whatever went wrong in them fails the test."""
    made = Browsers(chromium)
    OPEN.append(made)
    try:
        yield made
    except BaseException:
        print(*(f"{where}:\n{what}" for where, what in made.shown()), sep="\n\n")
        raise
    finally:
        OPEN.remove(made)
        made.close()
    assert made.wrong == []


@pytest.fixture
def open_browser(chromium: Browser, house: House) -> Iterator[Open]:
    """A browser of somebody's own: `open_browser()` gives its page."""
    with browsers(chromium) as made:
        yield lambda *given, **wishes: made.open(house.address, *given, **wishes)


class Sittings:
    """People who signed in to one house. Each goes on in the next test, for as long as both tiers stay open."""

    def __init__(self) -> None:
        self.cookies: dict[str, Any] = {}

    def sit_down(self, page: Page, account: Account) -> Page:
        """Bring this person Home, signed in, in this browser; with the passphrase only where it is needed."""
        page.context.add_cookies(self.cookies.get(account.name, []))
        page.goto("/home/")
        if int(page.locator("body").get_attribute("data-private-left") or 0) < LONG_ENOUGH:
            page.context.clear_cookies()
            sign_in(page, account)
            self.cookies[account.name] = page.context.cookies()
        return page


@pytest.fixture(scope="session")
def sittings() -> Sittings:
    """Who has signed in to the house."""
    return Sittings()


@dataclass(frozen=True)
class Couple:
    """Two paired people of the house, and the path of their place."""

    alice: Account
    bob: Account
    place: str


@pytest.fixture(scope="session")
def couple(chromium: Browser, house: House) -> Iterator[Couple]:
    """Signed up and paired once. Tests leave their letters behind, so none counts on an empty pile."""
    with browsers(chromium) as made:
        alice, bob = made.open(house.address), made.open(house.address)
        accounts = sign_up(alice, "Alice", "alice"), sign_up(bob, "Bob", "bob")
        place = pair(alice, bob)
    yield Couple(*accounts, place)


@pytest.fixture
def alice(couple: Couple, sittings: Sittings, open_browser: Open) -> Page:
    """Alice at Home, signed in on a phone, both tiers open."""
    return sittings.sit_down(open_browser(), couple.alice)


@pytest.fixture
def bob(couple: Couple, sittings: Sittings, open_browser: Open) -> Page:
    """Bob at Home, signed in on a phone, both tiers open."""
    return sittings.sit_down(open_browser(), couple.bob)


@pytest.fixture
def two_at_home(alice: Page, bob: Page) -> tuple[Page, Page]:
    """Both of them, each on a phone."""
    return alice, bob


@dataclass(frozen=True)
class Demo:
    """`goldseam demo`: its address, and its two people, for whom it is about noon."""

    address: str
    sittings: Sittings = field(default_factory=Sittings)

    def sit_down(self, page: Page, name: str) -> Page:
        """Bring this person Home, signed in, both tiers open."""
        return self.sittings.sit_down(page, Account(name, PASSPHRASES[name], ""))


@pytest.fixture(scope="session")
def demo(chromium: Browser) -> Iterator[Demo]:
    with served(Running(None, "demo"), Path()) as here:
        house = Demo(here.address)
        for name in PASSPHRASES:
            with browsers(chromium) as made:
                page = house.sit_down(made.open(here.address), name)
                page.goto("/settings/day/")
                page.get_by_label("Your time zone").select_option(noon())
                page.get_by_role("button", name="Save").click()
        yield house
