"""Chooses what the product is told: thresholds, what a rule adds, when a remark is sure, and the signals.

All of it is chosen on drafts by authors whom the network had not read, and measured on others of them: each half of the
held-out authors is measured with what the other half chose. What is shipped is then chosen on all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from corpus import LABELS, REPROACHES, SIGNALS, VERDICTS, Draft, f1
from learn import Said, stacked
from mirroring import Pair
from scores import BAD, figures, spearman

from goldseam.coach import Kind, Label, Moment, Role, net
from goldseam.coach.reading import analyse_sentences
from goldseam.coach.verdict import judge

Floats = np.ndarray
BONUS = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0)
CLEAN = 0.018
"""The share of clean sentences that may be labelled with a reproach, with room below the goal of 3 %."""
SURE = 0.95
"""The precision that a remark asks for where no rule agrees."""
FALSE_ALARMS = 0.03
"""The share of drafts without a signal in which the network may hear it: what is missed may be missed by everybody."""
NEVER_ALONE, NEVER = frozenset({"GENERALISE", "INTERROGATE"}), 99.0
"""Of these the network remarks on nothing without a rule: kind words of "always" and sincere questions look alike."""


def by_rules(drafts: Sequence[Draft]) -> tuple[Floats, list[tuple[bool, bool]]]:
    """What the rules alone say: labels by sentence, and the two signals by draft."""
    kept, net.network = net.network, lambda: None  # type: ignore[assignment]
    from goldseam.coach import reading

    reading.network = lambda: None  # type: ignore[assignment]
    try:
        labels, signals = [], []
        for draft in drafts:
            kind = next((k for k in Kind if k.value == draft.kind), Kind.REPLY)
            role = Role.BROKE_TRUST if kind is Kind.APOLOGY else Role.UNKNOWN
            read = analyse_sentences(draft.sentences, role=role, kind=kind, moment=Moment.DRAFT)
            labels += [[Label(name) in s.labels for name in LABELS] for s in read.sentences]
            signals.append((read.care.threat, read.care.despair))
        return np.array(labels, float), signals
    finally:
        net.network = reading.network = kept  # type: ignore[assignment]


def choose(logits: Floats, rules: Floats, gold: Floats) -> dict[str, dict[str, float]]:
    """For each label: the threshold and the rule's bonus of the best F1, raised until few clean ones suffer."""
    bonus, threshold = np.zeros(len(LABELS)), np.zeros(len(LABELS))
    for k in range(len(LABELS)):
        best = -1.0
        for extra in BONUS:
            score = logits[:, k] + extra * rules[:, k]
            order = np.argsort(-score)
            reached = 2 * np.cumsum(gold[order, k]) / (np.arange(1, len(order) + 1) + gold[:, k].sum())
            smooth = np.convolve(reached, np.ones(5) / 5, "same")  # a plateau rather than a peak
            top = int(np.argmax(smooth[2:-2])) + 2
            if smooth[top] > best + 0.004:
                best, bonus[k] = float(smooth[top]), extra
                threshold[k] = (score[order[top]] + score[order[min(top + 1, len(order) - 1)]]) / 2
    scores = logits + bonus * rules
    clean = gold[:, BAD].sum(1) == 0
    for _ in range(200):
        if (scores[clean][:, BAD] > threshold[BAD]).any(1).mean() <= CLEAN:
            break
        threshold[BAD] += 0.05
    sure = {
        label: NEVER if label in NEVER_ALONE else _margin(scores[:, k] - threshold[k], gold[:, k])
        for k, label in enumerate(LABELS)
        if label in REPROACHES
    }
    return {
        "threshold": {label: round(float(threshold[k]), 3) for k, label in enumerate(LABELS)},
        "bonus": {label: float(bonus[k]) for k, label in enumerate(LABELS)},
        "sure": sure,
    }


def _margin(over: Floats, gold: Floats) -> float:
    """How far above the threshold a label must be to be right as often as a remark asks."""
    for margin in np.arange(0.5, 4.0, 0.1):
        said = over > margin
        if said.sum() and gold[said].mean() >= SURE:
            return round(float(margin), 2)
    return 4.0


def told_by(logits: Floats, rules: Floats, told: dict[str, Any]) -> Floats:
    """Which labels are said."""
    bonus = np.array([told["bonus"][label] for label in LABELS])
    threshold = np.array([told["threshold"][label] for label in LABELS])
    return (logits + bonus * rules > threshold).astype(float)


def labels_of(drafts: Sequence[Draft], said: Floats) -> list[list[set[str]]]:
    """The same by draft and sentence."""
    made, at = [], 0
    for draft in drafts:
        rows = said[at : at + len(draft.sentences)]
        made.append([{label for k, label in enumerate(LABELS) if row[k]} for row in rows])
        at += len(draft.sentences)
    return made


def verdicts(
    drafts: Sequence[Draft], found: Sequence[list[set[str]]], said: Sequence[Said], judged: float
) -> list[str]:
    """The verdict of each draft, from its labels and the network's own view."""
    made = []
    for labels, each in zip(found, said, strict=True):
        rule = judge({Label(label) for labels_ in labels for label in labels_}, act_of_sorrow=False).value
        weighed = [v + judged * (name == rule) for name, v in zip(VERDICTS, each.verdict, strict=True)]
        made.append(VERDICTS[int(np.argmax(weighed))])
    return made


def non_apology(drafts: Sequence[Draft], made: Sequence[str]) -> tuple[float, float]:
    """F1 of the verdict "non_apology" over apologies, and how often the verdict is right."""
    both = [(d.verdict, v) for d, v in zip(drafts, made, strict=True) if d.verdict]
    hits = sum(a == b == "non_apology" for a, b in both)
    score = f1(hits, sum(b == "non_apology" for _, b in both), sum(a == "non_apology" for a, _ in both))
    return round(score, 3), round(sum(a == b for a, b in both) / max(1, len(both)), 3)


def missing(drafts: Sequence[Draft], found: Sequence[list[set[str]]]) -> float:
    """F1 of the parts of an apology that no sentence carries."""
    hits = said = right = 0
    for draft, labels in zip(drafts, found, strict=True):
        if draft.kind != "apology":
            continue
        lacks = set(LABELS[:6]) - set().union(*draft.labels)
        claimed = set(LABELS[:6]) - set().union(*labels)
        hits, said, right = hits + len(lacks & claimed), said + len(claimed), right + len(lacks)
    return round(f1(hits, said, right), 3)


def signal_thresholds(
    drafts: Sequence[Draft], said: Sequence[Said], rules: Sequence[tuple[bool, bool]]
) -> dict[str, float]:
    """For each signal, the lowest threshold at which the network alone raises few false alarms."""
    made = {}
    for k, signal in enumerate(SIGNALS):
        calm = np.sort(
            [each.signals[k] for d, each in zip(drafts, said, strict=True) if signal not in d.signals]
        )
        made[signal] = round(float(calm[int(len(calm) * (1 - FALSE_ALARMS))]), 3)
    return made


def signals(
    drafts: Sequence[Draft], said: Sequence[Said], rules: Sequence[tuple[bool, bool]], least: dict[str, float]
) -> dict[str, Any]:
    """Recall and precision of each signal."""
    made = {}
    for k, signal in enumerate(SIGNALS):
        told = [r[k] or s.signals[k] > least[signal] for s, r in zip(said, rules, strict=True)]
        right = [signal in d.signals for d in drafts]
        hits = sum(a and b for a, b in zip(told, right, strict=True))
        made[signal] = {
            "recall": round(hits / max(1, sum(right)), 3),
            "precision": round(hits / max(1, sum(told)), 3),
            "n": sum(right),
        }
    return made


def _share(logits: Any) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.asarray(logits))))


def coverage(laid: Sequence[tuple[Floats, Floats, float]], whole: float) -> list[float]:
    """The share of what was said that each mirror holds."""
    return [float((1 - whole) * _share(held).mean() + whole * _share(all_)) for held, _, all_ in laid]


def mirror_figures(pairs: Sequence[Pair], covered: Sequence[float]) -> dict[str, float]:
    """Spearman over all and over adversarial pairs, and the mean error."""
    gold = [pair.coverage for pair in pairs]
    hard = [n for n, pair in enumerate(pairs) if pair.kind == "adversarial"]
    return {
        "n": len(pairs),
        "spearman": round(spearman(gold, covered), 3),
        "adversarial": round(spearman([gold[n] for n in hard], [covered[n] for n in hard]), 3)
        if len(hard) > 3
        else 0.0,
        "mae": round(float(np.mean(np.abs(np.array(gold) - np.array(covered)))), 3),
    }


def halves(drafts: Sequence[Draft]) -> Floats:
    """Which half of the authors wrote each draft."""
    authors = sorted({draft.author for draft in drafts})
    return np.array([authors.index(draft.author) % 2 for draft in drafts])


def report(
    drafts: Sequence[Draft], said: Sequence[Said], pairs: Sequence[Pair], laid: Sequence[Any]
) -> dict[str, Any]:
    """What is shipped, chosen on all; and the figures, each half measured with what the other half chose."""
    logits, gold = stacked(drafts, said)
    rules, signed = by_rules(drafts)
    half = halves(drafts)
    rows = np.repeat(half, [len(d.sentences) for d in drafts])
    out = np.zeros_like(gold)
    told_signals: list[dict[str, Any]] = []
    judged = _judged(drafts, said, labels_of(drafts, told_by(logits, rules, choose(logits, rules, gold))))
    for side in (0, 1):
        mine, other = rows == side, rows != side
        told = choose(logits[other], rules[other], gold[other])
        out[mine] = told_by(logits[mine], rules[mine], told)
    found = labels_of(drafts, out)
    made = verdicts(drafts, found, said, judged)
    for side in (0, 1):
        chosen = signal_thresholds(*_where(half != side, drafts, said, signed))
        told_signals.append(signals(*_where(half == side, drafts, said, signed), chosen))
    best = max(
        (0.0, 0.25, 0.5, 0.75, 1.0), key=lambda w: spearman([p.coverage for p in pairs], coverage(laid, w))
    )
    shipped = choose(logits, rules, gold) | {
        "judged": judged,
        "signals": signal_thresholds(drafts, said, signed),
        "mirror": {"whole": best},
    }
    return {
        "told": shipped,
        "figures": figures(out, gold),
        "non_apology": non_apology(drafts, made),
        "by_rule": non_apology(drafts, verdicts(drafts, found, said, 99.0)),
        "missing": missing(drafts, found),
        "signals": told_signals,
        "mirror": mirror_figures(pairs, coverage(laid, best)) | {"whole": best},
        "rules_alone": {k: v for k, v in figures(rules, gold).items() if k != "each"},
        "network_alone": {
            k: v
            for k, v in figures(told_by(logits, rules * 0, choose(logits, rules * 0, gold)), gold).items()
            if k != "each"
        },
        "said": out,
    }


def _where(mask: Floats, *lists: Sequence[Any]) -> list[list[Any]]:
    """What stands where the mask is set, of each list."""
    return [[each[n] for n in np.flatnonzero(mask)] for each in lists]


def _judged(drafts: Sequence[Draft], said: Sequence[Said], found: Sequence[list[set[str]]]) -> float:
    return max(
        (0.0, 0.5, 1.0, 2.0, 3.0, 5.0), key=lambda w: non_apology(drafts, verdicts(drafts, found, said, w))[0]
    )
