"""The line of answers: numbers in, places out; nothing lies outside the paper, and no line is drawn too early."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.template.loader import render_to_string

from goldseam.web.chart import LEFT, MARK, TOP, Answer, Beside, Drawing, Level, Trend, marks, months, spaced

START = date(2026, 1, 20)


def days(count: int, step: int = 3) -> list[date]:
    return [START + timedelta(days=step * number) for number in range(count)]


def trend(count: int, *beside: Beside, step: int = 3) -> Trend:
    felt = [Answer(day, float(number % 11)) for number, day in enumerate(days(count, step))]
    band = [Level(each.day, max(0, each.value - 1), each.value, min(10, each.value + 1)) for each in felt]
    return Trend("No clear change", "At length", "I can rely on Bob.", "never", "always", felt, band, beside)


def drawn(told: Trend) -> str:
    return render_to_string("web/parts/chart.html", {"trend": told})


@pytest.mark.parametrize("count", [10, 11, 200])
@pytest.mark.parametrize("step", [0, 1, 9])
def test_everything_lies_on_the_paper(count: int, step: int) -> None:
    told = trend(count, Beside(START, "One"), Beside(START, "Two"), step=step)
    for drawing in (told.narrow, told.wide):
        places = [*drawing.dots, *([drawing.now] if drawing.now else [])]
        path = re.findall(r"[ML]([\d.]+) ([\d.]+)", drawing.band + drawing.edges + drawing.line)
        places += [(float(x), float(y)) for x, y in path]  # type: ignore[misc]
        assert len(drawing.dots) == count
        for x, y in places:
            assert LEFT <= x <= drawing.right and TOP <= y <= drawing.floor
        for mark in drawing.marks:
            assert LEFT - MARK <= mark.at <= drawing.right


def test_higher_is_higher_and_later_is_further_on() -> None:
    drawing: Drawing = trend(11).narrow
    assert drawing.dots[0].y == drawing.floor and drawing.dots[10].y == TOP
    assert all(before.x < after.x for before, after in pairwise(drawing.dots))
    assert drawing.now == drawing.dots[10]


def test_under_ten_answers_nothing_is_drawn() -> None:
    early = drawn(trend(9))
    assert "Too early to tell" in early and "<svg" not in early and "No clear change" not in early
    told = drawn(trend(10))
    assert "Too early" not in told and told.count("<svg") == 2


def test_the_finding_is_the_heading_and_the_rest_is_there_in_words() -> None:
    html = drawn(trend(12, Beside(START, "The account was read")))
    assert re.search(r"<h2[^>]*>No clear change</h2>", html)
    assert html.count('role="img" aria-label="At length"') == 2
    assert html.count("<tr><th") == 13
    assert "The account was read, 20 January" in html and "Not because of it" in html


def test_marks_that_lie_close_move_aside_in_their_order() -> None:
    found = list(marks([50, 52, 53, 300, 336], 338))
    assert [mark.x for mark in found] == [50, 52, 53, 300, 336]
    assert all(after.at - before.at >= MARK for before, after in pairwise(found))
    assert found[-1].at <= 338


def test_names_of_months_keep_their_distance() -> None:
    named = list(months(date(2025, 1, 30), date(2026, 3, 2)))
    assert named[:3] == [date(2025, 1, 30), date(2025, 2, 1), date(2025, 3, 1)]
    assert len(named) == 15
    shown = spaced([(20.0 * number, day) for number, day in enumerate(named)])
    assert all(after[0] - before[0] >= 36 for before, after in pairwise(shown))
    assert spaced([(38.0, START)]) == [(38.0, START)]
