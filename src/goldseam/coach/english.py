"""Whether a text is English at all. The coach reads nothing else, and says so."""

from __future__ import annotations

import re

FEWEST = 6
"""Words from which on a text can be told. A shorter one is read as it is."""
SHARE = 0.16

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_COMMON = _words(
    "the a an and or but so if of to in on at for with from by about as than that this these those there here "
    "i you he she it we they me him her us them my your his our their mine yours myself yourself "
    "am is are was were be been being do does did done have has had will would can could should may might must "
    "not no yes never always again then when what who why how where which because after before "
    "i'm i've i'd i'll you're you've you'd it's that's don't didn't can't won't wasn't isn't "
    "im ive dont didnt cant wont u ur r n cos bc pls "
    "sorry love hurt told said know think feel felt want need like just only all out up down over back "
    "said went made get got one two some any more"
)
_OTHER = _words(
    "het ik je de dat een niet van ben heb der die das und nicht ist ich du dich mir dir ein eine habe dass "
    "que la el los las yo te mi tu lo un una por para con pero muy ne pas il est les des une suis ai "
    "che di non il mio tutto questo ti ho och att jag det inte nie się że eu não você bir ve"
)


def seems_english(text: str) -> bool:
    """Whether enough of its words are common English ones. Short texts, and texts without words, count as English."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text[:4000])]
    if len(words) < FEWEST:
        return all(word.isascii() for word in words) or any(word in _COMMON for word in words)
    common, other = (sum(word in known for word in words) for known in (_COMMON, _OTHER))
    return common / len(words) >= SHARE and common > other
