"""Requests are taken in whole before a thread sees them; what is too large or too slow is refused."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from goldseam.web import serving
from goldseam.web.serving import WholeRequests

HEADERS = [(b"x-forwarded-proto", b"http"), (b"x_forwarded_proto", b"https")]  # the second is a forgery


def ask(*events: dict[str, Any], wait: bool = False) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Send these events; what the application saw, and what the client got."""
    seen: list[dict[str, Any]] = []
    sent: list[dict[str, Any]] = []
    coming = list(events)

    async def receive() -> Any:
        if coming:
            return coming.pop(0)
        if wait:
            await asyncio.sleep(5)
        return {"type": "http.disconnect"}

    async def send(event: Any) -> None:
        sent.append(event)

    async def app(scope: Any, receive: Any, send: Any) -> None:
        assert scope["headers"] == HEADERS[:1]
        seen.extend([await receive(), await receive()])

    asyncio.run(WholeRequests(app)({"type": "http", "headers": HEADERS}, receive, send))
    return seen, sent


def part(body: bytes, more: bool) -> dict[str, Any]:
    return {"type": "http.request", "body": body, "more_body": more}


def test_parts_arrive_as_one() -> None:
    seen, _ = ask(part(b"one ", True), part(b"two", False))
    assert seen == [part(b"one two", False), {"type": "http.disconnect"}]


def test_a_reader_who_goes_away_is_told_to_the_application() -> None:
    seen, _ = ask(part(b"one ", True))
    assert seen[0] == {"type": "http.disconnect"}


def test_too_large_is_refused_before_a_thread_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "LARGEST", 10)
    seen, sent = ask(part(b"123456", True), part(b"123456", True))
    assert seen == []
    assert sent[0]["status"] == 413
    assert (b"cache-control", b"no-store") in sent[0]["headers"]


def test_too_slow_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PATIENCE", 0.01)
    seen, sent = ask(part(b"1", True), wait=True)
    assert seen == []
    assert sent[0]["status"] == 408


def test_nothing_but_http_is_answered() -> None:
    async def never(*_: Any) -> Any:
        raise AssertionError

    asyncio.run(WholeRequests(never)({"type": "websocket"}, never, never))
