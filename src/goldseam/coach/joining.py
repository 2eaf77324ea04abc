"""What the rules and the network say together.

The network weighs every label of every sentence, with the neighbours in view; a rule that fires adds to its weight.
What stays is what passes the label's threshold, which was set on drafts by authors whom the network had not read: of
what the rules found and the network drops, little was right. A remark asks for more: that both agree, or that the
network is far surer. Where a rule fired, its words are shown; else those that carried the label in the network.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from goldseam.coach.labels import HARD, UNDOING, Label
from goldseam.coach.net import Heard
from goldseam.coach.remarks import Candidate

ANY: dict[Label, str] = {
    Label.NON_APOLOGY: "non_apology.aside",
    Label.CONDITIONAL: "conditional.maybe",
    Label.EXCUSE: "excuse.reason",
    Label.MINIMISE: "minimise.smaller",
    Label.DEFENSIVE: "defensive.away",
    Label.PRESSURE: "pressure.hurry",
    Label.CRITICISM: "criticism.person",
    Label.CONTEMPT: "contempt.sneer",
    Label.MIND_READ: "mind_read.inside",
    Label.GENERALISE: "generalise.sweep",
    Label.INTERROGATE: "interrogate.trap",
}
"""The remark for a label that the network found and no rule did."""

UNKNOWN_TO_IT = frozenset({"criticism.before"})
"""Remarks of rules about what the network has read nothing of: what spoils a word of thanks."""

KNOWN_EVERYWHERE = frozenset(
    {
        "defensive.blame",
        "non_apology.feel",
        "minimise.deal",
        "pressure.move_on",
        "pressure.forgive",
        "conditional.if",
    }
)
"""What everybody knows as a non-apology (METHOD R3): where a rule finds it, much has to speak against it."""
STOCK = 3.0

_CLAUSE = re.compile(r"[,;:—–(]\s+|\s(?=(?:but|because|so that|and (?:i|you|we))\s)", re.IGNORECASE)


def joined(
    text: str,
    places: Sequence[tuple[int, int]],
    by_rules: Sequence[Candidate],
    heard: Sequence[Heard],
    told: dict[str, Any],
) -> list[Candidate]:
    """What stays of the rules' candidates, and what the network adds, in the order of the text."""
    order = [Label(name) for name in told["labels"]]
    made: list[Candidate] = []
    for n, said in enumerate(heard):
        if not said.tokens:  # nothing of it was read
            continue
        ruled = [each for each in by_rules if each.sentence == n]
        for k, label in enumerate(order):
            mine = [each for each in ruled if each.label is label]
            logit = max([float(said.logits[k]), *(_there(said, k, each, places[n][0]) for each in mine)])
            bonus = told["bonus"][label] * bool(mine) + STOCK * any(
                each.id in KNOWN_EVERYWHERE for each in mine
            )
            over = logit + bonus - told["threshold"][label]
            if over <= 0 and not any(each.id in UNKNOWN_TO_IT for each in mine):
                continue
            confidence = round(1 / (1 + math.exp(-over - told["threshold"][label])), 3)
            sure = bool(mine) or over > told["sure"].get(label, 0.0)
            if mine:
                made += [each._replace(sure=sure, confidence=confidence) for each in mine]
            else:
                start, end = _words(text, *places[n], said, k, whole=label not in UNDOING | HARD)
                made.append(Candidate(ANY.get(label, ""), label, start, end, n, sure, confidence))
    return made


def _there(said: Heard, label: int, found: Candidate, start: int) -> float:
    """What the network says of a label on the very words that a rule found: half a sentence may carry it alone."""
    own = [
        each.weight
        for each in said.carried(label)
        if start + each.start < found.end and found.start < start + each.end
    ]
    return sum(own) / len(own) if own else -9.0


def _words(text: str, start: int, end: int, said: Heard, label: int, *, whole: bool) -> tuple[int, int]:
    """The words that carried a label: from the first to the last token that speaks for it, out to the clause."""
    carried = said.carried(label)
    most = max((each.weight for each in carried), default=0.0)
    loud = [each for each in carried if each.weight >= most - 1.5] if carried and not whole else []
    if not loud:
        return start, end
    first, last = start + loud[0].start, start + max(each.end for each in loud)
    cuts = [start, *(start + cut.end() for cut in _CLAUSE.finditer(text[start:end])), end]
    first = max(cut for cut in cuts if cut <= first)
    last = min(cut for cut in cuts if cut >= last)
    return first, first + len(text[first:last].rstrip(" ,;:—–("))
