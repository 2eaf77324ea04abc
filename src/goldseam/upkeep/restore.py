"""Going back to a backup, without bringing back what was erased or who was signed in."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connections

from goldseam.upkeep import CannotGoOn, Say
from goldseam.upkeep.backup import OUTLIVES, copy_sqlite, make_backup, postgresql_command
from goldseam.upkeep.going_back import of_a_newer_version, put_list_back, set_list_aside
from goldseam.upkeep.schema import holds_data, prepare_tables, refuse_wrong_keys


def restore(source: Path, say: Say) -> None:
    """Put the backup in the place of the main database, apply every listed erasure again, end every session.

    The data of now is backed up first. Call with sole use of the data folder. Raises `CannotGoOn` at the end
    where the backup was made with other keys than those that are here.
    """
    if not source.is_file():
        raise CannotGoOn(f"There is no backup at {source}.")
    sqlite = connections["default"].vendor == "sqlite"
    _check_sqlite(source) if sqlite else _check_postgresql(source)
    newer = of_a_newer_version()
    if not newer:
        prepare_tables(say)
    if holds_data():
        say(f"The data of now is kept in {make_backup('before-restore')}")
    if newer:
        set_list_aside()
    _put_sqlite(source) if sqlite else _put_postgresql(source)
    prepare_tables(say, backup=False)
    if newer:
        put_list_back()
    finish(say)
    refuse_wrong_keys()


def finish(say: Say) -> None:
    """What every restore needs, whoever put the rows back: erase again, delete again, end all sessions."""
    from goldseam.log.restore import apply_erasures

    erased, deleted, parted = apply_erasures(), _delete_again(), _part_again()
    taken = _take_away_again()
    connection = connections[settings.APART]
    with connection.cursor() as cursor:
        for name in ("Tier", "Pending", "Session"):
            table = connection.ops.quote_name(apps.get_model("keys", name)._meta.db_table)
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608  a name of our own
    say(
        f"Restored. Erased again: {erased}. Deleted again, whole: {deleted}. "
        f"Pairings ended again: {parted}. Passkeys and codes taken away again: {taken}. Everyone signs in anew."
    )


def _delete_again() -> int:
    """Delete the accounts and spaces that were deleted since the backup. Returns how many came back in it."""
    from goldseam.accounts.parting import delete_again
    from goldseam.log.erasing import came_back, deleting
    from goldseam.spaces.leaving import delete_space

    people, spaces = came_back()
    with deleting():
        for space_id in spaces:
            delete_space(space_id)
        for person_id in people:
            delete_again(person_id)
    return len(people) + len(spaces)


def _part_again() -> int:
    """End the pairings that had ended since the backup. Returns how many came back in it."""
    from goldseam.log.erasing import deleting, parted
    from goldseam.spaces.leaving import part_again

    with deleting():
        return part_again(parted())


def _take_away_again() -> int:
    """Take away the second steps that were taken away since the backup. Returns how many came back in it."""
    from goldseam.keys.factors import remove_again

    return remove_again()


def _check_sqlite(source: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as backup:
            whole = backup.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = backup.execute("SELECT 1 FROM sqlite_master WHERE name = 'accounts_person'").fetchone()
    except sqlite3.DatabaseError as fault:
        raise CannotGoOn(f"{source} is not a backup of Goldseam, or it is damaged.") from fault
    if not whole or not ours:
        raise CannotGoOn(f"{source} is not a backup of Goldseam, or it is damaged.")


def _put_sqlite(source: Path) -> None:
    connections.close_all()
    place = Path(str(connections["default"].settings_dict["NAME"]))
    part = place.with_name(place.name + ".part")
    part.unlink(missing_ok=True)
    copy_sqlite(source, part)
    for left in ("-wal", "-shm"):
        place.with_name(place.name + left).unlink(missing_ok=True)
    part.replace(place)


def _check_postgresql(source: Path) -> None:
    line, environment = postgresql_command("pg_restore", "--list", str(source))
    listed = subprocess.run(line, check=False, env=environment, capture_output=True, text=True)
    if listed.returncode or "accounts_person" not in listed.stdout:
        raise CannotGoOn(f"{source} is not a backup of Goldseam, or it is damaged.")


def _put_postgresql(source: Path) -> None:
    """Drop all but the list of erasures, then read the backup in."""
    connection = connections["default"]
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - {OUTLIVES}:
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")
    connections.close_all()
    options = ["--no-owner", "--single-transaction", "--exit-on-error", "--dbname="]
    line, environment = postgresql_command("pg_restore", *options, str(source))
    done = subprocess.run(line, check=False, env=environment, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise CannotGoOn(
            f"PostgreSQL could not read the backup: {done.stderr.strip()[:500]}\n"
            "The data of before is in the backup made just now; restore that one."
        )
