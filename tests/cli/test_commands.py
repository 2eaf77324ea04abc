"""The command line itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from goldseam import cli
from goldseam.version import VERSION
from tests.cli.running import environment, run


def test_version_and_help_load_nothing_heavy(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(tmp_path / "data", "--version").stdout == f"goldseam {VERSION}\n"
    with pytest.raises(SystemExit) as ended:
        cli.main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    for word in ("serve", "demo", "check", "backup", "restore", "test", "GOLDSEAM_DATA", "GOLDSEAM_URL"):
        assert word in said
    assert not (tmp_path / "data").exists()


def test_reading_the_command_line_does_not_import_django() -> None:
    code = "import sys, goldseam.cli as c; c.build_parser(); sys.exit('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment(None), check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("line", [[], ["dance"], ["serve", "--port", "eighty"], ["restore"]])
def test_what_makes_no_sense_is_answered_with_usage(
    line: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(line)
    assert ended.value.code == 2
    assert "usage: goldseam" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["backup"]])
def test_without_data_nothing_is_made(command: list[str], tmp_path: Path) -> None:
    refused = run(tmp_path / "data", *command)
    assert refused.returncode == 2
    assert "There is no data" in refused.stderr
    assert not (tmp_path / "data").exists()


def test_developers_commands_need_a_checkout(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "CHECKOUT", tmp_path)
    for name in ("test", "lint", "ci"):
        assert cli.main([name]) == 2
        assert "checkout" in capsys.readouterr().err


def test_ctrl_c_is_no_error_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(cli.PASSED_ON, "manage", interrupted)
    assert cli.main(["manage"]) == 130


def test_the_coach_answers_line_by_line_without_a_data_folder(tmp_path: Path) -> None:
    drafts = '{"id": "a", "kind": "apology", "text": "I am sorry."}\n\n{"id": "b", "text": "Hello."}\n'
    answered = run(tmp_path / "data", "coach", "--jsonl", stdin=drafts)
    assert [json.loads(line)["id"] for line in answered.stdout.splitlines()] == ["a", "b"]
    (tmp_path / "drafts.jsonl").write_text(drafts)
    assert (
        run(tmp_path / "data", "coach", "--jsonl", str(tmp_path / "drafts.jsonl")).stdout == answered.stdout
    )
    assert not (tmp_path / "data").exists()


def test_the_states_are_printed_from_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["states"]) == 0
    assert "stateDiagram" in capsys.readouterr().out
