"""What a disk or a database does wrong, in words for the operator instead of a traceback."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goldseam.upkeep import CannotGoOn
from goldseam.web.storage import Fault, fault_of

WORDS = {
    Fault.FULL: "There is no room left for {place}. Make room, then do the same again.",
    Fault.READ_ONLY: "{place} cannot be written. Look whose it is, and whether its disk is read-only.",
    Fault.BUSY: "Another program holds {place}. Stop it, then do the same again.",
    Fault.DAMAGED: (
        "{place} is damaged. Move its file to another place and keep it, then go back to the newest backup:\n"
        "goldseam restore FILE"
    ),
    Fault.DISK: "The disk under {place} reports errors. Copy what can be read, before anything else.",
    Fault.GONE: "The database cannot be reached: {said}",
}
LEAST = 1024 * 1024  # bytes; with less, a disk is full
OTHERWISE = "{place} did not do what was asked of it: {said}"


@contextmanager
def said_plainly(folder: Path) -> Iterator[None]:
    """Raise `CannotGoOn`, with what to do, for any error of the data folder's disk or of the database."""
    from django.db import Error as DatabaseFault

    try:
        yield
    except BrokenPipeError:  # whoever read what we say is gone
        raise
    except (OSError, sqlite3.Error, DatabaseFault) as error:
        raise CannotGoOn(_words(error, folder)) from error


def _words(error: Exception, folder: Path) -> str:
    fault = _fault(error, folder)
    if isinstance(error, OSError):
        place = str(error.filename or folder)
        said = f"{error.strerror}."
    else:
        place = "the database" if _of_postgresql(error) else f"the database in {folder}"
        said = str(error).strip()[:300]
    words = (WORDS[fault] if fault else OTHERWISE).format(place=place, said=said)
    return words[0].upper() + words[1:]


def _fault(error: Exception, folder: Path) -> Fault | None:
    """SQLite calls a full disk an error of the disk where it was about to make a file of its own."""
    fault = fault_of(error)
    no_room = fault is Fault.DISK and folder.is_dir() and shutil.disk_usage(folder).free < LEAST
    return Fault.FULL if no_room else fault


def _of_postgresql(error: Exception) -> bool:
    return (type(error.__cause__).__module__ or "").startswith("psycopg")
