"""What was noticed and kept for oneself: sealed, read with the passphrase alone, erased for good."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goldseam.core.base import VaultKind
from goldseam.core.kindness import MOST_WORDS, NOTICED
from goldseam.kindwords import kept
from goldseam.log.models import DraftRow
from tests.cast import Someone, someone
from tests.kindwords.conftest import Couple, text
from tests.security.scene import hidden
from tests.visitors import seen, visitor

pytestmark = pytest.mark.django_db

KEPT = reverse("kindwords:kept")


@pytest.fixture
def alice() -> Someone:
    """She is here alone."""
    return someone("Alice")


@pytest.fixture
def browser(alice: Someone) -> Client:
    return visitor(alice)


def keep(browser: Client, noticed: str, meant: str = "", once: str = "") -> None:
    done = browser.post(KEPT, {"once": once or str(uuid4()), "noticed": noticed, "meant": meant})
    assert done.status_code == 303


def ids(who: Someone) -> list[str]:
    return list(who.house().folded(NOTICED, VaultKind.PRIVATE).notes)


def test_one_alone_keeps_the_newest_first(alice: Someone, browser: Client) -> None:
    assert "Nothing is kept here yet." in text(browser.get(KEPT))
    keep(browser, "The neighbour held the door.")
    keep(browser, "My sister rang.", "She remembered.")
    page = text(browser.get(f"{KEPT}?kept"))
    assert page.index("My sister rang.") < page.index("The neighbour held the door.")
    assert "She remembered." in page and "Saved. Only you have these words." in page


def test_a_double_click_keeps_once(alice: Someone, browser: Client) -> None:
    once = str(uuid4())
    for _ in range(2):
        keep(browser, "My sister rang.", once=once)
    assert len(ids(alice)) == 1


def test_what_is_refused_stays_on_the_page(alice: Someone, browser: Client) -> None:
    sent = {"noticed": "x" * (MOST_WORDS + 1), "meant": "kept in the form"}
    page = browser.post(KEPT, sent)
    assert page.status_code == 422 and b"kept in the form" in page.content
    assert page.content.count(b'class="err" id="id_') == 1 and ids(alice) == []
    assert "One line is enough" in text(browser.post(KEPT, {"noticed": " "}))


def test_it_is_written_while_closed_and_looks_the_same_whatever_it_holds(
    alice: Someone, browser: Client
) -> None:
    closed = visitor(alice, private=False)
    before = seen(closed, KEPT)
    keep(browser, "My sister rang.")
    assert seen(closed, KEPT) == before
    keep(closed, "written in the dark")
    assert seen(closed, KEPT) == before
    assert "written in the dark" in text(browser.get(KEPT))


def test_it_is_erased_for_good(alice: Someone, browser: Client) -> None:
    keep(browser, "My sister rang.")
    [one] = ids(alice)
    for _ in range(2):
        assert browser.post(reverse("kindwords:erase", args=[one])).status_code == 303
    assert ids(alice) == [] and "My sister rang." not in text(browser.get(KEPT))


def test_there_is_a_page_for_more(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "A_SCREEN", 2)
    for number in range(3):
        keep(browser, f"thing {number}")
    assert "thing 0" not in text(browser.get(KEPT)) and "Older" in text(browser.get(KEPT))
    assert "thing 0" in text(browser.get(f"{KEPT}?p=2"))


@pytest.mark.parametrize("page", ["write", "give"])
def test_a_draft_is_kept_for_oneself_and_never_shown(couple: Couple, page: str) -> None:
    draft = couple.begin("Only for me.", "I smiled.")
    sent = (
        couple.last
        if page == "write"
        else hidden(couple.at_alice.get(couple.url("give", draft)).content.decode())
    )
    done = couple.at_alice.post(couple.url(page, draft), {**sent, "for_me": "1"})
    assert done.headers["Location"] == f"{KEPT}?kept"
    assert not DraftRow.objects.exists() and couple.notes == {}
    assert "Only for me." in text(couple.at_alice.get(KEPT))
    assert ids(couple.alice) == [couple.last["note"]] and ids(couple.bob) == []


def test_kept_for_oneself_twice_from_the_page_before_giving(couple: Couple) -> None:
    draft = couple.begin("Only for me.")
    sent = hidden(couple.at_alice.get(couple.url("give", draft)).content.decode()) | {"for_me": "1"}
    for _ in range(2):
        done = couple.at_alice.post(couple.url("give", draft), sent)
        assert done.status_code == 303 and done.headers["Location"] == f"{KEPT}?kept"
    assert ids(couple.alice) == [couple.last["note"]] and couple.notes == {}


def test_no_prompt_about_the_other_where_it_is_about_anybody(couple: Couple) -> None:
    page = text(couple.at_alice.get(KEPT))
    assert "Care without words" in page and "What first won your heart" not in page
    assert "What first won your heart" in couple.page(couple.at_alice, "write", couple.begin())


def test_an_empty_draft_is_not_kept_for_oneself(couple: Couple) -> None:
    draft = couple.begin(" ", "I smiled.")
    page = couple.at_alice.post(couple.url("write", draft), {**couple.last, "for_me": "1"})
    assert page.status_code == 422 and b"I smiled." in page.content and b'class="err"' in page.content
    assert DraftRow.objects.count() == 1 and ids(couple.alice) == []


def test_a_draft_is_kept_for_oneself_while_the_pages_are_closed(couple: Couple) -> None:
    draft = couple.begin("before")
    closed = visitor(couple.alice, private=False)
    done = closed.post(couple.url("write", draft), {**couple.last, "noticed": "in the dark", "for_me": "1"})
    assert done.status_code == 303
    assert ids(couple.alice) == [couple.last["note"]] and not DraftRow.objects.exists()
    assert UUID(couple.last["note"]) and "in the dark" in text(couple.at_alice.get(KEPT))
