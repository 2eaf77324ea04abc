"""What happened, as each chose to show it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldseam.breaches import wording
from goldseam.breaches.accounts import shown
from goldseam.breaches.forms import ShareForm
from goldseam.core import breaches
from goldseam.core.base import Refusal, Refused, VaultKind
from goldseam.core.breaches import ACCOUNTS
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.log.house import House, SpaceView
from goldseam.web.refusals import words_for


@require_safe
@needs("shared")
def index(request: Request, space: UUID) -> HttpResponse:
    """What one or both of the two chose to show."""
    here = request.house.space(space)
    if here.state == "open":
        return redirect("spaces:room", space)
    both = list(shown(request.house, here).values())
    return render(request, "breaches/shared.html", {"here": here, "breaches": both})


@require_http_methods(["GET", "POST"])
@needs("private")
def share(request: Request, space: UUID, breach: UUID | None = None) -> HttpResponse:
    """Show an own account: of something new, or beside the other's. Help comes first where there is fear."""
    house, here = request.house, request.house.space(space)
    beside = shown(house, here).get(str(breach))
    if breach is not None and beside is None and not request.POST.get("words"):
        raise Http404
    if request.method == "GET" and (not here.open_for_words or (beside and beside.mine)):
        return redirect("breaches:shared", space)
    if "change" in request.POST:
        return render(
            request, "breaches/share.html", {"here": here, "form": _again(request.POST), "beside": beside}
        )
    form = ShareForm(_answered(request.POST) if request.method == "POST" else None)
    if "look" in request.POST and beside_or_new(breach, beside):
        return _look(request, here, str(breach or ""))
    # The other may have taken their account back meanwhile: the words are kept, and stand for themselves.
    context: dict[str, Any] = {"here": here, "form": form, "beside": beside, "gone": breach and not beside}
    if form.is_valid() and not context["gone"]:
        no = _share(house, here, str(breach or form.cleaned_data["account"]), form, "knowing" in request.POST)
        if no is None:
            return SeeOther(reverse("breaches:shared", args=[space]))
        context["help_first"] = no is Refusal.NOT_OWN_WISH
    return render(request, "breaches/share.html", context, status=422 if form.is_bound else 200)


def _answered(post: QueryDict) -> QueryDict:
    """Who goes on after the help has answered already; the answers themselves were not kept."""
    said = post.copy()
    if "knowing" in said:
        for name in ("believe", "afraid"):
            said.setdefault(name, "unsure")
    return said


def _again(post: QueryDict) -> ShareForm:
    """What was written, to be written on: nothing is shown, and the private questions come again after the look."""
    typed = {name: post.get(name, "") for name in ("account", "words", "role")}
    return ShareForm(initial=typed | {"kinds": post.getlist("kinds")})


def beside_or_new(breach: UUID | None, beside: object) -> bool:
    """Whether there is something to show it for: the other's account is there, or none is needed."""
    return breach is None or beside is not None


def _look(request: Request, here: SpaceView, breach: str) -> HttpResponse:
    """The account as the other will see it, on bright paper, and the two private questions below it."""
    house, asked = request.house, request.POST.copy()
    asked["believe"], asked["afraid"] = "yes", "no"
    tried = ShareForm(asked)
    context: dict[str, Any] = {"here": here, "form": tried, "beside": breach}
    if tried.is_valid():
        given = tried.given()
        accounts, state = house.folded(ACCOUNTS, VaultKind.SHARED, here.id), here.state
        try:
            breaches.share(accounts, space=state, by=here.slot, id=breach or given["account"], **given)
        except Refused as refused:
            tried.add_error(refused.field or None, words_for(refused, "breaches"))
        else:
            kinds = wording.named(given["kinds"])
            seen = {
                "kinds": kinds,
                "role": wording.shown_role(given["role"], mine=False),
                "words": given["words"],
            }
            again = ShareForm(initial={name: given[name] for name in ("account", "kinds", "words", "role")})
            return render(request, "breaches/look.html", context | {"form": again, "seen": seen})
    return render(request, "breaches/share.html", context | {"looking": True}, status=422)


def _share(house: House, here: SpaceView, id: str, form: ShareForm, knowing: bool) -> Refusal | None:
    """Show it. None when it is shown, or was by the same click; else why not, which the form says too."""
    try:
        house.act(
            lambda fresh: breaches.share(
                fresh.folded(ACCOUNTS, VaultKind.SHARED, here.id),
                space=fresh.space(here.id).state,
                by=here.slot,
                id=id,
                knowing=knowing,
                **form.given(),
            ),
            space=here.id,
        )
    except Refused as refused:
        if refused.refusal is Refusal.ALREADY_DONE and _stands(house, here, id, form):
            return None
        if refused.refusal is not Refusal.NOT_OWN_WISH:
            form.add_error(refused.field or None, words_for(refused, "breaches"))
        return refused.refusal
    return None


def _stands(house: House, here: SpaceView, id: str, form: ShareForm) -> bool:
    """Whether exactly this is what one shows there already."""
    house.forget()
    both = shown(house, here).get(id)
    return both is not None and both.mine is not None and both.mine.says(form.given())


@require_POST
@needs("shared")
def take_back(request: Request, space: UUID, breach: UUID) -> HttpResponse:
    """Erase one's own account here, also after parting. Nobody is told."""
    here = request.house.space(space)
    with suppress(Refused):
        request.house.act(
            lambda house: breaches.take_back(
                house.folded(ACCOUNTS, VaultKind.SHARED, space),
                space=house.space(space).state,
                by=here.slot,
                id=str(breach),
            ),
            space=space,
        )
    return SeeOther(reverse("breaches:shared", args=[space]))
