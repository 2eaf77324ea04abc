from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goldseam.core.base import Refusal
from goldseam.core.letterbook import Answer, Part
from goldseam.core.words import (
    MAX_MARKS,
    MAX_TEXT,
    all_chosen,
    chosen,
    clean_line,
    clean_text,
    is_blank,
    matches,
)
from tests.core.two_people import refused

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HARD = st.text(
    st.one_of(st.sampled_from(BIDI + "ab \n\t\r\u0301\u0344\x00\u2028א"), st.characters()), max_size=60
)


def balanced(line: str) -> bool:
    """Another reading of UAX #9: all that opens is closed, in order, and nothing closes what is not open."""
    opened: list[str] = []
    for sign in line:
        if sign in "\u202a\u202b":
            opened.append("\u202c")
        elif sign in "\u2066\u2067\u2068":
            opened.append("\u2069")
        elif sign in "\u202c\u2069" and (not opened or opened.pop() != sign):
            return False
    return not opened


@given(HARD)
@example("\u202e\u2066a\u202c\u2069\u202c")
@example("a\u0344" * 40)
@example("e\u202e\u0301")
def test_clean_text_is_safe_to_show_and_stays_as_it_is(text: str) -> None:
    clean = clean_text(text, required=False)

    assert clean_text(clean, required=False) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert clean == clean.strip()
    assert not {"\u202d", "\u202e"} & set(clean)
    assert all(balanced(line) for line in clean.split("\n"))
    assert all(sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs") for sign in clean)
    clean.encode()


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=60))
def test_ordinary_words_of_any_script_only_change_their_normal_form(text: str) -> None:
    assert clean_text(text, required=False) == (
        "" if is_blank(text) else unicodedata.normalize("NFC", text).strip()
    )


@given(HARD)
@example("0 \x1b 0")
def test_a_line_is_one_line_without_direction_marks(text: str) -> None:
    clean = clean_line(text, required=False)

    assert "\n" not in clean and "\t" not in clean
    assert not set(BIDI) & set(clean)
    assert clean_line(clean, required=False) == clean


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("a\tb", "a\tb"),
        ("e\u0301te\u0301", "été"),
        ("שלום \u200fעולם", "שלום \u200fעולם"),
        ("a \u2067שלום\u2069 b", "a \u2067שלום\u2069 b"),
        ("a \u202bשלום\u202c b", "a \u202bשלום\u202c b"),
        ("a \u202eevil\u202c b", "a evil b"),
        ("a \u2067open", "a open"),
        ("a \u2069close", "a close"),
        ("a \u202cclose", "a close"),
        ("\u2067a\nb\u2069", "a\nb"),
        ("\u2066a \u202bb\u2069 c\u202c", "\u2066a b\u2069 c"),
        ("\u202ba\u2066b\u202c\u2069c\u202c", "\u202ba\u2066b\u2069c\u202c"),
        ("half \ud83d", "half"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_is_kept_of_what_was_typed(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_marks_piled_on_a_letter_are_cut_down() -> None:
    assert clean_text("a" + "\u0316" * 5_000 + "b") == "a" + "\u0316" * MAX_MARKS + "b"


@pytest.mark.parametrize(
    "marks", ["\u2066" * 35_000 + "a" + "\u2069" * 35_000, "\u202a\u2069" * 35_000 + "a"]
)
def test_a_heap_of_direction_marks_takes_no_time(marks: str) -> None:
    """Seventy thousand marks are read in one pass; read again for each mark, they would take a minute."""
    with refused(Refusal.TOO_LONG, "text"):
        clean_text(marks + "a" * MAX_TEXT)


@pytest.mark.parametrize("blank", ["", " \n\t ", "\x00\x01", "\u200b\u200f", "\u202e\u202c", "\u2066 \u2069"])
def test_nothing_visible_is_empty(blank: str) -> None:
    with refused(Refusal.EMPTY, "own_view"):
        clean_text(blank, field="own_view")
    with refused(Refusal.EMPTY, "name"):
        clean_line(blank, field="name")
    assert clean_text(blank, required=False) == ""


def test_the_limit_counts_what_is_kept() -> None:
    assert len(clean_text("a\r\n" * (MAX_TEXT // 2))) == MAX_TEXT - 1
    with refused(Refusal.TOO_LONG, "text"):
        clean_text("a" * (MAX_TEXT + 1))
    with refused(Refusal.TOO_LONG, "text"):
        clean_text("e\u0301" * (4 * MAX_TEXT))
    with refused(Refusal.TOO_LONG, "text"):
        clean_text("a" * 1_000_000)
    with refused(Refusal.TOO_LONG, "name"):
        clean_line(" " * 1_000_000, field="name")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("train", True),
        ("TRAIN late", True),
        ("late train", True),
        ("eglise", True),
        ("église", True),
        ("EGLISE", True),
        ("strasse", True),
        ("kitchen", False),
        ("train kitchen", False),
        ("istanbul", True),
        ("\u0301", True),
    ],
)
def test_search_finds_all_words_whatever_the_case_or_accent(query: str, found: bool) -> None:
    assert matches("The Train was late. E\u0301glise, Straße, İstanbul.", query) is found


@given(st.text(min_size=1, max_size=30))
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    assert matches(text, text)
    assert matches(text.upper(), text) or matches(text, text.casefold())


def test_choices_are_read_by_name() -> None:
    assert chosen(Answer, "heard", "answer") is Answer.HEARD
    with refused(Refusal.NOT_ALLOWED, "answer"):
        chosen(Answer, "forgiven", "answer")
    assert all_chosen(Part, ["something_else", "what_happened", "what_happened"], "parts") == (
        Part.WHAT_HAPPENED,
        Part.SOMETHING_ELSE,
    )
    with refused(Refusal.NO_PART_NAMED, "parts"):
        all_chosen(Part, ["what_happened", "no"], "parts", Refusal.NO_PART_NAMED)
