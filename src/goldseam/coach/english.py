"""Whether a text is English at all. The coach reads nothing else, and says so."""

from __future__ import annotations

import re

FEWEST = 20
"""Words from which on a text with next to no common English ones is another language."""
SHARE = 0.08

_LATIN = re.compile(r"[a-zA-ZÀ-ɏ]")
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
    """False only where something says so: other letters, more words of other languages than English ones, or many
    words and hardly a common one. Lists and single words are read."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text[:4000])]
    if not words:
        return True
    if sum(not _LATIN.search(word) for word in words) * 2 > len(words):
        return False
    common, other = (sum(word in known for word in words) for known in (_COMMON, _OTHER))
    if other > 1 and other > common:
        return False
    return len(words) < FEWEST or common / len(words) >= SHARE
