"""The server's own keys: random, made at the first start, kept outside the database and its backups."""

from __future__ import annotations

import base64
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

NAMES = ("django", "names", "contacts", "reveals")
DATABASE_FILE = "goldseam.sqlite3"


class BadKey(ValueError):
    """A key file that cannot be used: its place, what is wrong with it, and what to do."""

    def __init__(self, place: Path, wrong: str) -> None:
        super().__init__(f"{place} {wrong}. Put the right file back from your copy of the keys.")


@dataclass(frozen=True, slots=True)
class ServerKeys:
    """django signs cookies; names finds a sign-in name; contacts seals e-mail addresses; reveals seals offers.

    `made` are the files that were absent and made just now.
    """

    django: str
    names: bytes = field(repr=False)
    contacts: bytes = field(repr=False)
    reveals: bytes = field(repr=False)
    made: tuple[Path, ...] = ()


def load_server_keys(folder: Path) -> ServerKeys:
    """Read the four keys below `folder`, making what is absent with owner-only rights.

    Raises `BadKey` for a file that cannot be read or is no key, since a cut file must never become a weak key;
    and for one that is absent while there is a database beside the folder, which a new key would lock for good.
    A database elsewhere is compared once it can be asked: `goldseam.upkeep.schema.refuse_wrong_keys`.
    """
    absent = [place for place in _places(folder).values() if not os.path.lexists(place)]
    if absent and (folder.parent / DATABASE_FILE).exists():
        raise BadKey(absent[0], "is missing, and there is data that was made with it")
    for place in absent:
        _make(place)
    found = {name: _read(place) for name, place in _places(folder).items()}
    return ServerKeys(
        django=base64.urlsafe_b64encode(found["django"]).decode(),
        names=found["names"],
        contacts=found["contacts"],
        reveals=found["reveals"],
        made=tuple(absent),
    )


def _places(folder: Path) -> dict[str, Path]:
    return {name: folder / f"{name}.key" for name in NAMES}


def _read(place: Path) -> bytes:
    try:
        key = place.read_bytes()
    except OSError as fault:
        raise BadKey(place, f"cannot be read: {fault.strerror}") from fault
    if len(key) != 32:
        raise BadKey(place, f"holds {len(key)} bytes, not a key of 32")
    return key


def _make(place: Path) -> None:
    """A whole key under its name, on the disk, or none: a full disk or a kill leaves no cut file behind."""
    old = os.umask(0o077)
    part = place.with_name(f"{place.name}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as made:
            made.write(secrets.token_bytes(32))
            made.flush()
            os.fsync(made.fileno())
        part.replace(place)
        _keep_for_good(place.parent)
    finally:
        part.unlink(missing_ok=True)
        os.umask(old)


def _keep_for_good(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
