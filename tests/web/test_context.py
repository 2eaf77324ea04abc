"""What every page knows of the house, and what it must not ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from goldseam.keys.sessions import SessionStore
from goldseam.web.context import Room, house, room_of, rooms

ONE, TWO = UUID(int=1), UUID(int=2)


@dataclass
class Space:
    id: UUID
    partner: str | None = None
    frozen: bool = False


@dataclass
class Keys:
    """Open keys, as the middleware gives them."""

    shared: int | None = 1700
    private: int | None = None
    locks_at: Any = None

    def is_open(self, tier: str) -> bool:
        return self.shared is not None and (tier == "shared" or self.private is not None)

    def seconds_left(self, tier: str) -> int | None:
        return self.shared if tier == "shared" else self.private


@dataclass
class Found:
    spaces: list[Space] = field(default_factory=list)


def asked(path: str = "/home/", keys: Keys | None = None, spaces: list[Space] | None = None) -> HttpRequest:
    request = RequestFactory().get(path)
    if keys is not None:
        request.opened, request.house = keys, Found(spaces or [])  # type: ignore[attr-defined]
        request.session = SessionStore()
    return request


def names(bar: list[Room]) -> list[str]:
    return [room.name for room in bar]


def test_without_keys_nobody_is_signed_in() -> None:
    for request in (asked(), asked(keys=Keys(shared=None))):
        known = house(request)
        assert known["signed_in"] is False
        assert known["spaces"] == []
        assert "rooms" not in known


def test_an_error_page_asks_nothing() -> None:
    request = asked(keys=Keys())
    request.plain = True  # type: ignore[attr-defined]
    assert house(request)["signed_in"] is False


def test_the_page_knows_when_its_keys_close() -> None:
    known = house(asked(keys=Keys(shared=1700, private=480)))
    assert (known["shared_left"], known["private_left"]) == (1700, 480)
    assert house(asked(keys=Keys()))["private_left"] is None


@pytest.mark.parametrize(
    ("path", "room"),
    [
        ("/home/", "home"),
        ("/mine/journal/", "mine"),
        (f"/ours/{ONE}/letters/", "ours"),
        ("/help/leaving-safely/", "help"),
        ("/settings/", "settings"),
        ("/", ""),
        ("/minefield/", ""),
    ],
)
def test_each_path_is_in_its_room(path: str, room: str) -> None:
    assert room_of(path) == room


def test_the_bar_has_four_rooms_and_the_settings_where_there_is_width() -> None:
    bar = rooms("/mine/journal/", "mine", [])
    assert names([room for room in bar if not room.wide]) == ["Home", "Mine", "Ours", "Help"]
    assert [room.name for room in bar if room.here] == ["Mine"]
    assert [(one.name, one.page) for one in bar[1].inside if one.here] == [("Journal", True)]


@pytest.mark.parametrize(
    ("spaces", "inside"),
    [
        ([], []),
        ([Space(ONE)], []),
        ([Space(ONE, "Bob")], ["Letters", "Kind words", "What happened"]),
        ([Space(ONE, "Bob"), Space(TWO)], ["Letters", "Kind words", "What happened"]),
        ([Space(ONE, "Bob"), Space(TWO, None, frozen=True)], ["Bob", "Ended"]),
    ],
)
def test_what_is_in_the_shared_room(spaces: list[Space], inside: list[str]) -> None:
    assert names(rooms("/home/", "home", spaces)[2].inside) == inside


def test_the_bar_leads_somewhere_everywhere() -> None:
    bar = rooms("/home/", "home", [Space(ONE, "Bob")])
    for room in [*bar, *bar[1].inside, *bar[2].inside]:
        assert room.url.startswith("/"), room.name
