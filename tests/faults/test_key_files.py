"""The server's own keys: a file that is wrong in any way is named, and no key is ever made over people's data."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from goldseam.web import serverkeys
from tests.cli.running import run
from tests.faults.living import as_anybody, moved_in, over, refusal, serve

pytestmark = pytest.mark.slow
ALL = ("django", "names", "contacts", "reveals")


def contents(data: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (data / "keys").iterdir()}


@pytest.fixture
def lived_in(data: Path, database: str) -> Path:
    """A data folder with somebody's words in its database."""
    with serve(data, database) as server:
        moved_in(server)
        server.stop()
    return data


def test_every_wrong_file_is_named_and_nothing_is_made(lived_in: Path, database: str) -> None:
    keys, right = lived_in / "keys", contents(lived_in)
    for name, wrong in zip(ALL, (b"", b"cut", secrets.token_bytes(31), secrets.token_bytes(33)), strict=True):
        place = keys / f"{name}.key"
        place.write_bytes(wrong)
        said = refusal(lived_in, database=database)
        assert f"{place} holds {len(wrong)} bytes, not a key of 32. Put the right file back" in said
        assert place.read_bytes() == wrong
        place.write_bytes(right[f"{name}.key"])
    place.chmod(0)
    said = refusal(lived_in, database=database, before=as_anybody)
    assert f"{place} cannot be read: Permission denied" in said
    place.chmod(0o600)
    with serve(lived_in, database) as server:
        assert server.get("/healthz").status == 200
    assert contents(lived_in) == right


def test_other_keys_than_those_of_the_data_are_noticed(lived_in: Path, database: str) -> None:
    """Whole files, but of another house, or in each other's place."""
    keys, right = lived_in / "keys", contents(lived_in)
    for name, command in (("names", ()), ("contacts", ("check",)), ("reveals", ("backup",))):
        (keys / f"{name}.key").write_bytes(secrets.token_bytes(32))
        said = refusal(lived_in, *command, database=database)
        assert f"{name}.key" in said and "Put the right files back" in said
        (keys / f"{name}.key").write_bytes(right[f"{name}.key"])
    (keys / "names.key").rename(keys / "held")
    (keys / "django.key").rename(keys / "names.key")
    (keys / "held").rename(keys / "django.key")
    assert "names.key" in refusal(lived_in, database=database)


def test_a_key_that_is_gone_is_never_made_anew(lived_in: Path, database: str) -> None:
    keys, right = lived_in / "keys", contents(lived_in)
    for name in ("names", "contacts", "reveals") if database else ALL:
        (keys / f"{name}.key").unlink()
        assert f"{name}.key" in refusal(lived_in, database=database)
        assert not (keys / f"{name}.key").exists()
        (keys / f"{name}.key").write_bytes(right[f"{name}.key"])
    shutil.move(keys, lived_in / "away")
    said = refusal(lived_in, database=database)
    assert ".key" in said and "Put" in said
    assert not keys.exists() or list(keys.iterdir()) == []
    shutil.rmtree(keys, ignore_errors=True)
    shutil.move(lived_in / "away", keys)
    with serve(lived_in, database) as server:
        assert server.get("/healthz").status == 200
    assert contents(lived_in) == right


def test_a_lost_key_can_be_given_up(lived_in: Path, database: str) -> None:
    (lived_in / "keys" / "reveals.key").write_bytes(secrets.token_bytes(32))
    assert "reveals.key" in refusal(lived_in, database=database)
    line = "DELETE FROM keys_serverkey WHERE name = 'reveals'"
    if database:
        with psycopg.connect(database) as connection:
            connection.execute(line)
    else:
        with closing(sqlite3.connect(lived_in / "goldseam.sqlite3")) as file, file:
            file.execute(line)
    for _ in range(2):
        with serve(lived_in, database) as server:
            assert server.get("/healthz").status == 200


def test_another_key_for_cookies_only_signs_people_out(data: Path, database: str) -> None:
    with serve(data, database) as server:
        alice = moved_in(server)
    (data / "keys" / "django.key").write_bytes(secrets.token_bytes(32))
    with serve(data, database) as server:
        alice.port = server.port
        assert alice.get("/home/").headers["location"].startswith("/sign-in/")


def test_a_backup_beside_other_keys_is_said_and_they_are_not_kept(
    lived_in: Path, tmp_path: Path, database: str
) -> None:
    if database:  # one database has one history: this is for a folder on another machine
        return
    backup, elsewhere = tmp_path / "one.sqlite3", tmp_path / "elsewhere"
    assert run(lived_in, "backup", str(backup), **over(database)).returncode == 0
    said = refusal(elsewhere, "restore", str(backup))
    assert "names.key" in said and list((elsewhere / "keys").iterdir()) == []
    shutil.copytree(lived_in / "keys", elsewhere / "keys", dirs_exist_ok=True)
    with serve(elsewhere) as server:
        assert server.get("/healthz").status == 200


def test_a_start_that_was_cut_short_leaves_no_half_a_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `os.fsync` raises stands for a full disk, and for a kill before the file has its name."""

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(serverkeys.os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            serverkeys.load_server_keys(tmp_path / "keys")
    assert list((tmp_path / "keys").iterdir()) == []
    (tmp_path / "keys" / "names.key.part").write_bytes(b"half")
    made = serverkeys.load_server_keys(tmp_path / "keys")
    assert serverkeys.load_server_keys(tmp_path / "keys").names == made.names
    assert {file.name for file in (tmp_path / "keys").iterdir()} == {f"{name}.key" for name in ALL}
