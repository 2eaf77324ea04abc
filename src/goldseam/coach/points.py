"""Splits what somebody said into its points: each fact, feeling, need or wish that a mirror should hold."""

from __future__ import annotations

import itertools
import re

from goldseam.coach.sentences import split_sentences

FEWEST = 3
"""Words that a piece must have to stand as a point of its own."""

_SEAM = re.compile(
    r"\s*(?:;|\s[—–-]\s|—|,\s+(?=(?:and|but|so|because|then)\s)|,\s+(?=(?:i|you|u|it|she|he|we|they)\b)"
    r"|\s(?=(?:and|but|because|so)\s+(?:i|you|u|it|she|he|we|they|then)\b))\s*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:and|but|so|because|then|cos)\s+", re.IGNORECASE)
_HANGS = re.compile(
    r"^(?:when|if|while|whenever|since|as|after|before|because|although|that|what|how)\b", re.IGNORECASE
)


def split_points(text: str) -> list[tuple[int, int]]:
    """Where each point starts and ends. Slices are never blank, never overlap, and go in order."""
    found: list[tuple[int, int]] = []
    for start, end in split_sentences(text):
        found += _pieces(text, start, end)
    return found


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(seam.end() for seam in _SEAM.finditer(text, start, end)), end]
    made: list[tuple[int, int]] = []
    for begin, stop in itertools.pairwise(cuts):
        piece = text[begin:stop]
        whole = _LEAD.sub("", piece.strip(" ,;—–-\n"))
        hangs = made and _HANGS.match(text[made[-1][0] : made[-1][1]].strip())
        if made and (len(whole.split()) < FEWEST or (hangs and len(made) == 1)):
            made[-1] = (made[-1][0], stop)
        elif piece.strip():
            made.append((begin, stop))
    trimmed = (_trimmed(text, *each) for each in made)
    return [(begin, stop) for begin, stop in trimmed if begin < stop]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;—–-"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
