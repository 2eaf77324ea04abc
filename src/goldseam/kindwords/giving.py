"""Giving a kind word: what the other will see, then the giving; and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldseam.content import words
from goldseam.core import kindness
from goldseam.core.base import Outcome, Refusal, Refused, VaultKind
from goldseam.core.drafts import KindWordDraft
from goldseam.core.kindness import NOTICED
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.kindwords import notes
from goldseam.kindwords.drafting import own_draft
from goldseam.kindwords.notes import state_of
from goldseam.kindwords.writing import keep_for_oneself
from goldseam.log.drafts import Kept
from goldseam.log.house import House, SpaceView
from goldseam.web.refusals import words_for


@require_http_methods(["GET", "POST"])
@needs("private")
def give(request: Request, space: UUID, unsent: UUID) -> HttpResponse:
    """What the other will see, and the giving. Given twice, it is given once."""
    house, here = request.house, request.house.space(space)
    try:
        kept = own_draft(house, space, unsent)
    except Http404:
        return _done_already(request, here)
    if request.method == "GET":
        return _look(request, here, kept)
    if str(request.POST.get("version", kept.version)) != str(kept.version):
        return _look(request, here, kept, changed=True, status=409)
    try:
        if "for_me" in request.POST:
            keep_for_oneself(house, kept)
            return SeeOther(f"{reverse('kindwords:kept')}?kept")
        house.act(lambda fresh: _decide(fresh, here, kept), space=space)
    except Refused as refused:
        if refused.refusal is not Refusal.ALREADY_DONE:
            return _look(request, here, kept, refused=refused, status=422)
    return SeeOther(resolve_url("kindwords:note", space, kept.content.note))


def _decide(house: House, here: SpaceView, kept: Kept[KindWordDraft]) -> Outcome:
    draft = kept.content
    return kindness.give(
        state_of(house, here.id),
        space=house.space(here.id).state,
        by=here.slot,
        id=draft.note,
        noticed=draft.noticed,
        meant=draft.meant,
        now=house.now,
        draft=str(kept.id),
    )


def _look(
    request: Request,
    here: SpaceView,
    kept: Kept[KindWordDraft],
    *,
    refused: Refused | None = None,
    changed: bool = False,
    status: int = 200,
) -> HttpResponse:
    """The page before giving. What stands in the way is said at once; the draft is kept either way."""
    no = refused or _in_the_way(request.house, here, kept)
    context = {
        "here": here,
        "kept": kept,
        "no": words_for(no, "kindness") if no else "",
        "changed": changed,
        "words": words().kindness,
    }
    return render(request, "kindwords/give.html", context, status=status)


def _in_the_way(house: House, here: SpaceView, kept: Kept[KindWordDraft]) -> Refused | None:
    """Why this cannot be given now, if it cannot. One that was given already is nothing in the way."""
    try:
        _decide(house, here, kept)
    except Refused as refused:
        return None if refused.refusal is Refusal.ALREADY_DONE else refused
    return None


def _done_already(request: Request, here: SpaceView) -> HttpResponse:
    """A second click finds its draft gone: then the kind word is there, given or kept for oneself."""
    request.house.forget()  # another request may have given it since this one began to read
    note = str(request.POST.get("note", ""))
    if note in request.house.folded(NOTICED, VaultKind.PRIVATE).notes:
        return SeeOther(f"{reverse('kindwords:kept')}?kept")
    if note in state_of(request.house, here.id).notes:
        return SeeOther(resolve_url("kindwords:note", here.id, note))
    raise Http404


@require_http_methods(["GET", "POST"])
@needs("shared")
def withdraw(request: Request, space: UUID, note: UUID) -> HttpResponse:
    """Say what taking back does; then it is erased. Taking back twice is taking back once."""
    house, here = request.house, request.house.space(space)
    shown = notes.one(house, here, note)
    if not shown.mine:
        raise Http404
    if request.method == "GET" and not shown.gone:
        context = {"here": here, "note": shown, "words": words().kindness}
        return render(request, "kindwords/withdraw.html", context)
    try:
        house.act(
            lambda fresh: kindness.withdraw(
                state_of(fresh, space), space=fresh.space(space).state, by=here.slot, id=str(note)
            ),
            space=space,
        )
    except Refused as refused:
        if refused.refusal is not Refusal.WITHDRAWN:
            raise
    return SeeOther(resolve_url("kindwords:index", space))
