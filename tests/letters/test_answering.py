"""Answers: seen before they are sent, given once, changed at will, never lost."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from goldseam.core.base import VaultKind
from goldseam.core.letterbook import PARTS, LetterAnswered, LetterKind
from goldseam.core.words import MAX_TEXT
from goldseam.spaces import leaving
from tests.letters.conftest import Couple, text_of

pytestmark = pytest.mark.django_db


def opened(couple: Couple, kind: str = "apology") -> UUID:
    letter = couple.send(kind=kind)
    couple.at_alice.post(couple.url("open", letter))
    return letter


def test_what_the_other_will_see_comes_first(couple: Couple) -> None:
    letter = opened(couple)
    said = {"version": "1", "answer": "part_missing", "parts": ["what_it_did"], "words": "I lay\nawake."}
    look = couple.at_alice.post(couple.url("answer", letter), said | {"look": "1"})
    shown = look.content.decode()
    assert look.status_code == 200 and "This is what" in shown and "What it did to me" in shown
    assert couple.letters.letters[str(letter)].answers == {}
    again = couple.at_alice.post(couple.url("answer", letter), said | {"change": "1"}).content.decode()
    assert "I lay\nawake.</textarea>" in again and couple.letters.letters[str(letter)].answers == {}


def test_the_preview_is_refused_as_the_sending_would_be(couple: Couple) -> None:
    letter = opened(couple)
    for said in ({"answer": "part_missing"}, {"answer": "forgiven"}, {}):
        page = couple.at_alice.post(couple.url("answer", letter), {"version": "1", "look": "1", **said})
        assert page.status_code == 422 and b'class="err"' in page.content, said


def test_a_double_click_answers_once(couple: Couple) -> None:
    letter = opened(couple)
    said = {"version": "1", "answer": "heard", "row": str(uuid4())}
    for _ in range(2):
        assert couple.at_alice.post(couple.url("answer", letter), said).status_code == 303
    lines = couple.alice.house().lines(VaultKind.SHARED, couple.space)
    assert sum(isinstance(line.entry.body, LetterAnswered) for line in lines if line.entry) == 1


def test_an_answer_that_was_overtaken_gives_the_words_back(couple: Couple) -> None:
    letter = opened(couple)
    couple.answer(letter, "part_missing", parts=["something_else"])
    couple.revise(letter, "another version")
    said = {"version": "1", "answer": "heard", "words": "what I had typed"}
    page = couple.at_alice.post(couple.url("answer", letter), said)
    assert page.status_code == 409 and b"what I had typed" in page.content
    assert b"newer version" in page.content and b"another version" not in page.content


def test_an_answer_to_what_was_taken_back_gives_the_words_back(couple: Couple) -> None:
    letter = opened(couple)
    couple.at_bob.post(couple.url("withdraw", letter))
    said = {"version": "1", "answer": "heard", "words": "what I had typed"}
    page = couple.at_alice.post(couple.url("answer", letter), said)
    assert (
        page.status_code == 409 and b"was taken back" in page.content and b"what I had typed" in page.content
    )


def test_an_own_answer_can_be_erased_after_the_letter_was_taken_back(couple: Couple) -> None:
    letter = couple.send()
    couple.answer(letter, "not_ready", words="mine to erase")
    couple.at_bob.post(couple.url("withdraw", letter))
    assert "Take back my answer to it" in text_of(couple.at_alice, couple.url("letter", letter))
    for _ in range(2):
        assert couple.at_alice.post(couple.url("take_back", letter)).status_code == 303
    assert "mine to erase" not in repr(couple.alice.house().lines(VaultKind.SHARED, couple.space))


@pytest.mark.parametrize(("act", "words"), [("pause", b"paused"), ("leave", b"has ended")])
def test_where_nothing_can_be_sent_the_words_stay_on_the_page(couple: Couple, act: str, words: bytes) -> None:
    letter = opened(couple)
    end = leaving.pause_space if act == "pause" else leaving.leave_space
    end(couple.bob.house(), couple.space)
    said = {"version": "1", "answer": "heard", "words": "what I had typed"}
    page = couple.at_alice.post(couple.url("answer", letter), said)
    assert page.status_code == 422 and words in page.content and b"what I had typed" in page.content


def test_words_that_are_too_many_stay_on_the_page(couple: Couple) -> None:
    letter = opened(couple)
    said = {"version": "1", "answer": "heard", "words": "w" * (MAX_TEXT + 1)}
    page = couple.at_alice.post(couple.url("answer", letter), said)
    assert page.status_code == 422 and b"20,000" in page.content and b"wwww" in page.content


def test_the_writer_cannot_answer_the_own_letter(couple: Couple) -> None:
    letter = couple.send()
    said = {"version": "1", "answer": "heard"}
    assert couple.at_bob.post(couple.url("answer", letter), said).status_code == 409
    assert couple.letters.letters[str(letter)].answers == {}


@pytest.mark.parametrize("kind", list(LetterKind))
def test_only_the_parts_of_the_kind_are_offered(couple: Couple, kind: LetterKind) -> None:
    letter = opened(couple, kind=kind)
    page = text_of(couple.at_alice, couple.url("letter", letter))
    offered = [one.split('"')[0] for one in page.split('name="parts" value="')[1:]]
    assert offered == [part.value for part in PARTS[kind]]


def test_there_is_no_way_to_forgive_here(couple: Couple) -> None:
    letter = opened(couple)
    page = text_of(couple.at_alice, couple.url("letter", letter))
    assert [one.split('"')[0] for one in page.split('name="answer" value="')[1:]] == [
        "heard",
        "part_missing",
        "not_ready",
    ]
