"""The two boxes of a kind word. The core decides; the forms keep what was typed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms

from goldseam.content import words
from goldseam.core.base import Refused
from goldseam.core.kindness import MOST_WORDS
from goldseam.web.refusals import words_for
from goldseam.web.typed import Once, Typed, once


class NoticedForm(forms.Form):
    """What was noticed, and what it meant if one wishes to say so."""

    noticed = Typed(most=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 4}))
    meant = Typed(most=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = words().kindness.writing
        noticed, meant = self.fields["noticed"], self.fields["meant"]
        noticed.label, noticed.help_text = told.noticed, told.noticed_hint
        meant.label, meant.help_text = told.meant, told.meant_hint

    def refuse(self, refused: Refused) -> None:
        """Say the core's no beside the box that it is about."""
        self.add_error(
            refused.field if refused.field in self.fields else None, words_for(refused, "kindness")
        )


class DraftForm(NoticedForm):
    """The same as a draft. `writer` names the open page, so that its savings overwrite nobody else's."""

    writer = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)


class KeepForm(NoticedForm):
    """The same, kept for oneself at once."""

    once = Once()

    @property
    def id(self) -> str:
        """The id under which these words are kept."""
        said = self.cleaned_data
        return once(said["once"], said["noticed"], said["meant"])
