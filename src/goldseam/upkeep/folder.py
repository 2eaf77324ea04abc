"""The data folder: owner-only, and used by one server at a time."""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.given import given, settle

USUAL_PLACE = "~/.local/share/goldseam"


def data_folder() -> Path:
    """Where the data is or will be: GOLDSEAM_DATA, or the usual place in the home folder."""
    return Path(given("GOLDSEAM_DATA") or USUAL_PLACE).expanduser().absolute()


def open_folder(folder: Path) -> None:
    """Make the folder, or make sure that it is the owner's alone.

    From here on every file that this process makes is the owner's alone too. Raises `CannotGoOn` rather than
    change the rights of a folder that holds other things, such as somebody's home.
    """
    os.umask(0o077)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = folder.stat()
        if stat.S_IMODE(found.st_mode) & 0o077:
            _close_to_others(folder, found.st_uid)
    except FileExistsError as fault:
        raise CannotGoOn(f"{folder} is a file. GOLDSEAM_DATA must name a folder.") from fault
    except OSError as fault:
        raise CannotGoOn(f"{folder} cannot be used for the data: {fault.strerror}.") from fault
    _must_be_writable(folder)
    settle("GOLDSEAM_DATA", str(folder))


def _close_to_others(folder: Path, owner: int) -> None:
    ours = (folder / "keys").is_dir() or not any(folder.iterdir())
    if not ours:
        raise CannotGoOn(f"{folder} holds other things. GOLDSEAM_DATA must name a folder of its own.")
    if owner != os.geteuid():
        raise CannotGoOn(f"{folder} belongs to another user, and others can read it. Choose another folder.")
    folder.chmod(0o700)


def _must_be_writable(folder: Path) -> None:
    for place in (folder, *folder.glob("*.sqlite3")):
        if not os.access(place, os.W_OK):
            raise CannotGoOn(
                f"{place} cannot be written. Look whose it is, and whether its disk is read-only."
            )


def refuse_lost_database(folder: Path) -> None:
    """Raise `CannotGoOn` where the main database is gone and the one beside it is not: never begin anew by mistake."""
    main, apart = folder / "goldseam.sqlite3", folder / "apart.sqlite3"
    if given("GOLDSEAM_DATABASE"):
        return
    if apart.exists() and not main.exists():
        raise CannotGoOn(
            f"{main} is gone. Put it back, or go back to a backup: goldseam restore FILE\n"
            f"To begin anew with nothing, move all of {folder} away."
        )


@contextmanager
def sole_use(folder: Path) -> Iterator[None]:
    """Hold the folder for this process. Raises `CannotGoOn` while another one serves or restores from it."""
    with (folder / "in-use.lock").open("w") as guard:
        try:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise CannotGoOn(f"Goldseam already runs with the data in {folder}. Stop it first.") from fault
        yield
