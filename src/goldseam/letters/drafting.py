"""Unsent letters: begun, kept as they grow, and never written over by another tab."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

import msgspec
from django.http import Http404, QueryDict

from goldseam.content import words
from goldseam.core.drafts import LetterDraft
from goldseam.core.letterbook import LetterKind
from goldseam.core.words import MAX_TEXT, clean_text
from goldseam.log import drafts
from goldseam.log.drafts import Kept
from goldseam.log.house import House, SpaceView

# A draft may be longer than a letter: cutting it down is part of writing it.
LONGEST = 4 * MAX_TEXT

MOST_DISMISSED = 100


@dataclass(frozen=True, slots=True)
class Listed:
    """An unsent letter in the list: its kind in words, and whether it is another version of a sent one."""

    kept: Kept[LetterDraft]
    kind: str
    again: bool


def own_drafts(house: House, here: SpaceView) -> list[Listed]:
    """The person's unsent letters for this space. Raises `Locked` while the private tier is closed."""
    kinds = words().letters.kinds
    return [
        Listed(kept, kinds[kept.content.kind].title, bool(kept.content.revises))
        for kept in drafts.drafts(house, LetterDraft)
        if kept.content.space == str(here.id) and kept.content.kind in kinds
    ]


def own_draft(house: House, space: UUID, draft: UUID) -> Kept[LetterDraft]:
    """One own draft of this space. 404 where it is another's, another space's, or gone."""
    kept = drafts.draft(house, draft, LetterDraft)
    if kept.content.space != str(space):
        raise Http404
    return kept


def begin(house: House, space: UUID, *, kind: str, breach: str | None = None, text: str = "") -> UUID:
    """Begin a letter and return its draft. Needs nothing opened. Refuses `TOO_LONG` and `FULL`."""
    clean = clean_text(text, LONGEST, "text", required=False)
    letter = str(uuid4())
    return drafts.start_draft(
        house, LetterDraft(space=str(space), letter=letter, kind=kind, breach=breach, text=clean)
    )


def posted_id(post: QueryDict, draft: UUID) -> UUID:
    """The draft that a page saves to: the one of its address, or the copy of its own that it was given."""
    try:
        return UUID(str(post.get("draft") or draft))
    except ValueError:
        return draft


def posted_draft(post: QueryDict, space: UUID) -> LetterDraft:
    """The whole draft as its page sent it, so that it can be kept while it cannot be read.

    Everything in it is the writer's own; what is sent from it is checked again. Refuses `TOO_LONG`; what is no
    page of ours is 404.
    """
    text = clean_text(str(post.get("text", "")), LONGEST, "text", required=False)
    try:
        letter, kind = str(UUID(str(post.get("letter", "")))), LetterKind(str(post.get("kind", "")))
        breach = str(UUID(str(post["breach"]))) if post.get("breach") else None
        revises = max(0, int(str(post.get("revises") or 0)))
    except ValueError:
        raise Http404 from None
    waved = [str(key)[:80] for key in (*post.getlist("dismissed"), *post.getlist("dismiss"))]
    off = {"off": True, "on": False}.get(str(post.get("coach", "")), post.get("coach_off") == "1")
    return LetterDraft(
        space=str(space),
        letter=letter,
        kind=kind.value,
        text=text,
        breach=breach,
        revises=revises,
        dismissed=tuple(dict.fromkeys(waved))[-MOST_DISMISSED:],
        coach_off=off,
    )


def save(house: House, space: UUID, draft: UUID, post: QueryDict) -> Kept[LetterDraft]:
    """Keep what a page sent, over its own last saving. Raises `Refused` as above, 404 for a draft that is gone.

    Where another page saved meanwhile, the text becomes a draft of its own, and a letter of its own: sending
    both sends both.
    """
    content = posted_draft(post, space)
    try:
        base, writer = int(str(post.get("base") or 0)), UUID(str(post.get("writer", "")))
    except ValueError:
        raise Http404 from None
    kept, version = drafts.keep_draft(house, draft, content, base=base, writer=writer)
    if kept != draft and not content.revises:
        content = msgspec.structs.replace(content, letter=str(uuid4()))
        kept, version = drafts.keep_draft(house, kept, content, base=version, writer=writer)
    return Kept(kept, version, house.today, content)
