"""Faults of a disk and a database, by the drivers' own errors: what people see, and what the log says of them."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection
from structlog.testing import capture_logs

from goldseam.core.base import VaultKind
from goldseam.log import check
from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.plainly import said_plainly
from goldseam.web.storage import Fault, fault_of
from tests.cast import Someone, someone
from tests.visitors import visitor

WORDS = "I want this to be kept.\n" + "Whatever happens. " * 600
OURS = {"origin": "http://testserver"}


@pytest.fixture
def alice(transactional_db: None) -> Someone:
    return someone("Alice")


def raise_on_writing(code: str) -> None:
    """Let PostgreSQL itself raise this error whenever a line is written into a log."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION 'as if' USING ERRCODE = '{code}'; END $$"
        )
        cursor.execute(
            "CREATE OR REPLACE TRIGGER fault BEFORE INSERT ON log_entryrow FOR EACH ROW EXECUTE FUNCTION fault()"
        )


@contextmanager
def without_room() -> Iterator[None]:
    """The database has no room for another page, and says so itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            raise_on_writing("53100")
        else:
            cursor.execute("VACUUM")  # pages that are free would take the words all the same
            cursor.execute("PRAGMA max_page_count = 1")
        try:
            yield
        finally:
            if connection.vendor == "postgresql":
                cursor.execute("DROP FUNCTION fault CASCADE")
            else:
                cursor.execute("PRAGMA max_page_count = 1073741823")


@contextmanager
def read_only() -> Iterator[None]:
    """The database takes no writing, and says so itself."""
    with connection.cursor() as cursor:
        sqlite = connection.vendor == "sqlite"
        cursor.execute("PRAGMA query_only = ON" if sqlite else "SET default_transaction_read_only = on")
        try:
            yield
        finally:
            cursor.execute("PRAGMA query_only = OFF" if sqlite else "SET default_transaction_read_only = off")


@pytest.mark.parametrize(("fault", "event"), [(without_room, "disk_full"), (read_only, "read_only")])
def test_words_come_back_and_go_in_later(alice: Someone, fault: Callable, event: str) -> None:  # type: ignore[type-arg]
    browser = visitor(alice)
    sent = {"page": "0b3a1f3e-6a0c-4f7e-9a55-0d4a4a3b7f10", "text": WORDS}
    browser.get("/mine/journal/")
    with fault(), capture_logs() as said:
        answer = browser.post("/mine/journal/", sent, headers=OURS)
        page = answer.content.decode()
        assert answer.status_code == 503 and "It was not saved. What you saved before is safe." in page
        assert WORDS.strip() in page.replace("\r\n", "\n") and sent["page"] in page
        assert browser.get("/mine/journal/").status_code == 200
    assert [line["event"] for line in said] == [event]
    assert WORDS[:20] not in repr(said)
    assert alice.house().lines(VaultKind.PRIVATE) == [] and check.run() == []
    assert browser.post("/mine/journal/", sent, headers=OURS).status_code == 303
    assert len(alice.house().lines(VaultKind.PRIVATE)) == 1 and check.run() == []


def test_what_was_saved_is_said_to_be_saved_though_a_snapshot_finds_no_room(
    alice: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goldseam.log.snapshots.due", lambda before, after: True)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            raise_on_writing("53100")
            cursor.execute("DROP TRIGGER fault ON log_entryrow")
            on = "CREATE TRIGGER fault BEFORE INSERT ON log_snapshot FOR EACH ROW EXECUTE FUNCTION fault()"
        else:
            on = "CREATE TRIGGER fault BEFORE INSERT ON log_snapshot BEGIN SELECT RAISE(FAIL, 'no'); END"
        cursor.execute(on)
        try:
            with capture_logs() as said:
                sent = {"page": "0b3a1f3e-6a0c-4f7e-9a55-0d4a4a3b7f11", "text": "Kept."}
                assert visitor(alice).post("/mine/journal/", sent).status_code == 303
        finally:
            # The function too: what is left in the database stands in every backup that is made of it.
            cursor.execute("DROP FUNCTION fault CASCADE" if "EXECUTE" in on else "DROP TRIGGER fault")
    assert {line["event"] for line in said} == {"snapshot_not_kept"}
    assert len(alice.house().lines(VaultKind.PRIVATE)) == 1


def raised(error: Exception, cause: BaseException) -> Exception:
    error.__cause__ = cause
    return error


def of_sqlite(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as if")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (raised(OperationalError(), of_sqlite(sqlite3.SQLITE_FULL)), Fault.FULL),
        (raised(OperationalError(), of_sqlite(sqlite3.SQLITE_READONLY_DBMOVED)), Fault.READ_ONLY),
        (raised(OperationalError(), of_sqlite(sqlite3.SQLITE_IOERR_FSYNC)), Fault.DISK),
        (raised(OperationalError(), of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT)), Fault.BUSY),
        (raised(DatabaseError(), of_sqlite(sqlite3.SQLITE_CORRUPT)), Fault.DAMAGED),
        (raised(OperationalError(), of_sqlite(sqlite3.SQLITE_ERROR)), None),
        (raised(OperationalError(), psycopg.errors.DiskFull()), Fault.FULL),
        (raised(OperationalError(), psycopg.errors.AdminShutdown()), Fault.GONE),
        (raised(OperationalError(), psycopg.errors.TooManyConnections()), Fault.GONE),
        (raised(OperationalError(), psycopg.errors.DeadlockDetected()), Fault.BUSY),
        (raised(OperationalError(), psycopg.OperationalError("refused")), Fault.GONE),
        (raised(IntegrityError(), psycopg.errors.UniqueViolation()), None),
        (OSError(errno.EDQUOT, "as if"), Fault.FULL),
        (OSError(errno.EROFS, "as if"), Fault.READ_ONLY),
        (ConnectionResetError(errno.ECONNRESET, "as if"), None),
        (ValueError(), None),
    ],
)
def test_an_error_of_a_driver_is_told_by_its_own_code(error: Exception, fault: Fault | None) -> None:
    assert fault_of(error) is fault


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (raised(OperationalError(), psycopg.errors.DiskFull()), "There is no room left for the database. "),
        (raised(OperationalError("is it up?"), psycopg.OperationalError()), "cannot be reached: is it up?"),
        (raised(OperationalError("no such table"), of_sqlite(sqlite3.SQLITE_ERROR)), "no such table"),
        (raised(DatabaseError(), of_sqlite(sqlite3.SQLITE_BUSY)), "Another program holds the database in "),
        (of_sqlite(sqlite3.SQLITE_CORRUPT), "is damaged. Move its file to another place"),
        (OSError(errno.ENOSPC, "as if"), "There is no room left for "),
        (OSError(errno.EIO, "as if", "/some/where"), "The disk under /some/where reports errors"),
        (OSError(errno.ELOOP, "as if", "/some/where"), "/some/where did not do what was asked of it: as if."),
    ],
)
def test_an_operator_reads_what_to_do(error: Exception, said: str, tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn) as stopped, said_plainly(tmp_path):
        raise error
    assert said in str(stopped.value)


def test_whoever_stops_reading_is_no_fault(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), said_plainly(tmp_path):
        raise BrokenPipeError


def test_what_happened_to_be_handled_is_not_taken_for_the_cause() -> None:
    try:
        try:
            raise of_sqlite(sqlite3.SQLITE_FULL)
        except sqlite3.Error:
            raise ValueError from None
    except ValueError as error:
        assert fault_of(error) is None
