"""Accounts that one or both of two chose to show, side by side, and no verdict between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from goldseam.breaches import wording
from goldseam.core.base import VaultKind
from goldseam.core.breaches import ACCOUNTS, BreachShared
from goldseam.core.words import clean_text
from goldseam.log.house import House, SpaceView


@dataclass(frozen=True, slots=True)
class Side:
    """One person's account."""

    mine: bool
    body: BreachShared

    @property
    def kinds(self) -> list[str]:
        return wording.named(self.body.kinds)

    @property
    def role(self) -> str:
        return wording.shown_role(self.body.role, mine=self.mine)

    def says(self, given: dict[str, Any]) -> bool:
        """Whether this is what was given, as after a double click."""
        words = clean_text(given["words"], required=False)
        return (words, set(given["kinds"]), given["role"]) == (
            self.body.words,
            {kind.value for kind in self.body.kinds},
            self.body.role.value,
        )


@dataclass(frozen=True, slots=True)
class Both:
    """A breach between two: the accounts, one's own first, and what stands between them."""

    id: str
    between: str
    sides: list[Side]

    @property
    def mine(self) -> Side | None:
        return next((side for side in self.sides if side.mine), None)

    @property
    def standing(self) -> str:
        """What the two accounts are to each other, in words. One account alone stands for itself."""
        return wording.standing(self.between) if len(self.sides) > 1 else ""


def shown(house: House, here: SpaceView) -> dict[str, Both]:
    """The breaches of this space by id, each with one or two accounts."""
    accounts, lines = (
        house.folded(ACCOUNTS, VaultKind.SHARED, here.id),
        house.lines(VaultKind.SHARED, here.id),
    )
    found = {}
    for id, by_slot in accounts.breaches.items():
        sides = []
        for slot, account in sorted(by_slot.items(), key=lambda pair: pair[0] != here.slot):
            entry = lines[account.seq - 1].entry
            if entry is not None and isinstance(entry.body, BreachShared):
                sides.append(Side(slot == here.slot, entry.body))
        found[id] = Both(id, accounts.standing(id), sides)
    return found
