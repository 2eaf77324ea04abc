"""The database backend: Django looks for `DatabaseWrapper` in a module of this name."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.backends.sqlite3 import base

_known: dict[str, tuple[int, int]] = {}
_open: list[sqlite3.Connection] = []


class FileGone(sqlite3.OperationalError):
    """The file of a database is not there any more, or another is in its place."""


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's. SQLite itself would make an empty database in the place of a lost one, and go on."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Raises `FileGone` where the file is not the one that was there at the start."""
        place = str(conn_params["database"])
        if place in _known and _known[place] != _identity(Path(place)):
            raise FileGone("the database file is gone or another")
        return super().get_new_connection(conn_params)


def hold_files() -> None:
    """From now on, take each SQLite database of this process only from the very file that is there now.

    One connection to each stays open, unused, so that the files that SQLite needs beside it stay too: on a full
    disk they could not be made again, and nobody could read.
    """
    for connection in connections.all():
        if connection.vendor == "sqlite":
            place = str(connection.settings_dict["NAME"])
            held = sqlite3.connect(place)
            held.execute("SELECT 1 FROM sqlite_master").fetchone()
            _open.append(held)
            if found := _identity(Path(place)):
                _known[place] = found


def let_go() -> None:
    """Close what `hold_files` opened, in the same thread, and take whatever is there again."""
    while _open:
        _open.pop().close()
    _known.clear()


def _identity(place: Path) -> tuple[int, int] | None:
    try:
        found = place.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
