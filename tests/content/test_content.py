"""Every word of the content: it loads, it is complete, it keeps to its reading age and its tone."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

import goldseam.content
from goldseam.content import DOORS, HELP, check, load, words
from goldseam.content.check import FILES, SLACK, said_in
from goldseam.content.kinds import Page
from goldseam.content.method_ids import METHOD
from goldseam.content.reading import reading_age

HERE = Path(goldseam.content.__path__[0]) / "en"
TODAY = date(2026, 12, 1)
PAGES = {name: kind for name, kind in FILES.items() if kind is Page}
# What the first step of the method's own table must serve.
SERVED = (
    "U2",
    "U10",
    "U11",
    "R1",
    "R2",
    "R3",
    "R4",
    "R8",
    "R9",
    "R10",
    "B1",
    "B3",
    "W1",
    "W6",
    "H1",
    "H2",
    "H3",
    "H5",
)


def test_nothing_is_wrong() -> None:
    assert check.run(today=TODAY) == []


def test_all_words_load_once() -> None:
    assert words() is words()
    assert tuple(words().first_days) == DOORS
    assert tuple(words().help_pages) == HELP


@pytest.mark.parametrize("name", list(FILES))
def test_a_file_is_of_its_kind_and_says_whom_it_serves(name: str) -> None:
    text = load(name, FILES[name])
    assert text.id == name.replace("/", ".")
    assert text.method
    assert set(text.method) <= set(METHOD)


def test_ids_are_unique() -> None:
    ids = [load(name, kind).id for name, kind in FILES.items()]
    assert len(ids) == len(set(ids))


def test_every_file_of_the_folder_is_read() -> None:
    found = {str(path.relative_to(HERE).with_suffix("")) for path in HERE.rglob("*.yaml")}
    assert found == set(FILES)


@pytest.mark.parametrize("name", list(PAGES))
def test_an_open_page_keeps_to_its_reading_age(name: str) -> None:
    page = load(name, Page)
    assert reading_age(said_in(page, names=False)) <= page.age
    for section in page.sections:
        assert reading_age(said_in(section, names=False)) <= page.age + SLACK, section.title


@pytest.mark.parametrize(
    "name",
    [
        "first_days/not-safe",
        "first_days/harm",
        "help/right-now",
        "help/crisis",
        "help/leaving-safely",
        "help/devices",
        "help/passphrase-forced",
        "help/for-those-who-frighten",
    ],
)
def test_where_safety_is_concerned_a_child_of_nine_can_read_it(name: str) -> None:
    assert load(name, Page).age == 9


@pytest.mark.parametrize("name", list(FILES))
def test_all_other_words_are_for_readers_of_twelve(name: str) -> None:
    assert reading_age(said_in(load(name, FILES[name]), names=False)) <= 12


def test_the_needs_of_the_first_step_are_served() -> None:
    served = {need for name, kind in FILES.items() for need in load(name, kind).method}
    assert set(SERVED) <= served


def test_the_hurt_person_is_asked_for_no_deed() -> None:
    said = " ".join(said_in(words().first_days["hurt"])).lower()
    assert not re.search(r"\b(did you|have you done|your part|what you did|your share|your side)\b", said)


def test_a_guide_asks_and_hands_out_no_sentence() -> None:
    for kind in words().letters.kinds.values():
        assert 4 <= len(kind.guide) <= 6
        for question in kind.guide:
            assert "?" in question.ask
            assert not question.ask.startswith("I ")
            assert str(question) == question.ask


def test_a_kind_of_breach_has_three_harms() -> None:
    assert {len(kind.damages) for kind in words().breaches.kinds.values()} == {3}


def test_an_unknown_key_refuses_to_load() -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field `surprise`"):
        msgspec.yaml.decode(b"id: x\nsurprise: 1\n", type=Page)


def test_the_openers_of_the_journal_are_few() -> None:
    assert 3 <= len(words().journal.openers) <= 8
