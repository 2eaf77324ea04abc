"""How the seams of a couple's bowl run, on its wall unrolled: across the angle, downwards the depth.

A pure function of the couple's id and the repairs' ids in their order. Each seam is grown from those ids and from the
seams before it, and from nothing that comes later, so an old seam never changes its course. Its shape says nothing
about what was mended.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

AROUND = 118.0
"""Units of the unrolled wall for each radian around the bowl."""

TURN = AROUND * math.tau
DEEP = 170.0
"""The unrolled wall from the rim (0) to the foot."""

CANDIDATES = 9
LONGEST = 40
FAR = 80.0
"""Farther apart than this is no better."""

CELLS = 37
CELL = TURN / CELLS


class Point(NamedTuple):
    """A place on the unrolled wall."""

    x: float
    y: float


Line = tuple[Point, ...]
Seen = Callable[[Line], float]
"""How much of a line shows in the drawing."""


class Course(StrEnum):
    """The ways in which a wall cracks."""

    DOWN = "from the rim to the foot"
    ARC = "in a bow back to the rim"
    HAIR = "a fine line"


class Seam(NamedTuple):
    """One mended crack: its way, perhaps a branch, and whether it begins on an older one."""

    course: Course
    trunk: Line
    branch: Line = ()
    joins: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        return (self.trunk, self.branch) if self.branch else (self.trunk,)


class Chance:
    """Numbers that look like chance and are the same each time: SHA-256 of what is given."""

    def __init__(self, *said: str) -> None:
        self._seed = hashlib.sha256("\0".join(said).encode()).digest()
        self._next = 0

    def draw(self) -> float:
        """From 0 up to 1."""
        block = hashlib.sha256(self._seed + self._next.to_bytes(4, "big")).digest()
        self._next += 1
        return int.from_bytes(block[:7], "big") / 2**56

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self.draw()

    def side(self) -> float:
        """-1 or 1."""
        return math.copysign(1.0, self.draw() - 0.5)


class Wall:
    """The wall with the seams so far, by cells, so that what is near is found fast."""

    def __init__(self) -> None:
        self._cells: dict[int, list[tuple[Point, Point]]] = defaultdict(list)
        self._points: dict[int, list[Point]] = defaultdict(list)
        self.points: list[Point] = []

    def add(self, seam: Seam) -> None:
        for line in seam.lines:
            self.points += line
            for point in line:
                self._points[math.floor(point.x / CELL) % CELLS].append(point)
            for start, end in pairwise(line):
                for cell in _cells(start, end):
                    self._cells[cell].append((start, end))

    def crossing(self, start: Point, end: Point) -> Point | None:
        """Where a step first meets an older seam."""
        near = (old for cell in _cells(start, end) for old in self._cells[cell])
        met = [share for old in near if (share := _meeting(start, end, *old)) is not None]
        if not met:
            return None
        share = min(met)
        return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)

    def distance(self, point: Point) -> float:
        """How far the next older seam is; no more than FAR."""
        cells = range(math.floor((point.x - FAR) / CELL), math.floor((point.x + FAR) / CELL) + 2)
        near = (old for cell in cells for old in self._points[cell % CELLS])
        return min((math.dist(point, _beside(old, point)) for old in near), default=FAR)


def _cells(start: Point, end: Point) -> Iterator[int]:
    low, high = sorted((start.x, end.x))
    return (cell % CELLS for cell in range(math.floor(low / CELL), math.floor(high / CELL) + 1))


def _beside(old: Point, point: Point) -> Point:
    """The same place on the wall, counted from where `point` is: the wall goes round."""
    return Point(point.x + (old.x - point.x + TURN / 2) % TURN - TURN / 2, old.y)


def _meeting(a: Point, b: Point, c: Point, d: Point) -> float | None:
    """How far along ab it meets cd, from 0 to 1."""
    first = _beside(c, a)
    second = Point(first.x + d.x - c.x, d.y)
    across = (b.x - a.x) * (second.y - first.y) - (b.y - a.y) * (second.x - first.x)
    if abs(across) < 1e-9:
        return None
    gap_x, gap_y = first.x - a.x, first.y - a.y
    share = (gap_x * (second.y - first.y) - gap_y * (second.x - first.x)) / across
    other = (gap_x * (b.y - a.y) - gap_y * (b.x - a.x)) / across
    return share if 0 <= share <= 1 and 0 <= other <= 1 else None


def seams(couple: str, repairs: Sequence[str], seen: Seen) -> list[Seam]:
    """The seams of these repairs, in their order. Of nine ways each takes the one that shows, and far from others."""
    wall, grown = Wall(), []
    for repair in repairs:
        ways = [grow(Chance(couple, repair, str(number)), wall) for number in range(CANDIDATES)]
        best = max(ways, key=lambda way: _worth(way, wall, seen))
        wall.add(best)
        grown.append(best)
    return grown


def _worth(seam: Seam, wall: Wall, seen: Seen) -> float:
    apart = [min(FAR, wall.distance(point)) for point in seam.trunk[1::3]] or [0.0]
    shows = min(1.0, sum(map(seen, seam.lines)) / 170)
    return shows + 1.2 * sum(apart) / len(apart) / FAR


def grow(chance: Chance, wall: Wall) -> Seam:
    """One way a crack could run. A third of them begin on an older seam, the others at the rim."""
    course = _course(chance.draw())
    inner = [point for point in wall.points if 15 < point.y < DEEP - 25]
    joins = bool(inner) and chance.draw() < 1 / 3
    start = inner[int(chance.draw() * len(inner))] if joins else Point(chance.between(0, TURN), 0.0)
    side = chance.side()
    trunk = _trunk(chance, wall, start, course, side)
    branch: Line = ()
    if len(trunk) > 6 and chance.draw() < 0.4:
        at = int(chance.between(0.3, 0.7) * len(trunk))
        heading = math.atan2(trunk[at].y - trunk[at - 1].y, trunk[at].x - trunk[at - 1].x)
        steps = int(chance.between(3, 9))
        branch = _run(chance, wall, trunk[at], heading + chance.side() * chance.between(0.6, 1.0), steps, 0)
    return Seam(course, trunk, branch if len(branch) > 2 else (), joins)


def _course(drawn: float) -> Course:
    return Course.DOWN if drawn < 0.55 else Course.ARC if drawn < 0.8 else Course.HAIR


def _trunk(chance: Chance, wall: Wall, start: Point, course: Course, side: float) -> Line:
    down = math.pi / 2
    if course is Course.ARC:
        return _run(chance, wall, start, down + side * 0.5, LONGEST, -side * chance.between(0.08, 0.13))
    if course is Course.HAIR:
        return _run(chance, wall, start, down + side * chance.between(0, 0.7), int(chance.between(5, 9)), 0)
    return _run(chance, wall, start, down + side * chance.between(0, 0.6), LONGEST, 0)


def _run(chance: Chance, wall: Wall, start: Point, heading: float, steps: int, bend: float) -> Line:
    """Step by step, with slight turns and rare kinks, until an older seam, the rim or the foot."""
    line = [start]
    for number in range(steps):
        heading += bend + chance.between(-0.2, 0.2)
        if not bend:
            heading += (math.pi / 2 - heading) * 0.07
        if chance.draw() < 0.07:
            heading += chance.side() * chance.between(0.45, 0.8)
        length = chance.between(8, 13)
        at = line[-1]
        there = Point(at.x + length * math.cos(heading), at.y + length * math.sin(heading))
        met = wall.crossing(at, there) if number else None
        end = met or _edge(at, there)
        line.append(end or there)
        if end:
            break
    return tuple(Point(round(x, 2), round(y, 2)) for x, y in line)


def _edge(at: Point, there: Point) -> Point | None:
    """Where a step reaches the rim or the foot."""
    for edge in (0.0, DEEP):
        if there.y <= edge < at.y or at.y < edge <= there.y:
            share = (edge - at.y) / (there.y - at.y)
            return Point(at.x + (there.x - at.x) * share, edge)
    return None
