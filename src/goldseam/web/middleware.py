"""What goes with every answer, and what is said when something breaks."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponseBase
from django.http.multipartparser import MultiPartParserError

from goldseam.core.base import Refused
from goldseam.keys.keyring import Contended
from goldseam.log.house import TooBusy
from goldseam.web import errors
from goldseam.web.refusals import words_for
from goldseam.web.storage import fault_of

Answer = Callable[[HttpRequest], HttpResponseBase]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "manifest-src 'self'",
    )
)
NOT_USED = (
    "accelerometer, autoplay, browsing-topics, camera, display-capture, encrypted-media, fullscreen, "
    "geolocation, gyroscope, hid, idle-detection, magnetometer, microphone, midi, payment, "
    "picture-in-picture, serial, usb, xr-spatial-tracking"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    # Not `no-referrer`: a browser then sends `Origin: null` with our own forms, and no form could be sent.
    # Nothing leaves this origin either way.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{power}=()" for power in NOT_USED.split(", ")),
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


def strict_headers() -> dict[str, str]:
    """What goes with every answer, whichever part of the server gives it; over https, that it stays so."""
    if not settings.SECURE_HSTS_SECONDS:
        return ALWAYS
    return {**ALWAYS, "Strict-Transport-Security": f"max-age={settings.SECURE_HSTS_SECONDS}"}


class Headers:
    """Every answer carries the same guards, and none but a hashed static file is kept by a browser."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in strict_headers().items():
            response.headers[name] = value
        if not keeps_for_ever(request, response):
            response.headers["Cache-Control"] = "no-store"
        return response


def keeps_for_ever(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether this is a static file whose name changes with its content."""
    static = request.path.startswith(f"/{settings.STATIC_URL.strip('/')}/")
    return static and "immutable" in response.headers.get("Cache-Control", "")


# Django answers these itself, by the pages in `errors`.
KNOWN = (Http404, PermissionDenied, SuspiciousOperation, BadRequest, MultiPartParserError)


class PlainErrors:
    """An unexpected error becomes a plain page; the log learns its type and the page's name, and no value."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """The page for what a view raised; None where Django has an answer of its own."""
        if isinstance(error, RequestDataTooBig):
            return errors.too_large(request)
        if isinstance(error, KNOWN):
            return None
        if isinstance(error, Refused):
            return errors.refused(request, words_for(error))
        if isinstance(error, TooBusy | Contended):
            return errors.too_busy(request)
        if fault := fault_of(error):
            return errors.not_kept(request, fault, error)
        # As Django does, so that a test sees what was raised.
        got_request_exception.send(sender=type(self), request=request)
        return errors.broken(request, error)
