"""How well the coach reads drafts that it was not written on: `python bench/coach.py` (tests/coach/held_out.jsonl).

Prints precision, recall and F1 over labelled sentences, the share of clean sentences that would be reproached, and
the time for texts of three lengths as a ratio to the shortest. The figures belong in docs/coach.md.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from goldseam.coach import Kind, Moment, Role, analyse  # noqa: E402
from goldseam.coach.jsonl import predict  # noqa: E402

REPROACHES = frozenset(
    (
        *("NON_APOLOGY", "CONDITIONAL", "EXCUSE", "MINIMISE", "DEFENSIVE", "PRESSURE"),
        *("CRITICISM", "CONTEMPT", "MIND_READ", "GENERALISE", "INTERROGATE"),
    )
)


def main() -> None:
    drafts = [
        json.loads(line) for line in (ROOT / "tests/coach/held_out.jsonl").read_text().splitlines() if line
    ]
    hits, found, gold = Counter[str](), Counter[str](), Counter[str]()
    clean = reproached = 0
    for draft in drafts:
        said = predict({key: draft[key] for key in ("id", "kind", "text", "sentences")})
        ours = {one["i"]: set(one["labels"]) for one in said["labels"]}
        theirs = {one["i"]: set(one["labels"]) for one in draft["labels"]}
        for number in range(len(draft["sentences"])):
            mine, right = ours.get(number, set()), theirs.get(number, set())
            hits.update(mine & right)
            found.update(mine)
            gold.update(right)
            if not right & REPROACHES:
                clean += 1
                reproached += bool(mine & REPROACHES)
    for label in sorted(gold):
        print(f"{label:<13} {line(hits[label], found[label], gold[label])}")
    print(f"{'all (micro)':<13} {line(hits.total(), found.total(), gold.total())}")
    print(f"drafts {len(drafts)}, sentences without fault {clean}, of these wrongly labelled {reproached}")
    speed()


def line(hits: int, found: int, gold: int) -> str:
    precision, recall = hits / found if found else 0.0, hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"P {precision:.2f}  R {recall:.2f}  F1 {f1:.2f}  n {gold}"


def speed() -> None:
    sentence = "I hid the letter from you, and you waited in the rain. "
    analyse(sentence, role=Role.UNKNOWN, kind=Kind.APOLOGY, moment=Moment.DRAFT)
    took = []
    for times in (3, 36, 360):
        began = time.process_time()
        for _ in range(3):
            analyse(sentence * times, role=Role.UNKNOWN, kind=Kind.APOLOGY, moment=Moment.DRAFT)
        took.append((time.process_time() - began) / 3)
    ratios = ", ".join(
        f"{times} sentences {one / took[0]:.0f}×" for times, one in zip((3, 36, 360), took, strict=True)
    )
    print(f"time, against three sentences ({took[0] * 1000:.1f} ms here): {ratios}")


if __name__ == "__main__":
    main()
