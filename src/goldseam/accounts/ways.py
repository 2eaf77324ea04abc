"""The settings of a second step and of passkeys. What adds or takes away one asks for the passphrase again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldseam.accounts.forms import AppForm, NewCodeForm, PasskeyForm
from goldseam.accounts.recovery import confirmed_on
from goldseam.keys import changing, passkeys
from goldseam.keys.factors import MOST_PASSKEYS, WrongCode, asks_second_step, own, ways_of
from goldseam.keys.gate import needs
from goldseam.keys.labels import label_for
from goldseam.keys.models import Factor
from goldseam.keys.opened import Request
from goldseam.keys.passkeys import NotThisPasskey
from goldseam.keys.paths import SeeOther
from goldseam.keys.words import (
    NOT_MADE,
    REFUSALS,
    WRONG,
    WRONG_STEP,
    Refusal,
    status_of_no,
    words_for_no,
)
from goldseam.web.qr import qr_picture


@require_safe
@needs("private")
def ways(request: Request) -> HttpResponse:
    """Everything that signs one in, or is asked for then."""
    context = {
        "ways": ways_of(request.user),
        "asks": asks_second_step(request.user),
        "has_codes": bool(own(request.user, "totp")),
        "works_here": passkeys.works_here(),
        "full": _full(request),
        "confirmed": confirmed_on(request.house),
    }
    return render(request, "accounts/ways.html", context)


@require_http_methods(["GET", "POST"])
@needs("private")
def passkey(request: Request) -> HttpResponse:
    """Make a passkey. The browser makes it between the two presses; the second one brings it here."""
    form = PasskeyForm(request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return _passkey_page(request, form)
    if _full(request) or not form.is_valid():
        return _passkey_page(request, form, status=422)
    given = form.cleaned_data
    label = label_for(request.headers.get("User-Agent", ""))
    try:
        opens = changing.add_passkey(
            request,
            passphrase=given["passphrase"],
            passkey=given["passkey"],
            secret=given["passkey_secret"],
            label=label,
        )
    except REFUSALS as no:
        return _passkey_page(request, form, no=no)
    return SeeOther(f"{reverse('accounts:ways')}?{'opens' if opens else 'asks'}")


@require_POST
@needs("private")
def new_passkey(request: Request) -> HttpResponse:
    """What a script asks the browser, so that it makes a passkey: after the passphrase."""
    try:
        asked = changing.ask_for_passkey(request, passphrase=request.POST.get("passphrase", ""))
    except REFUSALS as no:
        return JsonResponse({"error": words_for_no(no)}, status=status_of_no(no))
    return JsonResponse(asked)


@require_http_methods(["GET", "POST"])
@needs("private")
def codes(request: Request) -> HttpResponse:
    """Ask for codes of an app from now on."""
    if request.method == "GET":
        return _codes_page(request, AppForm())
    form = AppForm(request.POST)
    if not form.is_valid():
        return _codes_page(request, form, 422)
    given = form.cleaned_data
    try:
        changing.turn_codes_on(
            request, passphrase=given["passphrase"], seed=given["app_seed"], code=given["app_code"]
        )
    except WrongCode as no:
        form.add_error("app_code", words_for_no(no, WRONG_STEP))
        return _codes_page(request, form, status_of_no(no))
    except REFUSALS as no:
        form.add_error("passphrase", words_for_no(no, WRONG))
        return _codes_page(request, form, status_of_no(no))
    return SeeOther(f"{reverse('accounts:ways')}?codes")


@require_http_methods(["GET", "POST"])
@needs("private")
def take_away(request: Request, way: UUID) -> HttpResponse:
    """Take a passkey or the app away, after the passphrase."""
    factor = Factor.objects.filter(pk=way, person=request.user).first()
    if factor is None:
        raise Http404
    form: Form = NewCodeForm(request.POST if request.method == "POST" else None)
    status = 200 if request.method == "GET" else 422
    if form.is_valid():
        try:
            changing.take_away(request, passphrase=form.cleaned_data["passphrase"], factor=factor)
        except REFUSALS as no:
            form.add_error("passphrase", words_for_no(no))
            status = status_of_no(no)
        else:
            return SeeOther(f"{reverse('accounts:ways')}?gone")
    shown = next(each for each in ways_of(request.user) if each.id == way)
    return render(request, "accounts/take_away.html", {"form": form, "way": shown}, status=status)


def _passkey_page(
    request: Request, form: PasskeyForm, *, no: Refusal | None = None, status: int = 200
) -> HttpResponse:
    if no is not None:
        wrong, at = (NOT_MADE, None) if isinstance(no, NotThisPasskey) else (WRONG, "passphrase")
        form.add_error(at, words_for_no(no, wrong))
        status = status_of_no(no)
    context: dict[str, Any] = {"form": form, "works_here": passkeys.works_here(), "full": _full(request)}
    context["confirmed"] = confirmed_on(request.house)
    return render(request, "accounts/passkey.html", context, status=status)


def _codes_page(request: Request, form: AppForm, status: int = 200) -> HttpResponse:
    seed = form.seed
    # Whatever lists it on the phone says the address and nothing else: somebody may look over it.
    address = f"otpauth://totp/{request.get_host().partition(':')[0]}?secret={seed}"
    context = {"form": form, "picture": qr_picture(address), "groups": _fours(seed)}
    context |= {"has": bool(own(request.user, "totp")), "confirmed": confirmed_on(request.house)}
    return render(request, "accounts/codes.html", context, status=status)


def _full(request: Request) -> bool:
    return len(own(request.user, "passkey")) >= MOST_PASSKEYS


def _fours(seed: str) -> str:
    return "-".join(seed[at : at + 4] for at in range(0, len(seed), 4))
