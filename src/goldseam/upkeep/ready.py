"""What an operator must know before opening the doors: each line in order, or what to do. Nothing secret is said."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from goldseam.upkeep import CannotGoOn
from goldseam.upkeep.address import is_loopback, read_address
from goldseam.upkeep.backup import begun_at
from goldseam.upkeep.given import given, misspelt
from goldseam.upkeep.keyfiles import handed_out, read_keys

FRESH = timedelta(days=2)


class Mark(StrEnum):
    """How a finding stands. Only a fault makes the command fail."""

    GOOD = "in order"
    LOOK = "look at "
    FAULT = "FAULT   "


@dataclass(frozen=True, slots=True)
class Finding:
    """One line for the operator."""

    mark: Mark
    about: str
    words: str

    def __str__(self) -> str:
        return f"{self.mark}  {self.about}: {self.words}"


def good(about: str, words: str) -> Finding:
    return Finding(Mark.GOOD, about, words)


def look(about: str, words: str) -> Finding:
    return Finding(Mark.LOOK, about, words)


def fault(about: str, words: str) -> Finding:
    return Finding(Mark.FAULT, about, words)


def outside_the_database(folder: Path, environ: Mapping[str, str]) -> Iterator[Finding]:
    """Settings, address, rights, keys and backups: what shows without opening a database."""
    yield from _settings(environ)
    yield from _address(environ)
    yield _rights(folder)
    yield from _keys(folder)
    yield _backups(folder / "backups", datetime.now(UTC))


def _settings(environ: Mapping[str, str]) -> Iterator[Finding]:
    wrong = misspelt(environ)
    yield from (fault("settings", line) for line in wrong)
    if not wrong:
        yield good("settings", "every GOLDSEAM_ name that is set is known")


def _address(environ: Mapping[str, str]) -> Iterator[Finding]:
    try:
        address = read_address(None, None, environ)
        proxies = given("GOLDSEAM_PROXY", environ)
    except CannotGoOn as reason:
        yield fault("address", " ".join(str(reason).split()))
        return
    if address.secure:
        yield good("address", f"people reach it by {address.url}; cookies and forms hold to it")
    else:
        yield fault("address", "only this machine reaches it; set GOLDSEAM_URL=https://… for others")
    yield _proxies(proxies, address.host)


def _proxies(named: str, host: str) -> Finding:
    if "*" in named:
        return fault("proxy", "GOLDSEAM_PROXY=* believes everybody; name the web server's own address")
    if not named and not is_loopback(host):
        return look(
            "proxy",
            f"it listens on {host}; where the web server in front is on another machine, name its address in "
            "GOLDSEAM_PROXY, and let nobody else reach this port",
        )
    return good("proxy", f"believed: {named or 'this machine alone'}")


def _rights(folder: Path) -> Finding:
    wrong = [one for one in (folder, *sorted(folder.rglob("*"))) if _is_open_to_others(one)]
    if not wrong:
        return good("rights", f"{folder} and all in it is its owner's alone")
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    return fault("rights", f"others may touch {wrong[0]}{more}; chmod -R go-rwx {folder}")


def _is_open_to_others(place: Path) -> bool:
    with suppress(FileNotFoundError):  # SQLite's write-ahead files come and go
        found = place.lstat()
        mine = found.st_uid == os.geteuid()
        return not mine or bool(stat.S_IMODE(found.st_mode) & 0o077 and not stat.S_ISLNK(found.st_mode))
    return False


def _keys(folder: Path) -> Iterator[Finding]:
    try:
        count = len(read_keys(folder))
    except CannotGoOn as reason:
        yield fault("keys", str(reason))
        return
    yield good("keys", f"{count} of them, each whole")
    day = handed_out(folder)
    if day:
        yield good("copy of the keys", f"handed out on {day}, and the same since")
    else:
        yield look(
            "copy of the keys",
            "none of these is known; goldseam keys export FILE, and keep it apart from the backups",
        )


def _backups(kept: Path, now: datetime) -> Finding:
    found = [begun_at(file) for file in kept.iterdir() if file.suffix != ".part"] if kept.is_dir() else []
    newest = max((begun for begun in found if begun), default=None)
    if newest is None:
        return look("backup", f"none in {kept} yet; goldseam backup, every night")
    if now - newest > FRESH:
        return look("backup", f"the newest is {(now - newest).days} days old; goldseam backup, every night")
    return good("backup", f"the newest is of {newest:%Y-%m-%d %H:%M} UTC")
