"""Scores labels against a file of drafts: counts per label, F1, and how often a clean sentence is reproached."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from goldseam.coach import Label
from goldseam.coach.jsonl import predict
from goldseam.coach.labels import HARD, UNDOING
from goldseam.coach.net import FOLDER

HERE = Path(__file__).parent
TRAINING = HERE.parents[1] / "training"


class Score(NamedTuple):
    """Figures between 0 and 1."""

    micro_f1: float
    macro_f1: float
    precision: float
    wrong_reproach: float


def read_drafts(name: str) -> list[dict[str, Any]]:
    """The drafts of a file beside this one."""
    with (HERE / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def unread() -> list[dict[str, Any]]:
    """The drafts of the training text whose authors the shipped network did not read, in the same form."""
    authors = json.loads((FOLDER / "coach.json").read_text("utf-8"))["unread"]
    found: list[dict[str, Any]] = []
    for author in authors:
        for line in (TRAINING / "drafts" / f"{author}.jsonl").read_text("utf-8").splitlines():
            draft = json.loads(line)
            sentences = [text for text, _ in draft["s"]]
            labels = [{"i": n, "labels": own} for n, (_, own) in enumerate(draft["s"])]
            found.append({**draft, "text": " ".join(sentences), "sentences": sentences, "labels": labels})
    return found


def score(drafts: list[dict[str, Any]]) -> Score:
    """How the coach does on labelled drafts."""
    right: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    clean = reproached = 0
    reproaches = {label.value for label in UNDOING | HARD}
    for draft in drafts:
        told = {row["i"]: set(row["labels"]) for row in predict(draft)["labels"]}
        for row in draft["labels"]:
            have, want = told.get(row["i"], set()), set(row["labels"])
            right.update(have & want)
            extra.update(have - want)
            missed.update(want - have)
            if not want & reproaches:
                clean += 1
                reproached += bool(have & reproaches)
    every = [label.value for label in Label]
    total = [sum(counts[label] for label in every) for counts in (right, extra, missed)]
    macro = sum(_f1(right[label], extra[label], missed[label]) for label in every) / len(every)
    return Score(_f1(*total), macro, total[0] / max(1, total[0] + total[1]), reproached / max(1, clean))


def _f1(right: int, extra: int, missed: int) -> float:
    return 2 * right / (2 * right + extra + missed) if right else 0.0
