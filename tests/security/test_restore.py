"""The gate, 7: an old backup is put back, opened with the people's own keys, and forgets what was erased since.

That the commands `backup` and `restore` do this over a running server's folder is shown in
`tests/cli/test_backup.py`, and on PostgreSQL in `tests/cli/test_backup_postgresql.py`. Here the words are opened.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.db import connections

from goldseam.core.base import VaultKind
from goldseam.core.journal import JOURNAL
from goldseam.keys.models import Session, Tier
from goldseam.log import check
from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.backup import make_backup
from goldseam.upkeep.restore import restore
from tests.cast import Someone, pair, someone
from tests.security import flows, leftovers
from tests.visitors import visitor

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


def pages(who: Someone) -> list[str]:
    lines = who.house().lines(VaultKind.PRIVATE)
    return [getattr(line.entry.body, "text", "") for line in lines if line.entry]


def test_an_old_backup_forgets_again_what_was_erased(tmp_path: Path) -> None:
    if connections["default"].vendor == "postgresql" and not shutil.which("pg_dump"):
        with pytest.raises(CannotGoOn):
            make_backup(where=tmp_path)
        return
    alice, bob, third = someone("Alice"), someone("Bob"), someone("Third")
    space = pair(alice, bob)
    scene = flows.Scene(alice, bob, visitor(alice), visitor(bob), space, third, visitor(third))
    flows.write_a_page(scene, "kept")
    flows.write_a_page(scene, "regretted")
    letter = flows.send_letter(scene, "taken back", scene.at_alice)
    backup = make_backup(where=tmp_path)

    page = alice.house().folded(JOURNAL, VaultKind.PRIVATE).newest_first[0].id
    scene.post("journal:delete", {}, page)
    scene.post("letters:withdraw", {}, space, letter)
    flows.write_a_page(scene, "written after the backup")
    assert Session.objects.exists()
    said: list[str] = []
    restore(backup, said.append)

    assert said[-1].startswith("Restored. Erased again: 2.")
    assert pages(alice) == ["journal kept"]
    shared = bob.house().lines(VaultKind.SHARED, space)
    assert [line.entry is None for line in shared] == [False, False, True]
    assert check.run() == []
    assert not Session.objects.exists() and not Tier.objects.exists()
    assert scene.at_alice.get("/home/").headers["Location"].startswith("/sign-in/")
    flows.write_a_page(
        flows.Scene(alice, bob, visitor(alice), visitor(bob), space, third, visitor(third)), "anew"
    )
    assert pages(alice) == ["journal kept", "journal anew"]


def test_a_backup_brings_no_session_and_no_list_of_erasures_along(tmp_path: Path) -> None:
    visitor(someone("Alice"))
    for _, content in leftovers.backup(tmp_path):
        for table in (b"keys_session", b"keys_tier", b"keys_attempt", b"log_erasure"):
            assert b"CREATE TABLE " + b'"' + table not in content
