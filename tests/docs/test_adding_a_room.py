"""The guide to a new room names every file that the room it was written with has needed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "goldseam"
GUIDE = (ROOT / "docs" / "adding-a-room.md").read_text("utf-8")

OF_THE_ROOM = re.compile(r"KindWord|KINDNESS|kindwords|kind-words|\bkindness\.[a-z]|import .*\bkindness\b")
OWN = ("src/goldseam/kindwords/", "tests/kindwords/")
# Pages that tell of it, as any page may.
TELLING = frozenset({"docs/first-hour.md", "tests/docs/test_adding_a_room.py"})
TEXT = frozenset({".py", ".html", ".yaml", ".json", ".md", ".toml", ".css", ".js"})


def files() -> list[Path]:
    """Every text of the repository in which a room is registered, written or tested."""
    found = [ROOT / "pyproject.toml"]
    for place in ("src", "tests", "docs"):
        found += (ROOT / place).rglob("*.*")
    return [path for path in found if path.suffix in TEXT]


def test_it_names_every_file_that_knows_the_room() -> None:
    knowing = [path for path in files() if OF_THE_ROOM.search(path.read_text("utf-8"))]
    names = {str(path.relative_to(ROOT)) for path in knowing if path.name != "adding-a-room.md"}
    assert len(names) > 60
    others = sorted(name for name in names - TELLING if not name.startswith(OWN))
    assert [name for name in others if f"`{name}`" not in GUIDE] == []


def test_every_path_in_it_is_there() -> None:
    paths = re.findall(r"`((?:src|tests|docs)/[\w./-]+|[\w-]+\.(?:toml|md))`", GUIDE)
    assert len(paths) > 40
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_test_in_it_is_there() -> None:
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    found = re.findall(r"`(test_\w+)`", GUIDE)
    assert len(found) > 10
    assert [name for name in found if f"def {name}(" not in tests] == []


def test_every_room_is_in_every_contract() -> None:
    """What is pure may import no room, and a new room is one more that it may not."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    pages = {f"goldseam.{folder.parent.name}" for folder in SOURCE.glob("*/templates")}
    assert len(contracts) >= 3 and len(pages) > 8
    for contract in contracts:
        assert sorted(pages - set(contract["forbidden_modules"])) == [], contract["name"]
