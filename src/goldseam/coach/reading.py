"""The coach itself: text in, an analysis out. Pure; the same words always give the same answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from goldseam.coach.analysis import Analysis, Care, Sentence, Span
from goldseam.coach.care import carries_despair, carries_threat
from goldseam.coach.english import seems_english
from goldseam.coach.hearing import hear
from goldseam.coach.joining import joined
from goldseam.coach.labels import HARD, OWNING, UNDOING, Kind, Label, Moment, Role, Verdict
from goldseam.coach.net import Whole, network
from goldseam.coach.phrases import compile_phrase
from goldseam.coach.remarks import Candidate, choose
from goldseam.coach.rules import Found, RuleBook
from goldseam.coach.sentences import split_sentences
from goldseam.coach.spelling import HIDDEN, Wording
from goldseam.coach.tables import ALL_RULES
from goldseam.coach.verdict import judge, missing_parts
from goldseam.coach.weighing import weigh

LIMIT = 20_000
"""Characters that are read. A longer text is cut there, and the analysis says so."""

_CLAUSE_END = re.compile(rf" (?=[.,!?;:…—–()\"{HIDDEN}-] |(?:but|because|so that|and (?:i|you|we)) |\Z)")
_BUT = compile_phrase("(but|however|though|although)")


@lru_cache(maxsize=1)
def _book() -> RuleBook:
    return RuleBook(ALL_RULES)


def analyse(text: str, *, role: Role, kind: Kind, moment: Moment) -> Analysis:
    """Read a draft. Never raises on any text; offsets are code points of `text`."""
    heard = text[:LIMIT]
    return _analyse(
        heard, split_sentences(heard), role=role, kind=kind, moment=moment, truncated=len(text) > LIMIT
    )


def analyse_sentences(sentences: Sequence[str], *, role: Role, kind: Kind, moment: Moment) -> Analysis:
    """Read a draft whose sentences are given. Offsets are those of the sentences joined by single spaces; sentences
    beyond the limit come back without labels."""
    text = " ".join(sentences)
    places: list[tuple[int, int]] = []
    at = 0
    for sentence in sentences:
        places.append((at, at + len(sentence)))
        at += len(sentence) + 1
    cut = text[:LIMIT]
    return _analyse(text, places, role=role, kind=kind, moment=moment, truncated=len(cut) < len(text))


def _analyse(
    text: str, places: Sequence[tuple[int, int]], *, role: Role, kind: Kind, moment: Moment, truncated: bool
) -> Analysis:
    heard = hear(text, places, LIMIT)
    found = weigh([h.own for h in heard], [_book().find(h.own, kind) for h in heard])
    english = seems_english(text)
    threat = [carries_threat(h.all) for h in heard]
    despair = [
        carries_despair(h.all) or any(f.rule.mark == "v" for f in here)
        for h, here in zip(heard, found, strict=True)
    ]
    candidates = [c for n, here in enumerate(found) for c in _candidates(n, heard[n].own, here)]
    candidates, whole = _with_network(text, places, candidates if english else [], kind, english)
    spans = _spans(candidates)
    labels = {candidate.label for candidate in candidates}
    care = _care(any(threat), any(despair), whole)
    heavy = [t or d for t, d in zip(threat, despair, strict=True)]
    if (care.threat or care.despair) and not any(heavy):
        heavy = [True] * len(heavy)  # the network hears it in the whole, and in no sentence alone
    tied = any(f.label is Label.REMORSE and f.rule.mark == "tied" for here in found for f in here)
    return Analysis(
        sentences=_sentences(text, places, spans),
        spans=spans,
        missing=missing_parts(labels, kind, role) if english else (),
        verdict=_verdict(labels, whole, tied) if kind is Kind.APOLOGY and english else None,
        remarks=choose(
            text,
            _with_series(candidates),
            heavy,
            role=role,
            kind=kind,
            moment=moment,
        ),
        care=care,
        truncated=truncated,
        english=english,
    )


def _with_network(
    text: str, places: Sequence[tuple[int, int]], by_rules: list[Candidate], kind: Kind, english: bool
) -> tuple[list[Candidate], Whole | None]:
    """The rules' candidates weighed with the network's, and what it says of the whole. Without one, the rules stand."""
    net = network() if english else None
    if net is None or not places:
        return by_rules, None
    sentences = [text[min(start, LIMIT) : min(end, LIMIT)] for start, end in places]
    heard, whole = net.read("apology" if kind in OWNING else kind.value, sentences)
    return joined(text, places, by_rules, heard, net.told), whole


def _verdict(labels: set[Label], whole: Whole | None, tied: bool) -> Verdict:
    """From the labels by the rule of the method; the network's own view decides where it is far surer."""
    judged = judge(labels, act_of_sorrow=tied)
    net = network()
    if whole is None or net is None:
        return judged
    order = [Verdict(name) for name in net.told["verdicts"]]
    weighed = [
        logit + net.told["judged"] * (verdict is judged)
        for verdict, logit in zip(order, whole.verdict, strict=True)
    ]
    return order[weighed.index(max(weighed))]


def _care(threat: bool, despair: bool, whole: Whole | None) -> Care:
    """Either is enough, the rules or the network: what is missed here may be missed by everybody."""
    net = network()
    if whole is None or net is None:
        return Care(threat=threat, despair=despair)
    least = net.told["signals"]
    return Care(
        threat=threat or whole.threat > least["threat"], despair=despair or whole.despair > least["despair"]
    )


def _candidates(n: int, wording: Wording, found: Sequence[Found]) -> list[Candidate]:
    but = _BUT.regex.search(wording.plain)
    made: list[Candidate] = []
    for f in found:
        start, end = wording.locate(*_clause(wording, f))
        after_but = but is not None and but.start() < f.end and f.label is Label.EXCUSE
        made.append(Candidate("excuse.but" if after_but else f.rule.remark, f.label, start, end, n))
    return made


def _clause(wording: Wording, found: Found) -> tuple[int, int]:
    """What the writer is shown for a reproach: from a "but" inside it, if there is one, to the end of the clause."""
    if found.label not in UNDOING | HARD:
        return found.start, found.end
    inner = _BUT.regex.search(wording.plain, found.start, found.end)
    ends = _CLAUSE_END.search(wording.plain, found.end - 1)
    return inner.start() if inner else found.start, ends.start() + 1 if ends else found.end


def _with_series(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Questions that stand in a row share one remark, about the row."""
    asking = [c for c in candidates if c.label is Label.INTERROGATE]
    rows = {n for a, b in pairwise(sorted({c.sentence for c in asking})) if b == a + 1 for n in (a, b)}
    return [
        c._replace(id="interrogate.series") if c.label is Label.INTERROGATE and c.sentence in rows else c
        for c in candidates
    ]


def _spans(candidates: Sequence[Candidate]) -> tuple[Span, ...]:
    """One span for words that overlap under the same label."""
    merged: list[Span] = []
    for c in sorted(candidates, key=lambda c: (c.sentence, c.label, c.start, c.end)):
        last = merged[-1] if merged else None
        if last and last.sentence == c.sentence and last.label is c.label and c.start < last.end:
            surer = max(last.confidence, c.confidence)
            merged[-1] = Span(last.start, max(last.end, c.end), c.label, c.sentence, surer)
        else:
            merged.append(Span(c.start, c.end, c.label, c.sentence, c.confidence))
    return tuple(sorted(merged, key=lambda s: (s.start, s.end, s.label)))


def _sentences(text: str, places: Sequence[tuple[int, int]], spans: Sequence[Span]) -> tuple[Sentence, ...]:
    have: dict[int, set[Label]] = {}
    for span in spans:
        have.setdefault(span.sentence, set()).add(span.label)
    return tuple(
        Sentence(n, start, end, text[start:end], tuple(label for label in Label if label in have.get(n, ())))
        for n, (start, end) in enumerate(places)
    )
