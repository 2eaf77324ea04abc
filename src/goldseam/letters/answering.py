"""Answering a letter: heard, a part is missing, not ready; with words or none; changed or taken back at will."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.views.decorators.http import require_http_methods, require_POST

from goldseam.content import words
from goldseam.core import letters as core
from goldseam.core.base import Outcome, Refusal, Refused
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.letters import pile
from goldseam.letters.forms import AnswerForm
from goldseam.letters.pile import state_of
from goldseam.letters.reading import show
from goldseam.log.house import House, SpaceView
from goldseam.web.refusals import words_for

# The page shows something that is no longer so: what was typed is handed back on a page of its own.
OVERTAKEN = frozenset({Refusal.NEWER_VERSION, Refusal.WITHDRAWN})
NOT_HERE = frozenset({Refusal.NOT_FOUND, Refusal.NOT_YOURS})


@require_http_methods(["GET", "POST"])
@needs("shared")
def answer(request: Request, space: UUID, letter: UUID) -> HttpResponse:
    """See what the other will see, then answer; or put another answer in the place of the one before."""
    house, here, there = (
        request.house,
        request.house.space(space),
        resolve_url("letters:letter", space, letter),
    )
    if request.method == "GET":
        return SeeOther(there)
    form = AnswerForm(pile.one(house, here, letter).letter, request.POST)
    form.full_clean()
    if "change" in request.POST:
        return show(request, here, letter, form)
    try:
        if "look" in request.POST:
            _decide(house, here, letter, form)
            return _look(request, here, letter, form)
        house.act(lambda fresh: _decide(fresh, here, letter, form), space=space)
    except Refused as refused:
        if refused.refusal is not Refusal.ALREADY_DONE:
            return _not_answered(request, here, letter, form, refused)
    return SeeOther(there)


def _decide(house: House, here: SpaceView, letter: UUID, form: AnswerForm) -> Outcome:
    state = house.space(here.id).state
    return core.answer(state_of(house, here.id), space=state, by=here.slot, id=str(letter), **form.given())


def _look(request: Request, here: SpaceView, letter: UUID, form: AnswerForm) -> HttpResponse:
    told, said = words().letters, form.given()
    context = {
        "here": here,
        "letter": letter,
        "form": form,
        "words": told,
        "title": told.answers[said["answer"]].reader,
        "parts": form.parts_in_words() if said["answer"] == "part_missing" else [],
        "said": said["words"],
    }
    return render(request, "letters/answer.html", context)


def _not_answered(
    request: Request, here: SpaceView, letter: UUID, form: AnswerForm, refused: Refused
) -> HttpResponse:
    if refused.refusal in NOT_HERE:
        raise refused
    why = words_for(refused, "letters")
    if refused.refusal in OVERTAKEN:
        context = {"here": here, "letter": letter, "why": why, "said": form.given()["words"]}
        return render(request, "letters/overtaken.html", context, status=409)
    form.add_error(refused.field if refused.field in form.fields else None, why)
    return show(request, here, letter, form, status=422)


@require_POST
@needs("shared")
def take_back(request: Request, space: UUID, letter: UUID) -> HttpResponse:
    """Erase one's own answers to a letter, also after parting. Taking back twice is taking back once."""
    here = request.house.space(space)
    with suppress(Refused):
        request.house.act(
            lambda house: core.take_back_answer(
                state_of(house, space), space=house.space(space).state, by=here.slot, id=str(letter)
            ),
            space=space,
        )
    return SeeOther(resolve_url("letters:letter", space, letter))
