from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from goldseam.core.words import MAX_LINE, MAX_TEXT
from goldseam.web.typed import Once, Typed, once


class PageForm(forms.Form):
    """A page of the journal."""

    page = Once()
    text = Typed(
        label=_("What is on your mind"),
        most=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto", "autocomplete": "off"}),
    )

    @property
    def id(self) -> str:
        """The id under which these words are kept."""
        return once(self.cleaned_data["page"], self.cleaned_data["text"])


class SearchForm(forms.Form):
    """Words to look for. They are posted, never put into an address."""

    words = Typed(
        label=_("Look for words"),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "dir": "auto"}),
    )

    def clean_words(self) -> str:
        """The words without what cannot be seen."""
        words = " ".join(self.cleaned_data["words"].split())
        if len(words) > MAX_LINE:
            raise forms.ValidationError(_("That is a lot to look for. A few words are enough."))
        return words
