"""Writing a kind word: a draft that is kept as it grows, given later, kept for oneself, or thrown away."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from goldseam.content import words
from goldseam.core import kindness
from goldseam.core.base import Refusal, Refused
from goldseam.core.drafts import KindWordDraft
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.kindwords import drafting
from goldseam.kindwords.drafting import own_draft, posted_draft, posted_id, save
from goldseam.kindwords.forms import DraftForm
from goldseam.kindwords.notes import state_of
from goldseam.kindwords.pencil import pencil
from goldseam.log import drafts
from goldseam.log.drafts import Kept
from goldseam.log.house import House, SpaceView
from goldseam.web.refusals import words_for


@require_POST
@needs("shared")
def begin(request: Request, space: UUID) -> HttpResponse:
    """A draft is made, and writing begins. Nobody sees that it does.

    Words that come along become the draft, also where nothing can be given any more; refused, they come back.
    """
    house, here = request.house, request.house.space(space)
    said = {field: str(request.POST.get(field, "")) for field in ("noticed", "meant")}
    has_words = any(text.strip() for text in said.values())
    if here.frozen and not has_words:
        return SeeOther(resolve_url("kindwords:index", space))
    try:
        return SeeOther(resolve_url("kindwords:write", space, drafting.begin(house, space, **said)))
    except Refused as refused:
        if not has_words:
            raise
        return _still_here(request, here, draft=said, no=words_for(refused, "kindness"), status=422)


@require_http_methods(["GET", "POST"])
@needs("shared")
def write(request: Request, space: UUID, unsent: UUID) -> HttpResponse:
    """The kind word being written. Saving works while the private pages are closed; reading it asks to open them."""
    here = request.house.space(space)
    if request.method == "POST":
        return _saved(request, here, unsent)
    kept = own_draft(request.house, space, unsent)
    content = kept.content
    form = DraftForm(initial={"writer": uuid4(), "noticed": content.noticed, "meant": content.meant})
    return render(request, "kindwords/write.html", _page(here, kept, form))


def _saved(request: Request, here: SpaceView, unsent: UUID) -> HttpResponse:
    mine = posted_id(request.POST, unsent)
    try:
        kept = save(request.house, here.id, mine, request.POST)
        if "for_me" in request.POST:
            keep_for_oneself(request.house, kept)
            return SeeOther(f"{reverse('kindwords:kept')}?kept")
    except Refused as refused:
        return _not_kept(request, here, mine, refused)
    except Http404:
        return _gone(request, here)
    if "go" in request.POST:
        return SeeOther(resolve_url("kindwords:give", here.id, kept.id))
    second = "" if kept.id == mine else "?second"
    return SeeOther(resolve_url("kindwords:write", here.id, kept.id) + second)


def keep_for_oneself(house: House, kept: Kept[KindWordDraft]) -> None:
    """Move a draft among what its writer noticed. Moved twice, it is kept once. Refuses as `kindness.keep`."""
    draft = kept.content
    try:
        house.act(
            lambda _: kindness.keep(
                id=draft.note, noticed=draft.noticed, meant=draft.meant, draft=str(kept.id)
            )
        )
    except Refused as refused:
        if refused.refusal is not Refusal.ALREADY_DONE:
            raise


def _not_kept(request: Request, here: SpaceView, unsent: UUID, refused: Refused) -> HttpResponse:
    """The page again, with everything that was typed still on it."""
    form = DraftForm(request.POST)
    form.full_clean()
    form.refuse(refused)
    post = request.POST.copy()
    post.update({"noticed": "", "meant": ""})
    kept = Kept(unsent, _version(request), request.house.today, posted_draft(post, here.id))
    return render(request, "kindwords/write.html", _page(here, kept, form), status=422)


def _version(request: Request) -> int:
    """What the page had saved last."""
    base = str(request.POST.get("base", ""))
    return int(base) if base.isascii() and base.isdigit() and len(base) < 10 else 0


def _gone(request: Request, here: SpaceView) -> HttpResponse:
    """The draft was given, kept or thrown away in another place: the words are still here, to be kept or not."""
    content = posted_draft(request.POST, here.id)
    given = content.note in state_of(request.house, here.id).notes
    return _still_here(request, here, draft=content, given=given, status=409)


def _still_here(request: Request, here: SpaceView, *, status: int, **told: Any) -> HttpResponse:
    """Words that have no draft: the page holds them until they have one."""
    context = {"here": here, "words": words().kindness, **told}
    return render(request, "kindwords/draft_gone.html", context, status=status)


def _page(here: SpaceView, kept: Kept[KindWordDraft], form: DraftForm) -> dict[str, Any]:
    return {
        "here": here,
        "kept": kept,
        "form": form,
        "words": words().kindness,
        "pencil": pencil(kept.content),
    }


@require_POST
@needs("shared")
def keep(request: Request, space: UUID, unsent: UUID) -> HttpResponse:
    """Save while writing. Answers with the fresh remarks; while the pages are closed, with the saving alone."""
    house, here, mine = request.house, request.house.space(space), posted_id(request.POST, unsent)
    try:
        kept = save(house, space, mine, request.POST)
    except Refused as refused:
        return _plainly(words_for(refused, "kindness"), status=422)
    except Http404:
        return _plainly(words().kindness.giving["gone"], status=409)
    context = {
        "here": here,
        "kept": kept,
        "second": kept.id != mine,
        "pencil": pencil(kept.content) if house.private_open else None,
    }
    return render(request, "kindwords/saved.html", context)


def _plainly(text: str, *, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


@require_POST
@needs("private")
def discard(request: Request, space: UUID, unsent: UUID) -> HttpResponse:
    """Throw a draft away for good."""
    here = request.house.space(space)
    drafts.drop_draft(request.house, posted_id(request.POST, unsent))
    return SeeOther(resolve_url("kindwords:index", here.id))
