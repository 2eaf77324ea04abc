"""Home: one next thing, what waits, enough for today; and after eleven three quiet rows, for everybody alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from goldseam.content import words
from goldseam.core import desk, home
from goldseam.core.base import Refused, VaultKind
from goldseam.core.breaches import ACCOUNTS, NAMED, Named
from goldseam.core.home import NextThing, Together, Waits
from goldseam.core.kindness import KINDNESS
from goldseam.core.letterbook import LETTERS
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.log.house import House


def together(house: House) -> list[Together]:
    """What the person's living spaces hold, for the core to choose from."""
    return [
        Together(
            space=str(space.id),
            state=space.state,
            slot=space.slot,
            letters=house.folded(LETTERS, VaultKind.SHARED, space.id),
            accounts=house.folded(ACCOUNTS, VaultKind.SHARED, space.id),
            kindness=house.folded(KINDNESS, VaultKind.SHARED, space.id),
        )
        for space in house.spaces
        if not space.frozen
    ]


def suggested(house: House, spaces: list[Together]) -> NextThing | None:
    """The one next thing now. A private answer can leave a step out while it is open, and never gives a reason."""

    def thing(named: Named | None = None) -> NextThing | None:
        return home.next_thing(
            signed_up=house.person.created_day,
            today=house.today,
            desk=house.desk,
            together=spaces,
            named=named,
        )

    found = thing()
    # Private pages are opened only where they could leave this step out.
    if found is not None and found.id in home.LEFT_OUT_WHEN_NAMED and house.private_open:
        return thing(house.folded(NAMED, VaultKind.PRIVATE))
    return found


@require_safe
@needs("shared")
def at_home(request: Request) -> HttpResponse:
    """Home."""
    house = request.house
    # Before the browser has told its zone (`zone.js`, on Home), nobody knows whether it is late.
    if house.desk.zone and home.evening(house.local_now.hour) and "open" not in request.GET:
        return render(request, "journey/evening.html", {"words": words().home})
    spaces = together(house)
    thing = suggested(house, spaces)
    minute = house.local_now.hour * 60 + house.local_now.minute
    waits = home.waiting(desk=house.desk, together=spaces, today=house.today, minute=minute)
    context = {
        "greeting": _greeting(house),
        "words": words().home,
        "thing": told(thing) if thing else None,
        "waits": list(_rows(house, waits)),
        "enough": house.desk.enough == house.today,
        "unconfirmed": house.desk.recovery_confirmed is None,
    }
    return render(request, "journey/home.html", context)


def _greeting(house: House) -> str:
    hour = house.local_now.hour
    if 5 <= hour < 12:
        return _("Good morning")
    return _("Good afternoon") if 12 <= hour < 18 else _("Good evening")


def told(thing: NextThing) -> dict[str, Any]:
    """A step in words, with where it begins."""
    step = words().home.steps[thing.id]
    return {
        "title": step.title,
        "line": step.line,
        "reason": words().home.reasons[thing.reason],
        "meta": ngettext("%(minutes)d minute", "%(minutes)d minutes", thing.minutes)
        % {"minutes": thing.minutes},
        "step": thing.step,
        "url": begins(thing),
        "shared": thing.space is not None,
    }


def begins(thing: NextThing) -> str:
    """The address at which a step begins."""
    part, _, what = thing.id.partition(".")
    if part == "care":
        return reverse("help:page", args=["right-now" if what == "breathe" else "first-days"])
    if part == "help":
        return reverse("help:page", args=["counsellors"])
    if part == "journal":
        return reverse("journal:index")
    if part == "breaches":
        return reverse("breaches:index")
    return _letter(thing, what)


def _letter(thing: NextThing, what: str) -> str:
    if what == "revise":
        return reverse("letters:letter", args=[thing.space, thing.about])
    if what == "while_waiting":
        return reverse("letters:index", args=[thing.space])
    return f"{reverse('letters:new', args=[thing.space])}?kind={what}&about={thing.about}"


def _rows(house: House, waits: tuple[Waits, ...]) -> Iterator[dict[str, Any]]:
    partners = {str(space.id): space.partner for space in house.spaces}
    for wait in waits:
        said = words().home.waiting[wait.what]
        about = _letter_row(wait) if wait.kind else _kind_words_row(wait)
        yield {"partner": partners[wait.space], "title": said.title, "line": said.line, **about}


def _letter_row(wait: Waits) -> dict[str, str]:
    kind = words().letters.kinds[wait.kind or ""]
    return {
        "url": reverse("letters:letter", args=[wait.space, wait.id]),
        "icon": "letter",
        "kind": kind.letter,
        "own": kind.title if wait.what == "answer" else "",
    }


def _kind_words_row(wait: Waits) -> dict[str, str]:
    """The way to all of them: the row says neither how many nor what."""
    return {"url": reverse("kindwords:index", args=[wait.space]), "icon": "leaf"}


@require_POST
@needs("shared")
def not_today(request: Request) -> HttpResponse:
    """Put the suggested step off until tomorrow; another takes its place."""
    house = request.house
    step = request.POST.get("step", "")
    with suppress(Refused):
        house.act(lambda fresh: home.not_today(fresh.desk, step=step, today=house.today))
    return SeeOther(reverse("journey:home"))


@require_POST
@needs("shared")
def enough(request: Request) -> HttpResponse:
    """Enough for today."""
    today = request.house.today
    request.house.act(lambda house: desk.enough(house.desk, today=today))
    return SeeOther(reverse("journey:home"))


@require_safe
@needs("shared")
def mine(request: Request) -> HttpResponse:
    """What is one's own: the same page whatever it holds."""
    return render(request, "journey/mine.html")
