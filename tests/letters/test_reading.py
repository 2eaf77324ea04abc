"""A letter on its reader's desk: closed until the reader is ready, version by version."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from goldseam.core import desk
from goldseam.keys import clock
from goldseam.spaces import leaving
from tests.cast import NOW
from tests.letters.conftest import Couple, text_of
from tests.visitors import seen, steady, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_half_past_eight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def _steady(page: str) -> bytes:
    return steady(page.encode())


def test_before_it_is_opened_only_the_kind_shows(couple: Couple) -> None:
    letter = couple.send("the loan in January", kind="account")
    for page in (couple.url("index"), couple.url("letter", letter), "/home/?open"):
        assert "loan" not in text_of(couple.at_alice, page), page
    assert "A letter with an account of what happened" in text_of(couple.at_alice, couple.url("index"))
    assert "cannot see whether you opened it" in text_of(couple.at_alice, couple.url("letter", letter))


def test_a_new_version_comes_closed_beside_what_was_read(couple: Couple) -> None:
    letter = couple.send("first words of mine")
    couple.answer(letter, "part_missing", parts=["what_happened"])
    couple.revise(letter, "second words of mine")
    page = text_of(couple.at_alice, couple.url("letter", letter))
    assert "A new version is here" in page and "second words" not in page and "first words of mine" in page
    assert "A new version. It keeps until you are ready." in text_of(couple.at_alice, couple.url("index"))


def test_outside_the_own_hours_it_does_not_show_itself_and_can_be_looked_for(couple: Couple) -> None:
    couple.alice.house().act(lambda _: desk.keep_hours(start=8 * 60, end=20 * 60))
    none = text_of(couple.at_alice, couple.url("index"))
    letter = couple.send()
    page = text_of(couple.at_alice, couple.url("index"))
    before, folded = page.split("Look for unopened letters")
    assert str(letter) not in before and str(letter) in folded and "Until 08:00" in folded
    assert _steady(before) == _steady(none.split("Look for unopened letters")[0])
    assert couple.at_alice.get(couple.url("letter", letter)).status_code == 200


def test_a_read_letter_shows_at_any_hour(couple: Couple) -> None:
    letter = couple.send()
    couple.at_alice.post(couple.url("open", letter))
    couple.alice.house().act(lambda _: desk.keep_hours(start=8 * 60, end=20 * 60))
    assert str(letter) in text_of(couple.at_alice, couple.url("index")).split("Look for")[0]


@pytest.mark.parametrize(("days", "gone_for"), [("1", 1), ("7", 7)])
def test_what_was_put_away_comes_back_on_its_day(
    couple: Couple, days: str, gone_for: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = couple.send()
    couple.at_alice.post(couple.url("put_away", letter), {"days": days})
    assert "You put it away." in text_of(couple.at_alice, couple.url("index"))
    assert "You have put this letter away." in text_of(couple.at_alice, couple.url("letter", letter))
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=gone_for))
    assert "You put it away." not in text_of(visitor(couple.alice), couple.url("index"))


def test_put_away_without_a_day_it_stays_until_looked_for(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = couple.send()
    couple.at_alice.post(couple.url("put_away", letter), {"days": "nonsense"})
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=400))
    assert "You put it away." in text_of(visitor(couple.alice), couple.url("index"))


def test_the_writer_cannot_open_or_put_away_the_own_letter(couple: Couple) -> None:
    letter = couple.send("mine")
    for act in ("open", "put_away", "take_up"):
        before = seen(couple.at_bob, couple.url("letter", letter))
        assert couple.at_bob.post(couple.url(act, letter)).status_code == 303
        assert seen(couple.at_bob, couple.url("letter", letter)) == before


def test_answers_are_all_that_the_writer_learns(couple: Couple) -> None:
    """Two worlds: read for days and put away again and again, or never touched. One answer ends both alike."""
    read, untouched = couple.send("same words"), couple.send("same words")
    for act in ("open", "put_away", "open"):
        couple.at_alice.post(couple.url(act, read))
    for letter in (read, untouched):
        said = {"version": "1", "answer": "not_ready", "words": "Not this week."}
        assert couple.at_alice.post(couple.url("answer", letter), said).status_code == 303
    pages = [text_of(couple.at_bob, couple.url("letter", letter)) for letter in (read, untouched)]
    one, two = (
        _steady(page.replace(str(id), "ID")) for page, id in zip(pages, (read, untouched), strict=True)
    )
    assert one == two


def test_an_archive_can_be_read_and_not_answered(couple: Couple) -> None:
    letter = couple.send("what was said")
    couple.at_alice.post(couple.url("open", letter))
    leaving.leave_space(couple.bob.house(), couple.space)
    page = text_of(couple.at_alice, couple.url("letter", letter))
    assert "what was said" in page and "See what" not in page
    assert "Write a letter" not in text_of(couple.at_alice, couple.url("index"))
    closed = visitor(couple.alice, private=False).get(couple.url("letter", letter))
    assert closed.status_code == 403 and b"what was said" not in closed.content


def test_a_gap_has_no_date_and_no_words(couple: Couple) -> None:
    letter = couple.send("regretted")
    couple.at_bob.post(couple.url("withdraw", letter))
    page = text_of(couple.at_alice, couple.url("letter", letter))
    assert (
        "Something was here that was taken back." in page and "2026" not in page and "regretted" not in page
    )


def test_what_changes_something_is_asked_with_post(couple: Couple, charlie: Client) -> None:
    letter = couple.send()
    for act in ("open", "put_away", "take_up", "take_back", "revise"):
        assert couple.at_alice.get(couple.url(act, letter)).status_code == 405, act
    assert couple.at_alice.get(couple.url("answer", letter)).headers["Location"] == couple.url(
        "letter", letter
    )
