from __future__ import annotations

from tests.faults.places import data, database

__all__ = ["data", "database"]
