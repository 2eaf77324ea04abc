"""What the server does by itself, and how one process of several gets to do it.

A chore has a row that says when it is due. Whoever moves that row on has it: one compare-and-set update, which
only one process wins, on SQLite as on PostgreSQL. Until the chore is due again nobody else can take it, so a chore
must take far less time than lies between two of its turns, and doing it twice must do no harm.
"""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import structlog
from django.conf import settings
from django.db.models import Q

from goldseam.keys import clock
from goldseam.keys.unlocking import sweep
from goldseam.log import offers
from goldseam.spaces import pairing
from goldseam.upkeep.backup import drop_expired
from goldseam.upkeep.models import ChoreRow

log = structlog.get_logger("goldseam.upkeep")


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to do every so often. `do` may raise: then it is tried again at its next turn."""

    name: str
    every: timedelta
    do: Callable[[], object]


def chores() -> tuple[Chore, ...]:
    """All chores of this server."""
    return (
        Chore("sessions", timedelta(minutes=10), sweep),
        Chore("offers", timedelta(hours=1), lambda: offers.expire(clock.today())),
        Chore("invitations", timedelta(hours=1), lambda: pairing.expire(clock.today())),
        Chore(f"backups:{_this_folder()}", timedelta(hours=1), _drop_backups),
    )


def _this_folder() -> str:
    """A name for this data folder: each machine of several has backups of its own to look after."""
    return hashlib.sha256(f"{socket.gethostname()} {settings.DATA}".encode()).hexdigest()[:12]


def _drop_backups() -> None:
    if (kept := Path(settings.DATA) / "backups").is_dir():
        drop_expired(kept, now=clock.now())


def enter(all_chores: Iterable[Chore]) -> None:
    """Make a row for each chore that has none yet; it is due at once."""
    rows = [ChoreRow(name=chore.name, due_at=clock.now()) for chore in all_chores]
    ChoreRow.objects.bulk_create(rows, ignore_conflicts=True)


def claim(chore: Chore) -> bool:
    """Whether this process is the one to do it now; nobody else is, until it is due again.

    A row further ahead than anybody would have set it says that the clock was set back: it counts as due.
    """
    now = clock.now()
    due = Q(due_at__lte=now) | Q(due_at__gt=now + 2 * chore.every)
    return ChoreRow.objects.filter(due, name=chore.name).update(due_at=now + chore.every) == 1


def do_what_is_due(all_chores: Iterable[Chore]) -> None:
    """Do each chore that this process can claim. A chore that fails is logged and keeps no other from its turn."""
    for chore in all_chores:
        try:
            if claim(chore):
                chore.do()
        except Exception as error:
            log.error("chore_failed", kind=chore.name.partition(":")[0], exc_info=error)
