"""What an apology holds as a whole: which parts are missing, and whether it stands."""

from __future__ import annotations

from collections.abc import Iterable

from goldseam.coach.labels import UNDOING, Kind, Label, Part, Role, Verdict

ASKED_OF: dict[Kind, tuple[Part, ...]] = {
    Kind.APOLOGY: tuple(Part),
    Kind.ACCOUNT: (Part.OWNERSHIP, Part.NAMES_ACT, Part.IMPACT),
    Kind.SORROW: (Part.OWNERSHIP, Part.IMPACT, Part.REMORSE),
    Kind.FIRST_WORDS: (Part.OWNERSHIP, Part.NAMES_ACT, Part.REMORSE),
    Kind.MESSAGE: (),
    Kind.REPLY: (),
    Kind.MIRROR: (),
}
"""The parts that a kind of text is about. A talk asks for none."""


def missing_parts(labels: Iterable[Label], kind: Kind, role: Role) -> tuple[Part, ...]:
    """Parts that no sentence carries. Where the breach is disputed nothing is missing: nobody is prompted to own
    what may not be so. A hurt partner's account or sorrow owes no parts either."""
    if role is Role.DISPUTED or (role is Role.HURT and kind is not Kind.APOLOGY):
        return ()
    have = {label.value for label in labels}
    return tuple(part for part in ASKED_OF[kind] if part.value not in have)


def judge(labels: Iterable[Label], *, act_of_sorrow: bool) -> Verdict:
    """How an apology stands. `act_of_sorrow`: some remorse is tied to an own act ("sorry I snapped"), which takes up
    a part of the responsibility even where nothing more is owned."""
    have = set(labels)
    sorry = Label.REMORSE in have
    owned = Label.OWNERSHIP in have or (sorry and Label.NAMES_ACT in have)
    stated = bool(have & {Label.NAMES_ACT, Label.IMPACT})
    undone = bool(have & UNDOING)
    if owned and sorry and stated and not undone:
        return Verdict.APOLOGY
    if owned or (sorry and (act_of_sorrow or not undone)):
        return Verdict.PARTIAL
    return Verdict.NON_APOLOGY
