"""The words for a refusal, from content, so that every no is kind and says what to do."""

from __future__ import annotations

from goldseam.content import words
from goldseam.core.base import Refused


def words_for(refused: Refused, where: str = "") -> str:
    """What to tell the person: the words for this place if there are any, else the general ones."""
    table = words().refusals
    special = f"{where}.{refused.refusal.value}"
    return table[special] if special in table else table[refused.refusal.value]
