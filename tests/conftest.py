"""What every test may rely on: both databases, and on PostgreSQL only the tests that touch a database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser import CHROMIUM_ARGUMENTS, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DATABASE_FIXTURES = frozenset({"db", "transactional_db", "django_db_reset_sequences", "live_server"})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        _open_both_databases(item)
    if os.environ.get("GOLDSEAM_TEST_HALF") == "postgresql":
        _keep(config, items, [item for item in items if _touches_database(item)])


def _open_both_databases(item: pytest.Item) -> None:
    """A database test may touch the database kept apart too, without saying so in each test."""
    marker = item.get_closest_marker("django_db")
    if marker is not None and not marker.args and "databases" not in marker.kwargs:
        item.add_marker(pytest.mark.django_db(**marker.kwargs, databases="__all__"), append=False)
    elif marker is None and DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())):
        item.add_marker(pytest.mark.django_db(databases="__all__"))


def _touches_database(item: pytest.Item) -> bool:
    return item.get_closest_marker("django_db") is not None and item.get_closest_marker("browser") is None


def _keep(config: pytest.Config, items: list[pytest.Item], wanted: list[pytest.Item]) -> None:
    left = [item for item in items if item not in wanted]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = wanted


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium: one for all browser tests, since Playwright runs once in a process."""
    found = find_chromium()
    if found is None:
        pytest.fail("There is no Chromium here. `./goldseam test` installs it, or leaves these tests out.")
    from playwright.sync_api import sync_playwright  # the fast suite need not load it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(found), args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()
