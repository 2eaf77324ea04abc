"""Telling the open pages that there is something new: ids only, and only after the commit.

A topic is "space:<id>" (something new may be there), "person:<id>" (other spaces than before) or
"session:<id>" (its keys closed). Whoever listens hangs up a bell; without one nobody is told.
"""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

import structlog
from django.db import transaction

log = structlog.get_logger("goldseam.log")


class Bell(Protocol):
    """What carries topics to whoever listens, in this process or in others."""

    def ring(self, topics: frozenset[str]) -> None:
        """Tell it now. Must not raise for want of a listener."""


_hung: list[Bell] = []


def hang(bell: Bell | None) -> None:
    """Let this bell ring from now on, in the place of any other; None takes it away."""
    _hung[:] = [bell] if bell is not None else []


def ring(*topics: str, using: str | None = None) -> None:
    """Tell these topics once the transaction that this happens in is committed; at once where there is none."""
    if _hung:
        transaction.on_commit(lambda: _tell(frozenset(topics)), using=using)


def _tell(topics: frozenset[str]) -> None:
    for bell in _hung:
        try:
            bell.ring(topics)
        except Exception as error:  # what was done is done: pages that were not told ask by themselves
            log.warning("bell_broken", kind=type(error).__name__)


def space(id: UUID) -> str:
    """The topic of a space."""
    return f"space:{id}"


def person(id: UUID) -> str:
    """The topic of a person: which spaces are theirs has changed."""
    return f"person:{id}"


def session(row: UUID) -> str:
    """The topic of a session, by the id that its sealed things are bound to."""
    return f"session:{row}"
