"""Cuts text into the pieces of words that the network knows: WordPiece (Schuster and Nakajima, 2012), as BERT uses it.

The library that does this brings a client for fetching models over the network with it. A house that promises to send
nothing anywhere goes without; the training checks that both cut every draft alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

LONGEST_WORD = 100
"""Characters of a word from which on it is not cut, and read as unknown."""


class Pieces:
    """A vocabulary, one piece a line; a piece that goes on a word begins with `##`."""

    def __init__(self, vocabulary: Path) -> None:
        self._ids = {piece: n for n, piece in enumerate(vocabulary.read_text("utf-8").splitlines())}
        self._unknown = self._ids["[UNK]"]

    def id(self, piece: str) -> int:
        """The number of a piece. Raises `KeyError` for one that is not in the vocabulary."""
        return self._ids[piece]

    def read(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """The pieces of a text, and where each stands in it."""
        ids: list[int] = []
        places: list[tuple[int, int]] = []
        for word, origins in _words(text):
            for id, start, end in self._cut(word):
                ids.append(id)
                places.append((origins[start], origins[end - 1] + 1))
        return ids, places

    def _cut(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """The longest piece that fits, again and again; unknown as a whole where nothing does."""
        if (whole := self._ids.get(word)) is not None:
            return ((whole, 0, len(word)),)
        if len(word) > LONGEST_WORD:
            return ((self._unknown, 0, len(word)),)
        found: list[tuple[int, int, int]] = []
        start = 0
        while start < len(word):
            end = len(word)
            while end > start:
                id = self._ids.get(("##" if start else "") + word[start:end])
                if id is not None:
                    break
                end -= 1
            else:
                return ((self._unknown, 0, len(word)),)
            found.append((id if id is not None else self._unknown, start, end))
            start = end
        return tuple(found)


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Words without capitals and accents, and single marks, each with where its characters come from."""
    word: list[str] = []
    origins: list[int] = []
    for at, sign in enumerate(text):
        kind = _kind(sign)
        if kind in ("gap", "mark") and word:
            yield "".join(word), origins
            word, origins = [], []
        if kind == "mark":
            yield sign, [at]
        elif kind == "word":
            parts = _plain(sign)
            word += parts
            origins += [at] * len(parts)
    if word:
        yield "".join(word), origins


@lru_cache(maxsize=2048)
def _plain(sign: str) -> tuple[str, ...]:
    parts = unicodedata.normalize("NFD", sign.lower())
    return tuple(part for part in parts if unicodedata.category(part) != "Mn")


@lru_cache(maxsize=2048)
def _kind(sign: str) -> str:
    if sign in "\t\n\r" or unicodedata.category(sign) == "Zs":
        return "gap"
    code = ord(sign)
    if code in (0, 0xFFFD) or unicodedata.category(sign) in ("Cc", "Cf", "Cn", "Co", "Cs"):
        return "drop"
    ascii_mark = code < 128 and not sign.isalnum()
    if ascii_mark or unicodedata.category(sign).startswith("P") or _is_han(code):
        return "mark"
    return "word"


def _is_han(code: int) -> bool:
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x2FA1F
    )
