"""What was noticed and kept for oneself: written at any time, read only while the private pages are open."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from goldseam.content import words
from goldseam.core import kindness
from goldseam.core.base import Refusal, Refused, VaultKind
from goldseam.core.kindness import NOTICED, KindWordKept
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.kindwords.forms import KeepForm
from goldseam.log.house import House

A_SCREEN = 20


@dataclass(frozen=True, slots=True)
class Own:
    """Something noticed: its id, the day of its writing (in the writer's own zone), and the words."""

    id: str
    day: date
    noticed: str
    meant: str


def noticed(house: House) -> list[Own]:
    """All that stands, the newest first. Raises `Locked` while the private tier is closed."""
    found = []
    for seq in reversed(house.folded(NOTICED, VaultKind.PRIVATE).notes.values()):
        entry = house.line(VaultKind.PRIVATE, seq).entry
        if entry is not None and isinstance(entry.body, KindWordKept):
            day = entry.at.astimezone(house.zone).date()
            found.append(Own(entry.body.id, day, entry.body.noticed, entry.body.meant))
    return found


@require_http_methods(["GET", "POST"])
@needs("shared")
def kept(request: Request) -> HttpResponse:
    """Keep something that was noticed; below it what was kept so far, or the closed door."""
    if request.method == "GET":
        return _kept(request, KeepForm())
    form = KeepForm(request.POST)
    form.full_clean()
    said = form.cleaned_data
    try:
        request.house.act(lambda _: kindness.keep(id=form.id, noticed=said["noticed"], meant=said["meant"]))
    except Refused as refused:
        if refused.refusal is not Refusal.ALREADY_DONE:
            form.refuse(refused)
            return _kept(request, form, status=422)
    return SeeOther(f"{reverse('kindwords:kept')}?kept")


def _kept(request: Request, form: KeepForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "kept": "kept" in request.GET and status == 200,
        "words": words().kindness,
        "next": reverse("kindwords:kept"),
    }
    if not request.house.private_open:
        return render(request, "kindwords/kept_closed.html", context, status=status)
    shown = Paginator(noticed(request.house), A_SCREEN).get_page(request.GET.get("p"))
    return render(request, "kindwords/kept.html", context | {"notes": shown}, status=status)


@require_POST
@needs("private")
def erase(request: Request, noticed: UUID) -> HttpResponse:
    """Erase what was kept, for good. Erasing what is gone already is as good."""
    with suppress(Refused):
        request.house.act(
            lambda house: kindness.forget(house.folded(NOTICED, VaultKind.PRIVATE), id=str(noticed))
        )
    return SeeOther(reverse("kindwords:kept"))
