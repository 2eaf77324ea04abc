"""`goldseam serve` and `goldseam demo` as processes: starting, answering, stopping, refusing."""

from __future__ import annotations

import signal
import socket
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.cli.running import Running, run

pytestmark = pytest.mark.slow


def open_to_others(folder: Path) -> list[str]:
    """Everything below the folder that anybody but the owner may touch."""
    found = []
    for one in [folder, *folder.rglob("*")]:
        with suppress(FileNotFoundError):  # SQLite's write-ahead files come and go
            if stat.S_IMODE(one.stat().st_mode) & 0o077:
                found.append(str(one))
    return found


def test_first_start_answers_stops_at_once_and_starts_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Running(data, "serve") as first:
        for host in ("127.0.0.1", "::1") if socket.has_dualstack_ipv6() else ("127.0.0.1",):
            assert first.get("/healthz", host).status == 200
        assert first.get("/healthz").getheader("server") is None
        assert open_to_others(data) == []
        keys = {key.name: key.read_bytes() for key in (data / "keys").iterdir()}
        assert len(set(keys.values())) == 4
        assert first.stop(signal.SIGINT) < 2
        assert first.process.returncode == 0
    assert "Ctrl-C stops Goldseam" in first.said
    assert str(data) in first.said
    assert not (data / "goldseam.sqlite3-wal").exists()

    with Running(data, "serve") as second:
        assert second.get("/healthz").status == 200
        assert {key.name: key.read_bytes() for key in (data / "keys").iterdir()} == keys
        assert second.stop(signal.SIGTERM) < 2
        assert second.process.returncode == 0
    assert not (data / "backups").exists()
    assert open_to_others(data) == []


HALF_A_FORM = b"POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nname="


def test_it_stops_at_once_while_somebody_is_still_sending(tmp_path: Path) -> None:
    with (
        Running(tmp_path / "data", "serve") as one,
        socket.create_connection(("127.0.0.1", one.port)) as half,
        socket.create_connection(("127.0.0.1", one.port)),
    ):
        half.sendall(HALF_A_FORM)
        assert one.get("/healthz").status == 200
        assert one.stop() < 2


def test_eight_slow_senders_do_not_hold_the_house(tmp_path: Path) -> None:
    with Running(tmp_path / "data", "serve") as one:
        senders = [socket.create_connection(("127.0.0.1", one.port)) for _ in range(8)]
        for sender in senders:
            sender.sendall(HALF_A_FORM)
        assert one.get("/healthz").status == 200
        for sender in senders:
            sender.close()


def test_a_taken_port_and_a_taken_folder_are_said(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Running(data, "serve") as one:
        again = run(data, "serve", "--port", str(one.port))
        assert again.returncode == 2
        assert f"Port {one.port} is taken" in again.stderr
        other_port = run(data, "serve", "--port", "0")
        assert other_port.returncode == 2
        assert "already runs" in other_port.stderr
        assert "Traceback" not in again.stderr + other_port.stderr
        assert one.get("/healthz").status == 200


def test_plain_http_beyond_this_machine_never_starts(tmp_path: Path) -> None:
    refused = run(tmp_path / "data", "serve", "--host", "0.0.0.0", "--port", "0")
    assert refused.returncode == 2
    assert "GOLDSEAM_URL=https://" in refused.stderr
    assert not (tmp_path / "data").exists()


def test_a_cut_key_is_never_used(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Running(data, "serve"):
        pass
    (data / "keys" / "names.key").write_bytes(b"short")
    refused = run(data, "serve", "--port", "0")
    assert refused.returncode == 2
    assert "names.key holds 5 bytes" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_database_is_backed_up_before_its_tables_change(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Running(data, "serve"):
        pass
    back = run(data, "manage", "migrate", "log", "zero")
    assert back.returncode == 0, back.stderr
    with Running(data, "serve") as again:
        assert again.get("/healthz").status == 200
        assert "Backup before that" in again.said
    [kept] = (data / "backups").iterdir()
    assert kept.name.endswith("-before-migration.sqlite3")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    with closing(sqlite3.connect(kept)) as backup:
        tables = {row[0] for row in backup.execute("SELECT name FROM sqlite_master")}
    assert "accounts_person" in tables
    assert "log_entryrow" not in tables


def test_data_of_a_newer_goldseam_is_left_alone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Running(data, "serve"):
        pass
    with closing(sqlite3.connect(data / "goldseam.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('log', '9999_later', '2030-01-01')"
        )
    refused = run(data, "serve", "--port", "0")
    assert refused.returncode == 2
    assert "A newer Goldseam wrote this data" in refused.stderr


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_demo_leaves_nothing_behind(tmp_path: Path, how: signal.Signals) -> None:
    with Running(None, "demo", TMPDIR=str(tmp_path), HOME=str(tmp_path / "home")) as demo:
        [folder] = tmp_path.glob("goldseam-demo-*")
        assert open_to_others(folder) == []
        assert demo.get("/healthz").status == 200
        assert demo.stop(how) < 2
        assert demo.process.returncode == 0
    assert "its people are invented" in demo.said
    assert list(tmp_path.iterdir()) == []
