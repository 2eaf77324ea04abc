"""Going back to an older version: the one thing to bring along from newer data is the list of what was erased.

On PostgreSQL that list is a table which a restore leaves where it is. On SQLite it lies in a database of its own,
which a newer version may have changed in ways that this one cannot know; so it is copied aside, made anew, and the
list is read from the copy. A restore that was cut off in between goes on from the copy.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connections

from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.backup import copy_sqlite, keep_for_good
from goldseam.upkeep.schema import has_unapplied


def of_a_newer_version() -> bool:
    """Whether what is here now was written by a newer version, or is on the way back from it."""
    try:
        for alias in connections:
            has_unapplied(alias)
    except CannotGoOn:
        return True
    return _copy().exists()


def set_list_aside() -> None:
    """Copy the database apart, unless an earlier try did, and take it away. SQLite only."""
    if connections["default"].vendor != "sqlite":
        return
    place, copy = _apart(), _copy()
    connections.close_all()
    if not copy.exists():
        part = copy.with_name(copy.name + ".part")
        part.unlink(missing_ok=True)
        copy_sqlite(place, part)
        keep_for_good(part)
        part.replace(copy)
        keep_for_good(copy.parent)
    for left in ("", "-wal", "-shm"):
        place.with_name(place.name + left).unlink(missing_ok=True)


def put_list_back() -> None:
    """Read the list from the copy into the tables of this version, and drop the copy."""
    copy = _copy()
    if not copy.exists():
        return
    from goldseam.log.models import Erasure

    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as old:
        rows = old.execute("SELECT vault_id, seq, day FROM log_erasure").fetchall()
    Erasure.objects.bulk_create(
        [Erasure(vault_id=vault, seq=seq, day=day) for vault, seq, day in rows],
        batch_size=500,
        ignore_conflicts=True,
    )
    connections.close_all()
    copy.unlink()


def _apart() -> Path:
    return Path(str(connections[settings.APART].settings_dict["NAME"])).absolute()


def _copy() -> Path:
    return _apart().with_name("apart-of-newer.sqlite3")
