"""Letters as one of the two sees them: what is shown depends on whose desk it lies on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.http import Http404

from goldseam.content import words
from goldseam.core.base import Entry, VaultKind
from goldseam.core.letterbook import (
    LETTERS,
    PARTS,
    Letter,
    LetterAnswered,
    LetterRevised,
    Letters,
    LetterSent,
    LetterState,
)
from goldseam.core.letters import Event, can
from goldseam.log.house import House, SpaceView


@dataclass(frozen=True, slots=True)
class Said:
    """An answer to one version. `title` has a place for a name where the writer reads it."""

    answer: str
    title: str
    parts: list[str]
    words: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a letter, and what was answered to it."""

    number: int
    text: str
    said: Said | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A letter without its text: enough for a list and for a closed page.

    `read` is the newest version that its reader opened, `day` the day on which the newest was sent. Both
    are of whoever looks: a writer's `read` is always 0.
    """

    id: str
    letter: Letter
    mine: bool
    day: date | None = None
    read: int = 0
    away: bool = False
    may: frozenset[str] = field(default_factory=frozenset)

    @property
    def gone(self) -> bool:
        return self.letter.withdrawn

    @property
    def opened(self) -> bool:
        """Whether its reader opened the newest version. A new version comes closed, as the first one did."""
        return self.read == self.letter.version

    @property
    def waits(self) -> bool:
        """Whether it lies closed before its reader, and was not put away."""
        return not (self.mine or self.gone or self.opened or self.away)

    @property
    def kind(self) -> str:
        """What its writer calls it."""
        return words().letters.kinds[self.letter.kind].title if self.letter.kind else ""

    @property
    def named(self) -> str:
        """What its reader is told that it is."""
        return words().letters.kinds[self.letter.kind].letter if self.letter.kind else ""

    @property
    def state(self) -> LetterState:
        return self.letter.state

    @property
    def answered(self) -> str:
        """How the newest version was answered, for its writer; empty while it was not."""
        answer = self.letter.answers.get(self.letter.version)
        return words().letters.answers[answer.answer].writer if answer else ""


def state_of(house: House, space: UUID) -> Letters:
    """The letters of a space as the core knows them."""
    return house.folded(LETTERS, VaultKind.SHARED, space)


def pile(house: House, here: SpaceView) -> list[Seen]:
    """All letters of a space, the newest first."""
    return [
        _seen(house, here, id, letter) for id, letter in reversed(state_of(house, here.id).letters.items())
    ]


def one(house: House, here: SpaceView, letter: UUID) -> Seen:
    """One letter of a space; 404 where there is none."""
    found = state_of(house, here.id).letters.get(str(letter))
    if found is None:
        raise Http404
    return _seen(house, here, str(letter), found)


def _seen(house: House, here: SpaceView, id: str, letter: Letter) -> Seen:
    sent = _entry(house, here, letter.versions[-1]) if letter.versions else None
    return Seen(
        id=id,
        letter=letter,
        mine=letter.by == here.slot,
        day=sent.at.astimezone(house.zone).date() if sent else None,
        read=house.desk.opened.get(id, 0),
        away=house.desk.is_away(id, letter.version, house.today),
        may=frozenset(event.name.lower() for event in Event if can(letter, event, by=here.slot)),
    )


def _entry(house: House, here: SpaceView, seq: int) -> Entry | None:
    return house.line(VaultKind.SHARED, seq, here.id).entry


def versions(house: House, here: SpaceView, seen: Seen, *, upto: int | None = None) -> list[Version]:
    """The versions of a letter (or those up to one) with their answers, the newest first.

    For its writer, or after opening.
    """
    found = []
    for number, seq in list(enumerate(seen.letter.versions, start=1))[:upto]:
        entry = _entry(house, here, seq)
        if entry is not None and isinstance(entry.body, LetterSent | LetterRevised):
            found.append(Version(number, entry.body.text, said_to(house, here, seen, number)))
    return found[::-1]


def said_to(house: House, here: SpaceView, seen: Seen, number: int) -> Said | None:
    """What was answered to one version, if anything."""
    answered = seen.letter.answers.get(number)
    entry = _entry(house, here, answered.seq) if answered else None
    if entry is None or not isinstance(entry.body, LetterAnswered):
        return None
    body, told = entry.body, words().letters
    both = told.answers[body.answer]
    title = both.writer if seen.mine else both.reader
    return Said(body.answer.value, title, [told.parts[part] for part in body.parts], body.words)


def offered_parts(letter: Letter) -> list[tuple[str, str]]:
    """The parts that a reader can name as missing."""
    told = words().letters.parts
    return [(part.value, told[part]) for part in PARTS[letter.kind]] if letter.kind else []
