"""`goldseam keys` and `goldseam check --deploy`, as an operator types them."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.cli.running import Running, run

pytestmark = pytest.mark.slow
URL = {"GOLDSEAM_URL": "https://ours.example"}


@pytest.fixture
def passphrase(tmp_path: Path) -> str:
    (tmp_path / "passphrase").write_text("six words that only tests know\n")
    return str(tmp_path / "passphrase")


def test_the_whole_drill_brings_everything_to_another_machine(tmp_path: Path, passphrase: str) -> None:
    data, new, kept = tmp_path / "data", tmp_path / "new", tmp_path / "server.keys"
    backup = tmp_path / "copy.sqlite3"
    with Running(data, "serve"):
        made = run(data, "backup", str(backup))
        assert made.returncode == 0, made.stderr
        handed = run(data, "keys", "export", str(kept), "--passphrase-file", passphrase)
        assert handed.returncode == 0, handed.stderr
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert (
            "already runs" in run(data, "keys", "import", str(kept), "--passphrase-file", passphrase).stderr
        )
    keys = {key.name: key.read_bytes() for key in (data / "keys").glob("*.key")}
    assert not any(key in kept.read_bytes() for key in keys.values())

    taken = run(new, "keys", "import", str(kept), "--passphrase-file", passphrase)
    assert taken.returncode == 0, taken.stderr
    assert {key.name: key.read_bytes() for key in (new / "keys").glob("*.key")} == keys
    restored = run(new, "restore", str(backup))
    assert restored.returncode == 0, restored.stderr
    assert run(new, "check").returncode == 0
    ready = run(new, "check", "--deploy", **URL)
    assert ready.returncode == 0, ready.stdout
    assert "Nothing stands in the way." in ready.stdout
    with Running(new, "serve") as again:
        assert again.get("/healthz").status == 200


def test_without_a_terminal_or_with_other_keys_it_is_refused(tmp_path: Path, passphrase: str) -> None:
    data, new, kept = tmp_path / "data", tmp_path / "new", tmp_path / "server.keys"
    for folder in (data, new):
        with Running(folder, "serve"):
            pass
    nobody = run(data, "keys", "export", str(kept))
    assert nobody.returncode == 2 and "--passphrase-file" in nobody.stderr and not kept.exists()
    assert run(data, "keys", "export", str(kept), "--passphrase-file", passphrase).returncode == 0
    other = run(new, "keys", "import", str(kept), "--passphrase-file", passphrase)
    assert other.returncode == 2 and "holds another key" in other.stderr
    Path(passphrase).write_text("another six words that nobody knows")
    wrong = run(data, "keys", "import", str(kept), "--passphrase-file", passphrase)
    assert wrong.returncode == 2 and "not the passphrase" in wrong.stderr


def test_a_check_before_opening_the_doors_fails_on_a_fault_and_says_no_secret(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Running(data, "serve"):
        pass
    faulty = run(data, "check", "--deploy")
    assert faulty.returncode == 1
    assert "FAULT     address" in faulty.stdout
    (data / "keys" / "names.key").chmod(0o644)
    rights = run(data, "check", "--deploy", **URL)
    assert rights.returncode == 1 and "names.key" in rights.stdout
    away = run(data, "check", "--deploy", **URL, GOLDSEAM_DATABASE="postgresql://ann:secret@127.0.0.1:1/none")
    assert away.returncode == 1 and "FAULT     database: The database cannot be reached" in away.stdout
    half = run(data, "check", "--deploy", **URL, GOLDSEAM_DATABASE="postgresql://ann:se/cret@127.0.0.1/none")
    assert half.returncode == 1 and "GOLDSEAM_DATABASE must be" in half.stdout
    for said in (faulty, rights, away, half):
        assert "Traceback" not in said.stderr and "cret" not in said.stdout + said.stderr
