"""Alice and bob, paired, each in a browser; charlie who has nothing to do with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goldseam.core.base import VaultKind
from goldseam.core.letterbook import LETTERS, Letters
from tests.cast import Someone, pair, someone
from tests.visitors import visitor


def hidden(page: str, *names: str) -> dict[str, str]:
    """What the hidden fields with these names hold."""
    return {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in names}


def text_of(client: Client, path: str) -> str:
    """The page at `path`, which must be there."""
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return str(response.content.decode())


@dataclass
class Couple:
    """The two, and what they do with letters by way of the pages."""

    alice: Someone
    bob: Someone
    space: UUID
    at_alice: Client
    at_bob: Client
    last: dict[str, Any] = field(default_factory=dict)

    def url(self, name: str, *args: object) -> str:
        return reverse(f"letters:{name}", args=[self.space, *args])

    @property
    def letters(self) -> Letters:
        return self.alice.house().folded(LETTERS, VaultKind.SHARED, self.space)

    def post(self, client: Client, name: str, data: dict[str, Any], *args: object) -> None:
        """A form of another room, which must be accepted."""
        done = client.post(reverse(name, args=[self.space, *args]), data)
        assert done.status_code in (302, 303), done.content.decode()

    def fields(self, place: str, who: Client | None = None) -> dict[str, str]:
        """What the page of a draft carries."""
        page = text_of(who or self.at_bob, place)
        return hidden(page, "letter", "kind", "base", "breach", "revises") | {"writer": str(uuid4())}

    def begin(self, text: str = "I lied to you.", kind: str = "apology", who: Client | None = None) -> UUID:
        """A kept draft."""
        client = who or self.at_bob
        place = client.post(self.url("new"), {"kind": kind}).headers["Location"]
        draft = UUID(place.split("/draft/")[1].strip("/"))
        self.last = self.fields(place, client) | {"text": text}
        assert client.post(self.url("keep", draft), self.last).status_code == 200
        return draft

    def send(self, text: str = "I lied to you.", kind: str = "apology", who: Client | None = None) -> UUID:
        """A sent letter."""
        client = who or self.at_bob
        draft = self.begin(text, kind, client)
        sent = client.post(self.url("send", draft), {"believe": "yes", "afraid": "no"})
        assert sent.status_code == 303, sent.content.decode()
        return UUID(self.last["letter"])

    def answer(self, letter: UUID, answer: str, **more: object) -> Any:
        self.at_alice.post(self.url("open", letter))
        said = {"version": self.letters.letters[str(letter)].version, "answer": answer, **more}
        return self.at_alice.post(self.url("answer", letter), said)

    def revise(self, letter: UUID, text: str) -> None:
        place = self.at_bob.post(self.url("revise", letter)).headers["Location"]
        draft = place.split("/draft/")[1].strip("/")
        kept = self.at_bob.post(self.url("keep", draft), self.fields(place) | {"text": text})
        assert kept.status_code == 200
        sent = self.at_bob.post(self.url("send", draft), {"believe": "yes", "afraid": "no"})
        assert sent.status_code == 303, sent.content.decode()


@pytest.fixture
def couple() -> Couple:
    alice, bob = someone("Alice"), someone("Bob")
    space = pair(alice, bob)
    return Couple(alice, bob, space, visitor(alice), visitor(bob))


@pytest.fixture
def charlie() -> Client:
    return visitor(someone("Charlie"))
