"""The thread in which a process does what is due, from the moment it serves until it stops."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import structlog
from django.db import connections

from goldseam.upkeep.chores import Chore, chores, do_what_is_due, enter

PAUSE = 60.0  # seconds between two looks at what is due
LAST = 1.0  # seconds that a chore gets to end when the process stops; all of them bear being cut off

log = structlog.get_logger("goldseam.upkeep")


class Ticker:
    """Looks at the chores at once, and then every minute. Nothing that a chore does ends it."""

    def __init__(self, all_chores: Sequence[Chore] | None = None, pause: float = PAUSE) -> None:
        self._chores = chores() if all_chores is None else all_chores
        self._pause = pause
        self._over = threading.Event()
        # A daemon, so that a chore that hangs cannot keep the process.
        self._thread = threading.Thread(target=self._run, name="ticker", daemon=True)

    def start(self) -> None:
        """Begin. A ticker is started once."""
        self._thread.start()

    def stop(self) -> None:
        """End: nothing is begun any more. Returns at once; `wait` waits for what is being done."""
        self._over.set()

    def wait(self) -> bool:
        """Whether the thread has ended, within about a second."""
        self._thread.join(LAST)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._over.is_set():
            self._round()
            self._over.wait(self._pause)

    def _round(self) -> None:
        try:
            enter(self._chores)
            do_what_is_due(chore for chore in self._chores if not self._over.is_set())
        except (
            Exception
        ) as error:  # the database is away: so it is for everybody, and the next round may find it
            log.error("ticker_failed", exc_info=error)
        finally:
            connections.close_all()  # held for a minute, a connection would only grow stale
