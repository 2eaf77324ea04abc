"""The live path: an open page hears that something new is there. Ids go over it, and nothing else.

It is the only part that runs on the event loop; Django answers everything else in threads. A stream hears of the
spaces whose keys its session holds open. It never moves a tier's clock, closes with its session, and is asked for
anew every five minutes, so that nothing stays open by being forgotten.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import structlog
from django.conf import settings
from django.contrib.auth import get_user
from django.db import Error as DatabaseFault
from django.db import close_old_connections, connections
from django.http import HttpRequest
from django.http.request import split_domain_port, validate_host
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from goldseam.keys import clock
from goldseam.keys.opened import SPANS, open_keys
from goldseam.keys.sessions import SessionStore
from goldseam.log import bell
from goldseam.spaces.models import Member
from goldseam.web.logs import error_name
from goldseam.web.middleware import strict_headers
from goldseam.web.storage import fault_of

log = structlog.get_logger("goldseam.web")

PATH = "/live/"
LASTS = 300.0  # seconds; then the page asks again, and is asked who it is
BREATH = 25.0  # seconds between signs of life, so that a dead connection is noticed and a proxy keeps it open
BACK_IN = 1000  # milliseconds until the page asks again
MOST = 2000  # streams of one process
MOST_EACH = 6  # streams of one session: the oldest makes room


@dataclass(frozen=True, slots=True)
class Listening:
    """What a session may hear of, and until when if nothing more is done."""

    session: UUID
    person: UUID
    spaces: frozenset[UUID]
    until: datetime

    @property
    def topics(self) -> frozenset[str]:
        own = {bell.session(self.session), bell.person(self.person)}
        return frozenset(own | {bell.space(space) for space in self.spaces})


def listening(cookies: Mapping[str, str]) -> Listening | None:
    """Who these cookies are; None where nobody is signed in or the keys are closed. Blocks; moves no clock."""
    request = HttpRequest()
    request.path = PATH
    request.COOKIES = dict(cookies)
    request.session = SessionStore(cookies.get(settings.SESSION_COOKIE_NAME))
    request.user = get_user(request)
    opened = open_keys(request)
    if opened.shared is None or opened.seat is None:
        return None
    spaces = Member.objects.filter(person_id=opened.person.pk).values_list("space_id", flat=True)
    return Listening(opened.seat.row, opened.person.pk, frozenset(spaces), opened.until["shared"])


@dataclass(eq=False, slots=True)
class Stream:
    """One open page, or the one that listens for all pages of a browser."""

    who: Listening
    news: set[str] = field(default_factory=set)
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False

    def wake(self, *topics: str) -> None:
        self.news.update(topics)
        self.woken.set()

    def end(self) -> None:
        self.ended = True
        self.woken.set()


A_MOMENT = 0.0004  # seconds, in which the loop writes to the pages; nobody notices them


class Hub:
    """The open streams of this process, by what they listen for. Used on the event loop alone, but for `ring`."""

    def __init__(self) -> None:
        self._streams: dict[Stream, frozenset[str]] = {}
        self._by_topic: dict[str, set[Stream]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        # One thread, and so one database connection, does for all the streams of a process.
        self._desk = ThreadPoolExecutor(1, thread_name_prefix="live")
        self.closed = False

    def __len__(self) -> int:
        return len(self._streams)

    def start(self) -> None:
        """Take the running loop as the one on which streams live."""
        self._loop = asyncio.get_running_loop()

    def stop(self) -> None:
        """End every stream, and let none begin."""
        self.closed = True
        for stream in list(self._streams):
            stream.end()
        self._desk.submit(connections.close_all)
        self._desk.shutdown(wait=False)

    def ring(self, topics: frozenset[str]) -> None:
        """Wake whoever listens for one of these. From any thread; without a loop nobody listens."""
        if self._loop is not None and not self.closed:
            with suppress(RuntimeError):  # the loop has ended a moment ago
                self._loop.call_soon_threadsafe(self.wake, topics)
                # The loop needs the interpreter, which this thread would keep until its own answer is written.
                time.sleep(A_MOMENT)

    def wake(self, topics: frozenset[str]) -> None:
        """As `ring`, on the loop."""
        for topic in topics:
            for stream in list(self._by_topic.get(topic, ())):
                stream.wake(topic)

    def wake_all(self) -> None:
        """Let every page ask for itself: something may have been missed."""
        for stream in self._streams:
            stream.wake(*(bell.space(space) for space in stream.who.spaces))

    async def ask(self, cookies: Mapping[str, str]) -> Listening | None:
        """`listening`, in the thread that is kept for it."""
        return await asyncio.get_running_loop().run_in_executor(self._desk, _asked, cookies)

    def add(self, stream: Stream) -> None:
        """Let this stream listen. A session with too many loses its oldest."""
        mine = self._by_topic.get(bell.session(stream.who.session), set())
        same = [other for other in self._streams if other in mine and not other.ended]
        for other in same[: max(0, len(same) + 1 - MOST_EACH)]:
            other.end()
        self._register(stream)

    def change(self, stream: Stream, who: Listening) -> None:
        """Let it listen for what is now its own."""
        self.remove(stream)
        stream.who = who
        self._register(stream)

    def remove(self, stream: Stream) -> None:
        """Forget this stream."""
        for topic in self._streams.pop(stream, ()):
            left = self._by_topic[topic]
            left.discard(stream)
            if not left:
                del self._by_topic[topic]

    def _register(self, stream: Stream) -> None:
        self._streams[stream] = stream.who.topics
        for topic in stream.who.topics:
            self._by_topic.setdefault(topic, set()).add(stream)


def _asked(cookies: Mapping[str, str]) -> Listening | None:
    close_old_connections()
    try:
        return listening(cookies)
    finally:
        close_old_connections()


async def told(hub: Hub, stream: Stream, cookies: Mapping[str, str]) -> AsyncIterator[bytes]:
    """What a page hears: a greeting, the ids of spaces in which something is new, and signs of life."""
    loop = asyncio.get_running_loop()
    ends = loop.time() + LASTS
    try:
        yield f"retry: {BACK_IN}\nevent: here\ndata:\n\n".encode()
        while (left := ends - loop.time()) > 0:
            await _woken(stream, min(left, BREATH, _open_for(stream.who)))
            stream.woken.clear()
            topics, stream.news = stream.news, set()
            if stream.ended or not await _still(hub, stream, cookies, topics):
                return
            said = [topic for topic in sorted(topics) if topic.startswith("space:")]
            yield b"".join(_event(topic) for topic in said) or b":\n\n"
    finally:
        hub.remove(stream)


def _event(topic: str) -> bytes:
    return f"event: new\ndata: {topic.removeprefix('space:')}\n\n".encode()


async def _woken(stream: Stream, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(max(seconds, 0)):
            await stream.woken.wait()


def _open_for(who: Listening) -> float:
    left = who.until - clock.now()
    # Further ahead than it can be: the clock was set back, and the keys are closed.
    return left.total_seconds() if left <= SPANS["shared"].idle + clock.SLACK else 0.0


async def _still(hub: Hub, stream: Stream, cookies: Mapping[str, str], topics: set[str]) -> bool:
    """Whether the session's keys are open still. It is asked only where that may have changed."""
    own = {bell.session(stream.who.session), bell.person(stream.who.person)}
    if not topics & own and _open_for(stream.who) > 0:
        return True
    try:
        who = await hub.ask(cookies)
    except DatabaseFault:
        return False  # the page asks again, and is told then
    if who is None or stream.ended:
        return False
    hub.change(stream, who)
    return True


def live_app(hub: Hub) -> Starlette:
    """The ASGI app that answers `PATH`."""

    async def stream(request: Request) -> Response:
        if refused := _refused(hub, request):
            return refused
        try:
            who = await hub.ask(request.cookies)
        except DatabaseFault as error:
            log.error(fault_of(error) or "broken", error=error_name(error), where="live")
            return _later()
        if who is None:
            return _empty(204)  # a page that hears this does not ask again
        made = Stream(who)
        hub.add(made)
        said = told(hub, made, request.cookies)
        return StreamingResponse(said, media_type="text/event-stream", headers=_headers())

    async def broken(request: Request, error: Exception) -> Response:
        return _later()  # the log learns of it from the server, by its name

    return Starlette(routes=[Route(PATH, stream)], exception_handlers={Exception: broken})


def _refused(hub: Hub, request: Request) -> Response | None:
    if not validate_host(split_domain_port(request.headers.get("host", ""))[0], settings.ALLOWED_HOSTS):
        return _empty(400)
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return _empty(403)
    if request.headers.get("origin", _own_origin(request)) != _own_origin(request):
        return _empty(403)
    return _later() if hub.closed or len(hub) >= MOST else None


def _own_origin(request: Request) -> str:
    """The origin of our own pages: the public address, or, on this machine, whatever its browser calls it."""
    own: str = (
        settings.CSRF_TRUSTED_ORIGINS[0] if settings.SECURE else f"http://{request.headers.get('host')}"
    )
    return own


def _later() -> Response:
    return _empty(503, {"Retry-After": "20"})


def _empty(status: int, more: dict[str, str] | None = None) -> Response:
    return Response(status_code=status, headers=_headers() | (more or {}))


def _headers() -> dict[str, str]:
    return {**strict_headers(), "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
