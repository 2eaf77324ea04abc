"""Turns I and you round: what a listener gives back, in the words of the one who spoke.

"You felt alone when I left" becomes "I felt alone when you left". Only then can what was said and what was given back
be laid side by side, and a mirror that mixed the two people up be told from one that did not.
"""

from __future__ import annotations

import re


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MINE = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself",
    "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll",
    "im": "you're", "ive": "you've", "ill": "you'll",
}  # fmt: skip
_YOURS = {
    "your": "my", "yours": "mine", "yourself": "myself", "ur": "my", "yrs": "mine",
    "you're": "I'm", "you've": "I've", "you'd": "I'd", "you'll": "I'll",
    "youre": "I'm", "youve": "I've", "youd": "I'd", "youll": "I'll", "ure": "I'm",
}  # fmt: skip
_YOU = frozenset({"you", "u", "ya"})
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_AGREES = {"are": "am", "were": "was", "aren't": "am not", "weren't": "wasn't", "r": "am"}
_AGREED = {"am": "are", "was": "were", "wasn't": "weren't"}
# After these, "you" is somebody to whom something is done: "me", not "I".
_OF = _words("to for with at of about from by on in behind against without around near beside between")
# After these it is, unless it does something itself: "told you nothing", and "told you were late".
_DONE_TO = _words(
    "tell told telling ask asked asking let lets letting make makes made making give gave giving hurt hurts hurting "
    "leave left leaving see saw seeing hear heard hearing love loved call called help helped keep kept cost costs "
    "show showed want wanted need needed miss missed trust trusted hold held scare scared frighten frightened "
    "shame shamed humiliate humiliated embarrass embarrassed wake woke wakes put take took sent send upset worry "
    "worried promised promise owe owed cheated stop stopped find reached"
)
_BEGINS = _words(
    "are were r aren't weren't have had haven't hadn't did do does didn't don't will would won't wouldn't can can't "
    "could couldn't should shouldn't must might may never"
)
# After these it is only where no verb follows: "like you", and "like you do not matter".
_LOOSE = _words("like before after than")
_VERBS = _BEGINS | _words(
    "feel felt want wanted need needed know knew think thought said say told tell went go came come got get left leave "
    "lied lie love loved always just only also still really read saw see hate hated trust trusted matter cry cried "
    "hear "
    "heard made make kept keep took gave put found find called call stopped spent started drank looked look tried try "
    "asked ask promised promise missed miss wished wish hoped hope hurt slept sleep woke wake wrote write"
)
_NEW_CLAUSE = re.compile(r"[.,;:!?\n—–(]\s*$")


def turned(text: str) -> str:
    """The text as the other one of the two would say it. Names, tenses and all other words stay."""
    words = list(_WORD.finditer(text))
    plain = [word.group().lower().replace("’", "'") for word in words]
    made: list[str] = []
    end, before, subject = 0, "", ""
    for n, word in enumerate(words):
        gap = text[end : word.start()]
        made.append(gap)
        end = word.end()
        if _NEW_CLAUSE.search(gap):
            before = subject = ""
        after = plain[n + 1] if n + 1 < len(words) else ""
        new, subject = _turn(word.group(), plain[n], (before, after), subject)
        made.append(new)
        before = plain[n]
    return "".join([*made, text[end:]])


def _done_to(before: str, after: str) -> bool:
    """Whether "you" between these words is who something is done to."""
    if before in _OF:
        return True
    return (before in _DONE_TO and after not in _BEGINS) or (before in _LOOSE and after not in _VERBS)


def _turn(word: str, plain: str, beside: tuple[str, str], subject: str) -> tuple[str, str]:
    """One word, and who the verb after it belongs to."""
    if plain in _YOU:
        return ("me", "") if _done_to(*beside) else ("I", "I")
    if plain == "ill" and word[0] != "I":  # "you were ill"
        return word, ""
    if plain in _MINE:
        return _MINE[plain], "you" if plain == "i" else ""
    if plain in _YOURS:
        return _YOURS[plain], ""
    return _agreeing(word, plain, subject)


def _agreeing(word: str, plain: str, subject: str) -> tuple[str, str]:
    if subject == "I" and plain in _AGREES:
        return _AGREES[plain], ""
    if subject == "you" and plain in _AGREED:
        return _AGREED[plain], ""
    return word, subject if plain in {"never", "always", "just", "also", "still", "really", "only"} else ""
