"""What is asked in the room of letters. The core decides; the forms keep what was typed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from goldseam.content import words
from goldseam.core.letterbook import Answer, Letter
from goldseam.core.words import MAX_TEXT
from goldseam.letters.pile import offered_parts
from goldseam.web.typed import Unkept


class AnswerForm(forms.Form):
    """An answer to one version; words may be left out. `row` makes a double click answer once."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    row = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)
    answer = forms.ChoiceField(label=_("Your answer"), required=False, widget=forms.RadioSelect)
    parts = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    words = forms.CharField(
        help_text=_("You can leave this empty. You owe nobody a reason."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-most": MAX_TEXT}),
    )

    def __init__(self, letter: Letter, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told, fields = words().letters, self.fields
        fields["answer"].choices = [(one.value, told.answers[one].reader) for one in Answer]  # type: ignore[attr-defined]
        fields["parts"].choices = offered_parts(letter)  # type: ignore[attr-defined]
        fields["parts"].label, fields["words"].label = told.answering["parts"], told.answering["words"]

    def given(self) -> dict[str, Any]:
        """What was chosen, for the core to check."""
        said = self.cleaned_data
        row = said.get("row")
        return {
            "version": said.get("version") or 0,
            "answer": said.get("answer", ""),
            "parts": said.get("parts", ()),
            "words": said.get("words", ""),
            "row": str(row) if row else None,
        }

    def parts_in_words(self) -> list[str]:
        """The parts that were named, as the other will read them."""
        return [words().letters.parts[part] for part in self.cleaned_data.get("parts", ())]


class LetterForm(forms.Form):
    """The letter itself. `writer` names the open page, so that its savings overwrite nobody else's."""

    writer = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)
    text = forms.CharField(
        label=_("Your letter"),
        required=False,
        strip=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
    )


class WishForm(forms.Form):
    """The two private questions. Their answers are used once and kept nowhere."""

    believe = forms.ChoiceField(required=False, widget=Unkept)
    afraid = forms.ChoiceField(required=False, widget=Unkept)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = words().letters
        for name in ("believe", "afraid"):
            self.fields[name].choices = list(told.sure.items())  # type: ignore[attr-defined]
            self.fields[name].label = told.sending[name]
