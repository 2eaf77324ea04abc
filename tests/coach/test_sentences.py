"""Sentences as people write them."""

from __future__ import annotations

import pytest

from goldseam.coach.sentences import split_sentences

CASES = (
    ("I lied. I'm sorry.", ["I lied.", "I'm sorry."]),
    ("i lied. im sorry. no excuse", ["i lied.", "im sorry.", "no excuse"]),
    ("Why?! I don't know...", ["Why?!", "I don't know..."]),
    ("I ... I don't know what to say.", ["I ... I don't know what to say."]),
    ("one\ntwo\n\nthree", ["one", "two", "three"]),
    ("one\r\ntwo", ["one", "two"]),
    ("Dr. Osman rang at 9 a.m. on Friday.", ["Dr. Osman rang at 9 a.m. on Friday."]),
    ("It cost 3.50 and more.", ["It cost 3.50 and more."]),
    ("He said “I lied.” Then he left.", ["He said “I lied.”", "Then he left."]),
    ("“Why?” she said.", ["“Why?” she said."]),
    ("  spaces around  ", ["spaces around"]),
    ("", []),
    (" \n\t ", []),
    ("...", ["..."]),
    (
        "i used ur card 4 the concert my fault 100% sorry",
        ["i used ur card 4 the concert", "my fault 100%", "sorry"],
    ),
    ("i am so very sorry that i did this to you today", ["i am so very sorry that i did this to you today"]),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_a_line_broken_by_a_margin_goes_on() -> None:
    text = "I was not there when the letter came and none of\nit was your fault. I'm sorry."
    assert [text[start:end] for start, end in split_sentences(text)] == [
        "I was not there when the letter came and none of\nit was your fault.",
        "I'm sorry.",
    ]
