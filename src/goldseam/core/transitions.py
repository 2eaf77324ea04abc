"""How a table of states is written down, so that decisions, tests and docs read the same one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

START = "[*]"


class Transition(NamedTuple):
    """From `source`, when `who` does `event`, to `target`. `START` is where there is nothing yet."""

    source: str
    event: str
    who: str
    target: str


Table = tuple[Transition, ...]


def moves(table: Table, source: str, event: str) -> Iterable[Transition]:
    """The rows of `table` that this event can take from this state."""
    return (row for row in table if row.source == source and row.event == event)
