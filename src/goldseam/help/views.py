"""Help: open to everybody, the same for everybody. Reading is not logged and touches no database."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldseam.content import words
from goldseam.help.showing import by_country, danger, parts, ways
from goldseam.keys.gate import open_to_all
from goldseam.keys.opened import Request


@require_safe
@open_to_all
def index(request: Request) -> HttpResponse:
    """The numbers for danger, then every help page under its heading."""
    help = words().help
    groups = [
        (group.title, [(slug, words().help_pages[slug]) for slug in group.slugs]) for group in help.groups
    ]
    context = {"help": help, "groups": groups, "near": danger()}
    return render(request, "help/index.html", context)


@require_safe
@open_to_all
def page(request: Request, slug: str) -> HttpResponse:
    """One help page."""
    found = words().help_pages.get(slug)
    if found is None:
        raise Http404
    signed_in = request.opened.is_open("shared")
    context = {
        "page": found,
        "parts": parts(found, signed_in=signed_in),
        "onward": ways(found.onward, signed_in=signed_in),
        "countries": by_country() if found.numbers else [],
        "lines": words().helplines,
    }
    return render(request, "help/page.html", context)
