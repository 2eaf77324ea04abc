"""The ticker: what is due is done once, by one process, and whatever happens the next round comes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import DatabaseError, connections
from structlog.testing import capture_logs

from goldseam.keys import clock
from goldseam.log.models import OfferRow
from goldseam.spaces.models import Invite, Space
from goldseam.upkeep import chores as upkeep
from goldseam.upkeep.chores import Chore, chores, claim, do_what_is_due, enter
from goldseam.upkeep.models import ChoreRow
from goldseam.upkeep.ticker import Ticker

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SOON = 10.0  # seconds until a thread that does not come is given up


class Moved:
    """A clock that a test sets."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Moved:
    moved = Moved(NOW)
    monkeypatch.setattr(clock, "now", moved)
    return moved


def counting(name: str = "sweep", every: timedelta = HOUR) -> tuple[Chore, list[str]]:
    done: list[str] = []
    return Chore(name, every, lambda: done.append(name)), done


@pytest.mark.django_db
def test_a_new_chore_is_due_at_once_and_then_at_its_turn(at: Moved) -> None:
    chore, done = counting()
    for minutes, times in ((0, 1), (0, 1), (59, 1), (1, 2), (30, 2), (600, 3)):
        at.now += timedelta(minutes=minutes)
        enter([chore])
        do_what_is_due([chore])
        assert len(done) == times


@pytest.mark.django_db
def test_entering_again_changes_nothing(at: Moved) -> None:
    chore, _ = counting()
    enter([chore])
    assert claim(chore)
    at.now += timedelta(minutes=1)
    enter([chore])
    assert not claim(chore)


@pytest.mark.django_db
def test_a_clock_set_back_does_not_stop_the_chores(at: Moved) -> None:
    chore, done = counting()
    at.now = NOW + timedelta(days=3650)
    enter([chore])
    do_what_is_due([chore])
    at.now = NOW
    do_what_is_due([chore])
    assert len(done) == 2
    assert ChoreRow.objects.get().due_at == NOW + HOUR


@pytest.mark.django_db
def test_a_clock_set_back_a_little_does_not_do_it_twice(at: Moved) -> None:
    chore, done = counting()
    enter([chore])
    do_what_is_due([chore])
    at.now -= timedelta(minutes=59)
    do_what_is_due([chore])
    assert len(done) == 1


@pytest.mark.django_db
def test_a_failure_is_named_and_tried_again_and_keeps_nobody_waiting(at: Moved) -> None:
    tries: list[int] = []

    def fail() -> None:
        tries.append(1)
        raise ValueError("a word that somebody wrote")

    other, done = counting("other")
    broken = Chore("broken", HOUR, fail)
    enter([broken, other])
    with capture_logs() as said:
        do_what_is_due([broken, other])
    [line] = said
    assert (line["event"], line["kind"], type(line["exc_info"]).__name__) == (
        "chore_failed", "broken", "ValueError"
    )  # fmt: skip
    assert done == ["other"]
    at.now += HOUR
    do_what_is_due([broken, other])
    assert len(tries) == 2 and len(done) == 2


def in_threads(count: int, work: Callable[[], None]) -> None:
    """Run this at once in so many threads, each with connections of its own, as processes would."""
    together = threading.Barrier(count, timeout=SOON)
    failed: list[BaseException] = []

    def run() -> None:
        try:
            together.wait()
            work()
        except BaseException as error:
            failed.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SOON)
    assert not failed


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_two_tickers_at_once_do_a_chore_once() -> None:
    many = [counting(f"chore{number}") for number in range(20)]
    wanted = [chore for chore, _ in many]

    def tick() -> None:
        enter(wanted)
        do_what_is_due(wanted)

    in_threads(4, tick)
    assert [len(done) for _, done in many] == [1] * 20


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_the_thread_does_what_is_due_at_once_and_again_and_ends() -> None:
    rounds = threading.Semaphore(0)
    chore = Chore("often", timedelta(0), rounds.release)
    ticker = Ticker([chore], pause=0.01)
    ticker.start()
    for _ in range(3):
        assert rounds.acquire(timeout=SOON)
    ticker.stop()
    assert ticker.wait()


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_it_ends_in_the_middle_of_a_long_pause() -> None:
    done = threading.Event()
    ticker = Ticker([Chore("once", HOUR, done.set)], pause=3600)
    ticker.start()
    assert done.wait(SOON)
    ticker.stop()
    assert ticker.wait()


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_nothing_is_begun_once_it_stops_and_what_hangs_does_not_keep_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("goldseam.upkeep.ticker.LAST", 0.01)
    inside, let_go = threading.Event(), threading.Event()

    def hang() -> None:
        inside.set()
        let_go.wait(SOON)

    later, done = counting("later")
    ticker = Ticker([Chore("hangs", HOUR, hang), later], pause=3600)
    ticker.start()
    assert inside.wait(SOON)
    ticker.stop()
    assert not ticker.wait() and ticker._thread.daemon
    let_go.set()
    ticker._thread.join(SOON)
    assert not ticker._thread.is_alive() and done == []


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_a_database_that_is_away_does_not_end_the_ticker(monkeypatch: pytest.MonkeyPatch) -> None:
    back, failed, done = threading.Event(), threading.Event(), threading.Event()
    whole = upkeep.enter

    def away(wanted: Any) -> None:
        if not back.is_set():
            failed.set()
            raise DatabaseError
        whole(wanted)

    monkeypatch.setattr("goldseam.upkeep.ticker.enter", away)
    ticker = Ticker([Chore("sweep", HOUR, done.set)], pause=0.01)
    ticker.start()
    assert failed.wait(SOON) and not done.is_set()
    back.set()
    assert done.wait(SOON)
    ticker.stop()
    assert ticker.wait()


def by_name(name: str) -> Chore:
    [found] = [chore for chore in chores() if chore.name.startswith(name)]
    return found


@pytest.mark.django_db
def test_offers_and_invitations_that_waited_too_long_go(at: Moved) -> None:
    for row, expires in enumerate((date(2026, 3, 2), date(2026, 3, 3))):
        OfferRow.objects.create(space_id=uuid4(), topic="t", slot=0, expires=expires, sealed=b"-")
        space = Space.objects.create()
        Invite.objects.create(id=bytes([row]), space=space, expires_day=expires, sealed=b"-")
    by_name("offers").do()
    by_name("invitations").do()
    assert [row.expires for row in OfferRow.objects.all()] == [date(2026, 3, 3)]
    assert [row.expires_day for row in Invite.objects.all()] == [date(2026, 3, 3)]


def test_only_our_own_old_backups_go(at: Moved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    by_name("backups").do()
    (kept := tmp_path / "backups").mkdir()
    ours = ["goldseam-20260101T000000Z.sqlite3", "goldseam-20260101T000000Z.sqlite3.part"]
    theirs = ["goldseam-20260301T000000Z.sqlite3", "goldseam-20260101T000000Z.sqlite3.gpg", "a.sqlite3"]
    for name in [*ours, *theirs]:
        (kept / name).touch()
    (kept / "goldseam-20250101T000000Z.sqlite3").mkdir()
    by_name("backups").do()
    assert {file.name for file in kept.iterdir()} == {*theirs, "goldseam-20250101T000000Z.sqlite3"}


def test_every_machine_drops_its_own_backups(monkeypatch: pytest.MonkeyPatch) -> None:
    here = by_name("backups").name
    monkeypatch.setattr(upkeep.socket, "gethostname", lambda: "another")
    assert by_name("backups").name != here
    assert all(len(chore.name) <= 32 for chore in chores())
