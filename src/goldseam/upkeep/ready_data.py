"""The part of `goldseam check --deploy` that asks the database and Django."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg
from django.core import checks
from django.db import connections
from django.db.models import Max, Model

from goldseam.accounts.models import Person
from goldseam.keys import clock
from goldseam.keys.models import Session, SlotRow
from goldseam.log.models import EntryRow
from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.ready import Finding, fault, good, look
from goldseam.upkeep.schema import has_unapplied
from goldseam.web.bus import where_to_listen

OLDEST_POSTGRESQL = 14
SURE = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
SURE_POSTGRESQL = {"fsync": "on", "full_page_writes": "on"}
SAFE_COMMITS = ("on", "remote_write", "remote_apply", "local")
WAIT = 5.0  # seconds for a notice to come back
# What Django asks for that is done in another way: `web.middleware.Headers` writes the headers of the first two;
# the third counts the letters of a key that is 32 random bytes.
DONE_OTHERWISE = ("security.W001", "security.W002", "security.W009")
DAYS: tuple[tuple[type[Model], str], ...] = (
    (EntryRow, "day"),
    (Person, "created_day"),
    (SlotRow, "created_day"),
    (Session, "started_day"),
)


def inside_the_database() -> Iterator[Finding]:
    """Version, durability, tables, clock, the way between processes, and Django's own checks."""
    over_sqlite = connections["default"].vendor == "sqlite"
    yield from _sqlite() if over_sqlite else _postgresql()
    tables = _tables()
    yield tables
    if tables == UP_TO_DATE:
        yield _clock(clock.today())
    yield ONE_PROCESS if over_sqlite else _bus()
    yield from _django()


UP_TO_DATE = good("tables", "all changes of this version are applied")
ONE_PROCESS = good("processes", "one, over SQLite; for several, set GOLDSEAM_DATABASE to a PostgreSQL")


def _sqlite() -> Iterator[Finding]:
    for alias in connections:
        with connections[alias].cursor() as cursor:
            version = cursor.execute("SELECT sqlite_version()").fetchone()[0]
            found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in SURE}
        about = f"database {alias}"
        wrong = [f"{name} is {value}" for name, value in found.items() if value != SURE[name]]
        if wrong:
            yield fault(
                about, f"{', '.join(wrong)}; what is said to be saved might be lost, or stay when erased"
            )
        else:
            yield good(
                about, f"SQLite {version}; what is saved is on the disk, what is erased is overwritten"
            )


def _postgresql() -> Iterator[Finding]:
    version = _shown("server_version")
    if int(_shown("server_version_num")) < OLDEST_POSTGRESQL * 10000:
        yield fault("database", f"PostgreSQL {version} is too old; it takes {OLDEST_POSTGRESQL} or newer")
    else:
        yield good("database", f"PostgreSQL {version}")
    wrong = [f"{name} is off" for name, wanted in SURE_POSTGRESQL.items() if _shown(name) != wanted]
    if _shown("synchronous_commit") not in SAFE_COMMITS:
        wrong.append("synchronous_commit is off")
    if wrong:
        yield fault("database", f"{', '.join(wrong)}; what is said to be saved might be lost")
    else:
        yield good("database", "what is saved is on the disk")
    yield _encrypted()


def _shown(name: str) -> str:
    return str(_one_value("SELECT current_setting(%s)", [name]))


def _one_value(query: str, given: list[str] | None = None) -> Any:
    with connections["default"].cursor() as cursor:
        cursor.execute(query, given)
        return cursor.fetchone()[0]


def _encrypted() -> Finding:
    here = _one_value(
        "SELECT coalesce(inet_server_addr() <<= '127.0.0.0/8' OR inet_server_addr() = '::1', true)"
    )
    if here or _one_value("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"):
        return good("way to the database", "nobody on the network can read along")
    return look(
        "way to the database", "it crosses a network without TLS; add ?sslmode=require to the address"
    )


def _tables() -> Finding:
    try:
        waiting = any(has_unapplied(alias) for alias in connections)
    except CannotGoOn as reason:
        return fault("tables", str(reason))
    if waiting:
        return fault("tables", "they are of an older version; goldseam serve makes a backup and changes them")
    return UP_TO_DATE


def _clock(today: date) -> Finding:
    newest = max(filter(None, (_newest(*one) for one in DAYS)), default=today)
    if newest > today:
        return fault("clock", f"it says {today}, and something was written on {newest}; set the clock")
    return good("clock", f"it says {today}; nothing here is newer")


def _newest(model: type[Model], field: str) -> date | None:
    found: date | None = model._default_manager.aggregate(newest=Max(field))["newest"]
    return found


def _bus() -> Finding:
    """Whether a notice comes back: a pooler between may swallow them, and no page would hear of anything."""
    channel = "goldseam_check"
    with psycopg.connect(autocommit=True, **where_to_listen()) as ear:
        ear.execute(f"LISTEN {channel}")
        _one_value("SELECT pg_notify(%s, '')", [channel])
        if any(True for _ in ear.notifies(timeout=WAIT, stop_after=1)):
            return good("processes", "several may serve; they hear each other through PostgreSQL")
    return fault("processes", "a notice got lost; connect to PostgreSQL without a pooler in transaction mode")


def _django() -> Iterator[Finding]:
    found = checks.run_checks(include_deployment_checks=True)
    serious = [it for it in found if it.level >= checks.WARNING and it.id not in DONE_OTHERWISE]
    for it in serious:
        yield fault(f"Django, {it.id}", it.msg.split("\n")[0])
    if not serious:
        yield good("Django", "its own checks find nothing")
