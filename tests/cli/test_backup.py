"""Backups hold no keys and no sessions; a restore does not bring back what was erased."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.backup import copy_sqlite, drop_expired
from tests.cli.running import Running, run

VAULT, ROW = uuid4().hex, uuid4().hex
WORDS = b"sealed words that will be erased"


def test_only_our_own_old_backups_expire(tmp_path: Path) -> None:
    names = {
        "goldseam-20260101T000000Z.sqlite3": False,
        "goldseam-20260101T000000Z-before-migration.sqlite3": False,
        "goldseam-20260101T000000Z.pgdump": False,
        "goldseam-20260120T000000Z.sqlite3": True,
        "holiday-20260101T000000Z.sqlite3": True,
        "goldseam-20260101T000000Z.sqlite3.gpg": True,
    }
    for name in names:
        (tmp_path / name).touch()
    drop_expired(tmp_path, now=datetime(2026, 2, 1, tzinfo=UTC))
    assert {file.name for file in tmp_path.iterdir()} == {name for name, stays in names.items() if stays}


def test_a_copy_is_one_whole_file_even_in_the_middle_of_writing(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "live")) as live:
        live.execute("PRAGMA journal_mode=WAL")
        live.execute("CREATE TABLE said (words)")
        live.execute("INSERT INTO said VALUES ('kept')")
        live.commit()
        live.execute("INSERT INTO said VALUES ('not yet')")
        copy_sqlite(tmp_path / "live", tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("SELECT words FROM said").fetchall() == [("kept",)]
    assert not list(tmp_path.glob("copy-*"))


def test_there_must_be_something_to_copy(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match="no database"):
        copy_sqlite(tmp_path / "none", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def rows(file: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as database, database:
        return database.execute(query).fetchall()


def write_a_line(data: Path) -> None:
    with closing(sqlite3.connect(data / "goldseam.sqlite3")) as database, database:
        database.execute(
            'INSERT INTO log_entryrow (vault_id, seq, "row", hash, author, day, "group", sealed)'
            " VALUES (?, 1, ?, x'00', 0, '2026-01-01', 'own', ?)",
            [VAULT, ROW, WORDS],
        )


def erase_it_and_sign_in(data: Path) -> None:
    with closing(sqlite3.connect(data / "goldseam.sqlite3")) as database, database:
        database.execute("UPDATE log_entryrow SET sealed = NULL")
    with closing(sqlite3.connect(data / "apart.sqlite3")) as apart, apart:
        apart.execute("INSERT INTO log_erasure (vault_id, seq, day) VALUES (?, 1, '2026-01-02')", [VAULT])
        columns = [row[1] for row in apart.execute("PRAGMA table_info(keys_session)")]
        values = ", ".join("'2026-01-02'" for _ in columns)
        apart.execute(f"INSERT INTO keys_session VALUES ({values})")


@pytest.mark.slow
def test_an_old_backup_comes_back_without_what_was_erased_since(tmp_path: Path) -> None:
    data, kept = tmp_path / "data", tmp_path / "kept"
    kept.mkdir()
    with Running(data, "serve") as server:
        write_a_line(data)
        made = run(data, "backup", str(kept))
        assert made.returncode == 0, made.stderr
        assert "Backup made" in made.stdout
        assert server.get("/healthz").status == 200
        [backup] = kept.iterdir()
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600
        assert "already runs" in run(data, "restore", str(backup)).stderr
    keys = [key.read_bytes() for key in (data / "keys").iterdir()]
    assert WORDS in backup.read_bytes()
    assert not any(key in backup.read_bytes() for key in keys)
    tables = {name for (name,) in rows(backup, "SELECT name FROM sqlite_master")}
    assert not tables & {"keys_session", "keys_tier", "keys_attempt", "log_erasure"}

    erase_it_and_sign_in(data)
    restored = run(data, "restore", str(backup))
    assert restored.returncode == 0, restored.stderr
    assert "Erased again: 1." in restored.stdout
    assert rows(data / "goldseam.sqlite3", "SELECT seq, sealed FROM log_entryrow") == [(1, None)]
    assert rows(data / "apart.sqlite3", "SELECT * FROM keys_session") == []
    for file in data.glob("*.sqlite3*"):
        assert WORDS not in file.read_bytes()
    assert list((data / "backups").glob("*-before-restore.sqlite3"))


@pytest.mark.slow
def test_what_is_no_backup_changes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Running(data, "serve"):
        pass
    (tmp_path / "letter.txt").write_text("Not a database. " * 100)
    sqlite3.connect(tmp_path / "other.sqlite3").close()
    before = (data / "goldseam.sqlite3").read_bytes()
    for wrong in ("letter.txt", "other.sqlite3", "absent"):
        refused = run(data, "restore", str(tmp_path / wrong))
        assert refused.returncode == 2
        assert "Traceback" not in refused.stderr
    assert (data / "goldseam.sqlite3").read_bytes() == before


@pytest.mark.slow
def test_check_finds_what_was_tampered_with(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Running(data, "serve"):
        pass
    whole = run(data, "check")
    assert (whole.returncode, whole.stdout) == (0, "Every log is whole.\n")
    write_a_line(data)
    broken = run(data, "check")
    assert broken.returncode == 1
    assert "Faults found: 1." in broken.stdout
    assert WORDS.decode() not in broken.stdout
