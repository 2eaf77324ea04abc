"""What is asked at the doors and in the settings."""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from goldseam.accounts.fields import Line, Secret
from goldseam.accounts.names import LONGEST_NAME, LONGEST_WISH
from goldseam.accounts.strength import weakness
from goldseam.accounts.words import is_offered, offer_passphrase
from goldseam.core.base import Refused
from goldseam.core.words import MAX_NAME, clean_line
from goldseam.keys.factors import make_seed

ONCE = "goldseam.accounts.sign-up"
ONCE_SECONDS = 12 * 3600

WORDS_GONE = _("Here are six new words. The ones before are not used.")
WHICH_ONE = _("You wrote a passphrase of your own. Choose above which one to use.")
NOT_THE_SAME = _("The two are not the same. Type your passphrase twice.")
SEED = re.compile(r"[A-Z2-7]{32}")
PAGE_TOO_OLD = _("This page was open for a long time. Look once more, then send it again.")


class NewPassphrase(forms.Form):
    """Six words that are offered, or a passphrase of one's own. Works without any script."""

    which = forms.ChoiceField(
        label=_("Your passphrase"),
        choices=[("offered", _("These six words")), ("own", _("A passphrase of my own"))],
        widget=forms.RadioSelect,
        initial="offered",
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )
    offered_passphrase = forms.CharField(widget=forms.HiddenInput, required=False)
    own_passphrase = Secret(
        label=_("My own passphrase"),
        required=False,
        missing="",
        autocomplete="new-password",
        help_text=_("At least 12 characters. Leave it empty if you take the six words."),
    )
    own_passphrase_again = Secret(
        label=_("My own passphrase, once more"), required=False, missing="", autocomplete="new-password"
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        self.words = offer_passphrase()
        # Only words that can have come from us are ever shown again.
        self.words_stayed = data is not None and is_offered(data.get("offered_passphrase", ""))
        if data is not None:
            data = data.copy()
            if self.words_stayed:
                self.words = data["offered_passphrase"]
            data["offered_passphrase"] = self.words
        super().__init__(data, **more)
        self.initial.setdefault("offered_passphrase", self.words)

    def clean(self) -> dict[str, Any]:
        """Put the chosen passphrase into `new_passphrase`."""
        given = super().clean() or self.cleaned_data
        if "own_passphrase" in self.errors:
            return given
        if given.get("which") == "own":
            self._clean_own(given)
        elif given.get("own_passphrase"):
            self.add_error("own_passphrase", WHICH_ONE)
        elif not self.words_stayed:
            self.add_error("which", WORDS_GONE)
        else:
            given["new_passphrase"] = self.words
        return given

    def _clean_own(self, given: dict[str, Any]) -> None:
        own = given.get("own_passphrase", "")
        weak = weakness(own, *self.own_names())
        if weak is not None:
            self.add_error("own_passphrase", weak)
        elif own != given.get("own_passphrase_again", ""):
            self.add_error("own_passphrase_again", NOT_THE_SAME)
        else:
            given["new_passphrase"] = own

    def own_names(self) -> tuple[str, ...]:
        """Names that a passphrase should not be made of."""
        return ()


class SignUpForm(NewPassphrase):
    """One page, ninety seconds."""

    called = Line(
        label=_("What shall we call you?"),
        max_length=MAX_NAME,
        missing=_("Write what we shall call you."),
        help_text=_("Any name. If you ever invite someone here, they see it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    wish = Line(
        label=_("A name to sign in with"),
        max_length=LONGEST_WISH,
        missing=_("Write a few letters."),
        help_text=_("Letters only; we add four digits. It need not say who you are."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label=_("E-mail address (you can leave it out)"),
        required=False,
        max_length=254,
        help_text=_("Kept sealed. Nothing is sent by itself, and it cannot bring a lost passphrase back."),
        error_messages={"invalid": _("This does not look like an e-mail address. Leave it out if you like.")},
    )
    agree = forms.BooleanField(
        label=_("I know that this is not therapy, not help in a crisis, and no evidence for a court."),
        error_messages={"required": _("Tick this to go on.")},
    )
    once = forms.CharField(widget=forms.HiddenInput, required=False)
    field_order = ("called", "wish", "which", "own_passphrase", "own_passphrase_again", "email", "agree")

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.person = _person_of(self.data.get("once", "")) if data is not None else None
        self.initial.setdefault("once", _once(uuid4()))

    def clean_called(self) -> str:
        """The name as it will stand in our sentences."""
        try:
            return clean_line(self.cleaned_data["called"], MAX_NAME, "called")
        except Refused as refused:
            raise ValidationError(_("Write what we shall call you.")) from refused

    def clean_wish(self) -> str:
        """At least two letters of any script, and nothing else."""
        wish = unicodedata.normalize("NFKC", self.cleaned_data["wish"])
        if len(wish) < 2 or any(unicodedata.category(sign)[0] not in "LM" for sign in wish):
            raise ValidationError(_("Letters only, at least two, and no spaces."))
        return wish

    def clean_once(self) -> str:
        """A page of ours, not too old. A page that was too old is sent once more, with everything in it."""
        if self.person is None:
            data: Any = self.data
            data["once"] = _once(uuid4())
            self.add_error(None, PAGE_TOO_OLD)
        return str(self.cleaned_data["once"])

    def own_names(self) -> tuple[str, ...]:
        """The names on this page."""
        return (self.cleaned_data.get("called", ""), self.cleaned_data.get("wish", ""))

    def with_other_words(self) -> SignUpForm:
        """The same page, with other words and everything else as it was."""
        names = ("called", "wish", "email", "agree", "once")
        return SignUpForm(initial={name: self.data.get(name, "") for name in names})


class SignInForm(forms.Form):
    """A name and a passphrase."""

    name = Line(
        label=_("Your sign-in name"),
        max_length=LONGEST_NAME,
        missing=_("Write your sign-in name. It ends in digits."),
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    passphrase = Secret(
        label=_("Your passphrase"), missing=_("Write your passphrase."), autocomplete="current-password"
    )


class RecoverForm(NewPassphrase):
    """A name, the recovery code, and a new passphrase."""

    name = SignInForm.base_fields["name"]
    recovery_code = Secret(
        label=_("Your recovery code"),
        missing=_("Write the code from your paper."),
        shown=True,
        help_text=_("Seven groups of four. Capitals and dashes do not matter."),
    )
    field_order = ("name", "recovery_code", "which", "own_passphrase", "own_passphrase_again")


class PassphraseForm(NewPassphrase):
    """The passphrase of now, or the recovery code, and a new one."""

    passphrase = Secret(
        label=_("Your passphrase of now"), required=False, missing="", autocomplete="current-password"
    )
    recovery_code = Secret(
        label=_("Or your recovery code"),
        required=False,
        missing="",
        shown=True,
        help_text=_("One of the two is enough."),
    )
    end_ways = forms.BooleanField(label=_("Take all of these away"), required=False, initial=True)
    field_order = ("passphrase", "recovery_code", "which", "own_passphrase", "own_passphrase_again")

    def clean(self) -> dict[str, Any]:
        """One of the two ways in must be there."""
        given = super().clean()
        if not given.get("passphrase") and not given.get("recovery_code"):
            self.add_error("passphrase", _("Write your passphrase of now, or your recovery code below."))
        return given


class ConfirmCodeForm(forms.Form):
    """The recovery code, read from the paper."""

    recovery_code = Secret(
        label=_("Your recovery code"),
        missing=_("Write the code from your paper."),
        shown=True,
        help_text=_("Seven groups of four. Capitals and dashes do not matter."),
    )


class NewCodeForm(forms.Form):
    """The passphrase, for a new recovery code."""

    passphrase = Secret(
        label=_("Your passphrase"), missing=_("Write your passphrase."), autocomplete="current-password"
    )


class PasskeyForm(forms.Form):
    """The passphrase, and what the browser has made meanwhile."""

    passphrase = Secret(
        label=_("Your passphrase"), missing=_("Write your passphrase."), autocomplete="current-password"
    )
    passkey = forms.CharField(widget=forms.HiddenInput, required=False)
    passkey_secret = forms.CharField(widget=forms.HiddenInput, required=False)
    each_time = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_passkey(self) -> str:
        """What only a script can fill in."""
        if not self.cleaned_data["passkey"]:
            raise ValidationError(_("Your browser has not made one. It needs scripts to be switched on."))
        return str(self.cleaned_data["passkey"])

    def clean_each_time(self) -> str:
        """A passkey that cannot open is asked for each time. Nobody finds that out only at the next sign-in."""
        given = self.cleaned_data
        cannot_open = given.get("passkey") and not given.get("passkey_secret")
        if cannot_open and not given["each_time"]:
            raise ValidationError(_("This kind of passkey is asked for each time. It was not kept."))
        return str(given["each_time"])


class AppForm(forms.Form):
    """A code of the app that has read the picture, and the passphrase."""

    app_code = Line(
        label=_("The six digits that the app shows now"),
        missing=_("Write the six digits."),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    passphrase = Secret(
        label=_("Your passphrase"), missing=_("Write your passphrase."), autocomplete="current-password"
    )
    app_seed = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        given = self.data.get("app_seed", "") if data is not None else ""
        self.seed_stayed = bool(SEED.fullmatch(given))
        self.seed = given if self.seed_stayed else make_seed()

    def clean_app_seed(self) -> str:
        """The seed that the picture on the page held. A page without one is shown with another picture."""
        if not self.seed_stayed:
            self.add_error(None, _("Here is a new picture. Let the app read this one."))
        return self.seed


class EmailForm(forms.Form):
    """An address, or none."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        error_messages={
            "required": _("Write an address, or take it away below."),
            "invalid": _("This does not look like an e-mail address."),
            "max_length": _("This is too long for an address."),
        },
    )


class DeleteForm(forms.Form):
    """Going for good, and what becomes of the words that were shared."""

    words = forms.ChoiceField(
        label=_("What you wrote to others here"),
        choices=[
            ("leave", _("Leave it. Who could read it, still can.")),
            ("erase", _("Erase it. It is gone for everybody; a gap stays, without a date.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )
    passphrase = Secret(
        label=_("Your passphrase"), missing=_("Write your passphrase."), autocomplete="current-password"
    )


def _once(person: UUID) -> str:
    return signing.dumps(str(person), salt=ONCE)


def _person_of(once: str) -> UUID | None:
    """Whose page it is: each carries the id of the person that it will make, so it can make only one."""
    try:
        return UUID(signing.loads(once, salt=ONCE, max_age=ONCE_SECONDS))
    except (signing.BadSignature, ValueError):
        return None
