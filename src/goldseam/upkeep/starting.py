"""What happens between the command and the first page."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from goldseam.upkeep import CannotGoOn, Say
from goldseam.upkeep.address import Address, listen, local_url, read_address
from goldseam.upkeep.folder import data_folder, open_folder, refuse_lost_database, sole_use
from goldseam.upkeep.given import given, settle
from goldseam.upkeep.plainly import said_plainly

Lines = Callable[[], list[str]]
MOST_WORKERS = 64
REMOVALS = 50


def serve(host: str | None, port: int | None, say: Say, *, backup: bool = True, workers: int = 1) -> int:
    """Serve the data folder until Ctrl-C, in this many processes. Returns the exit status.

    Raises `CannotGoOn` for several processes over SQLite, where they could not hear each other.
    """
    from goldseam.web.serving import stop_on_signals

    stop_on_signals()
    _refuse_workers(workers)
    address = read_address(host, port, os.environ)
    _serve(address, data_folder(), say, backup=backup, workers=workers)
    say("Stopped.")
    return _leave()


def demo(host: str | None, port: int | None, say: Say) -> int:
    """Serve a folder filled with two invented people, which is gone afterwards. Returns the exit status."""
    from goldseam.web.serving import stop_on_signals

    stop_on_signals()
    for theirs in ("GOLDSEAM_DATABASE", "GOLDSEAM_URL"):  # the demo touches nobody's data
        settle(theirs, "")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldseam.web.settings_demo")
    address = read_address(host, port, os.environ)
    folder = Path(tempfile.mkdtemp(prefix="goldseam-demo-"))
    try:
        _serve(address, folder, say, fill=_fill)
    except KeyboardInterrupt:
        pass
    finally:
        _remove(folder)
    say("Stopped. The demo's data is gone.")
    return _leave()


def _remove(folder: Path) -> None:
    """Delete the folder, also where a thread that has just answered still puts a file of SQLite's into it."""
    for _ in range(REMOVALS):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.02)


def _fill() -> list[str]:
    if find_spec("goldseam.demo") is None:
        return []
    from goldseam.demo import fill

    return list(fill())


def _refuse_workers(workers: int) -> None:
    if workers < 1 or workers > MOST_WORKERS:
        raise CannotGoOn(
            f"Goldseam runs in one process, or in up to {MOST_WORKERS}: --workers {workers} is neither."
        )
    if workers > 1 and not given("GOLDSEAM_DATABASE"):
        raise CannotGoOn(
            "Several processes need PostgreSQL: over SQLite a page would not hear what another process wrote.\n"
            "Leave out --workers, or set GOLDSEAM_DATABASE=postgresql://user:password@host/name"
        )


def _serve(
    address: Address,
    folder: Path,
    say: Say,
    *,
    backup: bool = True,
    fill: Lines | None = None,
    workers: int = 1,
) -> None:
    sockets = listen(address)
    local = local_url(sockets)
    settle("GOLDSEAM_URL", address.url or local)
    open_folder(folder)
    with said_plainly(folder), sole_use(folder):
        _prepare(say, backup=backup)
        if fill:
            say("Writing seven months of two invented people …")
        lines = fill() if fill else []
        _close_connections()
        from goldseam.web.serving import serve as serve_until_stopped
        from goldseam.web.sqlite.base import hold_files, let_go

        hold_files()

        def ready() -> None:
            say("\n".join([*_what_next(address, local, folder, demo=fill is not None), *lines]))

        if workers > 1:
            from goldseam.web.workers import run_workers

            run_workers(
                workers,
                lambda said: serve_until_stopped(sockets, behind_proxy=address.secure, ready=said),
                ready,
            )
        else:
            serve_until_stopped(sockets, behind_proxy=address.secure, ready=ready)
        _close_connections()
        let_go()


def _prepare(say: Say, *, backup: bool) -> None:
    refuse_lost_database(data_folder())
    _set_up_django()
    from django.urls import get_resolver

    from goldseam.upkeep.assets import gather_assets
    from goldseam.upkeep.schema import note_keys, prepare_tables

    prepare_tables(say, backup=backup)
    note_keys()
    gather_assets()
    get_resolver().url_patterns  # noqa: B018  every page's code is read now, not at the first visit


def _close_connections() -> None:
    """The threads that serve open their own; the last to close also empties SQLite's write-ahead file."""
    from django.db import connections

    connections.close_all()


def _set_up_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldseam.web.settings")
    import django
    from django.db import connections

    from goldseam.web.logs import speak_without_content

    speak_without_content()
    try:
        django.setup()
    except ValueError as fault:
        raise CannotGoOn(str(fault)) from fault
    connections["default"].ensure_connection()
    from goldseam.upkeep.schema import refuse_wrong_keys

    refuse_wrong_keys()


def _what_next(address: Address, local: str, folder: Path, *, demo: bool) -> list[str]:
    lines = [
        "",
        f"Goldseam is running. Open {address.url or local} in a browser.",
        "The first page needs no account. Ctrl-C stops Goldseam.",
    ]
    if address.url and not address.secure:
        lines[1] = f"Goldseam is running. Open {local} in a browser."
    if demo:
        return [*lines, "This is a demo: its people are invented, and its data is gone when you stop it.", ""]
    return [
        *lines,
        f"Everything is kept in {folder}, which only you can read.",
        "`goldseam backup` makes a copy without the keys; keep the folder's `keys` in another place.",
        "",
    ]


@contextmanager
def opened_data(*, existing: bool = True) -> Iterator[Path]:
    """Django, set up over the data folder, for the commands that look after it."""
    folder = data_folder()
    if existing and not (folder / "keys").is_dir() and not (folder / "goldseam.sqlite3").exists():
        raise CannotGoOn(f"There is no data in {folder} yet. `goldseam serve` makes it.")
    if existing:
        refuse_lost_database(folder)
    open_folder(folder)
    with said_plainly(folder):
        _set_up_django()
        try:
            yield folder
        finally:
            _close_connections()


def _leave() -> int:
    """End now: a view that hangs in its thread must not keep the process; every database write is safe."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
