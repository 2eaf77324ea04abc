"""The ways out: leaving at once, the page that one leaves to; and the sign of life for operators."""

from __future__ import annotations

import structlog
from django.conf import settings
from django.contrib.auth import logout
from django.db import Error as DatabaseFault
from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from goldseam.keys.gate import AWAY_COOKIE, open_to_all

log = structlog.get_logger("goldseam.web")

# For this long after leaving, an inner page that the Back button asks for leads to the neutral page and not
# to the sign-in, which would tell what this was. The gate reads the cookie; signing in takes it away.
AWAY_SECONDS = 15 * 60


@open_to_all
@csrf_exempt  # It only ends the session, and must work from a page that was open for hours.
def leave(request: HttpRequest) -> HttpResponse:
    """End the session on the server and go to the neutral page, at once and without a question.

    Only a POST ends anything. It goes on to the neutral page even where the session store does not answer.
    """
    answer = HttpResponseRedirect(reverse("web:aside"))
    answer.status_code = 303
    if request.method != "POST":
        return answer
    try:
        logout(request)
    except DatabaseFault as error:
        log.error("leave_failed", kind=type(error).__name__)
    for name in (
        settings.SESSION_COOKIE_NAME,
        settings.UNLOCK_COOKIE_NAME,
        settings.PENDING_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        settings.LOOKS_COOKIE_NAME,
    ):
        answer.delete_cookie(name, samesite="Strict")
    answer.set_cookie(
        AWAY_COOKIE,
        "1",
        max_age=AWAY_SECONDS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    # Not the storage: it would take unsent notes along. Not the cookies: `away` has just been set.
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@open_to_all
@require_safe
def aside(request: HttpRequest) -> HttpResponse:
    """A page about something else. It knows nobody and names nothing of this house."""
    return render(request, "web/aside.html")


@open_to_all
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Whether the database answers; 503 where it does not."""
    try:
        for alias in connections:
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT 1")
    except DatabaseFault as error:
        log.error("database_silent", kind=type(error).__name__)
        return JsonResponse({"ok": False}, status=503)
    return JsonResponse({"ok": True})
