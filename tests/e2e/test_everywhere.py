"""Every page of the house, as two people with seven months in it see it: no barrier, and nothing leans out."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from goldseam.content import DOORS, HELP
from tests.e2e.conftest import Demo, browsers
from tests.e2e.people import no_barrier
from tests.e2e.walking import walk

pytestmark = pytest.mark.browser

OPEN_PAGES = (
    "/",
    *(f"/first-days/{door}/" for door in DOORS),
    "/help/",
    *(f"/help/{page}/" for page in HELP),
    "/sign-in/",
    "/sign-up/",
    "/recover/",
    "/aside/",
    "/there-is-nothing-here/",
)
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
NARROW: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "has_touch": True}


def nothing_leans_out(page: Page) -> None:
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1], (page.url, wide)


def look(page: Page, paths: list[str] | tuple[str, ...]) -> None:
    for path in paths:
        page.goto(path)
        nothing_leans_out(page)
        no_barrier(page)


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_the_open_pages(chromium: Browser, demo: Demo, size: dict[str, Any], scheme: str) -> None:
    with browsers(chromium) as made:
        context = chromium.new_context(base_url=demo.address, color_scheme=scheme, **size)  # type: ignore[arg-type]
        made.contexts.append(context)
        look(context.new_page(), OPEN_PAGES)


@pytest.mark.parametrize(
    ("name", "size", "scheme"), [("alice", PHONE, "light"), ("bob", DESK, "dark"), ("bob", NARROW, "dark")]
)
def test_the_rooms(chromium: Browser, demo: Demo, name: str, size: dict[str, Any], scheme: str) -> None:
    with browsers(chromium) as made:
        context = chromium.new_context(
            base_url=demo.address,
            color_scheme=scheme,  # type: ignore[arg-type]
            storage_state=demo.signed_in(name),
            **size,
        )
        made.contexts.append(context)
        page = context.new_page()
        page.goto("/home/")
        paths = [path for path in walk(page) if not path.startswith(("/help/", "/first-days/"))]
        assert len(paths) > 20
        look(page, paths)
