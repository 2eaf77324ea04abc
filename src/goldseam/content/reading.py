"""How old a reader has to be for a text, by two old formulas and no library.

The age is the higher of Flesch–Kincaid (words to a sentence, syllables to a word) and the Automated Readability
Index (words to a sentence, letters to a word), each a US school grade, plus five years. The first guesses at
syllables, the second needs none. Headings and labels are left out where there are sentences, because a formula
takes each of them for a very easy one.

Both reward short words and short sentences only: they cannot tell whether a text is kind, or true. That stays
with the people who read it aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

YEARS_BEFORE_SCHOOL = 5
LONG_FOR_A_LABEL = 8
"""Words without a full stop that are a sentence all the same."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.?!]+(?=[\s”’)]|$)")
_VOWELS = re.compile(r"[aeiouy]+")
# Endings that are written and not spoken: hoped, comes, whole; but wanted, needed, pages, table.
_SILENT = re.compile(r"(?:(?<![td])ed|(?<![sxzcgh])es|(?<!l)e|(?<=[aeiouy]l)e)$")
# Vowels that meet and stay two: being, science. An e that is silent inside: something.
_MEETING = re.compile(r"(?<=[aeiouy])(?=ing)|(?<=i)(?=en|o$|a$|al|an|et)|(?<=e)(?=a$)")
_SOME = re.compile(r"^some(?=[a-z])")


def reading_age(texts: Iterable[str]) -> float:
    """The age in years for these pieces of text; each piece ends at least one sentence. No words: 5."""
    pieces = [text for text in texts if _WORD.search(text)]
    spoken = [text for text in pieces if _is_spoken(text)] or pieces
    words = [word for text in spoken for word in _WORD.findall(text)]
    if not words:
        return float(YEARS_BEFORE_SCHOOL)
    to_a_sentence = len(words) / sum(map(sentences, spoken))
    kincaid = 0.39 * to_a_sentence + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    index = 4.71 * sum(map(letters, words)) / len(words) + 0.5 * to_a_sentence - 21.43
    return max(0.0, kincaid, index) + YEARS_BEFORE_SCHOOL


def _is_spoken(text: str) -> bool:
    return bool(_SENTENCE_END.search(text)) or len(_WORD.findall(text)) >= LONG_FOR_A_LABEL


def sentences(text: str) -> int:
    """How many sentences end in `text`; a piece without a full stop is one."""
    return max(1, len(_SENTENCE_END.findall(text)))


def syllables(word: str) -> int:
    """A guess that is right for most English words: groups of vowels, without the silent endings."""
    plain = _SOME.sub("som", re.sub(r"[^a-z]", "", word.lower()))
    return max(1, len(_VOWELS.findall(_MEETING.sub("-", _SILENT.sub("", plain)))))


def letters(word: str) -> int:
    """The letters of a word, without its apostrophes."""
    return sum(sign.isalpha() for sign in word)
