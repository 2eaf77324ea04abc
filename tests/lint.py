"""`./goldseam lint`: style, types, the import contract and the content."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent


def checks() -> dict[str, list[str]]:
    """Each check by name, with its command line."""
    found = {
        "style": [str(PROGRAMS / "ruff"), "check", "."],
        "layout": [str(PROGRAMS / "ruff"), "format", "--check", "."],
        "types": [str(PROGRAMS / "mypy")],
        "import contract": [str(PROGRAMS / "lint-imports"), "--no-logo"],
    }
    if find_spec("goldseam.content.check"):
        found["content"] = [sys.executable, "-P", "-m", "goldseam.content.check"]
    return found


def main(arguments: list[str]) -> int:
    """Run every check, also after one has failed. Returns 0 only if all pass."""
    failed = []
    with tempfile.TemporaryDirectory(prefix="goldseam-lint-") as data:  # mypy imports the settings
        environment = {**os.environ, "GOLDSEAM_DATA": data, "PYTHONPATH": str(ROOT / "src")}
        for name, command in checks().items():
            print(f"=== {name} ===", flush=True)
            if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
                failed.append(name)
    print(f"Not in order: {', '.join(failed)}." if failed else "All in order.", flush=True)
    return 1 if failed else 0
