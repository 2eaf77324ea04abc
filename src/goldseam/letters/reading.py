"""A letter at its reader's: closed at first, opened when ready, put away. Nobody is told of any of it.

At its writer's: what was sent, and the answer if there is one.
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
from goldseam.core import letters as core
from goldseam.core.base import Outcome, Refused
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.letters import pile
from goldseam.letters.drafting import own_drafts
from goldseam.letters.forms import AnswerForm
from goldseam.letters.pile import Seen, state_of
from goldseam.log.house import House, SpaceView

DAYS = {"1": 1, "7": 7}
"""For how long a letter can be put away; anything else: until it is looked for."""


@require_safe
@needs("shared")
def index(request: Request, space: UUID) -> HttpResponse:
    """The letters of this place; one's own unsent ones while the private pages are open."""
    house, here = request.house, request.house.space(space)
    letters = [seen for seen in pile.pile(house, here) if not seen.gone]
    quiet = not _reading_time(house)
    context = {
        "here": here,
        "arrived": [seen for seen in letters if not (seen.mine or seen.away or (quiet and seen.waits))],
        "quiet": quiet,
        "until": f"{house.desk.hours.start // 60:02}:{house.desk.hours.start % 60:02}"
        if house.desk.hours
        else "",
        "waiting": [seen for seen in letters if seen.waits] if quiet else [],
        "away": [seen for seen in letters if not seen.mine and seen.away],
        "sent": [seen for seen in letters if seen.mine],
        "gaps": len(letters) < len(state_of(house, space).letters),
        "drafts_open": house.private_open,
        "drafts": own_drafts(house, here) if house.private_open else [],
        "words": words().letters,
    }
    return render(request, "letters/index.html", context)


def _reading_time(house: House) -> bool:
    """Whether letters may show themselves to this person now. They can be looked for at any hour."""
    now = house.local_now
    return house.desk.is_reading_time(now.hour * 60 + now.minute)


@require_safe
@needs("shared")
def letter(request: Request, space: UUID, letter: UUID) -> HttpResponse:
    """One letter: a gap, a closed page, its text to answer, or what its writer waits for."""
    return show(request, request.house.space(space), letter)


def show(
    request: Request, here: SpaceView, letter: UUID, form: AnswerForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of a letter, as it is for the one who looks."""
    house = request.house
    seen = pile.one(house, here, letter)
    context: dict[str, Any] = {"here": here, "seen": seen, "words": words().letters}
    if seen.gone:
        return render(request, "letters/gone.html", context, status=status)
    if seen.mine:
        _answer_seen(house, here, seen)
        context["versions"] = pile.versions(house, here, seen)
        return render(request, "letters/sent.html", context, status=status)
    if not seen.opened or seen.away:
        context["earlier"] = pile.versions(house, here, seen, upto=seen.read) if not seen.away else []
        return render(request, "letters/closed.html", context, status=status)
    newest, *earlier = pile.versions(house, here, seen)
    form = form or AnswerForm(seen.letter, initial=_said_before(seen, newest))
    context |= {"newest": newest, "earlier": earlier, "form": form}
    return render(request, "letters/open.html", context, status=status)


def _said_before(seen: Seen, newest: pile.Version) -> dict[str, Any]:
    """What the form begins with: the answer so far, if there is one."""
    before: dict[str, Any] = {"version": seen.letter.version}
    if newest.said:
        answered = seen.letter.answers[newest.number]
        before |= {"answer": newest.said.answer, "parts": list(answered.parts), "words": newest.said.words}
    return before


def _answer_seen(house: House, here: SpaceView, seen: Seen) -> None:
    """Note on the writer's own desk that the answer was looked at, so that Home stops saying that it waits."""
    answer = seen.letter.answers.get(seen.letter.version)
    if answer is None or house.desk.answers_seen.get(seen.id) == answer.seq:
        return
    with suppress(Refused):
        house.act(
            lambda fresh: core.see_answer(state_of(fresh, here.id), fresh.desk, by=here.slot, id=seen.id),
            space=here.id,
        )


def _on_the_desk(request: Request, here: SpaceView, decide: Callable[[House], Outcome]) -> None:
    """Something that only the own desk learns of. Doing it twice, or too late, changes nothing."""
    with suppress(Refused):
        request.house.act(decide, space=here.id)


@require_POST
@needs("shared")
def open_it(request: Request, space: UUID, letter: UUID) -> HttpResponse:
    """Open a letter."""
    here = request.house.space(space)
    _on_the_desk(
        request,
        here,
        lambda house: core.open_letter(state_of(house, space), house.desk, by=here.slot, id=str(letter)),
    )
    return SeeOther(resolve_url("letters:letter", space, letter))


@require_POST
@needs("shared")
def put_away(request: Request, space: UUID, letter: UUID) -> HttpResponse:
    """Put a letter away, until tomorrow, for a week, or until it is looked for."""
    here, days = request.house.space(space), DAYS.get(str(request.POST.get("days", "")))
    until = request.house.today + timedelta(days=days) if days else None
    _on_the_desk(
        request,
        here,
        lambda house: core.put_away(state_of(house, space), by=here.slot, id=str(letter), until=until),
    )
    return SeeOther(resolve_url("letters:index", space))


@require_POST
@needs("shared")
def take_up(request: Request, space: UUID, letter: UUID) -> HttpResponse:
    """Lay a letter out again."""
    here = request.house.space(space)
    _on_the_desk(request, here, lambda house: core.take_up(house.desk, id=str(letter)))
    return SeeOther(resolve_url("letters:letter", space, letter))
