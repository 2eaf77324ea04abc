"""Fills the data folder of GOLDSEAM_DATA with what a measurement needs, and prints what it must know, as JSON.

`python -m bench.prepare couple ENTRIES` makes a couple with so many entries in all their logs; `… naming ENTRIES` one
whose Home opens private pages; `… strangers COUPLES` makes so many couples that nobody opens: rows of the usual
sizes, filled with noise.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from goldseam.upkeep.starting import opened_data

if TYPE_CHECKING:
    from tests.cast import Someone

TEXT = "On the third of April I took out the loan, and I did not tell you for eleven months. " * 4
PER_STRANGER = 5  # entries of each log that nobody opens


def couple(entries: int) -> dict[str, object]:
    """Two people with so many entries in all their logs: of five, a letter, its opening, its answer, two pages.

    The reader of the letters is signed in, with both tiers open.
    """
    alice, space = _couple(entries)
    return _known(alice, space)


def naming(entries: int) -> dict[str, object]:
    """As `couple`, but signed up so long ago that Home suggests to the reader to name what happened.

    There Home opens private pages, which were written last: as many as come after a snapshot before the next.
    """
    from goldseam.core import journal
    from goldseam.core.base import VaultKind
    from goldseam.log import snapshots

    alice, space = _couple(entries)
    while True:
        vault = alice.house().vault(VaultKind.PRIVATE)
        if snapshots.due(snapshots.last(vault.id), vault.head_seq + 1):
            break
        alice.house().act(lambda _: journal.write(id=str(uuid4()), text=TEXT))
    _let_days_pass(alice)
    return _known(alice, space)


def _couple(entries: int) -> tuple[Someone, UUID]:
    from tests.cast import pair, someone

    from goldseam.core import desk

    alice, bob = someone("Alice"), someone("Bob")
    space = pair(alice, bob)
    alice.house().act(lambda _: desk.choose_zone(zone=noon()))
    for _ in range(entries // 5):
        _letter(alice, bob, space)
    return alice, space


def _let_days_pass(who: Someone) -> None:
    """Until the step comes that private pages could leave out. Suggestions take turns by the day."""
    from goldseam.core.home import FIRST_DAYS, LEFT_OUT_WHEN_NAMED, STEPS
    from goldseam.journey.home import suggested, together

    today = datetime.now(UTC).date()
    for days in range(FIRST_DAYS, FIRST_DAYS + len(STEPS)):
        who.person.created_day = today - timedelta(days=days)
        house = who.house(datetime.now(UTC))
        thing = suggested(house, together(house))
        if thing and thing.id in LEFT_OUT_WHEN_NAMED:
            who.person.save(update_fields=["created_day"])
            return
    raise SystemExit("Home suggests to name what happened on no day.")


def _known(who: Someone, space: UUID) -> dict[str, object]:
    from tests.visitors import visitor

    client = visitor(who)
    return {
        "space": str(space),
        "cookies": "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items()),
    }


def _letter(reader: Someone, writer: Someone, space: UUID) -> None:
    from goldseam.core import journal
    from goldseam.core.base import Append, VaultKind
    from goldseam.core.desk import LetterOpened
    from goldseam.core.letterbook import Answer, LetterAnswered, LetterKind, LetterSent

    id = str(uuid4())
    sent = LetterSent(id=id, kind=LetterKind.APOLOGY, text=TEXT)
    heard = LetterAnswered(id=id, version=1, answer=Answer.HEARD)
    opened = LetterOpened(id=id, version=1)
    writer.house().act(lambda _: (Append(VaultKind.SHARED, sent, row=id),), space=space)
    reader.house().act(
        lambda _: (Append(VaultKind.DESK, opened), Append(VaultKind.SHARED, heard, row=str(uuid4()))),
        space=space,
    )
    for who in (reader, writer):
        who.house().act(lambda _: journal.write(id=str(uuid4()), text=TEXT))


def noon() -> str:
    """A zone in which it is about noon now: late in the evening Home is another page."""
    ahead = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def strangers(couples: int) -> dict[str, object]:
    """Rows of people whom nobody knows, on PostgreSQL, where they are made by the server itself."""
    from django.db import connection

    noise = "decode(md5(random()::text) || md5(random()::text), 'hex')"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""CREATE TEMP TABLE made AS
                SELECT gen_random_uuid() AS space, gen_random_uuid() AS one, gen_random_uuid() AS two
                FROM generate_series(1, {int(couples)})"""
        )
        cursor.execute("CREATE TEMP TABLE made_log (id uuid)")
        cursor.execute("INSERT INTO spaces_space (id, state) SELECT space, 'active' FROM made")
        for slot, side in enumerate(("one", "two")):
            cursor.execute(
                f"""INSERT INTO spaces_member (space_id, slot, person_id, paused)
                    SELECT space, {slot}, {side}, false FROM made"""
            )
        owned = [(kind, "person_id", side) for side in ("one", "two") for kind in ("private", "desk")]
        for kind, owner, whose in [*owned, ("shared", "space_id", "space")]:
            cursor.execute(
                f"""WITH new AS (
                      INSERT INTO log_vault (id, kind, {owner}, head_seq, head_hash)
                      SELECT gen_random_uuid(), '{kind}', {whose}, {PER_STRANGER}, {noise} FROM made
                      RETURNING id)
                    INSERT INTO made_log SELECT id FROM new"""
            )
        cursor.execute(
            f"""INSERT INTO log_entryrow (vault_id, seq, row, hash, author, day, "group", sealed)
                SELECT id, seq, gen_random_uuid(), {noise}, seq % 2, current_date, 'letters',
                       decode(repeat(md5(random()::text), 36), 'hex')
                FROM made_log, generate_series(1, {PER_STRANGER}) AS seq"""
        )
        cursor.execute("ANALYZE")
        cursor.execute("SELECT count(*) FROM log_entryrow")
        return {"entries": cursor.fetchone()[0]}


MAKERS = {"couple": couple, "naming": naming, "strangers": strangers}


def main(what: str, count: str) -> None:
    with opened_data(existing=False):
        from goldseam.upkeep.schema import prepare_tables

        prepare_tables(lambda _: None, backup=False)
        print(json.dumps(MAKERS[what](int(count))))


if __name__ == "__main__":
    main(*sys.argv[1:])
