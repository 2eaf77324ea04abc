"""Every byte that is left behind, by the place where it was left, so that words can be looked for in it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connections

from goldseam.upkeep.backup import make_backup

Left = Iterator[tuple[str, bytes]]


def databases() -> Left:
    """The files of both databases with what SQLite keeps beside them; on PostgreSQL every row of every table."""
    for alias in {"default", settings.APART}:
        connection = connections[alias]
        if connection.vendor == "sqlite":
            path = Path(str(connection.settings_dict["NAME"]))
            for file in path.parent.glob(path.name + "*"):
                yield file.name, file.read_bytes()
        else:
            yield from every_row(alias)


def every_row(alias: str) -> Left:
    with connections[alias].cursor() as cursor:
        for table in connections[alias].introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            yield table, b"\n".join(column for row in cursor for column in map(as_bytes, row))


def as_bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def backup(folder: Path) -> Left:
    """What `goldseam backup` makes. PostgreSQL's is packed; there the rows themselves are searched."""
    if connections["default"].vendor == "sqlite":
        yield "backup", make_backup(where=folder / "backup.sqlite3").read_bytes()


def files(*folders: Path) -> Left:
    for folder in folders:
        yield from ((file.name, file.read_bytes()) for file in folder.rglob("*") if file.is_file())


def spellings(word: str) -> list[bytes]:
    """The word as it would show if it were encoded, and not sealed."""
    plain = word.encode()
    shifted = [base64.b64encode(b" " * shift + plain)[4:-4] for shift in range(3)]
    spelt = [plain, plain.lower(), plain.upper(), plain.hex().encode(), word.encode("utf-16-le"), plain[::-1]]
    return [*spelt, *shifted]


def found(words: list[str], places: list[tuple[str, bytes]]) -> list[tuple[str, str]]:
    """Where which of these words is, in whatever spelling."""
    spelt = [(word, spelling) for word in words for spelling in spellings(word)]
    return [(place, word) for place, content in places for word, spelling in spelt if spelling in content]
