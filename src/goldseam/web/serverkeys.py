"""The server's own keys: random, made at the first start, kept outside the database and its backups."""

from __future__ import annotations

import base64
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

NAMES = ("django", "names", "contacts", "reveals")


@dataclass(frozen=True, slots=True)
class ServerKeys:
    """django signs cookies; names finds a sign-in name; contacts seals e-mail addresses; reveals seals offers."""

    django: str
    names: bytes
    contacts: bytes
    reveals: bytes


def load_server_keys(folder: Path) -> ServerKeys:
    """Read the four keys below `folder`, making each that is absent with owner-only rights.

    Raises `ValueError` for a key file that is too short to be a key: a cut file must never become a weak key.
    """
    old = os.umask(0o077)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = {name: _load(folder / f"{name}.key") for name in NAMES}
    finally:
        os.umask(old)
    return ServerKeys(
        django=base64.urlsafe_b64encode(found["django"]).decode(),
        names=found["names"],
        contacts=found["contacts"],
        reveals=found["reveals"],
    )


def _load(path: Path) -> bytes:
    try:
        with path.open("xb") as made:
            made.write(secrets.token_bytes(32))
            made.flush()
            os.fsync(made.fileno())
    except FileExistsError:
        pass
    key = path.read_bytes()
    if len(key) != 32:
        raise ValueError(f"{path} holds {len(key)} bytes, not a key of 32. Put the right file back.")
    return key
