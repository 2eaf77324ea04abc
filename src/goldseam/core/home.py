"""Home: one next thing, what waits, and the fold of late hours.

Every suggestion and its reason come from facts that anyone may read over a shoulder: the day of sign-up, the
desk, and what was openly shared. A private answer never gives a reason. The words live in the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from goldseam.core.base import Append, Outcome, Refusal, Refused, VaultKind
from goldseam.core.breaches import Accounts, Named
from goldseam.core.desk import Desk, NotToday
from goldseam.core.kindness import KindWords
from goldseam.core.kindness import waits as kind_word_waits
from goldseam.core.letters import (
    Letter,
    LetterKind,
    Letters,
    LetterState,
    answers_for,
    waiting_for,
)
from goldseam.core.spaces import SpaceState
from goldseam.core.standing import FOR_OWNED, prompts_for

FIRST_DAYS = 14
"""Days after sign-up in which nothing has to be decided, and only care and the journal are suggested."""

LATE, EARLY = 23, 5
"""Local hours between which Home folds, by the clock, for everybody alike."""


class Step(NamedTuple):
    """A kind of suggestion: about how many minutes it takes, and the METHOD ids that it serves."""

    minutes: int
    method: tuple[str, ...]


STEPS: dict[str, Step] = {
    "care.steady": Step(5, ("U10",)),
    "care.someone": Step(10, ("U10",)),
    "care.nothing_to_decide": Step(5, ("U10",)),
    "care.breathe": Step(5, ("U10",)),
    "journal.write": Step(10, ("U8",)),
    "breaches.name": Step(15, ("U2",)),
    "letters.first_words": Step(10, ("R1",)),
    "letters.account": Step(20, ("R1",)),
    "letters.apology": Step(20, ("R2", "R3")),
    "letters.sorrow": Step(20, ("R4",)),
    "letters.revise": Step(15, ("R2",)),
    "letters.while_waiting": Step(5, ("B3",)),
    "help.talk_or_counsellor": Step(10, ("H1", "H3")),
}
"""Every step that Home can suggest."""

REASONS = (
    "first_days",
    "any_day",
    "account_in_ours",
    "letter_answered",
    "letter_sent",
    "two_revisions",
)
"""Every reason that Home can give."""

_CARE = ("care.steady", "journal.write", "care.nothing_to_decide", "care.someone", "care.breathe")
_COMMON = ("journal.write", "breaches.name", "care.someone", "care.breathe")


LEFT_OUT_WHEN_NAMED = frozenset({"breaches.name"})
"""Steps that are not suggested once a breach was named in private. All others are the same either way."""


class Together(msgspec.Struct, frozen=True):
    """One space as its member in `slot` sees it."""

    space: str
    state: str
    slot: int
    letters: Letters
    accounts: Accounts
    kindness: KindWords = KindWords()


class NextThing(msgspec.Struct, frozen=True):
    """One step: what, about how long, why (a wording id), and where it belongs to."""

    id: str
    minutes: int
    reason: str
    space: str | None = None
    about: str | None = None

    @property
    def step(self) -> str:
        """What "not today" is said to: the step, and what it is about if anything."""
        return self.id if self.about is None else f"{self.id}:{self.about}"


class Waits(msgspec.Struct, frozen=True):
    """Something of the other that waits: a letter to read, an answer to an own letter, or kind words.

    Kind words wait together, without an id or a number.
    """

    what: str
    space: str
    id: str = ""
    kind: LetterKind | None = None
    opened: bool = False


def next_thing(
    *, signed_up: date, today: date, desk: Desk, together: Sequence[Together] = (), named: Named | None = None
) -> NextThing | None:
    """The step to suggest now, or none after "enough for today" or when all were put off.

    `named` is given only while the private pages are open; it can leave a step out, and never gives a reason.
    """
    if desk.enough == today:
        return None
    days = (today - signed_up).days
    steps = _first_days(days) if days < FIRST_DAYS else _later(days, together, named)
    return next((step for step in steps if not desk.is_off(step.step, today)), None)


def not_today(desk: Desk, *, step: str, today: date) -> Outcome:
    """Put a step (`NextThing.step`) off until tomorrow. Refuses `NOT_FOUND`; said twice, it is kept once."""
    id, _, about = step.partition(":")
    if id not in STEPS or len(about) > 100:
        raise Refused(Refusal.NOT_FOUND, "step")
    if desk.is_off(step, today):
        return ()
    return (Append(VaultKind.DESK, NotToday(step=step, day=today)),)


def waiting(*, desk: Desk, together: Sequence[Together], today: date, minute: int) -> tuple[Waits, ...]:
    """What waits at this local minute: answers, and in the own reading hours letters, and kind words if wanted."""
    reading = desk.is_reading_time(minute)
    found: list[Waits] = []
    for two in together:
        if two.state == SpaceState.ACTIVE:
            found += _answers(desk, two)
            found += _to_read(desk, two, today) if reading else ()
            found += _kindness(desk, two, today, minute)
    return tuple(found)


def evening(local_hour: int) -> bool:
    """Whether Home is folded at this hour."""
    return local_hour >= LATE or local_hour < EARLY


def _thing(id: str, reason: str, space: str | None = None, about: str | None = None) -> NextThing:
    return NextThing(id, STEPS[id].minutes, reason, space, about)


def _turned(things: Sequence[NextThing], days: int) -> Iterator[NextThing]:
    """`things`, beginning with another one each day."""
    start = max(0, days) % len(things)
    yield from (*things[start:], *things[:start])


def _first_days(days: int) -> Iterator[NextThing]:
    return _turned([_thing(id, "first_days") for id in _CARE], days)


def _later(days: int, together: Sequence[Together], named: Named | None) -> Iterator[NextThing]:
    here = [two for two in together if two.state == SpaceState.ACTIVE]
    for two in here:
        yield from _owned(two)
    common = [_thing(id, "any_day") for id in _COMMON]
    common += [_thing("letters.while_waiting", "letter_sent", two.space) for two in here if _is_waiting(two)]
    is_named = named is not None and bool(named.breaches)
    yield from (
        thing for thing in _turned(common, days) if not (is_named and thing.id in LEFT_OUT_WHEN_NAMED)
    )


def _mine(two: Together) -> dict[str, Letter]:
    return {id: letter for id, letter in two.letters.letters.items() if letter.by == two.slot and letter.kind}


def _is_waiting(two: Together) -> bool:
    """Whether a letter of this person is with its reader: the writer's part is to wait."""
    return any(letter.state in (LetterState.WAITING, LetterState.NOT_READY) for letter in _mine(two).values())


def _owned(two: Together) -> Iterator[NextThing]:
    """Steps for the one who owned an act here: mend what was missing, or wait, or write the next letter."""
    mine = _mine(two)
    missing = {id: letter for id, letter in mine.items() if letter.state is LetterState.PART_MISSING}
    for id, letter in missing.items():
        if _owned_kinds(two, letter.breach):
            yield _part_missing(two, id, letter)
    if missing or _is_waiting(two):
        return
    for breach in two.accounts.breaches:
        written = {letter.kind for letter in mine.values() if letter.breach == breach}
        for kind in [kind for kind in _owned_kinds(two, breach) if kind not in written][:1]:
            yield _thing(f"letters.{kind}", "account_in_ours", two.space, breach)


def _owned_kinds(two: Together, breach: str | None) -> tuple[LetterKind, ...]:
    """The kinds of letter that may be suggested: none where the act is not owned, or where it is disputed."""
    if breach is None:
        return ()
    prompts = prompts_for(two.accounts.standing(breach), two.accounts.own_role(breach, two.slot))
    return tuple(LetterKind(prompt.value) for prompt in prompts if prompt in FOR_OWNED)


def _part_missing(two: Together, id: str, letter: Letter) -> NextThing:
    if letter.revisions_left:
        return _thing("letters.revise", "letter_answered", two.space, id)
    return _thing("help.talk_or_counsellor", "two_revisions", two.space, id)


def _to_read(desk: Desk, two: Together, today: date) -> Iterator[Waits]:
    for letter in waiting_for(two.letters, desk, two.slot, today):
        yield Waits("letter", two.space, letter.id, letter.kind, letter.opened)


def _kindness(desk: Desk, two: Together, today: date, minute: int) -> Iterator[Waits]:
    if kind_word_waits(two.kindness, desk, space=two.space, slot=two.slot, today=today, minute=minute):
        yield Waits("kindness", two.space)


def _answers(desk: Desk, two: Together) -> Iterator[Waits]:
    return (
        Waits("answer", two.space, id, kind, opened=False)
        for id in answers_for(two.letters, desk, two.slot)
        if (kind := two.letters.letters[id].kind) is not None
    )
