"""Sending: exactly what was looked at, once, and only what can be sent."""

from __future__ import annotations

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connections

from goldseam.core.base import VaultKind
from goldseam.core.drafts import LetterDraft
from goldseam.core.letterbook import LetterSent
from goldseam.log import drafts
from goldseam.log.models import DraftRow, EntryRow
from tests.letters.conftest import Couple, hidden, text_of
from tests.visitors import visitor

WISH = {"believe": "yes", "afraid": "no"}


@pytest.mark.django_db
def test_what_was_changed_in_another_tab_is_looked_at_again(couple: Couple) -> None:
    draft = couple.begin("what I saw")
    seen = hidden(text_of(couple.at_bob, couple.url("send", draft)), "letter", "version")
    couple.at_bob.post(couple.url("keep", draft), couple.last | {"text": "what came later"})
    page = couple.at_bob.post(couple.url("send", draft), WISH | seen)
    assert page.status_code == 409 and b"what came later" in page.content and couple.letters.letters == {}
    again = hidden(page.content.decode(), "letter", "version")
    assert couple.at_bob.post(couple.url("send", draft), WISH | again).status_code == 303


@pytest.mark.django_db
def test_what_is_in_the_way_is_said_before_anything_is_asked(couple: Couple) -> None:
    empty, long = couple.begin(""), couple.begin("x" * 20_001)
    for draft, words in ((empty, "There is nothing in the letter yet."), (long, "20,000")):
        page = text_of(couple.at_bob, couple.url("send", draft))
        assert words in page and 'name="believe"' not in page


@pytest.mark.django_db
def test_a_version_that_nobody_asked_for_is_not_sent_and_stays(couple: Couple) -> None:
    letter = couple.send("one")
    couple.answer(letter, "part_missing", parts=["something_else"])
    place = couple.at_bob.post(couple.url("revise", letter)).headers["Location"]
    couple.answer(letter, "not_ready")
    page = couple.at_bob.post(place + "send/", WISH)
    assert page.status_code == 422 and b"You can write a new letter" in page.content
    assert couple.letters.letters[str(letter)].version == 1 and DraftRow.objects.count() == 1


@pytest.mark.django_db
def test_a_version_is_sent_once(couple: Couple) -> None:
    letter = couple.send("one")
    couple.answer(letter, "part_missing", parts=["something_else"])
    place = couple.at_bob.post(couple.url("revise", letter)).headers["Location"]
    for _ in range(2):
        sent = couple.at_bob.post(place + "send/", WISH | {"letter": str(letter)})
        assert sent.headers["Location"] == couple.url("letter", letter)
    assert couple.letters.letters[str(letter)].version == 2


@pytest.mark.django_db
def test_a_draft_with_other_words_survives_the_sending_of_its_letter(couple: Couple) -> None:
    draft = couple.begin("what was sent")
    content = drafts.draft(couple.bob.house(), draft, LetterDraft).content
    couple.at_bob.post(couple.url("send", draft), WISH)
    other = drafts.start_draft(
        couple.bob.house(), type(content)(**{**_fields(content), "text": "what was not"})
    )
    couple.at_bob.post(couple.url("send", other), WISH)
    assert drafts.draft(couple.bob.house(), other, LetterDraft).content.text == "what was not"


def _fields(content: object) -> dict[str, object]:
    return {name: getattr(content, name) for name in type(content).__struct_fields__}  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_the_questions_begin_unanswered_and_are_asked_with_a_way_out(couple: Couple) -> None:
    draft = couple.begin("It was all my fault.")
    page = text_of(couple.at_bob, couple.url("send", draft))
    assert "checked" not in page
    first = couple.at_bob.post(
        couple.url("send", draft), {"believe": "unsure", "afraid": "yes"}
    ).content.decode()
    for way in ("keep the letter unsent", "say only what is true", "talk to someone", "/help/"):
        assert way in first, way
    assert "checked" not in first


@pytest.mark.django_db
def test_a_letter_that_was_taken_back_is_erased_in_every_version(couple: Couple) -> None:
    letter = couple.send("one")
    couple.answer(letter, "part_missing", parts=["something_else"])
    couple.revise(letter, "two")
    vault = couple.bob.house().vault(VaultKind.SHARED, couple.space)
    versions = couple.letters.letters[str(letter)].versions
    assert "What was read cannot be unread" in text_of(couple.at_bob, couple.url("withdraw", letter))
    couple.at_bob.post(couple.url("withdraw", letter))
    rows = EntryRow.objects.filter(vault_id=vault.id, seq__in=versions)
    assert [row.sealed for row in rows] == [None, None]
    assert couple.at_bob.get(couple.url("withdraw", letter)).status_code == 303


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_send_once(couple: Couple) -> None:
    draft, start, answers = couple.begin("at once"), Barrier(2), list[int]()
    fields = WISH | {"letter": couple.last["letter"], "once": str(uuid4())}

    def click() -> None:
        client = visitor(couple.bob)
        start.wait()
        answers.append(client.post(couple.url("send", draft), fields).status_code)
        connections.close_all()

    threads = [Thread(target=click) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = couple.alice.house().lines(VaultKind.SHARED, couple.space)
    assert answers == [303, 303] and not DraftRow.objects.exists()
    assert sum(isinstance(line.entry.body, LetterSent) for line in lines if line.entry) == 1
