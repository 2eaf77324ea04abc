"""Text as people type it, made safe to keep and to show beside another person's text.

Nothing is judged and nothing is reworded: only characters that could hide, flip or cover a page are taken
out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

from goldseam.core.base import Refusal, Refused

MAX_TEXT = 20_000
"""Characters in a letter, a page, an account."""

MAX_LINE = 200
"""Characters in a one-line answer."""

MAX_NAME = 40
"""Characters in a person's name."""

# The longest run of combining marks that UAX #15 (stream-safe text) expects in any real language.
MAX_MARKS = 30
# Normalising can shorten a text fourfold at the most; what is longer is refused before any work is done.
_RAW_FACTOR = 4

_NEWLINES = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_SPACES = re.compile(r"\s+")
_EMBEDS = frozenset("\u202a\u202b")  # LRE, RLE
_OVERRIDES = frozenset("\u202d\u202e")  # LRO, RLO
_ISOLATES = frozenset("\u2066\u2067\u2068")  # LRI, RLI, FSI
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_BIDI = _EMBEDS | _OVERRIDES | _ISOLATES | {_POP, _POP_ISOLATE}
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})

E = TypeVar("E", bound=StrEnum)


def clean_text(text: str, limit: int = MAX_TEXT, field: str = "text", *, required: bool = True) -> str:
    """`text` in NFC with plain newlines, without control characters or a direction mark left open.

    Refuses `TOO_LONG` above `limit` characters, and `EMPTY` when nothing visible is left and `required`.
    Cleaning a clean text changes nothing.
    """
    if len(text) > limit * _RAW_FACTOR:
        raise Refused(Refusal.TOO_LONG, field)
    plain = "".join(_printable(_NEWLINES.sub("\n", text)))
    balanced = "\n".join(_balanced(line) for line in plain.split("\n"))
    composed = unicodedata.normalize("NFC", "".join(_few_marks(balanced)))
    clean = "".join(_few_marks(composed)).strip()
    if len(clean) > limit:
        raise Refused(Refusal.TOO_LONG, field)
    if is_blank(clean):
        if required:
            raise Refused(Refusal.EMPTY, field)
        return ""
    return clean


def clean_line(text: str, limit: int = MAX_LINE, field: str = "text", *, required: bool = True) -> str:
    """Like `clean_text`, on one line and without any direction control (it stands inside our sentences)."""
    if len(text) > limit * _RAW_FACTOR:
        raise Refused(Refusal.TOO_LONG, field)
    # Without control characters too, before spaces are joined: one may stand between two of them.
    bare = "".join(sign for sign in _printable(_NEWLINES.sub("\n", text)) if sign not in _BIDI)
    return clean_text(_SPACES.sub(" ", bare), limit, field, required=required)


def is_blank(text: str) -> bool:
    """Whether no character of `text` leaves a mark on the page."""
    return all(unicodedata.category(sign) in _INVISIBLE for sign in text)


def folded(text: str) -> str:
    """`text` as search compares it: without case and accents."""
    wide = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in wide if not unicodedata.combining(sign))


def matches(text: str, query: str) -> bool:
    """Whether every word of `query` is somewhere in `text`, whatever the case or the accents."""
    where = folded(text)
    return all(word in where for word in folded(query[:MAX_LINE]).split())


def chosen(choices: type[E], value: str, field: str, refusal: Refusal = Refusal.NOT_ALLOWED) -> E:
    """The member of `choices` that a form's `value` names, or the refusal."""
    try:
        return choices(value)
    except ValueError:
        raise Refused(refusal, field) from None


def all_chosen(
    choices: type[E], values: Iterable[str], field: str, refusal: Refusal = Refusal.NOT_ALLOWED
) -> tuple[E, ...]:
    """The members that `values` name, each once, in the order of the list and not of the clicks."""
    picked = {chosen(choices, value, field, refusal) for value in values}
    return tuple(choice for choice in choices if choice in picked)


def _printable(text: str) -> Iterator[str]:
    """Without controls (but newline and tab) and halves of surrogate pairs, which no encoding holds."""
    return (sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"})


def _few_marks(text: str) -> Iterator[str]:
    """At most `MAX_MARKS` combining marks on a letter: more covers the lines around, and is slow to sort."""
    run = 0
    for sign in text:
        run = run + 1 if unicodedata.combining(sign) else 0
        if run <= MAX_MARKS:
            yield sign


def _balanced(line: str) -> str:
    """`line` without overrides, and without an opening or closing direction mark that has no partner."""
    if _BIDI.isdisjoint(line):
        return line
    kept: set[int] = set()
    for start, end in _pairs(line):
        if line[start] not in _OVERRIDES:
            kept |= {start, end}
    return "".join(sign for place, sign in enumerate(line) if sign not in _BIDI or place in kept)


def _pairs(line: str) -> Iterator[tuple[int, int]]:
    """The places of each opening mark and its closing one, as UAX #9 pairs them; in one pass over the line.

    Closing an isolate ends what stands open inside it; nothing inside an isolate closes what is around it.
    """
    opened: list[int] = []
    isolates: list[int] = []  # how many were open before each open isolate
    for place, sign in enumerate(line):
        if sign in _ISOLATES:
            isolates.append(len(opened))
            opened.append(place)
        elif sign in _EMBEDS or sign in _OVERRIDES:
            opened.append(place)
        elif sign == _POP and len(opened) > (isolates[-1] + 1 if isolates else 0):
            yield opened.pop(), place
        elif sign == _POP_ISOLATE and isolates:
            depth = isolates.pop()
            yield opened[depth], place
            del opened[depth:]
