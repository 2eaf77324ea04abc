"""Home: one next thing, what waits, enough; and late in the evening the same three rows for everybody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse

from goldseam.content import words
from goldseam.core import breaches, desk, home, journal, letters
from goldseam.core.base import VaultKind
from goldseam.core.breaches import ACCOUNTS, View
from goldseam.core.home import REASONS, STEPS, NextThing
from goldseam.core.journal import JOURNAL
from goldseam.core.letterbook import LETTERS
from goldseam.journey.home import begins
from goldseam.keys import clock
from goldseam.log import snapshots
from goldseam.log.sealing import Sealer
from goldseam.spaces import leaving
from goldseam.vault import Place
from tests.cast import Someone, pair, someone
from tests.pages import fields, sent, text
from tests.visitors import seen, visitor

pytestmark = pytest.mark.django_db

HOME = reverse("journey:home")
NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, NOON)


def at(monkeypatch: pytest.MonkeyPatch, when: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: when)


@pytest.fixture
def alice() -> Someone:
    return long_here(someone("Alice"))


@pytest.fixture
def bob() -> Someone:
    return long_here(someone("Bob"))


def long_here(who: Someone) -> Someone:
    """Signed up so long ago that more than rest is suggested."""
    who.person.created_day = NOON.date() - timedelta(days=100)
    who.person.save()
    return who


@pytest.fixture
def browser(alice: Someone) -> Client:
    return visitor(alice)


@pytest.fixture
def space(alice: Someone, bob: Someone) -> UUID:
    return pair(alice, bob)


def shows(who: Someone, space: UUID, role: str, breach: str = "") -> str:
    account = str(uuid4())
    who.house(NOON).act(
        lambda house: breaches.share(
            house.folded(ACCOUNTS, VaultKind.SHARED, space), space="active", by=house.space(space).slot,
            id=breach or account, account=account, kinds=["lie_or_hidden"], words="What I did.", role=role,
            believe="yes", afraid="no",
        ),
        space=space,
    )  # fmt: skip
    return breach or account


def sends(who: Someone, space: UUID, breach: str | None = None, kind: str = "apology") -> str:
    letter = str(uuid4())
    who.house(NOON).act(
        lambda house: letters.send(
            house.folded(LETTERS, VaultKind.SHARED, space), house.folded(ACCOUNTS, VaultKind.SHARED, space),
            space="active", by=house.space(space).slot, id=letter, kind=kind, text="I am sorry that I lied.",
            breach=breach, believe="yes", afraid="no",
        ),
        space=space,
    )  # fmt: skip
    return letter


def answers(who: Someone, space: UUID, letter: str, answer: str, **more: Any) -> None:
    def opened(house: Any) -> Any:
        state = house.folded(LETTERS, VaultKind.SHARED, space)
        return letters.open_letter(state, house.desk, by=house.space(space).slot, id=letter)

    def answered(house: Any) -> Any:
        state, slot = house.folded(LETTERS, VaultKind.SHARED, space), house.space(space).slot
        return letters.answer(state, space="active", by=slot, id=letter, version=1, answer=answer, **more)

    who.house(NOON).act(opened, space=space)
    who.house(NOON).act(answered, space=space)


# One next thing


def test_one_thing_is_suggested_with_its_time_and_a_neutral_reason(browser: Client) -> None:
    page = text(browser.get(HOME))
    assert page.count("One next thing") == 1
    assert page.count(">Begin</a>") == 1
    assert words().home.reasons["any_day"] in page
    assert "minutes</span>" in page


def test_every_step_and_reason_has_words_and_a_place_to_begin() -> None:
    for id, step in STEPS.items():
        paired = id.startswith(("letters", "help.talk"))
        about = str(uuid4()) if paired else None
        thing = NextThing(id, step.minutes, "any_day", str(uuid4()) if paired else None, about)
        assert begins(thing).startswith("/")
        assert words().home.steps[id].title
    assert set(words().home.reasons) == set(REASONS)


def test_in_the_first_days_only_care_is_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    new = someone("Alice")
    new.person.created_day = NOON.date()
    new.person.save()
    browser = visitor(new)
    for _ in range(10):
        page = browser.get(HOME)
        if "step" not in fields(page):
            break
        (step,) = fields(page)["step"]
        assert step.startswith(("care.", "journal."))
        assert words().home.reasons["first_days"] in text(page)
        sent(browser.post(reverse("journey:not_today"), {"step": step}))
    assert "Nothing more for today" in text(browser.get(HOME))


def test_not_today_brings_another_and_tomorrow_it_is_back(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first,) = fields(browser.get(HOME))["step"]
    for _ in range(2):
        assert sent(browser.post(reverse("journey:not_today"), {"step": first})) == HOME
    assert fields(browser.get(HOME))["step"] != [first]
    offered = set()
    for days in range(1, 6):
        at(monkeypatch, NOON + timedelta(minutes=days))  # the same day, whatever the minute
        assert fields(browser.get(HOME))["step"] != [first]
        offered.add(days)


@pytest.mark.parametrize("step", ["", "no.such.step", "journal.write:" + "x" * 500, "\x00", "نمت"])
def test_a_step_that_is_none_changes_nothing(step: str, alice: Someone, browser: Client) -> None:
    before = fields(browser.get(HOME))["step"]
    assert sent(browser.post(reverse("journey:not_today"), {"step": step})) == HOME
    assert fields(browser.get(HOME))["step"] == before


def test_enough_is_enough_for_today_and_no_longer(
    alice: Someone, browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        assert sent(browser.post(reverse("journey:enough"))) == HOME
    page = text(browser.get(HOME))
    assert "Nothing more is suggested until tomorrow." in page
    assert "One next thing" not in page
    assert not home.next_thing(
        signed_up=alice.person.created_day, today=NOON.date(), desk=alice.house(NOON).desk
    )
    assert home.next_thing(
        signed_up=alice.person.created_day, today=NOON.date() + timedelta(1), desk=alice.house(NOON).desk
    )


def test_a_private_answer_gives_no_reason_and_a_closed_home_is_the_same(alice: Someone) -> None:
    closed = visitor(alice, private=False)
    before = seen(closed, HOME)
    house = alice.house(NOON)
    house.act(
        lambda _: breaches.name(View(kinds=("affair_physical",), own_view="x", role="hurt"), id=str(uuid4()))
    )
    house.act(lambda _: journal.write(id=str(uuid4()), text="secret"))
    assert seen(closed, HOME) == before
    page = text(visitor(alice).get(HOME))
    for reason in set(REASONS) - {"any_day"}:
        assert words().home.reasons[reason] not in page


def test_who_named_something_is_not_asked_to_name_it_while_the_pages_are_open(
    alice: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offered(private: bool) -> set[str]:
        found = set()
        for days in range(4):
            who = visitor(alice, private=private)
            alice.person.created_day = NOON.date() - timedelta(days=100 + days)
            alice.person.save()
            found.add(fields(who.get(HOME))["step"][0])
        return found

    assert "breaches.name" in offered(True)
    alice.house(NOON).act(lambda _: breaches.name(View(kinds=("lie_or_hidden",)), id=str(uuid4())))
    assert "breaches.name" not in offered(True)
    assert "breaches.name" in offered(False)


# The one who broke trust is prompted first, by what they showed themselves


def test_who_owned_the_act_is_shown_the_next_letter(bob: Someone, space: UUID) -> None:
    breach = shows(bob, space, "broke_trust")
    page = visitor(bob).get(HOME)
    assert "First words" in text(page)
    assert words().home.reasons["account_in_ours"] in text(page)
    assert f"?kind=first_words&amp;about={breach}" in text(page)
    assert fields(page)["step"] == [f"letters.first_words:{breach}"]


def test_nobody_is_prompted_by_what_the_other_says(alice: Someone, bob: Someone, space: UUID) -> None:
    shows(alice, space, "hurt")
    assert "letters." not in fields(visitor(bob).get(HOME))["step"][0]


def test_what_is_disputed_prompts_nobody(alice: Someone, bob: Someone, space: UUID) -> None:
    breach = shows(bob, space, "broke_trust")
    shows(alice, space, "i_see_it_differently", breach)
    for who in (alice, bob):
        assert "letters." not in fields(visitor(who).get(HOME))["step"][0]


def test_a_missing_part_leads_to_its_letter(alice: Someone, bob: Someone, space: UUID) -> None:
    letter = sends(bob, space, shows(bob, space, "broke_trust"))
    answers(alice, space, letter, "part_missing", parts=("what_it_did",))
    page = text(visitor(bob).get(HOME))
    assert "A part was missing" in page
    assert reverse("letters:letter", args=[space, letter]) in page


def test_a_paused_place_suggests_nothing_of_it(alice: Someone, bob: Someone, space: UUID) -> None:
    shows(bob, space, "broke_trust")
    leaving.pause_space(alice.house(NOON), space)
    assert "letters." not in fields(visitor(bob).get(HOME))["step"][0]


# What waits


def test_a_letter_waits_by_its_kind_and_its_writer_and_without_its_words(
    alice: Someone, bob: Someone, space: UUID
) -> None:
    letter = sends(bob, space)
    page = text(visitor(alice).get(HOME))
    kind = words().letters.kinds["apology"].letter
    assert f"<b><bdi>{kind}</bdi> from <bdi>Bob</bdi></b>" in page
    assert reverse("letters:letter", args=[space, letter]) in page
    assert "I am sorry that I lied." not in page
    assert "Waiting for you" not in text(visitor(bob).get(HOME))


def test_an_answer_waits_and_does_not_say_which(alice: Someone, bob: Someone, space: UUID) -> None:
    letter = sends(bob, space)
    answers(alice, space, letter, "not_ready")
    page = text(visitor(bob).get(HOME))
    assert "An answer from <bdi>Alice</bdi>" in page
    assert "Not ready" not in page


def test_letters_keep_to_the_readers_hours(
    alice: Someone, bob: Someone, space: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    sends(bob, space)
    alice.house(NOON).act(lambda _: desk.keep_hours(start=18 * 60, end=21 * 60))
    assert "Waiting for you" not in text(visitor(alice).get(HOME))
    alice.house(NOON).act(lambda _: desk.choose_zone(zone="Asia/Kolkata"))  # 17:30 there
    assert "Waiting for you" not in text(visitor(alice).get(HOME))
    alice.house(NOON).act(lambda _: desk.choose_zone(zone="Asia/Dhaka"))  # 18:00 there
    assert "Waiting for you" in text(visitor(alice).get(HOME))


def test_a_parted_place_leaves_nothing_waiting(alice: Someone, bob: Someone, space: UUID) -> None:
    sends(bob, space)
    leaving.leave_space(bob.house(NOON), space)
    assert "Waiting for you" not in text(visitor(alice).get(HOME))


def test_the_recovery_code_waits_until_it_is_confirmed(alice: Someone, browser: Client) -> None:
    assert "Your recovery code" in text(browser.get(HOME))
    alice.house(NOON).act(lambda house: desk.confirm_recovery(house.desk, today=house.today))
    assert "Your recovery code" not in text(browser.get(HOME))


# The hours


@pytest.mark.parametrize(
    ("hour", "zone", "greeting"),
    [(7, "UTC", "Good morning"), (12, "UTC", "Good afternoon"), (19, "UTC", "Good evening"),
     (2, "Pacific/Auckland", "Good afternoon")],
)  # fmt: skip
def test_it_greets_by_the_own_clock_and_name(
    hour: int, zone: str, greeting: str, alice: Someone, browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice.house(NOON).act(lambda _: desk.choose_zone(zone=zone))
    at(monkeypatch, NOON.replace(hour=hour))
    assert f"{greeting}, <bdi>Alice</bdi>" in text(visitor(alice).get(HOME))


def test_the_day_is_the_own_day(alice: Someone, monkeypatch: pytest.MonkeyPatch) -> None:
    alice.house(NOON).act(lambda _: desk.choose_zone(zone="Pacific/Auckland"))
    assert "Wednesday 4 March" in text(visitor(alice).get(HOME, {"open": ""}))


@pytest.mark.parametrize(
    ("hour", "minute", "late"), [(22, 59, False), (23, 0, True), (4, 59, True), (5, 0, False)]
)
def test_late_in_the_evening_it_folds(
    hour: int, minute: int, late: bool, alice: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice.house(NOON).act(lambda _: desk.choose_zone(zone="Europe/London"))
    at(monkeypatch, NOON.replace(hour=hour, minute=minute))
    assert ("It is late." in text(visitor(alice).get(HOME))) is late


def test_nobody_knows_that_it_is_late_before_the_zone_is_known(
    alice: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, NOON.replace(hour=23))
    assert "One next thing" in text(visitor(alice).get(HOME))


def test_the_evening_comes_by_the_own_clock(alice: Someone, browser: Client) -> None:
    alice.house(NOON).act(lambda _: desk.choose_zone(zone="Pacific/Auckland"))  # 01:00 there
    assert "It is late." in text(browser.get(HOME))
    assert "One next thing" in text(browser.get(HOME, {"open": ""}))


def test_the_evening_is_alike_for_everybody(
    alice: Someone, bob: Someone, space: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    shows(bob, space, "broke_trust")
    sends(bob, space)
    charlie = someone("Charlie")  # alone, and new today
    pair(charlie, someone("Dana"))
    for who in (alice, bob, charlie):
        who.house(NOON).act(lambda _: desk.choose_zone(zone="Europe/London"))
    at(monkeypatch, NOON.replace(hour=23, minute=30))

    def page(who: Someone) -> str:
        return text(visitor(who).get(HOME)).split("<main")[1].split("</main>")[0]

    assert page(alice) == page(bob) == page(charlie)


# Mine


def test_mine_is_the_same_page_whatever_it_holds(alice: Someone, browser: Client) -> None:
    path = reverse("journey:mine")
    before = seen(browser, path)
    alice.house(NOON).act(lambda _: journal.write(id=str(uuid4()), text="secret"))
    assert seen(browser, path) == before


# What Home costs


@pytest.mark.parametrize("closed", [0, 30])
def test_home_opens_few_private_pages_however_many_there_are(
    alice: Someone, monkeypatch: pytest.MonkeyPatch, closed: int
) -> None:
    """Also where many were written while the private tier was closed, and where one was erased."""
    ids = [str(uuid4()) for _ in range(40)]
    for number, id in enumerate(ids):
        house = alice.with_private_closed(NOON) if number < closed else alice.house(NOON)
        house.act(lambda _, id=id: journal.write(id=id, text="A day."))  # type: ignore[misc]
    alice.house(NOON).act(lambda house: journal.delete(house.folded(JOURNAL, VaultKind.PRIVATE), id=ids[5]))
    alice.person.created_day = NOON.date() - timedelta(days=101)
    alice.person.save()
    opened: list[str] = []
    inner = Sealer.private_open

    def counted(sealer: Sealer, place: Place, record: bytes) -> bytes:
        opened.append(place.kind)
        return inner(sealer, place, record)

    monkeypatch.setattr(Sealer, "private_open", counted)
    assert fields(visitor(alice).get(HOME))["step"] == ["breaches.name"]
    assert opened.count("snapshot") == 1 and opened.count("entry") < snapshots.EVERY


@pytest.mark.parametrize("path", [HOME, "/bench/plain/"])
@override_settings(ROOT_URLCONF="bench.urls")
def test_the_page_that_home_is_measured_against_reads_no_vault(browser: Client, path: str) -> None:
    """It is Home's own page. Home itself shows that this would be noticed."""
    asked: list[str] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        answer = browser.get(path)
    assert "One next thing" in text(answer)
    assert any('"log_' in sql or '"spaces_' in sql for sql in asked) is (path == HOME)
