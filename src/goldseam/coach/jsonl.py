"""One draft a line in, one prediction a line out: how the coach is scored and used from the command line."""

from __future__ import annotations

from typing import Any

from goldseam.coach.analysis import Analysis
from goldseam.coach.labels import Kind, Moment, Role
from goldseam.coach.mirrors import mirror
from goldseam.coach.reading import analyse, analyse_sentences


def predict(line: dict[str, Any]) -> dict[str, Any]:
    """Labels for `{id, kind, text, sentences?}` as `{id, labels: [{i, labels}], verdict, missing, signals}`.

    A kind that the coach does not know is read as a reply; no kind at all as a message. Who sends an apology has
    taken the role. `verdict` is null where the draft is no apology. `signals` holds "threat", "despair", or neither.
    Raises `ValueError` for a text that is none.
    """
    kind = _kind(line.get("kind"))
    role = Role.BROKE_TRUST if kind is Kind.APOLOGY else Role.UNKNOWN
    given = line.get("sentences")
    if given is not None:
        sentences = [_text(each) for each in given] if isinstance(given, list) else _no("sentences")
        analysis = analyse_sentences(sentences, role=role, kind=kind, moment=Moment.DRAFT)
    else:
        analysis = analyse(_text(line.get("text", "")), role=role, kind=kind, moment=Moment.DRAFT)
    return {"id": line.get("id"), **_plain(analysis)}


def reflect(line: dict[str, Any]) -> dict[str, Any]:
    """How far a mirror holds what was said, for `{id, said, mirror}`, as `{id, coverage, missed, vague, added}`."""
    found = mirror(_text(line.get("said", "")), _text(line.get("mirror", "")))
    return {
        "id": line.get("id"),
        "coverage": round(found.coverage, 3),
        "missed": list(found.missed),
        "vague": list(found.vague),
        "added": list(found.added),
    }


def _text(value: object) -> str:
    """A text. Raises `ValueError` for anything else."""
    return value if isinstance(value, str) else _no("a text")


def _no(what: str) -> Any:
    raise ValueError(f"not {what}")


def _kind(named: object) -> Kind:
    if named is None:
        return Kind.MESSAGE
    return next((kind for kind in Kind if kind.value == named), Kind.REPLY)


def _plain(analysis: Analysis) -> dict[str, Any]:
    return {
        "labels": [{"i": s.index, "labels": [label.value for label in s.labels]} for s in analysis.sentences],
        "verdict": analysis.verdict.value if analysis.verdict else None,
        "missing": [part.value for part in analysis.missing],
        "signals": [name for name in ("threat", "despair") if getattr(analysis.care, name)],
    }
