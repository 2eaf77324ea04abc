"""I and you turned round; what was said in points; which language it is; words cut into pieces."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldseam.coach.english import seems_english
from goldseam.coach.perspective import turned
from goldseam.coach.pieces import Pieces
from goldseam.coach.points import split_points

MIRRORS = Path(__file__).parents[2] / "training/mirrors"


@pytest.mark.parametrize(
    ("given_back", "said"),
    [
        ("You felt alone when I left.", "I felt alone when you left."),
        ("You were scared, and I told you nothing.", "I was scared, and you told me nothing."),
        ("you want me to call your mother", "I want you to call my mother"),
        ("You're not angry. You've waited.", "I'm not angry. I've waited."),
        ("I was late and you weren't.", "you were late and I wasn't."),
        ("u r hurt bc im late", "I am hurt bc you're late"),
        ("It was hers, not yours.", "It was hers, not mine."),
        ("You hurt yourself because of me.", "I hurt myself because of you."),
        ("You were ill.", "I was ill."),
        (
            "It sounds like you are tired and feel like you do not matter.",
            "It sounds like I am tired and feel like I do not matter.",
        ),
        (
            "You cried after you read it, before you came home.",
            "I cried after I read it, before I came home.",
        ),
        (
            "Someone like you. I told you nothing, and made you feel small.",
            "Someone like me. you told me nothing, and made me feel small.",
        ),
    ],
)
def test_who_is_who_is_turned_round(given_back: str, said: str) -> None:
    assert turned(given_back).lower() == said.lower()


@given(st.text())
def test_turning_never_fails_and_leaves_what_is_no_word(text: str) -> None:
    assert turned(turned(text)) is not None
    if not any(sign.isascii() and sign.isalpha() for sign in text):
        assert turned(text) == text


def test_each_fact_feeling_and_wish_is_a_point() -> None:
    said = "You forgot my birthday. I felt small, and I cried all night; please write it down."
    points = [said[a:b] for a, b in split_points(said)]
    assert points == [
        "You forgot my birthday.",
        "I felt small",
        "and I cried all night",
        "please write it down.",
    ]


def test_a_condition_stays_with_what_hangs_on_it() -> None:
    said = "When you shout, I stop hearing words."
    assert [said[a:b] for a, b in split_points(said)] == [said]


def test_points_are_about_as_many_as_people_count() -> None:
    """On what was written by hand: the same number in most, seldom more than one off."""
    lines = [
        json.loads(line) for file in MIRRORS.glob("*.jsonl") for line in file.read_text("utf-8").splitlines()
    ]
    told = {line["said"]: len(line["points"]) for line in lines}
    off = [abs(len(split_points(said)) - points) for said, points in told.items()]
    assert len(told) > 150
    assert sum(each == 0 for each in off) / len(off) > 0.5 and sum(each > 1 for each in off) / len(off) < 0.12


@given(st.text())
def test_points_are_slices_in_order_and_never_blank(text: str) -> None:
    at = 0
    for start, end in split_points(text):
        assert at <= start < end <= len(text) and text[start:end].strip()
        at = end


@pytest.mark.parametrize(
    "text",
    [
        "Es tut mir leid, dass ich dich angelogen habe. Ich war nicht ehrlich.",
        "Lo siento mucho, te mentí sobre el dinero y no sé qué decirte.",
        "Je suis désolé de t'avoir menti, je ne sais pas quoi dire.",
        "Het spijt me dat ik tegen je heb gelogen, ik was in de war.",
        "Przepraszam, że cię okłamałem i nie powiedziałem ci prawdy",
        "ごめんなさい。うそをつきました。",
    ],
)
def test_other_languages_are_known_as_such(text: str) -> None:
    assert not seems_english(text)


@pytest.mark.parametrize(
    "text", ["", "😀😀", "Sorry.", "im so sry i lied 2 u bout the money", "You lied to me about Siobhán."]
)
def test_english_in_many_shapes_is_read(text: str) -> None:
    assert seems_english(text)


def test_words_are_cut_into_the_longest_known_pieces(tmp_path: Path) -> None:
    known = tmp_path / "vocabulary.txt"
    known.write_text("[UNK]\n[CLS]\nread\n##ing\nre\ncafe\n,\ni\n", "utf-8")
    pieces = Pieces(known)
    text = "Reading, Café\u0301 zebra I"
    ids, places = pieces.read(text)
    assert ids == [2, 3, 6, 5, 0, 7]
    assert [text[a:b] for a, b in places][:3] == ["Read", "ing", ","]
    assert pieces.read("x" * 101)[0] == [0]
    assert pieces.read("") == ([], [])


@given(st.text())
def test_pieces_stand_where_they_say(text: str) -> None:
    known = Path(__file__).parent / "few_pieces.txt"
    at = 0
    for (start, end), id in zip(*reversed(Pieces(known).read(text)), strict=True):
        assert at <= start < end <= len(text) and id >= 0
        at = start
