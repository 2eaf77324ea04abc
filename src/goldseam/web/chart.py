"""A line of one person's own answers, drawn with its uncertainty. Numbers and days in, places on the paper out.

What the line means (finding, level, band) is worked out elsewhere; here it is only drawn. Two drawings, for a
phone and for a desk, so that type never scales.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

LEAST_ANSWERS = 10
"""With fewer there is no line: it would say more than is known."""

LOWEST, HIGHEST = 0, 10
PHONE, DESK = 350, 560
LEFT, RIGHT, TOP = 34, 12, 22
APART = 36
"""The least space from the name of a month to the next."""

MARK = 19
"""The least space between two numbered marks."""


class Answer(NamedTuple):
    """What was answered on a day, from 0 to 10."""

    day: date
    value: float


class Level(NamedTuple):
    """The level on a day as best one can tell, and the band in which it is likely to lie."""

    day: date
    low: float
    level: float
    high: float


class Beside(NamedTuple):
    """Something that went along with it. Nobody can tell from a line that it was because of it."""

    day: date
    words: str


class Place(NamedTuple):
    """A point of the drawing, in its own pixels."""

    x: float
    y: float


class Mark(NamedTuple):
    """A numbered mark below the line; `x` is where it belongs, `at` where there is room for it."""

    number: int
    x: float
    at: float


@dataclass(frozen=True)
class Drawing:
    """One chart at one width."""

    width: int
    height: int
    left: int
    right: int
    floor: float
    ticks: list[tuple[float, int]]
    months: list[tuple[float, date]]
    band: str
    edges: str
    line: str
    dots: list[Place]
    now: Place | None
    marks: list[Mark]


@dataclass(frozen=True)
class Trend:
    """What a chart shows. `finding` is its heading; `about` says the same at length, for those who listen."""

    finding: str
    about: str
    question: str
    lowest: str
    highest: str
    answers: Sequence[Answer] = ()
    band: Sequence[Level] = ()
    beside: Sequence[Beside] = ()

    @property
    def early(self) -> bool:
        """Whether it is too early to tell."""
        return len(self.answers) < LEAST_ANSWERS

    @property
    def narrow(self) -> Drawing:
        return draw(self, PHONE, 262)

    @property
    def wide(self) -> Drawing:
        return draw(self, DESK, 300)


def draw(trend: Trend, width: int, height: int) -> Drawing:
    """Put the numbers in their places. Nothing in them is left out or smoothed."""
    first, last = span(trend)
    floor, right = height - 50, width - RIGHT

    def x(day: date) -> float:
        return round(LEFT + 4 + (right - LEFT - 4) * (day - first).days / max(1, (last - first).days), 1)

    def y(value: float) -> float:
        return round(floor - (floor - TOP) * (value - LOWEST) / (HIGHEST - LOWEST), 1)

    high = [Place(x(each.day), y(each.high)) for each in trend.band]
    low = [Place(x(each.day), y(each.low)) for each in trend.band]
    level = [Place(x(each.day), y(each.level)) for each in trend.band]
    return Drawing(
        width=width,
        height=height,
        left=LEFT,
        right=right,
        floor=floor,
        ticks=[(y(value), value) for value in (HIGHEST, 5, LOWEST)],
        months=spaced([(x(day), day) for day in months(first, last)]),
        band=f"{path([*high, *reversed(low)])}Z" if level else "",
        edges=path(high) + path(low),
        line=path(level),
        dots=[Place(x(each.day), y(each.value)) for each in trend.answers],
        now=level[-1] if level else None,
        marks=list(marks([x(each.day) for each in trend.beside], right)),
    )


def span(trend: Trend) -> tuple[date, date]:
    """The first and the last day of anything in it."""
    days = [each.day for part in (trend.answers, trend.band, trend.beside) for each in part]
    return min(days), max(days)


def path(places: Sequence[Place]) -> str:
    """A line through these places."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in places) if places else ""


def months(first: date, last: date) -> Iterator[date]:
    """The day on which each month begins within these days, the first month from its first day here."""
    while first <= last:
        yield first
        first = (first.replace(day=1) + timedelta(days=32)).replace(day=1)


def spaced(names: list[tuple[float, date]]) -> list[tuple[float, date]]:
    """Those names of months for which there is room. The last few days of a month do not need its name."""
    if len(names) > 1 and names[1][0] - names[0][0] < APART:
        names = names[1:]
    gap = min((after[0] - before[0] for before, after in pairwise(names)), default=APART)
    return names[:: max(1, -int(-APART // max(gap, 1)))]


def marks(places: Sequence[float], right: float) -> Iterator[Mark]:
    """The numbered marks, moved aside where they would lie on each other, and never past the edge."""
    furthest = [right - MARK * (len(places) - 1 - n) for n in range(len(places))]
    at = float("-inf")
    for number, x in enumerate(places, start=1):
        at = min(max(x, at + MARK), furthest[number - 1])
        yield Mark(number, x, at)
