"""Rules as data, and the book that looks them up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from goldseam.coach.labels import ANY_KIND, Kind, Label
from goldseam.coach.phrases import OFTEN, Phrases, Probe, index_phrase
from goldseam.coach.spelling import Wording


@dataclass(frozen=True, slots=True)
class Rule:
    """These phrases, in these kinds of text, carry the label; unless one of the others stands in the sentence.

    `because` is the reason in one line. `remark` names the words for the writer; without it the label is given and
    nothing is said. `mark` tells the weighing step what is special ("bare", "tied", "v", "pointed" ...).
    """

    label: Label
    because: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    kinds: frozenset[Kind] = ANY_KIND
    remark: str = ""
    mark: str = ""


class Found(NamedTuple):
    """A rule met its words: offsets in the plain wording."""

    rule: Rule
    start: int
    end: int

    @property
    def label(self) -> Label:
        return self.rule.label


class _Entry(NamedTuple):
    order: int
    probe: Probe
    rule: Rule
    unless: Phrases


class RuleBook:
    """All rules, found by their rarest words: a rule is tried only where those stand."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._by_cue: dict[str, list[_Entry]] = {}
        order = 0
        for rule in self.rules:
            unless = Phrases(rule.unless)
            for phrase in rule.phrases:
                self._enter(_Entry(order, index_phrase(phrase), rule, unless))
                order += 1
        self._cues = frozenset(self._by_cue)

    def _enter(self, entry: _Entry) -> None:
        for cue in entry.probe.cues:
            self._by_cue.setdefault(cue, []).append(entry)

    def find(self, wording: Wording, kind: Kind) -> list[Found]:
        """Everything that any rule for this kind finds, in the order of the tables."""
        found: list[Found] = []
        barred: dict[int, bool] = {}
        for entry in self._candidates(wording, kind):
            places = [m.span() for m in islice(entry.probe.regex.finditer(wording.plain), OFTEN)]
            if not places:
                continue
            if id(entry.rule) not in barred:
                barred[id(entry.rule)] = entry.unless.stand_in(wording)
            if not barred[id(entry.rule)]:
                found.extend(Found(entry.rule, start, end) for start, end in places if start < end)
        return found

    def _candidates(self, wording: Wording, kind: Kind) -> list[_Entry]:
        words = wording.words
        chosen: dict[int, _Entry] = {}
        for word in self._cues & words:
            for entry in self._by_cue[word]:
                if kind in entry.rule.kinds and entry.probe.may_stand_in(words):
                    chosen[entry.order] = entry
        return [chosen[order] for order in sorted(chosen)]
