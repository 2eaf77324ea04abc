"""What the coach says of a kind word while it is written, to its writer alone: care, and at most two remarks.

"Thank you for finally getting over it" is no kind word to whoever reads it. The coach knows such turns of phrase. It
does not know what is meant: a place and an hour that show somebody was watched read like any others.
"""

from __future__ import annotations

from dataclasses import dataclass

from goldseam.coach import Kind, Moment, Role, analyse
from goldseam.content import words
from goldseam.core.drafts import KindWordDraft


@dataclass(frozen=True, slots=True)
class Remark:
    """The words that a remark is about, why it is made, and what to try."""

    quote: str
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class Pencil:
    """What there is to say now."""

    remarks: tuple[Remark, ...] = ()
    threat: bool = False
    despair: bool = False
    english: bool = True


def pencil(draft: KindWordDraft) -> Pencil:
    """The coach's reading of a draft, as of what two people say to each other: nobody's role is guessed."""
    whole = f"{draft.noticed}\n\n{draft.meant}"
    read, told = (
        analyse(whole, role=Role.UNKNOWN, kind=Kind.REPLY, moment=Moment.DRAFT),
        words().coach.remarks,
    )
    remarks = tuple(Remark(one.quote, told[one.id].why, told[one.id].hint) for one in read.remarks)
    return Pencil(remarks, read.care.threat, read.care.despair, read.english)
