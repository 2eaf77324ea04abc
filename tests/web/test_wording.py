"""Everything that a person reads is in the content or goes through gettext, so that it can be translated."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from django import forms
from django.conf import settings
from django.test import Client
from django.utils import translation
from django.utils.translation import trans_real
from django.utils.translation.template import templatize

import goldseam
from tests.cast import pair, someone
from tests.security.things import ADDRESSES, Things, address, things_of
from tests.visitors import anonymous, visitor
from tests.web.wording import (
    HOUSE,
    MODULES,
    OPEN,
    ROOMS,
    SHUT,
    TEMPLATES,
    Marked,
    from_content,
    in_form,
    in_module,
    in_page,
    in_template,
)

# Templates


@pytest.mark.parametrize("name", list(TEMPLATES))
def test_a_template_says_nothing_that_gettext_does_not_see(name: str) -> None:
    source = TEMPLATES[name].read_text()
    assert list(in_template(source)) == [], name
    templatize(source, origin=name)  # what collects the messages can read it


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Not yet.</p>", "Not yet."),
        ('<p>{% translate "Saved" %} and more</p>', " and more"),
        ("{% if kept %}Kept{% endif %}", "Kept"),
        ("{% blocktranslate %}One{% endblocktranslate %}, two", ", two"),
        ('<nav aria-label="{% if wide %}Rooms{% endif %}"></nav>', "Rooms"),
        ('<p data-saving="Saving now"></p>', "Saving now"),
        ('{% notice "saved" %}', "saved"),
        ('{% told "Join {name}" name=it %}', "Join {name}"),
        ('{% field form.words label="words" %}', "words"),
        ('{% include "a.html" with which_label="New" %}', "New"),
        ('{{ here.partner|default:"the other" }}', "the other"),
        ('{% readers "both" partner="Nobody" %}', "Nobody"),
        ("{% block title %}Home{% endblock %}", "Home"),
    ],
)
def test_a_literal_in_a_template_is_found(source: str, found: str) -> None:
    assert list(in_template(source)) == [found]


@pytest.mark.parametrize(
    "source",
    [
        '<p class="wide" data-aud="self" id="one">{{ line }} · 12</p>',
        '{% blocktranslate with day=visit.day|date:"j F Y" %}since <b>{{ day }}</b>{% endblocktranslate %}',
        '{% told _("Join {name}") name=it %}{% told "{name}" name=it %}{% readers "self" meta=_("Once") %}',
        '{% if id == "account" %}{% icon "pencil" %}{% include "a.html" with field_name="pass" %}{% endif %}',
        "{% block body_audience %}self{% endblock %}",
        '<b translate="no">copper <i>drift</i></b>',
    ],
)
def test_what_is_no_sentence_is_let_be(source: str) -> None:
    assert list(in_template(source)) == []


def test_every_room_that_has_pages_is_read() -> None:
    with_pages = {folder.parent.name for folder in HOUSE.glob("*/templates")}
    assert sorted(with_pages - set(ROOMS)) == []


# Forms and modules


def every_form() -> list[type[forms.BaseForm]]:
    for found in pkgutil.walk_packages(goldseam.__path__, "goldseam."):
        if found.name.split(".")[1] in ROOMS and "migrations" not in found.name:
            importlib.import_module(found.name)
    waiting: list[type[forms.BaseForm]] = [forms.BaseForm]
    known: list[type[forms.BaseForm]] = []
    while waiting:
        kinds = waiting.pop().__subclasses__()
        waiting += kinds
        known += [kind for kind in kinds if kind.__module__.startswith("goldseam.")]
    return known


def test_every_form_speaks_the_language_of_its_reader() -> None:
    known = every_form()
    assert len(known) >= 15
    assert [f"{form.__name__}.{said}" for form in known for said in in_form(form)] == []


def test_a_form_that_speaks_one_language_is_found() -> None:
    fields = {
        "kind": forms.ChoiceField(label="Kind", choices=[("a", "One of them")]),
        "line": forms.CharField(help_text="As you like.", error_messages={"required": "Write it."}),
    }
    form = type("Planted", (forms.BaseForm,), {"base_fields": fields})
    assert list(in_form(form)) == ["kind: Kind", "kind: One of them", "line: As you like.", "line: Write it."]


@pytest.mark.parametrize("name", list(MODULES))
def test_a_module_says_nothing_that_gettext_does_not_see(name: str) -> None:
    assert list(in_module(MODULES[name].read_text())) == [], name


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('WRONG = "This does not open it."', "This does not open it."),
        ('def wait(n): return f"Wait {n} minutes, then try again."', "Wait {} minutes, then try again."),
        ('raise ValidationError("letters")', "letters"),
        ('form.add_error("name", "Choose.")', "Choose."),
        ('name = Typed(label="From")', "From"),
    ],
)
def test_a_literal_in_a_module_is_found(source: str, found: str) -> None:
    assert list(in_module(source)) == [found]


def test_what_developers_read_is_let_be() -> None:
    source = '"""What this is."""\nSIZE = 3\n"""How many there are."""\nraise RuntimeError("No free name was found")\n'
    assert list(in_module(source + 'label = _("All is well.")\nkind = "letters/index.html"\n')) == []


# Whole pages, in a language that marks each message

WROTE = "quietlarkspur"
FROM_PEOPLE = re.compile(rf"\b(?:page|view|account|letter|draft|kind|noticed) {WROTE}|\b(?:Alice|Bob)\b")
FROM_MACHINES = re.compile(r"\b\w+/[\w/ +-]+|\bUTC\b")
"""The names of time zones."""

# These would end what the next pages show.
ENDS = frozenset(
    {"web:leave", "accounts:sign_out", "keys:lock", "letters:discard", "letters:withdraw", "journal:delete"}
    | {"kindwords:discard", "kindwords:withdraw", "kindwords:erase", "kindwords:write", "kindwords:give"}
    | {"breaches:delete", "breaches:take_back", "spaces:pause", "spaces:leave", "spaces:forget"}
)


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English, marked."""
    monkeypatch.setitem(trans_real._translations, settings.LANGUAGE_CODE, Marked(settings.LANGUAGE_CODE))
    yield
    translation.deactivate()  # the middleware leaves the marked language with this thread


def shown(client: Client, things: Things) -> Iterator[tuple[str, str]]:
    """Every page that this browser can look at, and every page that answers a form without what it needs."""
    for name in ADDRESSES:
        asked = [client.get(address(name, things))]
        if name not in ENDS:
            asked.append(client.post(address(name, things), {"passphrase": "no", "words": f"draft {WROTE}"}))
        for answer in asked:
            if "text/html" in answer.headers.get("Content-Type", ""):
                yield name, answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["nobody", "alice", "alice, later", "bob", "alice, paused", "alice, parted"])
def test_every_word_of_a_page_can_be_translated_or_is_somebodys_own(who: str, marked: None) -> None:
    alice, bob = someone("Alice"), someone("Bob")
    things = things_of(alice, pair(alice, bob), WROTE)
    client = anonymous()
    if who != "nobody":
        client = visitor(bob if who == "bob" else alice, private=who != "alice, later")
    for after, step in (("paused", "spaces:pause"), ("parted", "spaces:leave")):
        if who.endswith(after):
            client.post(address(step, things))
    known = (FROM_PEOPLE, FROM_MACHINES, from_content())
    pages = list(shown(client, things))
    assert len(pages) >= 10
    assert sorted({f"{name}: {said}" for name, html in pages for said in in_page(html, *known)}) == []


def test_an_unmarked_word_is_found() -> None:
    page = f'<p title="{OPEN}Yes{SHUT}">{OPEN}See <a href="/">this{SHUT}</a> now</p><p aria-label="Rooms">Alice</p>'
    assert in_page(page, FROM_PEOPLE) == ["now", "Rooms"]
