"""An open page made ready to be shown: its ways resolved to addresses, its calls to numbers. No vault, no database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils.http import urlencode

from goldseam.content import words
from goldseam.content.kinds import Country, Line, Page, Section, Way


class Shown(NamedTuple):
    """A way on, as a row."""

    url: str
    title: str
    line: str


class Calls(NamedTuple):
    """Numbers under one heading; each with the name of its country where several are mixed."""

    heading: str
    lines: list[tuple[Line, str]]


class Danger(NamedTuple):
    """A number for danger, and where it is answered."""

    number: str
    places: str


class Part(NamedTuple):
    """A section with everything that it shows."""

    section: Section
    calls: list[Calls]
    emergency: list[Danger]
    ways: list[Shown]


class CountryCalls(NamedTuple):
    """All numbers of one country."""

    country: Country
    calls: list[Calls]


def parts(page: Page, *, signed_in: bool) -> list[Part]:
    """The sections of a page, ready to be shown."""
    return [
        Part(
            section,
            [_near(topic) for topic in section.calls],
            danger() if section.emergency else [],
            ways(section.ways, signed_in=signed_in),
        )
        for section in page.sections
    ]


def ways(these: Iterable[Way], *, signed_in: bool) -> list[Shown]:
    """Ways on, with their addresses."""
    return [Shown(address(way.to, signed_in=signed_in), way.title, way.line) for way in these]


def address(to: str, *, signed_in: bool) -> str:
    """Where a way leads: "help", "help:slug", "door:slug", or "write", which is the journal after a start."""
    room, _, slug = to.partition(":")
    if room == "help":
        return reverse("help:page", args=[slug]) if slug else reverse("help:index")
    if room == "door":
        return reverse("journey:door", args=[slug])
    journal = reverse("journal:index")
    return journal if signed_in else f"{reverse('accounts:sign_up')}?{urlencode({'next': journal})}"


def danger() -> list[Danger]:
    """The first numbers for danger, each with every place that answers it."""
    places: dict[str, list[str]] = {}
    for country in words().helplines.countries:
        if country.near:
            places.setdefault(country.emergency[0], []).append(country.near)
    return [Danger(number, ", ".join(names)) for number, names in places.items()]


def by_country() -> list[CountryCalls]:
    """Every number, by country and then by what it is for."""
    countries = sorted(words().helplines.countries, key=lambda country: country.name)
    return [CountryCalls(country, _all(country.code)) for country in countries]


def _all(code: str) -> list[Calls]:
    lines = words().helplines
    groups = (
        Calls(
            heading, [(line, "") for line in lines.lines if line.country == code and line.topics[0] == topic]
        )
        for topic, heading in lines.topics.items()
    )
    return [group for group in groups if group.lines]


def _near(topic: str) -> Calls:
    lines = words().helplines
    names = {country.code: country.name for country in lines.countries}
    found = [(line, names[line.country]) for line in lines.lines if line.near and topic in line.topics]
    return Calls(lines.topics[topic], found)
