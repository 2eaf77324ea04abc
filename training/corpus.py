"""The labelled drafts as the network sees them, and the split by author."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LABELS = (
    *("OWNERSHIP", "NAMES_ACT", "IMPACT", "REMORSE", "REPAIR", "PROMISE"),
    *("NON_APOLOGY", "CONDITIONAL", "EXCUSE", "MINIMISE", "DEFENSIVE", "PRESSURE"),
    *("CRITICISM", "CONTEMPT", "MIND_READ", "GENERALISE", "INTERROGATE"),
    *("FEELING", "REQUEST", "VALIDATE"),
)
UNDOING = frozenset(LABELS[6:12])
REPROACHES = frozenset(LABELS[6:17])
VERDICTS = ("apology", "partial", "non_apology")
SIGNALS = ("threat", "despair")
KINDS = ("apology", "message", "reply", "mirror")
LONGEST = 250
"""Tokens that are read at once."""


@dataclass(frozen=True)
class Draft:
    """A draft, its labels by sentence, and who wrote it. Of a part of one it is not known which signals are in it."""

    id: str
    author: str
    kind: str
    sentences: tuple[str, ...]
    labels: tuple[frozenset[str], ...]
    verdict: str | None
    signals: frozenset[str]
    register: tuple[str, ...] = ()
    whole: bool = True


def written() -> list[Draft]:
    """Every draft of ours, in a fixed order."""
    return [
        Draft(
            id=line["id"],
            author=file.stem,
            kind=line["kind"],
            sentences=tuple(text for text, _ in line["s"]),
            labels=tuple(frozenset(labels) for _, labels in line["s"]),
            verdict=line.get("verdict"),
            signals=frozenset(line.get("signals", ())),
            register=tuple(line.get("register", ())),
        )
        for file in sorted((HERE / "drafts").glob("*.jsonl"))
        for line in _lines(file)
    ]


def by_others(file: Path) -> list[Draft]:
    """Drafts in the form that scores are taken on: `{id, kind, sentences, labels: [{i, labels}], verdict}`."""
    return [_other(line, file.stem) for line in _lines(file)]


def _other(line: dict[str, Any], author: str) -> Draft:
    labels: list[frozenset[str]] = [frozenset()] * len(line["sentences"])
    for each in line["labels"]:
        labels[each["i"]] = frozenset(each["labels"])
    return Draft(
        id=line["id"], author=author, kind=line["kind"], sentences=tuple(line["sentences"]), labels=tuple(labels),
        verdict=line.get("verdict"), signals=frozenset(line.get("signals", ())),
        register=tuple(line.get("register", ())),
    )  # fmt: skip


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def folds(drafts: Sequence[Draft], many: int, seed: int = 1) -> list[set[str]]:
    """The authors in `many` groups of about equal size in drafts: none is in two."""
    authors = sorted({draft.author for draft in drafts})
    random.Random(seed).shuffle(authors)
    groups: list[set[str]] = [set() for _ in range(many)]
    sizes = [0] * many
    for author in authors:
        least = sizes.index(min(sizes))
        groups[least].add(author)
        sizes[least] += sum(draft.author == author for draft in drafts)
    return groups


def f1(hits: float, found: float, gold: float) -> float:
    """The harmonic mean of precision and recall; 0 where there is nothing to find and nothing found."""
    return 2 * hits / (found + gold) if found + gold else 0.0


def kappa(first: Sequence[bool], second: Sequence[bool]) -> float:
    """Cohen's kappa (1960): agreement beyond what chance would give."""
    n, a, b = len(first), sum(first), sum(second)
    same = sum(x == y for x, y in zip(first, second, strict=True)) / n
    chance = (a * b + (n - a) * (n - b)) / n / n
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


_WORD = re.compile(r"[a-z0-9']+")


def near_duplicates(drafts: Sequence[Draft], alike: float = 0.8) -> list[tuple[Draft, Draft, float]]:
    """Pairs of drafts whose words (in threes) are the same to this share or more, of whatever authors."""
    shingles = []
    where: dict[tuple[str, ...], list[int]] = {}
    for n, draft in enumerate(drafts):
        words = _WORD.findall(" ".join(draft.sentences).lower().replace("’", "'"))
        mine = {tuple(words[k : k + 3]) for k in range(max(1, len(words) - 2))}
        shingles.append(mine)
        for each in mine:
            where.setdefault(each, []).append(n)
    found = []
    for n, mine in enumerate(shingles):
        near = {m for each in mine for m in where[each] if m > n}
        for m in sorted(near):
            share = len(mine & shingles[m]) / len(mine | shingles[m])
            if share >= alike:
                found.append((drafts[n], drafts[m], share))
    return found
