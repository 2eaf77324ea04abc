"""Kind words as one of the two sees them: what is shown depends on whose desk they lie on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404

from goldseam.core.base import VaultKind
from goldseam.core.desk import Lies
from goldseam.core.kindness import KINDNESS, KindWord, KindWordGiven, KindWords, KindWordState
from goldseam.log.house import House, SpaceView


@dataclass(frozen=True, slots=True)
class Note:
    """A kind word. `noticed` and `meant` are empty for one that was taken back, and for one that lies closed.

    `day` is the day of giving in the zone of the one who looks, `lies` how it lies on the own desk.
    """

    id: str
    mine: bool
    gone: bool
    day: date | None = None
    lies: Lies | None = None
    noticed: str = ""
    meant: str = ""

    @property
    def opened(self) -> bool:
        return self.mine or self.lies is Lies.OPENED

    @property
    def away(self) -> bool:
        return self.lies is Lies.AWAY

    @property
    def new(self) -> bool:
        """Whether it lies closed before its receiver, and was not put away."""
        return not (self.mine or self.gone or self.lies)


def state_of(house: House, space: UUID) -> KindWords:
    """The kind words of a space as the core knows them."""
    return house.folded(KINDNESS, VaultKind.SHARED, space)


def notes(house: House, here: SpaceView) -> list[Note]:
    """All that stand in a space, the newest first."""
    state = state_of(house, here.id).notes
    return [_note(house, here, id, word) for id, word in reversed(state.items()) if word.seq]


def one(house: House, here: SpaceView, note: UUID) -> Note:
    """One kind word of a space; 404 where there is none."""
    word = state_of(house, here.id).notes.get(str(note))
    if word is None:
        raise Http404
    return _note(house, here, str(note), word)


def _note(house: House, here: SpaceView, id: str, word: KindWord) -> Note:
    mine, gone = word.by == here.slot, word.state is KindWordState.WITHDRAWN
    entry = house.line(VaultKind.SHARED, word.seq, here.id).entry if word.seq else None
    if entry is None or not isinstance(entry.body, KindWordGiven):
        return Note(id, mine, gone)
    day, lies = entry.at.astimezone(house.zone).date(), None if mine else house.desk.kind_words.get(id)
    if not mine and lies is not Lies.OPENED:
        return Note(id, mine, gone, day, lies)
    return Note(id, mine, gone, day, lies, entry.body.noticed, entry.body.meant)
