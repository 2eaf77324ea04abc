"""Every longer text that people read, from `content/en/`, checked as it is loaded.

A clinician edits the YAML without touching code. What a file may hold is in `content.kinds`; what its words
keep to is in `content.check`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from goldseam.content.kinds import (
    Breaches,
    Coach,
    Doors,
    HelpIndex,
    Helplines,
    Home,
    Journal,
    Kindness,
    Letters,
    Page,
    Refusals,
    Spaces,
    Text,
)

__all__ = ["DOORS", "HELP", "Text", "Words", "load", "words"]

T = TypeVar("T")

DOORS = ("hurt", "broke-trust", "not-safe", "harm")
"""The four doors of the first days, by their address."""

HELP = (
    "right-now",
    "crisis",
    "first-days",
    "leaving-safely",
    "devices",
    "passphrase-forced",
    "for-those-who-frighten",
    "for-friends",
    "counsellors",
    "lost-passphrase",
    "privacy",
    "what-this-is",
)
"""The help pages, by their address."""


class Words(msgspec.Struct, frozen=True):
    """All content of one language. `first_days` and `help_pages` are by address."""

    refusals: dict[str, str]
    breaches: Breaches
    home: Home
    letters: Letters
    spaces: Spaces
    journal: Journal
    kindness: Kindness
    doors: Doors
    first_days: dict[str, Page]
    help: HelpIndex
    help_pages: dict[str, Page]
    helplines: Helplines
    coach: Coach


def load(name: str, kind: type[T], lang: str = "en") -> T:
    """One content file, checked against its type. Raises `msgspec.ValidationError` with the place of a fault."""
    return msgspec.yaml.decode((files("goldseam.content") / lang / f"{name}.yaml").read_bytes(), type=kind)


@cache
def words(lang: str = "en") -> Words:
    """The words of a language, loaded once. They are the same for everybody, so they may be remembered."""
    return Words(
        refusals=load("refusals", Refusals, lang).words,
        breaches=load("breaches", Breaches, lang),
        home=load("home", Home, lang),
        letters=load("letters", Letters, lang),
        spaces=load("spaces", Spaces, lang),
        journal=load("journal", Journal, lang),
        kindness=load("kindness", Kindness, lang),
        doors=load("doors", Doors, lang),
        first_days={slug: load(f"first_days/{slug}", Page, lang) for slug in DOORS},
        help=load("help/index", HelpIndex, lang),
        help_pages={slug: load(f"help/{slug}", Page, lang) for slug in HELP},
        helplines=load("helplines", Helplines, lang),
        coach=load("coach", Coach, lang),
    )
