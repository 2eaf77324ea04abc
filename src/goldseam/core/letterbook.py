"""Letters as they lie in the shared log: what can be said, what state that makes, and the table of moves.

The fold accepts what the log holds; the rules of who may say what when are in `core.letters`. Texts stay in
the log: the state holds only where they are.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from goldseam.core.base import Body, Entry, FoldOf, Line
from goldseam.core.transitions import START, Table, Transition

MAX_REVISIONS = 2
"""After these, a talk or a counsellor helps more than another version."""


class LetterKind(StrEnum):
    """The kind is told to the reader before anything else (R1, R2, R4; first words for the first days, U10)."""

    FIRST_WORDS = "first_words"
    ACCOUNT = "account"
    APOLOGY = "apology"
    SORROW = "sorrow"


class Answer(StrEnum):
    """What a reader can say to a letter. None of them forgives, and none is owed."""

    HEARD = "heard"
    PART_MISSING = "part_missing"
    NOT_READY = "not_ready"


class Part(StrEnum):
    """What a reader can miss in a letter."""

    WHAT_HAPPENED = "what_happened"
    THAT_IT_WAS_YOURS = "that_it_was_yours"
    WHAT_IT_DID = "what_it_did"
    THAT_YOU_ARE_SORRY = "that_you_are_sorry"
    WHAT_YOU_DO_NOW = "what_you_do_now"
    SOMETHING_ELSE = "something_else"


PARTS: dict[LetterKind, tuple[Part, ...]] = {
    LetterKind.FIRST_WORDS: (
        Part.WHAT_HAPPENED,
        Part.THAT_IT_WAS_YOURS,
        Part.THAT_YOU_ARE_SORRY,
        Part.SOMETHING_ELSE,
    ),
    LetterKind.ACCOUNT: (
        Part.WHAT_HAPPENED,
        Part.THAT_IT_WAS_YOURS,
        Part.WHAT_IT_DID,
        Part.WHAT_YOU_DO_NOW,
        Part.SOMETHING_ELSE,
    ),
    LetterKind.APOLOGY: tuple(Part),
    LetterKind.SORROW: (
        Part.THAT_IT_WAS_YOURS,
        Part.WHAT_IT_DID,
        Part.THAT_YOU_ARE_SORRY,
        Part.SOMETHING_ELSE,
    ),
}
"""The parts that a reader can name as missing, by kind of letter."""


class LetterState(StrEnum):
    """What both can see of a letter. Whether it was opened is not among it."""

    WAITING = "waiting"
    HEARD = "heard"
    PART_MISSING = "part_missing"
    NOT_READY = "not_ready"
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    """What the two can do to a letter."""

    SEND = "send"
    ANSWER_HEARD = "answer: heard"
    ANSWER_PART_MISSING = "answer: part missing"
    ANSWER_NOT_READY = "answer: not ready"
    TAKE_BACK_ANSWER = "take back the answer"
    REVISE = "revise"
    WITHDRAW = "withdraw"


class Who(StrEnum):
    """By whom."""

    WRITER = "writer"
    READER = "reader"


ANSWERING: dict[Answer, Event] = {
    Answer.HEARD: Event.ANSWER_HEARD,
    Answer.PART_MISSING: Event.ANSWER_PART_MISSING,
    Answer.NOT_READY: Event.ANSWER_NOT_READY,
}

_STATE_OF = {answer: LetterState(answer.value) for answer in Answer}
_STANDING = (LetterState.WAITING, LetterState.HEARD, LetterState.PART_MISSING, LetterState.NOT_READY)
_ANSWERED = _STANDING[1:]

TRANSITIONS: Table = (
    Transition(START, Event.SEND, Who.WRITER, LetterState.WAITING),
    *(
        Transition(state, ANSWERING[answer], Who.READER, LetterState(answer.value))
        for state in _STANDING
        for answer in Answer
    ),
    *(Transition(state, Event.TAKE_BACK_ANSWER, Who.READER, LetterState.WAITING) for state in _ANSWERED),
    Transition(LetterState.PART_MISSING, Event.REVISE, Who.WRITER, LetterState.WAITING),
    *(Transition(state, Event.WITHDRAW, Who.WRITER, LetterState.WITHDRAWN) for state in _STANDING),
)
"""Who can move a letter from where to where.

Opening and putting away are not here: they are the reader's own.
"""


class LetterSent(Body, frozen=True, tag="letters.sent"):
    """The first version of a letter."""

    id: str
    kind: LetterKind
    text: str
    breach: str | None = None


class LetterRevised(Body, frozen=True, tag="letters.revised"):
    """A later version: `version` counts from 1, so the first revision is 2."""

    id: str
    version: int
    text: str


class LetterAnswered(Body, frozen=True, tag="letters.answered"):
    """The reader's answer to one version. A later one to the same version takes its place."""

    id: str
    version: int
    answer: Answer
    parts: tuple[Part, ...] = ()
    words: str = ""


class LetterWithdrawn(Body, frozen=True, tag="letters.withdrawn"):
    """The writer took the letter back; its lines are erased in the same act."""

    id: str


class Answered(msgspec.Struct, frozen=True, gc=False):
    """Where the answer to one version is, and what of it was chosen rather than written."""

    seq: int
    answer: Answer
    parts: tuple[Part, ...] = ()


class Letter(msgspec.Struct, frozen=True, gc=False):
    """One letter: by which slot, where its versions are, what was answered to each."""

    by: int
    kind: LetterKind | None = None
    breach: str | None = None
    versions: tuple[int, ...] = ()
    answers: dict[int, Answered] = {}
    withdrawn: bool = False

    @property
    def version(self) -> int:
        """The newest version, from 1; 0 for a letter that was withdrawn."""
        return len(self.versions)

    @property
    def state(self) -> LetterState:
        if self.withdrawn:
            return LetterState.WITHDRAWN
        answered = self.answers.get(self.version)
        return LetterState.WAITING if answered is None else _STATE_OF[answered.answer]

    @property
    def revisions_left(self) -> int:
        return max(0, 1 + MAX_REVISIONS - self.version)


class Letters(msgspec.Struct, frozen=True):
    """The letters of one space by id, in the order of sending; a withdrawn one moves to its withdrawal."""

    letters: dict[str, Letter] = {}

    def put(self, id: str, letter: Letter) -> Letters:
        return Letters({**self.letters, id: letter})


def _step(state: Letters, line: Line) -> Letters:
    if line.entry is None:
        return state
    match line.entry.body:
        case LetterSent() as sent:
            return _sent(state, sent, line.entry, line.seq)
        case LetterRevised() as revised:
            return _revised(state, revised, line.entry, line.seq)
        case LetterAnswered() as answered:
            return _answered(state, answered, line.entry, line.seq)
        case LetterWithdrawn() as withdrawn:
            return _withdrawn(state, withdrawn, line.entry)
        case _:
            return state


def _sent(state: Letters, sent: LetterSent, entry: Entry, seq: int) -> Letters:
    if sent.id in state.letters:
        return state
    return state.put(sent.id, Letter(entry.by, sent.kind, sent.breach, (seq,)))


def _revised(state: Letters, revised: LetterRevised, entry: Entry, seq: int) -> Letters:
    letter = state.letters.get(revised.id)
    if letter is None or letter.withdrawn or letter.by != entry.by or revised.version != letter.version + 1:
        return state
    return state.put(revised.id, msgspec.structs.replace(letter, versions=(*letter.versions, seq)))


def _answered(state: Letters, answered: LetterAnswered, entry: Entry, seq: int) -> Letters:
    """An answer whose letter is erased stays its reader's own: the letter then counts as withdrawn."""
    letter = state.letters.get(answered.id, Letter(1 - entry.by, withdrawn=True))
    if letter.by == entry.by or not (letter.withdrawn or answered.version <= letter.version):
        return state
    answers = {**letter.answers, answered.version: Answered(seq, answered.answer, answered.parts)}
    return state.put(answered.id, msgspec.structs.replace(letter, answers=answers))


def _withdrawn(state: Letters, withdrawn: LetterWithdrawn, entry: Entry) -> Letters:
    """Nothing of the letter stays but its id, its writer, and the reader's own answers.

    That is also all that a fold over the erased lines can know, so that both folds agree.
    """
    letter = state.letters.get(withdrawn.id, Letter(entry.by))
    if letter.by != entry.by:
        return state
    others = {key: other for key, other in state.letters.items() if key != withdrawn.id}
    return Letters({**others, withdrawn.id: Letter(letter.by, answers=letter.answers, withdrawn=True)})


LETTERS = FoldOf("letters", 1, Letters, Letters, _step)
