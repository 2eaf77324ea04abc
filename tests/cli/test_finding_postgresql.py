"""Which PostgreSQL the tests run on, and that it is said loudly when there is none."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import psycopg
import pytest

from tests import pg, suite


def test_a_named_server_that_does_not_answer_is_an_error_and_never_replaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GOLDSEAM_TEST_DATABASE", "postgresql://ann:secret@127.0.0.1:1/test")
    monkeypatch.setattr(pg, "on_loopback", lambda: pytest.fail("looked elsewhere"))
    with pytest.raises(pg.NoServer) as reason, pg.database_for_tests():
        pass
    assert "127.0.0.1:1" in str(reason.value)
    assert "secret" not in str(reason.value)


def test_loopback_is_tried_before_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.delenv("GOLDSEAM_TEST_DATABASE", raising=False)
    monkeypatch.delenv("PGPORT", raising=False)

    def refusal(url: str) -> str:
        tried.append(url)
        return "no"

    monkeypatch.setattr(pg, "refusal", refusal)
    assert pg.on_loopback() is None
    assert tried[0] == "postgresql://postgres@127.0.0.1:5432/postgres"
    assert len(tried) == len(set(tried)) >= 2


def test_what_a_wheel_keeps_beside_itself_is_copied_too(tmp_path: Path) -> None:
    for folder in ("site/pgserver/pginstall/bin", "site/pgserver.libs", "to"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "site/pgserver.libs/libpq.so").touch()
    copy = pg._copy(tmp_path / "site/pgserver", tmp_path / "to")
    assert (copy / "pginstall/bin").is_dir()
    assert (copy.parent / "pgserver.libs/libpq.so").is_file()


def test_the_half_that_did_not_run_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise pg.NoServer("none is running")

    monkeypatch.setattr(suite, "database_for_tests", none)
    report = suite.Report()
    suite.postgresql_half([], report)
    assert report.lines == ["THE POSTGRESQL HALF DID NOT RUN: none is running"]
    assert not report.failed


def test_a_missing_browser_is_said_and_the_rest_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(suite, "run", lambda name, marked, rest, report, **_: ran.append(marked))
    monkeypatch.setattr(suite, "provide_chromium", lambda: None)
    report = suite.Report()
    suite.sqlite_half([], report)
    assert ran == ["not browser"]
    assert report.lines[0].startswith("THE BROWSER TESTS DID NOT RUN")


@pytest.mark.parametrize(
    ("status", "failed", "word"), [(0, False, "passed"), (1, True, "FAILED"), (5, False, "none of")]
)
def test_only_a_failure_fails(monkeypatch: pytest.MonkeyPatch, status: int, failed: bool, word: str) -> None:
    done = subprocess.CompletedProcess([], status)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)
    report = suite.Report()
    suite.run("SQLite", "", [], report)
    assert report.failed is failed
    assert word in report.lines[0]


@pytest.mark.slow
def test_the_name_made_for_a_run_is_gone_afterwards_with_its_copies() -> None:
    if os.environ.get("GOLDSEAM_TEST_DATABASE") is None and pg.on_loopback() is None:
        return
    with pg.database_for_tests() as url:
        server, name = url.rsplit("/", 1)
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}_gw0"')
    with psycopg.connect(f"{server}/postgres") as connection:
        left = connection.execute("SELECT 1 FROM pg_database WHERE starts_with(datname, %s)", [name])
        assert left.fetchall() == []
