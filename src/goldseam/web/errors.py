"""The pages for what goes wrong. They need no database, hold no value of the error, and blame nobody.

What a person sent comes back to that person alone.

Each says what happened, whether words are safe, and what to do.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

import structlog
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.translation import gettext as _

from goldseam.keys.secrets import never_sent_back
from goldseam.web.logs import error_name, frames_of
from goldseam.web.storage import Fault, fault_of

log = structlog.get_logger("goldseam.web")

# The words of an invitation, and a code of an app, are typed again too.
NOT_KEPT = ("csrfmiddlewaretoken", "code")


def page(request: HttpRequest, status: int, title: str, *lines: str) -> HttpResponse:
    """An error page. It is the same for everybody, signed in or not."""
    request.plain = True  # type: ignore[attr-defined]
    return render(request, "web/error.html", {"heading": title, "lines": lines}, status=status)


def page_with_words(
    request: HttpRequest, status: int, title: str, line: str, otherwise: str, again: str = ""
) -> HttpResponse:
    """An error page that brings back what was sent, to be sent again: `again` says when, else in a moment. `otherwise`
    is said where nothing was sent."""
    request.plain = True  # type: ignore[attr-defined]
    kept = kept_fields(request) if request.method == "POST" and from_our_page(request) else []
    has_words = any(each.is_text for each in kept)
    again = again or _("Your words are still here. Send them again in a moment.")
    last = again if has_words else otherwise
    context = {"heading": title, "lines": (line, last), "kept": kept if has_words else []}
    return render(request, "web/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 for more than a request may hold."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    note("bad_request", request, exception)
    return page(
        request,
        400,
        _("That did not come through"),
        _("Something in the address or the form was not as expected. Nothing was changed."),
        _("Go back one page and try again."),
    )


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return page(
        request,
        403,
        _("This cannot be opened from here"),
        _("Nothing was changed."),
        _("Start again from the first page."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404. What is not there and what belongs to somebody else look the same."""
    return page(
        request,
        404,
        _("There is nothing here"),
        _("The address may have a slip in it, or what was here has been taken away."),
        _("What you have saved is where it was."),
    )


def too_large(request: HttpRequest) -> HttpResponse:
    """413."""
    note("too_large", request, None)
    return page(
        request,
        413,
        _("That is too long for one go"),
        _("It was not saved."),
        _("Go back one page. Your words may still be there. Send them in smaller parts."),
    )


def refused(request: HttpRequest, why: str) -> HttpResponse:
    """409: the house said no, by a name, and no page was near to say it on."""
    again = _("Your words are still here. Send them again when it can be done.")
    return page_with_words(request, 409, _("That cannot be done now"), why, _("Nothing was changed."), again)


def too_busy(request: HttpRequest) -> HttpResponse:
    """503: others were writing at the same moment, again and again."""
    return page_with_words(
        request,
        503,
        _("There is a lot going on at once"),
        _("It was not saved.") if request.method == "POST" else _("Nothing was changed."),
        _("Go back one page, then try again."),
    )


def not_kept(request: HttpRequest, fault: Fault, error: BaseException | None) -> HttpResponse:
    """503: the disk or the database does not do its part. The log has one line for the operator.

    That nothing was saved is said only where it is certain: a connection may be lost after the saving.
    """
    if fault is Fault.BUSY:
        return too_busy(request)
    log.error(fault, error=error_name(error) if error else "", route=name_of_page(request))
    if fault.kept_nothing:
        title, line = _("Nothing can be kept just now"), _("It was not saved. What you saved before is safe.")
    elif request.method == "POST":
        title, line = _("We cannot get to your pages just now"), _("It may not have been saved.")
    else:
        title, line = _("We cannot get to your pages just now"), _("This often passes by itself.")
    otherwise = _("Try again in a few minutes. If it stays like this, tell the person who runs this place.")
    answer = page_with_words(request, 503, title, line, otherwise)
    answer.headers["Retry-After"] = "30"
    answer._has_been_logged = True  # type: ignore[attr-defined]  # Django would say it once more, with less
    return answer


def broken(request: HttpRequest, error: BaseException | None = None) -> HttpResponse:
    """500; 503 where it was not the program that broke."""
    error = error or sys.exc_info()[1]
    if fault := fault_of(error):
        return not_kept(request, fault, error)
    note("broken", request, error)
    return page_with_words(
        request,
        500,
        _("Something broke on our side"),
        _("What was saved is safe."),
        _("Go back one page, then try again."),
    )


def note(event: str, request: HttpRequest, error: BaseException | None) -> None:
    """One line for the log: the kind of error, the functions it came through, the name of the page.

    Never a value, a path or a message.
    """
    kind = type(error).__name__ if error is not None else ""
    frames = frames_of(error.__traceback__) if error is not None else ""
    log.warning(event, kind=kind, route=name_of_page(request), frames=frames)


def name_of_page(request: HttpRequest) -> str:
    """The name of the page that was asked for; "" where none was found yet."""
    match = getattr(request, "resolver_match", None)
    return str(match.view_name) if match else ""


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose page was open for too long. What was typed comes back, ready to be sent again."""
    if not from_our_page(request):
        return not_allowed(request)
    request.plain = True  # type: ignore[attr-defined]
    if asked_by_script(request):
        # The page's script takes the fresh token and sends the same words again.
        answer = HttpResponse(status=403, content_type="text/plain; charset=utf-8")
        answer.headers["X-Goldseam-Token"] = get_token(request)
        return answer
    context = {"kept": kept_fields(request), "afresh": page_of_the_form(request)}
    return render(request, "web/stale.html", context, status=403)


def page_of_the_form(request: HttpRequest) -> str:
    """The path of our own page that the form stood on; some addresses only take what is sent."""
    origin, referrer = f"{request.scheme}://{request.get_host()}", request.headers.get("Referer", "")
    if not referrer.startswith(f"{origin}/"):
        return request.get_full_path()
    return "/" + referrer.removeprefix(origin).lstrip("/\\")  # "//" would be the name of another site


def from_our_page(request: HttpRequest) -> bool:
    """Whether the browser says that one of our own pages sent this.

    Else somebody else's words would come back under our name, with a button that sends them.
    """
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site") == "same-origin"
    ours = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    return origin in ours


def asked_by_script(request: HttpRequest) -> bool:
    """Whether a script of our pages asks, and not the browser for a whole page."""
    return request.headers.get("X-Requested-With") == "fetch" or "HX-Request" in request.headers


class Kept(NamedTuple):
    """A posted field that comes back."""

    name: str
    value: str

    @property
    def is_text(self) -> bool:
        """Whether a person wrote this, so that it is shown and not only carried."""
        return len(self.value) > 60 or "\n" in self.value or " " in self.value.strip()


def kept_fields(request: HttpRequest) -> list[Kept]:
    """Every posted field but the token and what opens something. Nothing where the form cannot be read."""
    try:
        posted = request.POST.lists()
    except (RequestDataTooBig, OSError, ValueError):
        return []
    return [
        Kept(name, value)
        for name, values in posted
        if name not in NOT_KEPT and not never_sent_back(name)
        for value in values
        if isinstance(value, str)
    ]
