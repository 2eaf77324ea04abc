"""One process: uvicorn in front, Django as WSGI in four threads behind it, and beside it the live path.

Django under ASGI was measured at a quarter of this speed. Requests are taken in whole before a thread sees
them, so that a slow sender holds a few bytes of memory and not one of the four threads.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, Any, cast

import uvicorn
from a2wsgi import WSGIMiddleware

from goldseam.upkeep.given import given

if TYPE_CHECKING:
    from goldseam.upkeep.ticker import Ticker
    from goldseam.web.live import Hub

Event = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
App = Callable[..., Awaitable[None]]

THREADS = 4
LARGEST = 8 * 1024 * 1024  # bytes; twice what Django reads, so that its own page answers the likelier sizes
PATIENCE = 60.0  # seconds for one request to arrive
GRACE = 1  # seconds for the last answers after Ctrl-C


class TooLarge(Exception):
    """A request that will not be read to its end."""


class WholeRequests:
    """Hand a request on once all of it is here; refuse what is too large or too slow."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Event, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return None
        try:
            async with asyncio.timeout(PATIENCE):
                waiting = [await _whole(receive)]
        except TooLarge:
            return await _refuse(send, 413, b"That is too large to take in at once.")
        except TimeoutError:
            return await _refuse(send, 408, b"That took too long to arrive.")

        async def whole() -> Event:
            return waiting.pop() if waiting else await receive()

        return await self.app({**scope, "headers": _plain_names(scope["headers"])}, whole, send)


def _plain_names(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Without names like `x_real_ip`, which WSGI could not tell from the proxy’s own `x-real-ip`."""
    return [(name, value) for name, value in headers if b"_" not in name]


async def _whole(receive: Receive) -> Event:
    body = bytearray()
    while True:
        event = await receive()
        if event["type"] != "http.request":
            return event
        body += event.get("body", b"")
        if len(body) > LARGEST:
            raise TooLarge
        if not event.get("more_body", False):
            return {"type": "http.request", "body": bytes(body), "more_body": False}


async def _refuse(send: Send, status: int, words: bytes) -> None:
    from goldseam.web.middleware import strict_headers  # Django is set up only after this module is read

    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"connection", b"close"),
        *(
            (name.lower().encode(), value.encode())
            for name, value in strict_headers().items()
            if name != "X-Content-Type-Options"
        ),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers, "trailers": False})
    await send({"type": "http.response.body", "body": words, "more_body": False})


class LiveBeside:
    """The live path to its own app, all else to the other."""

    def __init__(self, live: App, path: str, app: App) -> None:
        self.live, self.path, self.app = live, path, app

    async def __call__(self, scope: Event, receive: Receive, send: Send) -> None:
        is_live = scope["type"] == "http" and scope["path"] == self.path and scope["method"] == "GET"
        await (self.live if is_live else self.app)(scope, receive, send)


class Server(uvicorn.Server):
    """Says when it can be reached, and does what is due meanwhile. When it stops it ends the open streams first.

    By themselves they would never end.
    """

    def __init__(self, config: uvicorn.Config, hub: Hub, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.hub = hub
        self.ready = ready
        self.ears: asyncio.Task[None] | None = None
        self.ticker: Ticker | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        from goldseam.log import bell
        from goldseam.upkeep.ticker import Ticker
        from goldseam.web.bus import bus_for

        bus = bus_for(self.hub)
        self.hub.start()
        bell.hang(bus)
        self.ears = asyncio.create_task(bus.listen())
        await super().startup(sockets=sockets)
        # What is loaded by now stays: looking through all of it again and again would cost a tenth of each page.
        gc.collect()
        gc.freeze()
        if self.started:
            self.ticker = Ticker()
            self.ticker.start()
            self.ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.hub.stop()
        if self.ears:
            self.ears.cancel()
        if self.ticker:
            self.ticker.stop()
        await super().shutdown(sockets=sockets)
        if self.ticker:
            await asyncio.to_thread(self.ticker.wait)


def stop_on_signals() -> None:
    """Let Ctrl-C, SIGTERM and a closed terminal end this process by `KeyboardInterrupt`, whatever it does."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup
        signal.signal(signal.SIGHUP, stop)


def serve(sockets: list[socket.socket], *, behind_proxy: bool, ready: Callable[[], None]) -> None:
    """Answer requests until a signal comes; then return within about a second, whatever is still open."""
    from goldseam.web.live import Hub

    hub = Hub()
    with suppress(KeyboardInterrupt):  # uvicorn raises the signal again after it has stopped in good order
        Server(configured(hub, behind_proxy=behind_proxy), hub, ready).run(sockets=sockets)


def configured(hub: Hub, *, behind_proxy: bool) -> uvicorn.Config:
    """The whole server.

    Behind a proxy, and only then, the reader's network address and whether it came over https are taken from the
    proxy's headers; which proxies to believe is in GOLDSEAM_PROXY (addresses with commas between; by default
    those of this machine). From anybody else such headers count for nothing.
    """
    from goldseam.web.live import PATH, live_app
    from goldseam.web.wsgi import application

    pages = WholeRequests(WSGIMiddleware(cast(Any, application), workers=THREADS))
    return uvicorn.Config(
        LiveBeside(cast(App, live_app(hub)), PATH, pages),
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        proxy_headers=behind_proxy,
        forwarded_allow_ips=given("GOLDSEAM_PROXY") or "127.0.0.1,::1",
        timeout_graceful_shutdown=GRACE,
    )
