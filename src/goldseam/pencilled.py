"""`goldseam coach` and `goldseam mirror`: what the coach reads, on a terminal, as JSON, or line by line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from goldseam.coach import Analysis, Kind, Moment, Role, Sentence, analyse
from goldseam.coach.jsonl import predict, reflect
from goldseam.coach.labels import HARD, UNDOING
from goldseam.content import words

Say = Callable[..., None]
BOLD, UNDERLINED, DIM, PLAIN = "\x1b[1m", "\x1b[4m", "\x1b[2m", "\x1b[0m"
OTHER_LANGUAGE = "I can read English only, for now."
NOTHING = "There are no words to read yet."


def coach_text(text: str, say: Say, *, kind: str, role: str, as_json: bool) -> int:
    """Read one draft and say what the coach says of it."""
    read = analyse(text, role=Role(role), kind=Kind(kind), moment=Moment.DRAFT)
    if as_json:
        say(json.dumps(as_data(read), indent=2))
    else:
        for line in lines_for(text, read, colour=sys.stdout.isatty()):
            say(line)
    return 0


def coach_lines(lines: Iterable[bytes], say: Say) -> int:
    """A prediction for each draft, as soon as its line has come."""
    return _each(lines, say, predict)


def mirror_lines(lines: Iterable[bytes], say: Say) -> int:
    """How far each mirror holds what was said, as soon as its line has come."""
    return _each(lines, say, reflect)


def _each(lines: Iterable[bytes], say: Say, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    """Answer line by line. A line that cannot be read is named by its number, and the next one is read.

    What is said is plain ASCII: nothing that a draft holds can move a terminal.
    """
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            given = json.loads(line.decode("utf-8", "replace"))
            if not isinstance(given, dict):
                raise ValueError
            answered = answer(given)
        except (ValueError, RecursionError):
            say(f"Line {number} is not a JSON object with texts in it.", error=True)
            status = 1
            continue
        say(json.dumps(answered))
    return status


def as_text(raw: bytes) -> str:
    """The text, of whatever bytes: what is no text is read as signs that say nothing."""
    return raw.decode("utf-8", "replace").replace("\x00", "\ufffd")


def as_data(read: Analysis) -> dict[str, Any]:
    """The whole analysis as plain values."""
    told = words().coach.remarks
    return {
        "english": read.english,
        "truncated": read.truncated,
        "sentences": [
            {
                "i": s.index,
                "start": s.start,
                "end": s.end,
                "text": s.text,
                "labels": [each.value for each in s.labels],
            }
            for s in read.sentences
        ],
        "spans": [
            {
                "start": s.start,
                "end": s.end,
                "label": s.label.value,
                "i": s.sentence,
                "confidence": s.confidence,
            }
            for s in read.spans
        ],
        "verdict": read.verdict.value if read.verdict else None,
        "missing": [part.value for part in read.missing],
        "remarks": [
            {
                "id": r.id,
                "quote": r.quote,
                "start": r.start,
                "end": r.end,
                "why": told[r.id].why,
                "try": told[r.id].hint,
            }
            for r in read.remarks
        ],
        "signals": [name for name in ("threat", "despair") if getattr(read.care, name)],
    }


def lines_for(text: str, read: Analysis, *, colour: bool) -> Iterator[str]:
    """The text sentence by sentence with what its words do, then what is missing, then the remarks."""
    if not any(sign.isalpha() for sign in text):
        yield NOTHING
    elif not read.english:
        yield OTHER_LANGUAGE
    else:
        for sentence in read.sentences:
            yield from _sentence(text, read, sentence, colour)
        yield from _rest(read, colour)


def _sentence(text: str, read: Analysis, sentence: Sentence, colour: bool) -> Iterator[str]:
    yield _marked(sentence.text, BOLD, colour)
    for span in read.spans:
        if span.sentence == sentence.index:
            look = UNDERLINED if span.label in UNDOING | HARD else DIM
            yield f"    {span.label.value:<12} {_marked(text[span.start : span.end], look, colour)}"


def _rest(read: Analysis, colour: bool) -> Iterator[str]:
    coach = words().coach
    if read.missing:
        yield "\nNot there yet: " + "; ".join(coach.parts[part.value] for part in read.missing) + "."
    for number, remark in enumerate(read.remarks, start=1):
        yield f"\n{number}. “{_marked(remark.quote, UNDERLINED, colour)}”"
        yield f"   {coach.remarks[remark.id].why}"
        yield f"   {coach.remarks[remark.id].hint}"
    if read.truncated:
        yield "\nThe text is longer than the coach reads. The rest was left out."


def _marked(words: str, look: str, colour: bool) -> str:
    """The words, safe for a terminal: nothing that they hold can move it."""
    plain = "".join(sign if sign.isprintable() else " " for sign in words)
    return f"{look}{plain}{PLAIN}" if colour else plain
