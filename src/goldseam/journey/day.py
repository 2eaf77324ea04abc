"""A person's own day: what they are called, their time zone, the hours in which letters may show themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from goldseam.core import desk
from goldseam.core.base import Outcome, Refused
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.keys.paths import SeeOther
from goldseam.log.house import House
from goldseam.web.refusals import words_for
from goldseam.web.typed import Typed

HALF_HOURS = [(str(minute), f"{minute // 60:02}:{minute % 60:02}") for minute in range(0, 24 * 60, 30)]


@cache
def zones() -> frozenset[str]:
    """The zones that this machine knows. Nobody's secret, so it may be remembered."""
    return frozenset(zone for zone in available_timezones() if "/" in zone or zone == "UTC")


class DayForm(forms.Form):
    """Everything here can stay as it is."""

    name = Typed(
        label=_("What shall we call you?"),
        help_text=_("For you alone. In a place for two, you keep the name with which you joined it."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    zone = forms.ChoiceField(label=_("Your time zone"), required=False)
    start = forms.ChoiceField(label=_("From"), required=False)
    end = forms.ChoiceField(label=_("Until"), required=False)

    def __init__(self, *args: Any, known: desk.Desk, **kwargs: Any) -> None:
        kwargs["initial"] = _now(known)
        super().__init__(*args, **kwargs)
        named: Any = self.fields
        offered = sorted(zones() | {known.zone})
        named["zone"].choices = [(zone, zone.replace("_", " ") or _("Not chosen yet")) for zone in offered]
        named["start"].choices = named["end"].choices = [("", _("any time")), *HALF_HOURS]
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = _("Choose one of what is shown.")


@require_http_methods(["GET", "POST"])
@needs("shared")
def day(request: Request) -> HttpResponse:
    """See and change them. Every part is kept on its own, so that one mistake loses nothing else."""
    form = DayForm(request.POST if request.method == "POST" else None, known=request.house.desk)
    if request.method == "GET" or not form.is_valid():
        status = 200 if request.method == "GET" else 422
        return render(
            request, "journey/day.html", {"form": form, "kept": "kept" in request.GET}, status=status
        )
    for field, decide in _wishes(request.house.desk, form.cleaned_data):
        try:
            request.house.act(decide)
        except Refused as refused:
            form.add_error(field, words_for(refused, "day"))
    if form.errors:
        return render(request, "journey/day.html", {"form": form}, status=422)
    return SeeOther(f"{reverse('journey:day')}?kept")


def _now(known: desk.Desk) -> dict[str, str]:
    hours = known.hours
    return {
        "name": known.name,
        "zone": known.zone,
        "start": str(hours.start) if hours else "",
        "end": str(hours.end) if hours else "",
    }


def _wishes(known: desk.Desk, said: dict[str, str]) -> list[tuple[str, Callable[[House], Outcome]]]:
    """What is to be changed, each with the field that an error belongs to."""
    start, end = (int(said[name]) if said[name] else None for name in ("start", "end"))
    wishes: list[tuple[str, Callable[[House], Outcome]]] = []
    if said["name"] != known.name:
        wishes.append(("name", lambda _: desk.choose_name(name=said["name"])))
    if said["zone"] and said["zone"] != known.zone:
        wishes.append(("zone", lambda _: desk.choose_zone(zone=said["zone"])))
    if (start, end) != ((known.hours.start, known.hours.end) if known.hours else (None, None)):
        wishes.append(("start", lambda _: desk.keep_hours(start=start, end=end)))
    return wishes


@require_POST
@needs("shared")
def zone(request: Request) -> HttpResponse:
    """Take the browser's time zone, once, where none was chosen yet."""
    wanted = request.POST.get("zone", "")
    if wanted in zones() and not request.house.desk.zone:
        request.house.act(lambda house: () if house.desk.zone else desk.choose_zone(zone=wanted))
    return HttpResponse(status=204)
