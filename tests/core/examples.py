"""One full and, where fields have defaults, one bare example of every body, by names that never change."""

from __future__ import annotations

from datetime import date

from goldseam.core.base import Body, Erased, Revealed
from goldseam.core.breaches import BreachNamed, BreachShared, Kind, SecondTo, Size
from goldseam.core.desk import (
    AnswerSeen,
    EnoughForToday,
    KindWordOpened,
    KindWordPutAway,
    KindWordsQuiet,
    KindWordsShown,
    LetterOpened,
    LetterPutAway,
    LetterTakenUp,
    NameChosen,
    NotToday,
    ReadingHours,
    RecoveryConfirmed,
    ZoneChosen,
)
from goldseam.core.journal import JournalWritten
from goldseam.core.kindness import KindWordGiven, KindWordKept, KindWordWithdrawn
from goldseam.core.letters import (
    Answer,
    LetterAnswered,
    LetterKind,
    LetterRevised,
    LetterSent,
    LetterWithdrawn,
    Part,
)
from goldseam.core.spaces import MemberJoined, MemberNamed
from goldseam.core.standing import Role

ID = "6f1c7a52-3f0e-4d0b-9a63-0c1de2f3a4b5"
OTHER = "0b7c1d2e-8a9f-4c3b-b2a1-5d6e7f809112"
DAY = date(2026, 11, 19)

EXAMPLES: dict[str, Body] = {
    "erased": Erased(seq=7),
    "revealed": Revealed(topic="first_talk", sides=("yes", "yes")),
    "journal": JournalWritten(id=ID, text="He rang at six.\nשלום"),
    "breach, full": BreachNamed(
        id=ID,
        space=OTHER,
        kinds=(Kind.LIE_OR_HIDDEN, Kind.SECOND_TO_SOMETHING),
        second_to=(SecondTo.WORK,),
        size=Size.ONE_EVENT,
        when_words="the third of April",
        own_view="The letter from the bank.",
        role=Role.HURT,
    ),
    "breach, bare": BreachNamed(id=ID),
    "account, full": BreachShared(
        id=ID, account=OTHER, kinds=(Kind.BROKEN_PROMISES,), words="I said Friday.", role=Role.BROKE_TRUST
    ),
    "account, bare": BreachShared(id=ID, account=OTHER),
    "letter, full": LetterSent(id=ID, kind=LetterKind.ACCOUNT, text="I took out the loan.", breach=OTHER),
    "letter, bare": LetterSent(id=ID, kind=LetterKind.FIRST_WORDS, text="I lied."),
    "revised": LetterRevised(id=ID, version=2, text="I lied three times."),
    "answered, full": LetterAnswered(
        id=ID, version=1, answer=Answer.PART_MISSING, parts=(Part.WHAT_IT_DID,), words="The nights."
    ),
    "answered, bare": LetterAnswered(id=ID, version=2, answer=Answer.HEARD),
    "withdrawn": LetterWithdrawn(id=ID),
    "kind word, full": KindWordGiven(id=ID, noticed="You rang before you were late.", meant="I could sleep."),
    "kind word, bare": KindWordGiven(id=ID, noticed="You made tea."),
    "kind word withdrawn": KindWordWithdrawn(id=ID),
    "kind word kept, full": KindWordKept(id=ID, noticed="She laughed.", meant="I had missed it."),
    "kind word kept, bare": KindWordKept(id=ID, noticed="She laughed."),
    "name": NameChosen(name="Alice"),
    "zone": ZoneChosen(zone="Europe/London"),
    "not today": NotToday(step="journal.write", day=DAY),
    "enough": EnoughForToday(day=DAY),
    "recovery": RecoveryConfirmed(day=DAY),
    "hours": ReadingHours(start=1080, end=1320),
    "hours, none": ReadingHours(),
    "opened": LetterOpened(id=ID, version=1),
    "put away, full": LetterPutAway(id=ID, version=1, until=DAY),
    "put away, bare": LetterPutAway(id=ID, version=1),
    "taken up": LetterTakenUp(id=ID),
    "answer seen": AnswerSeen(id=ID, seq=12),
    "kind word opened": KindWordOpened(id=ID),
    "kind word put away": KindWordPutAway(id=ID),
    "kind words quiet, full": KindWordsQuiet(space=OTHER, until=DAY),
    "kind words quiet, bare": KindWordsQuiet(space=OTHER),
    "kind words shown": KindWordsShown(space=OTHER),
    "joined": MemberJoined(name="Bob", public=bytes(range(32))),
    "renamed": MemberNamed(name="Robert"),
}
