"""Letters by way of their pages: the true path, every refusal, and what nobody may learn."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from goldseam.core.base import VaultKind
from goldseam.core.drafts import LetterDraft
from goldseam.core.words import MAX_TEXT
from goldseam.letters.drafting import LONGEST
from goldseam.log import drafts
from goldseam.log.models import DraftRow, EntryRow
from goldseam.spaces import leaving
from tests.cast import someone
from tests.letters.conftest import Couple, text_of
from tests.visitors import seen, visitor

pytestmark = pytest.mark.django_db


def test_from_writing_to_heard(couple: Couple) -> None:
    letter = couple.send("I hid the loan.")
    page = couple.url("letter", letter)
    assert "I hid the loan." not in text_of(couple.at_alice, page)
    assert "apology" in text_of(couple.at_alice, page)
    couple.answer(letter, "part_missing", parts=["what_it_did"], words="I lay awake.")
    told = text_of(couple.at_bob, page)
    assert "misses a part" in told and "I lay awake." in told and "What it did to me" in told
    couple.revise(letter, "I hid the loan. You lay awake.")
    both = text_of(couple.at_alice, page)
    assert (
        "I hid the loan. You lay awake." not in both
        and "A new version is here" in both
        and "Version 1" in both
    )
    couple.at_alice.post(couple.url("open", letter))
    both = text_of(couple.at_alice, page)
    assert "I hid the loan. You lay awake." in both and "Version 1" in both
    couple.answer(letter, "heard")
    assert "feels heard" in text_of(couple.at_bob, page)


def test_the_writer_sees_the_same_whether_it_was_opened_or_not(couple: Couple) -> None:
    letter = couple.send()
    pages = [couple.url("letter", letter), couple.url("index"), "/home/", f"/ours/{couple.space}/"]
    before = [seen(couple.at_bob, page) for page in pages]
    for act, data in (
        ("open", {}),
        ("put_away", {"days": "7"}),
        ("take_up", {}),
        ("put_away", {}),
        ("open", {}),
    ):
        couple.at_alice.post(couple.url(act, letter), data)
        assert [seen(couple.at_bob, page) for page in pages] == before, act


def test_putting_away_and_taking_up(couple: Couple) -> None:
    letter = couple.send()
    couple.at_alice.post(couple.url("put_away", letter))
    assert "You put it away." in text_of(couple.at_alice, couple.url("index"))
    couple.at_alice.post(couple.url("take_up", letter))
    assert "It keeps until you are ready." in text_of(couple.at_alice, couple.url("index"))


@pytest.mark.parametrize(
    ("believe", "afraid"), [("no", "no"), ("yes", "yes"), ("yes", "unsure"), ("no", "yes")]
)
def test_help_comes_first_where_it_is_not_believed_or_feared(
    couple: Couple, believe: str, afraid: str
) -> None:
    draft = couple.begin("It was all my fault.")
    wish = {"believe": believe, "afraid": afraid}
    first = couple.at_bob.post(couple.url("send", draft), wish)
    assert first.status_code == 422 and b"Stop here for a moment" in first.content
    assert couple.letters.letters == {}
    assert couple.at_bob.post(couple.url("send", draft), {**wish, "knowing": "1"}).status_code == 303
    assert len(couple.letters.letters) == 1


def test_unanswered_questions_are_asked_again(couple: Couple) -> None:
    draft = couple.begin()
    page = couple.at_bob.post(couple.url("send", draft), {})
    assert page.status_code == 422 and couple.letters.letters == {}
    assert b'class="err"' in page.content


def test_sent_twice_it_is_sent_once(couple: Couple) -> None:
    draft = couple.begin()
    wish = {"believe": "yes", "afraid": "no", "letter": couple.last["letter"]}
    first = couple.at_bob.post(couple.url("send", draft), wish)
    second = couple.at_bob.post(couple.url("send", draft), wish)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(couple.letters.letters) == 1 and not DraftRow.objects.exists()


def test_a_draft_that_outlived_its_sending_sends_nothing_more(couple: Couple) -> None:
    draft = couple.begin()
    content = drafts.draft(couple.bob.house(), draft, LetterDraft).content
    wish = {"believe": "yes", "afraid": "no"}
    couple.at_bob.post(couple.url("send", draft), wish)
    again = drafts.start_draft(couple.bob.house(), content)
    assert couple.at_bob.post(couple.url("send", again), wish).status_code == 303
    assert len(couple.letters.letters) == 1 and not DraftRow.objects.exists()


def test_two_tabs_lose_nothing(couple: Couple) -> None:
    draft = couple.begin("from the first tab")
    other = couple.last | {"writer": str(uuid4()), "text": "from the second tab"}
    kept = couple.at_bob.post(couple.url("keep", draft), other)
    assert b"also open in another place" in kept.content
    texts = {one.content.text for one in drafts.drafts(couple.bob.house(), LetterDraft)}
    assert texts == {"from the first tab", "from the second tab"}


def test_a_draft_is_kept_while_the_pages_are_closed_and_not_read(couple: Couple) -> None:
    draft = couple.begin("before")
    closed = visitor(couple.bob, private=False)
    page = closed.get(couple.url("write", draft))
    assert page.status_code == 403 and b"before" not in page.content
    assert closed.post(couple.url("keep", draft), couple.last | {"text": "after"}).status_code == 200
    assert drafts.draft(couple.bob.house(), draft, LetterDraft).content.text == "after"


def test_a_closed_index_is_the_same_whatever_drafts_there_are(couple: Couple) -> None:
    closed = visitor(couple.bob, private=False)
    before = seen(closed, couple.url("index"))
    couple.begin("one")
    couple.begin("two")
    assert seen(closed, couple.url("index")) == before


def test_the_coach_remarks_and_is_waved_away_and_turned_off(couple: Couple) -> None:
    draft = couple.begin("I'm sorry you feel that way.")
    page = text_of(couple.at_bob, couple.url("write", draft))
    assert "data-quote=" in page
    key = page.split('name="dismiss" value="')[1].split('"')[0]
    base = page.split('name="base" value="')[1].split('"')[0]
    fields = couple.last | {"base": base, "dismiss": key}
    couple.at_bob.post(couple.url("write", draft), fields)
    assert "data-quote=" not in text_of(couple.at_bob, couple.url("write", draft))
    couple.at_bob.post(couple.url("write", draft), couple.last | {"coach": "off", "base": "9"})
    assert "No remarks are made." in text_of(couple.at_bob, couple.url("write", draft))


def test_heavy_words_lead_to_care_and_to_no_remark(couple: Couple) -> None:
    draft = couple.begin("I can't do anything right. I want to die.")
    page = text_of(couple.at_bob, couple.url("write", draft))
    assert "Are you thinking of ending your life?" in page and "data-quote=" not in page


def test_a_gap_stays_where_a_letter_was_taken_back(couple: Couple) -> None:
    letter = couple.send("to be taken back")
    couple.at_alice.post(couple.url("open", letter))
    for _ in range(2):
        assert couple.at_bob.post(couple.url("withdraw", letter)).status_code == 303
    assert "to be taken back" not in text_of(couple.at_alice, couple.url("letter", letter))
    assert "taken back" in text_of(couple.at_alice, couple.url("index"))
    vault = couple.bob.house().vault(VaultKind.SHARED, couple.space)
    assert EntryRow.objects.filter(vault_id=vault.id, sealed__isnull=True).count() == 1


def test_a_letter_can_be_taken_back_after_parting(couple: Couple) -> None:
    letter = couple.send("still mine")
    leaving.leave_space(couple.alice.house(), couple.space)
    assert couple.at_bob.post(couple.url("withdraw", letter)).status_code == 303
    assert couple.letters.letters[str(letter)].withdrawn


def test_after_two_more_versions_a_talk_is_suggested(couple: Couple) -> None:
    letter = couple.send("one")
    for text in ("two", "three"):
        couple.answer(letter, "part_missing", parts=["something_else"])
        couple.revise(letter, text)
    couple.answer(letter, "part_missing", parts=["something_else"])
    page = text_of(couple.at_bob, couple.url("letter", letter))
    assert "A talk may help more now" in page and "Write another version" not in page
    assert couple.at_bob.post(couple.url("revise", letter)).status_code == 409


def test_not_ready_asks_for_no_fixing(couple: Couple) -> None:
    letter = couple.send()
    couple.answer(letter, "not_ready")
    page = text_of(couple.at_bob, couple.url("letter", letter))
    assert "is not ready" in page and "Write another version" not in page
    assert couple.at_bob.post(couple.url("revise", letter)).status_code == 409


def test_an_answer_can_be_changed_and_taken_back(couple: Couple) -> None:
    letter = couple.send()
    couple.answer(letter, "not_ready", words="too soon")
    couple.answer(letter, "heard", words="now yes")
    page = text_of(couple.at_bob, couple.url("letter", letter))
    assert "now yes" in page and "too soon" not in page
    couple.at_alice.post(couple.url("take_back", letter))
    assert "Now it is theirs" in text_of(couple.at_bob, couple.url("letter", letter))


def test_a_missing_part_must_be_named(couple: Couple) -> None:
    letter = couple.send()
    page = couple.answer(letter, "part_missing", words="kept in the form")
    assert page.status_code == 422 and b"kept in the form" in page.content and b'class="err"' in page.content


def test_an_answer_to_an_older_version_is_not_taken(couple: Couple) -> None:
    letter = couple.send("one")
    couple.answer(letter, "part_missing", parts=["something_else"])
    couple.revise(letter, "two")
    page = couple.at_alice.post(couple.url("answer", letter), {"version": "1", "answer": "heard"})
    assert page.status_code == 409 and b"newer version" in page.content


@pytest.mark.parametrize(("act", "words"), [("pause", b"paused"), ("leave", b"has ended")])
def test_a_space_that_takes_no_words_keeps_them(couple: Couple, act: str, words: bytes) -> None:
    draft = couple.begin("what I wanted to say")
    if act == "pause":
        leaving.pause_space(couple.alice.house(), couple.space)
    else:
        leaving.leave_space(couple.alice.house(), couple.space)
    page = couple.at_bob.post(couple.url("send", draft), {"believe": "yes", "afraid": "no"})
    assert page.status_code == 422 and words in page.content and b"what I wanted to say" in page.content


def test_an_empty_letter_is_not_sent(couple: Couple) -> None:
    draft = couple.begin(" \n ")
    page = couple.at_bob.post(couple.url("send", draft), {"believe": "yes", "afraid": "no"})
    assert page.status_code == 422 and couple.letters.letters == {}


def test_a_letter_that_is_too_long_says_so_and_stays(couple: Couple) -> None:
    draft = couple.begin("x" * (MAX_TEXT + 1))
    page = couple.at_bob.post(couple.url("send", draft), {"believe": "yes", "afraid": "no"})
    assert page.status_code == 422 and b"20,000" in page.content
    assert len(drafts.draft(couple.bob.house(), draft, LetterDraft).content.text) == MAX_TEXT + 1


def test_a_very_large_paste_is_refused_and_loses_nothing(couple: Couple) -> None:
    draft = couple.begin("safe")
    huge = couple.last | {"text": "y" * (LONGEST + 1)}
    kept = couple.at_bob.post(couple.url("keep", draft), huge)
    assert kept.status_code == 422 and kept.headers["Content-Type"].startswith("text/plain")
    page = couple.at_bob.post(couple.url("write", draft), huge)
    assert page.status_code == 422 and b"yyyy" in page.content
    assert drafts.draft(couple.bob.house(), draft, LetterDraft).content.text == "safe"


def test_control_and_direction_characters_do_no_harm(couple: Couple) -> None:
    letter = couple.send("a\x00b\x1b[31m \u202eevil\u202c \u0645\u0631\u062d\u0628\u0627")
    couple.at_alice.post(couple.url("open", letter))
    page = text_of(couple.at_alice, couple.url("letter", letter))
    assert "\x00" not in page and "\u202e" not in page and "\u0645\u0631\u062d\u0628\u0627" in page


def test_words_are_shown_as_words(couple: Couple) -> None:
    letter = couple.send("<script>alert(1)</script> & <b>bold</b>")
    couple.at_alice.post(couple.url("open", letter))
    page = text_of(couple.at_alice, couple.url("letter", letter))
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page


def test_nobody_else_finds_a_letter_or_a_draft(couple: Couple, charlie: Client) -> None:
    letter, draft = couple.send(), couple.begin()
    for name, id in (("letter", letter), ("write", draft), ("send", draft)):
        assert charlie.get(couple.url(name, id)).status_code == 404
    for name in ("write", "send"):
        assert couple.at_alice.get(couple.url(name, draft)).status_code == 404
    for name in ("open", "put_away", "take_up", "answer", "take_back", "revise", "withdraw"):
        assert charlie.post(couple.url(name, letter)).status_code == 404
    assert couple.at_alice.post(couple.url("withdraw", letter)).status_code == 404
    assert couple.at_alice.post(couple.url("keep", draft), couple.last).status_code == 409
    couple.at_alice.post(couple.url("discard", draft))
    assert drafts.draft(couple.bob.house(), draft, LetterDraft).content.text == "I lied to you."


def test_a_letter_of_another_space_is_not_found_here(couple: Couple) -> None:
    from tests.cast import pair

    dana = someone("Dana")
    other = pair(couple.bob, dana)
    letter = couple.send()
    path = couple.url("letter", letter).replace(str(couple.space), str(other))
    assert visitor(couple.bob).get(path).status_code == 404


def test_a_draft_is_thrown_away_for_good(couple: Couple) -> None:
    draft = couple.begin()
    couple.at_bob.post(couple.url("discard", draft))
    assert not DraftRow.objects.exists()
    late = couple.at_bob.post(couple.url("keep", draft), couple.last)
    assert late.status_code == 409 and b"still on this page" in late.content


def test_the_answers_to_the_private_questions_are_kept_nowhere(couple: Couple) -> None:
    couple.send("plain words")
    for who in (couple.alice, couple.bob):
        lines = who.house().lines(VaultKind.SHARED, couple.space)
        lines = [*lines, *who.house().lines(VaultKind.PRIVATE), *who.house().lines(VaultKind.DESK)]
        assert "believe" not in repr(lines) and "afraid" not in repr(lines)
