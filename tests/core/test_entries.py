from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, ClassVar

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldseam.core.base import Body, Entry
from goldseam.core.entries import BODIES, UPCASTS, Codec, UnknownEntry, decode, encode
from tests.core.examples import EXAMPLES, ID

AT = datetime(2026, 11, 19, 20, 30, tzinfo=UTC)
FROZEN: dict[str, str] = json.loads((Path(__file__).parent / "frozen_entries.json").read_text())


class NoteOne(Body, frozen=True, tag="notes.kept"):
    """As the first release wrote it."""

    id: str
    text: str


class NoteThree(Body, frozen=True, tag="notes.kept"):
    """The same two versions later: text is now lines, and each has a mood."""

    body_version: ClassVar[int] = 3

    id: str
    lines: tuple[str, ...]
    mood: str


def _into_lines(raw: dict[str, Any]) -> dict[str, Any]:
    return {**{key: raw[key] for key in raw if key != "text"}, "lines": raw["text"].split("\n")}


def _with_mood(raw: dict[str, Any]) -> dict[str, Any]:
    return {**raw, "mood": "not said"}


OLD = Codec((NoteOne,), {})
NEW = Codec((NoteThree,), {("notes.kept", 1): _into_lines, ("notes.kept", 2): _with_mood})


@pytest.mark.parametrize("name", EXAMPLES)
def test_entries_of_the_first_release_open_forever(name: str) -> None:
    assert decode(bytes.fromhex(FROZEN[name])) == Entry(at=AT, by=1, body=EXAMPLES[name])


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_entry_comes_back_the_same(name: str) -> None:
    entry = Entry(at=AT, by=0, body=EXAMPLES[name])
    assert decode(encode(entry)) == entry


def test_every_body_is_frozen_once_and_named_by_its_room() -> None:
    assert {type(body) for body in EXAMPLES.values()} == set(BODIES)
    assert set(FROZEN) == set(EXAMPLES)
    tags = [body.__struct_config__.tag for body in BODIES]
    assert len(set(tags)) == len(tags)
    assert all(isinstance(tag, str) and len(tag.split(".")) == 2 for tag in tags)


def test_every_older_version_of_a_body_has_its_upcast() -> None:
    older = {(body.__struct_config__.tag, step) for body in BODIES for step in range(1, body.body_version)}
    assert set(UPCASTS) == older


def test_an_old_entry_is_raised_step_by_step() -> None:
    old = OLD.encode(Entry(at=AT, by=1, body=NoteOne(id=ID, text="one\ntwo")))

    assert NEW.decode(old) == Entry(at=AT, by=1, body=NoteThree(id=ID, lines=("one", "two"), mood="not said"))


def test_an_upcast_that_gives_something_else_is_not_opened() -> None:
    old = OLD.encode(Entry(at=AT, by=1, body=NoteOne(id=ID, text="one")))
    wrong = Codec((NoteThree,), {("notes.kept", 1): _into_lines, ("notes.kept", 2): lambda raw: raw})

    with pytest.raises(UnknownEntry, match="damaged"):
        wrong.decode(old)


def test_a_newer_version_is_not_opened() -> None:
    new = NEW.encode(Entry(at=AT, by=1, body=NoteThree(id=ID, lines=(), mood="calm")))

    with pytest.raises(UnknownEntry, match="version"):
        OLD.decode(new)


def _packed(*parts: object) -> bytes:
    return msgspec.msgpack.encode(parts)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "damaged"),
        (b"\xc1", "damaged"),
        (_packed(1, 0, 0, 1), "damaged"),
        (_packed(1, 0, 0, 1, ["journal.written"]), "damaged"),
        (_packed(1, 0, 0, 1, {"id": ID}), "damaged"),
        (_packed(1, 0, 0, 1, {"t": "journal.written", "id": ID}), "damaged"),
        (_packed(1, 0, 0, 1, {"t": "journal.written", "id": ID, "text": 5}), "damaged"),
        (_packed(1, 0, 0, 1, {"t": "journal.written", "id": ID, "text": "", "more": 1}), "damaged"),
        (_packed(1, 10**15, 0, 1, {"t": "journal.written", "id": ID, "text": ""}), "damaged"),
        (_packed(2, 0, 0, 1, {"t": "journal.written", "id": ID, "text": ""}), "format"),
        (_packed(1, 0, 0, 1, {"t": "journal.sung", "id": ID}), "tag"),
        (_packed(1, 0, 0, 0, {"t": "journal.written", "id": ID, "text": ""}), "version"),
        (_packed(1, 0, 2, 1, {"t": "journal.written", "id": ID, "text": ""}), "slot"),
    ],
)
def test_what_is_not_known_for_certain_is_not_opened(data: bytes, why: str) -> None:
    with pytest.raises(UnknownEntry) as caught:
        decode(data)
    assert caught.value.why == why


def test_a_damaged_entry_never_quotes_what_was_written() -> None:
    damaged = _packed(1, 0, 0, 1, {"t": "letters.answered", "id": ID, "version": 1, "answer": "my secret"})

    with pytest.raises(UnknownEntry) as caught:
        decode(damaged)
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    "entry",
    [
        Entry(at=AT.replace(tzinfo=None), by=0, body=EXAMPLES["name"]),
        Entry(at=AT.astimezone(timezone(timedelta(hours=1))), by=0, body=EXAMPLES["name"]),
        Entry(at=AT.replace(microsecond=1), by=0, body=EXAMPLES["name"]),
        Entry(at=AT, by=2, body=EXAMPLES["name"]),
    ],
)
def test_what_would_not_come_back_the_same_is_not_written(entry: Entry) -> None:
    with pytest.raises(ValueError, match="an entry is"):
        encode(entry)


@pytest.mark.parametrize("body", [NoteOne(id=ID, text=""), EXAMPLES["journal"]])
def test_a_body_that_is_not_listed_is_not_written(body: Body) -> None:
    with pytest.raises(UnknownEntry, match="tag"):
        NEW.encode(Entry(at=AT, by=0, body=body))


@given(st.binary(max_size=80))
def test_no_bytes_do_more_than_be_refused(data: bytes) -> None:
    with suppress(UnknownEntry):
        decode(data)
