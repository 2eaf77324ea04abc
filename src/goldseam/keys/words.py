"""What is said when keys do not open. The words are the same whether or not a name exists."""

from __future__ import annotations

from goldseam.keys.derivations import Busy
from goldseam.keys.throttle import TooMany
from goldseam.vault import WrongKey

Refusal = WrongKey | TooMany | Busy
REFUSALS = (WrongKey, TooMany, Busy)

WRONG = "This passphrase does not open it. Look at it again, word by word."
WRONG_NAME = "This name and passphrase do not open anything here. Look at both again."
WRONG_CODE = "This name and code do not open anything here. Look at both again."
WRONG_OWN_CODE = "This code does not open anything. Look at it again, group by group."
BUSY = "Many people are opening their pages right now. Nothing was tried. Wait a few seconds, then try again."


def words_for_no(no: Refusal, wrong: str = WRONG) -> str:
    """What to tell the person; `wrong` are the words of this place for a key that does not open."""
    if isinstance(no, TooMany):
        minutes = "one minute" if no.minutes == 1 else f"{no.minutes} minutes"
        return f"This was tried many times. Wait {minutes}, then try again."
    return BUSY if isinstance(no, Busy) else wrong


def status_of_no(no: Refusal) -> int:
    """The HTTP status that goes with it."""
    if isinstance(no, TooMany):
        return 429
    return 503 if isinstance(no, Busy) else 403
