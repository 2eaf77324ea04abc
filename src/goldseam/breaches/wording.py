"""The words for kinds, sizes, roles and standings, from content."""

from __future__ import annotations

from collections.abc import Iterable

from goldseam.content import words

Choices = list[tuple[str, str]]


def kinds() -> Choices:
    """Each kind with its plain line, which a form shows below it."""
    return [(id, f"{kind.title}\n{kind.line}") for id, kind in words().breaches.kinds.items()]


def second_to() -> Choices:
    return list(words().breaches.second_to.items())


def sizes() -> Choices:
    return list(words().breaches.sizes.items())


def roles() -> Choices:
    """What a person can say of the own part."""
    return [(id, role.mine) for id, role in words().breaches.roles.items()]


def named(kinds: Iterable[str]) -> list[str]:
    """The titles of these kinds."""
    return [words().breaches.kinds[kind].title for kind in kinds]


def damages(kinds: Iterable[str]) -> list[str]:
    """What these kinds can damage, each thing once."""
    found = (one for kind in kinds for one in words().breaches.kinds[kind].damages)
    return list(dict.fromkeys(found))


def role(id: str) -> str:
    return words().breaches.roles[id].mine


def shown_role(id: str, *, mine: bool) -> str:
    """A role beside its account: as its bearer said it, or as it reads for the other."""
    found = words().breaches.roles[id]
    return found.mine if mine else found.theirs


def standing(id: str) -> str:
    return words().breaches.standings[id]
