"""Two people, paired, each in a browser: the stage on which every flow is played, and the lists of the flows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from tests.cast import Someone

INPUT = re.compile(r"<input\b[^>]*>")
PART = re.compile(r'\b(name|value|type)="([^"]*)"')


@dataclass
class Scene:
    """Two people, paired, each in a browser, and somebody who is not yet tied to either."""

    alice: Someone
    bob: Someone
    at_alice: Client
    at_bob: Client
    space: UUID
    third: Someone
    at_third: Client
    secrets: list[str] = field(default_factory=list)
    """What was shown or typed and must be found nowhere either: passphrases, codes."""

    def turned(self) -> Scene:
        """The same, with the two in each other's place."""
        return replace(
            self, alice=self.bob, bob=self.alice, at_alice=self.at_bob, at_bob=self.at_alice, secrets=[]
        )

    @property
    def browsers(self) -> tuple[Client, ...]:
        return (self.at_alice, self.at_bob, self.at_third)

    def post(self, name: str, data: dict[str, Any], *args: object, client: Client | None = None) -> str:
        """Send a form as alice (or another) and return where it leads. It must be accepted."""
        response = (client or self.at_alice).post(reverse(name, args=args), data)
        assert response.status_code in (302, 303), (name, response.status_code, response.content[-2000:])
        return str(response.headers["Location"])

    def told(self, name: str, data: dict[str, Any], *args: object, status: int = 200) -> str:
        """Send a form as alice and return the page that answers."""
        response = self.at_alice.post(reverse(name, args=args), data)
        assert response.status_code == status, (name, response.status_code, response.content[-2000:])
        return str(response.content.decode())


def hidden(page: str) -> dict[str, str]:
    """What a page's forms carry along."""
    found: dict[str, str] = {}
    for tag in INPUT.findall(page):
        parts = dict(PART.findall(tag))
        if parts.get("type") == "hidden" and parts.get("name") != "csrfmiddlewaretoken":
            found[parts["name"]] = unescape(parts.get("value", ""))
    return found


Flow = Callable[[Scene, str], None]
PRIVATE: list[Flow] = []
SHARED: list[Flow] = []


def private(flow: Flow) -> Flow:
    PRIVATE.append(flow)
    return flow


def shared(flow: Flow) -> Flow:
    SHARED.append(flow)
    return flow
