"""What a web server in front says of a request is believed of that server, and of nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.signals import request_started

from goldseam.keys.throttle import network_of
from goldseam.web.live import Hub
from goldseam.web.serving import configured

READER, PROXY, SOMEBODY = "203.0.113.9", "10.0.0.2", "10.0.0.66"
SAID = [(b"host", b"localhost"), (b"x-forwarded-proto", b"https"), (b"x-forwarded-for", READER.encode())]


@pytest.fixture
def seen() -> Iterator[list[dict[str, Any]]]:
    """What Django is told of each request."""
    told: list[dict[str, Any]] = []

    def started(environ: dict[str, Any], **_: Any) -> None:
        told.append(environ)

    request_started.connect(started)
    yield told
    request_started.disconnect(started)


def ask(client: str, *, behind_proxy: bool = True) -> None:
    config = configured(Hub(), behind_proxy=behind_proxy)
    config.load()
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/static/none",
        "query_string": b"",
        "headers": SAID,
        "client": (client, 50000),
        "server": ("127.0.0.1", 8000),
    }

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_: Any) -> None:
        pass

    asyncio.run(config.loaded_app(scope, receive, send))


@pytest.mark.django_db(transaction=True, databases="__all__")
@pytest.mark.parametrize(
    ("proxies", "client", "believed"),
    [
        ("", "127.0.0.1", True),
        ("", "::1", True),
        ("", PROXY, False),
        (PROXY, PROXY, True),
        (f"127.0.0.1, {PROXY}", PROXY, True),
        (PROXY, SOMEBODY, False),
        (PROXY, "127.0.0.1", False),
    ],
)
def test_only_the_named_proxy_is_believed(
    seen: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, proxies: str, client: str, believed: bool
) -> None:
    monkeypatch.setenv("GOLDSEAM_PROXY", proxies)
    ask(client)
    [environ] = seen
    assert environ["wsgi.url_scheme"] == ("https" if believed else "http")
    assert environ["REMOTE_ADDR"] == (READER if believed else client)


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_without_a_proxy_nobody_is(seen: list[dict[str, Any]]) -> None:
    ask("127.0.0.1", behind_proxy=False)
    assert seen[0]["wsgi.url_scheme"] == "http" and seen[0]["REMOTE_ADDR"] == "127.0.0.1"


def test_django_itself_believes_no_header(rf: Any) -> None:
    """Only the server does, which knows who the proxy is."""
    request = rf.get("/", headers={"X-Forwarded-Proto": "https", "X-Forwarded-For": READER})
    assert not request.is_secure()
    assert network_of(request) == "127.0.0.1"
