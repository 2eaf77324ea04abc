"""The readings that every page makes, with their SQL written out.

Django builds the SQL of a query anew each time, which takes several times as long as the answer of the database.
Whatever is asked less often, or writes, goes through the models.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection


def asked(sql: str, *values: UUID | int) -> list[tuple[Any, ...]]:
    """The rows that the database answers. Ids are given as UUIDs; `as_id` reads one that comes back."""
    native = connection.features.has_native_uuid_field
    given = [value.hex if isinstance(value, UUID) and not native else value for value in values]
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def as_id(stored: UUID | str) -> UUID:
    """An id, as either database stores it."""
    return stored if isinstance(stored, UUID) else UUID(stored)
