"""The journal, page by page: kept, read, looked through, erased; and everything that can be typed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goldseam.core import desk, journal
from goldseam.core.base import VaultKind
from goldseam.core.journal import JOURNAL
from goldseam.journal import pages
from goldseam.journal.pages import A_SCREEN, MOST_FOUND
from goldseam.log.models import EntryRow
from tests.cast import NOW, Someone, someone
from tests.pages import close, fields, open_over, sent, text
from tests.visitors import seen, visitor

pytestmark = pytest.mark.django_db

JOURNAL_PAGE = reverse("journal:index")
SEARCH = reverse("journal:search")


@pytest.fixture
def alice() -> Someone:
    return someone("Alice")


@pytest.fixture
def browser(alice: Someone) -> Client:
    return visitor(alice)


def texts(who: Someone) -> list[str]:
    return [page.text for page in pages.written(who.house())]


def write(who: Someone, *words: str) -> None:
    for number, each in enumerate(words):
        house = who.house(NOW + timedelta(minutes=number))
        house.act(lambda _, each=each: journal.write(id=str(uuid4()), text=each))  # type: ignore[misc]


def only_page(who: Someone) -> UUID:
    (page,) = who.house().folded(JOURNAL, VaultKind.PRIVATE).newest_first
    return UUID(page.id)


# Writing


def test_a_page_is_kept_and_read_again(alice: Someone, browser: Client) -> None:
    form = fields(browser.get(JOURNAL_PAGE))
    place = sent(browser.post(JOURNAL_PAGE, form | {"text": "Slept three hours.\r\nAte toast."}))
    page = text(browser.get(place))
    assert "Saved. Only you have these words." in page
    assert "Slept three hours." in page
    assert texts(alice) == ["Slept three hours.\nAte toast."]


def test_a_page_that_is_kept_says_so_once(browser: Client) -> None:
    assert "Saved" not in text(browser.get(JOURNAL_PAGE))


def test_writing_works_while_the_pages_are_closed(alice: Someone) -> None:
    browser = visitor(alice, private=False)
    place = sent(browser.post(JOURNAL_PAGE, fields(browser.get(JOURNAL_PAGE)) | {"text": "a closed word"}))
    page = text(browser.get(place))
    assert "Saved. Only you have these words." in page
    assert "a closed word" not in page
    assert texts(alice) == ["a closed word"]


def test_a_double_click_keeps_it_once(alice: Someone, browser: Client) -> None:
    form = fields(browser.get(JOURNAL_PAGE)) | {"text": "once"}
    assert sent(browser.post(JOURNAL_PAGE, form)) == sent(browser.post(JOURNAL_PAGE, form))
    assert texts(alice) == ["once"]


def test_other_words_from_a_form_that_came_back_are_kept_too(alice: Someone, browser: Client) -> None:
    form = fields(browser.get(JOURNAL_PAGE))
    for words in ("before Back", "after Back"):
        sent(browser.post(JOURNAL_PAGE, form | {"text": words}))
    assert sorted(texts(alice)) == ["after Back", "before Back"]


def test_two_tabs_both_keep_their_words(alice: Someone) -> None:
    one, other = visitor(alice), visitor(alice)
    first, second = fields(one.get(JOURNAL_PAGE)), fields(other.get(JOURNAL_PAGE))
    sent(one.post(JOURNAL_PAGE, first | {"text": "in one"}))
    sent(other.post(JOURNAL_PAGE, second | {"text": "in the other"}))
    assert sorted(texts(alice)) == ["in one", "in the other"]


@pytest.mark.parametrize("page", ["", "no id at all", "0", "\x00"])
def test_a_broken_id_costs_no_words(page: str, alice: Someone, browser: Client) -> None:
    sent(browser.post(JOURNAL_PAGE, {"page": page, "text": "still kept"}))
    assert texts(alice) == ["still kept"]


@pytest.mark.parametrize("blank", ["", "   ", "\r\n\r\n", "\x00", "\u200b\u200f"])
@pytest.mark.parametrize("private", [True, False])
def test_an_empty_page_is_asked_for_a_line(blank: str, private: bool, alice: Someone) -> None:
    refused = visitor(alice, private=private).post(JOURNAL_PAGE, {"page": str(uuid4()), "text": blank})
    assert refused.status_code == 422
    assert "Write a line first. One is enough." in text(refused)
    assert 'id="id_text-err"' in text(refused)
    assert texts(alice) == []


@pytest.mark.parametrize("private", [True, False])
def test_twenty_thousand_fit_and_one_more_does_not(private: bool, alice: Someone) -> None:
    browser = visitor(alice, private=private)
    refused = browser.post(JOURNAL_PAGE, fields(browser.get(JOURNAL_PAGE)) | {"text": "x" * 20_001})
    assert refused.status_code == 422
    assert "20,000 characters fit" in text(refused)
    assert fields(refused)["text"] == ["x" * 20_001]
    form = fields(refused)
    sent(browser.post(JOURNAL_PAGE, form | {"text": "x" * 20_000}))
    assert texts(alice) == ["x" * 20_000]


def test_line_breaks_count_as_one_as_the_page_counts_them(alice: Someone, browser: Client) -> None:
    sent(browser.post(JOURNAL_PAGE, {"page": str(uuid4()), "text": "x\r\n" * 10_000}))
    assert len(texts(alice)[0]) == 19_999


def test_a_megabyte_stays_in_the_page(alice: Someone, browser: Client) -> None:
    paste = "wörter " * 140_000
    refused = browser.post(JOURNAL_PAGE, {"page": str(uuid4()), "text": paste})
    assert refused.status_code == 422
    assert fields(refused)["text"] == [paste]
    assert texts(alice) == []


def test_more_than_a_request_may_hold_is_said_plainly(alice: Someone, browser: Client) -> None:
    refused = browser.post(
        JOURNAL_PAGE, f"text={'x' * 5_000_000}", content_type="application/x-www-form-urlencoded"
    )
    assert refused.status_code == 413
    assert "It was not saved." in text(refused)
    assert texts(alice) == []


def test_control_characters_go_and_the_words_stay(alice: Someone, browser: Client) -> None:
    sent(browser.post(JOURNAL_PAGE, {"page": str(uuid4()), "text": "be\x00fore \x1b[31mand\x07 after\u202e"}))
    assert texts(alice) == ["before [31mand after"]


def test_right_to_left_words_keep_their_direction(alice: Someone, browser: Client) -> None:
    sent(browser.post(JOURNAL_PAGE, {"page": str(uuid4()), "text": "نمت ثلاث ساعات"}))
    page = text(browser.get(reverse("journal:page", args=[only_page(alice)])))
    assert '<p class="said" dir="auto">نمت ثلاث ساعات</p>' in page
    assert '<span dir="auto">نمت ثلاث ساعات</span>' in text(browser.get(JOURNAL_PAGE))


def test_markup_is_words(alice: Someone, browser: Client) -> None:
    write(alice, "<script>alert(1)</script> & <b>")
    for path in (JOURNAL_PAGE, reverse("journal:page", args=[only_page(alice)])):
        page = text(browser.get(path))
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page


def test_a_word_without_end_does_not_fill_the_list(alice: Someone, browser: Client) -> None:
    write(alice, "x" * 20_000)
    assert "x" * 200 not in text(browser.get(JOURNAL_PAGE))


@pytest.mark.parametrize("closed", [("shared", "private"), ("private",)])
def test_words_outlive_keys_that_close_while_one_writes(closed: tuple[str, ...], alice: Someone) -> None:
    browser = visitor(alice)
    form = fields(browser.get(JOURNAL_PAGE)) | {"text": 'Long  thoughts\nof "two" <lines>\n'}
    close(browser, *closed)
    answer = browser.post(JOURNAL_PAGE, form)
    if "shared" in closed:
        answer = open_over(browser, JOURNAL_PAGE, answer)
    sent(answer)
    assert texts(alice) == ['Long  thoughts\nof "two" <lines>']


# Reading


def test_the_newest_page_comes_first_and_a_screen_holds_twenty(alice: Someone, browser: Client) -> None:
    write(alice, *(f"page number {number} of all" for number in range(A_SCREEN + 1)))
    first, second = text(browser.get(JOURNAL_PAGE)), text(browser.get(JOURNAL_PAGE, {"p": 2}))
    assert f"page number {A_SCREEN} of all" in first
    assert "page number 0 of all" not in first
    assert first.index(f"page number {A_SCREEN} of") < first.index(f"page number {A_SCREEN - 1} of")
    assert "Older" in first
    assert "Newer" not in first
    assert "page number 0 of all" in second
    assert "Newer" in second


@pytest.mark.parametrize("number", ["999", "0", "-1", "none", "", "\x00"])
def test_a_page_number_that_is_none_shows_some_page(number: str, alice: Someone, browser: Client) -> None:
    write(alice, "here")
    assert "here" in text(browser.get(JOURNAL_PAGE, {"p": number}))


def test_a_date_is_the_writers_own(alice: Someone, browser: Client) -> None:
    alice.house().act(lambda _: desk.choose_zone(zone="Pacific/Auckland"))
    write(alice, "late in London")
    assert "Wednesday 4 March 2026" in text(browser.get(JOURNAL_PAGE))


def test_an_empty_journal_says_so(browser: Client) -> None:
    assert "No page yet." in text(browser.get(JOURNAL_PAGE))


def test_a_closed_journal_is_the_same_whatever_it_holds(alice: Someone) -> None:
    closed = visitor(alice, private=False)
    empty = seen(closed, JOURNAL_PAGE)
    for number in range(3):
        write(alice, f"page {number} " * 500)
        assert seen(closed, JOURNAL_PAGE) == empty
    assert seen(closed, f"{JOURNAL_PAGE}?p=2") == empty


def test_the_closed_door_leads_back_to_the_journal(alice: Someone) -> None:
    assert fields(visitor(alice, private=False).get(JOURNAL_PAGE))["next"] == [JOURNAL_PAGE]


def test_a_single_page_of_a_closed_journal_is_closed(alice: Someone) -> None:
    write(alice, "hidden words")
    closed = visitor(alice, private=False).get(reverse("journal:page", args=[only_page(alice)]))
    assert closed.status_code == 403
    assert "hidden words" not in text(closed)


# Looking for words


def look(browser: Client, words: str) -> Any:
    return browser.post(SEARCH, {"words": words})


def test_words_are_found_whatever_their_case_and_accents(alice: Someone, browser: Client) -> None:
    write(alice, "The café by the LAKE", "Nothing of it")
    found = text(look(browser, "cafe  lake"))
    assert "The café by the LAKE" in found
    assert "Nothing of it" not in found


def test_what_was_looked_for_stays_in_the_field_and_out_of_every_address(
    alice: Someone, browser: Client
) -> None:
    write(alice, "a lighthouse")
    found = look(browser, "lighthouse")
    assert fields(found)["words"] == ["lighthouse"]
    assert "Location" not in found.headers
    for line in text(found).split("href=")[1:]:
        assert "lighthouse" not in line.split(">")[0]


def test_a_search_is_never_read_from_an_address(alice: Someone, browser: Client) -> None:
    write(alice, "a lighthouse")
    answer = browser.get(SEARCH, {"words": "lighthouse"})
    assert (answer.status_code, answer.headers["Location"]) == (302, JOURNAL_PAGE)


def test_nothing_found_is_said(alice: Someone, browser: Client) -> None:
    write(alice, "a lighthouse")
    assert "No page holds these words." in text(look(browser, "harbour"))


@pytest.mark.parametrize("words", ["", "   ", "\r\n"])
def test_looking_for_nothing_shows_the_journal(words: str, browser: Client) -> None:
    assert sent(look(browser, words)) == JOURNAL_PAGE


@pytest.mark.parametrize("words", ["\x00", "x" * 200, "نمت", "%_'\"<b>", "\u202e"])
def test_anything_can_be_looked_for(words: str, browser: Client) -> None:
    assert look(browser, words).status_code == 200


def test_a_page_is_too_much_to_look_for(browser: Client) -> None:
    refused = look(browser, "x" * 201)
    assert refused.status_code == 422
    assert "A few words are enough." in text(refused)
    assert fields(refused)["words"] == ["x" * 201]
    assert "No page holds" not in text(refused)


def test_a_search_shows_so_many_and_says_so(alice: Someone, browser: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(pages, "MOST_FOUND", 2)
    write(alice, "lake one", "lake two", "lake three")
    found = text(look(browser, "lake"))
    assert "lake one" not in found
    assert "These are the newest." in found
    assert MOST_FOUND == 100


def test_a_search_over_closed_pages_asks_first_and_then_looks(alice: Someone) -> None:
    write(alice, "a lighthouse")
    browser = visitor(alice, private=False)
    asked = look(browser, "lighthouse")
    assert "a lighthouse" not in text(asked)
    assert "a lighthouse" in text(open_over(browser, SEARCH, asked))


# Erasing


def test_an_erased_page_is_gone_from_pages_and_rows(alice: Someone, browser: Client) -> None:
    write(alice, "not to be kept")
    page = only_page(alice)
    assert sent(browser.post(reverse("journal:delete", args=[page]))) == JOURNAL_PAGE
    assert "not to be kept" not in text(browser.get(JOURNAL_PAGE))
    assert browser.get(reverse("journal:page", args=[page])).status_code == 404
    assert EntryRow.objects.filter(row=page, sealed__isnull=False).count() == 0
    assert texts(alice) == []


def test_erasing_twice_is_erasing_once(alice: Someone, browser: Client) -> None:
    write(alice, "once gone")
    path = reverse("journal:delete", args=[only_page(alice)])
    assert sent(browser.post(path)) == sent(browser.post(path)) == JOURNAL_PAGE


def test_erasing_asks_for_a_step_up_and_then_does_it(alice: Someone) -> None:
    write(alice, "behind the door")
    path = reverse("journal:delete", args=[only_page(alice)])
    browser = visitor(alice, private=False)
    asked = browser.post(path)
    assert texts(alice) == ["behind the door"]
    sent(open_over(browser, path, asked))
    assert texts(alice) == []


def test_a_link_erases_nothing(alice: Someone, browser: Client) -> None:
    write(alice, "stays")
    assert browser.get(reverse("journal:delete", args=[only_page(alice)])).status_code == 405
    assert texts(alice) == ["stays"]


# Others


@pytest.mark.parametrize("name", ["Bob", "Charlie", "Dana"])
def test_nobody_else_finds_a_page(name: str, alice: Someone) -> None:
    write(alice, "of alice alone")
    page = only_page(alice)
    other = visitor(someone(name))
    assert other.get(reverse("journal:page", args=[page])).status_code == 404
    other.post(reverse("journal:delete", args=[page]))
    assert "of alice alone" not in text(look(other, "alice"))
    assert texts(alice) == ["of alice alone"]
