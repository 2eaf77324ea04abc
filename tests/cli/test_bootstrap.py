"""The start script: second starts, a bare Debian, broken installs, an old Python."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The start script as a module, in an empty checkout of its own."""
    checkout(tmp_path)
    place = str(tmp_path / "goldseam")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    spec = importlib.util.spec_from_loader("start_script", SourceFileLoader("start_script", place))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / ".goldseam").mkdir()
    return module


def checkout(folder: Path) -> None:
    shutil.copy(ROOT / "goldseam", folder / "goldseam")
    (folder / "requirements").mkdir()
    for lock in ("run", "dev"):
        (folder / "requirements" / f"{lock}.txt").write_text(f"# {lock}: no packages\n")
    package = folder / "src" / "goldseam"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text("import sys\nprint('started', sys.argv[1:], sys.prefix)\n")


class Attempts:
    """Stands in for running programs: remembers each and fails where `fails` says so."""

    def __init__(self, fails: Any) -> None:
        self.fails = fails
        self.lines: list[str] = []

    def __call__(self, command: list[str]) -> bool:
        line = " ".join(command)
        self.lines.append(line)
        return not self.fails(line)


def test_without_python3_venv_the_environment_is_made_without_pip(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts = Attempts(lambda line: "venv" in line and "--without-pip" not in line)
    monkeypatch.setattr(script, "attempt", attempts)
    script.make_environment()
    assert [("--without-pip" in line) for line in attempts.lines] == [False, True]


def test_an_environment_without_pip_is_filled_by_the_pip_outside(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts = Attempts(lambda line: line.startswith(script.PYTHON))
    monkeypatch.setattr(script, "attempt", attempts)
    script.add_packages("run")
    last = attempts.lines[-1]
    assert last.startswith(f"{sys.executable} -m pip --python {script.PYTHON} install")
    assert "--require-hashes" in last
    assert last.endswith("requirements/run.txt")


def test_no_pip_anywhere_is_said_kindly(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "attempt", Attempts(lambda line: "pip" in line))
    with pytest.raises(SystemExit):
        script.add_packages("run")
    assert "apt install python3-pip" in capsys.readouterr().err


def test_a_failed_install_shows_what_pip_said(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(script.log_file()).write_text("ERROR: no network\n")
    monkeypatch.setattr(script, "attempt", Attempts(lambda line: " install " in line))
    with pytest.raises(SystemExit):
        script.add_packages("run")
    assert "ERROR: no network" in capsys.readouterr().err


@pytest.mark.parametrize(("version", "words"), [((3, 10, 13), "3.10"), ((3, 6, 1), "3.6")])
def test_an_old_python_gets_a_kind_answer(
    script: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    version: tuple[int, ...],
    words: str,
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit):
        script.want_newer_python(["serve"])
    said = capsys.readouterr().err
    assert "needs Python 3.11" in said
    assert words in said


def test_an_old_python_hands_over_to_a_newer_one_that_works(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, status in (("python3.13", 127), ("python3.12", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {status}\n")
        (tmp_path / name).chmod(0o755)
    taken: list[str] = []
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "execv", lambda program, line: taken.append(program))
    with pytest.raises(SystemExit):
        script.want_newer_python(["serve"])
    assert taken == [str(tmp_path / "python3.12")]


def test_only_developers_commands_ask_for_developers_packages(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ready(lock: str) -> bool:
        asked.append(lock)
        return True

    monkeypatch.setattr(script, "ready", ready)
    monkeypatch.setattr(os, "execve", lambda *line: None)
    for arguments in ([], ["serve"], ["test", "--fast"], ["lint"], ["ci"], ["serve", "test"]):
        script.main(arguments)
    assert asked == ["run", "run", "dev", "dev", "dev", "run"]


def start(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, str(folder / "goldseam"), *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.slow
def test_first_start_second_start_changed_lock_and_broken_install(tmp_path: Path) -> None:
    checkout(tmp_path)
    first = start(tmp_path, "serve", "--port", "1")
    assert "Setting up Goldseam" in first.stderr
    assert first.stdout.startswith(f"started ['serve', '--port', '1'] {tmp_path / '.venv'}")

    assert start(tmp_path).stderr == ""

    with (tmp_path / "requirements" / "run.txt").open("a") as lock:
        lock.write("# changed\n")
    assert "up to date" in start(tmp_path).stderr
    assert start(tmp_path).stderr == ""

    # A pip that was killed leaves the mark behind; what it left half done is made anew.
    (tmp_path / ".goldseam" / "unfinished").touch()
    assert "Setting up Goldseam" in start(tmp_path).stderr
    assert start(tmp_path).stderr == ""


def test_an_environment_whose_python_went_away_with_an_upgrade_is_not_used(script: ModuleType) -> None:
    programs = Path(script.PYTHON).parent
    programs.mkdir(parents=True)
    Path(script.stamp_file("run")).write_text("as if it were ready")
    Path(script.PYTHON).symlink_to(programs / "gone")
    assert not script.ready("run")
    assert not script.usable()


def test_a_python_that_is_no_environment_of_its_own_is_not_used(script: ModuleType) -> None:
    Path(script.PYTHON).parent.mkdir(parents=True)
    Path(script.PYTHON).symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    assert not script.usable()


@pytest.mark.slow
def test_two_first_starts_at_once_install_once(tmp_path: Path) -> None:
    checkout(tmp_path)
    line = [sys.executable, str(tmp_path / "goldseam"), "--version"]
    both = [
        subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = [one.communicate(timeout=120) for one in both]
    assert all(out.startswith("started") for out, _ in said)
    assert sum("Setting up" in err for _, err in said) == 1
