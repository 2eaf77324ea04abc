"""A small language for phrases: readable in a table, safe when compiled.

    i am (so|very) sorry [that] you ..2 feel

    word       that plain word              (a|b c)   one of these
    word*      a word that begins so        [a|b]     one of these, or nothing
    *ing       a word that ends so          @NAME     a list from the lexicon
    *          any one word                 ..3       up to three words between
    #          a number                     ~         before words that are not the writer's own
    !NAME      not before a word of that list        /         where the clause ends: a mark, or the end
    ^          start of the sentence (small words like "well" and "and" may come first)
    $          end of the sentence (marks may follow)

Every repetition is bounded, so a compiled phrase takes time in proportion to the text, whatever is in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from goldseam.coach.lexicon import LISTS
from goldseam.coach.spelling import HIDDEN, Wording

_ITEM = re.compile(r"[()\[\]|]|\.\.\d+|[^\s()\[\]|]+")
_FILLERS = (
    "and|so|well|oh|look|ok|yes|yeah|no|honestly|listen|but|then|babe|love|darling|hey|hi|now|because|,|-|"
    "\\.|…"
)
_WORD = rf"[^ .!?;{HIDDEN}]+ "

_SPECIAL = {
    "^": rf"(?<=\A )(?:(?:{_FILLERS}) ){{0,3}}",
    "$": r"(?:[^a-z0-9¤ ]{1,3} ){0,6}\Z",
    "*": _WORD,
    "#": r"[0-9][^ ]{0,12} ",
    "~": rf"(?={HIDDEN})",
    "/": r"(?=[.,!?;:…—–-] |\Z)",
}

_FREQUENT = frozenset(LISTS["FREQUENT"].split("|"))


OFTEN = 12
"""How often one phrase is looked for in one sentence. A sentence that says a thing twelve times has said it."""


class Piece(NamedTuple):
    """A part of a phrase: its pattern, and sets of words of which each must have one in any text that it matches."""

    pattern: str
    needs: tuple[frozenset[str], ...]


class Probe:
    """A phrase ready to look for. Its pattern is compiled when it is first needed, because most never are."""

    __slots__ = ("_pattern", "_regex", "cues", "needs")

    def __init__(self, piece: Piece) -> None:
        rarest_first = sorted(piece.needs, key=_cost)
        self.cues = rarest_first[0] if rarest_first else frozenset()
        self.needs = tuple(rarest_first[1:4])
        self._pattern = rf"(?<= ){piece.pattern}"
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        if self._regex is None:
            self._regex = re.compile(self._pattern)
        return self._regex

    def may_stand_in(self, words: frozenset[str]) -> bool:
        """Whether every word that the phrase cannot do without is there."""
        return not any(map(words.isdisjoint, self.needs))


@lru_cache(maxsize=4096)
def compile_phrase(phrase: str) -> Probe:
    """The phrase as a probe on plain wording. ValueError where the phrase does not read."""
    items = _ITEM.findall(phrase)
    piece, rest = _choice(items, 0)
    if rest != len(items):
        raise ValueError(f"unbalanced phrase: {phrase!r}")
    return Probe(piece)


def index_phrase(phrase: str) -> Probe:
    """The phrase as a probe that can be found by its rarest words. ValueError where it has none."""
    probe = compile_phrase(phrase)
    if not probe.cues:
        raise ValueError(f"a phrase needs a word that must stand: {phrase!r}")
    return probe


class Phrases:
    """Many phrases at once: only those whose rarest words stand in the sentence are looked for."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_cue: dict[str, list[Probe]] = {}
        for phrase in phrases:
            probe = index_phrase(phrase)
            for cue in probe.cues:
                self._by_cue.setdefault(cue, []).append(probe)
        self._cues = frozenset(self._by_cue)

    def stand_in(self, wording: Wording) -> bool:
        """Whether one of the phrases stands in the sentence."""
        return next(self.places(wording), None) is not None

    def places(self, wording: Wording) -> Iterator[re.Match[str]]:
        """Every place of every phrase."""
        probes = {id(probe): probe for cue in self._cues & wording.words for probe in self._by_cue[cue]}
        for probe in probes.values():
            if probe.may_stand_in(wording.words):
                yield from islice(probe.regex.finditer(wording.plain), OFTEN)


def _choice(items: Sequence[str], at: int) -> tuple[Piece, int]:
    options: list[Piece] = []
    while True:
        option, at = _sequence(items, at)
        options.append(option)
        if at == len(items) or items[at] != "|":
            break
        at += 1
    if len(options) == 1:
        return options[0], at
    pattern = f"(?:{'|'.join(option.pattern for option in options)})"
    if not all(option.needs for option in options):
        return Piece(pattern, ()), at
    return Piece(pattern, (frozenset().union(*(min(option.needs, key=_cost) for option in options)),)), at


def _sequence(items: Sequence[str], at: int) -> tuple[Piece, int]:
    pieces: list[Piece] = []
    while at < len(items) and items[at] not in ")]|":
        piece, at = _item(items, at)
        pieces.append(piece)
    needs = tuple(need for piece in pieces for need in piece.needs)
    return Piece("".join(piece.pattern for piece in pieces), needs), at


def _item(items: Sequence[str], at: int) -> tuple[Piece, int]:
    item = items[at]
    if item in ("(", "["):
        inner, end = _choice(items, at + 1)
        if end == len(items) or items[end] != {"(": ")", "[": "]"}[item]:
            raise ValueError(f"unbalanced phrase: {' '.join(items)!r}")
        if item == "(":
            return Piece(f"(?:{inner.pattern})", inner.needs), end + 1
        return Piece(f"(?:{inner.pattern})?", ()), end + 1
    return _word(item), at + 1


def _word(item: str) -> Piece:
    if item in _SPECIAL:
        return Piece(_SPECIAL[item], ())
    if item.startswith("..") and item[2:].isdigit():
        return Piece(f"(?:{_WORD}){{0,{item[2:]}}}?", ())
    if item.startswith("@"):
        return _listed(item[1:])
    if item.startswith("!") and len(item) > 1:
        return Piece(f"(?!{_listed(item[1:]).pattern})", ())
    if item.startswith("*"):
        return Piece(rf"[a-z'-]{{0,20}}{re.escape(item[1:])} ", ())
    if item.endswith("*"):
        return Piece(rf"{re.escape(item[:-1])}[a-z']{{0,20}} ", ())
    return Piece(f"{re.escape(item)} ", (frozenset({item}),))


@lru_cache(maxsize=256)
def _listed(name: str) -> Piece:
    inner, _ = _choice(_ITEM.findall(LISTS[name]), 0)
    return Piece(f"(?:{inner.pattern})", inner.needs)


def _cost(cues: frozenset[str]) -> int:
    """How often a probe with these cues would be tried for nothing: frequent words cost most."""
    return sum(60 if cue in _FREQUENT else 1 for cue in cues)
