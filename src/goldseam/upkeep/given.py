"""What an operator may set. Every setting is read here, from the environment or from a file that it names.

`GOLDSEAM_X` holds the value itself. `GOLDSEAM_X_FILE` names a file that holds it, for what a process list or a
unit file should not show. What is set to nothing counts as not set.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from goldseam.upkeep import CannotGoOn

IN_FILE = "_FILE"
# Read by the tests and the benchmarks, which are developers' own.
OF_TESTS = ("GOLDSEAM_TEST_", "GOLDSEAM_CHROMIUM")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, what it is for, and what holds without it, in words and Markdown."""

    name: str
    what: str
    default: str


SETTINGS = {
    setting.name: setting
    for setting in (
        Setting("GOLDSEAM_DATA", "the folder for everything that is kept", "`~/.local/share/goldseam`"),
        Setting("GOLDSEAM_HOST", "where to listen; the same as `--host`", "`localhost`"),
        Setting("GOLDSEAM_PORT", "the port to listen on; the same as `--port`", "`8000`"),
        Setting(
            "GOLDSEAM_URL",
            "the https address by which people reach it; drives hosts, cookies, forms, passkeys and the live path",
            "this machine",
        ),
        Setting(
            "GOLDSEAM_PROXY",
            "addresses, with commas between, of the web servers in front that are believed",
            "this machine",
        ),
        Setting(
            "GOLDSEAM_DATABASE", "`postgresql://user:password@host/name`", "SQLite files in the data folder"
        ),
    )
}


def given(name: str, environ: Mapping[str, str] | None = None) -> str:
    """What was set, from the environment or from the file that it names; "" where nothing was.

    Raises `CannotGoOn` where both are set, and for a file that cannot be read or does not hold one line;
    `KeyError` for a name that is no setting.
    """
    setting = SETTINGS[name]
    known = os.environ if environ is None else environ
    value, file = known.get(setting.name, ""), known.get(setting.name + IN_FILE, "")
    if value and file:
        raise CannotGoOn(f"{name} and {name}{IN_FILE} are both set. Set one of them.")
    return _read(name + IN_FILE, Path(file)) if file else value


def _read(name: str, file: Path) -> str:
    try:
        text = file.read_text("utf-8").removesuffix("\n")
    except OSError as fault:
        raise CannotGoOn(f"{name} names {file}, which cannot be read: {fault.strerror}.") from fault
    except UnicodeDecodeError as fault:
        raise CannotGoOn(f"{name} names {file}, which is no text.") from fault
    if not text.strip():
        raise CannotGoOn(f"{name} names {file}, which is empty.")
    if "\n" in text:
        raise CannotGoOn(f"{name} names {file}, which holds more than one line.")
    return text


def settle(name: str, value: str, environ: MutableMapping[str, str] | None = None) -> None:
    """Let this be the value for the rest of this process, wherever it came from; "" for nothing."""
    setting = SETTINGS[name]
    known = os.environ if environ is None else environ
    known.pop(setting.name + IN_FILE, None)
    if value:
        known[setting.name] = value
    else:
        known.pop(setting.name, None)


def misspelt(environ: Mapping[str, str]) -> list[str]:
    """A line for each variable that looks like a setting and is none, with the nearest name."""
    known = [*SETTINGS, *(name + IN_FILE for name in SETTINGS)]
    found = [name for name in sorted(environ) if _looks_like_ours(name) and name not in known]
    return [f"{name} is not a setting of Goldseam. {_nearest(name, known)}" for name in found]


def _looks_like_ours(name: str) -> bool:
    return name.upper().startswith("GOLDSEAM") and not name.startswith(OF_TESTS)


def _nearest(name: str, known: list[str]) -> str:
    near = get_close_matches(name.upper(), known, n=1)
    return f"Did you mean {near[0]}?" if near else "`goldseam --help` lists them all."


def settings_table() -> list[str]:
    """The settings as lines for `goldseam --help`."""
    widest = max(map(len, SETTINGS))
    lines = [f"  {it.name:<{widest}}  {it.what} ({it.default})".replace("`", "") for it in SETTINGS.values()]
    lines.append(f"  Each may come from a file instead: GOLDSEAM_URL{IN_FILE} names the file.")
    return lines
