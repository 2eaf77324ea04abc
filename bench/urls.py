"""The product's addresses, and two that exist to be measured against."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from goldseam.content import words
from goldseam.core import home
from goldseam.core.desk import Desk
from goldseam.core.spaces import SpaceState
from goldseam.journey.home import told
from goldseam.keys import clock
from goldseam.keys.gate import needs, open_to_all
from goldseam.log import bell
from goldseam.log.house import SpaceView
from goldseam.web.urls import (  # noqa: F401  the handlers are found by their names
    handler400,
    handler403,
    handler404,
    handler500,
)
from goldseam.web.urls import (
    urlpatterns as house,
)


@dataclass
class WithoutVault:
    """All that Home's page asks of a house, made up. What asks for more fails, and reads no vault."""

    desk: Desk = field(default_factory=lambda: Desk(name="Alice", zone="UTC"))
    spaces: list[SpaceView] = field(
        default_factory=lambda: [SpaceView(uuid4(), 0, SpaceState.ACTIVE.value, "Alice", "Bob")]
    )
    today: date = field(default_factory=clock.today)


@needs("shared")
def plain(request: Any) -> HttpResponse:
    """Home's own page for somebody who is signed in, the same words, with nothing read from a vault."""
    request.house = WithoutVault()
    thing = home.next_thing(signed_up=request.house.today, today=request.house.today, desk=request.house.desk)
    context = {
        "greeting": "Good evening", "words": words().home, "thing": thing and told(thing), "waits": [],
        "enough": False, "unconfirmed": True, "since": "", "live": "all",
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
