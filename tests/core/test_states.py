from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import msgspec
import pytest

import goldseam.core
from goldseam.core.base import Refusal
from goldseam.core.drafts import AnyDraft, KindWordDraft, LetterDraft, decode_draft, encode_draft
from goldseam.core.drawing import states_markdown
from goldseam.core.letters import Answer, Event, LetterState, Who
from goldseam.core.spaces import SpaceState
from goldseam.core.states import standings, tables
from goldseam.core.transitions import START, Transition
from tests.core.examples import ID, OTHER

CORE = Path(next(iter(goldseam.core.__path__)))
MODULES = sorted(CORE.glob("*.py"))
PURE = {
    "__future__",
    "collections",
    "datetime",
    "enum",
    "hashlib",
    "itertools",
    "math",
    "re",
    "typing",
    "unicodedata",
} | {
    "msgspec",
    "goldseam",
}


@pytest.mark.parametrize("name", tables())
def test_no_row_says_the_same_twice_and_every_state_is_reached(name: str) -> None:
    table = tables()[name]
    assert len({(row.source, row.event, row.who) for row in table}) == len(table)
    reached = {START} | {row.target for row in table}
    words = " ".join(reached)
    assert all(row.source in reached or row.source in words for row in table)


def test_every_table_is_drawn() -> None:
    found = {
        name: value
        for module in MODULES
        if module.stem != "__init__"
        for name, value in vars(import_module(f"goldseam.core.{module.stem}")).items()
        if isinstance(value, tuple)
        and value
        and all(isinstance(row, Transition) for row in value)
        and not isinstance(value, Transition)
    }
    drawn = list(tables().values())
    assert [name for name, table in found.items() if table not in drawn] == []


def test_tables_name_every_state_and_event() -> None:
    letter = tables()["A letter"]
    assert {row.target for row in letter} == set(LetterState)
    assert {row.event for row in letter} == set(Event)
    assert {row.target for row in tables()["A space"]} == set(SpaceState)


def test_a_letter_is_revised_for_a_missing_part_only_and_withdrawn_from_everywhere() -> None:
    letter = tables()["A letter"]
    assert {row.source for row in letter if row.event == Event.REVISE} == {LetterState.PART_MISSING}
    withdrawals = {row.source for row in letter if row.event == Event.WITHDRAW}
    assert withdrawals == set(LetterState) - {LetterState.WITHDRAWN}
    answers = {row.target for row in letter if row.who == Who.READER}
    assert answers == {*Answer, LetterState.WAITING}


def test_the_page_of_states_draws_every_row() -> None:
    page = states_markdown()
    assert page.count("```mermaid") == len(tables())
    assert page.count(" --> ") == sum(len(table) for table in tables().values())
    assert "    part_missing --> waiting: revise (writer)" in page
    assert '    state "new or opened" as new_or_opened' in page
    assert "| hurt + broke_trust | agreed |" in page
    assert page.count("\n| ") == len(standings()) + len(SpaceState) + 2
    arrows = [line for line in page.split("\n") if "-->" in line]
    assert all(re.fullmatch(r"    \S+ --> \S+: [^:]+", line) for line in arrows)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_the_core_knows_no_clock_no_chance_and_no_store(module: Path) -> None:
    tree = ast.parse(module.read_text())
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert {name.split(".")[0] for name in names} <= PURE
        assert not (isinstance(node, ast.Attribute) and node.attr in ("now", "today", "utcnow"))
        assert not (isinstance(node, ast.Name) and node.id in ("open", "input", "print"))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_nothing_that_was_said_can_be_changed_in_place(module: Path) -> None:
    found = vars(import_module(f"goldseam.core.{module.stem}")) if module.stem != "__init__" else {}
    structs = [kind for kind in found.values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]
    assert all(kind.__struct_config__.frozen for kind in structs if kind is not msgspec.Struct)


def test_every_refusal_is_raised_and_every_raised_one_is_tested_by_name() -> None:
    def named(paths: list[Path]) -> set[str]:
        return set(re.findall(r"Refusal\.([A-Z_]+)", "".join(path.read_text() for path in paths)))

    tests = [path for path in Path(__file__).parent.glob("test_*.py") if path != Path(__file__)]
    assert named(MODULES) == {refusal.name for refusal in Refusal}
    assert named(MODULES) <= named(tests)


@pytest.mark.parametrize(
    "draft",
    [
        LetterDraft(space=OTHER, letter=ID, kind="account", text="I lied.", breach=OTHER, revises=1),
        KindWordDraft(space=OTHER, note=ID, noticed="You made tea.", meant="I had not asked."),
    ],
)
def test_a_draft_comes_back_the_same(draft: AnyDraft) -> None:
    assert decode_draft(encode_draft(draft)) == draft
