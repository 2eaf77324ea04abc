"""What every template of the house keeps to, whoever wrote it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

import goldseam

HOUSE = Path(goldseam.__path__[0])
TEMPLATES = {
    str(path.relative_to(folder)): path
    for folder in sorted(HOUSE.glob("*/templates"))
    for path in sorted(folder.rglob("*.html"))
}
# Whole pages that stand outside the house: the page one leaves to, and the step back from another site.
OUTSIDE = {"web/aside.html", "keys/bounce.html"}

INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script without a file": re.compile(r"<script\b(?![^>]*\ssrc=)", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "htmx that evaluates": re.compile(r"\bhx-on|hx-vals\s*=\s*[\"']js:", re.IGNORECASE),
    "unescaped text": re.compile(r"\|\s*safe\b|autoescape\s+off|\bsafeseq\b"),
    "something from elsewhere": re.compile(r"<(?:link|img|script|iframe)\b[^>]*//", re.IGNORECASE),
    "an exclamation mark": re.compile(r"[a-z’]!(?=[\s<])"),
}  # fmt: skip
FORM = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.DOTALL | re.IGNORECASE)


def words(path: Path) -> str:
    return re.sub(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}", "", path.read_text(), flags=re.DOTALL)


@pytest.mark.parametrize("name", list(TEMPLATES))
def test_a_template_compiles(name: str) -> None:
    get_template(name)


@pytest.mark.parametrize("name", list(TEMPLATES))
@pytest.mark.parametrize("what", list(INLINE))
def test_a_template_holds_nothing_that_the_policy_forbids(name: str, what: str) -> None:
    found = INLINE[what].search(words(TEMPLATES[name]))
    assert found is None, f"{name} holds {what}: {found.group(0)}"


@pytest.mark.parametrize("name", sorted(TEMPLATES.keys() - OUTSIDE))
def test_every_whole_page_has_the_way_out(name: str) -> None:
    """A whole page extends the base, which has the way out; the rest are pieces of pages."""
    text = words(TEMPLATES[name])
    if name != "base.html":
        assert "<html" not in text
    if "{% block main" in text and name != "base.html":
        assert text.lstrip().startswith("{% extends ")


def test_the_way_out_comes_second() -> None:
    text = words(TEMPLATES["base.html"])
    assert text.index('class="skip"') < text.index("web/parts/leave.html") < text.index("web/parts/bar.html")


@pytest.mark.parametrize("name", list(TEMPLATES))
def test_a_title_names_no_person(name: str) -> None:
    """A title stays in the history of the browser: it names a room, and holds no value."""
    title = re.search(r"{% block title %}(.*?){% endblock", TEMPLATES[name].read_text())
    if title is not None and name not in ("base.html", "web/error.html"):
        assert "{{" not in title.group(1)


def test_every_form_that_posts_carries_its_token() -> None:
    for name, path in TEMPLATES.items():
        if name == "web/parts/leave.html":
            continue  # it ends a session and changes nothing else; it works from a page of yesterday
        for form in re.findall(
            r"<form\b[^>]*method=\"post\".*?</form>", words(path), re.DOTALL | re.IGNORECASE
        ):
            assert "{% csrf_token %}" in form or 'id="unlock' in form, (name, form[:80])


def test_scripts_keep_no_words_in_the_browser() -> None:
    for script in (HOUSE / "web" / "static").rglob("*.js"):
        assert not re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie", script.read_text()), (
            script
        )
