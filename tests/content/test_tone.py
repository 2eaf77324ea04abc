"""What is never said is found, and what may be said is left alone."""

from __future__ import annotations

import pytest

from goldseam.content.tone import NEVER, slips


@pytest.mark.parametrize(
    "text",
    [
        "Great!", "It's late.", "Stay — or go.", "Well done.", "You should have seen it.", "It is your fault.",
        "You must forgive.", "You have to forgive now.", "You should leave.", "Act now.", "There is hurry.",
        "Do not wait.", "He lied.", "Ask your husband.", "The cheater hides.", "A victim of it.", "Time heals.",
        "Try to move on.", "Get over it.", "This is end-to-end encrypted.", "Guaranteed.", "Click here.",
        "What triggers you?", "Proud of you.", "A seven day streak.", "Smile \U0001f642",
    ],
)  # fmt: skip
def test_it_is_found(text: str) -> None:
    assert slips(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was not your fault.", "You do not have to forgive.", "There is no hurry.", "Say it in person.",
        "We do not call it end-to-end.", "You can wait.", "“Not yet” is an answer.", "They are afraid of someone.",
        "That may be yours or someone else’s.", "What happened is not all that you are.",
    ],
)  # fmt: skip
def test_it_may_be_said(text: str) -> None:
    assert slips(text) == []


def test_quoted_words_are_held_to_signs_only() -> None:
    assert slips("“Get over it” hurries them.", quoting=True) == []
    assert slips("Get over it!", quoting=True) == ["an exclamation mark: “!”"]


def test_every_pattern_is_named_for_a_person_to_read() -> None:
    assert all(name.strip() == name and name for name in NEVER)
