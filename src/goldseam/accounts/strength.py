"""Whether a passphrase of one's own is worth anything. It guards everything, and nobody can reset it."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from goldseam.vault import LONGEST_PASSPHRASE

if TYPE_CHECKING:
    from goldseam.web.typed import Wording

SHORTEST = 12
ROWS = (
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qwertzuiop",
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
)

TOO_SHORT = format_lazy(
    _("Make it at least {shortest} characters long. Four words that do not belong together are good."),
    shortest=SHORTEST,
)
TOO_LONG = format_lazy(_("Make it shorter: at most {longest} characters."), longest=LONGEST_PASSPHRASE)
UNUSABLE = _("There is a sign in it that cannot be used. Type it again.")
TOO_PLAIN = _("This one is easy to guess. Take words that do not belong together.")
OWN_NAME = _("This one is made of your name. Take words that have nothing to do with you.")


def weakness(passphrase: str, *own: str) -> Wording | None:
    """What is wrong with a passphrase, in words for its writer, or None. `own` are the writer's names."""
    if len(passphrase) > 4 * LONGEST_PASSPHRASE:
        return TOO_LONG
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in passphrase):
        return UNUSABLE
    text = " ".join(unicodedata.normalize("NFKC", passphrase).split()).casefold()
    if not len(text) >= SHORTEST:
        return TOO_SHORT
    if len(text) > LONGEST_PASSPHRASE:
        return TOO_LONG
    if _is_common(text) or _is_plain(text):
        return TOO_PLAIN
    return OWN_NAME if len(_without(text, own)) < SHORTEST // 2 else None


def _is_common(text: str) -> bool:
    try:
        CommonPasswordValidator().validate(text.replace(" ", ""))
    except ValidationError:
        return True
    return False


def _is_plain(text: str) -> bool:
    """Few signs, one piece again and again, or mostly rows of a keyboard."""
    bare = text.replace(" ", "")
    repeated = any(bare == (bare[:size] * len(bare))[: len(bare)] for size in range(1, len(bare) // 2 + 1))
    return len(set(bare)) < 6 or repeated or _in_rows(bare) > len(bare) // 2


def _in_rows(text: str) -> int:
    """How many of the signs stand where the sign before is their neighbour in a row."""
    rows = [row + row[::-1] for row in ROWS]
    return sum(any(pair in row for row in rows) for pair in map("".join, pairwise(text)))


def _without(text: str, own: tuple[str, ...]) -> str:
    for name in own:
        if len(name) > 2:
            text = text.replace(name.casefold(), "")
    return "".join(sign for sign in text if sign.isalpha())
