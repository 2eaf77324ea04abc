"""The measure of reading age: right where it can be known, and in the right order elsewhere."""

from __future__ import annotations

import pytest

from goldseam.content.reading import reading_age, sentences, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("you", 1), ("hoped", 1), ("wanted", 2), ("comes", 1), ("whole", 1), ("pages", 2), ("table", 2),
        ("being", 2), ("something", 2), ("idea", 3), ("science", 2), ("children", 2), ("alcohol", 3),
        ("counsellor", 3), ("someone’s", 2), ("the", 1), ("Rhythm", 1), ("decided", 3),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_platypus() -> None:
    """A sentence whose counts are printed in many books: 13 words, 24 syllables."""
    text = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert sum(syllables(word.strip(".")) for word in text.split()) == pytest.approx(24, abs=2)
    assert 15 < reading_age([text]) < 19


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two? Three", 2),
        ("No end", 1),
        ("He said “go.” Then", 1),
        ("About 3.5 hours.", 1),
        ("What?!", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert sentences(text) == count


def test_short_words_and_sentences_are_younger() -> None:
    young = reading_age(["Go out. Walk. Call a friend."])
    middle = reading_age(["If somebody presses you to decide, you can say that you do not know yet."])
    old = reading_age(
        ["Comprehensive psychological assessment necessitates interdisciplinary collaboration."]
    )
    assert young < 7 < middle < 12 < old


def test_nothing_is_for_everybody() -> None:
    assert reading_age([]) == reading_age(["116 123", ""]) == 5


def test_headings_do_not_make_a_text_younger() -> None:
    hard = "Comprehensive psychological assessment necessitates collaboration."
    assert reading_age(["Help", "Now", hard]) == reading_age([hard])
    assert reading_age(["Assessment", "Collaboration"]) > 12
