from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldseam.content import words
from goldseam.web.typed import Typed

LONGEST = 200


class CodeForm(forms.Form):
    """The eight words of an invitation. `space` comes back with the yes, so that a double click is one."""

    code = Typed(
        label=_("The eight words"),
        help_text=_("In this order. Capitals and dashes do not matter."),
        widget=forms.Textarea(
            attrs={
                "rows": 3,
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
                "data-fragment": "",
            }
        ),
    )
    space = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_code(self) -> str:
        """What may be eight words."""
        code: str = self.cleaned_data["code"]
        if not code.strip():
            raise forms.ValidationError(_("Write the eight words that you were given."))
        if len(code.strip()) > LONGEST:
            raise forms.ValidationError(
                _("That is more than eight words. Write only the eight that you were given.")
            )
        return code


class ForgetForm(forms.Form):
    """What is erased before the key is put down."""

    erase = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["erase"].label = words().spaces.forget["erase"]
