"""What is said when keys do not open. The words are the same whether or not a name exists."""

from __future__ import annotations

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as _

from goldseam.keys.derivations import Busy
from goldseam.keys.throttle import TooMany
from goldseam.vault import WrongKey

Refusal = WrongKey | TooMany | Busy
REFUSALS = (WrongKey, TooMany, Busy)

WRONG = _("This passphrase does not open it. Look at it again, word by word.")
WRONG_NAME = _("This name and passphrase do not open anything here. Look at both again.")
WRONG_CODE = _("This name and code do not open anything here. Look at both again.")
WRONG_STEP = _("This code is not right, or was used before. Wait for the next one, then type that.")
WRONG_PASSKEY = _("This passkey does not open anything here. Try again, or use your passphrase.")
AFTER_PASSPHRASE = _("This passkey is asked for after your passphrase. Sign in with your passphrase first.")
NOT_MADE = _("The passkey was not kept. Try again.")
TOO_SLOW = _(
    "It has closed again. Start once more. After your passphrase, you have five minutes for the next step."
)
WRONG_OWN_CODE = _("This code does not open anything. Look at it again, group by group.")
BUSY = _(
    "Many people are opening their pages right now. Nothing was tried. Wait a few seconds, then try again."
)
# Somebody else can slow a name down by guessing. The code is the way in that they cannot slow (decision 10).
CODE_OPENS = _(
    "You need not wait if you have your recovery code. "
    "Choose “I have lost my passphrase” below. You set a new passphrase there."
)


def words_for_crowd(no: TooMany) -> str:
    """What to tell somebody new where many have started from the same network."""
    many_started = ngettext(
        "Many people have started from here just now. Wait one minute, then try again.",
        "Many people have started from here just now. Wait %(minutes)d minutes, then try again.",
        no.minutes,
    )
    return many_started % {"minutes": no.minutes}


def words_for_no(no: Refusal, wrong: str = WRONG, meanwhile: str = "") -> str:
    """What to tell the person, in their language; `wrong` is one of the sentences above, for this place.

    `meanwhile` says what else can be done by somebody who is asked to wait.
    """
    if isinstance(no, TooMany):
        tried_often = ngettext(
            "This was tried many times. Wait one minute, then try again.",
            "This was tried many times. Wait %(minutes)d minutes, then try again.",
            no.minutes,
        )
        return " ".join(filter(None, (tried_often % {"minutes": no.minutes}, gettext(meanwhile))))
    return gettext(BUSY if isinstance(no, Busy) else wrong)


def status_of_no(no: Refusal) -> int:
    """The HTTP status that goes with it."""
    if isinstance(no, TooMany):
        return 429
    return 503 if isinstance(no, Busy) else 403
