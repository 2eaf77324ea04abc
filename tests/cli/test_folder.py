"""The data folder belongs to its owner alone, and to one server at a time."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.folder import data_folder, open_folder, sole_use


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("GOLDSEAM_DATA", os.environ["GOLDSEAM_DATA"])
    mask = os.umask(0o022)
    yield
    os.umask(mask)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_folder_and_every_file_in_it_are_the_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "some" / "where"
    open_folder(folder)
    (folder / "file").write_text("x")
    assert (rights(folder), rights(folder / "file")) == (0o700, 0o600)
    assert data_folder() == folder


def test_an_empty_folder_or_one_of_ours_is_closed_to_others(tmp_path: Path) -> None:
    for name in ("empty", "ours"):
        (tmp_path / name).mkdir(mode=0o755)
    (tmp_path / "ours" / "keys").mkdir()
    for name in ("empty", "ours"):
        open_folder(tmp_path / name)
        assert rights(tmp_path / name) == 0o700


def test_a_folder_with_other_things_is_left_as_it_is(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    (home / "photo.jpg").write_text("x")
    with pytest.raises(CannotGoOn, match="other things"):
        open_folder(home)
    assert rights(home) == 0o755


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(CannotGoOn, match="is a file"):
        open_folder(tmp_path / "data")


def test_somebody_elses_open_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir(mode=0o755)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(CannotGoOn, match="another user"):
        open_folder(tmp_path / "data")


def test_one_server_at_a_time(tmp_path: Path) -> None:
    with sole_use(tmp_path), pytest.raises(CannotGoOn, match="already runs"), sole_use(tmp_path):
        pass
    with sole_use(tmp_path):
        pass
