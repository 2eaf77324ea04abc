"""Two people, paired, each in a browser: the stage on which every flow is played, and the lists of the flows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any
from unittest.mock import patch
from uuid import UUID

from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from goldseam.log.erasing import shred
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

    def told(
        self, name: str, data: dict[str, Any], *args: object, status: int = 200, client: Client | None = None
    ) -> str:
        """Send a form as alice (or another) and return the page that answers."""
        response = (client or self.at_alice).post(reverse(name, args=args), data)
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


class Heard:
    """What was asked of the house: every address, which forms it took, in which space if in one, which erased."""

    def __init__(self) -> None:
        self.addresses: list[str] = []
        self.taken: set[tuple[str, UUID | None]] = set()
        self.erased: set[str] = set()

    def note(self, asked: dict[str, Any], answer: Any, *, erased: bool) -> None:
        path = asked["PATH_INFO"]
        self.addresses += [f"{path}?{asked.get('QUERY_STRING')}", answer.headers.get("Location", "")]
        # A form that is refused was not driven: what it would do was never done.
        if asked["REQUEST_METHOD"] == "POST" and answer.status_code < 400:
            try:
                found = resolve(path)
            except Resolver404:
                return
            self.taken.add((found.view_name, found.kwargs.get("space")))
            self.erased |= {found.view_name} if erased else set()

    def forms(self, space: UUID | None = None) -> set[str]:
        """The names of the forms that were taken; with a space, of those within it none that was another's."""
        return {name for name, where in self.taken if not (space and where) or where == space}


@contextmanager
def listening() -> Iterator[Heard]:
    """Write down what any browser asks, also one that is made only now."""
    heard, asked, then = Heard(), Client.request, transaction.on_commit
    wanted: list[str] = []

    def request(client: Client, **given: Any) -> Any:
        wanted.clear()
        answer = asked(client, **given)
        heard.note(given, answer, erased=shred.__name__ in wanted)
        return answer

    def on_commit(act: Callable[[], Any], *given: Any, **more: Any) -> None:
        wanted.append(getattr(act, "__name__", ""))
        then(act, *given, **more)

    with patch.object(Client, "request", request), patch.object(transaction, "on_commit", on_commit):
        yield heard


Flow = Callable[[Scene, str], None]
PRIVATE: list[Flow] = []
SHARED: list[Flow] = []
ENDINGS: list[Flow] = []


def private(flow: Flow) -> Flow:
    """Leaves no trace that anybody else can see."""
    PRIVATE.append(flow)
    return flow


def shared(flow: Flow) -> Flow:
    """Discloses something."""
    SHARED.append(flow)
    return flow


def ending(flow: Flow) -> Flow:
    """Discloses something, and the stage is gone afterwards."""
    ENDINGS.append(flow)
    return flow
