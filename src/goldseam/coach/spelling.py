"""Reads words as they are meant: texting, missing apostrophes and short forms become one plain spelling.

Every plain word remembers where it stood in the text, so what is found in the plain words can be shown in the
writer's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from goldseam.coach.shortforms import (
    AMERICAN,
    AS_YOU_ARE,
    BEFORE_YOUR,
    BETWEEN,
    CLITIC_IS,
    ENDINGS,
    IN_CONTEXT,
    MEANT_AFTER,
    MEANT_BEFORE,
    NOT_FORMS,
    PARTICIPLES,
    SHORT_FORMS,
)

HIDDEN = "¤"
"""Stands in the plain text for words that are not the writer's own."""

_TOKEN = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*|[^\w\s]|_")
_ONE_FORM = str.maketrans("’‘`´$€", "''''££")


class Token(NamedTuple):
    """One written word or mark, with the plain words it stands for."""

    plain: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wording:
    """Plain words, each between single spaces, and the way back to the text."""

    plain: str
    words: frozenset[str]
    _starts: tuple[int, ...]
    _places: tuple[tuple[int, int], ...]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text for a non-empty slice of `plain`."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        return self._places[max(first, 0)][0], self._places[max(last, 0)][1]


def read_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and marks of a slice of the text, in plain spelling; offsets are those of the whole text."""
    stop = len(text) if end is None else end
    found = [
        (m.group().lower().translate(_ONE_FORM), m.start(), m.end())
        for m in _TOKEN.finditer(text, start, stop)
    ]
    raw = [word for word, _, _ in found]
    return [Token(_plain(raw, n), at, to) for n, (_, at, to) in enumerate(found)]


def word_up(tokens: Sequence[Token], hidden: Sequence[bool]) -> Wording:
    """The plain sentence; each run of hidden tokens stands as one mark that no rule can read."""
    parts: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    at = 1
    for n, token in enumerate(tokens):
        if hidden[n] and n and hidden[n - 1]:
            places[-1] = (places[-1][0], token.end)
            continue
        plain = HIDDEN if hidden[n] else token.plain
        parts.append(plain)
        starts.append(at)
        places.append((token.start, token.end))
        at += len(plain) + 1
    plain_text = f" {' '.join(parts)} "
    return Wording(plain_text, frozenset(plain_text.split()), tuple(starts), tuple(places))


def _plain(raw: Sequence[str], n: int) -> str:
    word = raw[n]
    before = raw[n - 1] if n else ""
    following = raw[n + 1] if n + 1 < len(raw) else ""
    if word in IN_CONTEXT:
        return _in_context(word, before, following)
    known = SHORT_FORMS.get(word)
    if known is not None:
        return known
    if "'" in word:
        later = raw[n + 2] if n + 2 < len(raw) else ""
        return _unfold(word, later if following in BETWEEN and later != "have" else following)
    return AMERICAN.get(word, word)


def _in_context(word: str, before: str, following: str) -> str:
    """Spellings that mean two things: the neighbours decide, and in doubt the word stays as it is."""
    if word == "ur":
        being = following in AS_YOU_ARE or following.endswith("ing")
        return "you are" if being and before not in BEFORE_YOUR else "your"
    if word in MEANT_BEFORE and following in MEANT_BEFORE[word][1]:
        return MEANT_BEFORE[word][0]
    if word in MEANT_AFTER and before in MEANT_AFTER[word][1]:
        return MEANT_AFTER[word][0]
    return word


def _unfold(word: str, following: str) -> str:
    if word in NOT_FORMS:
        return NOT_FORMS[word]
    base, _, tail = word.rpartition("'")
    if tail in ENDINGS:
        return f"{base} {ENDINGS[tail]}"
    if tail == "t" and base.endswith("n"):
        return f"{base[:-1]} not"
    if tail == "d":
        had = following in PARTICIPLES or following.endswith("ed")
        return f"{base} had" if had and following != "need" else f"{base} would"
    return f"{base} is" if tail == "s" and base in CLITIC_IS else word
