"""INTERROGATE needs more than one sentence in view: a single sincere question is none, a series is."""

from __future__ import annotations

from collections.abc import Sequence

from goldseam.coach.labels import Label
from goldseam.coach.phrases import Phrases, compile_phrase
from goldseam.coach.rules import Found
from goldseam.coach.spelling import Wording

_ASKS = compile_phrase(
    "^ (why|where|when|who|what|how|how many|did|do|does|were|was|are|is|have|has|would|could|can|will) "
    "(did|do|does|were|was|is|are|have|has|would|could|can|will|many|often|long|you|i|she|he|it|they|we"
    "|else|that|this)"
)

_SINCERE = Phrases(
    (
        "(can|could|would|will|shall|may) (you|we|i) *",
        "(are|is) (you|it|everything) [@SO] (ok|all right|home|safe|free|ready|well|hungry|tired|cold|there)",
        "(did|do|have) i (get|hear|understand|got|understood|miss|missed|heard)",
        (
            "(is|was) (that|it|this) [@SO] (true|right|ok|what you|how you|fair|enough for now|possible|all"
            " right|clear)"
        ),
        (
            "(what|how) (would|can|could|do|did|should) [you|i|we] [@SO] (help|need|like|want|feel|make|do "
            "to help|put|say to|repair|mean|hear|see it)"
        ),
        "how (are|was|is|were|did it|do you feel|are you)",
        "what (time|day|should|shall|can) *",
        "(is|was) there (anything|something|more) *",
        "(would|do) you (like|mind|want|need|prefer)",
        "when (would|will|can|could|are) (be|it|you|we) *",
        "what (is|was) (it|that) like",
        "what (helped|hurt|matters|happened|am i missing|do you hear|did you hear)",
        "am i [@SO] (right|wrong|missing|allowed)",
    )
)


def is_question(wording: Wording) -> bool:
    """Whether the sentence asks: by its mark, or by its first words where texting leaves the mark out."""
    if "?" in wording.words:
        return True
    return not wording.plain.endswith((" . ", " ! ")) and _ASKS.regex.search(wording.plain) is not None


def keep_series(wordings: Sequence[Wording], found: Sequence[list[Found]]) -> list[list[Found]]:
    """Drop what only counts in a series: two pointed questions side by side, or three that are not sincere."""
    pointed = _runs([_presses(w, here, _POINTED) for w, here in zip(wordings, found, strict=True)])
    plain = _runs([_presses(w, here, _POINTED | _PLAIN) for w, here in zip(wordings, found, strict=True)])
    kept: list[list[Found]] = []
    for n, here in enumerate(found):
        marks = set(_LOADED) if is_question(wordings[n]) else set()
        marks |= _POINTED if pointed[n] >= 2 else set()
        marks |= _POINTED | _PLAIN if plain[n] >= 3 else set()
        kept.append([f for f in here if f.label is not Label.INTERROGATE or f.rule.mark in marks])
    return kept


_LOADED = frozenset({"loaded"})
_POINTED = frozenset({"loaded", "pointed"})
_PLAIN = frozenset({"plain"})


def _presses(wording: Wording, found: Sequence[Found], marks: frozenset[str]) -> bool:
    asked = {f.rule.mark for f in found if f.label is Label.INTERROGATE}
    if not asked & marks or not is_question(wording):
        return False
    return "loaded" in asked or not _SINCERE.stand_in(wording)


def _runs(asks: Sequence[bool]) -> list[int]:
    """For every sentence, how many stand in the row that it belongs to."""
    lengths = [0] * len(asks)
    start = 0
    for n in range(len(asks) + 1):
        if n == len(asks) or not asks[n]:
            lengths[start:n] = [n - start] * (n - start)
            start = n + 1
    return lengths
