"""Weighs what the rules found against each other: in the sentence, and with its neighbours in view.

A rule sees words; whether a cause is an excuse, or a sorry stands, depends on what stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from goldseam.coach.labels import HARD, UNDOING, Label
from goldseam.coach.phrases import Phrases, compile_phrase
from goldseam.coach.questions import keep_series
from goldseam.coach.rules import Found
from goldseam.coach.spelling import Wording
from goldseam.coach.tables.refused import REFUSED

_BUT = compile_phrase("(but|however)")
_SORRY_YOU = compile_phrase("sorry [@SO] [that] you")
_CALM = Phrases(("(i can see|i see|i understand|i hear|i know|i get) *",))
_REFUSED = Phrases(REFUSED)
_MIRRORS = Phrases(
    (
        "what i (heard|hear|am hearing)",
        "i (heard|hear) (you say|that you|you saying)",
        "what you are (saying|telling me)",
        "so you are saying",
        "(did|have|do) i (get|got|hear|heard|understand|understood) (that|you|it|this|right|all)",
        "let me (make sure|check|see|say back)",
        "if i (got|get|heard|understood|hear|understand) you",
    )
)
_SAID_BACK = Phrases(("^ you", "^ that you", "^ your", "^ when i"))


def weigh(wordings: Sequence[Wording], found: Sequence[list[Found]]) -> list[list[Found]]:
    """What stays, for every sentence in order."""
    kept = [_alone(wording, here) for wording, here in zip(wordings, found, strict=True)]
    kept = [_beside(n, wordings, kept) for n in range(len(kept))]
    return keep_series(wordings, kept)


def _alone(wording: Wording, found: list[Found]) -> list[Found]:
    for step in _STEPS:
        found = step(wording, found)
    return found


def _over(found: Found, others: Sequence[Found], labels: frozenset[Label] | set[Label]) -> bool:
    return any(o.label in labels and o.start < found.end and found.start < o.end for o in others)


def _has(found: Sequence[Found], labels: frozenset[Label] | set[Label]) -> bool:
    return any(f.label in labels for f in found)


def _false_sorry(wording: Wording, found: list[Found]) -> list[Found]:
    """The sorry of a non-apology, or of an "if", is not remorse."""
    aimed = {Label.NON_APOLOGY, Label.CONDITIONAL}
    loose = {Label.CONDITIONAL}
    return [
        f
        for f in found
        if f.label is not Label.REMORSE
        or not (_over(f, found, aimed) or (f.rule.mark == "bare" and _has(found, loose)))
    ]


def _cancelled_sorry(wording: Wording, found: list[Found]) -> list[Found]:
    """A bare sorry that a "but" in the same sentence cancels gives way to what follows."""
    but = _BUT.regex.search(wording.plain)
    if but is None:
        return found
    tied = [f for f in found if f.label is Label.REMORSE and f.rule.mark == "tied"]
    return [
        f
        for f in found
        if not (f.label is Label.REMORSE and f.rule.mark == "bare" and f.end <= but.start() and not tied)
    ]


def _cancelled_understanding(wording: Wording, found: list[Found]) -> list[Found]:
    but = _BUT.regex.search(wording.plain)
    if but is None:
        return found
    return [f for f in found if not (f.label is Label.VALIDATE and f.start < but.start())]


def _acts_not_steps(wording: Wording, found: list[Found]) -> list[Found]:
    """What is done to repair, or promised, names no breach; nor does an act inside a pretext or an "if"."""
    steps = {Label.REPAIR, Label.PROMISE, Label.EXCUSE, Label.CONDITIONAL}
    return [f for f in found if not (f.rule.mark == "act" and _over(f, found, steps))]


def _one_future(wording: Wording, found: list[Found]) -> list[Found]:
    """A concrete step wins over a general promise in the same words; "from now on" wins over the step."""
    if any(f.rule.mark == "later" for f in found):
        return [f for f in found if not (f.label is Label.REPAIR and _over(f, found, {Label.PROMISE}))]
    return [f for f in found if not (f.label is Label.PROMISE and _over(f, found, {Label.REPAIR}))]


def _sorry_is_no_impact(wording: Wording, found: list[Found]) -> list[Found]:
    """ "Sorry you were left alone because of me" is remorse; what it did to you has its own sentence."""
    sorry_you = _SORRY_YOU.regex.search(wording.plain) is not None
    return [
        f
        for f in found
        if not (f.rule.mark == "impact" and (sorry_you or _over(f, found, {Label.NON_APOLOGY})))
    ]


def _asked_in_kindness(wording: Wording, found: list[Found]) -> list[Found]:
    """A wish that presses, mocks or traps is no request; neither is an offer of repair."""
    against = {Label.PRESSURE, Label.CONTEMPT, Label.REPAIR, Label.PROMISE, Label.NON_APOLOGY}
    return [f for f in found if not (f.rule.mark == "asked" and _has(found, against))]


def _mended_not_pressed(wording: Wording, found: list[Found]) -> list[Found]:
    """ "What more can I do to help" asks; it does not press."""
    return [f for f in found if not (f.label is Label.PRESSURE and _over(f, found, {Label.REPAIR}))]


def _felt_by_whom(wording: Wording, found: list[Found]) -> list[Found]:
    against = {Label.EXCUSE, Label.REMORSE, Label.NON_APOLOGY, Label.VALIDATE}
    return [f for f in found if not (f.rule.mark == "felt" and _over(f, found, against))]


def _calm_correction(wording: Wording, found: list[Found]) -> list[Found]:
    """A denial that stays with the other's feeling is a correction, not a dodge."""
    calm = _has(found, {Label.VALIDATE}) or _CALM.stand_in(wording)
    return [f for f in found if not (calm and f.rule.mark == "d")]


def _refused_cause(wording: Wording, found: list[Found]) -> list[Found]:
    refused = _REFUSED.stand_in(wording) or _has(found, {Label.OWNERSHIP})
    return [f for f in found if not (refused and f.rule.mark == "cause")]


def _questions_are_not_met(wording: Wording, found: list[Found]) -> list[Found]:
    return [
        f for f in found if not (f.rule.mark == "met" and _has(found, UNDOING | HARD - {Label.GENERALISE}))
    ]


def _one_reproach(wording: Wording, found: list[Found]) -> list[Found]:
    """The same words are not reproached twice: the label that says more stays."""
    return [f for f in found if not _over(f, found, _SAID_BY.get(f.label, frozenset()))]


_SAID_BY = {
    Label.MIND_READ: frozenset({Label.NON_APOLOGY, Label.CONDITIONAL}),
    Label.MINIMISE: frozenset({Label.DEFENSIVE}),
    Label.CRITICISM: frozenset({Label.MIND_READ, Label.NON_APOLOGY}),
    Label.DEFENSIVE: frozenset({Label.EXCUSE}),
    Label.GENERALISE: frozenset({Label.DEFENSIVE}),
}


def _back_in_the_mirror(wording: Wording, found: list[Found]) -> list[Found]:
    """In a mirror nothing that is said back is the writer's own."""
    return found if not _MIRRORS.stand_in(wording) else [f for f in found if f.label is Label.VALIDATE]


_OPENS_A_CLAUSE = re.compile(
    r" (?:if|unless|whether|why|how|when|where|while|what|who|that|which|until|like|though) \Z"
)
_TAG = compile_phrase(
    ", (do|did|are|were|is|have|had|can|will|would|was|does|right|huh|yeah) [not] [you|it] ?"
)


def _in_a_question(wording: Wording, found: list[Found]) -> list[Found]:
    """ "If you hate me", "why do you think I ...": a thought that is asked about is not stated."""
    asked = "?" in wording.words and _TAG.regex.search(wording.plain) is None
    return [f for f in found if not (f.label is Label.MIND_READ and (asked or _hangs(wording, f)))]


def _hangs(wording: Wording, found: Found) -> bool:
    return _OPENS_A_CLAUSE.search(wording.plain, max(0, found.start - 10), found.start) is not None


def _blame_is_no_impact(wording: Wording, found: list[Found]) -> list[Found]:
    blame = {Label.DEFENSIVE, Label.CRITICISM, Label.MIND_READ}
    return [f for f in found if not (f.rule.mark == "impact" and _over(f, found, blame))]


_STEPS: tuple[Callable[[Wording, list[Found]], list[Found]], ...] = (
    _false_sorry,
    _cancelled_sorry,
    _cancelled_understanding,
    _acts_not_steps,
    _one_future,
    _sorry_is_no_impact,
    _mended_not_pressed,
    _asked_in_kindness,
    _calm_correction,
    _questions_are_not_met,
    _felt_by_whom,
    _refused_cause,
    _blame_is_no_impact,
    _in_a_question,
    _one_reproach,
    _back_in_the_mirror,
)


def _beside(n: int, wordings: Sequence[Wording], found: Sequence[list[Found]]) -> list[Found]:
    """With the neighbours in view: a cause refused in the next sentence, a denial that stays with the other."""
    here = found[n]
    if n + 1 < len(found):
        following = wordings[n + 1]
        if _REFUSED.stand_in(following):
            here = [f for f in here if f.rule.mark != "cause"]
        if _has(found[n + 1], {Label.VALIDATE}):
            here = [f for f in here if f.rule.mark != "d"]
    if n and _has(found[n - 1], {Label.VALIDATE}):
        here = [f for f in here if f.rule.mark != "d"]
    if _SAID_BACK.stand_in(wordings[n]) and any(_MIRRORS.stand_in(w) for w in wordings[max(0, n - 3) : n]):
        here = [f for f in here if f.label is Label.VALIDATE]
    return here
