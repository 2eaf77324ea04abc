"""The gate, 9: killed at any moment, twenty times: what was acknowledged is there, and every log is whole.

GOLDSEAM_TEST_KILLS=200 kills as often as that. A kill cannot show what a lost power supply would do; that rests
on the PRAGMAs, which `tests/cli/test_database.py::test_every_sqlite_connection_keeps_the_promise` asserts.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ROOT, environment
from tests.faults.living import over
from tests.faults.places import database

__all__ = ["database"]
KILLS = int(os.environ.get("GOLDSEAM_TEST_KILLS") or 20)
PATIENCE = 60


class Writer:
    """The child process, and every line that it wrote before it was killed."""

    def __init__(self, data: Path, database: str, role: str, *given: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.security.crashing", role, *given],
            env=environment(data, PYTHONPATH=f"{ROOT}:{ROOT / 'src'}", **over(database)),
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        assert self.process.stdout
        self.paper = self.process.stdout

    def line(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.paper.readline())
        return told

    def kill_after(self, seconds: float) -> list[dict[str, Any]]:
        """Let it write for a while, and kill it as nothing can be caught; what it had said by then."""
        time.sleep(seconds)
        self.process.kill()
        return self.rest()

    def rest(self) -> list[dict[str, Any]]:
        lines = self.paper.read().splitlines(keepends=True)
        self.process.wait(PATIENCE)
        self.paper.close()
        return [json.loads(line) for line in lines if line.endswith(b"\n")]


def answer(data: Path, database: str, role: str, *given: str) -> dict[str, Any]:
    """What a child says that is left to end by itself."""
    writer = Writer(data, database, role, *given)
    [told] = writer.rest()
    assert writer.process.returncode == 0
    return told


class Memory:
    """What was acknowledged so far. At most one act was under way at a kill: it is there whole, or not at all."""

    def __init__(self) -> None:
        self.kept: set[str] = set()
        self.erased: set[str] = set()
        self.last = ""

    def hear(self, told: list[dict[str, Any]]) -> None:
        for line in told:
            self.last = line.get("kept", self.last)
            self.kept |= {line["kept"]} if "kept" in line else set()
            self.erased |= {line["erased"]} if "erased" in line else set()

    def compare(self, found: dict[str, Any]) -> None:
        pages = set(found["pages"])
        assert found["faults"] == [] and found["damaged"] == []
        assert not self.erased & pages, "what was erased came back"
        under_way, missing = pages - self.kept, self.kept - self.erased - pages
        assert missing <= {self.last}, "what was acknowledged is gone"
        assert len(under_way) + len(missing) <= 1
        assert found["name"] == (under_way or {self.last}).pop(), "one act over two logs was kept by half"
        self.kept, self.erased, self.last = self.kept | pages, self.erased | missing, found["name"]


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_by_a_kill(tmp_path: Path, database: str) -> None:
    made = answer(tmp_path, database, "start")
    who, chance, memory = (made["person"], made["root"]), random.Random(20), Memory()
    for _ in range(KILLS):
        writer = Writer(tmp_path, database, "write", *who)
        memory.compare(writer.line())
        memory.hear(writer.kill_after(chance.uniform(0.0, 0.3)))
    memory.compare(answer(tmp_path, database, "read", *who))
    assert len(memory.kept) > KILLS and memory.erased
