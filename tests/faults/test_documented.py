"""The table of faults says what is so: a row for every test of a fault, sentences and names that there are."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from goldseam.web import errors, storage
from tests.docs.test_docs import MENTION, ROOT, SOURCE, missing, table

PAGE = ROOT / "docs" / "faults.md"
TABLES = ["While it runs", "At the start"]
EVENT = re.compile(r"`([a-z]+_[a-z_]+)`")
SAID = re.compile(r"“([^”…]+)[”…]")
ROWS = [row for heading in TABLES for row in table(PAGE, heading)]


def source() -> str:
    """All that the program says, without the breaks between parts of one sentence."""
    files = [file for room in ("upkeep", "web") for file in (SOURCE / room).rglob("*.py")]
    return re.sub(r'"\s*\n\s*f?"', "", "\n".join(file.read_text("utf-8") for file in files))


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_every_row_names_its_test_and_says_what_is_said(row: list[str]) -> None:
    assert len(row) == 5 and all(row)
    tests = MENTION.findall(row[4])
    assert tests and [test for test in tests if "::" not in test or missing(test)] == []
    people, operator = row[1], row[2]
    for said in SAID.findall(people):
        assert said.strip() in inspect.getsource(errors), said
    for said in SAID.findall(operator):
        assert said.strip() in source(), said
    assert set(EVENT.findall(operator)) <= {fault.value for fault in storage.Fault}


def test_every_test_of_a_fault_is_in_the_page() -> None:
    page = PAGE.read_text("utf-8")
    here = Path(__file__)
    others = [file for file in here.parent.glob("test_*.py") if file != here]
    assert len(others) >= 7
    assert [file.name for file in others if file.name not in page] == []


def test_every_name_in_the_log_is_in_the_page() -> None:
    told = set(EVENT.findall(PAGE.read_text("utf-8")))
    explained = {*storage.Fault} - {storage.Fault.BUSY, storage.Fault.DAMAGED}
    assert {fault.value for fault in explained} <= told
