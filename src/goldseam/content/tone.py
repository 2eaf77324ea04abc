"""Words and signs that the product never uses: blame, praise, urgency, orders, labels on a person, false claims.

A pattern cannot make a text kind. It keeps out what was decided once and is easily forgotten.
"""

from __future__ import annotations

import re

NEVER: dict[str, str] = {
    "an exclamation mark": r"!",
    "a straight quotation mark": r"[\"']",
    "a dash for drama": r"[—–]",
    "an emoji": r"[\u2600-\u27bf\U0001f000-\U0001faff]",
    "reproach": r"\b(should|could) have\b|\bought to\b|(?<!not )\byour (own )?fault\b|\bat least you\b|\byou never\b",
    "an order to feel or choose": (
        r"\byou (must|should|need to) (stay|leave|go back|trust|share|tell|forgive|let|accept|understand)"
        r"|(?<!not )(?<!never )\b(have|has|need|needs|try) to forgive\b|\bmust forgive\b|\bmake peace\b"
    ),
    "hurry": (
        r"(?<!no )\bhurry\b|\bas soon as possible\b|\bright away\b|\bdo(n’t| not) wait\b|\bact now\b"
        r"|\blast chance\b|\bbefore it is too late\b|\bimmediately\b|\burgent"
    ),
    "praise": (
        r"\bwell done\b|\b(great|good|nice) (job|work)\b|\bcongratulat|\bproud\b|\bamazing\b|\bawesome\b"
        r"|\bkeep it up\b|\bperfect\b|\bbrave\b|\bstreak\b"
    ),
    "a label on a person": (
        r"\b(cheater|liar|abuser|perpetrator|victim|narcissis|adulter|betrayer|offender|psycho\b|toxic|jealous)"
    ),
    "getting over it": (
        r"\bmove on\b|\bmoving on\b|\bget over\b|\blet it go\b|\bput it behind\b|\bclosure\b|\btime heals\b"
        r"|\bcheer up\b|\bcalm down\b|\bhappens for a reason\b"
    ),
    "a guess at who someone is": (
        r"\b(he|she|him|her|hers|his|himself|herself|husband|wife|boyfriend|girlfriend|spouse)\b"
    ),
    "a claim that is not true": (
        r"(?<!this )(?<!it )\bend-to-end\b|\bzero-knowledge\b|\bunbreakable\b|\b100 ?%|\bguarantee|\bcompletely safe\b"
    ),
    "words of the trade": r"\b(users?|submit|click|trigger(s|ed)?|self-care|trauma bond|process your)\b",
}
"""What is never said, each with the pattern that finds it (case does not matter)."""

SIGNS = ("an exclamation mark", "a straight quotation mark", "an emoji")
"""What is kept out even where words are quoted."""

_FOUND = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in NEVER.items()}


def slips(text: str, *, quoting: bool = False) -> list[str]:
    """What `text` says that we never say: the name of each, with the words. Quoted words may say what they like."""
    names = SIGNS if quoting else tuple(NEVER)
    return [f"{name}: “{found.group(0)}”" for name in names if (found := _FOUND[name].search(text))]
