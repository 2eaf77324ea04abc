"""How the pages look in this browser: light or dark, and how large the text is. For everybody, signed in or not.

One plain cookie holds the two words and nothing else. It ends with the browser, and Leave takes it away: see
decision 13. What is in it is only ever compared with the words that exist.
"""

from __future__ import annotations

from dataclasses import asdict, astuple, dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from goldseam.keys.gate import open_to_all
from goldseam.keys.paths import SeeOther

THEMES = {"device": _("As this device is set"), "light": _("Light"), "dark": _("Dark")}
TEXTS = {"small": _("Small"), "usual": _("Usual"), "large": _("Large"), "largest": _("Very large")}
DARK_FOR = {"device": "screen and (prefers-color-scheme: dark)", "light": "", "dark": "screen"}
SCHEMES = {"device": "light dark", "light": "light", "dark": "dark"}


@dataclass(frozen=True)
class Looks:
    """What this browser wishes. Both words are always among those that exist."""

    theme: str = "device"
    text: str = "usual"

    @property
    def dark_for(self) -> str:
        """The media for which the colours of the dark are linked; empty for none. Print is never among them."""
        return DARK_FOR[self.theme]

    @property
    def scheme(self) -> str:
        """What the browser is told about its own parts: scroll bars, the page before it is drawn."""
        return SCHEMES[self.theme]


def looks_of(request: HttpRequest) -> Looks:
    """What the cookie says. Anything that it cannot say is as if it were not there."""
    theme, _dot, text = request.COOKIES.get(settings.LOOKS_COOKIE_NAME, "").partition(".")
    return Looks(theme, text) if theme in THEMES and text in TEXTS else Looks()


def keep(response: HttpResponse, looks: Looks) -> None:
    """Put the wish into the cookie. The usual looks need none, so the cookie goes."""
    if looks == Looks():
        response.delete_cookie(settings.LOOKS_COOKIE_NAME, samesite="Strict")
        return
    response.set_cookie(
        settings.LOOKS_COOKIE_NAME,
        ".".join(astuple(looks)),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )


CHOOSE = dict.fromkeys(("required", "invalid_choice"), _("Choose one of what is shown."))


def choice(label: Any, words: dict[str, Any]) -> forms.ChoiceField:
    """One of these words."""
    return forms.ChoiceField(
        label=label, choices=list(words.items()), widget=forms.RadioSelect, error_messages=CHOOSE
    )


class LooksForm(forms.Form):
    """Two choices, each with one that is made already."""

    theme = choice(_("Light or dark"), THEMES)
    text = choice(_("Size of the text"), TEXTS)


@open_to_all
@require_http_methods(["GET", "POST"])
def looks(request: HttpRequest) -> HttpResponse:
    """The page of looks. It reads no vault, and keeps nothing on the server."""
    if request.method == "POST":
        form = LooksForm(request.POST)
        if form.is_valid():
            response = SeeOther(f"{reverse('web:looks')}?kept")
            keep(response, Looks(**form.cleaned_data))
            return response
        return render(request, "web/looks.html", {"form": form}, status=422)
    form = LooksForm(initial=asdict(looks_of(request)))
    return render(request, "web/looks.html", {"form": form, "kept": "kept" in request.GET})
