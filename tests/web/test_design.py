"""The page of parts: there in the demo, nowhere else, and with every part that the rooms have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import clear_url_caches, get_resolver, set_urlconf
from django.utils import translation

import goldseam.web
from goldseam.web.templatetags.paper import WORD_AND_ACT, word_act
from goldseam.web.urls import urlpatterns as ours

PARTS = Path(goldseam.web.__file__).parent / "templates" / "web" / "parts"
# These are of every page, or are pieces of another part.
OF_EVERY_PAGE = {
    "bar", "leave", "news", "to_settings", "unlock", "waiting", "writing_bar", "hidden", "envelope", "bowl_mark",
}  # fmt: skip


class urls:
    """The addresses of the demo."""

    def __init__(self) -> None:
        from goldseam.web import design

        self.urlpatterns = [*design.urlpatterns, *ours]


@pytest.fixture
def page() -> Iterator[str]:
    with override_settings(ROOT_URLCONF=urls()):
        clear_url_caches()
        yield Client().get("/design/").content.decode()
    set_urlconf(None)
    clear_url_caches()


def test_a_real_house_has_no_such_page() -> None:
    assert settings.DEMO is False
    assert Client().get("/design/").status_code == 404
    assert "design:page" not in str(get_resolver().reverse_dict)


def test_the_demo_alone_says_that_it_is_one() -> None:
    said = [
        path.name
        for path in (Path(goldseam.web.__file__).parent).rglob("*.py")
        if re.search(r"^DEMO = True", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert said == ["settings_demo.py"]


@pytest.mark.parametrize("name", sorted(path.stem for path in PARTS.glob("*.html")))
def test_every_part_is_on_it(name: str, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that no longer is would fail, and so does a new one that nobody put there."""
    if name in OF_EVERY_PAGE:
        return
    drawn: list[str] = []
    from django.template.base import Template

    render = Template._render  # type: ignore[attr-defined]
    monkeypatch.setattr(
        Template, "_render", lambda self, context: drawn.append(self.name or "") or render(self, context)
    )
    with override_settings(ROOT_URLCONF=urls()):
        Client().get("/design/")
    assert f"web/parts/{name}.html" in drawn


@pytest.mark.parametrize(
    "state",
    [
        'class="sheet self"', 'class="sheet self draft"', 'class="sheet both"', 'class="sheet"',
        'class="sheet self closed"', 'class="btn go"', 'class="btn line"', 'aria-disabled="true"',
        'class="btn wax"', 'class="link"', 'aria-invalid="true"', 'data-state="saved"', 'data-state="waiting"',
        'class="say wax"', "<details open>", "<details>", 'class="yes"', 'class="no"', 'aria-current="step"',
        "Too early to tell", "No seams yet.", 'class="empty"', 'class="loading"', 'class="closed-door"',
        "until 12 December", "1 in pencil", "No remarks are made.",
    ],
)  # fmt: skip
def test_every_state_is_on_it(state: str, page: str) -> None:
    assert state in page


def test_a_word_goes_with_every_line() -> None:
    for kind in WORD_AND_ACT:
        assert re.search(r"<svg[^>]*aria-hidden.*</svg><b>\w+", word_act(kind)), kind
    assert len({word_act(kind) for kind in WORD_AND_ACT}) == len(WORD_AND_ACT) == 6
    with pytest.raises(ValueError, match="not in tuple"):
        word_act("broken")


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "direction"), [("he", ' dir="rtl"'), ("en", "")])
def test_the_direction_of_a_page_comes_from_its_language(language: str, direction: str) -> None:
    with override_settings(LANGUAGES=[("en", "English"), ("he", "Hebrew")]), translation.override(None):
        html = Client().get("/help/", headers={"accept-language": language}).content.decode()
    translation.deactivate()
    assert f'<html lang="{language}"{direction} data-theme' in html
