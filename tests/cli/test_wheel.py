"""`pip install .` brings everything: a wheel with every page, style, script and text."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from email import message_from_bytes

import pytest

from goldseam.version import VERSION
from tests.cli.running import ROOT
from tests.pg import pip

NOT_SHIPPED = frozenset({"__pycache__"})


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """A wheel built from a copy, so that the checkout stays clean."""
    copy = tmp_path_factory.mktemp("source")
    for name in ("src", "requirements"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    out = tmp_path_factory.mktemp("wheel")
    line = [*pip(), "wheel", "--quiet", "--no-deps", "--wheel-dir", str(out), str(copy)]
    done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    [made] = out.iterdir()
    return zipfile.ZipFile(made)


@pytest.mark.slow
def test_every_file_of_the_package_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    source = ROOT / "src"
    wanted = {
        file.relative_to(source).as_posix()
        for file in (source / "goldseam").rglob("*")
        if file.is_file() and not NOT_SHIPPED & set(file.parts)
    }
    missing = wanted - set(wheel.namelist())
    assert missing == set()


@pytest.mark.slow
def test_the_wheel_says_who_it_is_and_what_it_needs(wheel: zipfile.ZipFile) -> None:
    folder = f"goldseam-{VERSION}.dist-info"
    metadata = message_from_bytes(wheel.read(f"{folder}/METADATA"))
    assert metadata["Version"] == VERSION
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    lines = (ROOT / "requirements" / "run.in").read_text().splitlines()
    wanted = [line for line in lines if line and not line.startswith("#")]
    assert len(metadata.get_all("Requires-Dist") or []) == len(wanted)
    assert "goldseam = goldseam.cli:main" in wheel.read(f"{folder}/entry_points.txt").decode()
    assert any(name.endswith("LICENSE") for name in wheel.namelist())
