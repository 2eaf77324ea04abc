"""The mirror check: what somebody said, beside what the listener gave back (METHOD T2).

What was said is split into points, the mirror is turned to the speaker's point of view, and the network reads both at
once: how far each point is held, and what in the mirror was not said. A reading of similarity alone cannot tell "you
want me to stay" from "you do not want me to stay"; this one was trained on such pairs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from goldseam.coach.net import network
from goldseam.coach.perspective import turned
from goldseam.coach.points import split_points

LIMIT = 4_000
"""Characters of each that are read: more than anybody can hold in mind at one turn."""
MOST = 24
"""Points, and pieces of a mirror, that are read."""
HELD, VAGUE = 0.6, 0.3
ADDED = 0.5


class NoNetwork(RuntimeError):
    """What runs the network is not installed here."""


@dataclass(frozen=True, slots=True)
class Mirrored:
    """How far a mirror holds what was said. `coverage` is 0 to 1 and never shown to anybody; the words are slices of
    what was said, and of the mirror for `added`. They stay out of the repr, hence of any log."""

    coverage: float
    missed: tuple[str, ...] = field(repr=False)
    vague: tuple[str, ...] = field(repr=False)
    added: tuple[str, ...] = field(repr=False)


def mirror(said: str, mirror: str) -> Mirrored:
    """Lay a mirror beside what was said. Never raises on any text; raises `NoNetwork` where none is installed.

    Where nothing was said, nothing can be missed: the coverage is 1.
    """
    net = network()
    if net is None:
        raise NoNetwork
    said, mirror = said[:LIMIT], mirror[:LIMIT]
    points = [said[a:b] for a, b in split_points(said)][:MOST]
    pieces = [mirror[a:b] for a, b in split_points(mirror)][:MOST]
    if not points:
        return Mirrored(1.0, (), (), tuple(pieces))
    if not pieces:
        return Mirrored(0.0, tuple(points), (), ())
    laid = net.lay(points, [turned(piece) for piece in pieces])
    weight = net.told["mirror"]["whole"]
    coverage = (1 - weight) * sum(laid.held) / len(points) + weight * laid.coverage
    both = list(zip(points, laid.held, strict=True))
    return Mirrored(
        min(1.0, max(0.0, coverage)),
        tuple(point for point, held in both if held < VAGUE),
        tuple(point for point, held in both if VAGUE <= held < HELD),
        tuple(piece for piece, extra in zip(pieces, laid.added, strict=True) if extra >= ADDED),
    )
