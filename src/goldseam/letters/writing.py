"""Writing a letter: choosing a kind, a draft that is kept as it grows, the coach beside it."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from goldseam.content import words
from goldseam.core.base import Refused
from goldseam.core.drafts import LetterDraft
from goldseam.core.letterbook import LetterKind
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.letters import pile
from goldseam.letters.about import breaches_here
from goldseam.letters.drafting import begin, own_draft, posted_draft, posted_id, save
from goldseam.letters.forms import LetterForm
from goldseam.letters.pencil import pencil
from goldseam.log import drafts
from goldseam.log.house import House, SpaceView
from goldseam.web.refusals import words_for

FOR_WRITERS = {"what_it_did": _("What it did to them")}
"""Parts whose name speaks as the reader."""


@require_http_methods(["GET", "POST"])
@needs("shared")
def new(request: Request, space: UUID) -> HttpResponse:
    """Choose a kind; a draft is made, and writing begins."""
    house, here = request.house, request.house.space(space)
    abouts = breaches_here(house, here)
    wanted = str(request.POST.get("about") or request.GET.get("about", ""))
    about = next((one for one in abouts if one.id == wanted), None)
    kind, why = str(request.POST.get("kind", "")), ""
    if request.method == "POST" and kind in set(LetterKind) and not here.frozen:
        try:
            breach = about.id if about else None
            draft = begin(house, space, kind=kind, breach=breach, text=str(request.POST.get("text", "")))
            return SeeOther(resolve_url("letters:write", space, draft))
        except Refused as refused:
            why = words_for(refused, "letters")
    context = {
        "here": here,
        "kinds": words().letters.kinds,
        "wished": request.GET.get("kind", ""),
        "abouts": abouts,
        "about": about,
        "why": why,
    }
    return render(request, "letters/new.html", context, status=200 if request.method == "GET" else 422)


@require_http_methods(["GET", "POST"])
@needs("shared")
def write(request: Request, space: UUID, draft: UUID) -> HttpResponse:
    """The letter being written. Saving works while the private pages are closed; reading it asks to open them."""
    here = request.house.space(space)
    if request.method == "POST":
        return _saved(request, here, draft)
    kept = own_draft(request.house, space, draft)
    form = LetterForm(initial={"writer": uuid4(), "text": kept.content.text})
    context = _page(request.house, here, kept.content, form) | {"draft_id": kept.id, "base": kept.version}
    return render(request, "letters/write.html", context)


def _saved(request: Request, here: SpaceView, draft: UUID) -> HttpResponse:
    mine = posted_id(request.POST, draft)
    try:
        kept = save(request.house, here.id, mine, request.POST)
    except Refused as refused:
        return _not_kept(request, here, mine, refused)
    except Http404:
        return _gone(request, here)
    if "go" in request.POST:
        return SeeOther(resolve_url("letters:send", here.id, kept.id))
    second = "" if kept.id == mine else "?second"
    return SeeOther(resolve_url("letters:write", here.id, kept.id) + second)


def _not_kept(request: Request, here: SpaceView, draft: UUID, refused: Refused) -> HttpResponse:
    """The page again, with everything that was typed still on it."""
    post = request.POST.copy()
    text = str(post.pop("text", [""])[-1])
    content = posted_draft(post, here.id)
    form = LetterForm({"writer": post.get("writer"), "text": text})
    form.errors["text"] = form.error_class([words_for(refused, "letters")])
    context = _page(request.house, here, content, form) | {"draft_id": draft, "base": post.get("base")}
    return render(request, "letters/write.html", context, status=422)


def _gone(request: Request, here: SpaceView) -> HttpResponse:
    """The draft was sent or thrown away in another place: the words are still here, to be kept or not."""
    content = posted_draft(request.POST, here.id)
    sent = pile.state_of(request.house, here.id).letters
    context = {"here": here, "draft": content, "sent": content.letter if content.letter in sent else ""}
    return render(request, "letters/draft_gone.html", context, status=409)


def _page(house: House, here: SpaceView, content: LetterDraft, form: LetterForm) -> dict[str, Any]:
    told = words().letters
    return {
        "here": here,
        "draft": content,
        "form": form,
        "words": told,
        "kind": told.kinds[content.kind],
        "guide": _guide(content.kind),
        "pencil": pencil(house, here, content),
        "before": _before(house, here, content),
    }


def _guide(kind: str) -> dict[str, list[str]]:
    """The questions that help with a kind of letter, by the part that they belong to."""
    told = words().letters
    guide: dict[str, list[str]] = {}
    for question in told.kinds[kind].guide:
        part = str(FOR_WRITERS.get(question.part, told.parts[question.part]))
        guide.setdefault(part, []).append(question.ask)
    return guide


def _before(house: House, here: SpaceView, content: LetterDraft) -> pile.Version | None:
    """The version that this draft follows, with what was named as missing; none for a first version."""
    letter = pile.state_of(house, here.id).letters.get(content.letter) if content.revises else None
    if letter is None or letter.withdrawn:
        return None
    seen = pile.one(house, here, UUID(content.letter))
    found = pile.versions(house, here, seen, upto=content.revises) if seen.mine else []
    return found[0] if found else None


@require_POST
@needs("shared")
def keep(request: Request, space: UUID, draft: UUID) -> HttpResponse:
    """Save while writing. Answers with the fresh remarks; while the pages are closed, with the saving alone."""
    house, here, mine = request.house, request.house.space(space), posted_id(request.POST, draft)
    try:
        kept = save(house, space, mine, request.POST)
    except Refused as refused:
        return _plainly(words_for(refused, "letters"), status=422)
    except Http404:
        return _plainly(words().letters.sending["gone"], status=409)
    context = {
        "here": here,
        "draft": kept.content,
        "base": kept.version,
        "draft_id": kept.id,
        "second": kept.id != mine,
        "pencil": pencil(house, here, kept.content) if house.private_open else None,
    }
    return render(request, "letters/kept.html", context)


def _plainly(text: str, *, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


@require_POST
@needs("private")
def discard(request: Request, space: UUID, draft: UUID) -> HttpResponse:
    """Throw a draft away for good."""
    here = request.house.space(space)
    drafts.drop_draft(request.house, posted_id(request.POST, draft))
    return SeeOther(resolve_url("letters:index", here.id))
