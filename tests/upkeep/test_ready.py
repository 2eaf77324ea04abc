"""`goldseam check --deploy`: each thing that would be wrong is found, and nothing secret is said."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from goldseam.keys import clock
from goldseam.upkeep import CannotGoOn, ready, ready_data
from goldseam.upkeep.keyfiles import export_keys
from goldseam.upkeep.ready import Finding, Mark, outside_the_database
from goldseam.upkeep.ready_data import inside_the_database
from goldseam.web.serverkeys import load_server_keys
from tests.cast import someone
from tests.vault.strategies import CHEAP

OPEN = {"GOLDSEAM_URL": "https://ours.example"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with nothing to say against it."""
    folder = tmp_path / "data"
    (folder / "backups").mkdir(parents=True)
    now = datetime.now(UTC)
    (folder / "backups" / f"goldseam-{now:%Y%m%dT%H%M%SZ}.sqlite3").touch()
    load_server_keys(folder / "keys")
    for one in (folder, *folder.rglob("*")):
        one.chmod(0o700 if one.is_dir() else 0o600)
    export_keys(folder, tmp_path / "kept", lambda: "x" * 20, lambda _: None, cost=CHEAP, floor=CHEAP)
    return folder


def about(found: list[Finding], what: str) -> Finding:
    [one] = [finding for finding in found if finding.about == what]
    return one


def outside(data: Path, environ: dict[str, str] | None = None) -> list[Finding]:
    return list(outside_the_database(data, OPEN if environ is None else environ))


def test_a_folder_in_order_is_said_to_be() -> None:
    assert str(ready.good("keys", "whole")) == "in order  keys: whole"


def test_nothing_is_found_where_nothing_is_wrong(data: Path) -> None:
    assert {finding.mark for finding in outside(data)} == {Mark.GOOD}


@pytest.mark.parametrize(
    ("environ", "what", "mark", "words"),
    [
        ({}, "address", Mark.FAULT, "set GOLDSEAM_URL=https://"),
        ({"GOLDSEAM_URL": "http://localhost:8000"}, "address", Mark.FAULT, "only this machine"),
        ({"GOLDSEAM_URL": "http://ours.example"}, "address", Mark.FAULT, "Without https"),
        ({"GOLDSEAM_URL_FILE": "/nowhere/url"}, "address", Mark.FAULT, "/nowhere/url"),
        (OPEN | {"GOLDSEAM_PROT": "1"}, "settings", Mark.FAULT, "GOLDSEAM_PORT"),
        (OPEN | {"GOLDSEAM_PROXY": "*"}, "proxy", Mark.FAULT, "believes everybody"),
        (OPEN | {"GOLDSEAM_HOST": "0.0.0.0"}, "proxy", Mark.LOOK, "GOLDSEAM_PROXY"),
        (OPEN | {"GOLDSEAM_HOST": "0.0.0.0", "GOLDSEAM_PROXY": "10.0.0.2"}, "proxy", Mark.GOOD, "10.0.0.2"),
    ],
)
def test_settings_are_looked_at(
    data: Path, environ: dict[str, str], what: str, mark: Mark, words: str
) -> None:
    found = about(outside(data, environ), what)
    assert found.mark == mark and words in found.words


@pytest.mark.parametrize("place", [".", "keys", "keys/names.key", "backups"])
def test_rights_that_are_too_wide_are_a_fault(data: Path, place: str) -> None:
    (data / place).chmod(0o750 if (data / place).is_dir() else 0o640)
    found = about(outside(data), "rights")
    assert found.mark == Mark.FAULT and str(data / place) in found.words


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_another_user_is_a_fault(data: Path) -> None:
    os.chown(data / "keys" / "names.key", 65534, -1)
    assert about(outside(data), "rights").mark == Mark.FAULT


def test_missing_and_cut_keys_are_faults_and_are_not_made_anew(data: Path) -> None:
    place = data / "keys" / "reveals.key"
    place.write_bytes(b"short")
    assert about(outside(data), "keys").mark == Mark.FAULT
    place.unlink()
    assert about(outside(data), "keys").mark == Mark.FAULT
    assert not place.exists()


def test_keys_that_nobody_keeps_elsewhere_and_old_backups_are_shown(data: Path) -> None:
    (data / "keys-exported").unlink()
    assert about(outside(data), "copy of the keys").mark == Mark.LOOK
    [backup] = (data / "backups").iterdir()
    old = datetime.now(UTC) - timedelta(days=5)
    backup = backup.rename(backup.with_name(f"goldseam-{old:%Y%m%dT%H%M%SZ}.sqlite3"))
    found = about(outside(data), "backup")
    assert found.mark == Mark.LOOK and "5 days old" in found.words
    backup.rename(backup.with_name(f"goldseam-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.sqlite3.part"))
    assert "none in" in about(outside(data), "backup").words


def over_sqlite() -> bool:
    return connections["default"].vendor == "sqlite"


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_a_database_in_order_is_said_to_be() -> None:
    someone("Alice")
    found = [finding for finding in inside_the_database() if not finding.about.startswith("Django")]
    assert {finding.mark for finding in found} == {Mark.GOOD}
    assert {"tables", "clock", "processes"} <= {finding.about for finding in found}


@pytest.mark.django_db(transaction=True, databases="__all__")
@pytest.mark.parametrize(("name", "value"), [("synchronous", "NORMAL"), ("secure_delete", "OFF")])
def test_a_sqlite_that_may_lose_or_keep_too_much_is_a_fault(name: str, value: str) -> None:
    if not over_sqlite():
        pytest.skip("PostgreSQL has settings of its own")
    with connections["apart"].cursor() as cursor:
        cursor.execute(f"PRAGMA {name}={value}")
    try:
        found = list(ready_data._sqlite())
    finally:
        connections["apart"].close()  # the next connection is as it should be
    assert about(found, "database default").mark == Mark.GOOD
    assert about(found, "database apart").mark == Mark.FAULT and name in about(found, "database apart").words


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ({"fsync": "off"}, "fsync is off"),
        ({"full_page_writes": "off"}, "full_page_writes is off"),
        ({"synchronous_commit": "off"}, "synchronous_commit is off"),
        ({"server_version_num": "130010"}, "too old"),
    ],
)
def test_a_postgresql_that_may_lose_words_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, shown: dict[str, str], words: str
) -> None:
    usual = {"server_version": "16.1", "server_version_num": "160001", "synchronous_commit": "on"}
    known = usual | dict.fromkeys(("fsync", "full_page_writes"), "on") | shown
    monkeypatch.setattr(ready_data, "_shown", known.__getitem__)
    monkeypatch.setattr(ready_data, "_encrypted", lambda: ready.good("way to the database", "ok"))
    faults = [finding for finding in ready_data._postgresql() if finding.mark == Mark.FAULT]
    assert len(faults) == 1 and words in faults[0].words


def test_a_database_over_the_network_without_tls_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready_data, "_one_value", lambda query, given=None: False)
    assert ready_data._encrypted().mark == Mark.LOOK
    monkeypatch.setattr(ready_data, "_one_value", lambda query, given=None: "pg_stat_ssl" in query)
    assert ready_data._encrypted().mark == Mark.GOOD


@pytest.mark.django_db
def test_a_clock_behind_what_was_written_is_a_fault() -> None:
    assert ready_data._clock(clock.today()).mark == Mark.GOOD
    someone("Alice")
    assert ready_data._clock(clock.today()).mark == Mark.GOOD
    behind = ready_data._clock(clock.today() - timedelta(days=1))
    assert behind.mark == Mark.FAULT and "set the clock" in behind.words


def test_tables_of_another_version_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready_data, "has_unapplied", lambda alias: True)
    assert ready_data._tables().mark == Mark.FAULT

    def newer(alias: str) -> bool:
        raise CannotGoOn("A newer Goldseam wrote this data.")

    monkeypatch.setattr(ready_data, "has_unapplied", newer)
    assert "newer" in ready_data._tables().words


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_a_notice_that_gets_lost_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    if over_sqlite():
        pytest.skip("one process hears itself")
    assert ready_data._bus().mark == Mark.GOOD
    monkeypatch.setattr(ready_data, "WAIT", 0.05)
    monkeypatch.setattr(ready_data, "_one_value", lambda query, given=None: None)
    assert ready_data._bus().mark == Mark.FAULT


def test_django_s_own_checks_count(settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    assert [finding.mark for finding in ready_data._django()] == [Mark.GOOD]
    settings.DEBUG = True
    found = list(ready_data._django())
    assert [finding.about for finding in found] == ["Django, security.W018"]
