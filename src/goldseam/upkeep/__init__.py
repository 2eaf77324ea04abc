"""Keeping a Goldseam running: its address, its data folder, its tables, backups and restores.

Everything here is said to an operator in plain words through `say`, or raised as a `CannotGoOn`.
"""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[[str], None]


class CannotGoOn(Exception):
    """Why a command stops, in words for the person who typed it."""
