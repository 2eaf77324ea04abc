"""Kind words by way of their pages: written, given, read or not, taken back; and what nobody may learn."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from goldseam.content import words
from goldseam.core.base import VaultKind
from goldseam.core.desk import Lies, keep_hours
from goldseam.core.drafts import KindWordDraft, LetterDraft
from goldseam.core.kindness import A_DAY, MOST_A_DAY, MOST_WORDS, KindWordState
from goldseam.keys import clock
from goldseam.kindwords import notes
from goldseam.log import drafts
from goldseam.log.models import DraftRow, EntryRow
from goldseam.spaces import leaving
from tests.cast import NOW, pair, someone
from tests.kindwords.conftest import Couple, text
from tests.visitors import seen, visitor

pytestmark = pytest.mark.django_db

SAW, MEANT = "You put the phone away while we ate.", "I could taste the soup."


def draft_of(couple: Couple) -> KindWordDraft:
    [kept] = drafts.drafts(couple.alice.house(), KindWordDraft)
    return kept.content


# Giving


def test_from_writing_to_reading(couple: Couple) -> None:
    draft = couple.begin(SAW, MEANT)
    look = couple.page(couple.at_alice, "give", draft)
    assert "This is what Bob will see" in look and SAW in look and "What it meant to Alice" in look
    given = couple.at_alice.post(couple.url("give", draft), {})
    assert given.headers["Location"] == couple.url("note", couple.last["note"])
    assert not DraftRow.objects.exists()
    note = UUID(couple.last["note"])
    row = couple.page(couple.at_bob, "index")
    assert "A note from Alice" in row and SAW not in row
    closed = couple.page(couple.at_bob, "note", note)
    assert "A note from Alice is here" in closed and SAW not in closed
    couple.at_bob.post(couple.url("read", note))
    opened = couple.page(couple.at_bob, "note", note)
    assert SAW in opened and MEANT in opened and "Alice noticed" in opened
    assert SAW not in couple.page(couple.at_bob, "index"), "somebody may look over a shoulder"
    assert SAW not in couple.page(couple.at_alice, "index")


def test_what_it_meant_may_be_left_out(couple: Couple) -> None:
    note = couple.give(SAW)
    couple.at_bob.post(couple.url("read", note))
    assert "What it meant" not in couple.page(couple.at_bob, "note", note)


def test_either_may_give_and_nothing_is_asked_back(couple: Couple) -> None:
    note = couple.give(SAW, who=couple.at_bob)
    couple.at_alice.post(couple.url("read", note))
    page = couple.at_alice.get(couple.url("note", note)).content.decode()
    assert page.count("<textarea") == 0 and SAW in page
    mine = couple.page(couple.at_bob, "note", note)
    assert "You are not told." in mine


def test_given_twice_it_is_given_once(couple: Couple) -> None:
    draft = couple.begin(SAW)
    sent = {"note": couple.last["note"]}
    first = couple.at_alice.post(couple.url("give", draft), sent)
    second = couple.at_alice.post(couple.url("give", draft), sent)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(couple.notes) == 1
    assert couple.at_alice.post(couple.url("give", draft), {"note": str(uuid4())}).status_code == 404


def test_what_changed_meanwhile_is_looked_at_once_more(couple: Couple) -> None:
    draft = couple.begin(SAW)
    couple.at_alice.post(couple.url("keep", draft), couple.last | {"noticed": "Something else."})
    page = couple.at_alice.post(couple.url("give", draft), {"version": "2"})
    assert page.status_code == 409 and "Something else." in text(page) and not couple.notes


@pytest.mark.parametrize(
    ("noticed", "meant", "says"),
    [(" \n", "", "One line is enough"), ("x" * (MOST_WORDS + 1), "", "500"), (SAW, "y" * 501, "500")],
)
def test_what_is_empty_or_too_long_is_not_given_and_stays(
    couple: Couple, noticed: str, meant: str, says: str
) -> None:
    draft = couple.begin(noticed, meant)
    looked = couple.page(couple.at_alice, "give", draft)
    assert says in looked and "Give it to Bob" not in looked
    page = couple.at_alice.post(couple.url("give", draft), {})
    assert page.status_code == 422 and says in text(page)
    assert not couple.notes and draft_of(couple).meant == meant


def test_more_than_a_few_a_day_keep_for_another_day(couple: Couple) -> None:
    for number in range(MOST_A_DAY):
        note = couple.give(f"{SAW} {number}")
    couple.at_alice.post(couple.url("withdraw", note))
    draft = couple.begin("One too many.")
    page = couple.at_alice.post(couple.url("give", draft), {})
    assert page.status_code == 422 and "can feel like pressure" in text(page)
    assert draft_of(couple).noticed == "One too many."
    assert couple.give("From the other.", who=couple.at_bob)


@pytest.mark.parametrize(("act", "says"), [("pause", "paused"), ("leave", "has ended")])
def test_a_place_that_takes_no_words_keeps_the_draft(couple: Couple, act: str, says: str) -> None:
    draft = couple.begin(SAW)
    end = leaving.pause_space if act == "pause" else leaving.leave_space
    end(couple.bob.house(), couple.space)
    page = couple.at_alice.post(couple.url("give", draft), {})
    assert page.status_code == 422 and says in text(page) and SAW in text(page)
    assert draft_of(couple).noticed == SAW


def test_an_archive_begins_nothing_and_gives_back(couple: Couple) -> None:
    note = couple.give(SAW)
    leaving.leave_space(couple.bob.house(), couple.space)
    begun = couple.at_alice.post(couple.url("begin"))
    assert begun.headers["Location"] == couple.url("index") and not DraftRow.objects.exists()
    assert "Write one down" not in couple.page(couple.at_alice, "index")
    assert "If you want none now" not in couple.page(couple.at_alice, "index")
    assert couple.at_alice.post(couple.url("withdraw", note)).status_code == 303
    assert couple.notes[str(note)].state is KindWordState.WITHDRAWN


def test_what_came_while_none_was_wanted_is_found_in_an_archive(couple: Couple) -> None:
    couple.at_bob.post(couple.url("quiet"), {})
    note = couple.give(SAW)
    leaving.leave_space(couple.alice.house(), couple.space)
    row = couple.url("note", note)
    page = couple.at_bob.get(couple.url("index"))
    assert "Look for what has come" in text(page) and row in page.content.decode()
    couple.at_bob.post(couple.url("quiet"), {"show": "1"})
    page = couple.at_bob.get(couple.url("index"))
    assert "Look for what has come" not in text(page) and row in page.content.decode()
    couple.at_bob.post(couple.url("read", note))
    assert SAW in couple.page(couple.at_bob, "note", note)


def test_the_numbers_that_are_told_are_those_that_hold() -> None:
    told, refusals = words().kindness, words().refusals
    assert MOST_A_DAY == 3 and "three kind words" in refusals["enough_today"]
    assert timedelta(hours=24) == A_DAY and "24 hours" in refusals["enough_today"]
    assert f"{MOST_WORDS} characters" in refusals["kindness.too_long"]
    assert f"{MOST_WORDS} characters" in told.writing.noticed_hint


# Writing


def test_two_tabs_lose_nothing(couple: Couple) -> None:
    draft = couple.begin("from the first tab")
    other = couple.last | {"writer": str(uuid4()), "noticed": "from the second tab"}
    kept = couple.at_alice.post(couple.url("keep", draft), other)
    assert "also open in another place" in text(kept)
    found = drafts.drafts(couple.alice.house(), KindWordDraft)
    assert {one.content.noticed for one in found} == {"from the first tab", "from the second tab"}
    assert len({one.content.note for one in found}) == 2, "giving both gives both"


def test_it_is_kept_while_the_pages_are_closed_and_not_read(couple: Couple) -> None:
    draft = couple.begin("before")
    closed = visitor(couple.alice, private=False)
    page = closed.get(couple.url("write", draft))
    assert page.status_code == 403 and b"before" not in page.content
    kept = closed.post(couple.url("keep", draft), couple.last | {"noticed": "after"})
    assert kept.status_code == 200 and "In pencil" not in text(kept)
    assert draft_of(couple).noticed == "after"


def test_a_closed_index_is_the_same_whatever_drafts_there_are(couple: Couple) -> None:
    closed = visitor(couple.alice, private=False)
    before = seen(closed, couple.url("index"))
    couple.begin("one")
    assert seen(closed, couple.url("index")) == before


def test_without_a_script_it_is_saved_by_a_button(couple: Couple) -> None:
    draft = couple.begin("first")
    saved = couple.at_alice.post(couple.url("write", draft), couple.last | {"noticed": "second"})
    assert saved.headers["Location"] == couple.url("write", draft)
    assert "second" in couple.page(couple.at_alice, "write", draft)
    on = couple.at_alice.post(couple.url("write", draft), couple.last | {"noticed": "third", "go": "1"})
    assert on.headers["Location"] == couple.url("give", draft)
    other = couple.last | {"writer": str(uuid4()), "noticed": "fourth"}
    copied = couple.at_alice.post(couple.url("write", draft), other)
    assert copied.headers["Location"].endswith("?second")
    assert "This is the second draft." in text(couple.at_alice.get(copied.headers["Location"]))


def test_a_very_large_paste_is_refused_beside_its_box_and_comes_back(couple: Couple) -> None:
    draft = couple.begin("safe")
    huge = couple.last | {"meant": "y" * (10 * MOST_WORDS + 1)}
    kept = couple.at_alice.post(couple.url("keep", draft), huge)
    assert kept.status_code == 422 and kept.headers["Content-Type"].startswith("text/plain")
    page = couple.at_alice.post(couple.url("write", draft), huge)
    assert page.status_code == 422 and huge["meant"] in page.content.decode()
    assert page.content.count(b'class="err" id="id_') == 1
    assert draft_of(couple).noticed == "safe"


def test_words_for_a_draft_that_is_gone_come_back(couple: Couple) -> None:
    draft = couple.begin(SAW)
    couple.at_alice.post(couple.url("give", draft), {})
    late = couple.last | {"noticed": "typed in another tab"}
    assert couple.at_alice.post(couple.url("keep", draft), late).status_code == 409
    page = couple.at_alice.post(couple.url("write", draft), late)
    assert page.status_code == 409 and "given from another place" in text(page)
    place = couple.at_alice.post(couple.url("begin"), {"noticed": "typed in another tab"}).headers["Location"]
    assert "typed in another tab" in text(couple.at_alice.get(place))


def test_words_without_a_draft_become_one_also_in_an_archive(couple: Couple) -> None:
    leaving.leave_space(couple.bob.house(), couple.space)
    place = couple.at_alice.post(couple.url("begin"), {"noticed": SAW}).headers["Location"]
    assert SAW in text(couple.at_alice.get(place))


def test_words_that_cannot_become_a_draft_come_back_and_say_why(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    huge = "x" * (10 * MOST_WORDS + 1)
    page = couple.at_alice.post(couple.url("begin"), {"noticed": huge, "meant": MEANT})
    assert page.status_code == 422 and "500 characters fit" in text(page)
    assert huge in text(page) and MEANT in text(page)
    monkeypatch.setattr(drafts, "MOST", 0)
    page = couple.at_alice.post(couple.url("begin"), {"noticed": SAW, "meant": MEANT})
    assert page.status_code == 422 and "There is no more room here" in text(page)
    assert SAW in text(page) and MEANT in text(page) and not DraftRow.objects.exists()
    assert couple.at_alice.post(couple.url("begin")).status_code == 409


def test_a_saving_with_a_number_that_no_page_sends_is_answered(couple: Couple) -> None:
    draft = couple.begin(SAW)
    spoilt = couple.last | {"base": "9" * 5_000, "meant": "y" * (10 * MOST_WORDS + 1)}
    assert couple.at_alice.post(couple.url("write", draft), spoilt).status_code == 422


def test_a_draft_is_thrown_away(couple: Couple) -> None:
    draft = couple.begin(SAW)
    couple.at_alice.post(couple.url("discard", draft), couple.last)
    assert not DraftRow.objects.exists()
    page = couple.at_alice.post(couple.url("write", draft), couple.last)
    assert page.status_code == 409 and "kept or thrown away in another place" in text(page)


@pytest.mark.parametrize("spoilt", [{"note": "x"}, {"writer": "x"}, {"base": "x"}])
def test_what_is_no_page_of_ours_is_not_kept(couple: Couple, spoilt: dict[str, str]) -> None:
    draft = couple.begin("before")
    answer = couple.at_alice.post(couple.url("keep", draft), couple.last | {"noticed": "after"} | spoilt)
    assert answer.status_code == 409 and draft_of(couple).noticed == "before"


def test_a_draft_of_one_room_is_not_found_in_another(couple: Couple) -> None:
    mine = couple.begin(SAW)
    assert couple.at_alice.get(f"/ours/{couple.space}/letters/draft/{mine}/").status_code == 404
    content = LetterDraft(space=str(couple.space), letter=str(uuid4()), kind="apology", text="I lied.")
    letter = drafts.start_draft(couple.alice.house(), content)
    assert couple.at_alice.get(couple.url("write", letter)).status_code == 404
    assert "I lied." not in couple.page(couple.at_alice, "index")
    assert SAW not in text(couple.at_alice.get(f"/ours/{couple.space}/letters/"))


def test_a_draft_of_one_place_is_not_found_in_another(couple: Couple) -> None:
    draft = couple.begin(SAW)
    elsewhere = pair(couple.alice, someone("Charlie"))
    moved = couple.url("write", draft).replace(str(couple.space), str(elsewhere))
    assert visitor(couple.alice).get(moved).status_code == 404


@pytest.mark.parametrize(
    ("wrote", "says"),
    [
        ("Thank you for finally getting over it.", "no more room for what they feel"),
        ("Thank you for finally telling the truth.", "this says what was missing before"),
        ("You were nice for once.", "this says what was missing before"),
        ("You were kind. If you leave me I will kill myself.", "Are you thinking of ending your life?"),
        ("You came home. I will hurt you if you do not.", "being hurt or held by fear"),
    ],
)
def test_the_coach_speaks_to_the_writer_alone_and_stops_nothing(
    couple: Couple, wrote: str, says: str
) -> None:
    draft = couple.begin(wrote)
    assert says in couple.page(couple.at_alice, "write", draft)
    assert says in text(couple.at_alice.post(couple.url("keep", draft), couple.last))
    assert couple.at_alice.post(couple.url("give", draft), {}).status_code == 303
    note = UUID(couple.last["note"])
    couple.at_bob.post(couple.url("read", note))
    assert says not in couple.page(couple.at_bob, "note", note)


def test_plain_kind_words_get_no_remark(couple: Couple) -> None:
    assert "No remarks." in couple.page(couple.at_alice, "write", couple.begin(SAW, MEANT))


# Receiving


def test_the_giver_sees_the_same_whatever_the_receiver_does(couple: Couple) -> None:
    note = couple.give(SAW)
    pages = [couple.url("note", note), couple.url("index"), "/home/", f"/ours/{couple.space}/", "/live/news/"]
    before = [seen(couple.at_alice, page) for page in pages]
    for act, lies in (("put_away", Lies.AWAY), ("read", Lies.OPENED), ("put_away", Lies.AWAY)):
        assert couple.at_bob.post(couple.url(act, note)).status_code == 303
        assert couple.bob.house().desk.kind_words[str(note)] is lies
        assert [seen(couple.at_alice, page) for page in pages] == before, act
    for days, quiet in (({"days": "7"}, True), ({"show": "1"}, False), ({"days": "30"}, True), ({}, True)):
        assert couple.at_bob.post(couple.url("quiet"), days).status_code == 303
        assert (str(couple.space) in couple.bob.house().desk.kind_quiet) is quiet
        assert [seen(couple.at_alice, page) for page in pages] == before, days


def test_it_is_put_away_unread(couple: Couple) -> None:
    note = couple.give(SAW)
    couple.at_bob.post(couple.url("put_away", note))
    page = couple.page(couple.at_bob, "index")
    assert "You put this away." in page and SAW not in page
    assert SAW not in couple.page(couple.at_bob, "note", note)
    assert "A note from" not in text(couple.at_bob.get("/home/"))


def test_what_lies_closed_holds_no_words(couple: Couple) -> None:
    """Not even for a template that would show them by mistake."""
    note = couple.give(SAW, MEANT)
    house = couple.bob.house()
    closed = notes.one(house, house.space(couple.space), note)
    assert (closed.noticed, closed.meant, closed.opened) == ("", "", False)


def test_home_says_only_that_something_waits_and_once(couple: Couple) -> None:
    first, second = couple.give(SAW), couple.give("You waited.")
    home = text(couple.at_bob.get("/home/"))
    assert home.count("A note from Alice") == 1 and SAW not in home
    assert "A note from" not in text(couple.at_alice.get("/home/"))
    couple.at_bob.post(couple.url("read", first))
    assert "A note from Alice" in text(couple.at_bob.get("/home/"))
    couple.at_bob.post(couple.url("read", second))
    assert "A note from" not in text(couple.at_bob.get("/home/"))


@pytest.fixture
def march(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The third of March, before anybody comes."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return monkeypatch


def test_it_is_quiet_for_a_week(march: pytest.MonkeyPatch, couple: Couple) -> None:
    couple.at_bob.post(couple.url("quiet"), {"days": "7"})
    note = couple.give(SAW)
    assert "A note from" not in text(couple.at_bob.get("/home/"))
    page = couple.page(couple.at_bob, "index")
    assert "10 March 2026" in page and "To you" not in page and "Look for what has come" in page
    couple.at_bob.post(couple.url("read", note))
    assert SAW in couple.page(couple.at_bob, "note", note)
    couple.give("You waited.")
    march.setattr(clock, "now", lambda: NOW + timedelta(days=7))
    assert "A note from Alice" in text(visitor(couple.bob).get("/home/"))


def test_it_is_quiet_until_it_is_asked_for(couple: Couple) -> None:
    couple.at_bob.post(couple.url("quiet"), {})
    couple.give(SAW)
    assert "until you ask for them" in couple.page(couple.at_bob, "index")
    assert "A note from" not in text(couple.at_bob.get("/home/"))
    couple.at_bob.post(couple.url("quiet"), {"show": "1"})
    assert "A note from Alice" in text(couple.at_bob.get("/home/"))


def test_it_waits_for_the_reading_hours_and_can_be_looked_for(
    march: pytest.MonkeyPatch, couple: Couple
) -> None:
    couple.bob.house().act(lambda _: keep_hours(start=9 * 60, end=10 * 60))
    note = couple.give(SAW)
    assert "A note from" not in text(couple.at_bob.get("/home/"))
    page = couple.page(couple.at_bob, "index")
    assert "Until 09:00, kind words do not show themselves." in page and "A note from Alice" in page
    couple.at_bob.post(couple.url("read", note))
    assert "There is nothing." in couple.page(couple.at_bob, "index")
    couple.bob.house().act(lambda _: keep_hours(start=None, end=None))
    assert "These are not your reading hours" not in couple.page(couple.at_bob, "index")


# Taking back


def test_what_is_taken_back_is_erased_and_leaves_a_gap(couple: Couple) -> None:
    note = couple.give("to be taken back")
    couple.at_bob.post(couple.url("read", note))
    assert "to be taken back" not in couple.page(couple.at_alice, "withdraw", note)
    for _ in range(2):
        assert couple.at_alice.post(couple.url("withdraw", note)).status_code == 303
    for who in (couple.at_alice, couple.at_bob):
        assert "to be taken back" not in couple.page(who, "note", note)
        assert "taken back" in couple.page(who, "index")
    vault = couple.bob.house().vault(VaultKind.SHARED, couple.space)
    assert EntryRow.objects.filter(vault_id=vault.id, sealed__isnull=True).count() == 1


def test_what_is_taken_back_unread_leaves_home(couple: Couple) -> None:
    note = couple.give(SAW)
    assert "A note from Alice" in text(couple.at_bob.get("/home/"))
    assert couple.at_alice.post(couple.url("withdraw", note)).status_code == 303
    assert "A note from" not in text(couple.at_bob.get("/home/"))


def test_only_the_giver_takes_it_back(couple: Couple) -> None:
    note = couple.give(SAW)
    assert couple.at_bob.get(couple.url("withdraw", note)).status_code == 404
    assert couple.at_bob.post(couple.url("withdraw", note)).status_code == 404
    assert couple.notes[str(note)].state is KindWordState.GIVEN
    assert couple.at_bob.get(couple.url("note", uuid4())).status_code == 404
