"""The gate, 2: every field of every model is sealed, or readable with a reason; and so are the stored values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from goldseam.log import inventory
from tests.cast import pair, someone
from tests.security import flows
from tests.visitors import visitor

DOCS = Path(__file__).parents[2] / "docs"
ANEW = "docs/inventory.md is not what the code says. Write it anew with\n./goldseam inventory > docs/inventory.md"

# What text in a readable column may look like: names of kinds, hexadecimal hashes, signed session data. No sentence.
PLAIN = re.compile(r"[A-Za-z0-9_.:=+/-]*")


def test_every_field_is_in_one_of_the_two_lists() -> None:
    assert inventory.unclassified() == []
    assert not inventory.SEALED.keys() & inventory.READABLE.keys()
    assert all(len(why) > 5 for why in (inventory.SEALED | inventory.READABLE).values())


def test_a_new_column_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    known = list(inventory.fields())
    monkeypatch.setattr(inventory, "fields", lambda: [*known, "letters.letter.words"])
    assert inventory.unclassified() == ["letters.letter.words"]
    gone = next(name for name in known if name in inventory.SEALED)
    monkeypatch.setattr(inventory, "fields", lambda: [name for name in known if name != gone])
    assert inventory.unclassified() == [f"{gone} (listed, not there)"]


def of_ours() -> Iterator[tuple[str, models.Field[Any, Any]]]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            name = f"{model._meta.label_lower}.{field.name}"
            if not name.startswith(inventory.UNUSED):
                yield name, field


def test_what_is_called_sealed_can_only_hold_bytes() -> None:
    kinds = {name: type(field) for name, field in of_ours() if name in inventory.SEALED}
    assert set(kinds.values()) == {models.BinaryField}


def test_no_time_of_day_is_kept_where_a_backup_takes_it_along() -> None:
    """Who wrote at three in the morning is nobody's business. Sessions know the time; they lie apart."""
    from goldseam.web.routers import lives_apart

    timed = [field for _, field in of_ours() if isinstance(field, models.DateTimeField | models.TimeField)]
    assert [field.name for field in timed if not lives_apart(field.model)] == []


@pytest.mark.django_db
def test_the_values_are_what_the_lists_say() -> None:
    """After every flow: a sealed value is a record, and no readable one is a sentence."""
    alice, bob, third = someone("Alice"), someone("Bob"), someone("Third")
    space = pair(alice, bob)
    scene = flows.Scene(alice, bob, visitor(alice), visitor(bob), space, third, visitor(third))
    for flow in [*flows.SHARED, *flows.PRIVATE]:
        flow(scene, "a whole sentence")
    filled = set()
    for name, field in of_ours():
        for value in field.model._default_manager.values_list(field.attname, flat=True):
            if name in inventory.SEALED and value is not None:
                assert bytes(value)[0] == 1 and len(bytes(value)) >= 38, name
                filled.add(name)
            if isinstance(value, str):
                assert PLAIN.fullmatch(value), name
    assert inventory.SEALED.keys() - filled <= {"log.snapshot.sealed", "spaces.invite.sealed"}


@pytest.mark.django_db
def test_the_tables_that_came_along_hold_nobody() -> None:
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label_lower
        if label.startswith(inventory.UNUSED) and label not in (
            "auth.permission",
            "contenttypes.contenttype",
        ):
            assert not model._default_manager.exists(), label


def test_the_page_in_the_docs_is_the_list_in_the_code() -> None:
    assert (DOCS / "inventory.md").read_text() == inventory.inventory_markdown(), ANEW
