"""What happened, for oneself: named at any time, read only while the private pages are open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldseam.breaches.forms import ViewForm
from goldseam.breaches.told import Told, told
from goldseam.core import breaches
from goldseam.core.base import Outcome, Refusal, Refused, VaultKind
from goldseam.core.breaches import NAMED
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.log.house import House
from goldseam.web.refusals import words_for


@require_safe
@needs("shared")
def index(request: Request) -> HttpResponse:
    """One's own views, or the closed door; naming something is possible either way."""
    context = {"kept": "kept" in request.GET, "next": reverse("breaches:index")}
    if not request.house.private_open:
        return render(request, "breaches/closed.html", context)
    return render(request, "breaches/index.html", context | {"told": list(told(request.house).values())})


@require_http_methods(["GET", "POST"])
@needs("shared")
def new(request: Request) -> HttpResponse:
    """Name what happened. Needs nothing opened: it goes in sealed."""
    form = ViewForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _kept(request.house, form, lambda _: breaches.name(form.view(), id=form.id)):
        return SeeOther(f"{reverse('breaches:index')}?kept")
    return _asked(request, form)


@require_http_methods(["GET", "POST"])
@needs("private")
def edit(request: Request, breach: UUID) -> HttpResponse:
    """Put another view in the place of the own one. The old words are erased."""
    house = request.house
    known = told(house).get(str(breach))
    if known is None and not request.POST.get("own_view"):
        raise Http404
    form = ViewForm(
        request.POST if request.method == "POST" else None, initial=known.again() if known else None
    )
    if form.is_valid() and known and _kept(house, form, lambda fresh: _revised(fresh, str(breach), form)):
        return SeeOther(f"{reverse('breaches:index')}?kept")
    return _asked(request, form, known=told(house).get(str(breach)), gone=known is None)


def _revised(house: House, id: str, form: ViewForm) -> Outcome:
    """The new view, unless another tab has kept other words since this form was opened."""
    named = house.folded(NAMED, VaultKind.PRIVATE)
    known = told(house).get(id)
    if known is not None and str(known.seq) != form.cleaned_data["base"]:
        raise Refused(Refusal.ALREADY_DONE if known.says(form.view()) else Refusal.NEWER_VERSION)
    return breaches.revise(named, form.view(), id=id)


def _kept(house: House, form: ViewForm, decide: Callable[[House], Outcome]) -> bool:
    """Whether this now stands in the log. If not, the form says why."""
    try:
        house.act(decide)
    except Refused as refused:
        house.forget()
        if refused.refusal is not Refusal.ALREADY_DONE:
            form.add_error(refused.field or None, words_for(refused, "breaches"))
            form.newer = refused.refusal is Refusal.NEWER_VERSION
            return False
    return True


def _asked(
    request: Request, form: ViewForm, *, known: Told | None = None, gone: bool = False
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "breaches/view.html", {"form": form, "known": known, "gone": gone}, status=status)


@require_POST
@needs("private")
def delete(request: Request, breach: UUID) -> HttpResponse:
    """Erase the own view for good. What was shared of it stays until it is taken back there."""
    with suppress(Refused):
        request.house.act(
            lambda house: breaches.delete(house.folded(NAMED, VaultKind.PRIVATE), id=str(breach))
        )
    return SeeOther(reverse("breaches:index"))
