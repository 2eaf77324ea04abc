"""Settings come from one place, by one list, from the environment or from files."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from goldseam import cli
from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.given import SETTINGS, given, misspelt, settings_table, settle

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "goldseam"
HOME = SOURCE / "upkeep" / "given.py"


def test_a_value_a_file_or_nothing(tmp_path: Path) -> None:
    file = tmp_path / "url"
    file.write_text("https://ours.example\n")
    assert given("GOLDSEAM_URL", {"GOLDSEAM_URL": "https://ours.example"}) == "https://ours.example"
    assert given("GOLDSEAM_URL", {"GOLDSEAM_URL_FILE": str(file)}) == "https://ours.example"
    assert (
        given("GOLDSEAM_URL", {"GOLDSEAM_URL": "", "GOLDSEAM_URL_FILE": str(file)}) == "https://ours.example"
    )
    assert given("GOLDSEAM_URL", {"GOLDSEAM_URL": "", "GOLDSEAM_URL_FILE": ""}) == ""
    assert given("GOLDSEAM_URL", {}) == ""


def test_one_newline_is_dropped_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "it").write_text("postgresql://ann: two spaces @host/name ")
    assert given("GOLDSEAM_DATABASE", {"GOLDSEAM_DATABASE_FILE": str(tmp_path / "it")}).endswith("name ")


def test_both_at_once_are_refused(tmp_path: Path) -> None:
    (tmp_path / "it").write_text("8000")
    with pytest.raises(CannotGoOn, match="GOLDSEAM_PORT and GOLDSEAM_PORT_FILE are both set"):
        given("GOLDSEAM_PORT", {"GOLDSEAM_PORT": "8000", "GOLDSEAM_PORT_FILE": str(tmp_path / "it")})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be read: No such file"),
        (b"", "is empty"),
        (b"\n", "is empty"),
        (b" \n", "is empty"),
        (b"postgresql://a\nsecret\n", "more than one line"),
        (b"\xff\xfe", "is no text"),
    ],
)
def test_a_file_that_does_not_hold_a_line_is_named(tmp_path: Path, content: bytes | None, words: str) -> None:
    file = tmp_path / "it"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CannotGoOn, match=words) as refused:
        given("GOLDSEAM_DATABASE", {"GOLDSEAM_DATABASE_FILE": str(file)})
    assert str(file) in str(refused.value) and "secret" not in str(refused.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match="Is a directory"):
        given("GOLDSEAM_URL", {"GOLDSEAM_URL_FILE": str(tmp_path)})


def test_what_is_settled_holds_wherever_it_came_from() -> None:
    known = {"GOLDSEAM_URL_FILE": "/nowhere"}
    settle("GOLDSEAM_URL", "http://localhost:1", known)
    assert known == {"GOLDSEAM_URL": "http://localhost:1"}
    settle("GOLDSEAM_URL", "", known)
    assert known == {}


def test_what_is_no_setting_cannot_be_read() -> None:
    for ask in (lambda: given("GOLDSEAM_COLOUR", {}), lambda: settle("GOLDSEAM_COLOUR", "red", {})):
        with pytest.raises(KeyError):
            ask()


def test_a_slip_of_the_pen_is_told_with_the_nearest_name() -> None:
    assert misspelt(dict.fromkeys([*SETTINGS, *(f"{name}_FILE" for name in SETTINGS)], "")) == []
    assert misspelt({"PATH": "", "GOLDSEAM_TEST_HALF": "", "GOLDSEAM_CHROMIUM": ""}) == []
    assert misspelt({"GOLDSEAM_DATABSE": "secret"}) == [
        "GOLDSEAM_DATABSE is not a setting of Goldseam. Did you mean GOLDSEAM_DATABASE?"
    ]
    assert "GOLDSEAM_URL_FILE?" in misspelt({"GOLDSEAM_URLFILE": ""})[0]
    assert "GOLDSEAM_URL?" in misspelt({"goldseam_url": ""})[0]
    assert "`goldseam --help` lists them" in misspelt({"GOLDSEAM_ZZZZZZZZZZZZZZ": ""})[0]


def test_it_is_told_before_a_command_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOLDSEAM_PROT", "9000")
    assert cli.main(["states"]) == 0
    assert "Did you mean GOLDSEAM_PORT?" in capsys.readouterr().err


def test_the_help_lists_them_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    said = capsys.readouterr().out
    for line in settings_table():
        assert line in said


NAME = re.compile(r"GOLDSEAM_[A-Z][A-Z_]*")


def reads(file: Path) -> Iterator[tuple[str, ast.Call]]:
    """Each name of a setting that this file's code hands to a function."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            for argument in node.args:
                if isinstance(argument, ast.Constant) and NAME.fullmatch(str(argument.value)):
                    yield str(argument.value), node


def names(file: Path) -> set[str]:
    """Each name of a setting that stands in this file's code as a value of its own."""
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    values = (str(node.value) for node in nodes if isinstance(node, ast.Constant))
    return {value for value in values if NAME.fullmatch(value)}


def files() -> list[Path]:
    return [file for file in sorted(SOURCE.rglob("*.py")) if file != HOME]


def test_all_code_reads_settings_through_one_function() -> None:
    """A name of a setting is handed to `given` or `settle` and to nothing else, such as `os.environ.get`."""
    for file in files():
        for name, call in reads(file):
            asked = call.func.id if isinstance(call.func, ast.Name) else ast.unparse(call.func)
            assert asked in ("given", "settle"), f"{file.name} reads {name} through {asked}"
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
                assert not NAME.fullmatch(str(node.slice.value)), f"{file.name}: {ast.unparse(node)}"


def test_the_list_and_the_code_name_the_same() -> None:
    read = {name for file in files() for name, call in reads(file) if ast.unparse(call.func) == "given"}
    assert read == set(SETTINGS)
    assert set().union(*(names(file) for file in files())) <= set(SETTINGS)


def test_the_page_for_operators_lists_them_as_they_are() -> None:
    page = (ROOT / "docs" / "operating.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `GOLDSEAM_")]
    wanted = [f"| `{it.name}` | {it.what} | {it.default} |" for it in SETTINGS.values()]
    assert rows == wanted
    named = set(NAME.findall(page))
    assert named <= {*SETTINGS, *(name + "_FILE" for name in SETTINGS)}


def test_a_direct_read_would_be_noticed(tmp_path: Path) -> None:
    file = tmp_path / "sly.py"
    file.write_text("import os\nurl = os.environ.get('GOLDSEAM_COLOUR')\n")
    assert names(file) == {"GOLDSEAM_COLOUR"} and not names(file) <= set(SETTINGS)
    assert [name for name, _ in reads(file)] == ["GOLDSEAM_COLOUR"]


def test_tests_run_without_the_settings_of_the_shell() -> None:
    ours = {name for name in os.environ if name.startswith("GOLDSEAM_") and "_TEST_" not in name}
    assert ours <= {"GOLDSEAM_DATA", "GOLDSEAM_DATABASE", "GOLDSEAM_CHROMIUM"}
