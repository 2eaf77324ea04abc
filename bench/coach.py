"""How fast the coach reads, in a process of its own: prints one JSON object. `./goldseam bench coach` runs it.

It reads the drafts of `tests/coach/held_out.jsonl` cut to three sentences each, and so does VADER, a general tool for
sentiment by word lists: another kind of answer to another question, named here as a well-known measure of speed.
"""

from __future__ import annotations

import json
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

HELD_OUT = Path(__file__).parents[1] / "tests/coach/held_out.jsonl"
ROUNDS = 8


def drafts() -> list[str]:
    """Drafts of three sentences."""
    lines = [json.loads(line) for line in HELD_OUT.read_text("utf-8").splitlines() if line.strip()]
    return [" ".join(line["sentences"][:3]) for line in lines if len(line["sentences"]) >= 3]


def timed(texts: list[str], read: Callable[[str], object]) -> list[float]:
    """Milliseconds for each reading of each text."""
    took = []
    for _ in range(ROUNDS):
        for text in texts:
            began = time.perf_counter()
            read(text)
            took.append((time.perf_counter() - began) * 1000)
    return took


def main() -> None:
    """Load, then read."""
    from goldseam.coach import Kind, Moment, Role, analyse
    from goldseam.coach.net import network

    began = time.perf_counter()
    assert network() is not None, "There is no network here to measure."
    load = time.perf_counter() - began
    texts = drafts()

    def ours(text: str) -> object:
        return analyse(text, role=Role.BROKE_TRUST, kind=Kind.APOLOGY, moment=Moment.DRAFT)

    for text in texts:
        ours(text)
    took = timed(texts, ours)
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    other = timed(texts, SentimentIntensityAnalyzer().polarity_scores)
    found = {
        "load": load,
        "p95": statistics.quantiles(took, n=20)[-1],
        "median": statistics.median(took),
        "vader": statistics.median(other),
        "resident": resident,
        "drafts": len(texts),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
