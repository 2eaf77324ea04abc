"""The language coach: text in, labelled words and at most two remarks out. Pure, offline, private to the writer.

from goldseam.coach import Kind, Moment, Role, analyse
analyse(text, role=Role.BROKE_TRUST, kind=Kind.APOLOGY, moment=Moment.DRAFT)
"""

from __future__ import annotations

from goldseam.coach.analysis import Analysis, Care, Remark, Sentence, Span
from goldseam.coach.labels import Kind, Label, Moment, Part, Role, Verdict
from goldseam.coach.mirrors import Mirrored, NoNetwork, mirror
from goldseam.coach.reading import LIMIT, analyse, analyse_sentences
from goldseam.coach.remarks import REMARK_IDS

__all__ = [
    "LIMIT",
    "REMARK_IDS",
    "Analysis",
    "Care",
    "Kind",
    "Label",
    "Mirrored",
    "Moment",
    "NoNetwork",
    "Part",
    "Remark",
    "Role",
    "Sentence",
    "Span",
    "Verdict",
    "analyse",
    "analyse_sentences",
    "mirror",
]
