"""The first page and the four doors: open to all, care first, no vault and no database."""

from __future__ import annotations

import re
from html import unescape

import pytest

from goldseam.content import DOORS, words
from tests.cast import someone
from tests.visitors import anonymous, visitor

CALL = re.compile(r'href="(?:tel|sms):(\d+)"')


def body(path: str) -> str:
    response = anonymous().get(path)
    assert response.status_code == 200
    assert response.cookies == {}
    return unescape(response.content.decode())


def test_the_first_page_says_what_this_is_and_has_four_doors() -> None:
    said = body("/")
    front = words().doors
    for each in (front.title, *front.lead, *front.plain, front.open_line, front.leave_line):
        assert each in said
    assert re.findall(r'href="/first-days/([a-z-]+)/"', said) == list(DOORS)
    for slug in DOORS:
        assert words().first_days[slug].title in said


def test_the_first_page_leads_in() -> None:
    said = body("/")
    for to in ("/sign-up/", "/sign-in/", "/sign-up/?next=/ours/accept/", "/help/", "/help/what-this-is/"):
        assert f'href="{to}"' in said


@pytest.mark.django_db
def test_who_is_signed_in_goes_home() -> None:
    response = visitor(someone("Alice")).get("/")
    assert (response.status_code, response.headers["Location"]) == (302, "/home/")


@pytest.mark.parametrize("door", DOORS)
def test_a_door_says_all_that_it_has(door: str) -> None:
    page, said = words().first_days[door], body(f"/first-days/{door}/")
    wanted = [page.title, *page.lead, *(way.title for way in page.onward)]
    for section in page.sections:
        wanted += [section.title, *section.text, *section.points, *section.after]
    assert [each for each in wanted if each not in said] == []


@pytest.mark.parametrize("door", DOORS)
def test_every_door_has_numbers_and_the_way_out(door: str) -> None:
    said = body(f"/first-days/{door}/")
    assert len(CALL.findall(said)) >= 4
    assert "data-leave" in said


@pytest.mark.parametrize("door", ["not-safe", "harm"])
def test_where_it_is_dangerous_the_numbers_for_danger_come_first(door: str) -> None:
    assert CALL.findall(body(f"/first-days/{door}/"))[:2] == ["112", "999"]


@pytest.mark.parametrize("door", ["hurt", "broke-trust", "harm"])
def test_it_asks_about_dying_plainly_and_unfolded(door: str) -> None:
    section = next(each for each in words().first_days[door].sections if each.id in ("dying", "myself"))
    assert not section.folded
    assert re.search(r"thinking of (dying|ending your life)", f"{section.title} {' '.join(section.text)}")


def test_a_confession_is_asked_of_nobody() -> None:
    own = next(each for each in words().first_days["broke-trust"].sections if each.id == "own")
    assert [way.to for way in own.ways] == ["door:not-safe"]
    assert not own.folded


def test_what_matters_at_night_is_not_folded_away() -> None:
    folded = {each.id for each in words().first_days["not-safe"].sections if each.folded}
    assert not folded
    assert not {each.id for each in words().first_days["harm"].sections if each.folded}


@pytest.mark.django_db
def test_someone_signed_in_writes_in_the_journal() -> None:
    client = visitor(someone("Alice"))
    assert b'href="/mine/journal/"' in client.get("/first-days/hurt/").content
    assert 'href="/sign-up/?next=%2Fmine%2Fjournal%2F"' in body("/first-days/hurt/")


def test_there_are_four_doors_and_no_more() -> None:
    assert anonymous().get("/first-days/cellar/").status_code == 404
