"""What carries topics from where something was done to the open pages: in memory, or over PostgreSQL.

One process needs no more than its own memory. Several processes, on one machine or on many, hear each other by
PostgreSQL's NOTIFY, so that they need nothing else beside the database.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any, Protocol

import psycopg
import structlog
from django.db import connection, connections

from goldseam.web.live import Hub

CHANNEL = "goldseam_live"
AGAIN = 1.0  # seconds until a lost connection is tried again, doubled at each failure up to a minute
LONGEST = 60.0

log = structlog.get_logger("goldseam.web")


class Bus(Protocol):
    """A bell that also brings to this process what was rung in others."""

    def ring(self, topics: frozenset[str]) -> None:
        """As `log.bell.Bell`."""

    async def listen(self) -> None:
        """Bring topics to the hub until cancelled."""


class InMemory:
    """For one process."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def ring(self, topics: frozenset[str]) -> None:
        """Wake this process's own streams."""
        self.hub.ring(topics)

    async def listen(self) -> None:
        """There is nobody else to hear."""


class OverPostgreSQL:
    """For any number of processes over one database."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def ring(self, topics: frozenset[str]) -> None:
        """Notify every process, this one too."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, " ".join(sorted(topics))])

    async def listen(self) -> None:
        """Hear until cancelled. After a lost connection, every page asks for itself what it may have missed."""
        wait = AGAIN
        while True:
            with suppress(OSError, psycopg.Error):
                async with await psycopg.AsyncConnection.connect(
                    autocommit=True, **where_to_listen()
                ) as heard:
                    await heard.execute(f"LISTEN {CHANNEL}")
                    wait = AGAIN
                    self.hub.wake_all()
                    async for note in heard.notifies():
                        self.hub.wake(frozenset(note.payload.split()))
            log.warning("live_bus_lost")
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST)


def bus_for(hub: Hub) -> Bus:
    """The bus that the database allows."""
    return OverPostgreSQL(hub) if connections["default"].vendor == "postgresql" else InMemory(hub)


def where_to_listen() -> dict[str, Any]:
    """How psycopg reaches the database that Django uses."""
    known = connections["default"].settings_dict
    given = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    tls = {name: value for name, value in known["OPTIONS"].items() if name.startswith("ssl")}
    return (
        {name: known[key] for name, key in given.items() if known[key]}
        | tls
        | {"connect_timeout": 10, "keepalives_idle": 30}
    )
