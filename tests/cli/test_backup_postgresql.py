"""Backup, migration and restore on PostgreSQL, with PostgreSQL's own programs where this machine has them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest

from tests import pg
from tests.cli.running import Running, run

VAULT = str(uuid4())


@pytest.fixture
def url() -> Iterator[str]:
    """An empty database of its own on the server of this half; "" on the SQLite half."""
    if os.environ.get("GOLDSEAM_TEST_HALF") != "postgresql":
        yield ""
        return
    server = urlunsplit(urlsplit(os.environ["GOLDSEAM_TEST_DATABASE"])._replace(path="/postgres"))
    for made in pg.own_name(server):
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{urlsplit(made).path[1:]}"')
        yield made


def write_a_line(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(
            'INSERT INTO log_entryrow (vault_id, seq, "row", hash, author, day, "group", sealed)'
            " VALUES (%s, 1, %s, '', 0, '2026-01-01', 'own', 'sealed words')",
            [VAULT, str(uuid4())],
        )


def erase_it(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE log_entryrow SET sealed = NULL")
        connection.execute(
            "INSERT INTO log_erasure (vault_id, seq, day) VALUES (%s, 1, '2026-01-02')", [VAULT]
        )


@pytest.mark.slow
@pytest.mark.django_db
def test_an_old_backup_comes_back_without_what_was_erased_since(url: str, tmp_path: Path) -> None:
    if not url:
        return
    data, kept = tmp_path / "data", tmp_path / "kept.pgdump"
    with Running(data, "serve", GOLDSEAM_DATABASE=url) as server:
        assert server.get("/healthz").status == 200
        assert not list(data.glob("*.sqlite3"))
    write_a_line(url)
    made = run(data, "backup", str(kept), GOLDSEAM_DATABASE=url)
    if not shutil.which("pg_dump"):
        assert made.returncode == 2
        assert "pg_dump is not on this machine" in made.stderr
        return
    assert made.returncode == 0, made.stderr
    erase_it(url)
    restored = run(data, "restore", str(kept), GOLDSEAM_DATABASE=url)
    assert restored.returncode == 0, restored.stderr
    assert "Erased again: 1." in restored.stdout
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT seq, sealed FROM log_entryrow").fetchall() == [(1, None)]
    with Running(data, "serve", GOLDSEAM_DATABASE=url) as again:
        assert again.get("/healthz").status == 200


@pytest.mark.slow
@pytest.mark.django_db
def test_a_backup_has_the_tables_kept_apart_without_a_row_and_going_back_works(
    url: str, tmp_path: Path
) -> None:
    """So that the tables in a backup are those of which its list of migrations speaks."""
    if not url or not shutil.which("pg_dump"):
        return
    data, kept = tmp_path / "data", tmp_path / "kept.pgdump"
    with Running(data, "serve", GOLDSEAM_DATABASE=url):
        write_a_line(url)
        with psycopg.connect(url) as connection:
            connection.execute("INSERT INTO keys_attempt (bucket, tries, last) VALUES ('-', 1, now())")
        assert run(data, "backup", str(kept), GOLDSEAM_DATABASE=url).returncode == 0
    listed = subprocess.run(
        ["pg_restore", "--list", str(kept)], check=True, capture_output=True, text=True
    ).stdout
    assert "TABLE public keys_attempt" in listed and "TABLE DATA public log_entryrow" in listed
    assert "TABLE DATA public keys_attempt" not in listed and "log_erasure" not in listed
    erase_it(url)
    with psycopg.connect(url) as connection:  # a newer version was here
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('log', '9999_later', now())"
        )
        connection.execute("ALTER TABLE keys_session RENAME TO keys_session_later")
    assert "A newer Goldseam" in run(data, "serve", "--port", "0", GOLDSEAM_DATABASE=url).stderr
    restored = run(data, "restore", str(kept), GOLDSEAM_DATABASE=url)
    assert restored.returncode == 0, restored.stderr
    assert "Erased again: 1." in restored.stdout
    with Running(data, "serve", GOLDSEAM_DATABASE=url) as again:
        assert again.get("/healthz").status == 200


@pytest.mark.slow
@pytest.mark.django_db
def test_tables_do_not_change_without_a_backup(url: str, tmp_path: Path) -> None:
    if not url:
        return
    data = tmp_path / "data"
    with Running(data, "serve", GOLDSEAM_DATABASE=url):
        pass
    assert run(data, "manage", "migrate", "log", "zero", GOLDSEAM_DATABASE=url).returncode == 0
    (tmp_path / "no-programs").mkdir()
    settings = {"GOLDSEAM_DATABASE": url, "PATH": str(tmp_path / "no-programs")}
    refused = run(data, "serve", "--port", "0", **settings)
    assert refused.returncode == 2
    assert "--no-backup" in refused.stderr
    with Running(data, "serve", "--no-backup", **settings) as server:
        assert server.get("/healthz").status == 200


def test_a_server_that_does_not_answer_is_said(tmp_path: Path) -> None:
    address = "postgresql://ann:secret@127.0.0.1:1/none"
    refused = run(tmp_path / "data", "serve", "--port", "0", GOLDSEAM_DATABASE=address)
    assert refused.returncode == 2
    assert "cannot be reached" in refused.stderr
    assert "secret" not in refused.stderr
    assert "Traceback" not in refused.stderr
