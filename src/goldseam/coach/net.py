"""The trained network: what the words of each sentence do, with its neighbours in view.

It runs on this machine, on one thread, from files beside this one, and is loaded when it is first asked. Where these
files, or the two packages that run it, are not installed, there is none, and the coach reads by its rules alone.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from goldseam.coach.pieces import Pieces

log = logging.getLogger(__name__)
FOLDER = Path(__file__).parent / "weights"
LONGEST = 250
"""Tokens that are read at once. A longer draft is read in parts that share a sentence."""
MOST_OF_ONE = 120
"""Tokens of one sentence that are read."""
AT_ONCE = 6
"""Points, and pieces of a mirror, that are laid beside each other at once."""


class Weight(NamedTuple):
    """How much some characters of a sentence speak for a label; offsets are inside the sentence."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Heard:
    """What the network says of one sentence: a logit for each label, and its tokens' weights for each."""

    logits: Any
    tokens: tuple[tuple[int, int], ...]
    weights: Any

    def carried(self, label: int) -> list[Weight]:
        """The tokens, and how much each speaks for this label."""
        return [Weight(a, b, float(w[label])) for (a, b), w in zip(self.tokens, self.weights, strict=True)]


class Whole(NamedTuple):
    """What the network says of a draft as a whole: logits of the three verdicts; of threat and of despair, the most
    that any sentence carries."""

    verdict: tuple[float, ...]
    threat: float
    despair: float


class Laid(NamedTuple):
    """What was said beside a mirror: how far each point is held and whether each piece was added, 0 to 1 each."""

    held: tuple[float, ...]
    added: tuple[float, ...]
    coverage: float


class Net:
    """The network and its tokens. Made by `network()`."""

    def __init__(self, folder: Path) -> None:
        import numpy
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        self._np = numpy
        self._session = onnxruntime.InferenceSession(
            str(folder / "coach.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._pieces = Pieces(folder / "vocabulary.txt")
        self.told: dict[str, Any] = json.loads((folder / "coach.json").read_text("utf-8"))
        self._labels = len(self.told["labels"])
        self._verdicts = len(self.told["verdicts"])
        self._cls, self._sep = (self._pieces.id(each) for each in ("[CLS]", "[SEP]"))

    def read(self, kind: str, sentences: Sequence[str]) -> tuple[list[Heard], Whole]:
        """Each sentence in order, and the draft as a whole: of its parts, what speaks loudest."""
        heard: list[Heard] = []
        wholes: list[Any] = []
        tokens = [self._tokens(sentence) for sentence in sentences]
        for first, scored, last in _parts([len(ids) + 1 for ids, _ in tokens], LONGEST - 4):
            given, whole = self._run([*self._ids(kind), self._sep], tokens[first:last])
            heard += given[scored - first :]
            wholes.append(whole)
        n, heavy = self._verdicts, self._labels + 2
        if not wholes:
            return [], Whole((0.0,) * n, -9.0, -9.0)
        verdict = tuple(float(v) for v in self._np.mean([w[:n] for w in wholes], axis=0))
        threat, despair = (max(float(each.logits[heavy + k]) for each in heard) for k in (0, 1))
        return heard, Whole(verdict, threat, despair)

    def lay(self, points: Sequence[str], pieces: Sequence[str]) -> Laid:
        """What was said beside a mirror of it, turned to the speaker's point of view.

        What is too long to be read at once is laid part by part: a point counts as held if any part of the mirror
        holds it, and a piece as added if nothing that was said is in it.
        """
        if len(points) <= AT_ONCE and len(pieces) <= AT_ONCE:
            return self._lay(points, pieces)
        parts = [
            [self._lay(some, others) for others in _by(pieces, AT_ONCE)] for some in _by(points, AT_ONCE)
        ]
        held = [max(each) for row in parts for each in zip(*(laid.held for laid in row), strict=True)]
        columns = zip(*parts, strict=True)
        added = [
            min(each) for column in columns for each in zip(*(laid.added for laid in column), strict=True)
        ]
        return Laid(tuple(held), tuple(added), sum(held) / len(held))

    def _lay(self, points: Sequence[str], pieces: Sequence[str]) -> Laid:
        mark = [*self._ids("mirror"), self._sep]
        most = (LONGEST - 2 * len(mark) - 1) // (len(points) + len(pieces)) - 1
        tokens = [self._tokens(each, most) for each in (*points, *pieces)]
        heard, whole = self._run(mark, tokens, between=(len(points), mark))
        logits = [each.logits for each in heard]
        held = tuple(self._share(logit[self._labels]) for logit in logits[: len(points)])
        added = tuple(self._share(logit[self._labels + 1]) for logit in logits[len(points) :])
        return Laid(held, added, self._share(whole[self._verdicts]))

    def _share(self, logit: Any) -> float:
        return float(1 / (1 + self._np.exp(-logit)))

    def _ids(self, text: str) -> list[int]:
        return self._pieces.read(text)[0]

    def _tokens(self, text: str, most: int = MOST_OF_ONE) -> tuple[list[int], list[tuple[int, int]]]:
        ids, places = self._pieces.read(text)
        return ids[:most], places[:most]

    def _run(
        self,
        lead: Sequence[int],
        tokens: Sequence[tuple[list[int], list[tuple[int, int]]]],
        between: tuple[int, Sequence[int]] = (-1, ()),
    ) -> tuple[list[Heard], Any]:
        """One reading. What stands before all, then each sentence with a mark after it."""
        np = self._np
        ids = [self._cls, *lead]
        spans: list[tuple[int, int]] = []
        for n, (own, _) in enumerate(tokens):
            if n == between[0]:
                ids += between[1]
            spans.append((len(ids), len(ids) + len(own) + 1))
            ids += [*own, self._sep]
        batch = np.array([ids[:LONGEST]], np.int64)
        each, whole = self._session.run(None, {"ids": batch, "mask": np.ones_like(batch)})
        heard = []
        for (start, end), (_, places) in zip(spans, tokens, strict=True):
            mine = each[0, start : min(end, LONGEST)]
            logits = mine.mean(0) if len(mine) else np.full(each.shape[2], -9.0, np.float32)
            heard.append(Heard(logits, tuple(places[: len(mine)]), mine[: len(places)]))
        return heard, whole[0]


def _by(parts: Sequence[str], many: int) -> list[Sequence[str]]:
    return [parts[at : at + many] for at in range(0, len(parts), many)]


def _parts(sizes: Sequence[int], room: int) -> Iterator[tuple[int, int, int]]:
    """Parts of a draft that fit: where each begins, from which sentence on it is scored, where it ends.

    A part begins with the last sentence of the one before, so that no sentence stands without what led to it.
    """
    first = scored = 0
    while scored < len(sizes):
        last, used = scored, sum(sizes[first:scored])
        while last < len(sizes) and (last == scored or used + sizes[last] <= room):
            used += sizes[last]
            last += 1
        yield first, scored, last
        first, scored = last - 1, last


_LOADING = Lock()


def network() -> Net | None:
    """The network, loaded when it is first asked for. None where it, or what runs it, is not installed or not whole."""
    with _LOADING:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> Net | None:
    if not (FOLDER / "coach.onnx").is_file():
        return None
    try:
        return Net(FOLDER)
    except ImportError:
        return None
    except Exception as fault:  # whatever a damaged file brings about: the rules still read
        log.error("the coach's network is not whole: %s", type(fault).__name__)
        return None
