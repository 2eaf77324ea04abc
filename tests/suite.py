"""`./goldseam test`: the whole suite on SQLite, then what touches a database once more on PostgreSQL."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser import provide_chromium
from tests.pg import NoServer, database_for_tests

ROOT = Path(__file__).parents[1]
NOTHING_COLLECTED = 5


@dataclass
class Report:
    """What ran, in lines for the end of the output; whether anything failed, and whether a part was left out."""

    lines: list[str] = field(default_factory=list)
    failed: bool = False
    left_out: bool = False

    def leave_out(self, why: str) -> None:
        """Say loudly that a part did not run."""
        self.lines.append(why)
        self.left_out = True


def main(arguments: list[str]) -> int:
    """Run both halves and say plainly what ran. Returns 0 only if nothing failed."""
    parser = argparse.ArgumentParser(
        prog="goldseam test", description=__doc__, epilog="Everything else is handed to pytest."
    )
    parser.add_argument("--fast", action="store_true", help="SQLite only, without browser and slow tests")
    parser.add_argument("--all", action="store_true", help="a part that cannot run counts as failed")
    parser.add_argument("--half", choices=["sqlite", "postgresql"], help="only this half")
    options, rest = parser.parse_known_args(arguments)
    report = Report()
    if options.fast:
        run("SQLite", "not browser and not slow", rest, report)
    else:
        if options.half != "postgresql":
            sqlite_half(rest, report)
        if options.half != "sqlite":
            postgresql_half(rest, report)
    print("\n" + "\n".join(report.lines), flush=True)
    return 1 if report.failed or (options.all and report.left_out) else 0


def sqlite_half(rest: list[str], report: Report) -> None:
    """Everything on SQLite. The browser tests come last, file by file: each file has a server of its own."""
    if "-m" in rest:
        run("SQLite", "", rest, report)
        return
    run("SQLite", "not browser", rest, report)
    if provide_chromium() is None:
        report.leave_out(
            "THE BROWSER TESTS DID NOT RUN: there is no Chromium here, and no right to install it."
        )
    else:
        run("SQLite, in a browser", "browser", rest, report, dist="loadfile")


def postgresql_half(rest: list[str], report: Report) -> None:
    """The tests that touch a database, on a real PostgreSQL (which they are: `tests/conftest.py`)."""
    try:
        with database_for_tests() as url:
            settings = {"GOLDSEAM_TEST_HALF": "postgresql", "GOLDSEAM_TEST_DATABASE": url}
            run("PostgreSQL", "not browser", rest, report, settings=settings)
    except NoServer as reason:
        report.leave_out(f"THE POSTGRESQL HALF DID NOT RUN: {reason}")


def run(
    name: str,
    marked: str,
    rest: list[str],
    report: Report,
    *,
    dist: str = "load",
    settings: dict[str, str] | None = None,
) -> None:
    """Run pytest in a process of its own, since Django reads its settings once."""
    print(f"\n=== The tests on {name} ===", flush=True)
    began = time.monotonic()
    command = [sys.executable, "-P", "-m", "pytest", *_shared_out(dist, rest)]
    command += ["-m", marked, *rest] if marked else rest
    environment = {
        **os.environ,
        "GOLDSEAM_TEST_HALF": "sqlite",
        **(settings or {}),
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
        "PYTHONHASHSEED": "0",  # tests shared out to several processes must be found in the same order
    }
    status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    if status == NOTHING_COLLECTED:
        report.lines.append(f"{name}: none of the tests asked for belongs here.")
        return
    took = f"{time.monotonic() - began:.0f} s"
    report.lines.append(f"{name}: {'FAILED' if status else 'passed'} ({took}).")
    report.failed |= status != 0


def _shared_out(dist: str, rest: list[str]) -> list[str]:
    """Use several cores, unless the developer debugs, chooses another number, or asks for few tests."""
    wanted = min(os.cpu_count() or 1, 4)
    own_way = any(one == "-n" or one.startswith(("-n", "--pdb", "--trace", "-s", "tests/")) for one in rest)
    return [] if wanted == 1 or own_way else ["-n", str(wanted), "--dist", dist]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
