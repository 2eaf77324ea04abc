"""A small house for the tests of the gate: rooms that keep what they are sent, beside the real addresses."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.urls import path

from goldseam.core.base import VaultKind
from goldseam.keys import Locked
from goldseam.keys.gate import needs, open_to_all
from goldseam.keys.opened import Request
from goldseam.web.urls import urlpatterns as real

KEPT: list[dict[str, list[str]]] = []


def _keep(request: Request) -> HttpResponse:
    if request.method == "POST":
        KEPT.append({name: list(values) for name, values in request.POST.lists()})
        return HttpResponse(f"kept by {request.house.person.pk}")
    return HttpResponse("the room is open")


@needs("shared")
def shared(request: Request) -> HttpResponse:
    return _keep(request)


@needs("private")
def private(request: Request) -> HttpResponse:
    return _keep(request)


@needs("person")
def person(request: Request) -> HttpResponse:
    return HttpResponse("somebody")


@needs("shared")
def careless(request: Request) -> HttpResponse:
    """Reads the private vault without having asked for it."""
    return JsonResponse({"lines": len(request.house.lines(VaultKind.PRIVATE))})


@needs("person")
def ended(request: Request) -> HttpResponse:
    """Changes its session after another tab has ended it."""
    request.session["late"] = True
    request.session.delete()
    return HttpResponse("too late")


@open_to_all
def public(request: Request) -> HttpResponse:
    return HttpResponse("for everybody")


@open_to_all
def forgetful(request: Request) -> HttpResponse:
    raise Locked("shared")


urlpatterns = [
    path("t/shared/", shared),
    path("t/private/", private),
    path("t/person/", person),
    path("t/careless/", careless),
    path("t/ended/", ended),
    path("t/public/", public),
    path("t/forgetful/", forgetful),
    *real,
]
