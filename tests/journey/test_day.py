"""The own day: name, zone, reading hours; and the browser's zone, taken once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from goldseam.core import desk
from goldseam.core.base import VaultKind
from goldseam.core.desk import Desk, Hours
from tests.cast import Someone, someone
from tests.pages import close, fields, open_over, sent, text
from tests.visitors import visitor

pytestmark = pytest.mark.django_db

DAY, ZONE = reverse("journey:day"), reverse("journey:zone")
KEPT = f"{DAY}?kept"


@pytest.fixture
def alice() -> Someone:
    return someone("Alice")


@pytest.fixture
def browser(alice: Someone) -> Client:
    return visitor(alice)


def desk_of(who: Someone) -> Desk:
    return who.house().desk


def said(**more: Any) -> dict[str, Any]:
    return {"name": "Alice", "zone": "", "start": "", "end": ""} | more


def chosen(response: Any) -> list[str]:
    """What the selects of the page have chosen."""
    return [
        part.split('"')[1] for part in text(response).split("<option value=")[1:] if " selected>" in part[:60]
    ]


def test_all_of_it_is_kept_and_shown_again(alice: Someone, browser: Client) -> None:
    wish = said(name="Ali", zone="Europe/Lisbon", start="480", end="1260")
    assert sent(browser.post(DAY, wish)) == KEPT
    assert (desk_of(alice).name, desk_of(alice).zone, desk_of(alice).hours) == (
        "Ali",
        "Europe/Lisbon",
        Hours(480, 1260),
    )
    page = browser.get(KEPT)
    assert "Saved" in text(page)
    assert fields(page)["name"] == ["Ali"]
    assert chosen(page) == ["Europe/Lisbon", "480", "1260"]


def test_saving_without_a_change_changes_nothing(alice: Someone, browser: Client) -> None:
    before = len(alice.house().lines(VaultKind.DESK))
    assert sent(browser.post(DAY, said())) == KEPT
    assert len(alice.house().lines(VaultKind.DESK)) == before
    assert desk_of(alice).zone == ""


def test_hours_may_go_over_midnight_and_be_given_up(alice: Someone, browser: Client) -> None:
    sent(browser.post(DAY, said(start="1320", end="360")))
    assert desk_of(alice).hours == Hours(1320, 360)
    sent(browser.post(DAY, said()))
    assert desk_of(alice).hours is None


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"name": ""}, "name", "Write a name."),
        ({"name": "\x00 \u200b"}, "name", "Write a name."),
        ({"name": "x" * 41}, "name", "40 letters fit."),
        ({"name": "x" * 1_000_000}, "name", "40 letters fit."),
        ({"zone": "Mars/Olympus"}, "zone", "Choose one of what is shown."),
        ({"zone": "../../etc/passwd"}, "zone", "Choose one of what is shown."),
        ({"start": "481"}, "start", "Choose one of what is shown."),
        ({"end": "noon"}, "end", "Choose one of what is shown."),
        ({"start": "480"}, "start", "Choose two different hours"),
        ({"end": "480"}, "start", "Choose two different hours"),
        ({"start": "480", "end": "480"}, "start", "Choose two different hours"),
    ],
)
def test_what_does_not_fit_is_said_beside_it(
    wrong: dict[str, str], field: str, says: str, alice: Someone, browser: Client
) -> None:
    refused = browser.post(DAY, said(**wrong))
    assert refused.status_code == 422
    assert says in text(refused).split(f'id="id_{field}-err"')[1].split("</p>")[0]
    assert "Saved" not in text(refused).split("<main")[1].split("</main>")[0]
    assert (desk_of(alice).name, desk_of(alice).zone, desk_of(alice).hours) == ("Alice", "", None)


def test_one_mistake_loses_nothing_else(alice: Someone, browser: Client) -> None:
    refused = browser.post(DAY, said(zone="Europe/Lisbon", start="480", end="480"))
    assert refused.status_code == 422
    assert desk_of(alice).zone == "Europe/Lisbon"
    assert chosen(refused) == ["Europe/Lisbon", "480", "480"]


def test_a_name_is_any_name(alice: Someone, browser: Client) -> None:
    for name in ("عائشة", "O’Brien <b>", "x" * 40):
        sent(browser.post(DAY, said(name=name)))
        assert desk_of(alice).name == name
    sent(browser.post(DAY, said(name=" A\u202eli\x00ce\r\n ")))
    assert desk_of(alice).name == "Alice"


def test_a_zone_that_this_machine_does_not_list_stays(alice: Someone, browser: Client) -> None:
    alice.house().act(lambda _: desk.choose_zone(zone="EST5EDT"))
    page = browser.get(DAY)
    assert chosen(page)[0] == "EST5EDT"
    sent(browser.post(DAY, said(zone="EST5EDT", name="Ali")))
    assert (desk_of(alice).zone, desk_of(alice).name) == ("EST5EDT", "Ali")


def test_what_was_chosen_outlives_keys_that_close(alice: Someone, browser: Client) -> None:
    close(browser, "shared", "private")
    asked = browser.post(DAY, said(name="Ali", start="480", end="1260"))
    assert sent(open_over(browser, DAY, asked)) == KEPT
    assert (desk_of(alice).name, desk_of(alice).hours) == ("Ali", Hours(480, 1260))


# The browser's own zone


def test_the_browsers_zone_is_taken_once(alice: Someone, browser: Client) -> None:
    assert "data-zone-url" in text(browser.get(reverse("journey:home"), {"open": ""}))
    assert browser.post(ZONE, {"zone": "Europe/Lisbon"}).status_code == 204
    assert browser.post(ZONE, {"zone": "Asia/Tokyo"}).status_code == 204
    assert desk_of(alice).zone == "Europe/Lisbon"
    assert "data-zone-url" not in text(browser.get(reverse("journey:home"), {"open": ""}))


@pytest.mark.parametrize(
    "zone", ["", "Mars/Olympus", "../../etc/passwd", "x" * 10_000, "\x00", "europe/lisbon"]
)
def test_a_zone_that_is_none_is_not_taken(zone: str, alice: Someone, browser: Client) -> None:
    assert browser.post(ZONE, {"zone": zone}).status_code == 204
    assert desk_of(alice).zone == ""


def test_a_link_chooses_no_zone(browser: Client) -> None:
    assert browser.get(ZONE, {"zone": "Europe/Lisbon"}).status_code == 405
