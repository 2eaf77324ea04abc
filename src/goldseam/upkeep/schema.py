"""Bringing the tables up to date, after a backup."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from goldseam.upkeep import CannotGoOn, Say
from goldseam.upkeep.backup import make_backup


def prepare_tables(say: Say, *, backup: bool = True) -> None:
    """Apply what is unapplied in every database; a database that holds data is backed up before.

    Raises `CannotGoOn` when the data was written by a newer Goldseam, and when a backup cannot be made.
    """
    waiting = [alias for alias in connections if has_unapplied(alias)]
    if not waiting:
        return
    if backup and holds_data():
        say(f"The tables change with this version. Backup before that: {make_backup('before-migration')}")
    for alias in waiting:
        call_command("migrate", database=alias, interactive=False, verbosity=0)


def has_unapplied(alias: str) -> bool:
    """Whether this database lacks migrations that this version has."""
    executor = MigrationExecutor(connections[alias])
    unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    if any(app in executor.loader.migrated_apps for app, _ in unknown):
        raise CannotGoOn("A newer Goldseam wrote this data. Start that version, or restore a backup.")
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def holds_data() -> bool:
    """Whether the main database has been in use: an empty one needs no backup."""
    return "accounts_person" in connections["default"].introspection.table_names()
