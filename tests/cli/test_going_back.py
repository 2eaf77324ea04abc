"""An older version over the data of a newer one: it refuses to serve, and a restore brings it back to its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from goldseam.upkeep import going_back
from tests.cli.running import Running, run
from tests.cli.test_backup import VAULT, WORDS, erase_it_and_sign_in, rows, write_a_line

LATER = "INSERT INTO django_migrations (app, name, applied) VALUES ('log', '9999_later', '2030-01-01')"


def changed_by_a_newer_version(data: Path) -> None:
    for name in ("goldseam", "apart"):
        with closing(sqlite3.connect(data / f"{name}.sqlite3")) as database, database:
            database.execute(LATER)
    with closing(sqlite3.connect(data / "apart.sqlite3")) as apart, apart:
        apart.execute("ALTER TABLE log_erasure ADD COLUMN later text")
        apart.execute("ALTER TABLE keys_session RENAME TO keys_session_later")


@pytest.mark.slow
@pytest.mark.parametrize("cut_off", [False, True])
def test_going_back_brings_nothing_back_that_was_erased(tmp_path: Path, cut_off: bool) -> None:
    data, kept = tmp_path / "data", tmp_path / "kept.sqlite3"
    with Running(data, "serve"):
        write_a_line(data)
        assert run(data, "backup", str(kept)).returncode == 0
    erase_it_and_sign_in(data)
    changed_by_a_newer_version(data)
    refused = run(data, "serve", "--port", "0")
    assert refused.returncode == 2 and "A newer Goldseam wrote this data" in refused.stderr
    if cut_off:  # between taking the database apart away and making it anew
        (data / "apart.sqlite3").rename(data / "apart-of-newer.sqlite3")
        (data / "apart.sqlite3").touch()
    restored = run(data, "restore", str(kept))
    assert restored.returncode == 0, restored.stderr
    assert "Erased again: 1." in restored.stdout
    assert rows(data / "goldseam.sqlite3", "SELECT seq, sealed FROM log_entryrow") == [(1, None)]
    assert rows(data / "apart.sqlite3", "SELECT vault_id, seq FROM log_erasure") == [(VAULT, 1)]
    for file in data.glob("*.sqlite3*"):
        assert WORDS not in file.read_bytes()
    assert not (data / "apart-of-newer.sqlite3").exists()
    with Running(data, "serve") as again:
        assert again.get("/healthz").status == 200


def test_the_copy_has_a_name_that_no_backup_takes() -> None:
    from goldseam.upkeep.backup import begun_at

    assert begun_at(going_back._copy()) is None
