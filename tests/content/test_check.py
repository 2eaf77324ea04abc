"""The check finds what it is there to find."""

from __future__ import annotations

import runpy
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import goldseam.content
from goldseam.content import check

TODAY = date(2026, 12, 1)
Spoil = Callable[[str, str, str], list[str]]


@pytest.fixture
def spoil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spoil:
    """Change words in one file of a copy of the content, and check that copy."""
    copy = tmp_path / "content"
    shutil.copytree(Path(goldseam.content.__path__[0]) / "en", copy / "en")
    monkeypatch.setattr(goldseam.content, "files", lambda _: copy)
    monkeypatch.setattr(check, "files", lambda _: copy)

    def spoiled(name: str, before: str, after: str) -> list[str]:
        path = copy / "en" / f"{name}.yaml"
        text = path.read_text()
        assert before in text
        path.write_text(text.replace(before, after, 1))
        return check.run(today=TODAY)

    return spoiled


@pytest.mark.parametrize(
    ("name", "before", "after", "fault"),
    [
        ("home", "Nobody else reads it.", "Well done!", "an exclamation mark"),
        ("home", "Nobody else reads it.", "Well done.", "praise: “Well done”"),
        ("home", "Nobody else reads it.", "You must forgive.", "an order to feel or choose"),
        ("journal", "id: journal", "id: diary", "its id is diary"),
        ("journal", "method: [U8,", "method: [U99,", "serves unknown needs: U99"),
        ("journal", "method: [U8, U4, T9]", "method: []", "serves no need"),
        ("journal", 'reviewer: ""', "reviewer: Dr Sen", "a reviewer without a date"),
        ("journal", 'reviewer: ""\nreviewed_on: ""', "reviewer: Dr Sen\nreviewed_on: May", "which is no day"),
        ("journal", "id: journal", "id: home", "the id home stands twice"),
        ("journal", "openers:", "surprise: 1\nopeners:", "unknown field `surprise`"),
        ("refusals", "  empty: Write a few words first.\n", "", "“empty” has no words"),
        ("refusals", "  empty:", "  nonsense: No.\n  empty:", "“nonsense” is no refusal"),
        ("kindness", "method: [D4, D5], title", "method: [T1], title", "“T1” has words and is nothing"),
        ("breaches", "  work: Work", "  garden: Garden", "“work” has no words"),
        ("breaches", "  work: Work", "  garden: Garden", "“garden” has words and is nothing"),
        ("helplines", "id: gb-shout, country: GB", "id: gb-shout, country: XX", "gb-shout is in no country"),
        ("helplines", '"2026-11-22"', '"2026-01-01"', "was not looked at since 2026-01-01"),
        ("helplines", '"2026-11-22"', '"2027-11-22"', "no day before today"),
        ("help/first-days", 'to: "door:hurt"', 'to: "door:cellar"', "leads to door:cellar, which is nowhere"),
        ("help/right-now", "- id: walk", "- id: room", "two sections with one id"),
        ("help/index", "[counsellors, for-friends]", "[counsellors]", "“for-friends” has no words"),
    ],
)
def test_a_fault_is_found(spoil: Spoil, name: str, before: str, after: str, fault: str) -> None:
    found = spoil(name, before, after)
    assert any(fault in each for each in found), found


def test_hard_words_are_found(spoil: Spoil) -> None:
    hard = (
        "Notwithstanding considerable institutional heterogeneity, individuals frequently misinterpret " * 3
    )
    assert any("reading age" in each for each in spoil("help/crisis", "You do not have to be sure.", hard))
    assert any(
        "journal: reading age" in each for each in spoil("journal", "What can wait until tomorrow?", hard)
    )


def test_a_file_that_nothing_reads_is_found(spoil: Spoil, tmp_path: Path) -> None:
    (tmp_path / "content" / "en" / "help" / "stray.yaml").write_text("id: stray\n")
    (tmp_path / "content" / "en" / "notes.txt").write_text("For ourselves.")
    assert "help/stray: nothing reads this file" in check.run(today=TODAY)


def test_a_missing_file_is_found(spoil: Spoil, tmp_path: Path) -> None:
    (tmp_path / "content" / "en" / "journal.yaml").unlink()
    assert any(fault.startswith("journal: ") for fault in check.run(today=TODAY))


@pytest.mark.parametrize("faults", [[], ["home: praise"]])
def test_the_command_says_it_by_its_status(
    faults: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "run", lambda: faults)
    assert check.main() == (1 if faults else 0)
    assert capsys.readouterr().err == "".join(f"{fault}\n" for fault in faults)


def test_it_can_be_run_as_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "goldseam.content.check")
    with pytest.raises(SystemExit) as left:
        runpy.run_module("goldseam.content.check", run_name="__main__")
    assert left.value.code == 0
