"""Drafts: never lost, never read while closed, never another person's."""

from __future__ import annotations

from uuid import UUID, uuid4

import msgspec
import pytest
from django.http import Http404

from goldseam.core.base import Refusal, Refused, VaultKind
from goldseam.core.drafts import LetterDraft
from goldseam.keys.locked import Locked
from goldseam.log import drafts
from goldseam.log.models import DraftRow
from goldseam.vault import VaultError
from tests.cast import someone

pytestmark = pytest.mark.django_db
PAGE, OTHER_PAGE = uuid4(), uuid4()


def letter(text: str) -> LetterDraft:
    return LetterDraft(space=str(uuid4()), letter=str(uuid4()), kind="apology", text=text)


def test_a_draft_is_kept_and_read_again() -> None:
    alice = someone("Alice")
    made = drafts.start_draft(alice.house(), letter("I am"), writer=PAGE)
    assert drafts.keep_draft(alice.house(), made, letter("I am sorry"), base=1, writer=PAGE) == (made, 2)
    assert drafts.draft(alice.house(), made, LetterDraft).content.text == "I am sorry"
    assert [kept.id for kept in drafts.drafts(alice.house(), LetterDraft)] == [made]


def test_a_draft_is_kept_while_the_private_room_is_closed_and_not_read() -> None:
    alice = someone("Alice")
    closed = alice.with_private_closed()
    made = drafts.start_draft(closed, letter("in the dark"), writer=PAGE)
    drafts.keep_draft(closed, made, letter("still in the dark"), base=1, writer=PAGE)
    with pytest.raises(Locked):
        drafts.draft(closed, made, LetterDraft)
    with pytest.raises(Locked):
        drafts.drafts(someone("Empty").with_private_closed(), LetterDraft)
    assert drafts.draft(alice.house(), made, LetterDraft).content.text == "still in the dark"


def test_another_tab_is_never_overwritten() -> None:
    alice = someone("Alice")
    made = drafts.start_draft(alice.house(), letter("base"), writer=PAGE)
    drafts.keep_draft(alice.house(), made, letter("from one tab"), base=1, writer=PAGE)
    second, version = drafts.keep_draft(
        alice.house(), made, letter("from the other"), base=1, writer=OTHER_PAGE
    )
    assert second != made and version == 1
    assert {kept.content.text for kept in drafts.drafts(alice.house(), LetterDraft)} == {
        "from one tab",
        "from the other",
    }


def test_a_lost_answer_to_a_copy_makes_no_second_copy() -> None:
    alice = someone("Alice")
    made = drafts.start_draft(alice.house(), letter("base"), writer=PAGE)
    drafts.keep_draft(alice.house(), made, letter("from one tab"), base=1, writer=PAGE)
    copies = {
        drafts.keep_draft(alice.house(), made, letter(text), base=1, writer=OTHER_PAGE)[0]
        for text in ("from the other", "from the other, again")
    }
    assert len(copies) == 1
    texts = {kept.content.text for kept in drafts.drafts(alice.house(), LetterDraft)}
    assert texts == {"from one tab", "from the other, again"}


def test_a_lost_answer_makes_no_copy() -> None:
    alice = someone("Alice")
    made = drafts.start_draft(alice.house(), letter("base"), writer=PAGE)
    drafts.keep_draft(alice.house(), made, letter("one"), base=1, writer=PAGE)
    assert drafts.keep_draft(alice.house(), made, letter("two"), base=1, writer=PAGE) == (made, 3)
    assert len(drafts.drafts(alice.house(), LetterDraft)) == 1


def test_a_strangers_draft_is_not_found() -> None:
    alice, charlie = someone("Alice"), someone("Charlie")
    made = drafts.start_draft(alice.house(), letter("mine"))
    with pytest.raises(Http404):
        drafts.draft(charlie.house(), made, LetterDraft)
    with pytest.raises(Http404):
        drafts.keep_draft(charlie.house(), made, letter("yours now"), base=1, writer=PAGE)
    drafts.drop_draft(charlie.house(), made)
    assert drafts.draft(alice.house(), made, LetterDraft).content.text == "mine"


def test_a_draft_opens_only_in_its_own_row_and_version() -> None:
    alice = someone("Alice")
    one, two = (drafts.start_draft(alice.house(), letter(text)) for text in ("one", "two"))
    swapped = DraftRow.objects.get(id=two).sealed
    DraftRow.objects.filter(id=one).update(sealed=swapped)
    with pytest.raises(VaultError):
        drafts.draft(alice.house(), one, LetterDraft)
    DraftRow.objects.filter(id=two).update(version=7)
    with pytest.raises(VaultError):
        drafts.draft(alice.house(), two, LetterDraft)


def test_too_many_drafts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST", 2)
    alice = someone("Alice")
    for _ in range(2):
        drafts.start_draft(alice.house(), letter("x"))
    with pytest.raises(Refused) as refused:
        drafts.start_draft(alice.house(), letter("x"))
    assert refused.value.refusal is Refusal.FULL


def test_an_unknown_kind_of_draft_fails_closed() -> None:
    alice = someone("Alice")
    made = drafts.start_draft(alice.house(), letter("x"))
    house = alice.house()
    row = DraftRow.objects.get(id=made)
    place = drafts._place(made, row.vault_id, row.version)
    row.sealed = house.sealer(VaultKind.PRIVATE).seal(place, msgspec.msgpack.encode({"type": "unheard.of"}))
    row.save()
    with pytest.raises(msgspec.ValidationError):
        drafts.draft(alice.house(), UUID(str(made)), LetterDraft)
