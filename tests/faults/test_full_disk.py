"""A disk without room: people keep their words, the operator reads one line, and nothing is written by half."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.faults.living import lines, moved_in, no_room, refusal, serve, whole, without_room

pytestmark = pytest.mark.slow
LONG = "I want this to be kept, whatever happens. " * 200


def test_words_come_back_while_no_file_can_grow_and_are_kept_afterwards(data: Path) -> None:
    with serve(data) as server:
        alice = moved_in(server)
        no_room(server.process)
        answer = alice.write(LONG)
        assert answer.status == 503 and answer.headers["retry-after"]
        assert "may not have been saved" in answer.text and "Your words are still here" in answer.text
        assert LONG.strip() in answer.text
        assert alice.reads("Before anything went wrong.") and not alice.reads(LONG[:40])
        no_room(server.process, to_come=True)
        assert alice.write(LONG).status == 303 and alice.reads(LONG[:40])
        server.stop()
    assert len(lines(server.said, "disk_error")) == 1 and "Traceback" not in server.said
    assert lines(server.said, "library") == []
    assert whole(data)


def test_a_start_without_room_says_so_and_the_next_one_goes_on(data: Path) -> None:
    data.mkdir(mode=0o700)
    assert "There is no room left" in refusal(data, before=without_room)
    assert [file for file in data.rglob("*.key*") if file.is_file()] == []
    with serve(data) as server:
        assert moved_in(server).reads("Before anything went wrong.")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 MiB, where this machine lets tests mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m,mode=700", "tmpfs", str(place)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("this machine lets no test mount a small disk; the tests without one have run")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path, *, but: int = 0) -> Path:
    """Take all room but so many bytes."""
    free = os.statvfs(disk)
    with (disk / "ballast").open("wb") as ballast:
        os.posix_fallocate(ballast.fileno(), 0, free.f_bavail * free.f_frsize - but)
    return disk / "ballast"


def test_a_disk_that_is_full_while_somebody_writes(small_disk: Path) -> None:
    data = small_disk / "data"
    with serve(data) as server:
        alice = moved_in(server)
        ballast = fill(small_disk)
        for _ in range(3):
            answer = alice.write(LONG)
            assert answer.status == 503 and "It was not saved" in answer.text and LONG.strip() in answer.text
        assert alice.reads("Before anything went wrong.")
        assert alice.get("/healthz").status == 200
        ballast.unlink()
        assert alice.write(LONG).status == 303 and alice.reads(LONG[:40])
        server.stop()
    assert len(lines(server.said, "disk_full")) == 3 and "Traceback" not in server.said
    assert whole(data)


def test_a_disk_that_is_full_at_the_start_and_at_a_change_of_tables(small_disk: Path) -> None:
    data = small_disk / "data"
    ballast = fill(small_disk)
    assert "There is no room left" in refusal(data)
    ballast.unlink()
    with serve(data) as server:
        moved_in(server)
    assert run(data, "manage", "migrate", "keys", "0001").returncode == 0
    ballast = fill(small_disk, but=128 * 1024)
    assert "There is no room left" in refusal(data)
    assert list((data / "backups").iterdir()) == []
    ballast.unlink()
    ballast = fill(small_disk)
    assert "There is no room left" in refusal(data, "serve", "--port", "0", "--no-backup")
    ballast.unlink()
    with serve(data) as server:
        assert server.get("/healthz").status == 200
        assert "Backup before that" in server.said
    assert whole(data)


def test_a_backup_without_room_leaves_nothing_under_its_name(small_disk: Path, tmp_path: Path) -> None:
    data, kept = tmp_path / "data", small_disk / "kept"
    with serve(data) as server:
        moved_in(server)
        ballast = fill(small_disk, but=64 * 1024)
        assert "There is no room left" in refusal(data, "backup", str(kept / "one.sqlite3"))
        assert list(kept.iterdir()) == []
        ballast.unlink()
        assert run(data, "backup", str(kept / "one.sqlite3")).returncode == 0
    assert [file.name for file in kept.iterdir()] == ["one.sqlite3"]
