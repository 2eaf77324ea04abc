"""The desk: a person's own settings and what was put away.

No confession is ever kept here, and nothing is derived from the private log, because a desk is open whenever
its person is signed in.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

import msgspec

from goldseam.core.base import Append, Body, FoldOf, Line, Outcome, Refusal, Refused, VaultKind
from goldseam.core.words import MAX_NAME, clean_line

DAY = 24 * 60
"""Minutes in a day."""

_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]{0,30}(/[A-Za-z0-9_+-]{1,30}){0,2}")


class NameChosen(Body, frozen=True, tag="desk.name"):
    """How Home greets."""

    name: str


class ZoneChosen(Body, frozen=True, tag="desk.zone"):
    """The person's time zone, as the IANA database names it."""

    zone: str


class NotToday(Body, frozen=True, tag="desk.not_today"):
    """This step not on this day."""

    step: str
    day: date


class EnoughForToday(Body, frozen=True, tag="desk.enough"):
    """Nothing more is suggested on this day."""

    day: date


class RecoveryConfirmed(Body, frozen=True, tag="desk.recovery_confirmed"):
    """The recovery code was written down and typed in again."""

    day: date


class ReadingHours(Body, frozen=True, tag="desk.hours"):
    """When letters and kind words may show themselves, in local minutes from midnight; none: at any hour."""

    start: int | None = None
    end: int | None = None


class LetterOpened(Body, frozen=True, tag="desk.letter_opened"):
    """The reader opened this version. Only the reader's own desk knows."""

    id: str
    version: int


class LetterPutAway(Body, frozen=True, tag="desk.letter_put_away"):
    """The reader put the letter away, until a day or until looking for it."""

    id: str
    version: int
    until: date | None = None


class LetterTakenUp(Body, frozen=True, tag="desk.letter_taken_up"):
    """The reader laid the letter out again."""

    id: str


class AnswerSeen(Body, frozen=True, tag="desk.answer_seen"):
    """The writer has seen the answer that is the line `seq` of the shared log."""

    id: str
    seq: int


class KindWordOpened(Body, frozen=True, tag="desk.kind_opened"):
    """The receiver read this kind word. Only the receiver's own desk knows."""

    id: str


class KindWordPutAway(Body, frozen=True, tag="desk.kind_put_away"):
    """The receiver put this kind word away, read or not."""

    id: str


class KindWordsQuiet(Body, frozen=True, tag="desk.kind_quiet"):
    """No kind word of this space shows itself before this day; none: until it is asked for."""

    space: str
    until: date | None = None


class KindWordsShown(Body, frozen=True, tag="desk.kind_shown"):
    """Kind words of this space show themselves again."""

    space: str


class Lies(StrEnum):
    """How a kind word lies on its receiver's desk. One that is neither is new."""

    OPENED = "opened"
    AWAY = "away"


class PutAway(msgspec.Struct, frozen=True):
    """What was put away, and until when (none: until it is looked for)."""

    version: int
    until: date | None


class Hours(msgspec.Struct, frozen=True):
    """From `start` to `end`, local minutes from midnight; over midnight where `start` is the later."""

    start: int
    end: int

    def hold(self, minute: int) -> bool:
        if self.start < self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end


class Desk(msgspec.Struct, frozen=True):
    """One person's desk."""

    name: str = ""
    zone: str = ""
    off_day: date | None = None
    off: tuple[str, ...] = ()
    enough: date | None = None
    recovery_confirmed: date | None = None
    hours: Hours | None = None
    opened: dict[str, int] = {}
    away: dict[str, PutAway] = {}
    answers_seen: dict[str, int] = {}
    kind_words: dict[str, Lies] = {}
    kind_quiet: dict[str, date | None] = {}

    def is_off(self, step: str, today: date) -> bool:
        """Whether this step was declined for today."""
        return self.off_day == today and step in self.off

    def is_reading_time(self, minute: int) -> bool:
        """Whether letters and kind words may show themselves at this local minute. They can be looked for any time."""
        return self.hours is None or self.hours.hold(minute)

    def is_away(self, letter: str, version: int, today: date) -> bool:
        """Whether this version of a letter is put away on this day."""
        put = self.away.get(letter)
        return put is not None and put.version == version and (put.until is None or today < put.until)

    def is_quiet(self, space: str, today: date) -> bool:
        """Whether no kind word of this space shows itself on this day. They can be looked for at any time."""
        until = self.kind_quiet.get(space)
        return space in self.kind_quiet and (until is None or today < until)


def choose_name(*, name: str) -> Outcome:
    """Refuses `EMPTY`, `TOO_LONG` (field `name`)."""
    return _kept(NameChosen(name=clean_line(name, MAX_NAME, "name")))


def choose_zone(*, zone: str) -> Outcome:
    """Choose a time zone. Whether it exists is for the shell to check.

    Refuses `NOT_ALLOWED` (field `zone`) what has not the form of a zone.
    """
    if not _ZONE.fullmatch(zone):
        raise Refused(Refusal.NOT_ALLOWED, "zone")
    return _kept(ZoneChosen(zone=zone))


def enough(desk: Desk, *, today: date) -> Outcome:
    """Enough for today. Said twice, it is kept once."""
    return () if desk.enough == today else _kept(EnoughForToday(day=today))


def confirm_recovery(desk: Desk, *, today: date) -> Outcome:
    """The recovery code is safe. Refuses `ALREADY_DONE`."""
    if desk.recovery_confirmed is not None:
        raise Refused(Refusal.ALREADY_DONE)
    return _kept(RecoveryConfirmed(day=today))


def keep_hours(*, start: int | None, end: int | None) -> Outcome:
    """Choose reading hours, or none.

    Refuses `NOT_ALLOWED` (field `hours`) half a choice, and what is no span.
    """
    if start is None and end is None:
        return _kept(ReadingHours())
    if start is None or end is None or start == end or not (0 <= start < DAY and 0 <= end < DAY):
        raise Refused(Refusal.NOT_ALLOWED, "hours")
    return _kept(ReadingHours(start=start, end=end))


def _kept(body: Body) -> Outcome:
    return (Append(VaultKind.DESK, body),)


def _step(desk: Desk, line: Line) -> Desk:
    body = line.entry and line.entry.body
    return _settings(_kind_words(_letters(desk, body), body), body)


def _settings(desk: Desk, body: object) -> Desk:
    match body:
        case NameChosen(name=name):
            return msgspec.structs.replace(desk, name=name)
        case ZoneChosen(zone=zone):
            return msgspec.structs.replace(desk, zone=zone)
        case NotToday(step=step, day=day):
            before = desk.off if desk.off_day == day else ()
            return msgspec.structs.replace(desk, off_day=day, off=tuple(dict.fromkeys((*before, step))))
        case EnoughForToday(day=day):
            return msgspec.structs.replace(desk, enough=day)
        case RecoveryConfirmed(day=day):
            return msgspec.structs.replace(desk, recovery_confirmed=day)
        case ReadingHours(start=start, end=end):
            hours = None if start is None or end is None else Hours(start, end)
            return msgspec.structs.replace(desk, hours=hours)
        case _:
            return desk


def _letters(desk: Desk, body: object) -> Desk:
    match body:
        case LetterOpened(id=id, version=version):
            opened = {**desk.opened, id: version}
            return msgspec.structs.replace(desk, opened=opened, away=_without(desk, id))
        case LetterPutAway(id=id, version=version, until=until):
            away = {**desk.away, id: PutAway(version, until)}
            return msgspec.structs.replace(desk, away=away)
        case LetterTakenUp(id=id):
            return msgspec.structs.replace(desk, away=_without(desk, id))
        case AnswerSeen(id=id, seq=seq):
            return msgspec.structs.replace(desk, answers_seen={**desk.answers_seen, id: seq})
        case _:
            return desk


def _kind_words(desk: Desk, body: object) -> Desk:
    match body:
        case KindWordOpened(id=id):
            return msgspec.structs.replace(desk, kind_words={**desk.kind_words, id: Lies.OPENED})
        case KindWordPutAway(id=id):
            return msgspec.structs.replace(desk, kind_words={**desk.kind_words, id: Lies.AWAY})
        case KindWordsQuiet(space=space, until=until):
            return msgspec.structs.replace(desk, kind_quiet={**desk.kind_quiet, space: until})
        case KindWordsShown(space=space):
            left = {key: until for key, until in desk.kind_quiet.items() if key != space}
            return msgspec.structs.replace(desk, kind_quiet=left)
        case _:
            return desk


def _without(desk: Desk, id: str) -> dict[str, PutAway]:
    return {key: put for key, put in desk.away.items() if key != id}


DESK = FoldOf("desk", 1, Desk, Desk, _step)
