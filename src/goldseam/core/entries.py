"""From an entry to bytes and back, for as long as the product lives.

An entry is a MessagePack array: format, when (UTC seconds), by which slot, version of the body, body. The
body names itself by its tag. What this program does not know for certain, it does not open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Union

import msgspec

from goldseam.core import breaches, desk, journal, kindness, letterbook, spaces
from goldseam.core.base import Body, Entry, Erased, Revealed

FORMAT = 1
"""The version of the envelope."""

Raw = dict[str, Any]
Upcasts = Mapping[tuple[str, int], Callable[[Raw], Raw]]

BODIES: tuple[type[Body], ...] = (
    Erased,
    Revealed,
    journal.JournalWritten,
    breaches.BreachNamed,
    breaches.BreachShared,
    letterbook.LetterSent,
    letterbook.LetterRevised,
    letterbook.LetterAnswered,
    letterbook.LetterWithdrawn,
    kindness.KindWordGiven,
    kindness.KindWordWithdrawn,
    kindness.KindWordKept,
    desk.NameChosen,
    desk.ZoneChosen,
    desk.NotToday,
    desk.EnoughForToday,
    desk.RecoveryConfirmed,
    desk.ReadingHours,
    desk.LetterOpened,
    desk.LetterPutAway,
    desk.LetterTakenUp,
    desk.AnswerSeen,
    desk.KindWordOpened,
    desk.KindWordPutAway,
    desk.KindWordsQuiet,
    desk.KindWordsShown,
    spaces.MemberJoined,
    spaces.MemberNamed,
)
"""Every body that exists. A new one is added here and frozen in `tests/core/test_entries.py`."""

UPCASTS: Upcasts = {}
"""(tag, version) to the function that turns a body of that version into one of the next."""


class UnknownEntry(Exception):
    """These bytes are no entry that this program knows. It says why by a name, never by content."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Envelope(msgspec.Struct, array_like=True, frozen=True):
    format: int
    at: int
    by: int
    version: int
    body: msgspec.Raw


class _Tag(msgspec.Struct, frozen=True):
    t: str


class Codec:
    """Entries of these bodies, with these upcasts."""

    def __init__(self, bodies: tuple[type[Body], ...], upcasts: Upcasts) -> None:
        self._known = {_tag_of(body): body for body in bodies}
        self._upcasts = upcasts
        union: Any = Union.__getitem__(bodies)
        self._body: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(union)

    def encode(self, entry: Entry) -> bytes:
        """The bytes of `entry`. Raises ValueError for what would not come back the same."""
        if entry.at.utcoffset() != timedelta(0) or entry.at.microsecond:
            raise ValueError("an entry is dated in UTC, to the second")
        if entry.by not in (0, 1):
            raise ValueError("an entry is by slot 0 or 1")
        if self._known.get(_tag_of(type(entry.body))) is not type(entry.body):
            raise UnknownEntry("tag")
        body = msgspec.Raw(msgspec.msgpack.encode(entry.body))
        at = int(entry.at.timestamp())
        return msgspec.msgpack.encode(_Envelope(FORMAT, at, entry.by, entry.body.body_version, body))

    def decode(self, data: bytes) -> Entry:
        """The entry in `data`.

        Raises `UnknownEntry` for an unknown format, tag or newer version, or damage.
        """
        envelope = _read(_ENVELOPE, data)
        if envelope.format != FORMAT:
            raise UnknownEntry("format")
        known = self._known.get(_read(_TAG, envelope.body).t)
        if known is None:
            raise UnknownEntry("tag")
        if not 1 <= envelope.version <= known.body_version:
            raise UnknownEntry("version")
        if envelope.by not in (0, 1):
            raise UnknownEntry("slot")
        body = _read(self._body, self._current(known, envelope.version, envelope.body))
        return Entry(at=_moment(envelope.at), by=envelope.by, body=body)

    def _current(self, known: type[Body], version: int, body: msgspec.Raw) -> bytes | msgspec.Raw:
        """`body` as the present version writes it."""
        if version == known.body_version:
            return body
        raw: Raw = msgspec.msgpack.decode(body)
        tag = _tag_of(known)
        for step in range(version, known.body_version):
            raw = self._upcasts[tag, step](raw)
        return msgspec.msgpack.encode(raw)


def _tag_of(body: type[Body]) -> str:
    return str(body.__struct_config__.tag)


def _moment(seconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        raise UnknownEntry("damaged") from None


def _read(decoder: msgspec.msgpack.Decoder[Any], data: bytes | msgspec.Raw) -> Any:
    try:
        return decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise UnknownEntry("damaged") from None  # the cause can quote what a person wrote


_ENVELOPE = msgspec.msgpack.Decoder(_Envelope)
_TAG = msgspec.msgpack.Decoder(_Tag)
_CODEC = Codec(BODIES, UPCASTS)

encode = _CODEC.encode
decode = _CODEC.decode
