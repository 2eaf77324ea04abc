"""What is wrong with the place where everything is kept: one name for an error of a disk or a database."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from enum import StrEnum

import psycopg


class Fault(StrEnum):
    """The names are what the operator reads in the log; `docs/faults.md` says what to do about each."""

    FULL = "disk_full"
    READ_ONLY = "read_only"
    BUSY = "database_busy"
    DAMAGED = "database_damaged"
    DISK = "disk_error"
    GONE = "database_gone"

    @property
    def kept_nothing(self) -> bool:
        """Whether it is certain that nothing was written."""
        return self in (Fault.FULL, Fault.READ_ONLY, Fault.BUSY)


OF_SYSTEM = {
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EFBIG: Fault.FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EACCES: Fault.READ_ONLY,
    errno.EPERM: Fault.READ_ONLY,
    errno.EIO: Fault.DISK,
}
OF_SQLITE = {
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_BUSY: Fault.BUSY,
    sqlite3.SQLITE_LOCKED: Fault.BUSY,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
    sqlite3.SQLITE_IOERR: Fault.DISK,
    sqlite3.SQLITE_CANTOPEN: Fault.GONE,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
}
# By the beginning of PostgreSQL's own code of an error, the longest first.
OF_POSTGRESQL = {
    "53100": Fault.FULL,
    "25006": Fault.READ_ONLY,
    "40001": Fault.BUSY,
    "40P01": Fault.BUSY,
    "55P03": Fault.BUSY,
    "58": Fault.DISK,
    "XX001": Fault.DAMAGED,
    "XX002": Fault.DAMAGED,
    "53": Fault.GONE,
    "57P": Fault.GONE,
    "08": Fault.GONE,
}


def fault_of(error: BaseException | None) -> Fault | None:
    """What this error, or what caused it, says of the disk or the database; None where it says nothing."""
    for one in _causes(error):
        found = _fault(one)
        if found is not None:
            return found
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, what it was made of, and so on. Not what was being handled: that may be something else."""
    while error is not None:
        yield error
        error = error.__cause__


def _fault(error: BaseException) -> Fault | None:
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    if isinstance(error, psycopg.Error):
        return _of_postgresql(error)
    if isinstance(error, OSError):
        return OF_SYSTEM.get(error.errno or 0)
    return None


def _of_sqlite(error: sqlite3.Error) -> Fault | None:
    from goldseam.web.sqlite.base import FileGone

    if isinstance(error, FileGone):
        return Fault.GONE
    return OF_SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def _of_postgresql(error: psycopg.Error) -> Fault | None:
    code = error.sqlstate or ""
    for beginning, fault in OF_POSTGRESQL.items():
        if code.startswith(beginning):
            return fault
    # A connection that was lost or never made has no code; nor has one that is used after it was lost.
    lost = isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) and not code
    return Fault.GONE if lost else None
