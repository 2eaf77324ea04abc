"""Every answer of the live path carries the strict headers, and it answers our own pages alone."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from goldseam.keys import clock
from goldseam.web import live
from goldseam.web.live import Hub, Listening, live_app
from goldseam.web.middleware import ALWAYS


def ask(hub: Hub, **headers: str) -> tuple[int, dict[str, str]]:
    """The status and the headers; a stream is left as soon as it has begun."""
    given = {"host": "localhost", **{name.replace("_", "-"): value for name, value in headers.items()}}
    scope = {
        "type": "http",
        "method": "GET",
        "path": live.PATH,
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
    }
    sent: list[dict[str, Any]] = []
    begun = asyncio.Event()

    async def receive() -> dict[str, Any]:
        await begun.wait()
        return {"type": "http.disconnect"}

    async def send(event: dict[str, Any]) -> None:
        sent.append(event)
        begun.set()

    async def run() -> None:
        with suppress(ZeroDivisionError):  # it is handed on to the server, which logs it by its name
            await asyncio.wait_for(live_app(hub)(scope, receive, send), 10)

    asyncio.run(run())
    start = sent[0]
    return start["status"], {name.decode(): value.decode() for name, value in start["headers"]}


def whoever(cookies: Any) -> Listening:
    return Listening(uuid4(), uuid4(), frozenset(), clock.now() + timedelta(minutes=30))


def broken(cookies: Any) -> Listening:
    raise ZeroDivisionError


@pytest.fixture
def over_https(settings: Any) -> None:
    settings.SECURE_HSTS_SECONDS = 60
    settings.SECURE = True
    settings.ALLOWED_HOSTS = ["localhost"]
    settings.CSRF_TRUSTED_ORIGINS = ["https://localhost"]


@pytest.mark.usefixtures("over_https")
@pytest.mark.parametrize(
    ("asked", "headers", "status"),
    [
        (whoever, {}, 200),
        (whoever, {"origin": "https://localhost", "sec_fetch_site": "same-origin"}, 200),
        (lambda _: None, {}, 204),
        (whoever, {"host": "elsewhere.example"}, 400),
        (whoever, {"sec_fetch_site": "cross-site"}, 403),
        (whoever, {"origin": "https://elsewhere.example"}, 403),
        (whoever, {"origin": "http://localhost"}, 403),
        (whoever, {"origin": "null"}, 403),
        (broken, {}, 503),
    ],
)
def test_every_answer_carries_the_strict_headers(
    monkeypatch: pytest.MonkeyPatch, asked: Any, headers: dict[str, str], status: int
) -> None:
    monkeypatch.setattr(live, "_asked", asked)
    got, carried = ask(Hub(), **headers)
    assert got == status
    for name, value in ALWAYS.items():
        assert carried[name.lower()] == value, name
    assert carried["strict-transport-security"] == "max-age=60"
    assert carried["cache-control"] == "no-store" and carried["x-accel-buffering"] == "no"


@pytest.mark.parametrize(("origin", "status"), [("http://localhost:8000", 200), ("http://other:8000", 403)])
def test_on_this_machine_the_origin_is_the_host(
    monkeypatch: pytest.MonkeyPatch, origin: str, status: int
) -> None:
    monkeypatch.setattr(live, "_asked", whoever)
    got, carried = ask(Hub(), host="localhost:8000", origin=origin)
    assert got == status and "strict-transport-security" not in carried


def test_a_server_that_stops_lets_no_stream_begin() -> None:
    hub = Hub()
    hub.stop()
    got, carried = ask(hub)
    assert got == 503 and carried["retry-after"] == "20"
