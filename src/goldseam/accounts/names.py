"""Sign-in names. Only a keyed hash of a name is ever stored; the name itself is known to its person."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata

from django.conf import settings

LONGEST_WISH = 24
LONGEST_NAME = 64


def name_index(name: str) -> str:
    """Where a sign-in name is looked up: 64 hexadecimal signs.

    Capitals, spaces, dashes and points make no difference, so a name read out or typed on a phone is found.
    """
    typed = unicodedata.normalize("NFKC", name[: 4 * LONGEST_NAME]).casefold()
    bare = "".join(sign for sign in typed if unicodedata.category(sign)[0] in "LMN")
    return keyed_hash("name", bare)


def keyed_hash(purpose: str, value: str) -> str:
    """A hash of `value` that only this server can make, another for every purpose; 64 hexadecimal signs."""
    return hmac.new(settings.SERVER_KEYS.names, f"{purpose}\0{value}".encode(), hashlib.sha256).hexdigest()


def propose_name(wish: str, digits: int = 4) -> str:
    """The wish with random digits behind it: whether somebody else has such a name never shows."""
    word = unicodedata.normalize("NFKC", wish).casefold()
    return f"{word}-{secrets.randbelow(10**digits):0{digits}}"
