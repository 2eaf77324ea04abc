"""The couple's own bowl: the same each time, different for each couple, and old seams never change their course."""

from __future__ import annotations

import gzip
import re
from itertools import combinations

import pytest
from django.template.loader import render_to_string

from goldseam.core.bowl import PLACES, bowl, shape_of
from goldseam.core.seams import DEEP, Chance, Course

REPAIRS = tuple(f"repair {number}" for number in range(12))
COUPLES = ("one", "another", "a third")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def drawn(couple: str, count: int, **how: object) -> str:
    return render_to_string("web/parts/bowl.html", {"bowl": bowl(couple, REPAIRS[:count]), **how})


def test_it_is_the_same_each_time_and_different_for_each_couple() -> None:
    assert bowl("one", REPAIRS) == bowl("one", list(REPAIRS))
    for one, other in combinations(COUPLES, 2):
        assert bowl(one, REPAIRS[:1]).outside != bowl(other, REPAIRS[:1]).outside
        assert shape_of(one) != shape_of(other)


@pytest.mark.parametrize("couple", COUPLES)
def test_an_old_seam_never_changes_its_course(couple: str) -> None:
    whole = bowl(couple, REPAIRS)
    for count in range(len(REPAIRS)):
        before = bowl(couple, REPAIRS[:count])
        assert before.seams == whole.seams[:count]
        assert whole.outside.startswith(before.outside) and whole.inside.startswith(before.inside)
        assert (before.body, before.glaze, before.mouth) == (whole.body, whole.glaze, whole.mouth)


def test_the_order_of_repairs_counts_and_another_repair_is_another_seam() -> None:
    assert bowl("one", ("a", "b")).seams != bowl("one", ("b", "a")).seams
    assert bowl("one", ("a",)).seams != bowl("one", ("b",)).seams


@pytest.mark.parametrize("couple", COUPLES)
def test_a_shape_keeps_within_what_a_hand_would_throw(couple: str) -> None:
    shape = shape_of(couple)
    assert 147 <= shape.rim <= 155 and 0.30 <= shape.tilt <= 0.335
    assert 140 <= shape.depth <= 151 and 52 <= shape.foot <= 60
    assert sum(height for _, height, _ in shape.waves) < 0.01


@pytest.mark.parametrize("couple", COUPLES)
def test_seams_stay_on_the_wall_and_on_the_paper(couple: str) -> None:
    made = bowl(couple, REPAIRS)
    assert {seam.course for seam in made.seams} <= set(Course)
    for seam in made.seams:
        for line in seam.lines:
            assert all(0 <= point.y <= DEEP for point in line)
            assert len(line) <= 42
    for path in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", made.outside + made.inside + made.on_rim):
        x, y = map(float, path)
        assert 24 <= x <= 376 and 28 <= y <= 290


@pytest.mark.parametrize("couple", COUPLES)
def test_every_seam_can_be_seen(couple: str) -> None:
    for count in range(1, 13):
        before, after = bowl(couple, REPAIRS[: count - 1]), bowl(couple, REPAIRS[:count])
        assert len(after.outside + after.inside) > len(before.outside + before.inside)


@pytest.mark.parametrize("couple", COUPLES)
def test_twelve_seams_are_light(couple: str) -> None:
    assert len(gzip.compress(drawn(couple, 12).encode())) <= 10_000


def test_without_a_repair_it_is_whole() -> None:
    made = bowl("one", ())
    assert (made.outside, made.inside, made.on_rim, made.places, made.seams) == ("", "", "", (), ())
    html = render_to_string("web/parts/bowl_figure.html", {"bowl": made})
    assert "No seams yet. The first comes when you both call something mended." in html
    assert "A whole dark bowl" in html


def test_it_is_told_in_words_that_count_nothing() -> None:
    for couple in COUPLES:
        for count in (1, 3, 12):
            made = bowl(couple, REPAIRS[:count])
            assert made.places and set(made.places) <= set(PLACES)
            label = re.search(r'aria-label="([^"]+)"', drawn(couple, count))
            assert label and "Gold" in label[1]
            assert not re.search(r"\d|\b(?:one|two|three|twelve|many|few|more)\b", label[1].lower())


def test_small_it_is_plain_strokes() -> None:
    small = drawn("one", 12, small=True)
    assert "Gradient" not in small and len(small) < len(drawn("one", 12)) / 1.5


def test_names_within_a_page_do_not_meet() -> None:
    names = {bowl(couple, REPAIRS[:count]).name for couple in COUPLES for count in range(4)}
    assert len(names) == 12 and all(re.fullmatch(r"b[0-9a-f]{8}", name) for name in names)


def test_chance_is_spread_and_the_same_each_time() -> None:
    chance = Chance("a", "b")
    drawn = [chance.draw() for _ in range(400)]
    assert 0.45 < sum(drawn) / len(drawn) < 0.55 and min(drawn) >= 0 and max(drawn) < 1
    again = Chance("a", "b")
    assert drawn == [again.draw() for _ in range(400)]
    assert Chance("ab").draw() != Chance("a", "b").draw()
