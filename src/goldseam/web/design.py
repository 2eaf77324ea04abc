"""Every part of the look in all its states, on one page. It exists in the demo alone: see `web.urls`.

The page is made with the templates and classes that the rooms use; here are the things that they are given. Alice
and Bob are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from goldseam.core.bowl import bowl
from goldseam.keys.gate import open_to_all
from goldseam.web.chart import Answer, Beside, Level, Trend
from goldseam.web.icons import ICONS

TENTHS = [(str(number), str(number)) for number in range(11)]
COLOURS = {
    "ground": gettext_lazy("the table"),
    "sheet": gettext_lazy("shared paper"),
    "self": gettext_lazy("only you"),
    "self-2": gettext_lazy("only you, raised"),
    "well": gettext_lazy("where you write"),
    "ink": gettext_lazy("words and acts"),
    "ink-2": gettext_lazy("the second voice"),
    "pencil": gettext_lazy("not settled"),
    "edge": gettext_lazy("controls"),
    "gold": gettext_lazy("mended, or here and now"),
    "gold-text": gettext_lazy("the same, as a word"),
    "wax": gettext_lazy("an error, or for good"),
}
TYPE = {"t-2xl": "32", "t-xl": "26", "t-lg": "21", "t-md": "18", "t-sm": "16", "t-xs": "14", "t-bar": "13"}
REPAIRS = [str(number) for number in range(12)]
FELT = ("3355346566778767886655443444554", "4546354456")
"""Answers over some weeks, before and after a gap."""


class SampleForm(forms.Form):
    """A field of each kind."""

    promise = forms.CharField(
        label=gettext_lazy("A promise, small"),
        help_text=gettext_lazy("Something that the other can see, with a day."),
    )
    when = forms.CharField(label=gettext_lazy("By when"), help_text=gettext_lazy("A date, like 6 December."))
    line = forms.CharField(
        label=gettext_lazy("A few lines"), max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )
    leaf = forms.CharField(label=gettext_lazy("A letter that is being written"), widget=forms.Textarea)
    open_line = forms.ChoiceField(
        label=gettext_lazy("I can rely on Bob."), choices=TENTHS, widget=forms.RadioSelect, required=False
    )
    told_line = forms.ChoiceField(
        label=gettext_lazy("Bob is honest with me."), choices=TENTHS, widget=forms.RadioSelect
    )
    pill = forms.ChoiceField(
        label=gettext_lazy("Where is it right now?"),
        choices=[
            ("quiet", gettext_lazy("quiet")),
            ("doubt", gettext_lazy("doubt")),
            ("fear", gettext_lazy("fear")),
        ],
        widget=forms.RadioSelect,
    )
    written = forms.BooleanField(label=gettext_lazy("I have written the words on paper."))
    each_time = forms.BooleanField(label=gettext_lazy("Ask me each time."), required=False)
    answer = forms.ChoiceField(
        label=gettext_lazy("Your answer"),
        choices=[
            ("heard", gettext_lazy("I feel heard")),
            ("missing", gettext_lazy("A part is missing\nYou can say which.")),
            ("not_ready", gettext_lazy("Not ready")),
        ],
        widget=forms.RadioSelect,
    )


def sample_form() -> SampleForm:
    """Filled in, with one thing that needs another look."""
    form = SampleForm(
        {
            "promise": _("I cook on Tuesdays"),
            "when": _("soon"),
            "line": _("I rang at six to say that it gets late."),
            "leaf": _("I said that everything was paid. I'm sorry if you felt alone with it."),
            "told_line": "6",
            "pill": "doubt",
            "written": "on",
            "answer": "missing",
        }
    )
    form.add_error("when", _("Write a date. “6 December” works."))
    return form


def thread() -> list[dict[str, str]]:
    """A word and its act, of each kind."""
    tuesdays, statement = _("I cook on Tuesdays."), _("The statement on the table.")
    told = (
        ("open", statement, _("Sunday 6 December · Bob"), _("The day has not come.")),
        ("done", tuesdays, _("Tuesday 17 November · Bob"), _("Soup, at seven.")),
        ("later", tuesdays, _("Tuesday 10 November · Bob"), _("On Wednesday. He said so on Monday.")),
        (
            "moved",
            _("Call my sister back about it."),
            _("Thursday 22 October · You"),
            _("A day before, to the 29th."),
        ),
        ("not_done", tuesdays, _("Tuesday 20 October · Bob"), _("A repair is open.")),
        ("mended", _("I tell you before I see Dan."), _("Wednesday 14 October · Bob"), _("Told after.")),
    )
    return [dict(zip(("kind", "word", "when", "line"), each, strict=True)) for each in told]


def road() -> list[dict[str, str]]:
    """A road with every kind of place on it."""
    told = (
        ("was", _("April"), _("Safe enough to begin"), _("Some questions, alone. Nothing had to be solved.")),
        ("was", _("May"), _("Choose"), _("You chose for yourself.")),
        ("back", _("July to October"), _("Own it"), _("In September you came back here.")),
        (
            "by",
            _("Beside the road"),
            _("Understand how it could happen"),
            _("Not an excuse, and not a must."),
        ),
        ("now", _("Now"), _("Rebuild"), _("Small things said, then done. Some evenings without it.")),
        ("to", _("Later"), _("Keep it"), _("Small worries early. What helps, kept up.")),
    )
    return [dict(zip(("kind", "when", "title", "line"), each, strict=True)) for each in told]


def steps() -> list[dict[str, str]]:
    """Two done, one now, two ahead."""
    named = (_("Settle"), _("Speak"), _("Hear"), _("Swap"), _("Close"))
    return [
        {"name": name, "state": state}
        for name, state in zip(named, ("done", "done", "now", "ahead", "ahead"), strict=True)
    ]


def answers() -> Iterator[Answer]:
    """One answer every fourth day, and some weeks without any."""
    for start, felt in zip((date(2025, 5, 4), date(2025, 9, 24)), FELT, strict=True):
        for number, value in enumerate(felt):
            yield Answer(start + timedelta(days=4 * number), float(value))


def level(felt: list[Answer]) -> Iterator[Level]:
    """A level made for the sample: the mean of what lies near, wider where less does."""
    for each in felt:
        near = [one.value for one in felt if abs((one.day - each.day).days) <= 16]
        middle, half = sum(near) / len(near), 2.4 / len(near) ** 0.5
        yield Level(each.day, max(0.0, middle - half), middle, min(10.0, middle + half))


def trends() -> dict[str, Trend]:
    """A line that can be read, and one for which it is too early."""
    felt = list(answers())
    least, most = _("not at all"), _("completely")
    told = Trend(
        finding=_("No clear change since September"),
        about=_(
            "I can rely on Bob, May to November. It rose from about 4 in May to about 7 in July, fell in August, "
            "and has been between 4 and 5 since. No clear change since September."
        ),
        question=_("I can rely on Bob."),
        lowest=least,
        highest=most,
        answers=felt,
        band=list(level(felt)),
        beside=[
            Beside(date(2025, 5, 19), _("The account was read")),
            Beside(date(2025, 8, 10), _("A promise was not kept")),
            Beside(date(2025, 8, 14), _("It was mended")),
        ],
    )
    return {"told": told, "early": Trend("", "", told.question, least, most, answers=felt[:6])}


def pencil() -> dict[str, Any]:
    """Remarks of the coach: shown, none, and turned off; and what a letter holds so far."""
    note = {
        "number": 1,
        "key": "sample",
        "quote": _("I'm sorry if you felt alone with it."),
        "start": 0,
        "why": _("“If” leaves open whether it happened."),
        "hint": _("You could say what you know."),
    }
    parts = ((_("What you did"), True), (_("What it did to the other"), True), (_("What you do now"), False))
    return {"shown": {"notes": [note], "parts": parts}, "none": {"notes": []}, "off": {"off": True}}


@open_to_all
@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """The page. It reads no vault."""
    context = {
        "people": {"other": "Bob", "counsellor": "Sen"},
        "form": sample_form(),
        "thread": thread(),
        "road": road(),
        "steps": steps(),
        "trends": trends(),
        "pencils": pencil(),
        "bowls": [bowl("sample", REPAIRS[:count]) for count in (0, 1, 3, 12)],
        "small_bowls": [bowl("small", REPAIRS[:count]) for count in (0, 3, 12)],
        "colours": COLOURS,
        "type": TYPE,
        "icons": ICONS,
        "kept": [{"is_text": True, "name": "text", "value": _("What I wrote before it broke.")}],
    }
    return render(request, "web/design/page.html", context)


app_name = "design"
urlpatterns = [path("design/", design, name="page")]
