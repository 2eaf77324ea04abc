"""What the coach hands back: plain values, with offsets into the text it was given."""

from __future__ import annotations

from dataclasses import dataclass, field

from goldseam.coach.labels import Label, Part, Verdict


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text == whole[start:end]` (code points). Its words stay out of the repr, hence of any log."""

    index: int
    start: int
    end: int
    text: str = field(repr=False)
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The words that carry a label, inside the sentence with that index. `confidence` is 0 to 1: how sure the coach is
    that they do, 1 where a rule alone says so."""

    start: int
    end: int
    label: Label
    sentence: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing worth saying to the writer. `id` finds its words in the content; `quote` is what was written."""

    id: str
    label: Label
    start: int
    end: int
    quote: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Care:
    """Two separate signals, tuned to miss little. They lead to private help only: never shown to the partner,
    never a remark, never a reproach."""

    threat: bool = False
    despair: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """The whole answer. `missing` is empty where the kind asks for no parts; `verdict` is None where the text is no
    apology; `truncated` says that only the first part of a very long text was read; `english` is False where the text
    is in another language, and then nothing was labelled."""

    sentences: tuple[Sentence, ...]
    spans: tuple[Span, ...]
    missing: tuple[Part, ...]
    verdict: Verdict | None
    remarks: tuple[Remark, ...]
    care: Care
    truncated: bool = False
    english: bool = True
