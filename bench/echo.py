"""The least that a live path can be: Starlette alone, one event for all. It is what ours is measured against."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bench.browsing import ROOT

EARS: set[asyncio.Queue[bytes]] = set()


async def stream(request: Request) -> Response:
    ear: asyncio.Queue[bytes] = asyncio.Queue()
    EARS.add(ear)

    async def told() -> AsyncIterator[bytes]:
        yield b"event: here\ndata:\n\n"
        while True:
            yield await ear.get()

    return StreamingResponse(told(), media_type="text/event-stream")


async def ring(request: Request) -> Response:
    at = time.monotonic()
    for ear in EARS:
        ear.put_nowait(b"event: new\ndata: here\n\n")
    return Response(status_code=204, headers={"X-Rung": str(at)})


app = Starlette(routes=[Route("/live/", stream), Route("/ring/", ring, methods=["POST"])])


@contextmanager
def running() -> Iterator[int]:
    """Its port, while it runs in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.echo"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(10)


class Saying(uvicorn.Server):
    """Prints its port when it can be reached."""

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup()
        print(self.servers[0].sockets[0].getsockname()[1], flush=True)


if __name__ == "__main__":
    Saying(uvicorn.Config(app, port=0, log_level="warning", timeout_graceful_shutdown=1)).run()
