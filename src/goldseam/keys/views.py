"""Asking for the passphrase again, and closing the private pages."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldseam.keys.gate import closed, needs, wants_data
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther, next_path, with_next
from goldseam.keys.trying import Typed, open_with, second_step_next
from goldseam.keys.unlocking import CODES_TRIED, LOGS_CHANGED, close_private
from goldseam.keys.words import REFUSALS, status_of_no


@require_http_methods(["GET", "POST"])
@needs("person")
def unlock(request: Request) -> HttpResponse:
    """The passphrase or a passkey, for the person of this session; then on to where they were."""
    following = next_path(request)
    if request.method == "GET":
        if request.opened.is_open("private"):
            return redirect(following)
        return _unlock_page(request, following)
    typed = Typed(**{name: request.POST.get(name, "") for name in ("passphrase", "passkey", "secret")})
    if wants_data(request) and not typed.passkey and second_step_next(request):
        return closed(request, "shared")
    try:
        whole = open_with(request, typed)
    except REFUSALS as no:
        words, status = typed.words_for(no), status_of_no(no)
        if wants_data(request):
            return JsonResponse({"error": words}, status=status)
        said = {"passkey_error" if typed.passkey else "error": words}
        return _unlock_page(request, following, status, **said)
    if wants_data(request):
        return JsonResponse({"ok": True})
    return SeeOther(following if whole else with_next("accounts:second", following))


def _unlock_page(request: Request, following: str, status: int = 200, **said: str) -> HttpResponse:
    context = {"next": following, **said}
    return render(request, "keys/unlock.html", context, status=status)


@require_POST
@needs("person")
def lock(request: Request) -> HttpResponse:
    """Close the private pages now."""
    close_private(request)
    return JsonResponse({"ok": True}) if wants_data(request) else SeeOther(next_path(request))


@require_safe
@needs("person")
def changed(request: Request) -> HttpResponse:
    """Say once that a log is not as it was left, or that somebody had the passphrase and no code."""
    told = {name: bool(request.session.pop(name, None)) for name in (LOGS_CHANGED, CODES_TRIED)}
    return render(request, "keys/changed.html", {"next": next_path(request), **told})
