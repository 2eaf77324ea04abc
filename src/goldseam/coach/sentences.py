"""Splits what people write into sentences, with exact offsets.

Tolerant: texting without capitals, line breaks for full stops, "?!", "...", closing quotes. In doubt it does not
split, because a rule reads better with too much before it than with half a thought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BREAK = re.compile(r"[\r\n\u2028\u2029][\s\u2028\u2029]*+")
WRAPPED = 45
"""A line at least this long that ends in the middle of a thought was broken by a margin, not by the writer."""
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+(?=\s|$)")
_ABBREVIATIONS = _words("mr mrs ms dr prof e.g i.e eg vs approx etc a.m p.m")
_WORD_BEFORE = re.compile(r"[\w.]{1,8}$")

RUN_ON = 9
"""Words without any mark after which a texted line may break before a new beginning."""

_BEGINNING = re.compile(
    r"(?<=\s)(?:(?:i[’']?\s?a?m\s)?(?:so |really |truly )?(?:sorry|sry|soz)|my (?:fault|bad)|but"
    r"|what (?:would|can|could)|can (?:we|u|you)|pls|plz|please)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[,.;:!?…—–-]")
_HOLDS_ON = _words(
    "am im i'm so really very be say said says saying are being truly a the is not was feel and or that too just"
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence starts and ends. Slices are never blank, never overlap, and go in order."""
    found: list[tuple[int, int]] = []
    for start, end in _lines(text):
        for begin, stop in _within_line(text, start, end):
            found.extend(_trimmed(text, *piece) for piece in _run_on(text, begin, stop))
    return [(start, end) for start, end in found if start < end]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    begin = line = 0
    for gap in _BREAK.finditer(text):
        wrapped = gap.start() - line >= WRAPPED and gap.group().count("\n") <= 1 and _unfinished(text, gap)
        line = gap.end()
        if not wrapped:
            yield begin, gap.start()
            begin = gap.end()
    yield begin, len(text)


def _unfinished(text: str, gap: re.Match[str]) -> bool:
    before, after = text[max(0, gap.start() - 2) : gap.start()], text[gap.end() : gap.end() + 1]
    return not set(before) & set(".!?…:") and (after.islower() or after == "I" or before.endswith(","))


def _within_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _goes_on(text, stop):
            continue
        yield begin, stop.end()
        begin = stop.end()
    yield begin, end


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    marks = stop.group()
    after = text[stop.end() : stop.end() + 3].lstrip()[:1]
    if marks.startswith(("..", "…")):
        return after.islower() or text[stop.start() - 1 : stop.start()].isspace()
    if marks[0] in "!?" and marks[-1] not in "!?":
        return after.islower()  # "Why?" she said
    if marks != ".":
        return False
    before = _WORD_BEFORE.search(text, max(0, stop.start() - 8), stop.start())
    return before is not None and before.group().lower() in _ABBREVIATIONS


def _run_on(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A long line without any mark is several sentences; break where a new one plainly begins."""
    piece = text[start:end]
    if _MARK.search(piece.rstrip(".!?… ")) or piece.count(" ") < RUN_ON:
        yield start, end
        return
    begin = start
    for match in _BEGINNING.finditer(text, start, end):
        before = text[max(begin, match.start() - 60) : match.start()].split()
        if len(before) < 2 or before[-1].lower() in _HOLDS_ON:
            continue
        yield begin, match.start()
        begin = match.start()
    yield begin, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
