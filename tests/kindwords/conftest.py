"""Alice and bob, paired, each in a browser, and what they do with kind words by way of the pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from goldseam.core.base import VaultKind
from goldseam.core.kindness import KINDNESS, KindWord
from tests import pages
from tests.cast import Someone, pair, someone
from tests.security.scene import hidden
from tests.visitors import visitor


def text(answer: Any) -> str:
    """A page without the marks around names."""
    return re.sub(r"</?bdi>", "", pages.text(answer))


@dataclass
class Couple:
    """The two, and what they do with kind words by way of the pages."""

    alice: Someone
    bob: Someone
    space: UUID
    at_alice: Client
    at_bob: Client
    last: dict[str, Any] = field(default_factory=dict)

    def url(self, name: str, *args: object) -> str:
        return reverse(f"kindwords:{name}", args=[self.space, *args])

    @property
    def notes(self) -> dict[str, KindWord]:
        return self.alice.house().folded(KINDNESS, VaultKind.SHARED, self.space).notes

    def page(self, who: Client, name: str, *args: object) -> str:
        """What a page says, which must be there."""
        answer = who.get(self.url(name, *args))
        assert answer.status_code == 200, (name, answer.status_code)
        return text(answer)

    def begin(self, noticed: str = "You rang first.", meant: str = "", who: Client | None = None) -> UUID:
        """A kept draft."""
        client = who or self.at_alice
        place = client.post(self.url("begin")).headers["Location"]
        draft = UUID(place.split("/draft/")[1].strip("/"))
        fields = hidden(client.get(place).content.decode())
        self.last = {**fields, "noticed": noticed, "meant": meant}
        assert client.post(self.url("keep", draft), self.last).status_code == 200
        return draft

    def give(self, noticed: str = "You rang first.", meant: str = "", who: Client | None = None) -> UUID:
        """A given kind word."""
        client = who or self.at_alice
        draft = self.begin(noticed, meant, client)
        given = client.post(self.url("give", draft), {"note": self.last["note"]})
        assert given.status_code == 303, given.content.decode()
        return UUID(self.last["note"])


@pytest.fixture
def couple() -> Couple:
    alice, bob = someone("Alice"), someone("Bob")
    space = pair(alice, bob)
    return Couple(alice, bob, space, visitor(alice), visitor(bob))
