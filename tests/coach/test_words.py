"""The words of the coach live in the content: all there, calm and plain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import goldseam
from goldseam.coach import REMARK_IDS, Kind, Part
from goldseam.coach.verdict import ASKED_OF

WORDS = yaml.safe_load((Path(goldseam.__file__).parent / "content/en/coach.yaml").read_text(encoding="utf-8"))
_SENTENCES = [text for words in WORDS["remarks"].values() for text in words.values()]
_HARSH = (
    "wrong",
    "bad",
    "never say",
    "you must",
    "you have to",
    "you should",
    "great",
    "well done",
    "good job",
    "fail",
)


def test_every_remark_has_its_words() -> None:
    assert set(WORDS["remarks"]) == set(REMARK_IDS)
    for words in WORDS["remarks"].values():
        assert set(words) == {"why", "try"}


def test_every_part_has_its_words() -> None:
    assert set(WORDS["parts"]) == {part.value for part in Part}
    assert all(WORDS["parts"].values())


def test_a_letter_is_asked_for_the_parts_that_its_kind_is_about() -> None:
    """The words shown beside a letter and the parts that the coach misses speak of the same."""
    for kind, parts in WORDS["looked_for"].items():
        assert set(parts) == {part.value for part in ASKED_OF[Kind(kind)]}


@pytest.mark.parametrize("text", _SENTENCES)
def test_words_are_plain_and_calm(text: str) -> None:
    outside = re.sub(r"“[^”]*”", "“”", text)
    assert not re.search(r"[!'\"<>{}]", text)
    assert not any(harsh in outside.lower() for harsh in _HARSH)
    for sentence in re.split(r"(?<=[.?”:])\s", outside):
        assert len(sentence.split()) <= 20, sentence


def test_the_words_ask_little_of_a_reader() -> None:
    text = " ".join(_SENTENCES)
    words = re.findall(r"[a-z’]+", text.lower())
    sentences = max(1, len(re.findall(r"[.?]", text)))
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", word))) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    assert grade <= 6
