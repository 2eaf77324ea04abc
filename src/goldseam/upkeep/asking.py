"""Asking the person at the terminal for a passphrase, or reading it from a file for scripts."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

from goldseam.upkeep import CannotGoOn


def asked_twice() -> str:
    """A new passphrase, typed twice without showing. Raises `CannotGoOn` where the two differ."""
    first = _ask("A passphrase for the file: ")
    if _ask("The same again: ") != first:
        raise CannotGoOn("The two were not the same. Nothing was written.")
    return first


def asked_once() -> str:
    """The passphrase of a file, typed without showing."""
    return _ask("The passphrase of the file: ")


def _ask(words: str) -> str:
    if not sys.stdin.isatty():
        raise CannotGoOn("Nobody is at a terminal to type the passphrase. Use --passphrase-file FILE.")
    try:
        return getpass(words)
    except EOFError as fault:
        raise CannotGoOn("No passphrase was typed.") from fault


def from_file(file: Path) -> str:
    """The passphrase that a file holds; one newline at its end is dropped."""
    try:
        return file.read_text("utf-8").removesuffix("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise CannotGoOn(f"{file} cannot be read as a passphrase.") from fault
