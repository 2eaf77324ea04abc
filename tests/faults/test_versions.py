"""Two programs over one set of data: another version, or the same one twice."""

from __future__ import annotations

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import psycopg
import pytest

from goldseam.upkeep.folder import sole_use
from tests.cli.running import Running, run
from tests.faults.living import moved_in, over, refusal, serve, whole

pytestmark = pytest.mark.slow


def a_newer_one_came_by(data: Path, database: str, app: str) -> None:
    """What a newer version leaves behind: a change of tables that this one does not know."""
    line = f"INSERT INTO django_migrations (app, name, applied) VALUES ('{app}', '9999_later', '2030-01-01')"
    if database:
        with psycopg.connect(database) as connection:
            connection.execute(line)
        return
    with closing(sqlite3.connect(data / "goldseam.sqlite3")) as connection, connection:
        connection.execute(line)


@pytest.mark.parametrize("app", ["log", "a_room_of_tomorrow"])
def test_an_older_version_stays_off_newer_data(data: Path, database: str, app: str) -> None:
    """One that runs already goes on; it is the next start that is refused, whichever room has changed."""
    with serve(data, database) as server:
        alice = moved_in(server)
        a_newer_one_came_by(data, database, app)
        assert alice.write("The older one still runs.").status == 303
        if database:
            elsewhere = data.with_name("another host")
            elsewhere.mkdir(mode=0o700)
            shutil.copytree(data / "keys", elsewhere / "keys")
            assert "A newer Goldseam wrote this data" in refusal(elsewhere, database=database)
        server.stop()
    assert "A newer Goldseam wrote this data" in refusal(data, database=database)
    assert whole(data, database)


def test_one_folder_serves_one_program(data: Path, tmp_path: Path) -> None:
    with serve(data) as server:
        moved_in(server)
        kept = tmp_path / "kept.sqlite3"
        assert run(data, "backup", str(kept)).returncode == 0
        assert "already runs" in refusal(data)
        assert "already runs" in refusal(data, "restore", str(kept))
        assert server.get("/healthz").status == 200
    with sole_use(data):
        assert "already runs" in refusal(data)


def test_of_two_hosts_that_start_at_once_one_changes_the_tables(data: Path, database: str) -> None:
    if not database:
        return
    with serve(data, database):
        pass
    assert run(data, "manage", "migrate", "keys", "0001", **over(database)).returncode == 0
    assert run(data, "manage", "migrate", "log", "zero", **over(database)).returncode == 0
    other = data.with_name("another host")
    other.mkdir(mode=0o700)
    shutil.copytree(data / "keys", other / "keys")
    with ThreadPoolExecutor(2) as both:
        hosts = list(both.map(lambda place: started(place, database), (data, other)))
    with ExitStack() as stopped:
        for host in filter(None, hosts):
            stopped.enter_context(host)
        assert [host and host.get("/healthz").status for host in hosts] == [200, 200]


def started(data: Path, database: str) -> Running | None:
    try:
        return Running(data, "serve", "--no-backup", **over(database))
    except AssertionError:  # the other is still to be stopped
        return None
