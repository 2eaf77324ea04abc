"""Pairs of what was said and what was given back: as written, and made by turning and spoiling other drafts.

The same network reads a pair at once: `[CLS] mirror [SEP] point [SEP] … mirror [SEP] piece [SEP] …`, the mirror turned
to the speaker's point of view. For every point it says how far it is held, for every piece of the mirror whether it
was added, and for the whole what share is held.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import HERE, Draft

sys.path.insert(0, str(HERE.parent / "src"))

from goldseam.coach.perspective import turned
from goldseam.coach.points import split_points

NOT_KNOWN = -1.0


@dataclass(frozen=True)
class Pair:
    """Points and pieces as they are read, and what is right: `held` 0, 0.5, 1; `added` 0 or 1; -1 where unknown."""

    id: str
    points: tuple[str, ...]
    pieces: tuple[str, ...]
    held: tuple[float, ...]
    added: tuple[float, ...]
    coverage: float
    kind: str = ""


def written() -> list[Pair]:
    """Every pair that was written by hand."""
    return [
        as_pair(json.loads(line))
        for file in sorted((HERE / "mirrors").glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]


def as_pair(line: dict[str, object]) -> Pair:
    """A line of the data, split as the coach splits, its answers laid onto the pieces by the words they share."""
    said, mirror = str(line["said"]), str(line["mirror"])
    points = [said[a:b] for a, b in split_points(said)]
    pieces = [mirror[a:b] for a, b in split_points(mirror)]
    missed, vague, extra = (list(line.get(name) or []) for name in ("missed", "vague", "added"))  # type: ignore[call-overload]
    told = line.get("points")
    answers = [str(p[0]) for p in told] if isinstance(told, list) else [*missed, *vague]
    held = [_held(point, answers, missed, vague) if answers else 1.0 for point in points]
    added = [1.0 if any(_share(e, piece) >= 0.5 for e in extra) else 0.0 for piece in pieces]
    if extra and not any(added):
        added = [NOT_KNOWN] * len(pieces)
    return Pair(
        str(line["id"]), tuple(points), tuple(turned(p) for p in pieces), tuple(held), tuple(added),
        float(line["coverage"]), str(line.get("kind", "")),  # type: ignore[arg-type]
    )  # fmt: skip


_COMMON = set(
    re.findall(
        r"\w+", "a an the to of and i you me my your it is that in on for at we us be was were am are so"
    )
)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))) - _COMMON


def _share(part: str, whole: str) -> float:
    words = _words(part)
    return len(words & _words(whole)) / len(words) if words else 0.0


def _held(point: str, answers: Sequence[str], missed: Sequence[str], vague: Sequence[str]) -> float:
    near = [a for a in answers if _share(a, point) >= 0.4 or _share(point, a) >= 0.5]
    if not near:
        return NOT_KNOWN
    values = [0.0 if a in missed else 0.5 if a in vague else 1.0 for a in near]
    return sum(values) / len(values)


_FLIPS = [
    (re.compile(rf"\b{a}\b", re.IGNORECASE), b)
    for a, b in (
        ("don't", "do"), ("didn't", "did"), ("wasn't", "was"), ("isn't", "is"), ("can't", "can"), ("won't", "will"),
        ("never", "always"), ("not ", ""), ("I want", "I don't want"), ("I need", "I don't need"),
        ("I was", "I was not"), ("I felt", "I did not feel"), ("you were", "you were not"), ("I am", "I am not"),
        ("I'm", "I'm not"),
        ("I feel", "I don't feel"), ("please", "please don't"), ("you are", "you are not"), ("it was", "it was not"),
        ("is", "is not"), ("was", "was not"), ("were", "were not"), ("can", "cannot"), ("will", "will not"),
    )
]  # fmt: skip
_NUMBERS = ["two", "three", "four", "five", "six", "seven", "ten", "twelve", "twenty", "fifty"]
_WHEN = [
    "Monday",
    "Tuesday",
    "Friday",
    "Saturday",
    "Sunday",
    "March",
    "June",
    "October",
    "last year",
    "yesterday",
]
_OPENINGS = [
    "What I heard is that ",
    "So ",
    "You're saying that ",
    "If I got it right, ",
    "I heard that ",
    "",
    "",
    "",
]


def _spoilt(piece: str, dice: random.Random) -> str | None:
    """The same words saying something else."""
    ways = [lambda: _flipped(piece), lambda: _numbered(piece, dice), lambda: _crossed(piece)]
    dice.shuffle(ways)
    return next((new for way in ways if (new := way()) and new != piece), None)


def _flipped(piece: str) -> str | None:
    return next((find.sub(put, piece, count=1) for find, put in _FLIPS if find.search(piece)), None)


def _numbered(piece: str, dice: random.Random) -> str | None:
    for many in (_NUMBERS, _WHEN):
        for each in many:
            if re.search(rf"\b{each}\b", piece, re.IGNORECASE):
                other = dice.choice([o for o in many if o != each])
                return re.sub(rf"\b{each}\b", other, piece, flags=re.IGNORECASE)
    found = re.search(r"\b\d+\b", piece)
    return (
        piece[: found.start()] + str(int(found.group()[:6]) * 2 + 1) + piece[found.end() :] if found else None
    )


def _crossed(piece: str) -> str | None:
    """Who did it to whom, the wrong way round."""
    new = turned(piece)
    return new if new.lower() != piece.lower() else None


def made(drafts: Sequence[Draft], many: int, dice: random.Random) -> list[Pair]:
    """Pairs out of drafts: points kept, dropped, or turned into something else; pieces from elsewhere added."""
    able = [d for d in drafts if 2 <= len(d.sentences) <= 6]
    pairs: list[Pair] = []
    while len(pairs) < many:
        draft, other = dice.choice(able), dice.choice(able)
        said = " ".join(s if s.rstrip()[-1:] in ".!?" else s + "." for s in draft.sentences)
        points = [said[a:b] for a, b in split_points(said)][:6]
        pieces: list[tuple[str, float]] = []
        held: list[float] = []
        rather = dice.choice([(0.9, 0.05), (0.5, 0.4), (0.5, 0.1), (0.2, 0.7), (0.3, 0.3)])
        for point in points:
            what = dice.random()
            bad = None if what < sum(rather) else _spoilt(point, dice)
            if what < rather[0]:
                pieces.append((point, 0.0))
                held.append(1.0)
            elif bad:
                pieces.append((bad, 1.0))
                held.append(0.0)
            else:
                held.append(0.0)
        if dice.random() < 0.25 or not pieces:
            pieces.append((dice.choice(other.sentences), 1.0))
        if dice.random() < 0.3:
            dice.shuffle(pieces)
        first, *rest = [piece for piece, _ in pieces]
        texts = [dice.choice(_OPENINGS) + first, *rest]
        pairs.append(
            Pair(
                f"made-{len(pairs)}",
                tuple(points),
                tuple(texts),
                tuple(held),
                tuple(a for _, a in pieces),
                sum(held) / len(held),
                "made",
            )
        )
    return pairs


def examples(file: Path) -> list[Pair]:
    """Pairs by others, in the same form."""
    return [as_pair(json.loads(line)) for line in file.read_text("utf-8").splitlines()]
