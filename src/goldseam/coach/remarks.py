"""Chooses what is worth saying: at most two things, what undoes an apology first.

The words of a remark live in the content under its id. Precision comes first: a wrong reproach to an honest,
frightened writer is the worst thing the coach can do, so whatever is in doubt is left unsaid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from goldseam.coach.analysis import Remark
from goldseam.coach.labels import HARD, OWNING, Kind, Label, Moment, Role

MOST = 2

REMARK_IDS = (
    "non_apology.feel",
    "non_apology.agentless",
    "non_apology.token",
    "non_apology.aside",
    "conditional.if",
    "conditional.maybe",
    "defensive.blame",
    "defensive.counter",
    "defensive.denial",
    "defensive.away",
    "pressure.forgive",
    "pressure.move_on",
    "pressure.hurry",
    "excuse.but",
    "excuse.cause",
    "excuse.intent",
    "excuse.reason",
    "minimise.only",
    "minimise.deal",
    "minimise.past",
    "minimise.reaction",
    "minimise.at_least",
    "minimise.nothing",
    "minimise.smaller",
    "contempt.insult",
    "contempt.sarcasm",
    "contempt.sneer",
    "criticism.character",
    "criticism.before",
    "criticism.person",
    "interrogate.blame",
    "interrogate.series",
    "interrogate.trap",
    "mind_read.motive",
    "mind_read.feeling",
    "mind_read.inside",
    "generalise.always",
    "generalise.sweep",
)
"""Every remark there is, the most important first."""

_WEIGHT = {remark: n for n, remark in enumerate(REMARK_IDS)}
# What the network alone finds of these is said of an apology and an answer, where the rules speak of them too.
_LOOSE = frozenset({"conditional.maybe", "excuse.reason", "minimise.smaller", "defensive.away"})
_DENIALS = frozenset({"defensive.denial", "defensive.away", "minimise.nothing"})


class Candidate(NamedTuple):
    """Something that could be said, with its place in the text and its sentence; `sure` enough for a remark.
    `confidence` is 0 to 1."""

    id: str
    label: Label
    start: int
    end: int
    sentence: int
    sure: bool = True
    confidence: float = 1.0


def may_say(candidate: Candidate, *, role: Role, kind: Kind, moment: Moment) -> bool:
    """Whether this writer, in this text, at this moment, should hear it."""
    label = candidate.label
    if moment is Moment.FIRST_ACCOUNT and role is not Role.BROKE_TRUST:
        return label is Label.CONTEMPT
    if candidate.id in _DENIALS and role is not Role.BROKE_TRUST:
        return False
    if label in HARD:
        return True
    if kind in (Kind.MESSAGE, Kind.MIRROR) and candidate.id in _LOOSE:
        return False
    if kind in OWNING:
        return role is not Role.HURT or kind is Kind.APOLOGY
    if role is Role.HURT:
        return label in (Label.NON_APOLOGY, Label.PRESSURE)
    return True


def choose(
    text: str,
    candidates: Iterable[Candidate],
    spared: Sequence[bool],
    *,
    role: Role,
    kind: Kind,
    moment: Moment,
) -> tuple[Remark, ...]:
    """At most two remarks, in order of importance: each about another label and other words, none on a spared
    sentence."""
    open_to_say = [
        c
        for c in candidates
        if c.id and c.sure and not spared[c.sentence] and may_say(c, role=role, kind=kind, moment=moment)
    ]
    chosen: list[Candidate] = []
    for candidate in sorted(open_to_say, key=lambda c: (_WEIGHT[c.id], c.start, c.end)):
        if len(chosen) < MOST and not any(_repeats(candidate, other) for other in chosen):
            chosen.append(candidate)
    return tuple(Remark(c.id, c.label, c.start, c.end, text[c.start : c.end]) for c in chosen)


def _repeats(candidate: Candidate, other: Candidate) -> bool:
    overlap = candidate.start < other.end and other.start < candidate.end
    return overlap or candidate.label is other.label
