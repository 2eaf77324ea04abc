"""What every page knows of the house: whether someone is signed in, the rooms, and when the keys close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from goldseam.journey.news import seen_now
from goldseam.keys.passkeys import works_here
from goldseam.web.looks import looks_of


@dataclass
class Room:
    """An entry of the bar; `inside` are its rooms on a wide screen."""

    name: str
    url: str
    icon: str = ""
    here: bool = False
    page: bool = False
    wide: bool = False
    inside: list[Room] = field(default_factory=list)


def house(request: HttpRequest) -> dict[str, Any]:
    """The context of every page. Nobody is signed in where the middleware has not come by, as on an error."""
    # An error page asks nothing of the keys or the database, which may be what broke.
    opened = None if getattr(request, "plain", False) else getattr(request, "opened", None)
    signed_in = opened is not None and opened.is_open("shared")
    place = room_of(request.path)
    known: dict[str, Any] = {
        "signed_in": signed_in,
        "room": place,
        "is_answer": request.method == "POST",
        "looks": looks_of(request),
    }
    if not signed_in or opened is None:
        return known | {"spaces": []}
    spaces: Any = SimpleLazyObject(lambda: request.house.spaces)  # type: ignore[attr-defined]
    return known | {
        "spaces": spaces,
        "rooms": SimpleLazyObject(lambda: rooms(request.path, place, spaces)),
        "locks_at": opened.locks_at,
        "shared_left": opened.seconds_left("shared"),
        "private_left": opened.seconds_left("private"),
        "passkeys_work": works_here(),
        "settings_url": reverse("accounts:settings"),
        "unlock_url": reverse("keys:unlock"),
        "lock_url": reverse("keys:lock"),
        "live": listens(request.path),
        "news_room": room_with_news(request.path),
        "since": SimpleLazyObject(lambda: seen_now(request.house, space_of(request.path))),  # type: ignore[attr-defined]
    }


SPACE = re.compile(r"/ours/([0-9a-f-]{36})/")


def space_of(path: str) -> UUID | None:
    """The space that a path is in."""
    found = SPACE.match(path)
    return UUID(found[1]) if found else None


def room_with_news(path: str) -> str:
    """Where somebody who is writing finds what is new."""
    here = space_of(path)
    return reverse("spaces:room", args=[here]) if here else reverse("journey:home")


def listens(path: str) -> str:
    """What a page listens for: its own space, all of them, or nothing where one is by oneself."""
    here = space_of(path)
    return str(here) if here else "all" if path.startswith(("/home/", "/ours/")) else ""


PLACES = {
    "home": "home",
    "first-days": "home",
    "mine": "mine",
    "ours": "ours",
    "help": "help",
    "settings": "settings",
    "looks": "settings",
}


def room_of(path: str) -> str:
    """Which of the four rooms a path belongs to; empty for none."""
    return PLACES.get(path.strip("/").split("/")[0], "")


def rooms(path: str, place: str, spaces: list[Any]) -> list[Room]:
    """The bar: the four rooms, with what is in them, and the settings where there is width for them."""
    mine = inside(
        path,
        (_("Journal"), "journal:index"),
        (_("What happened"), "breaches:index"),
        (_("What I noticed"), "kindwords:kept"),
    )
    bar = [
        Room(_("Home"), reverse("journey:home"), "home", here=place == "home"),
        Room(_("Mine"), reverse("journey:mine"), "lock", here=place == "mine", inside=[*mine]),
        Room(_("Ours"), reverse("spaces:index"), "ours", here=place == "ours", inside=[*ours(path, spaces)]),
        Room(_("Help"), reverse("help:index"), "help", here=place == "help"),
        Room(_("Settings"), reverse("accounts:settings"), "set", here=place == "settings", wide=True),
    ]
    for room in bar:
        room.page = room.url == path
    return bar


def ours(path: str, spaces: list[Any]) -> Iterator[Room]:
    """What is in the shared room: of one space its parts, of several each space."""
    paired = [space for space in spaces if space.partner or space.frozen]
    if len(paired) == 1:
        here = paired[0].id
        yield from inside(
            path,
            (_("Letters"), "letters:index", here),
            (_("Kind words"), "kindwords:index", here),
            (_("What happened"), "breaches:shared", here),
        )
        return
    for space in paired:
        yield from inside(path, (space.partner or _("Ended"), "spaces:room", space.id))


def inside(path: str, *parts: tuple[Any, ...]) -> Iterator[Room]:
    """Entries below a room, each a name, the name of a page, and what that page needs."""
    for name, page, *wanted in parts:
        url = reverse(page, args=wanted)
        yield Room(name, url, here=path.startswith(url), page=url == path)
