"""What happened (METHOD U2, R9): each one's own view, private; and accounts that were written to be shown.

A role is taken, never given: every function here sets only the role of the one who calls it. What a breach is
between the two is derived from the roles that each took, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

import msgspec

from goldseam.core.base import (
    Append,
    Body,
    DropDraft,
    Erase,
    FoldOf,
    Line,
    Outcome,
    Refusal,
    Refused,
    VaultKind,
)
from goldseam.core.spaces import must_give_back, must_take_words
from goldseam.core.standing import Prompt, Role, Standing, prompts_for, standing_of
from goldseam.core.wish import own_wish
from goldseam.core.words import MAX_LINE, MAX_TEXT, all_chosen, chosen, clean_line, clean_text

__all__ = [
    "ACCOUNTS",
    "MAX_SHARED",
    "NAMED",
    "Account",
    "Accounts",
    "BreachNamed",
    "BreachShared",
    "Kind",
    "Named",
    "NamedBreach",
    "Prompt",
    "Role",
    "SecondTo",
    "Size",
    "Standing",
    "View",
    "delete",
    "name",
    "prompts_for",
    "revise",
    "share",
    "take_back",
]

MAX_SHARED = 100
"""Accounts of one writer that stand in a space. By writer: nobody can fill the other's space."""


class Kind(StrEnum):
    """The kinds of METHOD U2."""

    LIE_OR_HIDDEN = "lie_or_hidden"
    BROKEN_PROMISES = "broken_promises"
    AFFAIR_EMOTIONAL = "affair_emotional"
    AFFAIR_PHYSICAL = "affair_physical"
    CRITICISED_OR_DISMISSED = "criticised_or_dismissed"
    SHARED_CONFIDENCE = "shared_confidence"
    CROSSED_BOUNDARY = "crossed_boundary"
    MISUSE_OF_POWER = "misuse_of_power"
    SECOND_TO_SOMETHING = "second_to_something"
    DRIFTING_APART = "drifting_apart"
    SOMETHING_ELSE = "something_else"


class SecondTo(StrEnum):
    """To what one was second."""

    WORK = "work"
    SUBSTANCES = "substances"
    SCREENS = "screens"
    SPORT = "sport"
    SHOPPING = "shopping"
    RELATIVES = "relatives"


class Size(StrEnum):
    """One big event or a thousand small ones."""

    ONE_EVENT = "one_event"
    MANY_SMALL = "many_small"
    NOT_SURE = "not_sure"


class BreachNamed(Body, frozen=True, tag="breaches.named"):
    """The own view, for oneself. A later one with the same id takes its place."""

    id: str
    space: str | None = None
    kinds: tuple[Kind, ...] = ()
    second_to: tuple[SecondTo, ...] = ()
    size: Size = Size.NOT_SURE
    when_words: str = ""
    own_view: str = ""
    role: Role = Role.NOT_SAID


class BreachShared(Body, frozen=True, tag="breaches.shared"):
    """An own account, written to be shown. The partner's account of the same breach carries the same `id`."""

    id: str
    account: str
    kinds: tuple[Kind, ...] = ()
    words: str = ""
    role: Role = Role.NOT_SAID


class NamedBreach(msgspec.Struct, frozen=True):
    """Where an own view is, and what of it was chosen rather than written."""

    seq: int
    space: str | None
    kinds: tuple[Kind, ...]
    size: Size
    role: Role


class Named(msgspec.Struct, frozen=True):
    """One person's breaches by id (private)."""

    breaches: dict[str, NamedBreach] = {}


class Account(msgspec.Struct, frozen=True):
    """Where one person's shared account is, and the role that its writer took in it."""

    id: str
    seq: int
    kinds: tuple[Kind, ...]
    role: Role


class Accounts(msgspec.Struct, frozen=True):
    """The breaches that are shared: by id, the accounts by member slot."""

    breaches: dict[str, dict[int, Account]] = {}

    def standing(self, id: str) -> Standing:
        return standing_of(account.role for account in self.breaches.get(id, {}).values())

    def own_role(self, id: str, slot: int) -> Role:
        account = self.breaches.get(id, {}).get(slot)
        return Role.NOT_SAID if account is None else account.role


class View(NamedTuple):
    """The own view as a form carries it, before it is checked."""

    kinds: Iterable[str] = ()
    second_to: Iterable[str] = ()
    size: str = Size.NOT_SURE
    when_words: str = ""
    own_view: str = ""
    role: str = Role.NOT_SAID
    space: str | None = None


def name(view: View, *, id: str, draft: str | None = None) -> Outcome:
    """Name a breach for oneself. Needs nothing opened.

    Refuses, by field, `NO_KIND`, `TOO_LONG`, `NOT_ALLOWED`.
    """
    return (Append(VaultKind.PRIVATE, _checked(view, id), row=id), *_dropped(draft))


def revise(named: Named, view: View, *, id: str, row: str | None = None, draft: str | None = None) -> Outcome:
    """Put another view in the place of the own one, which is erased.

    Refuses `NOT_FOUND`, and as `name`.
    """
    (erase,) = delete(named, id=id)
    return (Append(VaultKind.PRIVATE, _checked(view, id), row=row), erase, *_dropped(draft))


def delete(named: Named, *, id: str) -> Outcome:
    """Erase the own view for good.

    What was shared of it stays, and is taken back apart. Refuses `NOT_FOUND`.
    """
    known = named.breaches.get(id)
    if known is None:
        raise Refused(Refusal.NOT_FOUND)
    return (Erase(VaultKind.PRIVATE, known.seq),)


def share(
    accounts: Accounts,
    *,
    space: str,
    by: int,
    id: str,
    account: str,
    kinds: Iterable[str],
    words: str,
    role: str,
    believe: str,
    afraid: str,
    knowing: bool = False,
    draft: str | None = None,
) -> Outcome:
    """Put an own account (with the id `account`) into the space; beside the partner's it has the same `id`.

    Refuses `ALONE`, `PAUSED`, `FROZEN`, `ALREADY_DONE`, `FULL`, `NO_KIND`, `EMPTY`, `TOO_LONG`, and last
    `NOT_OWN_WISH`.
    """
    must_take_words(space)
    _has_room(accounts, by, id)
    picked, taken = _kinds(kinds), chosen(Role, role, "role")
    clean = clean_text(words, MAX_TEXT, "words")
    body = BreachShared(id=id, account=account, kinds=picked, words=clean, role=taken)
    own_wish(believe=believe, afraid=afraid, knowing=knowing)
    return (Append(VaultKind.SHARED, body, row=account), *_dropped(draft))


def take_back(accounts: Accounts, *, space: str, by: int, id: str) -> Outcome:
    """Erase the own account, also in a space that was left.

    The partner's stays. Refuses `NOT_FOUND`, `NOT_YOURS`.
    """
    must_give_back(space)
    sides = accounts.breaches.get(id)
    if sides is None:
        raise Refused(Refusal.NOT_FOUND)
    if by not in sides:
        raise Refused(Refusal.NOT_YOURS)
    return (Erase(VaultKind.SHARED, sides[by].seq),)


def _has_room(accounts: Accounts, by: int, id: str) -> None:
    if by in accounts.breaches.get(id, {}):
        raise Refused(Refusal.ALREADY_DONE)
    if sum(by in sides for sides in accounts.breaches.values()) >= MAX_SHARED:
        raise Refused(Refusal.FULL)


def _kinds(values: Iterable[str]) -> tuple[Kind, ...]:
    picked = all_chosen(Kind, values, "kinds", Refusal.NO_KIND)
    if not picked:
        raise Refused(Refusal.NO_KIND, "kinds")
    return picked


def _checked(view: View, id: str) -> BreachNamed:
    kinds = _kinds(view.kinds)
    second = all_chosen(SecondTo, view.second_to, "second_to")
    return BreachNamed(
        id=id,
        space=view.space,
        kinds=kinds,
        second_to=second if Kind.SECOND_TO_SOMETHING in kinds else (),
        size=chosen(Size, view.size, "size"),
        when_words=clean_line(view.when_words, MAX_LINE, "when_words", required=False),
        own_view=clean_text(view.own_view, MAX_TEXT, "own_view", required=False),
        role=chosen(Role, view.role, "role"),
    )


def _dropped(draft: str | None) -> tuple[DropDraft, ...]:
    return () if draft is None else (DropDraft(draft),)


def _step_named(named: Named, line: Line) -> Named:
    match line.entry and line.entry.body:
        case BreachNamed(id=id, space=space, kinds=kinds, size=size, role=role):
            known = {key: breach for key, breach in named.breaches.items() if key != id}
            return Named({**known, id: NamedBreach(line.seq, space, kinds, size, role)})
        case _:
            return named


def _step_accounts(accounts: Accounts, line: Line) -> Accounts:
    if line.entry is None or not isinstance(line.entry.body, BreachShared):
        return accounts
    by, said = line.entry.by, line.entry.body
    sides = {slot: account for slot, account in accounts.breaches.get(said.id, {}).items() if slot != by}
    sides[by] = Account(said.account, line.seq, said.kinds, said.role)
    return Accounts({**accounts.breaches, said.id: sides})


NAMED = FoldOf("breaches.named", 1, Named, Named, _step_named)
ACCOUNTS = FoldOf("breaches.accounts", 1, Accounts, Accounts, _step_accounts)
