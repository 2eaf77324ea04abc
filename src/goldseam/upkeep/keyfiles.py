"""The server's own keys, handed out under a passphrase and taken back. Never a key without the others.

Nothing here sets Django up: its settings make absent keys, and what is exported or imported must be the old ones.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from goldseam.upkeep import CannotGoOn, Say
from goldseam.upkeep.backup import keep_for_good
from goldseam.vault import (
    FLOOR,
    STANDARD_COST,
    Cost,
    Tampered,
    UnknownVersion,
    UnusablePassphrase,
    VaultError,
    WrongKey,
    check_server_keys,
    key_id,
    open_server_keys,
    seal_server_keys,
)
from goldseam.web.serverkeys import NAMES

SHORTEST = 12  # characters of the passphrase, as for people
HANDED_OUT = "keys-exported"
Ask = Callable[[], str]


def export_keys(
    data: Path, target: Path, ask: Ask, say: Say, *, cost: Cost = STANDARD_COST, floor: Cost = FLOOR
) -> None:
    """Write all keys of this data folder into a new file that the passphrase opens. `ask` gives the passphrase.

    Raises `CannotGoOn` where a key is missing or no key, or the file is there already.
    """
    keys = read_keys(data)
    if target.exists():  # before anything is asked
        raise CannotGoOn(f"{target} is there already. Choose another name.")
    try:
        sealed = seal_server_keys(keys, _long_enough(ask()), cost=cost, floor=floor)
    except UnusablePassphrase as fault:
        raise CannotGoOn("That passphrase is too long, or no text. Take another one.") from fault
    _write_new(target, sealed)
    _remember(data, keys)
    say(f"The keys of this server are in {target}, {len(keys)} of them.")
    say("Keep the file in another place than the backups, and the passphrase in a third: both are needed.")


def import_keys(data: Path, source: Path, ask: Ask, say: Say, *, floor: Cost = FLOOR) -> None:
    """Put the keys of an exported file into this data folder. Call with sole use of it.

    Raises `CannotGoOn`, before anything is written, for a file that is damaged or that the passphrase does not
    open, and where other keys are there.
    """
    keys = _opened(source, ask, floor)
    missing = set(NAMES) - keys.keys()
    if missing:
        raise CannotGoOn(f"{source} lacks the key “{sorted(missing)[0]}”.")
    _refuse_others(data / "keys", keys)
    _put(data, keys)
    _remember(data, keys)
    say(f"The keys are in {data / 'keys'}, {len(keys)} of them.")


def read_keys(data: Path) -> dict[str, bytes]:
    """All keys of this data folder by name. Raises `CannotGoOn` where one is missing or no key."""
    folder = data / "keys"
    if not folder.is_dir():
        raise CannotGoOn(f"There is no data in {data} yet. `goldseam serve` makes it.")
    keys = {}
    for file in [*(folder / f"{name}.key" for name in NAMES), *sorted(folder.glob("*.key"))]:
        try:
            keys[file.stem] = file.read_bytes()
        except OSError as fault:
            raise CannotGoOn(f"{file} cannot be read: {fault.strerror}.") from fault
        if len(keys[file.stem]) != 32:
            raise CannotGoOn(f"{file} is no key. Put the right file back.")
    return keys


def handed_out(data: Path) -> str:
    """The day on which exactly the keys of now were exported or imported; "" where they were not."""
    try:
        day, *known = (data / HANDED_OUT).read_text("ascii").splitlines()
        return day if known == _fingerprint(read_keys(data)) else ""
    except (OSError, ValueError, CannotGoOn):
        return ""


def _opened(source: Path, ask: Ask, floor: Cost) -> dict[str, bytes]:
    try:
        file = source.read_bytes()
        check_server_keys(file)
        return open_server_keys(file, ask(), floor=floor)
    except OSError as fault:
        raise CannotGoOn(f"{source} cannot be read: {fault.strerror}.") from fault
    except UnknownVersion as fault:
        raise CannotGoOn(f"{source} is no file that `goldseam keys export` made.") from fault
    except WrongKey as fault:
        raise CannotGoOn("That is not the passphrase of this file. Nothing was changed.") from fault
    except (Tampered, VaultError) as fault:
        raise CannotGoOn(f"{source} is damaged: cut or changed. Take another copy of it.") from fault


def _refuse_others(folder: Path, keys: dict[str, bytes]) -> None:
    for name, key in sorted(keys.items()):
        file = folder / f"{name}.key"
        if file.exists() and file.read_bytes() != key:
            raise CannotGoOn(
                f"{file} holds another key. Data that was made with it would be lost, so nothing was changed.\n"
                f"If nobody uses this server yet, move {folder} away, and import again."
            )


def _put(data: Path, keys: dict[str, bytes]) -> None:
    """All keys, under their names at once where there were none: a crash must not leave some to be made anew."""
    folder, part = data / "keys", data / "keys.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    for name, key in keys.items():
        _write_new(part / f"{name}.key", key)
    if folder.is_dir():
        for file in part.iterdir():
            file.replace(folder / file.name)
        part.rmdir()
    else:
        part.rename(folder)
    keep_for_good(folder)
    keep_for_good(data)


def _write_new(target: Path, content: bytes) -> None:
    """The whole file, on the disk and for its owner alone. Where it cannot be whole, there is none."""
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as fault:
        raise CannotGoOn(f"{target} is there already. Choose another name.") from fault
    except OSError as fault:
        raise CannotGoOn(f"{target} cannot be written: {fault.strerror}.") from fault
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        keep_for_good(target.parent)
    except OSError as fault:
        target.unlink(missing_ok=True)
        raise CannotGoOn(f"{target} cannot be written: {fault.strerror}.") from fault


def _long_enough(passphrase: str) -> str:
    if len(" ".join(passphrase.split())) < SHORTEST:
        raise CannotGoOn(f"Make the passphrase at least {SHORTEST} characters long. Six words are good.")
    return passphrase


def _remember(data: Path, keys: dict[str, bytes]) -> None:
    """That these keys are kept elsewhere, by names that tell nothing about them, for `goldseam check --deploy`."""
    lines = [f"{datetime.now(UTC):%Y-%m-%d}", *_fingerprint(keys)]
    (data / HANDED_OUT).unlink(missing_ok=True)
    _write_new(data / HANDED_OUT, "\n".join(lines).encode())


def _fingerprint(keys: dict[str, bytes]) -> list[str]:
    return [f"{name} {key_id(key).hex()}" for name, key in sorted(keys.items())]
