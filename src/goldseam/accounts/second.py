"""The doors after and beside the passphrase: the second step, and a passkey that opens by itself."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from goldseam.accounts.entering import sign_in_by_passkey
from goldseam.accounts.forms import SignInForm
from goldseam.keys import passkeys
from goldseam.keys.gate import open_to_all
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther, next_path
from goldseam.keys.pending import held
from goldseam.keys.trying import Typed, open_with, ways_to_finish
from goldseam.keys.words import REFUSALS, TOO_SLOW, status_of_no


@require_http_methods(["GET", "POST"])
@open_to_all
def second(request: Request) -> HttpResponse:
    """A code of the app, or a passkey, after the passphrase."""
    following = next_path(request)
    if request.opened.is_open("shared"):
        return SeeOther(following)
    ways = ways_to_finish(request)
    if ways is None:
        return _at_the_door(request, 200 if request.method == "GET" else 422, said=gettext(TOO_SLOW))
    context = {"second": ways, "following": following}
    if request.method == "GET":
        return render(request, "accounts/second.html", context)
    typed = Typed(code=request.POST.get("code", ""), passkey=request.POST.get("passkey", ""))
    try:
        open_with(request, typed)
    except REFUSALS as no:
        context["passkey_error" if typed.passkey else "error"] = typed.words_for(no)
        return render(request, "accounts/second.html", context, status=status_of_no(no))
    return SeeOther(following)


@require_POST
@open_to_all
def by_passkey(request: Request) -> HttpResponse:
    """Sign in with a passkey alone, whoever else waits or was signed in here."""
    typed = Typed(passkey=request.POST.get("passkey", ""), secret=request.POST.get("secret", ""))
    if request.opened.is_open("shared"):
        return SeeOther(next_path(request))
    if not typed.passkey:
        return _at_the_door(request, 422, said=gettext(TOO_SLOW))
    try:
        sign_in_by_passkey(request, passkey=typed.passkey, secret=typed.secret)
    except REFUSALS as no:
        return _at_the_door(request, status_of_no(no), passkey_error=typed.words_for(no))
    return SeeOther(next_path(request))


@require_POST
@open_to_all
def ask(request: Request) -> HttpResponse:
    """What a script asks the browser's passkeys: for the person who has given the passphrase, or for anybody.

    A session alone names no passkey: whoever holds a phone whose pages have closed learns of none.
    Nothing is counted here: whoever shares a network with somebody must not be able to close this to them.
    """
    waiting = held(request)
    known = waiting.person if waiting and "anyone" not in request.POST else None
    return JsonResponse(passkeys.ask_to_open(request, person=known))


def _at_the_door(request: Request, status: int, **said: str) -> HttpResponse:
    """The page for signing in, with what there is to say."""
    wished = request.POST.get("next") or request.GET.get("next")
    context = {"form": SignInForm(), "following": next_path(request) if wished else "", **said}
    context["passkeys_here"] = passkeys.works_here()
    return render(request, "accounts/sign_in.html", context, status=status)
