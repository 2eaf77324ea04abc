"""What a letter can be about: the breaches that one or both of the two chose to show."""

from __future__ import annotations

from dataclasses import dataclass

from goldseam.content import words
from goldseam.core.base import VaultKind
from goldseam.core.breaches import ACCOUNTS
from goldseam.core.standing import Standing
from goldseam.log.house import House, SpaceView


@dataclass(frozen=True, slots=True)
class About:
    """A breach that is shown here: what kind of thing it was, and whether the two see it differently."""

    id: str
    title: str
    disputed: bool


def breaches_here(house: House, here: SpaceView) -> list[About]:
    """The breaches of this space, in the order in which they were shown."""
    accounts, kinds = house.folded(ACCOUNTS, VaultKind.SHARED, here.id), words().breaches.kinds
    return [
        About(
            id,
            " · ".join(dict.fromkeys(kinds[kind].title for side in sides.values() for kind in side.kinds)),
            accounts.standing(id) is Standing.DISPUTED,
        )
        for id, sides in accounts.breaches.items()
    ]
