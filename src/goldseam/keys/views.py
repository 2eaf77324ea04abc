"""Asking for the passphrase again, and closing the private pages."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldseam.keys.gate import needs, wants_data
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther, next_path
from goldseam.keys.unlocking import LOGS_CHANGED, close_private, step_up
from goldseam.keys.words import REFUSALS, status_of_no, words_for_no


@require_http_methods(["GET", "POST"])
@needs("person")
def unlock(request: Request) -> HttpResponse:
    """The passphrase, for the person of this session; then on to where they were."""
    following = next_path(request)
    if request.method == "GET":
        if request.opened.is_open("private"):
            return redirect(following)
        return render(request, "keys/unlock.html", {"next": following})
    try:
        step_up(request, passphrase=request.POST.get("passphrase", ""))
    except REFUSALS as no:
        words, status = words_for_no(no), status_of_no(no)
        if wants_data(request):
            return JsonResponse({"error": words}, status=status)
        return render(request, "keys/unlock.html", {"next": following, "error": words}, status=status)
    return JsonResponse({"ok": True}) if wants_data(request) else SeeOther(following)


@require_POST
@needs("person")
def lock(request: Request) -> HttpResponse:
    """Close the private pages now."""
    close_private(request)
    return JsonResponse({"ok": True}) if wants_data(request) else SeeOther(next_path(request))


@require_safe
@needs("person")
def changed(request: Request) -> HttpResponse:
    """Say once that a log is not as it was left."""
    request.session.pop(LOGS_CHANGED, None)
    return render(request, "keys/changed.html", {"next": next_path(request)})
