"""The journal: written at any time, read only while the private pages are open."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldseam.content import words
from goldseam.core import journal
from goldseam.core.base import Refusal, Refused, VaultKind
from goldseam.core.journal import JOURNAL
from goldseam.journal import pages
from goldseam.journal.forms import PageForm, SearchForm
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.web.refusals import words_for


@require_http_methods(["GET", "POST"])
@needs("shared")
def index(request: Request) -> HttpResponse:
    """Write a page; below it the pages so far, or the closed door."""
    if request.method == "GET":
        return _index(request, PageForm())
    form = PageForm(request.POST)
    form.full_clean()
    try:
        request.house.act(lambda _: journal.write(id=form.id, text=form.cleaned_data["text"]))
    except Refused as refused:
        if refused.refusal is not Refusal.ALREADY_DONE:
            form.add_error("text", words_for(refused, "journal"))
            return _index(request, form, status=422)
    return SeeOther(f"{reverse('journal:index')}?kept")


def _index(request: Request, form: PageForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "kept": "kept" in request.GET and status == 200,
        "openers": words().journal.openers,
        "next": reverse("journal:index"),
    }
    if not request.house.private_open:
        return render(request, "journal/closed.html", context, status=status)
    shown = Paginator(pages.written(request.house), pages.A_SCREEN).get_page(request.GET.get("p"))
    return render(
        request, "journal/index.html", context | {"pages": shown, "search": SearchForm()}, status=status
    )


@require_http_methods(["GET", "POST"])
@needs("private")
def search(request: Request) -> HttpResponse:
    """Look for words. They stay out of the address, and so out of the browser's history."""
    if request.method == "GET":
        return redirect("journal:index")
    form = SearchForm(request.POST)
    sought = form.cleaned_data["words"] if form.is_valid() else ""
    if form.is_valid() and not sought:
        return SeeOther(reverse("journal:index"))
    found = pages.found(request.house, sought) if sought else []
    context = {"search": form, "pages": found, "sought": sought, "many": len(found) == pages.MOST_FOUND}
    return render(request, "journal/found.html", context, status=200 if form.is_valid() else 422)


@require_safe
@needs("private")
def page(request: Request, page: UUID) -> HttpResponse:
    """One page, and the way to erase it."""
    return render(request, "journal/page.html", {"page": pages.one(request.house, page)})


@require_POST
@needs("private")
def delete(request: Request, page: UUID) -> HttpResponse:
    """Erase a page for good. Erasing what is gone already is as good."""
    with suppress(Refused):
        request.house.act(
            lambda house: journal.delete(house.folded(JOURNAL, VaultKind.PRIVATE), id=str(page))
        )
    return SeeOther(reverse("journal:index"))
