"""The demo's history exercises every kind of entry that a page can make."""

from __future__ import annotations

import pytest

from goldseam import demo
from goldseam.core.base import Erased, Revealed, VaultKind
from goldseam.core.entries import BODIES
from goldseam.core.spaces import MemberNamed
from goldseam.log import check
from goldseam.log.house import House

# A reveal and a new name in a place for two have no page yet; when one comes, the demo shows it.
WITHOUT_A_PAGE = {Revealed, MemberNamed}


@pytest.mark.django_db
def test_every_kind_of_entry_is_in_the_history(monkeypatch: pytest.MonkeyPatch) -> None:
    people: list[demo.Resident] = []
    arrives = demo._arrives
    monkeypatch.setattr(demo, "_arrives", lambda *given: people.append(arrives(*given)) or people[-1])
    assert any("alice" in line for line in demo.fill())
    seen: set[type] = set()
    for person in people:
        house = House(person.opened)
        for kind in (VaultKind.PRIVATE, VaultKind.DESK):
            seen |= {type(line.entry.body) for line in house.lines(kind) if line.entry}
        for space in house.spaces:
            seen |= {type(line.entry.body) for line in house.lines(VaultKind.SHARED, space.id) if line.entry}
    assert Erased in seen
    assert set(BODIES) - seen == WITHOUT_A_PAGE
    assert check.run() == []
