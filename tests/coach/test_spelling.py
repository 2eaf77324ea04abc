"""Plain words from the spellings of real messages, with the way back."""

from __future__ import annotations

import pytest

from goldseam.coach.spelling import HIDDEN, read_tokens, word_up

CASES = (
    ("im sry i lied 2 u", "i am sorry i lied to you"),
    ("i used ur card 4 the concert", "i used your card for the concert"),
    ("when ur home", "when you are home"),
    ("watch ur back", "watch your back"),
    ("its not that deep", "it is not that deep"),
    ("its name", "its name"),
    ("on the 4th at 4", "on the 4th at 4"),
    ("I'd been drinking", "i had been drinking"),
    ("I'd doubt me", "i would doubt me"),
    ("I'd never been", "i had never been"),
    ("you'd never have been", "you would never have been"),
    ("i shouldnt of gone", "i should not have gone"),
    ("i no i did", "i know i did"),
    ("you was late", "you were late"),
    ("wont do it again", "will not do it again"),
    ("can’t, won’t, don’t", "can not , will not , do not"),
    ("I apologize", "i apologise"),
    ("ill call u", "i will call you"),
    ("i was ill", "i was ill"),
    ("my sister's car", "my sister's car"),
    ("y did u do it", "why did you do it"),
)


@pytest.mark.parametrize(("written", "plain"), CASES)
def test_plain_words(written: str, plain: str) -> None:
    tokens = read_tokens(written)
    assert word_up(tokens, [False] * len(tokens)).plain == f" {plain} "


def test_plain_words_lead_back_to_the_text() -> None:
    text = "so im sry i lied"
    tokens = read_tokens(text)
    wording = word_up(tokens, [False] * len(tokens))
    start = wording.plain.index("i am sorry")
    begin, end = wording.locate(start, start + len("i am sorry "))
    assert text[begin:end] == "im sry"


def test_hidden_words_stand_as_one_mark() -> None:
    tokens = read_tokens("you said no way then")
    wording = word_up(tokens, [False, False, True, True, False])
    assert wording.plain == f" you said {HIDDEN} then "
