"""What every request passes: the session by its hash, then the keys that the browser's cookies open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import structlog
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import Error as DatabaseFault
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from goldseam.keys.gate import AWAY_COOKIE, closed, wants_data
from goldseam.keys.locked import Locked
from goldseam.keys.opened import Opened, Request, attach, open_keys, read_cookie
from goldseam.keys.paths import SeeOther, with_next

BOUNCED_COOKIE = "bounced"

log = structlog.get_logger("goldseam.keys")


class HashedSessions(SessionMiddleware):
    """Django's sessions over our store. A session that another tab ended meanwhile leads to the sign-in."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Store the session and set its cookie."""
        try:
            return super().process_response(request, response)
        except SessionInterrupted:
            gone = SeeOther(with_next("accounts:sign_in", request.get_full_path()))
            gone.delete_cookie(settings.SESSION_COOKIE_NAME, samesite="Lax")
            return gone


class OpenedKeys:
    """Gives the request `opened` and `house`, and the answer the unlock cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        attach(request, lambda: open_keys(request))
        response = self.get_response(request)
        for name, given in (
            (settings.UNLOCK_COOKIE_NAME, getattr(request, "unlock_cookie", None)),
            (settings.PENDING_COOKIE_NAME, getattr(request, "pending_cookie", None)),
        ):
            if given or name in request.COOKIES:
                _give_cookie(response, name, given)
        if getattr(request, "unlock_cookie", None) and AWAY_COOKIE in request.COOKIES:
            response.delete_cookie(AWAY_COOKIE)
        if wants_data(request) and not getattr(request, "plain", False):
            _say_how_long(response, cast(Request, request).opened)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Bounce a visit from elsewhere: the browser holds the strict cookie back until our page asks."""
        if getattr(view, "needs", "") == "open":
            _know_nobody_if_lost(request)
            return None
        if not _lacks_only_the_cookie(request):
            return None
        answer = render(request, "keys/bounce.html", {"path": request.get_full_path()})
        answer.set_cookie(
            BOUNCED_COOKIE, "1", max_age=10, httponly=True, samesite="Strict", secure=settings.SECURE
        )
        return answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a read of closed keys as the gate does."""
        if isinstance(exception, Locked):
            return closed(cast(Request, request), exception.tier)
        return None


def _know_nobody_if_lost(request: HttpRequest) -> None:
    """Show an open page also while the database does not say who asks: help must be there for everybody."""
    if request.method != "GET" or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return
    try:
        cast(Request, request).opened.is_open("shared")
    except DatabaseFault as error:
        log.error("database_gone", kind=type(error).__name__)
        request.user = AnonymousUser()
        attach(request, lambda: Opened(None))


def _lacks_only_the_cookie(request: HttpRequest) -> bool:
    if request.method != "GET" or wants_data(request) or BOUNCED_COOKIE in request.COOKIES:
        return False
    # Browsers without this header are bounced once: the short-lived cookie above ends it.
    if request.headers.get("Sec-Fetch-Site", "cross-site") != "cross-site":
        return False
    return settings.SESSION_COOKIE_NAME in request.COOKIES and (
        read_cookie(request) is None and request.user.is_authenticated
    )


def _say_how_long(response: HttpResponseBase, opened: Opened) -> None:
    """Tell a script when the keys close: seconds of the private and of the shared tier, empty if closed."""
    left = (opened.seconds_left("private"), opened.seconds_left("shared"))
    if any(left):
        response.headers["X-Goldseam-Left"] = ",".join("" if each is None else str(each) for each in left)


def _give_cookie(response: HttpResponseBase, name: str, cookie: bytes | None) -> None:
    if cookie:
        response.set_cookie(
            name,
            cookie.hex(),
            httponly=True,
            samesite="Strict",
            secure=settings.SECURE,
        )
    elif cookie is not None:
        response.delete_cookie(name, samesite="Strict")
