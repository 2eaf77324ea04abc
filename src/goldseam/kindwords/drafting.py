"""Unsent kind words: begun, kept as they grow, and never written over by another tab."""

from __future__ import annotations

from uuid import UUID, uuid4

import msgspec
from django.http import Http404, QueryDict

from goldseam.core.drafts import KindWordDraft
from goldseam.core.kindness import MOST_WORDS
from goldseam.core.words import clean_text
from goldseam.log import drafts
from goldseam.log.drafts import Kept
from goldseam.log.house import House, SpaceView

# A draft may be longer than what is given: cutting it down is part of writing it.
LONGEST = 10 * MOST_WORDS


def own_drafts(house: House, here: SpaceView) -> list[Kept[KindWordDraft]]:
    """The person's unsent kind words for this space. Raises `Locked` while the private tier is closed."""
    return [kept for kept in drafts.drafts(house, KindWordDraft) if kept.content.space == str(here.id)]


def own_draft(house: House, space: UUID, draft: UUID) -> Kept[KindWordDraft]:
    """One own draft of this space. 404 where it is another's, another space's, or gone."""
    kept = drafts.draft(house, draft, KindWordDraft)
    if kept.content.space != str(space):
        raise Http404
    return kept


def begin(house: House, space: UUID, *, noticed: str = "", meant: str = "") -> UUID:
    """Begin a kind word and return its draft. Needs nothing opened. Refuses `TOO_LONG` and `FULL`."""
    content = KindWordDraft(
        space=str(space),
        note=str(uuid4()),
        noticed=_draft_of("noticed", noticed),
        meant=_draft_of("meant", meant),
    )
    return drafts.start_draft(house, content)


def _draft_of(field: str, text: str) -> str:
    return clean_text(text, LONGEST, field, required=False)


def posted_id(post: QueryDict, draft: UUID) -> UUID:
    """The draft that a page saves to: the one of its address, or the copy of its own that it was given."""
    try:
        return UUID(str(post.get("draft") or draft))
    except ValueError:
        return draft


def posted_draft(post: QueryDict, space: UUID) -> KindWordDraft:
    """The whole draft as its page sent it, so that it can be kept while it cannot be read.

    Refuses `TOO_LONG` by field; what is no page of ours is 404.
    """
    try:
        note = str(UUID(str(post.get("note", ""))))
    except ValueError:
        raise Http404 from None
    noticed, meant = (_draft_of(field, str(post.get(field, ""))) for field in ("noticed", "meant"))
    return KindWordDraft(space=str(space), note=note, noticed=noticed, meant=meant)


def save(house: House, space: UUID, draft: UUID, post: QueryDict) -> Kept[KindWordDraft]:
    """Keep what a page sent, over its own last saving. Raises `Refused` as above, 404 for a draft that is gone.

    Where another page saved meanwhile, the words become a draft and a kind word of their own.
    """
    content = posted_draft(post, space)
    try:
        base, writer = int(str(post.get("base") or 0)), UUID(str(post.get("writer", "")))
    except ValueError:
        raise Http404 from None
    kept, version = drafts.keep_draft(house, draft, content, base=base, writer=writer)
    if kept != draft:
        content = msgspec.structs.replace(content, note=str(uuid4()))
        kept, version = drafts.keep_draft(house, kept, content, base=version, writer=writer)
    return Kept(kept, version, house.today, content)
