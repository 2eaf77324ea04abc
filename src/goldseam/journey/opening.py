"""The open pages: what this is, and the four doors of the first days. They need no account and read no vault."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from goldseam.content import words
from goldseam.help.showing import parts, ways
from goldseam.keys.gate import open_to_all
from goldseam.keys.opened import Request


@require_safe
@open_to_all
def front(request: Request) -> HttpResponse:
    """The first page. Who is signed in goes Home."""
    if request.user.is_authenticated:
        return redirect("journey:home")
    front = words().doors
    doors = [(slug, words().first_days[slug]) for slug in front.order]
    return render(request, "journey/front.html", {"front": front, "doors": doors})


@require_safe
@open_to_all
def door(request: Request, door: str) -> HttpResponse:
    """What helps in the first days, behind one of the doors."""
    found = words().first_days.get(door)
    if found is None:
        raise Http404
    signed_in = request.opened.is_open("shared")
    context = {
        "door": found,
        "parts": parts(found, signed_in=signed_in),
        "onward": ways(found.onward, signed_in=signed_in),
        "lines": words().helplines,
    }
    return render(request, "journey/door.html", context)
