"""What an unsent text is: kept outside every log, overwritten, erased by sending."""

from __future__ import annotations

import msgspec


class LetterDraft(msgspec.Struct, frozen=True, kw_only=True, tag="letter.draft.1", omit_defaults=True):
    """A letter being written. `letter` is the id it will have when sent, so that sending twice sends once.

    `revises` is the version that this text follows, 0 for a first version. `dismissed` are the coach's remarks that
    the writer waved away; `coach_off` says that none are wanted.
    """

    space: str
    letter: str
    kind: str
    text: str = ""
    breach: str | None = None
    revises: int = 0
    dismissed: tuple[str, ...] = ()
    coach_off: bool = False


class KindWordDraft(msgspec.Struct, frozen=True, kw_only=True, tag="kindness.draft.1", omit_defaults=True):
    """A kind word being written. `note` is the id it will have, given or kept, so that doing it twice does it once."""

    space: str
    note: str
    noticed: str = ""
    meant: str = ""


AnyDraft = LetterDraft | KindWordDraft


def encode_draft(draft: AnyDraft) -> bytes:
    """A draft as bytes, with its tag."""
    return msgspec.msgpack.encode(draft)


def decode_draft(plain: bytes) -> AnyDraft:
    """The draft in these bytes; raises `msgspec.ValidationError` for an unknown tag."""
    draft: AnyDraft = msgspec.msgpack.decode(plain, type=AnyDraft)
    return draft
