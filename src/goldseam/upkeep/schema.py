"""Bringing the tables up to date, after a backup."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from goldseam.upkeep import CannotGoOn, Say
from goldseam.upkeep.backup import make_backup

# Of the server's own keys, those that data is made with. The one that signs cookies is not: another only signs
# everybody out.
MADE_WITH = ("names", "contacts", "reveals")
LOCK = 0x601D5EA3  # any number that nothing else in the same PostgreSQL database locks


def prepare_tables(say: Say, *, backup: bool = True) -> None:
    """Apply what is unapplied in every database; a database that holds data is backed up before.

    Raises `CannotGoOn` when the data was written by a newer Goldseam, and when a backup cannot be made.
    """
    with _one_at_a_time():
        waiting = [alias for alias in connections if has_unapplied(alias)]
        if waiting and backup and holds_data():
            say(f"The tables change with this version. Backup before that: {make_backup('before-migration')}")
        for alias in waiting:
            call_command("migrate", database=alias, interactive=False, verbosity=0)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Of several hosts that start over one PostgreSQL, let one change the tables and the others wait for it."""
    connection = connections["default"]
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def has_unapplied(alias: str) -> bool:
    """Whether this database lacks migrations that this version has."""
    executor = MigrationExecutor(connections[alias])
    unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    if unknown:
        raise CannotGoOn("A newer Goldseam wrote this data. Start that version, or restore a backup.")
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def holds_data() -> bool:
    """Whether the main database has been in use: an empty one needs no backup."""
    return "accounts_person" in connections["default"].introspection.table_names()


def refuse_wrong_keys() -> None:
    """Raise `CannotGoOn` where the data was made with other keys than the ones in the folder.

    Keys that this very start has made are taken away again: they are nobody's, and the right ones belong there.
    """
    wrong = wrong_keys()
    if not wrong:
        return
    for place in settings.SERVER_KEYS.made:
        place.unlink(missing_ok=True)
    files = ", ".join(f"{name}.key" for name in wrong)
    raise CannotGoOn(
        f"This data was made with other keys than those in {settings.DATA / 'keys'}: {files}.\n"
        "Put the right files back from your copy of the keys. Without them nobody can sign in."
    )


def wrong_keys() -> list[str]:
    """Which of the server's own keys are not those that the data was made with; none where it does not say."""
    model = _server_key()
    connection = connections["default"]
    if model._meta.db_table not in connection.introspection.table_names():
        return []
    ours = _key_ids()
    known = model._default_manager.filter(name__in=MADE_WITH).values_list("name", "key_id")
    return sorted(name for name, key_id in known if bytes(key_id) != ours[name])


def note_keys() -> None:
    """Let the data say from now on which keys it was made with. Raises `CannotGoOn` as `refuse_wrong_keys`."""
    model = _server_key()
    rows = [model(name=name, key_id=key_id) for name, key_id in _key_ids().items()]
    model._default_manager.bulk_create(rows, ignore_conflicts=True)
    refuse_wrong_keys()


def _key_ids() -> dict[str, bytes]:
    from goldseam.vault import key_id

    return {name: key_id(getattr(settings.SERVER_KEYS, name)) for name in MADE_WITH}


def _server_key() -> type[Model]:
    from goldseam.keys.models import ServerKey

    return ServerKey
