"""Several processes: over PostgreSQL alone, where they hear each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run


@pytest.mark.parametrize(
    ("number", "words"), [("2", "need PostgreSQL"), ("0", "is neither"), ("65", "is neither")]
)
def test_what_cannot_work_is_refused_before_anything_is_made(tmp_path: Path, number: str, words: str) -> None:
    done = run(tmp_path / "data", "serve", "--port", "0", "--workers", number)
    assert done.returncode == 2 and words in done.stderr
    assert not (tmp_path / "data").exists()
