"""Backups: the main database alone. Keys, sessions and the list of erasures are never in them."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connections

from goldseam.upkeep import CannotGoOn

KEPT = timedelta(days=30)  # what was erased must not live on in a backup for longer
OUTLIVES = "log_erasure"
NAME = re.compile(r"goldseam-(\d{8}T\d{6}Z)(?:-[a-z-]+)?\.(?:sqlite3|pgdump)(?:\.part)?")


def make_backup(reason: str = "", where: Path | None = None) -> Path:
    """Copy the running database into a new file and return its place.

    `where` is a folder or a file name; without it, the data folder's `backups`. The file is whole and on the
    disk before it gets its name. Old backups of ours in that folder are removed once they are 30 days old.
    """
    target = _target(reason, where)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        part.touch(mode=0o600)  # where it cannot be made, this says which file and why
        if connections["default"].vendor == "sqlite":
            copy_sqlite(Path(str(connections["default"].settings_dict["NAME"])), part)
        else:
            _dump_postgresql(part)
        part.chmod(0o600)
        keep_for_good(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    keep_for_good(target.parent)
    drop_expired(target.parent)
    return target


def _target(reason: str, where: Path | None) -> Path:
    folder = where or Path(settings.DATA) / "backups"
    if where and not where.is_dir() and where.suffix:
        return where
    kind = "sqlite3" if connections["default"].vendor == "sqlite" else "pgdump"
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    return folder / f"goldseam-{stamp}{'-' + reason if reason else ''}.{kind}"


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a SQLite database, also while it is being written, into one self-contained, checked file."""
    if not source.is_file():
        raise CannotGoOn(f"There is no database at {source} yet.")
    with closing(sqlite3.connect(source, timeout=20)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")
        if new.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise CannotGoOn(f"The copy of {source} is damaged, so it was not kept as a backup.")


def postgresql_command(tool: str, *options: str) -> tuple[list[str], dict[str, str]]:
    """The command line and environment for one of PostgreSQL's own tools; the password is not on the line."""
    found = shutil.which(tool)
    if not found:
        raise CannotGoOn(
            f"{tool} is not on this machine, so Goldseam cannot do this for PostgreSQL.\n"
            "Install PostgreSQL's client programs. Or back the database up yourself, then start once with\n"
            "goldseam serve --no-backup"
        )
    given = connections["default"].settings_dict
    names = {"HOST": "HOST", "PORT": "PORT", "USER": "USER", "PASSWORD": "PASSWORD", "DATABASE": "NAME"}
    wanted = {f"PG{name}": str(given[key]) for name, key in names.items() if given.get(key)}
    wanted |= {
        f"PG{name.upper()}": value for name, value in given["OPTIONS"].items() if name.startswith("ssl")
    }
    return [found, *options], {**os.environ, **wanted}


def _dump_postgresql(target: Path) -> None:
    # Their tables come along empty, so that a backup of any version has all tables that its version knows.
    # The list of erasures does not: the one in the database outlives the restore.
    rows_apart = [f"--exclude-table-data={table}" for table in tables_apart() if table != OUTLIVES]
    left_out = [f"--exclude-table={OUTLIVES}", *rows_apart]
    options = ["--format=custom", "--no-owner", f"--file={target}", *left_out]
    line, environment = postgresql_command("pg_dump", *options)
    done = subprocess.run(line, check=False, env=environment, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        target.unlink(missing_ok=True)
        raise CannotGoOn(
            f"The backup failed, so nothing was changed. PostgreSQL says: {done.stderr.strip()[:500]}\n"
            "Back the database up yourself, and then start once with goldseam serve --no-backup"
        )


def tables_apart() -> list[str]:
    """The tables whose rows belong into no backup."""
    from django.apps import apps

    from goldseam.web.routers import lives_apart

    return sorted(model._meta.db_table for model in apps.get_models() if lives_apart(model))


def drop_expired(folder: Path, now: datetime | None = None) -> None:
    """Remove our own backups in `folder`, half ones too, that are older than 30 days by the day in their name."""
    now = now or datetime.now(UTC)
    for file in folder.iterdir():
        begun = begun_at(file)
        if begun and now - begun > KEPT and file.is_file():
            file.unlink(missing_ok=True)


def begun_at(file: Path) -> datetime | None:
    """When the backup of this name was begun; None for a file that is not ours, by its name."""
    named = NAME.fullmatch(file.name)
    try:
        return datetime.strptime(named[1] + "+0000", "%Y%m%dT%H%M%SZ%z") if named else None
    except ValueError:
        return None


def keep_for_good(path: Path) -> None:
    """Let a file, or the names in a folder, survive a power cut from now on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
