"""The product's addresses, and two that exist to be measured against."""

from __future__ import annotations

import time
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from goldseam.content import words
from goldseam.keys.gate import needs, open_to_all
from goldseam.log import bell
from goldseam.web.urls import (  # noqa: F401  the handlers are found by their names
    handler400,
    handler403,
    handler404,
    handler500,
)
from goldseam.web.urls import (
    urlpatterns as house,
)


@needs("shared")
def plain(request: Any) -> HttpResponse:
    """Home's own page for somebody who is signed in, with nothing read from a vault."""
    context = {
        "greeting": "Good evening", "words": words().home, "thing": None, "waits": [], "enough": True,
        "unconfirmed": False, "spaces": [], "since": "", "live": "",
    }  # fmt: skip
    return render(request, "journey/home.html", context)


@open_to_all
@csrf_exempt
def ring(request: HttpRequest, space: UUID) -> HttpResponse:
    """Tell the pages of a space that there is something new."""
    connection.ensure_connection()  # whoever has something to tell has just written it
    at = time.monotonic()
    bell.ring(bell.space(space))
    return HttpResponse(status=204, headers={"X-Rung": str(at)})


urlpatterns = [*house, path("bench/plain/", plain), path("bench/ring/<uuid:space>/", ring)]
