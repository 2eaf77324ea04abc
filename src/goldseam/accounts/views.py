"""The doors: starting, signing in and out, and getting back in with the recovery code."""

from __future__ import annotations

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldseam.accounts.entering import sign_in as sign_in_with
from goldseam.accounts.forms import ConfirmCodeForm, RecoverForm, SignInForm, SignUpForm
from goldseam.accounts.joining import AlreadyJoined, join, sign_in_name
from goldseam.keys.changing import recover as recover_with
from goldseam.keys.gate import open_to_all
from goldseam.keys.opened import Request
from goldseam.keys.passkeys import works_here
from goldseam.keys.paths import SeeOther, next_path, with_next
from goldseam.keys.throttle import TooMany
from goldseam.keys.unlocking import end_session
from goldseam.keys.words import (
    CODE_OPENS,
    REFUSALS,
    WRONG_CODE,
    WRONG_NAME,
    Refusal,
    status_of_no,
    words_for_crowd,
    words_for_no,
)


@require_http_methods(["GET", "POST"])
@open_to_all
def sign_up(request: Request) -> HttpResponse:
    """One page; the answer to it shows the sign-in name and the recovery code, once."""
    if request.method == "GET":
        if request.user.is_authenticated:
            return redirect(next_path(request))
        return _page(request, "sign_up", SignUpForm())
    form = SignUpForm(request.POST)
    if "other_words" in request.POST:
        return _page(request, "sign_up", form.with_other_words())
    return _join(request, form) if form.is_valid() else _page(request, "sign_up", form, 422)


def _join(request: Request, form: SignUpForm) -> HttpResponse:
    given = form.cleaned_data
    if form.person is None or (request.user.is_authenticated and request.user.pk != form.person):
        return SeeOther(next_path(request))
    try:
        welcome = join(
            request,
            person_id=form.person,
            called=given["called"],
            wish=given["wish"],
            passphrase=given["new_passphrase"],
            email=given["email"],
        )
    except AlreadyJoined:
        name = sign_in_name(request.opened) if request.opened.is_open("shared") else ""
        return render(request, "accounts/already.html", {"name": name}, status=409)
    except TooMany as no:
        form.add_error(None, words_for_crowd(no))
        return _page(request, "sign_up", form, status_of_no(no))
    except REFUSALS as no:
        return _refused(request, "sign_up", form, no, "")
    context = {"welcome": welcome, "form": ConfirmCodeForm(), "following": next_path(request)}
    return render(request, "accounts/welcome.html", context)


@require_http_methods(["GET", "POST"])
@open_to_all
def sign_in(request: Request) -> HttpResponse:
    """A name and a passphrase. What is wrong, if something is, is not told apart."""
    following = next_path(request)
    if request.method == "GET":
        if request.opened.is_open("shared"):
            return redirect(following)
        return _page(request, "sign_in", SignInForm())
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _page(request, "sign_in", form, 422)
    try:
        whole = sign_in_with(request, **form.cleaned_data)
    except REFUSALS as no:
        return _refused(request, "sign_in", form, no, WRONG_NAME, CODE_OPENS)
    return SeeOther(following if whole else with_next("accounts:second", following))


def forgotten(path: str) -> HttpResponse:
    """Go on to `path`, and let the browser forget the pages that it kept."""
    answer = SeeOther(path)
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@require_POST
@open_to_all
def sign_out(request: Request) -> HttpResponse:
    """End this session. The browser forgets the pages; unsent notes in its storage stay."""
    end_session(request)
    return forgotten("/")


@require_http_methods(["GET", "POST"])
@open_to_all
def recover(request: Request) -> HttpResponse:
    """The recovery code opens, and sets a new passphrase in the same go."""
    if request.method == "GET":
        return _page(request, "recover", RecoverForm())
    form = RecoverForm(request.POST)
    if "other_words" in request.POST:
        return _page(request, "recover", RecoverForm(initial={"name": request.POST.get("name", "")}))
    if not form.is_valid():
        return _page(request, "recover", form, 422)
    given = form.cleaned_data
    try:
        recover_with(request, name=given["name"], code=given["recovery_code"], new=given["new_passphrase"])
    except REFUSALS as no:
        return _refused(request, "recover", form, no, WRONG_CODE)
    return SeeOther(next_path(request))


@require_safe
@open_to_all
def goodbye(request: Request) -> HttpResponse:
    """What one sees when the account is gone."""
    return render(request, "accounts/goodbye.html")


def _page(request: Request, name: str, form: Form, status: int = 200) -> HttpResponse:
    asked = request.POST.get("next") or request.GET.get("next")
    context = {"form": form, "following": next_path(request) if asked else "", "passkeys_here": works_here()}
    return render(request, f"accounts/{name}.html", context, status=status)


def _refused(
    request: Request, name: str, form: Form, no: Refusal, wrong: str, meanwhile: str = ""
) -> HttpResponse:
    form.add_error(None, words_for_no(no, wrong, meanwhile))
    return _page(request, name, form, status_of_no(no))
