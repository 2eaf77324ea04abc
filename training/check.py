"""Checks the drafts in `training/drafts/` and counts what is there: `python training/check.py [FILE …]`.

One file an author, one draft a line:

    {"id": "a01-001", "kind": "apology", "role": "broke", "register": ["texting"], "verdict": "partial",
     "s": [["i lied abt the money", ["NAMES_ACT"]], ["sorry", ["REMORSE"]]], "signals": []}

`missing` is not written: it follows from the labels.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GOOD = ("OWNERSHIP", "NAMES_ACT", "IMPACT", "REMORSE", "REPAIR", "PROMISE")
UNDOES = ("NON_APOLOGY", "CONDITIONAL", "EXCUSE", "MINIMISE", "DEFENSIVE", "PRESSURE")
PUT = ("CRITICISM", "CONTEMPT", "MIND_READ", "GENERALISE", "INTERROGATE", "FEELING", "REQUEST", "VALIDATE")
LABELS = frozenset((*GOOD, *UNDOES, *PUT))
KINDS = frozenset({"apology", "message", "reply", "mirror"})
ROLES = frozenset({"broke", "hurt", "either"})
VERDICTS = frozenset({"apology", "partial", "non_apology"})
SIGNALS = frozenset({"threat", "despair"})
HERE = Path(__file__).parent / "drafts"


def drafts(*files: Path) -> Iterator[dict[str, Any]]:
    """Every draft, with its author (the name of its file)."""
    for file in files or sorted(HERE.glob("*.jsonl")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
            try:
                yield json.loads(line) | {"author": file.stem, "at": f"{file.name}:{number}"}
            except json.JSONDecodeError as fault:
                raise SystemExit(f"{file.name}:{number}: {fault}") from fault


def faults_of(draft: dict[str, Any]) -> Iterator[str]:
    """What is not as it should be in a draft."""
    said = draft.get("s", [])
    labels = {label for sentence in said for label in sentence[1]}
    if not said or any(len(sentence) != 2 or not sentence[0].strip() for sentence in said):
        yield "a sentence is [text, [labels]]"
    if labels - LABELS:
        yield f"no such label: {sorted(labels - LABELS)}"
    if draft.get("kind") not in KINDS or draft.get("role") not in ROLES:
        yield "kind or role is not known"
    if (draft.get("verdict") in VERDICTS) != (draft.get("kind") == "apology"):
        yield "an apology has a verdict, and nothing else has one"
    if draft.get("verdict") == "apology" and labels & set(UNDOES):
        yield "an apology without reserve holds no label that undoes it"
    if set(draft.get("signals", [])) - SIGNALS:
        yield "no such signal"


def main(files: list[str]) -> int:
    """Print faults and counts. Returns 1 where there is a fault."""
    found = list(drafts(*map(Path, files)))
    faults = [f"{draft['at']}: {fault}" for draft in found for fault in faults_of(draft)]
    ids = Counter(draft["id"] for draft in found)
    texts = Counter(" ".join(text for text, _ in draft["s"]).casefold() for draft in found)
    faults += [f"twice: {id}" for id, count in ids.items() if count > 1]
    faults += [f"the same words twice: {text[:60]}" for text, count in texts.items() if count > 1]
    print("\n".join(faults[:40]))
    sentences = [sentence for draft in found for sentence in draft["s"]]
    counts = Counter(label for _, labels in sentences for label in labels)
    print(f"{len(found)} drafts, {len(sentences)} sentences, {len({d['author'] for d in found})} authors")
    print(f"without a label: {sum(not labels for _, labels in sentences)}")
    print(", ".join(f"{label} {counts[label]}" for label in (*GOOD, *UNDOES, *PUT)))
    print(dict(Counter(draft.get("verdict") for draft in found)), dict(Counter(d["kind"] for d in found)))
    print("signals:", dict(Counter(signal for draft in found for signal in draft.get("signals", []))))
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
