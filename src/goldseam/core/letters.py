"""Letters (METHOD R1 to R4): sent, read when the reader is ready, answered or not, revised, withdrawn.

What was sent is never changed silently. Its writer can take it back at any time, also after leaving.
"""

from __future__ import annotations

from collections.abc import Iterable

from goldseam.core.base import Append, DropDraft, Erase, Outcome, Refusal, Refused, VaultKind
from goldseam.core.breaches import Accounts
from goldseam.core.letterbook import (
    ANSWERING,
    LETTERS,
    MAX_REVISIONS,
    PARTS,
    TRANSITIONS,
    Answer,
    Answered,
    Event,
    Letter,
    LetterAnswered,
    LetterKind,
    LetterRevised,
    Letters,
    LetterSent,
    LetterState,
    LetterWithdrawn,
    Part,
    Who,
)
from goldseam.core.reading import (
    Waiting,
    answers_for,
    open_letter,
    put_away,
    see_answer,
    take_up,
    waiting_for,
)
from goldseam.core.spaces import must_give_back, must_take_words
from goldseam.core.transitions import moves
from goldseam.core.wish import own_wish
from goldseam.core.words import MAX_TEXT, all_chosen, chosen, clean_text

__all__ = [
    "ANSWERING",
    "LETTERS",
    "MAX_REVISIONS",
    "PARTS",
    "TRANSITIONS",
    "Answer",
    "Answered",
    "Event",
    "Letter",
    "LetterAnswered",
    "LetterKind",
    "LetterRevised",
    "LetterSent",
    "LetterState",
    "LetterWithdrawn",
    "Letters",
    "Part",
    "Waiting",
    "Who",
    "answer",
    "answers_for",
    "can",
    "open_letter",
    "put_away",
    "revise",
    "see_answer",
    "send",
    "take_back_answer",
    "take_up",
    "waiting_for",
    "withdraw",
]

MAX_LETTERS = 500
"""Letters of one writer in a space. By writer: nobody can fill the other's space."""


def send(
    letters: Letters,
    accounts: Accounts,
    *,
    space: str,
    by: int,
    id: str,
    kind: str,
    text: str,
    believe: str,
    afraid: str,
    knowing: bool = False,
    breach: str | None = None,
    draft: str | None = None,
) -> Outcome:
    """Send a letter. Its id is its row, so that sending twice sends once.

    Refuses `ALONE`, `PAUSED`, `FROZEN`, `ALREADY_DONE`, `FULL`, `NOT_FOUND` (field `breach`), `NOT_ALLOWED`
    (field `kind`), `EMPTY`, `TOO_LONG` (field `text`), and last `NOT_OWN_WISH` (`wish.own_wish`).
    """
    must_take_words(space)
    _has_room(letters, by, id)
    if breach is not None and breach not in accounts.breaches:
        raise Refused(Refusal.NOT_FOUND, "breach")
    body = LetterSent(
        id=id, kind=chosen(LetterKind, kind, "kind"), text=clean_text(text, MAX_TEXT, "text"), breach=breach
    )
    own_wish(believe=believe, afraid=afraid, knowing=knowing)
    return (Append(VaultKind.SHARED, body, row=id), *_dropped(draft))


def revise(
    letters: Letters,
    *,
    space: str,
    by: int,
    id: str,
    text: str,
    believe: str,
    afraid: str,
    knowing: bool = False,
    row: str | None = None,
    draft: str | None = None,
) -> Outcome:
    """Send another version, where a part was missing: nothing is to be fixed in answer to "not ready".

    Refuses as `send`, and `NOT_FOUND`, `NOT_YOURS`, `WITHDRAWN`, `NOTHING_ASKED`, `ENOUGH_REVISIONS`.
    """
    must_take_words(space)
    letter = _for(letters, id, by, Event.REVISE)
    if not letter.revisions_left:
        raise Refused(Refusal.ENOUGH_REVISIONS)
    body = LetterRevised(id=id, version=letter.version + 1, text=clean_text(text, MAX_TEXT, "text"))
    own_wish(believe=believe, afraid=afraid, knowing=knowing)
    return (Append(VaultKind.SHARED, body, row=row), *_dropped(draft))


def withdraw(letters: Letters, *, space: str, by: int, id: str) -> Outcome:
    """Take a letter back: every version is erased, and a line stays that says so.

    Refuses `FROZEN` only in a closed space, `NOT_FOUND`, `NOT_YOURS`, `WITHDRAWN`.
    """
    must_give_back(space)
    letter = _for(letters, id, by, Event.WITHDRAW)
    erased = tuple(Erase(VaultKind.SHARED, seq) for seq in letter.versions)
    return (Append(VaultKind.SHARED, LetterWithdrawn(id=id)), *erased)


def answer(
    letters: Letters,
    *,
    space: str,
    by: int,
    id: str,
    version: int,
    answer: str,
    parts: Iterable[str] = (),
    words: str = "",
    row: str | None = None,
    draft: str | None = None,
) -> Outcome:
    """Answer the newest version, or put another answer in the place of the own one; words may be left out.

    Refuses `ALONE`, `PAUSED`, `FROZEN`, `NOT_FOUND`, `NOT_YOURS`, `WITHDRAWN`, `NEWER_VERSION` (the page
    showed an older one), by field `NOT_ALLOWED` (`answer`), `NO_PART_NAMED` (`parts`), `TOO_LONG` (`words`).
    """
    must_take_words(space)
    said = chosen(Answer, answer, "answer")
    letter = _for(letters, id, by, ANSWERING[said])
    if version != letter.version:
        raise Refused(Refusal.NEWER_VERSION)
    missing = _parts(letter, parts) if said is Answer.PART_MISSING else ()
    clean = clean_text(words, MAX_TEXT, "words", required=False)
    body = LetterAnswered(id=id, version=version, answer=said, parts=missing, words=clean)
    return (Append(VaultKind.SHARED, body, row=row), *_replaced(letter), *_dropped(draft))


def take_back_answer(letters: Letters, *, space: str, by: int, id: str) -> Outcome:
    """Erase all own answers to a letter, also to one that was withdrawn, also after leaving.

    Refuses `FROZEN` only in a closed space, `NOT_FOUND` (also where there is no answer), `NOT_YOURS`.
    """
    must_give_back(space)
    letter = letters.letters.get(id)
    if letter is None or not letter.answers:
        raise Refused(Refusal.NOT_FOUND)
    if letter.by == by:
        raise Refused(Refusal.NOT_YOURS)
    return tuple(Erase(VaultKind.SHARED, answered.seq) for answered in letter.answers.values())


def can(letter: Letter, event: Event, *, by: int) -> bool:
    """Whether `by` can do `event` to this letter now, the space allowing. Pages ask it for their buttons."""
    who = Who.WRITER if letter.by == by else Who.READER
    enough = event is Event.REVISE and not letter.revisions_left
    return not enough and any(row.who == who for row in moves(TRANSITIONS, letter.state, event))


def _has_room(letters: Letters, by: int, id: str) -> None:
    if id in letters.letters:
        raise Refused(Refusal.ALREADY_DONE)
    if sum(letter.by == by for letter in letters.letters.values()) >= MAX_LETTERS:
        raise Refused(Refusal.FULL)


def _for(letters: Letters, id: str, by: int, event: Event) -> Letter:
    """The letter, if `by` is the one who may do `event` and the letter is in a state that takes it."""
    letter = letters.letters.get(id)
    if letter is None:
        raise Refused(Refusal.NOT_FOUND)
    who = Who.WRITER if letter.by == by else Who.READER
    if not any(row.event == event and row.who == who for row in TRANSITIONS):
        raise Refused(Refusal.NOT_YOURS)
    if letter.withdrawn:
        raise Refused(Refusal.WITHDRAWN)
    if not any(True for _ in moves(TRANSITIONS, letter.state, event)):
        raise Refused(Refusal.NOTHING_ASKED)
    return letter


def _parts(letter: Letter, parts: Iterable[str]) -> tuple[Part, ...]:
    named = all_chosen(Part, parts, "parts", Refusal.NO_PART_NAMED)
    offered = PARTS[letter.kind] if letter.kind else ()
    if not named or not set(named) <= set(offered):
        raise Refused(Refusal.NO_PART_NAMED, "parts")
    return named


def _replaced(letter: Letter) -> tuple[Erase, ...]:
    """The own answer to the newest version, which another one takes the place of."""
    before = letter.answers.get(letter.version)
    return () if before is None else (Erase(VaultKind.SHARED, before.seq),)


def _dropped(draft: str | None) -> tuple[DropDraft, ...]:
    return () if draft is None else (DropDraft(draft),)
