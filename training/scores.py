"""Figures about labels: thresholds, F1, wrong reproaches. Needs numpy alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from corpus import LABELS, REPROACHES, f1

Floats = np.ndarray
BAD = [k for k, label in enumerate(LABELS) if label in REPROACHES]


def best_thresholds(logits: Floats, gold: Floats) -> Floats:
    """For each label, the logit from which on saying it gives the best F1."""
    chosen = np.zeros(logits.shape[1])
    for k in range(logits.shape[1]):
        order = np.argsort(-logits[:, k])
        scores = 2 * np.cumsum(gold[order, k]) / (np.arange(1, len(order) + 1) + gold[:, k].sum())
        top = int(np.argmax(scores))
        here = logits[order[top], k]
        below = logits[order[top + 1], k] if top + 1 < len(order) else here - 1
        chosen[k] = (here + below) / 2
    return chosen


def figures(told: Floats, gold: Floats) -> dict[str, object]:
    """Macro and micro F1, the share of clean sentences that get a reproach, and F1, precision, recall, n by label."""
    right = told * gold
    each = {
        label: (
            round(f1(right[:, k].sum(), told[:, k].sum(), gold[:, k].sum()), 3),
            round(float(right[:, k].sum() / max(1, told[:, k].sum())), 3),
            round(float(right[:, k].sum() / max(1, gold[:, k].sum())), 3),
            int(gold[:, k].sum()),
        )
        for k, label in enumerate(LABELS)
    }
    clean = gold[:, BAD].sum(1) == 0
    return {
        "macro": round(float(np.mean([e[0] for e in each.values()])), 4),
        "micro": round(f1(right.sum(), told.sum(), gold.sum()), 4),
        "wrong": round(float((told[:, BAD].any(1) & clean).sum() / max(1, clean.sum())), 4),
        "each": each,
    }


def ranks(values: Sequence[float]) -> Floats:
    """Ranks, ties in the middle."""
    order = np.argsort(values, kind="stable")
    found = np.zeros(len(values))
    sorted_values = np.asarray(values)[order]
    start = 0
    for end in range(1, len(values) + 1):
        if end == len(values) or sorted_values[end] != sorted_values[start]:
            found[order[start:end]] = (start + end - 1) / 2
            start = end
    return found


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Spearman's rank correlation."""
    return float(np.corrcoef(ranks(first), ranks(second))[0, 1])
