"""A person who writes without pause, in a process that is killed at any moment.

`python -m tests.security.crashing start` makes the tables and the person in GOLDSEAM_DATA and says the root secret;
`… write PERSON ROOT` says what it finds there, then writes, and says each id once the house has said that it is
kept; `… read PERSON ROOT` only says what it finds. The settings are the product's: the files are what a server has.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
from collections.abc import Callable
from uuid import uuid4

import django


def main(role: str, *given: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "goldseam.web.settings"
    django.setup()
    roles: dict[str, Callable[..., None]] = {"start": start, "write": write, "read": read}
    roles[role](*given)


def say(**told: object) -> None:
    """One line, written at once and in one piece."""
    os.write(1, json.dumps(told).encode() + b"\n")


def start() -> None:
    from django.core.management import call_command
    from django.db import connections

    from goldseam.accounts.models import Person
    from goldseam.keys.slots import keep_keys, sign_up_keys
    from goldseam.log.vaults import create_own

    for alias in connections:
        call_command("migrate", database=alias, verbosity=0, interactive=False)
    person = uuid4()
    keys = sign_up_keys(person=person, passphrase="six words that only tests know")
    Person.objects.create(id=person, name_index="somebody", name_kept=b"-", public=keys.public)
    keep_keys(person=person, keys=keys)
    create_own(person)
    say(person=str(person), root=keys.root.hex())


def house_of(person: str, root: str):  # type: ignore[no-untyped-def]
    from goldseam.accounts.models import Person
    from goldseam.keys.unlocking import open_vaults
    from goldseam.log.house import House

    return House(open_vaults(person=Person.objects.get(pk=person), root=bytes.fromhex(root)))


def read(person: str, root: str) -> None:
    from django.db import connections

    from goldseam.core.base import VaultKind
    from goldseam.core.journal import JournalWritten
    from goldseam.log import check

    damaged = []
    for alias in connections:
        with connections[alias].cursor() as cursor:
            if connections[alias].vendor == "sqlite":
                cursor.execute("PRAGMA integrity_check")
                damaged += [row for row in cursor.fetchall() if row != ("ok",)]
            else:  # held to the end of the connection, so whoever was killed has let go of everything now
                cursor.execute("SELECT pg_advisory_lock(1)")
    house = house_of(person, root)
    bodies = [line.entry.body for line in house.lines(VaultKind.PRIVATE) if line.entry]
    pages = [body.id for body in bodies if isinstance(body, JournalWritten)]
    say(pages=pages, name=house.desk.name, faults=check.run(), damaged=damaged)


def write(person: str, root: str) -> None:
    """Over and over: a page and a name on the desk in one act; and now and then a page is erased again."""
    read(person, root)
    house = house_of(person, root)
    for number in itertools.count():
        page = str(uuid4())
        house.act(keeping(page))
        say(kept=page)
        if number % 5 == 4:
            house.act(erasing(page))
            say(erased=page)


def keeping(page: str):  # type: ignore[no-untyped-def]
    from goldseam.core import desk, journal

    return lambda _: (*journal.write(id=page, text=f"page {page}"), *desk.choose_name(name=page))


def erasing(page: str):  # type: ignore[no-untyped-def]
    from goldseam.core import journal
    from goldseam.core.base import VaultKind

    return lambda house: journal.delete(house.folded(journal.JOURNAL, VaultKind.PRIVATE), id=page)


if __name__ == "__main__":
    main(*sys.argv[1:])
