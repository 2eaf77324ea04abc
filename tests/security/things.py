"""Every address of the house, and real things to find behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from goldseam.core import journal
from goldseam.core.base import Append, VaultKind
from goldseam.core.breaches import BreachNamed, BreachShared, Kind
from goldseam.core.drafts import KindWordDraft, LetterDraft
from goldseam.core.kindness import KindWordGiven
from goldseam.core.kindness import keep as keep_for_oneself
from goldseam.core.letterbook import LetterKind, LetterSent
from goldseam.keys import factors
from goldseam.log import drafts
from tests.accounts.devices import Device
from tests.cast import Someone

DOOR, HELP = "hurt", "right-now"


def patterns(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            yield from patterns(part, part.namespace or namespace)
        else:
            yield f"{namespace}:{part.name}", part


ADDRESSES = dict(patterns(get_resolver()))


@dataclass
class Things:
    """Ids as they stand in addresses. Where nothing was made, an id of nothing."""

    space: UUID
    page: UUID = field(default_factory=uuid4)
    told: UUID = field(default_factory=uuid4)
    shown: UUID = field(default_factory=uuid4)
    draft: UUID = field(default_factory=uuid4)
    letter: UUID = field(default_factory=uuid4)
    note: UUID = field(default_factory=uuid4)
    unsent: UUID = field(default_factory=uuid4)
    noticed: UUID = field(default_factory=uuid4)
    way: UUID = field(default_factory=uuid4)


def ids_in(name: str) -> set[str]:
    """What this address is filled with."""
    return set(ADDRESSES[name].pattern.converters)


def address(name: str, things: Things) -> str:
    """The address of this name with these things in it. In a space, a breach is one that was shown there."""
    ids = ids_in(name)
    known = {
        "space": things.space,
        "page": things.page,
        "breach": things.shown if "space" in ids else things.told,
        "draft": things.draft,
        "letter": things.letter,
        "note": things.note,
        "unsent": things.unsent,
        "noticed": things.noticed,
        "way": things.way,
        "door": DOOR,
        "slug": HELP,
    }
    return reverse(name, kwargs={argument: known[argument] for argument in ids})


def things_of(who: Someone, space: UUID, words: str = "words") -> Things:
    """One of everything that a person can write here: page, own view, account, letter, kind word, drafts, a passkey."""
    made = Things(space)
    who.house().act(lambda _: journal.write(id=str(made.page), text=f"page {words}"))
    told = BreachNamed(id=str(made.told), kinds=(Kind.LIE_OR_HIDDEN,), own_view=f"view {words}")
    who.house().act(lambda _: (Append(VaultKind.PRIVATE, told, row=str(made.told)),))
    shown = BreachShared(
        id=str(made.shown), account=str(made.shown), kinds=(Kind.LIE_OR_HIDDEN,), words=f"account {words}"
    )
    sent = LetterSent(id=str(made.letter), kind=LetterKind.APOLOGY, text=f"letter {words}")
    given = KindWordGiven(id=str(made.note), noticed=f"kind {words}")
    for body, row in ((shown, made.shown), (sent, made.letter), (given, made.note)):
        who.house().act(_appending(body, row), space=space)
    draft = LetterDraft(space=str(space), letter=str(uuid4()), kind="apology", text=f"draft {words}")
    drafts.start_draft(who.house(), draft, draft_id=made.draft)
    unsent = KindWordDraft(space=str(space), note=str(uuid4()), noticed=f"draft {words}")
    drafts.start_draft(who.house(), unsent, draft_id=made.unsent)
    who.house().act(lambda _: keep_for_oneself(id=str(made.noticed), noticed=f"noticed {words}"))
    way = factors.keep_passkey(
        who.person,
        index=uuid4().hex,
        credential=Device().credential(),
        label=f"device {words}",
        root=b"",
        key=b"",
    )
    made.way = way.id
    return made


def _appending(body: BreachShared | LetterSent | KindWordGiven, row: UUID):  # type: ignore[no-untyped-def]
    return lambda _: (Append(VaultKind.SHARED, body, row=str(row)),)
