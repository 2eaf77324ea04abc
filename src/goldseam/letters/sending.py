"""Sending a letter: what the other will see, two private questions; another version; taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from goldseam.content import words
from goldseam.core import letters as core
from goldseam.core.base import Outcome, Refusal, Refused, VaultKind
from goldseam.core.breaches import ACCOUNTS
from goldseam.core.drafts import LetterDraft
from goldseam.core.letterbook import LetterKind
from goldseam.core.spaces import must_take_words
from goldseam.core.words import MAX_TEXT, clean_text
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.letters import pile
from goldseam.letters.drafting import own_draft
from goldseam.letters.forms import WishForm
from goldseam.letters.pile import state_of
from goldseam.log import drafts
from goldseam.log.drafts import Kept
from goldseam.log.house import House, SpaceView
from goldseam.web.refusals import words_for


@require_http_methods(["GET", "POST"])
@needs("private")
def send(request: Request, space: UUID, draft: UUID) -> HttpResponse:
    """What the other will see, two private questions, and the sending. Sent twice, it is sent once."""
    house, here = request.house, request.house.space(space)
    try:
        kept = own_draft(house, space, draft)
    except Http404:
        return _sent_already(request, here)
    if request.method == "GET":
        return _look(request, here, kept, WishForm())
    form = WishForm(request.POST)
    form.full_clean()
    if str(request.POST.get("version", kept.version)) != str(kept.version):
        return _look(request, here, kept, form, changed=True)
    try:
        knowing = "knowing" in request.POST
        house.act(lambda fresh: _decide(fresh, here, kept, form, knowing=knowing), space=space)
    except Refused as refused:
        if refused.refusal is not Refusal.ALREADY_DONE:
            return _look(request, here, kept, form, refused=refused)
        _tidy(house, here, kept)
    return SeeOther(resolve_url("letters:letter", space, kept.content.letter))


def _tidy(house: House, here: SpaceView, kept: Kept[LetterDraft]) -> None:
    """Drop a draft whose letter was sent with these very words. Other words stay where they are."""
    house.forget()  # another request has just sent it
    seen = pile.one(house, here, UUID(kept.content.letter))
    sent = {version.text for version in pile.versions(house, here, seen)}
    if clean_text(kept.content.text, MAX_TEXT, required=False) in sent:
        drafts.drop_draft(house, kept.id)


def _look(
    request: Request,
    here: SpaceView,
    kept: Kept[LetterDraft],
    form: WishForm,
    *,
    refused: Refused | None = None,
    changed: bool = False,
) -> HttpResponse:
    """The page before sending. What stands in the way is said at once, before anything is asked."""
    in_the_way = _in_the_way(here, kept)
    help_first = refused is not None and refused.refusal is Refusal.NOT_OWN_WISH
    no = ""
    if refused is not None and refused.field in form.fields:
        form.add_error(refused.field, _("Choose one. “Not sure” is a choice too."))
    elif refused is not None and not help_first and not in_the_way:
        no = words_for(refused, "letters")
    context = {
        "here": here,
        "kept": kept,
        "form": form,
        "no": no or in_the_way,
        "in_the_way": in_the_way,
        "help_first": help_first,
        "changed": changed,
        "words": words().letters,
        "kind": words().letters.kinds[kept.content.kind],
    }
    status = 422 if refused else 409 if changed else 200
    return render(request, "letters/send.html", context, status=status)


def _in_the_way(here: SpaceView, kept: Kept[LetterDraft]) -> str:
    """Why this letter cannot be sent now, in words; empty where it can. The draft is kept either way."""
    try:
        must_take_words(here.state)
        clean_text(kept.content.text, MAX_TEXT, "text")
    except Refused as refused:
        return words_for(refused, "letters")
    return ""


def _sent_already(request: Request, here: SpaceView) -> HttpResponse:
    """A second click on "send" finds its draft gone: then the letter is there."""
    request.house.forget()  # another request may have sent it since this one began to read
    letter = str(request.POST.get("letter", ""))
    if letter in state_of(request.house, here.id).letters:
        return SeeOther(resolve_url("letters:letter", here.id, letter))
    raise Http404


def _decide(
    house: House, here: SpaceView, kept: Kept[LetterDraft], form: WishForm, *, knowing: bool
) -> Outcome:
    draft, state = kept.content, state_of(house, here.id)
    said: dict[str, Any] = {
        "space": house.space(here.id).state,
        "by": here.slot,
        "id": draft.letter,
        "text": draft.text,
        # Who goes on after the help has answered already; the answers themselves were not kept.
        "believe": form.cleaned_data.get("believe") or ("unsure" if knowing else ""),
        "afraid": form.cleaned_data.get("afraid") or ("unsure" if knowing else ""),
        "knowing": knowing,
        "draft": str(kept.id),
    }
    if draft.revises:
        # The row is the draft's, so that a second click cannot add a third version.
        return core.revise(state, row=str(kept.id), **said)
    accounts = house.folded(ACCOUNTS, VaultKind.SHARED, here.id)
    breach = draft.breach if draft.breach in accounts.breaches else None
    return core.send(state, accounts, kind=draft.kind, breach=breach, **said)


@require_POST
@needs("private")
def revise(request: Request, space: UUID, letter: UUID) -> HttpResponse:
    """Begin another version: a draft with the words of the last one, the missing part beside it."""
    house, here = request.house, request.house.space(space)
    seen = pile.one(house, here, letter)
    if not seen.mine:
        raise Http404
    must_take_words(here.state)
    if "revise" not in seen.may:
        raise Refused(Refusal.NOTHING_ASKED if seen.letter.revisions_left else Refusal.ENOUGH_REVISIONS)
    return SeeOther(
        resolve_url("letters:write", space, _begun(house, here, seen) or _again(house, here, seen))
    )


def _begun(house: House, here: SpaceView, seen: pile.Seen) -> UUID | None:
    """A draft of the next version that was begun before."""
    for kept in drafts.drafts(house, LetterDraft):
        if kept.content.letter == seen.id and kept.content.revises == seen.letter.version:
            return kept.id
    return None


def _again(house: House, here: SpaceView, seen: pile.Seen) -> UUID:
    content = LetterDraft(
        space=str(here.id),
        letter=seen.id,
        kind=seen.letter.kind or LetterKind.ACCOUNT,
        text=pile.versions(house, here, seen)[0].text,
        breach=seen.letter.breach,
        revises=seen.letter.version,
    )
    return drafts.start_draft(house, content)


@require_http_methods(["GET", "POST"])
@needs("shared")
def withdraw(request: Request, space: UUID, letter: UUID) -> HttpResponse:
    """Say what taking back does; then every version is erased. Taking back twice is taking back once."""
    house, here = request.house, request.house.space(space)
    seen = pile.one(house, here, letter)
    if not seen.mine:
        raise Http404
    if request.method == "GET" and not seen.gone:
        context = {"here": here, "seen": seen, "words": words().letters}
        return render(request, "letters/withdraw.html", context)
    try:
        house.act(
            lambda fresh: core.withdraw(
                state_of(fresh, space), space=fresh.space(space).state, by=here.slot, id=str(letter)
            ),
            space=space,
        )
    except Refused as refused:
        if refused.refusal is not Refusal.WITHDRAWN:
            raise
    return SeeOther(resolve_url("letters:index", space))
