"""A server that runs sweeps by itself, in one process and in several."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests.cli.running import PATIENCE, Running, run
from tests.cli.test_backup_postgresql import url  # noqa: F401  a fixture

OLD = "INSERT INTO keys_attempt (bucket, tries, last) VALUES ('-', 1, '2026-01-01 00:00:00')"
LEFT = "SELECT count(*) FROM keys_attempt"
DUE = "SELECT count(*) FROM upkeep_chorerow"


def wait_until(count: Callable[[], int], wanted: int) -> None:
    until = time.monotonic() + PATIENCE
    while count() != wanted:
        assert time.monotonic() < until, "it was not swept"
        time.sleep(0.05)


def ask(file: Path, query: str) -> int:
    with closing(sqlite3.connect(file, timeout=20)) as database, database:
        row = database.execute(query).fetchone()
        return row[0] if row else 0


@pytest.mark.slow
def test_one_process_sweeps_and_stops_clean(tmp_path: Path) -> None:
    data, apart = tmp_path / "data", tmp_path / "data" / "apart.sqlite3"
    with Running(data, "serve") as first:
        wait_until(lambda: ask(apart, DUE), 4)
        first.stop()
    ask(apart, OLD)
    ask(apart, "UPDATE upkeep_chorerow SET due_at = '2026-01-01 00:00:00'")
    with Running(data, "serve") as again:
        wait_until(lambda: ask(apart, LEFT), 0)
        again.stop()
        assert again.process.returncode == 0
    assert "failed" not in again.said
    assert not (data / "apart.sqlite3-wal").exists()


@pytest.mark.slow
@pytest.mark.django_db
def test_several_processes_sweep_too(url: str, tmp_path: Path) -> None:  # noqa: F811
    if not url:
        return
    data = tmp_path / "data"
    with psycopg.connect(url, autocommit=True) as connection:

        def count(query: str) -> int:
            row = connection.execute(query).fetchone()
            assert row
            return int(row[0])

        with Running(data, "serve", GOLDSEAM_DATABASE=url) as first:
            wait_until(lambda: count(DUE), 4)
            first.stop()
        connection.execute(OLD)
        connection.execute("UPDATE upkeep_chorerow SET due_at = '2026-01-01'")
        with Running(data, "serve", "--workers", "2", GOLDSEAM_DATABASE=url) as again:
            wait_until(lambda: count(LEFT), 0)
            again.stop()
            assert again.process.returncode == 0
    assert "failed" not in again.said
    assert run(data, "check", GOLDSEAM_DATABASE=url).returncode == 0
