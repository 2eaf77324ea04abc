"""Hears a draft sentence by sentence: once with the writer's own words only, once with all words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from goldseam.coach.quoting import own_words, quoted_ranges
from goldseam.coach.spelling import Wording, read_tokens, word_up


class Heard(NamedTuple):
    """One sentence twice: what the writer says, and everything that stands there."""

    own: Wording
    all: Wording


def hear(text: str, places: Sequence[tuple[int, int]], limit: int) -> list[Heard]:
    """Every sentence in order; what lies beyond the limit is heard as silence."""
    quoted = bytearray(min(len(text), limit))
    for start, end in quoted_ranges(text[:limit]):
        quoted[start:end] = b"\1" * (end - start)
    return [_hear(text, min(start, limit), min(end, limit), quoted) for start, end in places]


def _hear(text: str, start: int, end: int, quoted: bytearray) -> Heard:
    tokens = read_tokens(text, start, end)
    whole = word_up(tokens, [False] * len(tokens))
    return Heard(own=own_words(tokens, [quoted[token.start] == 1 for token in tokens], whole), all=whole)
