"""The couple's own bowl, drawn: every repair that both call done is a seam of gold.

A pure function of the couple's id and the repairs' ids in their order. No cracks are drawn, only seams, and nothing is
counted. What comes out are the paths of a drawing in 400 by 300 units, and the places in which seams show, for words.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from goldseam.core.seams import AROUND, DEEP, Chance, Line, Point, Seam, seams

MIDDLE, RIM_AT = 200.0, 102.0
WAIST = 2.15
THICK = 0.963
"""The inner wall, as a share of the outer one."""

BROAD, FINE = 3.6, 2.2
PLACES = ("front", "left", "right", "inside")
Spot = tuple[float, float]


class Shape(NamedTuple):
    """What is this couple's own about the bowl itself."""

    rim: float
    tilt: float
    depth: float
    foot: float
    waves: tuple[tuple[int, float, float], ...]
    runs: tuple[tuple[int, float, float], ...]

    def radius(self, angle: float, deep: float) -> float:
        plain = self.foot + (self.rim - self.foot) * math.sqrt(max(0.0, 1 - deep**WAIST))
        return plain * (1 + (1 - deep) * _sum(self.waves, angle))

    def faces(self, deep: float) -> float:
        """How far round to the front the outer wall must be, as a sine, to be seen at this depth. Above 1: never."""
        if deep <= 0:
            return 0.0
        left = max(1e-9, 1 - deep**WAIST)
        slope = (self.rim - self.foot) * WAIST / 2 * math.pow(deep, WAIST - 1) / math.sqrt(left)
        return slope * self.tilt / self.depth

    def place(self, angle: float, deep: float, inner: bool = False) -> Spot:
        """Where a point of the wall is in the drawing."""
        wide = self.radius(angle, deep) * (THICK if inner else 1)
        return (
            MIDDLE + wide * math.cos(angle),
            RIM_AT + self.depth * deep + self.tilt * wide * math.sin(angle),
        )

    def shows(self, angle: float, deep: float, inner: bool) -> bool:
        """Whether the outer wall (or the inner one) is seen there."""
        if not inner:
            return math.sin(angle) > self.faces(deep)
        x, y = self.place(angle, deep, inner=True)
        wide = self.rim * THICK
        return (
            math.sin(angle) < 0.1 and math.hypot((x - MIDDLE) / wide, (y - RIM_AT) / (wide * self.tilt)) <= 1
        )


class Bowl(NamedTuple):
    """The paths of one bowl. `name` is its own, for what a page needs names for; `places` tell where seams show."""

    name: str
    body: str
    glaze: str
    glaze_edge: str
    foot: str
    lip: str
    mouth: str
    outside: str
    inside: str
    on_rim: str
    plain_outside: str
    plain_inside: str
    places: tuple[str, ...]
    seams: tuple[Seam, ...]


def shape_of(couple: str) -> Shape:
    """The shape of a couple's bowl, before and after every repair."""
    chance = Chance(couple, "shape")
    return Shape(
        rim=chance.between(147, 155),
        tilt=chance.between(0.30, 0.335),
        depth=chance.between(140, 151),
        foot=chance.between(52, 60),
        waves=tuple((n, chance.between(0, 0.003), chance.between(0, math.tau)) for n in (2, 3, 5)),
        runs=tuple((n, chance.between(0.004, 0.014), chance.between(0, math.tau)) for n in (2, 3, 7)),
    )


def bowl(couple: str, repairs: Sequence[str]) -> Bowl:
    """Draw the bowl of this couple with a seam for each repair."""
    shape = shape_of(couple)
    grown = seams(couple, repairs, lambda line: _shown_length(shape, line))
    edge = _glaze_edge(shape)
    lines = [line for seam in grown for line in seam.lines]
    outer, inner = ([*_runs(shape, lines, inside)] for inside in (False, True))
    return Bowl(
        name=f"b{hashlib.sha256(' '.join((couple, *repairs)).encode()).hexdigest()[:8]}",
        body=_path(_outline(shape), close=True),
        glaze=_path([(0, 0), (0, edge[0][1]), *edge, (400, edge[-1][1]), (400, 0)], close=True),
        glaze_edge=_path(edge),
        foot=_foot(shape),
        lip=_path([*_ring(shape, inner=False)], close=True),
        mouth=_path([*_ring(shape, inner=True)], close=True),
        outside="".join(map(_ribbon, outer)),
        inside="".join(map(_ribbon, inner)),
        on_rim="".join(_over_the_rim(shape, lines)),
        plain_outside="".join(_path(run[::2] + run[-1:]) for run in outer),
        plain_inside="".join(_path(run[::2] + run[-1:]) for run in inner),
        places=_places(outer, inner),
        seams=tuple(grown),
    )


def _sum(waves: tuple[tuple[int, float, float], ...], angle: float) -> float:
    return sum(height * math.sin(times * angle + at) for times, height, at in waves)


def _angles(low: float, high: float, count: int) -> Iterator[float]:
    return (low + (high - low) * number / (count - 1) for number in range(count))


def _outline(shape: Shape) -> list[Spot]:
    """The edge of the outer wall as one sees it, from the rim on the right round below to the rim on the left."""
    right: list[Spot] = []
    for deep in (number / 60 for number in range(61)):
        sine = shape.faces(deep)
        if sine >= 1:
            break
        right.append(shape.place(math.asin(sine), deep))
    left = [
        shape.place(math.pi - math.asin(shape.faces(n / 60)), n / 60) for n in reversed(range(len(right)))
    ]
    return right + left


def _glaze_edge(shape: Shape) -> list[Spot]:
    """Where the glaze ends, unevenly, from left to right; below it is bare clay."""
    line = [(angle, 0.8 + _sum(shape.runs, angle)) for angle in _angles(math.pi, 0, 49)]
    return [shape.place(angle, deep) for angle, deep in line if math.sin(angle) > shape.faces(deep) * 0.9]


def _foot(shape: Shape) -> str:
    top, wide = RIM_AT + shape.depth * 0.94, shape.foot
    low, flat = top + 18, wide * shape.tilt
    points = (
        MIDDLE - wide - 3,
        top,
        MIDDLE - wide,
        low,
        wide,
        flat,
        MIDDLE + wide,
        low,
        MIDDLE + wide + 3,
        top,
    )
    return "M{:.1f} {:.1f}L{:.1f} {:.1f}A{:.1f} {:.1f} 0 0 0 {:.1f} {:.1f}L{:.1f} {:.1f}Z".format(*points)


def _ring(shape: Shape, inner: bool) -> Iterator[Spot]:
    return (shape.place(angle, 0, inner) for angle in _angles(0, math.tau, 57))


def _polar(point: Point) -> tuple[float, float]:
    """The angle and the depth of a point of the unrolled wall."""
    return point.x / AROUND, min(1.0, max(0.0, point.y / DEEP))


def _finer(line: Line) -> Iterator[Point]:
    """The same line with a point between each two, so that it bends with the wall."""
    for start, end in pairwise(line):
        yield start
        yield Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    yield line[-1]


def _runs(shape: Shape, lines: Iterable[Line], inner: bool) -> Iterator[list[Spot]]:
    """The pieces of these lines that show, outside or inside."""
    for line in lines:
        run: list[Spot] = []
        for angle, deep in map(_polar, _finer(line)):
            if shape.shows(angle, deep, inner):
                run.append(shape.place(angle, deep, inner))
                continue
            if len(run) > 1:
                yield run
            run = []
        if len(run) > 1:
            yield run


def _shown_length(shape: Shape, line: Line) -> float:
    runs = (run for inner in (False, True) for run in _runs(shape, [line], inner))
    return sum(math.dist(*step) for run in runs for step in pairwise(run))


def _ribbon(run: list[Spot]) -> str:
    """A line of gold: broad where it begins and fine where it ends, uneven, with a bead at each end."""
    chance = Chance(*(f"{x:.1f} {y:.1f}" for x, y in (run[0], run[-1])))
    sides: tuple[list[Spot], list[Spot]] = ([], [])
    for number, (x, y) in enumerate(run):
        before, after = run[max(0, number - 1)], run[min(len(run) - 1, number + 1)]
        long = math.dist(before, after) or 1.0
        half = (BROAD + (FINE - BROAD) * number / len(run)) / 2 * chance.between(0.78, 1.2)
        across = (-(after[1] - before[1]) / long * half, (after[0] - before[0]) / long * half)
        sides[0].append((x + across[0], y + across[1]))
        sides[1].append((x - across[0], y - across[1]))
    beads = _bead(run[0], BROAD * 0.52) + _bead(run[-1], FINE * 0.55)
    return _path([*sides[0], *reversed(sides[1])], close=True) + beads


def _bead(at: Spot, size: float) -> str:
    across = 2 * size
    return (
        f"M{at[0] - size:.1f} {at[1]:.1f}a{size:.1f} {size:.1f} 0 1 0 {across:.1f} 0"
        f"a{size:.1f} {size:.1f} 0 1 0 {-across:.1f} 0Z"
    )


def _over_the_rim(shape: Shape, lines: Iterable[Line]) -> Iterator[str]:
    """A seam that reaches the rim goes over it."""
    for end in (end for line in lines for end in (line[0], line[-1])):
        if end.y == 0:
            angle = end.x / AROUND
            yield _path([shape.place(angle, 0), shape.place(angle, 0, inner=True)])


def _places(outer: list[list[Spot]], inner: list[list[Spot]]) -> tuple[str, ...]:
    """Where seams show, each place once and in one order: nothing in it can be counted."""
    found = {"inside"} if inner else set()
    for run in outer:
        x = sum(at for at, _ in run) / len(run) - MIDDLE
        found.add("left" if x < -60 else "right" if x > 60 else "front")
    return tuple(place for place in PLACES if place in found)


def _path(spots: Sequence[Spot], close: bool = False) -> str:
    """A line through these places: the first as it is, each further one from the one before, in tenths."""
    if not spots:
        return ""
    tenths = [(round(x * 10), round(y * 10)) for x, y in spots]
    steps = "".join(
        f"l{_short(after[0] - before[0])} {_short(after[1] - before[1])}"
        for before, after in pairwise(tenths)
        if after != before
    )
    return f"M{_short(tenths[0][0])} {_short(tenths[0][1])}{steps}{'z' if close else ''}"


def _short(tenths: int) -> str:
    """Tenths as a decimal, as short as can be."""
    return f"{tenths / 10:g}"
