"""`goldseam content check`: what is wrong with the content, each fault with its file.

It holds what a clinician who edits a file cannot see at once: reading age, tone, missing words, dead ways, numbers
that nobody has looked at for half a year.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from goldseam.content import DOORS, HELP, load
from goldseam.content.covering import uncovered
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
from goldseam.content.method_ids import METHOD
from goldseam.content.reading import reading_age
from goldseam.content.tone import slips

FILES: dict[str, type[Text]] = {
    "refusals": Refusals,
    "breaches": Breaches,
    "home": Home,
    "letters": Letters,
    "spaces": Spaces,
    "journal": Journal,
    "kindness": Kindness,
    "coach": Coach,
    "doors": Doors,
    "help/index": HelpIndex,
    "helplines": Helplines,
    **{f"first_days/{slug}": Page for slug in DOORS},
    **{f"help/{slug}": Page for slug in HELP},
}
"""Every content file that this package reads, with its shape."""

QUOTING = frozenset({"coach"})
"""Files that quote what is better not said: they are held to our signs, and not to our words."""

PLAIN_AGE = 12
SLACK = 2
"""Years by which one section may be harder than its page: a short piece swings more than a whole one."""

STALE = timedelta(days=180)
"""How long a number may go without being looked at."""

NOT_READ = frozenset(
    {
        "id",
        "version",
        "method",
        "source",
        "reviewer",
        "reviewed_on",
        "to",
        "icon",
        "age",
        "calls",
        "order",
        "slugs",
    }
    | {
        "number",
        "country",
        "topics",
        "checked",
        "verified_on",
        "code",
        "emergency",
        "part",
        "minutes",
        "looked_for",
    }
)
"""Keys whose values are not sentences."""

NAMES = frozenset({"name"})
"""Keys whose values are names: kept to our signs, not to our reading age."""


def run(lang: str = "en", today: date | None = None) -> list[str]:
    """Every fault, as a sentence; empty when all is well."""
    day = today or datetime.now(UTC).date()
    read: dict[str, Text] = {}
    faults: list[str] = []
    for name, kind in FILES.items():
        try:
            read[name] = load(name, kind, lang)
        except (msgspec.ValidationError, msgspec.DecodeError, FileNotFoundError) as error:
            faults.append(f"{name}: {error}")
    faults += _unread(lang)
    for name, text in read.items():
        faults += [f"{name}: {fault}" for fault in (*_headed(name, text), *_worded(text))]
    return faults if faults and len(read) < len(FILES) else faults + [*_together(read, day)]


def said(thing: Any, *, names: bool = True) -> Iterator[str]:
    """Every string of a text that people read."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            if key not in NOT_READ and (names or key not in NAMES):
                yield from said(value, names=names)
    elif isinstance(thing, list | tuple):
        for each in thing:
            yield from said(each, names=names)


def said_in(text: msgspec.Struct, *, names: bool = True) -> list[str]:
    """Every string that people read in a file or a part of one, without placeholders."""
    return [
        words.replace("{name}", "Robin") for words in said(msgspec.to_builtins(text), names=names) if words
    ]


def _headed(name: str, text: Text) -> Iterator[str]:
    if text.id != name.replace("/", "."):
        yield f"its id is {text.id}"
    if unknown := sorted(set(text.method) - METHOD.keys()):
        yield f"serves unknown needs: {', '.join(unknown)}"
    if not text.method:
        yield "serves no need of the method"
    if bool(text.reviewer) != bool(text.reviewed_on):
        yield "a reviewer without a date, or a date without a reviewer"
    if text.reviewed_on and _day(text.reviewed_on) is None:
        yield f"reviewed on “{text.reviewed_on}”, which is no day"


def _worded(text: Text) -> Iterator[str]:
    for words in said_in(text):
        for slip in slips(words, quoting=text.id in QUOTING):
            yield f"{slip} in “{words}”"
    if isinstance(text, Page):
        yield from _paged(text)
        return
    age = reading_age(said_in(text, names=False))
    if age > PLAIN_AGE:
        yield f"reading age {age:.1f}"


def _paged(page: Page) -> Iterator[str]:
    age = reading_age(said_in(page, names=False))
    if age > page.age:
        yield f"reading age {age:.1f}, above {page.age}"
    for section in page.sections:
        hard = reading_age(said_in(section, names=False))
        if hard > page.age + SLACK:
            yield f"reading age {hard:.1f} in “{section.title}”"
    ids = [section.id for section in page.sections]
    if len(ids) != len(set(ids)):
        yield "two sections with one id"


def _together(read: Mapping[str, Text], today: date) -> Iterator[str]:
    ids = [text.id for text in read.values()]
    yield from (f"the id {id} stands twice" for id in sorted({id for id in ids if ids.count(id) > 1}))
    yield from _dead_ways(read)
    yield from _numbers(read["helplines"], today)
    yield from uncovered(read)


def _dead_ways(read: Mapping[str, Text]) -> Iterator[str]:
    known = {"help", "write", *(f"help:{slug}" for slug in HELP), *(f"door:{slug}" for slug in DOORS)}
    for name, text in read.items():
        if isinstance(text, Page):
            ways = [*text.onward, *(way for section in text.sections for way in section.ways)]
            yield from (f"{name}: leads to {way.to}, which is nowhere" for way in ways if way.to not in known)


def _numbers(lines: Text, today: date) -> Iterator[str]:
    assert isinstance(lines, Helplines)
    countries = {country.code for country in lines.countries}
    for line in lines.lines:
        day = _day(line.verified_on)
        if line.country not in countries:
            yield f"helplines: {line.id} is in no country"
        if day is None or day > today:
            yield f"helplines: {line.id} was looked at on “{line.verified_on}”, which is no day before today"
        elif today - day > STALE:
            yield f"helplines: {line.id} was not looked at since {day}"


def _unread(lang: str) -> Iterator[str]:
    found = set(_yaml(files("goldseam.content") / lang))
    yield from (f"{name}: nothing reads this file" for name in sorted(found - FILES.keys()))


def _yaml(folder: Traversable, under: str = "") -> Iterator[str]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _yaml(each, f"{under}{each.name}/")
        elif each.name.endswith(".yaml"):
            yield f"{under}{each.name.removesuffix('.yaml')}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def main() -> int:
    """Say every fault on standard error; 1 if there is one."""
    found = run()
    sys.stderr.write("".join(f"{fault}\n" for fault in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
