"""A folder or a file that takes no writing: at the start it is said, later people are told and keep their words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.living import as_anybody, lines, moved_in, refusal, serve, whole

pytestmark = pytest.mark.slow


@contextmanager
def read_only(*places: Path) -> Iterator[None]:
    rights = {place: place.stat().st_mode for place in places}
    for place in places:
        place.chmod(0o500 if place.is_dir() else 0o400)
    try:
        yield
    finally:
        for place, mode in rights.items():
            place.chmod(mode)


def test_a_folder_that_turns_read_only_while_somebody_writes(data: Path) -> None:
    with serve(data, before=as_anybody) as server:
        alice = moved_in(server)
        with read_only(*data.glob("*.sqlite3*"), data):
            answer = alice.write("While nothing can be written.")
            assert answer.status == 503 and "Your words are still here" in answer.text
            assert "While nothing can be written." in answer.text and "not" in answer.text
            assert alice.get("/help/").status == 200
        assert alice.write("Written again.").status == 303
        assert alice.reads("Before anything went wrong.") and alice.reads("Written again.")
        assert not alice.reads("While nothing can be written.")
        server.stop()
    assert len([*lines(server.said, "read_only"), *lines(server.said, "database_gone")]) == 1
    assert "Traceback" not in server.said
    assert whole(data)


@pytest.mark.parametrize("what", ["", "goldseam.sqlite3", "apart.sqlite3"])
def test_nothing_is_started_over_what_cannot_be_written(data: Path, what: str) -> None:
    with serve(data):
        pass
    with read_only(data / what):
        assert f"{data / what} cannot be written" in refusal(data, before=as_anybody)
    with serve(data, before=as_anybody) as server:
        assert server.get("/healthz").status == 200


def test_a_place_where_no_folder_can_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    with read_only(tmp_path / "closed"):
        said = refusal(tmp_path / "closed" / "data", before=as_anybody)
    assert "cannot be used for the data: Permission denied" in said


def test_a_backup_where_nothing_can_be_written_is_said(data: Path, tmp_path: Path) -> None:
    with serve(data):
        pass
    (tmp_path / "closed").mkdir()
    with read_only(tmp_path / "closed"):
        said = refusal(data, "backup", str(tmp_path / "closed" / "one.sqlite3"), before=as_anybody)
    assert "one.sqlite3" in said and "cannot be written" in said
