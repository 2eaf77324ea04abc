"""What the documentation says is so: tests that it names exist, settings are all there, links lead somewhere."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from goldseam.core.drawing import states_markdown

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "goldseam"
PAGES = [ROOT / "README.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))]
TESTS = [path for path in sorted((ROOT / "tests").rglob("*.py")) if path != Path(__file__)]

MENTION = re.compile(r"tests/[\w/]+(?:/|\.py\b)(?:::\w+)?")
LINK = re.compile(r"\]\(([^)\s]+)\)")
SETTING = re.compile(r"\bGOLDSEAM_[A-Z_]*[A-Z]\b")
ANEW = "docs/states.md is not what the code says. Write it anew with\n./goldseam states > docs/states.md"


@cache
def names_in(file: Path) -> frozenset[str]:
    """The functions and classes of a Python file."""
    defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return frozenset(
        node.name for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, defined)
    )


def missing(mention: str) -> bool:
    """Whether a mentioned test, or folder of tests, is not there."""
    place, _, name = mention.rstrip("/").partition("::")
    path = ROOT / place
    return not path.exists() or bool(name and name not in names_in(path))


def test_every_test_that_is_named_exists() -> None:
    for page in [*PAGES, *TESTS]:
        named = MENTION.findall(page.read_text("utf-8"))
        assert [mention for mention in named if missing(mention)] == [], page.name


def test_a_wrong_name_would_be_noticed() -> None:
    here = "tests/docs/test_docs.py"
    assert not missing(here) and not missing("tests/docs/") and not missing(f"{here}::names_in")
    assert missing(f"{here}::test_of_nothing") and missing("tests/docs/test_nothing.py")


def table(page: Path, heading: str) -> list[list[str]]:
    """The rows of the table under this heading, without its head."""
    text = page.read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows[2:]]


def test_every_line_of_the_threat_table_names_a_test_that_shows_it() -> None:
    rows = table(ROOT / "SECURITY.md", "Who gets what")
    assert len(rows) >= 10
    for row in rows:
        assert len(row) == 4 and all(row), row[0]
        assert re.search(r"tests/[\w/]+\.py::test_\w+", row[-1]), row[0]


def test_every_setting_of_the_tests_is_documented() -> None:
    theirs = re.compile(r"\bGOLDSEAM_(?:TEST_[A-Z]+|CHROMIUM)\b")
    read = {name for file in TESTS for name in theirs.findall(file.read_text("utf-8"))}
    documented = set(SETTING.findall((ROOT / "docs" / "architecture.md").read_text("utf-8")))
    assert len(read) >= 2 and read <= documented


def test_every_link_leads_somewhere() -> None:
    """Pictures too: `tests/e2e/` makes them."""
    for page in PAGES:
        for link in LINK.findall(page.read_text("utf-8")):
            if not link.startswith(("http:", "https:", "#")):
                place, _, part = link.partition("#")
                target = page.parent / place
                assert target.exists(), f"{page.name}: {link}"
                assert not part or part in anchors(target), f"{page.name}: {link}"


def anchors(page: Path) -> set[str]:
    """The headings of a page, as links spell them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_path_that_the_docs_name_exists() -> None:
    """`src/…`, `docs/…` and the like, where they are written as code."""
    for page in PAGES:
        for named in re.findall(r"`((?:src|docs|requirements)/[\w./-]+)`", page.read_text("utf-8")):
            assert (ROOT / named).exists(), (page.name, named)


def test_the_architecture_names_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = [room.name for room in SOURCE.iterdir() if room.is_dir() and room.name.isalpha()]
    assert len(rooms) > 12
    assert [room for room in rooms if f"`{room}/`" not in text] == []


def test_the_page_of_states_is_drawn_from_the_code() -> None:
    assert (ROOT / "docs" / "states.md").read_text("utf-8") == states_markdown(), ANEW


def test_every_decision_says_what_it_costs() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    for page in pages:
        text = page.read_text("utf-8")
        assert text.startswith(f"# {int(page.name[:4])}. "), page.name
        assert "instead of" in text or ("**Chosen.**" in text and "**Costs.**" in text), page.name
