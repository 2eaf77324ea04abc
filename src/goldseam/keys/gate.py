"""Who may see a page, and what happens when the keys are closed: nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Literal, TypeVar, cast

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render

from goldseam.keys.locked import TierName
from goldseam.keys.opened import Request
from goldseam.keys.passkeys import works_here
from goldseam.keys.paths import with_next
from goldseam.keys.secrets import never_sent_back
from goldseam.keys.trying import Typed, open_with, ways_to_finish
from goldseam.keys.unlocking import to_be_told
from goldseam.keys.words import REFUSALS, status_of_no

Need = Literal["open", "person", "shared", "private"]
View = TypeVar("View", bound=Callable[..., Any])

# What is typed over a text that waits, in fields that no form has.
OVER = "_unlock_"
# Set by Leave. Whoever opens this address next on the device is shown a neutral page, not a sign-in.
AWAY_COOKIE = "away"


def needs(need: Need) -> Callable[[View], View]:
    """Let a view run only for a signed-in person ("person") whose shared or private tier is open.

    "private" needs both tiers. A view says what it needs in its attribute `needs`; the test of the access
    matrix refuses a view that says nothing.
    """

    def around(view: View) -> View:
        @wraps(view)
        def gated(request: Request, *args: Any, **kwargs: Any) -> Any:
            stopped = _stopped(request, need)
            return view(request, *args, **kwargs) if stopped is None else stopped

        gated.needs = need  # type: ignore[attr-defined]
        return cast(View, gated)

    return around


def open_to_all(view: View) -> View:
    """Say that a view is public. It reads no vault."""
    view.needs = "open"  # type: ignore[attr-defined]
    return view


def wants_data(request: HttpRequest) -> bool:
    """Whether a script asks, which must be told in a header, and not a person, who is shown a page."""
    headers = request.headers
    accept = headers.get("Accept", "")
    quiet = "application/json" in accept and "text/html" not in accept
    return quiet or "X-Requested-With" in headers or "HX-Request" in headers


def closed(request: Request, tier: TierName) -> HttpResponse:
    """The answer while the keys are closed: a page for the passphrase, over intact text if there is any."""
    shared = request.opened.is_open("shared")
    if wants_data(request):
        return _closed_for_scripts("private" if shared else "shared")
    if request.method not in ("GET", "HEAD"):
        return _over(request)
    if shared:
        return render(request, "web/locked.html", {"next": request.get_full_path()}, status=403)
    return _to_the_door(request)


def _stopped(request: Request, need: Need) -> HttpResponse | None:
    if any(name.startswith(OVER) for name in request.POST):
        refused = _open_over(request)
        if refused is not None:
            return refused
    if need == "person":
        return None if request.user.is_authenticated else closed(request, "shared")
    if need != "open" and not request.opened.is_open(need):
        return closed(request, need)
    if request.method == "GET" and not wants_data(request) and to_be_told(request):
        return redirect(with_next("keys:changed", request.get_full_path()))
    return None


def _to_the_door(request: Request) -> HttpResponse:
    path = request.get_full_path()
    if request.user.is_authenticated:
        return redirect(with_next("keys:unlock", path))
    if AWAY_COOKIE in request.COOKIES:
        return redirect("web:aside")
    return redirect(with_next("accounts:sign_in", path))


def _closed_for_scripts(tier: TierName) -> HttpResponse:
    return JsonResponse({"locked": tier}, status=401, headers={"X-Goldseam-Locked": tier})


def _over(request: Request, *, name: str = "", status: int = 403, **said: str) -> HttpResponse:
    """Ask for the passphrase, or for the second step, on a page that holds everything that was sent."""
    known = request.user.is_authenticated
    context = {
        "action": request.get_full_path(),
        "kept": list(_kept(request.POST)),
        "ask_name": not known,
        "second": None if known else ways_to_finish(request),
        "passkeys_work": works_here(),
        "name": name,
        **said,
    }
    return render(request, "keys/over.html", context, status=status)


def _kept(post: QueryDict) -> Any:
    for name, values in post.lists():
        if name == "csrfmiddlewaretoken" or never_sent_back(name):
            continue
        for value in values:
            yield name, value


def _open_over(request: Request) -> HttpResponse | None:
    """Open with what was typed over the text, and leave the request as it was first sent."""
    post = request.POST.copy()
    typed = {name.removeprefix(OVER): str(post.pop(name)[-1]) for name in list(post) if name.startswith(OVER)}
    post._mutable = False
    request.POST = post  # type: ignore[assignment]
    over = Typed(**{name: typed.get(name, "") for name in Typed.__annotations__})
    try:
        opened = open_with(request, over)
    except REFUSALS as no:
        said = {"passkey_error" if over.passkey else "error": over.words_for(no)}
        return _over(request, name=over.name, status=status_of_no(no), **said)
    return None if opened else _over(request)
