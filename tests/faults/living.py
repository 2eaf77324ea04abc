"""Somebody who lives in a Goldseam that runs in a process of its own, while things go wrong around it."""

from __future__ import annotations

import ctypes
import os
import resource
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from tests.cli.running import Running, run
from tests.security.scene import hidden

DAC_OVERRIDE, DAC_READ_SEARCH, DROP = 1, 2, 24
WHOLE = "Every log is whole."


@dataclass
class Answer:
    """What a browser was told."""

    status: int
    text: str
    headers: dict[str, str]


@dataclass
class Resident:
    """A browser that keeps its cookies, and what its person has written and was told is kept."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, {}, headers)

    def post(self, path: str, **sent: str) -> Answer:
        return self._ask("POST", path, {**sent, "csrfmiddlewaretoken": self.cookies.get("form", "")}, {})

    def sign_up(self) -> None:
        page = self.get("/sign-up/").text
        told = self.post(
            "/sign-up/", **hidden(page), called="Alice", wish="alice", which="offered", agree="on"
        )
        assert told.status == 200 and "recovery" in told.text, told.text[-2000:]

    def write(self, text: str) -> Answer:
        """Send a page of the journal; 303 is what says that it is kept."""
        return self.post("/mine/journal/", page=str(uuid4()), text=text)

    def reads(self, text: str) -> bool:
        """Whether the journal shows this."""
        return text in unescape(self.get("/mine/journal/").text)

    def _ask(self, method: str, path: str, sent: dict[str, str], more: dict[str, str]) -> Answer:
        here = f"localhost:{self.port}"
        headers = {"Host": here, "Origin": f"http://{here}", "Sec-Fetch-Site": "same-origin", **more}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if sent:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, urlencode(sent) if sent else None, headers)
            got = connection.getresponse()
            self._take(got.headers.get_all("Set-Cookie") or [])
            return Answer(
                got.status, got.read().decode(), {name.lower(): value for name, value in got.getheaders()}
            )
        finally:
            connection.close()

    def _take(self, cookies: list[str]) -> None:
        for line in cookies:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
                if morsel["max-age"] == "0" or not morsel.value:
                    del self.cookies[name]


def moved_in(server: Running) -> Resident:
    """A new person in this server, with a page in the journal."""
    who = Resident(server.port)
    who.sign_up()
    assert who.write("Before anything went wrong.").status == 303
    return who


def serve(data: Path, database: str = "", **more: Any) -> Running:
    """`goldseam serve` over SQLite in `data`, or over the database of this address."""
    return Running(data, "serve", **over(database), **more)


def over(database: str) -> dict[str, str]:
    """The setting for a database of this address; none for SQLite."""
    return {"GOLDSEAM_DATABASE": database} if database else {}


def refusal(data: Path, *command: str, database: str = "", **more: Any) -> str:
    """What a command says that must not go on: never a traceback, and no page is served."""
    done = run(data, *(command or ("serve", "--port", "0")), **over(database), **more)
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr and "Open http" not in done.stdout
    return done.stderr


def whole(data: Path, database: str = "") -> bool:
    """Whether `goldseam check` finds every log whole."""
    done = run(data, "check", **over(database))
    return done.returncode == 0 and WHOLE in done.stdout


def lines(said: str, event: str) -> list[str]:
    """The lines of the log with this event."""
    return [line for line in said.splitlines() if f"event={event}" in line]


def no_room(process: Any, *, to_come: bool = False) -> None:
    """Let no file of this running process take another byte, as a full disk or a quota does; or let it again."""
    most = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (most if to_come else 0, most))


def without_room() -> None:
    """As `no_room`, for a process that begins."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def as_anybody() -> None:
    """Let rights of files count in a process that begins, also where root runs the tests."""
    if os.geteuid() == 0:
        for power in (DAC_OVERRIDE, DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(DROP, power, 0, 0, 0)
