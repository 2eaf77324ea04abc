"""Kind words at their receiver's: closed at first, read when wanted, put away, kept out of sight. Nobody is told.

At their giver's: what was given.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.views.decorators.http import require_POST, require_safe

from goldseam.content import words
from goldseam.core import kindness
from goldseam.core.base import Outcome, Refused
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.kindwords import notes
from goldseam.kindwords.drafting import own_drafts
from goldseam.kindwords.notes import Note, state_of
from goldseam.log.house import House, SpaceView

DAYS = {"7": 7, "30": 30}
"""For how long kind words can be kept out of sight; anything else: until they are asked for."""


@require_safe
@needs("shared")
def index(request: Request, space: UUID) -> HttpResponse:
    """The kind words of this place; one's own unsent ones while the private pages are open."""
    house, here = request.house, request.house.space(space)
    found = notes.notes(house, here)
    context = {
        "here": here,
        "given": [note for note in found if note.mine],
        "away": [note for note in found if note.away],
        "gaps": len(found) < len(state_of(house, space).notes),
        "drafts_open": house.private_open,
        "drafts": own_drafts(house, here) if house.private_open else [],
        "words": words().kindness,
        **_arrived(house, here, found),
    }
    return render(request, "kindwords/index.html", context)


def _arrived(house: House, here: SpaceView, found: list[Note]) -> dict[str, Any]:
    """What lies out for this person, and what came while none was wanted."""
    quiet, at_rest = house.desk.is_quiet(str(here.id), house.today), not _reading_time(house)
    new = [note for note in found if note.new]
    opened = [note for note in found if note.opened and not note.mine]
    hours = house.desk.hours
    return {
        "quiet": quiet,
        "until": house.desk.kind_quiet.get(str(here.id)),
        "at_rest": at_rest and not quiet,
        "from_hour": f"{hours.start // 60:02}:{hours.start % 60:02}" if hours else "",
        "received": opened if quiet or at_rest else [*new, *opened],
        "unseen": new if quiet or at_rest else [],
    }


def _reading_time(house: House) -> bool:
    """Whether kind words may show themselves to this person now. They can be looked for at any hour."""
    now = house.local_now
    return house.desk.is_reading_time(now.hour * 60 + now.minute)


@require_safe
@needs("shared")
def note(request: Request, space: UUID, note: UUID) -> HttpResponse:
    """One kind word: a gap, a closed page, its words, or what its giver gave."""
    here = request.house.space(space)
    shown = notes.one(request.house, here, note)
    page = "gone" if shown.gone else "note" if shown.opened else "closed"
    context = {"here": here, "note": shown, "words": words().kindness}
    return render(request, f"kindwords/{page}.html", context)


def _on_the_desk(request: Request, space: UUID, decide: Callable[[House], Outcome]) -> None:
    """Something that only the own desk learns of. Doing it twice, or too late, changes nothing."""
    with suppress(Refused):
        request.house.act(decide, space=space)


@require_POST
@needs("shared")
def read(request: Request, space: UUID, note: UUID) -> HttpResponse:
    """Read a kind word, also one that was put away."""
    here = request.house.space(space)
    _on_the_desk(
        request,
        space,
        lambda house: kindness.read(state_of(house, space), house.desk, by=here.slot, id=str(note)),
    )
    return SeeOther(resolve_url("kindwords:note", space, note))


@require_POST
@needs("shared")
def put_away(request: Request, space: UUID, note: UUID) -> HttpResponse:
    """Put a kind word away, read or not."""
    here = request.house.space(space)
    _on_the_desk(
        request,
        space,
        lambda house: kindness.put_away(state_of(house, space), house.desk, by=here.slot, id=str(note)),
    )
    return SeeOther(resolve_url("kindwords:index", space))


@require_POST
@needs("shared")
def quiet(request: Request, space: UUID) -> HttpResponse:
    """Keep kind words out of sight for a while, or let them show again."""
    here = request.house.space(space)
    days = DAYS.get(str(request.POST.get("days", "")))
    until = request.house.today + timedelta(days=days) if days else None
    if "show" in request.POST:
        _on_the_desk(request, space, lambda house: kindness.show_again(house.desk, space=str(here.id)))
    else:
        _on_the_desk(request, space, lambda _: kindness.be_quiet(space=str(here.id), until=until))
    return SeeOther(resolve_url("kindwords:index", space))
