"""What a person named for themselves, as they read it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from goldseam.breaches import wording
from goldseam.core import breaches
from goldseam.core.base import Append, VaultKind
from goldseam.core.breaches import NAMED, BreachNamed, View
from goldseam.log.house import House


@dataclass(frozen=True, slots=True)
class Told:
    """One breach as its teller reads it again; `seq` says which version this is."""

    id: str
    seq: int
    body: BreachNamed

    @property
    def kinds(self) -> list[str]:
        return wording.named(self.body.kinds)

    @property
    def damages(self) -> list[str]:
        return wording.damages(self.body.kinds)

    @property
    def role(self) -> str:
        return wording.role(self.body.role)

    def again(self) -> dict[str, Any]:
        """What a form begins with."""
        return {
            "kinds": list(self.body.kinds),
            "second_to": list(self.body.second_to),
            "size": self.body.size.value,
            "when_words": self.body.when_words,
            "own_view": self.body.own_view,
            "role": self.body.role.value,
        }

    def says(self, view: View) -> bool:
        """Whether this is what the view says, as after a double click. Raises `Refused` as `breaches.name`."""
        (kept,) = (change for change in breaches.name(view, id=self.id) if isinstance(change, Append))
        return kept.body == self.body


def told(house: House) -> dict[str, Told]:
    """The person's own views by id, in the order of naming. Raises `Locked` while the private tier is closed."""
    lines, found = house.lines(VaultKind.PRIVATE), {}
    for id, place in house.folded(NAMED, VaultKind.PRIVATE).breaches.items():
        entry = lines[place.seq - 1].entry
        if entry is not None and isinstance(entry.body, BreachNamed):
            found[id] = Told(id, place.seq, entry.body)
    return found
