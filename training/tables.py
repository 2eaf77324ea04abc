"""Prints what docs/coach.md shows, from what the measured networks said: `python training/tables.py`.

Figures by label with 95 % intervals (authors drawn again 500 times), what was said in the place of a label, and the
worst errors: those of which the coach was surest.
"""

from __future__ import annotations

import json
import pickle
from collections import Counter
from collections.abc import Sequence

import numpy as np
from corpus import HERE, LABELS, Draft, f1
from fit import by_rules, choose, halves
from learn import stacked
from scores import BAD

DRAWS = 500
Floats = np.ndarray


def main() -> None:
    """Print the tables, then the errors."""
    some = pickle.loads((HERE / "kept/said.pickle").read_bytes())  # noqa: S301 - our own
    drafts, said = some[0], some[1]
    logits, gold = stacked(drafts, said)
    rules, _ = by_rules(drafts)
    rows = np.repeat(halves(drafts), [len(d.sentences) for d in drafts])
    over = np.zeros_like(logits)
    for side in (0, 1):
        told = choose(logits[rows != side], rules[rows != side], gold[rows != side])
        bonus, threshold = (
            np.array([told[name][label] for label in LABELS]) for name in ("bonus", "threshold")
        )
        over[rows == side] = (logits + bonus * rules - threshold)[rows == side]
    authors = np.array([d.author for d in drafts for _ in d.sentences])
    print(by_label((over > 0).astype(float), gold, authors))
    print(instead((over > 0).astype(float), gold))
    print(errors(drafts, over, gold))
    print(json.dumps(json.loads((HERE / "figures.json").read_text("utf-8"))["mirror"]))


def by_label(told: Floats, gold: Floats, authors: Floats) -> str:
    """F1, precision, recall and an interval for each label, and for the mean of all."""
    names = sorted(set(authors))
    where = {name: np.flatnonzero(authors == name) for name in names}
    dice = np.random.default_rng(1)
    drawn = []
    for _ in range(DRAWS):
        pick = np.concatenate([where[name] for name in dice.choice(names, len(names))])
        drawn.append([*_scores(told[pick], gold[pick]), _wrong(told[pick], gold[pick])])
    low, high = np.percentile(drawn, [2.5, 97.5], axis=0)
    each = _scores(told, gold)
    lines = ["| label | F1 | 95 % | precision | recall | sentences |", "|---|---|---|---|---|---|"]
    for k, label in enumerate(LABELS):
        hits, many, right = (told[:, k] * gold[:, k]).sum(), told[:, k].sum(), gold[:, k].sum()
        lines.append(
            f"| {label} | {each[k]:.2f} | {low[k]:.2f}–{high[k]:.2f} | {hits / max(1, many):.2f} | "
            f"{hits / max(1, right):.2f} | {int(right)} |"
        )
    mean = [float(np.mean(d[:-1])) for d in drawn]
    ends = np.percentile(mean, [2.5, 97.5])
    lines.append(
        f"| mean (macro F1) | {np.mean(each):.3f} | {ends[0]:.2f}–{ends[1]:.2f} | | | {len(gold)} in all |"
    )
    lines.append(f"\nclean sentences reproached: {_wrong(told, gold):.3f} ({low[-1]:.3f}–{high[-1]:.3f})")
    return "\n".join(lines)


def _scores(told: Floats, gold: Floats) -> list[float]:
    return [
        f1((told[:, k] * gold[:, k]).sum(), told[:, k].sum(), gold[:, k].sum()) for k in range(len(LABELS))
    ]


def _wrong(told: Floats, gold: Floats) -> float:
    clean = gold[:, BAD].sum(1) == 0
    return float((told[:, BAD].any(1) & clean).sum() / max(1, clean.sum()))


def instead(told: Floats, gold: Floats) -> str:
    """For each label that was missed, what was said there; for each that was wrong, what was right there."""
    lines = ["\n| label | missed; said there | wrongly said; right there |", "|---|---|---|"]
    for k, label in enumerate(LABELS):
        missed = np.flatnonzero((gold[:, k] > 0) & (told[:, k] == 0))
        extra = np.flatnonzero((told[:, k] > 0) & (gold[:, k] == 0))
        lines.append(
            f"| {label} | {len(missed)}: {_most(told[missed])} | {len(extra)}: {_most(gold[extra])} |"
        )
    return "\n".join(lines)


def _most(rows: Floats) -> str:
    found = Counter(LABELS[j] for row in rows for j in np.flatnonzero(row))
    found["nothing"] = sum(not row.any() for row in rows)
    return ", ".join(f"{name} {many}" for name, many in found.most_common(3) if many)


def errors(drafts: Sequence[Draft], over: Floats, gold: Floats, most: int = 50) -> str:
    """The errors of which the coach was surest: labels wrongly said, and labels it was far from saying."""
    texts: list[tuple[str, str]] = [(d.id, s) for d in drafts for s in d.sentences]
    found: list[tuple[float, int, int]] = []
    for n, k in np.argwhere((over > 0) != (gold > 0)):
        found.append((abs(float(over[n, k])), int(n), int(k)))
    lines = []
    for size, n, k in sorted(found, reverse=True)[:most]:
        right = sorted(LABELS[j] for j in np.flatnonzero(gold[n]))
        what = "said" if over[n, k] > 0 else "missed"
        lines.append(f"{texts[n][0]} {what} {LABELS[k]} ({size:.1f}); right: {right}; “{texts[n][1]}”")
    return "\n" + "\n".join(lines)


if __name__ == "__main__":
    main()
