from __future__ import annotations

from datetime import timedelta

import pytest

from goldseam.core.base import Outcome, Refusal, VaultKind
from goldseam.core.desk import (
    DESK,
    Desk,
    Hours,
    LetterOpened,
    choose_name,
    choose_zone,
    confirm_recovery,
    enough,
    keep_hours,
)
from goldseam.core.home import not_today
from goldseam.core.letters import Letter, LetterKind, Letters, put_away
from goldseam.core.words import MAX_NAME
from tests.core.examples import ID
from tests.core.two_people import ALICE, TODAY, TwoPeople, folds_alike, refused


class OwnDesk:
    def __init__(self) -> None:
        self.two = TwoPeople()
        self.log = self.two.log(VaultKind.DESK, ALICE)

    def do(self, outcome: Outcome) -> Desk:
        self.two.do(outcome)
        return self.now

    @property
    def now(self) -> Desk:
        return self.log.folded(DESK)


def test_settings_are_kept_and_the_latest_counts() -> None:
    desk = OwnDesk()
    desk.do(choose_name(name="Al"))
    desk.do(choose_name(name="Alice"))
    desk.do(choose_zone(zone="America/Argentina/Buenos_Aires"))
    desk.do(keep_hours(start=18 * 60, end=22 * 60))
    desk.do(confirm_recovery(desk.now, today=TODAY))
    desk.do(enough(desk.now, today=TODAY))

    assert desk.now == Desk(
        name="Alice",
        zone="America/Argentina/Buenos_Aires",
        hours=Hours(1080, 1320),
        recovery_confirmed=TODAY,
        enough=TODAY,
    )
    assert desk.do(keep_hours(start=None, end=None)).hours is None
    folds_alike(desk.log, DESK)


def test_said_twice_is_kept_once() -> None:
    desk = OwnDesk()
    desk.do(enough(desk.now, today=TODAY))
    assert enough(desk.now, today=TODAY) == ()
    assert enough(desk.now, today=TODAY + timedelta(days=1))
    desk.do(not_today(desk.now, step="journal.write", today=TODAY))
    assert not_today(desk.now, step="journal.write", today=TODAY) == ()


def test_not_today_is_for_today_and_the_desk_does_not_grow_with_it() -> None:
    desk = OwnDesk()
    desk.do(not_today(desk.now, step="journal.write", today=TODAY))
    desk.do(not_today(desk.now, step="care.breathe", today=TODAY))
    assert desk.now.is_off("journal.write", TODAY) and desk.now.is_off("care.breathe", TODAY)

    tomorrow = TODAY + timedelta(days=1)
    assert not desk.now.is_off("journal.write", tomorrow)
    desk.do(not_today(desk.now, step="breaches.name", today=tomorrow))
    assert desk.now.off == ("breaches.name",)
    folds_alike(desk.log, DESK)


def test_letters_on_the_desk_fold_alike() -> None:
    desk = OwnDesk()
    letters = Letters({ID: Letter(1, LetterKind.ACCOUNT, versions=(1,))})
    desk.do(put_away(letters, by=ALICE, id=ID, until=TODAY))
    desk.log.append(LetterOpened(id=ID, version=1), 0)
    desk.do(put_away(letters, by=ALICE, id=ID))
    desk.log.erase(1, 0)
    folds_alike(desk.log, DESK)
    assert desk.now.is_away(ID, 1, TODAY) and not desk.now.is_away(ID, 2, TODAY)


@pytest.mark.parametrize(
    ("hours", "minute", "reading"),
    [
        (None, 0, True),
        (Hours(1080, 1320), 1079, False),
        (Hours(1080, 1320), 1080, True),
        (Hours(1080, 1320), 1320, False),
        (Hours(1320, 60), 1400, True),
        (Hours(1320, 60), 30, True),
        (Hours(1320, 60), 600, False),
    ],
)
def test_reading_hours_may_go_over_midnight(hours: Hours | None, minute: int, reading: bool) -> None:
    assert Desk(hours=hours).is_reading_time(minute) is reading


@pytest.mark.parametrize(
    ("start", "end"), [(60, None), (None, 60), (60, 60), (-1, 60), (0, 1440), (1440, 0), (0, -5)]
)
def test_no_span_of_a_day_is_refused(start: int | None, end: int | None) -> None:
    with refused(Refusal.NOT_ALLOWED, "hours"):
        keep_hours(start=start, end=end)


@pytest.mark.parametrize(
    "zone", ["", "../etc/passwd", "Europe/", "/Europe", "a" * 40, "Europe/London\n", "É"]
)
def test_what_has_no_form_of_a_zone_is_refused(zone: str) -> None:
    with refused(Refusal.NOT_ALLOWED, "zone"):
        choose_zone(zone=zone)


def test_the_desk_refuses_by_name() -> None:
    with refused(Refusal.EMPTY, "name"):
        choose_name(name="")
    with refused(Refusal.TOO_LONG, "name"):
        choose_name(name="a" * (MAX_NAME + 1))
    with refused(Refusal.ALREADY_DONE):
        confirm_recovery(Desk(recovery_confirmed=TODAY), today=TODAY)
    for step in ("gifts.buy", "", "letters.revise:" + "a" * 101):
        with refused(Refusal.NOT_FOUND, "step"):
            not_today(Desk(), step=step, today=TODAY)
