"""What happened, as a form asks it. The core checks; the form only keeps what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldseam.breaches import wording
from goldseam.core.breaches import View
from goldseam.core.standing import Role
from goldseam.core.words import MAX_LINE, MAX_TEXT
from goldseam.web.typed import Once, Typed, Unkept, once

if TYPE_CHECKING:
    from goldseam.web.typed import Wording

SURE = [("yes", _("Yes")), ("no", _("No")), ("unsure", _("Not sure"))]
ONE_OF_THESE = _("Choose one of what is shown.")
NOT_ONE = {"invalid_choice": ONE_OF_THESE, "invalid_list": ONE_OF_THESE}
ANSWER_THIS = _("Answer this for yourself. “Not sure” is an answer.")


class Several(forms.MultipleChoiceField):
    """As many as fit, or none."""

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, error_messages=NOT_ONE, **more)


class OneOf(forms.ChoiceField):
    """One of a few. `missing` is said where one must be chosen: the private questions, never shown again."""

    def __init__(self, *, missing: Wording | None = None, **more: Any) -> None:
        asked = missing is not None
        says = NOT_ONE | ({} if missing is None else {"required": missing})
        widget = Unkept if asked else forms.RadioSelect
        super().__init__(required=asked, widget=widget, error_messages=says, **more)


class Words(Typed):
    """Several lines of one's own."""

    def __init__(self, **more: Any) -> None:
        paper = forms.Textarea(attrs={"rows": 7, "dir": "auto", "autocomplete": "off"})
        super().__init__(most=MAX_TEXT, widget=paper, **more)


class ViewForm(forms.Form):
    """One's own view, private. `base` says which version it began from.

    `newer` is set where another tab kept other words meanwhile.
    """

    newer = False

    breach = Once()
    base = Typed(widget=forms.HiddenInput)
    kinds = Several(label=_("What kind of thing was it?"), help_text=_("Choose all that fit."))
    second_to = Several(label=_("If it was coming second: second to what?"))
    size = OneOf(label=_("One big thing, or many small ones?"))
    when_words = Typed(
        label=_("When was it?"),
        help_text=_("Any words will do: “last spring”, “for years”."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    own_view = Words(
        label=_("How you see it"),
        help_text=_("As much or as little as you like. You can change it later."),
    )
    role = OneOf(
        label=_("Your own part in it"), help_text=_("Only you can say this, and only about yourself.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked: Any = self.fields
        asked["kinds"].choices = wording.kinds()
        asked["second_to"].choices = wording.second_to()
        asked["size"].choices = wording.sizes()
        asked["role"].choices = wording.roles()

    def clean_when_words(self) -> str:
        words: str = self.cleaned_data["when_words"]
        if len(words.strip()) > MAX_LINE:
            raise forms.ValidationError(_("A few words are enough here. The rest fits below."))
        return words

    def view(self) -> View:
        """What was typed, for the core to check."""
        said = self.cleaned_data
        return View(
            kinds=said["kinds"],
            second_to=said["second_to"],
            size=said["size"] or "not_sure",
            when_words=said["when_words"],
            own_view=said["own_view"],
            role=said["role"] or Role.NOT_SAID,
        )

    @property
    def id(self) -> str:
        """The id under which this is kept when it is new."""
        return once(self.cleaned_data["breach"], *self.view())


class ShareForm(forms.Form):
    """An account written to be shown, and the two private questions, whose answers are not kept."""

    account = Once()
    kinds = Several(label=_("What kind of thing was it?"))
    words = Words(
        label=_("What you want to show"),
        help_text=_("This is written to be read. What you wrote for yourself stays where it is."),
    )
    role = OneOf(
        label=_("Your own part in it"),
        help_text=_("Only about yourself. The other person says theirs, or does not."),
    )
    believe = OneOf(label=_("Do I believe this?"), choices=SURE, missing=ANSWER_THIS)
    afraid = OneOf(label=_("Am I afraid not to say it?"), choices=SURE, missing=ANSWER_THIS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked: Any = self.fields
        asked["kinds"].choices = wording.kinds()
        asked["role"].choices = wording.roles()

    def given(self) -> dict[str, Any]:
        """What was said, for the core to check."""
        said = self.cleaned_data
        return {
            "account": str(said["account"]),
            "kinds": said["kinds"],
            "words": said["words"],
            "role": said["role"] or Role.NOT_SAID,
            "believe": said["believe"],
            "afraid": said["afraid"],
        }
