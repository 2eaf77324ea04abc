"""The samples for operators name only what exists, and the programs that read them find no fault."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from goldseam import cli
from goldseam.upkeep.given import IN_FILE, SETTINGS

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "docs" / "samples").iterdir())
UNITS = [sample for sample in SAMPLES if sample.suffix in (".service", ".timer")]


def test_they_name_only_settings_that_exist() -> None:
    named = {name for it in SAMPLES for name in re.findall(r"GOLDSEAM_[A-Z_]+", it.read_text("utf-8"))}
    assert {"GOLDSEAM_URL", "GOLDSEAM_DATA", f"GOLDSEAM_DATABASE{IN_FILE}"} <= named
    assert named <= {*SETTINGS, *(name + IN_FILE for name in SETTINGS)}


def test_they_start_only_commands_that_exist() -> None:
    lines = [
        line for it in UNITS for line in re.findall(r"^ExecStart=\S+ (.+)$", it.read_text("utf-8"), re.M)
    ]
    assert len(lines) == 2
    for line in lines:
        cli.build_parser().parse_args(line.split())


def test_the_page_for_operators_names_each() -> None:
    page = (ROOT / "docs" / "operating.md").read_text("utf-8")
    assert [sample.name for sample in SAMPLES if f"(samples/{sample.name})" not in page] == []


def test_core_dumps_and_swap_are_off_and_stopping_gets_time() -> None:
    unit = (ROOT / "docs" / "samples" / "goldseam.service").read_text("utf-8")
    for line in (
        "LimitCORE=0",
        "MemorySwapMax=0",
        "UMask=0077",
        "ProtectSystem=strict",
        "NoNewPrivileges=yes",
    ):
        assert f"\n{line}\n" in unit


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    for unit in UNITS:
        text = unit.read_text("utf-8").replace("/opt/goldseam/goldseam", "/bin/true")
        (tmp_path / unit.name).write_text(text)
    line = ["systemd-analyze", "verify", *(str(tmp_path / unit.name) for unit in UNITS)]
    done = subprocess.run(line, check=False, capture_output=True, text=True)
    assert done.returncode == 0 and "Unknown" not in done.stderr, done.stderr


@pytest.mark.skipif(shutil.which("caddy") is None, reason="there is no Caddy here")
def test_caddy_finds_no_fault_in_its_file() -> None:
    file = ROOT / "docs" / "samples" / "Caddyfile"
    line = ["caddy", "adapt", "--adapter", "caddyfile", "--config", str(file), "--validate"]
    done = subprocess.run(line, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
