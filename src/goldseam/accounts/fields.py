"""Inputs that say in plain words what is wrong, and never show a secret again."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from goldseam.web.typed import Wording

ODD_SIGN = _("There is a sign in it that cannot be used. Type it again.")

WRITE_HERE = _("Write something here.")
TOO_LONG = _("Make it shorter: at most %(limit_value)d characters.")


def no_control_signs(text: str) -> None:
    """Refuse what no keyboard types: control characters and broken halves of characters."""
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
        raise ValidationError(ODD_SIGN)


class Line(forms.CharField):
    """One line of text. `missing` is said when it is empty."""

    def __init__(self, *, missing: Wording = WRITE_HERE, **more: Any) -> None:
        says = {"required": missing, "max_length": TOO_LONG}
        super().__init__(**more, error_messages=says)
        plain = [each for each in self.validators if not isinstance(each, ProhibitNullCharactersValidator)]
        self.validators = [*plain, no_control_signs]


class SecretInput(forms.PasswordInput):
    """An input whose content is never sent back. `shown` lets the person see what they type."""

    def __init__(self, *, shown: bool = False, **attrs: str) -> None:
        typing = {"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}
        super().__init__(attrs=typing | attrs, render_value=False)
        if shown:
            self.input_type = "text"


class Secret(forms.CharField):
    """A passphrase or a code. It is checked where it is used; here only that there is something."""

    def __init__(
        self, *, missing: Wording, shown: bool = False, autocomplete: str = "off", **more: Any
    ) -> None:
        says = {"required": missing, "max_length": _("This is too long to be right.")}
        super().__init__(
            **more,
            strip=False,
            max_length=512,
            error_messages=says,
            widget=SecretInput(shown=shown, autocomplete=autocomplete),
        )
        self.validators = [
            each for each in self.validators if not isinstance(each, ProhibitNullCharactersValidator)
        ]
