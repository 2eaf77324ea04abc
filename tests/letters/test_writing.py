"""Writing: what is typed is never lost, never written over, and never read while the pages are closed."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.conf import settings

from goldseam.coach import Role
from goldseam.core.drafts import LetterDraft
from goldseam.letters.pencil import role_in
from goldseam.log import drafts
from goldseam.log.models import DraftRow
from goldseam.spaces import leaving, pairing
from tests.cast import someone
from tests.letters.conftest import Couple, hidden, text_of
from tests.visitors import visitor

pytestmark = pytest.mark.django_db


def texts(couple: Couple) -> set[str]:
    return {kept.content.text for kept in drafts.drafts(couple.bob.house(), LetterDraft)}


def test_a_second_tab_goes_on_in_its_own_copy(couple: Couple) -> None:
    """Every later saving of that tab goes to the same copy: two tabs make two drafts, and no more."""
    draft = couple.begin("the first tab")
    fields = couple.last | {"writer": str(uuid4()), "draft": str(draft), "text": "the second tab"}
    for text in ("the second tab", "the second tab goes on", "and on"):
        kept = couple.at_bob.post(couple.url("keep", draft), fields | {"text": text})
        assert kept.status_code == 200
        fields |= hidden(kept.content.decode(), "draft", "base", "letter")
    assert texts(couple) == {"the first tab", "and on"}
    assert b"also open in another place" not in kept.content


def test_both_copies_can_be_sent(couple: Couple) -> None:
    draft = couple.begin("the first tab")
    other = couple.last | {"writer": str(uuid4()), "text": "the second tab"}
    kept = couple.at_bob.post(couple.url("keep", draft), other).content.decode()
    copy = hidden(kept, "draft")["draft"]
    for one in (draft, copy):
        sent = couple.at_bob.post(couple.url("send", one), {"believe": "yes", "afraid": "no"})
        assert sent.status_code == 303
    assert len(couple.letters.letters) == 2 and not DraftRow.objects.exists()


def test_saving_by_the_button_leads_to_the_own_copy(couple: Couple) -> None:
    draft = couple.begin("the first tab")
    other = couple.last | {"writer": str(uuid4()), "text": "the second tab"}
    there = couple.at_bob.post(couple.url("write", draft), other).headers["Location"]
    page = text_of(couple.at_bob, there)
    assert str(draft) not in there and "Both are kept" in page and "the second tab" in page


def test_throwing_away_the_copy_leaves_the_first(couple: Couple) -> None:
    draft = couple.begin("the first tab")
    other = couple.last | {"writer": str(uuid4()), "text": "the second tab"}
    kept = couple.at_bob.post(couple.url("keep", draft), other).content.decode()
    couple.at_bob.post(couple.url("discard", draft), hidden(kept, "draft"))
    assert texts(couple) == {"the first tab"}


def test_words_typed_after_the_letter_was_sent_elsewhere_are_not_lost(couple: Couple) -> None:
    draft = couple.begin("sent from the other tab")
    couple.at_bob.post(couple.url("send", draft), {"believe": "yes", "afraid": "no"})
    late = couple.last | {"text": "typed too late"}
    assert couple.at_bob.post(couple.url("keep", draft), late).status_code == 409
    page = couple.at_bob.post(couple.url("write", draft), late)
    assert page.status_code == 409 and b"typed too late" in page.content
    fields = hidden(page.content.decode(), "kind", "about") | {"text": "typed too late"}
    there = couple.at_bob.post(couple.url("new"), fields).headers["Location"]
    assert "typed too late" in text_of(couple.at_bob, there)


def test_while_the_pages_are_closed_only_the_saving_is_answered(couple: Couple) -> None:
    draft = couple.begin("I'm sorry you feel that way.")
    assert b"coach-notes" in couple.at_bob.post(couple.url("keep", draft), couple.last).content
    closed = visitor(couple.bob, private=False)
    kept = closed.post(couple.url("keep", draft), couple.last)
    assert kept.status_code == 200 and b"coach" not in kept.content and b"feel that way" not in kept.content


def test_a_session_that_ends_in_the_middle_asks_over_the_intact_text(couple: Couple) -> None:
    draft = couple.begin("before")
    tired = visitor(couple.bob)
    del tired.cookies[settings.UNLOCK_COOKIE_NAME]
    page = tired.post(couple.url("write", draft), couple.last | {"text": "half a sentence and"})
    assert page.status_code == 403 and b"half a sentence and" in page.content
    script = tired.post(couple.url("keep", draft), couple.last, headers={"X-Requested-With": "fetch"})
    assert script.status_code == 401 and script.headers["X-Goldseam-Locked"] == "shared"


def test_the_private_tier_ends_before_sending(couple: Couple) -> None:
    draft = couple.begin("larkspur")
    closed = visitor(couple.bob, private=False)
    page = closed.post(couple.url("send", draft), {"believe": "yes", "afraid": "no"})
    assert page.status_code == 403 and b"larkspur" not in page.content
    assert couple.letters.letters == {} and texts(couple) == {"larkspur"}


def test_a_paste_of_a_megabyte_is_refused_kindly_and_stays(couple: Couple) -> None:
    draft = couple.begin("safe")
    huge = couple.last | {"text": "þ" * 1_000_000}
    kept = couple.at_bob.post(couple.url("keep", draft), huge)
    assert kept.status_code == 422 and "Your words are still here" in kept.content.decode()
    page = couple.at_bob.post(couple.url("write", draft), huge)
    assert page.status_code == 422 and "þ" * 1000 in page.content.decode() and texts(couple) == {"safe"}


def test_lines_and_directions_come_back_as_they_were(couple: Couple) -> None:
    text = "שלום אליס,\n\nline one\nline two\t\u2067ab\u2069"
    draft = couple.begin(text.replace("\n", "\r\n"))
    assert texts(couple) == {text}
    assert 'dir="auto"' in text_of(couple.at_bob, couple.url("write", draft))


@pytest.mark.parametrize(
    "broken",
    [{"letter": "x"}, {"kind": "ransom"}, {"writer": ""}, {"base": "x"}, {"revises": "x"}, {"breach": "x"}],
)
def test_a_page_that_is_not_ours_saves_nothing(couple: Couple, broken: dict[str, str]) -> None:
    draft = couple.begin("safe")
    bad = couple.last | {"text": "bad"} | broken
    assert couple.at_bob.post(couple.url("keep", draft), bad).status_code == 409
    assert couple.at_bob.post(couple.url("write", draft), bad).status_code in (404, 409)
    assert texts(couple) == {"safe"}


def test_there_is_an_end_to_drafts(couple: Couple, monkeypatch: pytest.MonkeyPatch) -> None:
    couple.begin("one")
    monkeypatch.setattr(drafts, "MOST", 1)
    page = couple.at_bob.post(couple.url("new"), {"kind": "account"})
    assert page.status_code == 422 and b"no more room" in page.content
    assert couple.at_bob.post(couple.url("new"), {"kind": "ransom"}).status_code == 422


def test_a_draft_is_begun_while_the_pages_are_closed(couple: Couple) -> None:
    closed = visitor(couple.bob, private=False)
    there = closed.post(couple.url("new"), {"kind": "sorrow"}).headers["Location"]
    assert closed.get(there).status_code == 403
    assert len(drafts.drafts(couple.bob.house(), LetterDraft)) == 1


def test_nothing_new_is_begun_where_the_pairing_has_ended(couple: Couple) -> None:
    leaving.leave_space(couple.alice.house(), couple.space)
    assert couple.at_bob.post(couple.url("new"), {"kind": "account"}).status_code == 422
    assert "Begin" not in text_of(couple.at_bob, couple.url("new"))


def test_alone_one_can_write_and_not_send() -> None:
    dana = someone("Dana")
    space = pairing.start_space(dana.house())
    client = visitor(dana)
    couple = Couple(dana, dana, space, client, client)
    draft = couple.begin("for the day when")
    page = client.post(couple.url("send", draft), {"believe": "yes", "afraid": "no"})
    assert page.status_code == 422 and b"Nobody has joined you" in page.content
    assert b"for the day when" in page.content


def show(couple: Couple, role: str, breach: UUID | None = None, *, by_alice: bool = False) -> str:
    client, account = couple.at_alice if by_alice else couple.at_bob, str(breach or uuid4())
    name = "breaches:share_beside" if breach else "breaches:share"
    said = {
        "account": str(uuid4()) if breach else account,
        "kinds": ["lie_or_hidden"],
        "words": "it",
        "role": role,
    }
    couple.post(client, name, said | {"believe": "yes", "afraid": "no"}, *([breach] if breach else []))
    return account


@pytest.mark.parametrize(
    ("mine", "theirs", "role"),
    [
        ("broke_trust", None, Role.BROKE_TRUST),
        ("broke_trust", "hurt", Role.BROKE_TRUST),
        ("hurt", "broke_trust", Role.HURT),
        ("broke_trust", "i_see_it_differently", Role.DISPUTED),
        ("i_see_it_differently", "hurt", Role.DISPUTED),
        ("not_said", "hurt", Role.UNKNOWN),
        ("both_of_us", "both_of_us", Role.BROKE_TRUST),
        ("both_of_us", None, Role.UNKNOWN),
    ],
)
def test_a_role_is_taken_and_never_given(couple: Couple, mine: str, theirs: str | None, role: Role) -> None:
    breach = show(couple, mine)
    if theirs:
        show(couple, theirs, UUID(breach), by_alice=True)
    house = couple.bob.house()
    assert role_in(house, house.space(couple.space), breach) is role
    assert role_in(house, house.space(couple.space), str(uuid4())) is Role.UNKNOWN


def test_a_disputed_breach_asks_for_no_apology(couple: Couple) -> None:
    breach = show(couple, "i_see_it_differently")
    page = text_of(couple.at_bob, f"{couple.url('new')}?about={breach}&kind=apology")
    shown = page.split("Other kinds of letter")[0]
    assert "see this differently" in shown and 'value="account"' in shown and 'value="apology"' not in shown
    there = couple.at_bob.post(couple.url("new"), {"kind": "account", "about": breach}).headers["Location"]
    draft = UUID(there.split("/draft/")[1].strip("/"))
    content = drafts.draft(couple.bob.house(), draft, LetterDraft).content
    assert isinstance(content, LetterDraft) and content.breach == breach
    fields = couple.fields(there) | {"text": "I never did that. It was not me."}
    kept = couple.at_bob.post(couple.url("keep", draft), fields).content.decode()
    assert "data-quote" not in kept and "What the letter holds so far" not in kept


def test_a_letter_keeps_what_it_is_about(couple: Couple) -> None:
    breach = show(couple, "broke_trust")
    there = couple.at_bob.post(couple.url("new"), {"kind": "account", "about": breach}).headers["Location"]
    draft = there.split("/draft/")[1].strip("/")
    couple.at_bob.post(couple.url("keep", draft), couple.fields(there) | {"text": "All of it."})
    couple.at_bob.post(couple.url("send", draft), {"believe": "yes", "afraid": "no"})
    (letter,) = couple.letters.letters.values()
    assert letter.breach == breach


def test_what_the_letter_holds_is_listed(couple: Couple) -> None:
    draft = couple.begin("I am sorry. I lied to you.")
    page = text_of(couple.at_bob, couple.url("write", draft))
    assert "What the letter holds so far" in page and "(is there)" in page and "(not yet)" in page


def test_threats_lead_to_help_quietly(couple: Couple) -> None:
    draft = couple.begin("If you leave me I will kill you.")
    page = text_of(couple.at_bob, couple.url("write", draft))
    care = page.split('id="coach-care"')[1].split('class="between"')[0]
    assert "for-those-who-frighten" in care and "leaving-safely" in care and "data-quote" not in page
    off = couple.at_bob.post(couple.url("keep", draft), couple.last | {"coach": "off"}).content.decode()
    assert "for-those-who-frighten" in off


def test_no_word_of_a_draft_is_in_an_address_or_a_title(couple: Couple) -> None:
    draft = couple.begin("larkspur")
    for page in (couple.url("write", draft), couple.url("send", draft), couple.url("index")):
        response = couple.at_bob.get(page)
        title = response.content.decode().split("<title>")[1].split("</title>")[0]
        assert "larkspur" not in page + title and "Alice" not in title


def test_the_own_unsent_letters_show_only_while_the_pages_are_open(couple: Couple) -> None:
    couple.begin("larkspur")
    assert "larkspur" in text_of(couple.at_bob, couple.url("index"))
    assert "larkspur" not in text_of(visitor(couple.bob, private=False), couple.url("index"))
    assert "larkspur" not in text_of(couple.at_alice, couple.url("index"))


def test_another_version_begins_with_the_last_and_what_was_missing(couple: Couple) -> None:
    letter = couple.send("the first version")
    couple.answer(letter, "part_missing", parts=["what_it_did"], words="I lay awake.")
    first = couple.at_bob.post(couple.url("revise", letter)).headers["Location"]
    page = text_of(couple.at_bob, first)
    assert "the first version</textarea>" in page and "I lay awake." in page and "What it did to me" in page
    assert couple.at_bob.post(couple.url("revise", letter)).headers["Location"] == first


def test_a_version_for_a_letter_that_was_taken_back_keeps_its_words(couple: Couple) -> None:
    letter = couple.send("the first version")
    couple.answer(letter, "part_missing", parts=["what_it_did"])
    there = couple.at_bob.post(couple.url("revise", letter)).headers["Location"]
    couple.at_bob.post(couple.url("withdraw", letter))
    assert "the first version</textarea>" in text_of(couple.at_bob, there)
    sent = couple.at_bob.post(there + "send/", {"believe": "yes", "afraid": "no"})
    assert (
        sent.status_code == 422 and b"was taken back" in sent.content and b"the first version" in sent.content
    )
