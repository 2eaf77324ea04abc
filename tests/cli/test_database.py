"""Every connection to SQLite is safe against a power cut, and clears what it deletes from the file."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connections

from goldseam.web.settings import database

PROMISED = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


def pragmas(alias: str) -> dict[str, Any]:
    found = {}
    with connections[alias].cursor() as cursor:
        for name in PROMISED:
            cursor.execute(f"PRAGMA {name}")
            found[name] = cursor.fetchone()[0]
    return found


@pytest.mark.django_db(transaction=True)
def test_every_sqlite_connection_keeps_the_promise() -> None:
    seen: list[tuple[str, dict[str, Any]]] = []

    def in_a_new_thread() -> None:
        for alias in connections:
            if connections[alias].vendor == "sqlite":
                seen.append((alias, pragmas(alias)))
        connections.close_all()

    for _ in range(2):
        thread = threading.Thread(target=in_a_new_thread)
        thread.start()
        thread.join()
    assert len(seen) == 2 * sum(connections[alias].vendor == "sqlite" for alias in connections)
    assert [found for _, found in seen] == [PROMISED] * len(seen)


def test_a_postgresql_address_is_read_whole() -> None:
    read = database("postgresql://ann%40home:p%2Fw@db.example:5433/goldseam")
    assert (read["USER"], read["PASSWORD"]) == ("ann@home", "p/w")
    assert (read["HOST"], read["PORT"], read["NAME"]) == ("db.example", "5433", "goldseam")


@pytest.mark.django_db(transaction=True)
def test_a_write_waits_for_its_turn_instead_of_failing_late() -> None:
    """SQLite transactions begin with the write lock, so that none is refused after it has read."""
    for alias in connections:
        if connections[alias].vendor == "sqlite":
            assert getattr(connections[alias], "transaction_mode") == "IMMEDIATE"  # noqa: B009
