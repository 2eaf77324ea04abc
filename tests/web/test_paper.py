"""The words of the look in templates: nothing is unescaped, nothing typed is lost, every tie is there."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django import forms
from django.template import Context, Template

from goldseam.web.icons import ICONS
from goldseam.web.templatetags.paper import prose

EVIL = "<script>alert(1)</script>"


def drawn(source: str, **context: Any) -> str:
    return Template(source).render(Context(context))


class Page(forms.Form):
    text = forms.CharField(label="Your words", widget=forms.Textarea, max_length=40, help_text="As you like.")
    name = forms.CharField(label="A name", max_length=5)
    kind = forms.ChoiceField(
        label="Which", choices=[("a", "Heard"), ("b", "Missing\nSay which part.")], widget=forms.RadioSelect
    )
    sure = forms.BooleanField(label="I wrote it down", required=False)
    secret = forms.CharField(widget=forms.PasswordInput, required=False)
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        raise forms.ValidationError("Something here needs another look.")


@pytest.fixture
def form() -> Page:
    return Page({"text": EVIL, "name": "too long", "kind": "b", "secret": "six words", "hidden": "h"})


def test_a_field_ties_label_hint_and_error_to_the_input(form: Page) -> None:
    html = drawn("{% field form.text %}{% field form.name %}", form=form)
    assert '<label for="id_text">Your words</label>' in html
    assert 'id="id_text-hint"' in html
    assert 'aria-describedby="id_text-hint"' in html
    assert 'aria-describedby="id_name-err"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name-err"' in html


def test_what_was_typed_stays_and_is_escaped(form: Page) -> None:
    html = drawn("{% field form.text %}{% field form.name %}", form=form)
    assert "&lt;script&gt;" in html
    assert EVIL not in html
    assert 'value="too long"' in html


def test_a_long_paste_is_never_cut_without_a_word(form: Page) -> None:
    html = drawn("{% field form.text %}", form=form)
    assert "maxlength" not in html
    assert 'data-most="40"' in html
    assert 'data-left-for="id_text"' in html


def test_the_first_field_with_an_error_takes_the_focus(form: Page) -> None:
    html = drawn("{% field form.name %}{% field form.text %}", form=form)
    assert html.count("autofocus") == 1


def test_the_browser_does_not_speak_instead_of_us(form: Page) -> None:
    assert " required" not in drawn("{% field form.text %}{% field form.kind %}", form=form)


def test_choices_are_a_group_with_a_name_and_quiet_second_lines(form: Page) -> None:
    html = drawn('{% field form.kind look="lead" %}', form=form)
    assert "<fieldset" in html
    assert '<legend class="lead">Which</legend>' in html
    assert "<b>Missing</b><small>Say which part.</small>" in html
    assert re.search(r'value="b"[^>]*checked', html)


def test_each_kind_of_widget_has_its_part(form: Page) -> None:
    assert 'class="pick"' in drawn('{% field form.kind look="pick" %}', form=form)
    assert 'class="check"' in drawn("{% field form.sure %}", form=form)
    assert 'class="leaf"' in drawn('{% field form.text look="letter" %}', form=form)
    assert drawn("{% field form.hidden %}", form=form).count("<") == 1


def test_a_passphrase_never_comes_back(form: Page) -> None:
    html = drawn("{% field form.secret %}", form=form)
    assert "six words" not in html
    assert 'autocomplete="off"' not in html  # a password manager may help


def test_wishes_reach_the_input(form: Page) -> None:
    html = drawn(
        '{% field form.text label="Say it" label_hidden=True rows=3 placeholder="Dear" %}', form=form
    )
    assert 'class="vh">Say it' in html
    assert 'rows="3"' in html
    assert 'placeholder="Dear"' in html


def test_errors_of_the_whole_form_are_a_notice(form: Page) -> None:
    assert 'role="alert"' in drawn("{% form_errors form %}", form=form)
    assert drawn("{% form_errors form %}", form=Page()) == ""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{% readers "self" %}', "Only you"),
        ('{% readers "draft" %}', "Only you, until you send it"),
        ('{% readers "draft" act="show" %}', "Only you, until you show it"),
        ('{% readers "draft" act="give" %}', "Only you, until you give it"),
        ('{% readers "both" partner=name %}', "You and <bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>"),
        ('{% readers "counsel" partner="Dr Sen" until="12 Dec" %}', "until 12 Dec"),
        ('{% readers "self" closed=True %}', "Closed"),
        ('{% readers "draft" pencil=2 %}', 'href="#coach"'),
    ],
)
def test_the_line_says_who_sees_this(line: str, words: str) -> None:
    assert words in drawn(line, name=EVIL)


def test_plain_paper_has_no_line() -> None:
    assert drawn('{% readers "plain" %}').strip() == ""


def test_the_private_line_says_how_long_it_stays_open() -> None:
    html = drawn('{% readers "self" %}', private_left=421)
    assert "Closes in 8 min." in html
    assert 'form="close-now"' in html
    assert "Closes" not in drawn('{% readers "self" closed=True %}', private_left=421)


def test_prose_keeps_lines_and_gives_each_paragraph_its_direction() -> None:
    html = prose("one\r\ntwo\r\n\r\nשלום\n\n\n" + EVIL)
    assert html.count('dir="auto"') == 3
    assert "one\ntwo" in html
    assert EVIL not in html
    assert prose("") == ""


def test_every_icon_is_hidden_from_those_who_listen() -> None:
    for name in ICONS:
        assert 'aria-hidden="true"' in drawn("{% icon name %}", name=name)
    with pytest.raises(KeyError):
        drawn('{% icon "unheard-of" %}')


def test_words_codes_and_states() -> None:
    assert "<li><span>2</span>drift</li>" in drawn('{% words "copper drift" %}')
    assert drawn('{% code "ABCD-EFGH 1" %}').count("<span>") == 3
    assert 'data-state="saved"' in drawn("{% keep_state saved=True %}")
    assert "data-state" not in drawn("{% keep_state %}")
    assert "bowl-mark" in drawn("{% bowl_mark %}")
    assert "later" in drawn('{% notice "later" kind="wax" %}')
