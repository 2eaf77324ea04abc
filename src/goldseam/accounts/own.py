"""The settings: everything about one's own account."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldseam.accounts.contact import keep_contact, read_contact
from goldseam.accounts.forms import (
    ConfirmCodeForm,
    DeleteForm,
    EmailForm,
    NewCodeForm,
    PassphraseForm,
)
from goldseam.accounts.joining import sign_in_name
from goldseam.accounts.parting import delete_account
from goldseam.accounts.recovery import confirm_code, confirmed_on, renew_code
from goldseam.accounts.views import forgotten
from goldseam.accounts.visits import end_visit, own_visits
from goldseam.keys.changing import change_passphrase
from goldseam.keys.factors import ways_of
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.keys.unlocking import end_others, end_session
from goldseam.keys.words import REFUSALS, WRONG, WRONG_OWN_CODE, status_of_no, words_for_no


@needs("shared")
@require_safe
def settings(request: Request) -> HttpResponse:
    """Where everything is, and the name to sign in with."""
    return render(request, "accounts/settings.html", {"name": sign_in_name(request.opened)})


@require_http_methods(["GET", "POST"])
@needs("shared")
def passphrase(request: Request) -> HttpResponse:
    """Change the passphrase. Every other session ends."""
    if request.method == "GET" or "other_words" in request.POST:
        return _passphrase_page(request, PassphraseForm())
    form = PassphraseForm(request.POST)
    by_code = not request.POST.get("passphrase")

    def act(given: dict[str, Any]) -> None:
        old, code = given["passphrase"], given["recovery_code"] if by_code else ""
        ends = given["end_ways"]
        change_passphrase(request, new=given["new_passphrase"], passphrase=old, code=code, end_ways=ends)

    field, wrong = ("recovery_code", WRONG_OWN_CODE) if by_code else ("passphrase", WRONG)
    status = _attempt(form, act, field, wrong)
    if status:
        return _passphrase_page(request, form, status)
    return SeeOther(f"{reverse('accounts:settings')}?passphrase")


@require_http_methods(["GET", "POST"])
@needs("shared")
def recovery(request: Request) -> HttpResponse:
    """Whether the recovery code is safe; typing it here shows that it is."""
    form = ConfirmCodeForm(request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return _recovery_page(request, form, NewCodeForm())
    status = _attempt(
        form,
        lambda given: confirm_code(request, code=given["recovery_code"]),
        "recovery_code",
        WRONG_OWN_CODE,
    )
    if status:
        return _recovery_page(request, form, NewCodeForm(), status)
    return SeeOther(f"{reverse('accounts:recovery')}?safe")


@require_POST
@needs("shared")
def new_code(request: Request) -> HttpResponse:
    """Make a new recovery code and show it, once. The one before ends."""
    form = NewCodeForm(request.POST)
    made: list[str] = []
    status = _attempt(
        form,
        lambda given: made.append(renew_code(request, passphrase=given["passphrase"])),
        "passphrase",
    )
    if status:
        return _recovery_page(request, ConfirmCodeForm(), form, status)
    return render(request, "accounts/new_code.html", {"code": made[0], "form": ConfirmCodeForm()})


@require_http_methods(["GET", "POST"])
@needs("private")
def sessions(request: Request) -> HttpResponse:
    """Where one is signed in, and ending that."""
    if request.method == "GET":
        return render(request, "accounts/sessions.html", {"visits": own_visits(request)})
    if "others" in request.POST:
        end_others(request)
    elif end_visit(request, request.POST.get("visit", "")):
        end_session(request)
        return forgotten("/")
    return SeeOther(reverse("accounts:sessions"))


@require_http_methods(["GET", "POST"])
@needs("private")
def email(request: Request) -> HttpResponse:
    """Give, change or take away an e-mail address."""
    form = EmailForm(request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return _email_page(request, EmailForm(initial={"email": read_contact(request.user)}))
    if "remove" in request.POST:
        keep_contact(by=request.user, address="")
    elif form.is_valid():
        keep_contact(by=request.user, address=form.cleaned_data["email"])
    else:
        return _email_page(request, form, 422)
    return SeeOther(f"{reverse('accounts:email')}?kept")


@require_http_methods(["GET", "POST"])
@needs("shared")
def delete(request: Request) -> HttpResponse:
    """Delete the account, after the passphrase."""
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if request.method == "GET":
        return render(request, "accounts/delete.html", {"form": form})

    def act(given: dict[str, Any]) -> None:
        delete_account(request, passphrase=given["passphrase"], erase_words=given["words"] == "erase")

    status = _attempt(form, act, "passphrase")
    if status:
        return render(request, "accounts/delete.html", {"form": form}, status=status)
    return forgotten(reverse("accounts:goodbye"))


def _attempt(form: Form, act: Callable[[dict[str, Any]], None], field: str, wrong: str = WRONG) -> int:
    """Do what a valid form asks. 0 when it is done; else the status, and the form says what is wrong."""
    if not form.is_valid():
        return 422
    try:
        act(form.cleaned_data)
    except REFUSALS as no:
        form.add_error(field, words_for_no(no, wrong))
        return status_of_no(no)
    return 0


def _passphrase_page(request: Request, form: PassphraseForm, status: int = 200) -> HttpResponse:
    # Who holds the phone while the private pages are closed learns nothing of what else opens them.
    shown = request.house.private_open
    context = {"form": form, "ways": ways_of(request.user) if shown else [], "ways_hidden": not shown}
    return render(request, "accounts/passphrase.html", context, status=status)


def _recovery_page(
    request: Request, form: ConfirmCodeForm, make: NewCodeForm, status: int = 200
) -> HttpResponse:
    context = {"form": form, "make": make, "confirmed": confirmed_on(request.house)}
    return render(request, "accounts/recovery.html", context, status=status)


def _email_page(request: Request, form: EmailForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "has": request.user.contact is not None}
    return render(request, "accounts/email.html", context, status=status)
