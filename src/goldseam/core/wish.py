"""The two private questions before a confession leaves a person's hands.

"Do I believe this? Am I afraid not to say it?" The answers decide one thing, whether help is shown first, and
are kept nowhere. A frightened person is never trapped: who has seen the help may go on, because sending can
be safer.
"""

from __future__ import annotations

from enum import StrEnum

from goldseam.core.base import Refusal, Refused
from goldseam.core.words import chosen


class Sure(StrEnum):
    """Every private question can be answered with "not sure"."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


def help_first(believe: str, afraid: str) -> bool:
    """Whether a page with help comes before sending: not believed, or written in fear."""
    believed, feared = chosen(Sure, believe, "believe"), chosen(Sure, afraid, "afraid")
    return believed is Sure.NO or feared is not Sure.NO


def own_wish(*, believe: str, afraid: str, knowing: bool) -> None:
    """Refuses `NOT_OWN_WISH` when help comes first and the writer has not said, after it: send it anyway."""
    if help_first(believe, afraid) and not knowing:
        raise Refused(Refusal.NOT_OWN_WISH)
