"""Our place: inviting, accepting, pausing, leaving."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldseam.content import words
from goldseam.core.base import Refused
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.log.house import House
from goldseam.spaces import leaving, pairing
from goldseam.spaces.codes import code_words, invitation_picture, read_code
from goldseam.spaces.forms import CodeForm, ForgetForm
from goldseam.spaces.models import Invite
from goldseam.web.refusals import words_for


@require_safe
@needs("shared")
def index(request: Request) -> HttpResponse:
    """All spaces; straight into the only one there is."""
    spaces = request.house.spaces
    if len(spaces) == 1:
        return redirect("spaces:room", spaces[0].id)
    return render(request, "spaces/index.html", {"words": words().spaces})


@require_http_methods(["GET", "POST"])
@needs("private")
def invite(request: Request) -> HttpResponse:
    """Explain, then make a space and its first code. A space that already waits is used again."""
    if request.method == "GET":
        return render(request, "spaces/invite.html", {"words": words().spaces.invite})
    waiting = [space.id for space in request.house.spaces if space.state == "open"]
    return _code_page(request, waiting[0] if waiting else pairing.start_space(request.house))


@require_POST
@needs("private")
def new_code(request: Request, space: UUID) -> HttpResponse:
    """A new code for a space that still waits, or none at all."""
    if "withdraw" in request.POST:
        pairing.withdraw_invite(request.house, space)
        return _to_the_room(space)
    return _code_page(request, space)


def _code_page(request: Request, space: UUID) -> HttpResponse:
    """The code, shown in this answer only. Whoever has been joined meanwhile finds the other in the room."""
    try:
        told = code_words(pairing.invite(request.house, space))
    except Refused:
        return _to_the_room(space)
    address = settings.PUBLIC_URL.geturl().rstrip("/") + reverse("spaces:accept")
    picture = invitation_picture(address, told)
    context = {"space_id": space, "told": told, "picture": picture, "address": address}
    return render(request, "spaces/code.html", context)


@require_http_methods(["GET", "POST"])
@needs("private")
def accept(request: Request) -> HttpResponse:
    """Type the words; see who invites; then say yes, or go without anybody knowing."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "words": words().spaces.accept}
    if not form.is_valid():
        return render(request, "spaces/accept.html", context, status=422 if form.is_bound else 200)
    try:
        code = read_code(form.cleaned_data["code"])
        if "yes" in request.POST:
            return _to_the_room(pairing.accept(request.house, code))
        found = pairing.look(request.house, code)
    except Refused as refused:
        if joined := _joined_before(request.house, form):
            return _to_the_room(joined)
        form.add_error("code", words_for(refused, "invitation"))
        return render(request, "spaces/accept.html", context, status=422)
    return render(request, "spaces/accept_confirm.html", context | {"found": found})


def _joined_before(house: House, form: CodeForm) -> UUID | None:
    """The space that a first click on the same yes has joined already."""
    house.forget()
    return next((space.id for space in house.spaces if str(space.id) == form.cleaned_data["space"]), None)


@require_safe
@needs("shared")
def room(request: Request, space: UUID) -> HttpResponse:
    """The couple's own room: where each shared part of the house is, and the ways to rest or go."""
    here = request.house.space(space)
    pairing.pin_partner(request.house, space)
    context = {
        "here": here,
        "words": words().spaces,
        "invited": Invite.objects.filter(space_id=space, expires_day__gte=request.house.now.date()).exists(),
    }
    return render(request, "spaces/room.html", context)


def _to_the_room(space: UUID) -> HttpResponse:
    return SeeOther(reverse("spaces:room", args=[space]))


@require_POST
@needs("shared")
def pause(request: Request, space: UUID) -> HttpResponse:
    """Pause for oneself."""
    return _moved(request, space, leaving.pause_space)


@require_POST
@needs("private")
def resume(request: Request, space: UUID) -> HttpResponse:
    """End one's own pause. Whoever only holds the open phone can begin one, and cannot end it."""
    return _moved(request, space, leaving.resume_space)


def _moved(request: Request, space: UUID, move: Callable[[House, UUID], None]) -> HttpResponse:
    """Move the space if it can be moved so now. The room says how it stands, also to a page of yesterday."""
    request.house.space(space)
    with suppress(Refused):
        move(request.house, space)
    return _to_the_room(space)


@require_http_methods(["GET", "POST"])
@needs("shared")
def leave(request: Request, space: UUID) -> HttpResponse:
    """Say what leaving does and does not do; then it is done at once."""
    here = request.house.space(space)
    if here.frozen:
        return _to_the_room(space)
    if request.method == "GET":
        return render(request, "spaces/leave.html", {"here": here, "words": words().spaces.leave})
    leaving.leave_space(request.house, space)
    return SeeOther(reverse("spaces:index"))


@require_http_methods(["GET", "POST"])
@needs("private")
def forget(request: Request, space: UUID) -> HttpResponse:
    """Put down one's own key to an archive, and before that, if wished, erase one's own words in it."""
    here = request.house.space(space)
    if not here.frozen:
        return _to_the_room(space)
    form = ForgetForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"here": here, "form": form, "words": words().spaces.forget}
        return render(request, "spaces/forget.html", context)
    if form.cleaned_data["erase"]:
        leaving.erase_own_words(request.house, space)
    leaving.put_down_key(request.house, space)
    return SeeOther(reverse("spaces:index"))
