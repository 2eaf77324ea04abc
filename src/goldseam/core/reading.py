"""A letter on its reader's desk, and an answer on the writer's.

What the reader does with a letter before answering is kept on the reader's desk alone and changes nothing
that the writer can see: nobody learns whether or when a letter was opened.
"""

from __future__ import annotations

from datetime import date

import msgspec

from goldseam.core.base import Append, Outcome, Refusal, Refused, VaultKind
from goldseam.core.desk import AnswerSeen, Desk, LetterOpened, LetterPutAway, LetterTakenUp
from goldseam.core.letterbook import Letter, LetterKind, Letters, LetterState


class Waiting(msgspec.Struct, frozen=True):
    """A letter that waits for its reader: its kind, and nothing of what it says."""

    id: str
    kind: LetterKind
    version: int
    opened: bool


def open_letter(letters: Letters, desk: Desk, *, by: int, id: str) -> Outcome:
    """Open a letter, on the own desk alone. Opened again, nothing changes.

    Refuses `NOT_FOUND`, `NOT_YOURS`, `WITHDRAWN`.
    """
    letter = _to_read(letters, id, by)
    if desk.opened.get(id) == letter.version and id not in desk.away:
        return ()
    return (Append(VaultKind.DESK, LetterOpened(id=id, version=letter.version)),)


def put_away(letters: Letters, *, by: int, id: str, until: date | None = None) -> Outcome:
    """Put a letter away, on the own desk alone. Refuses as `open_letter`."""
    letter = _to_read(letters, id, by)
    return (Append(VaultKind.DESK, LetterPutAway(id=id, version=letter.version, until=until)),)


def take_up(desk: Desk, *, id: str) -> Outcome:
    """Lay a letter out again. Refuses `NOT_FOUND` what is not put away."""
    if id not in desk.away:
        raise Refused(Refusal.NOT_FOUND)
    return (Append(VaultKind.DESK, LetterTakenUp(id=id)),)


def see_answer(letters: Letters, desk: Desk, *, by: int, id: str) -> Outcome:
    """The writer has seen the answer, on the own desk alone. Seen again, nothing changes.

    Refuses `NOT_FOUND` (also where there is no answer), `NOT_YOURS`.
    """
    letter = letters.letters.get(id)
    if letter is None or letter.version not in letter.answers:
        raise Refused(Refusal.NOT_FOUND)
    if letter.by != by:
        raise Refused(Refusal.NOT_YOURS)
    seq = letter.answers[letter.version].seq
    return () if desk.answers_seen.get(id) == seq else (Append(VaultKind.DESK, AnswerSeen(id=id, seq=seq)),)


def waiting_for(letters: Letters, desk: Desk, slot: int, today: date) -> tuple[Waiting, ...]:
    """The letters that wait for this reader, oldest first: not answered, withdrawn, or put away today."""
    return tuple(
        Waiting(id, letter.kind, letter.version, desk.opened.get(id) == letter.version)
        for id, letter in letters.letters.items()
        if letter.by != slot
        and letter.kind is not None
        and letter.state is LetterState.WAITING
        and not desk.is_away(id, letter.version, today)
    )


def answers_for(letters: Letters, desk: Desk, slot: int) -> tuple[str, ...]:
    """The ids of this writer's letters whose answer was not seen yet."""
    return tuple(
        id
        for id, letter in letters.letters.items()
        if letter.by == slot
        and letter.version in letter.answers
        and desk.answers_seen.get(id) != letter.answers[letter.version].seq
    )


def _to_read(letters: Letters, id: str, by: int) -> Letter:
    letter = letters.letters.get(id)
    if letter is None:
        raise Refused(Refusal.NOT_FOUND)
    if letter.by == by:
        raise Refused(Refusal.NOT_YOURS)
    if letter.withdrawn:
        raise Refused(Refusal.WITHDRAWN)
    return letter
