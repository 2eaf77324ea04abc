"""How a form's field is dressed: label, hint, input, error, each tied to the other for those who listen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField

PARTS = {
    forms.CheckboxInput: "check",
    forms.RadioSelect: "choices",
    forms.CheckboxSelectMultiple: "choices",
}
LOOKS = ("look", "label", "hint", "label_hidden", "lowest", "highest")


def dress(bound: BoundField, wishes: dict[str, Any]) -> dict[str, Any]:
    """What the template of a field needs to draw it, errors and wishes included."""
    # The browser's own bubbles would speak instead of the words beside the field.
    bound.form.use_required_attribute = False
    look = wishes.get("look", "")
    hint = wishes.get("hint") or bound.help_text
    asked = {key: value for key, value in wishes.items() if key not in LOOKS}
    options = choose(bound)
    return {
        "part": part_for(bound, look),
        "bound": bound,
        "look": look,
        "label": wishes.get("label") or bound.label,
        "label_hidden": wishes.get("label_hidden", False),
        "hint": hint,
        "most": most(bound),
        "widget": bound.as_widget(attrs=attributes(bound, bool(hint), look) | asked),
        "options": options,
        "two_lines": any(option["second"] for option in options),
        "lowest": wishes.get("lowest", ""),
        "highest": wishes.get("highest", ""),
    }


def part_for(bound: BoundField, look: str) -> str:
    """The template that draws this kind of widget."""
    if bound.is_hidden:
        return "hidden"
    if look == "scale":
        return "scale"
    for widget, part in PARTS.items():
        if isinstance(bound.field.widget, widget):
            return part
    return "leaf" if look == "letter" else "field"


def attributes(bound: BoundField, hinted: bool, look: str) -> dict[str, Any]:
    """What the input itself carries."""
    widget = bound.field.widget
    named: dict[str, Any] = described(bound, hinted)
    if isinstance(widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple):
        return named
    if look != "letter":
        named["class"] = "in"
    if isinstance(widget, forms.TextInput | forms.Textarea) and not isinstance(widget, forms.PasswordInput):
        named |= {"dir": "auto", "autocomplete": widget.attrs.get("autocomplete", "off")}
    if isinstance(widget, forms.Textarea) and most(bound):
        # A silent cut of a pasted text would lose words: the server answers instead, and they stay.
        named |= {"maxlength": False, "data-most": most(bound)}
    return named


def described(bound: BoundField, hinted: bool) -> dict[str, Any]:
    """The ties from an input to its hint and its error; the first one with an error takes the focus."""
    ids = [f"{bound.auto_id}-hint"] if hinted else []
    named: dict[str, Any] = {"aria-describedby": False}
    if bound.errors:
        ids.insert(0, f"{bound.auto_id}-err")
        named["aria-invalid"] = "true"
        if bound.name == next(iter(bound.form.errors), None):
            named["autofocus"] = True
    if ids:
        named["aria-describedby"] = " ".join(ids)
    return named


def most(bound: BoundField) -> int | None:
    """How many characters the field takes, if it says."""
    return getattr(bound.field, "max_length", None)


def choose(bound: BoundField) -> list[dict[str, Any]]:
    """Each choice of a group: its input and its words. A line break in them starts the quiet part."""
    if not isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return []
    options = []
    for option in bound.subwidgets:
        first, _, second = str(option.choice_label).partition("\n")
        options.append({"input": option.tag(), "id": option.id_for_label, "first": first, "second": second})
    return options
