"""Many open pages of one house: sessions in its data folder, and the streams that their browsers hold open.

`python -m tests.cli.listening COUNT` puts sessions for so many streams into GOLDSEAM_DATA and prints their cookies.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from tests.cli.running import PATIENCE, ROOT, environment

GREETING = b"event: here"
ENDED = b"\r\n0\r\n\r\n"  # how a chunked answer ends that was not cut off


def sessions_for(streams: int, data: Path) -> list[str]:
    """The `Cookie` header of each stream: a session holds a few of them, as many as a browser may."""
    known = environment(data, PYTHONPATH=os.pathsep.join([str(ROOT), str(ROOT / "src")]))
    line = [sys.executable, "-P", "-m", "tests.cli.listening", str(streams)]
    done = subprocess.run(line, env=known, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    cookies: list[str] = json.loads(done.stdout.splitlines()[-1])
    return cookies


def main(streams: int) -> None:
    from goldseam.upkeep.starting import opened_data

    with opened_data(existing=False):
        from goldseam.upkeep.schema import prepare_tables
        from goldseam.web.live import MOST_EACH
        from tests.cast import someone
        from tests.visitors import visitor

        prepare_tables(lambda _: None, backup=False)
        alice, cookies = someone("Alice"), []
        while len(cookies) < streams:
            known = visitor(alice).cookies.items()
            cookies += ["; ".join(f"{name}={morsel.value}" for name, morsel in known)] * MOST_EACH
        print(json.dumps(cookies[:streams]))


class Streams:
    """So many open streams, each greeted; and what each of them got until its end."""

    def __init__(self, port: int, cookies: list[str]) -> None:
        self.sockets = [socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) for _ in cookies]
        for one, cookie in zip(self.sockets, cookies, strict=True):
            one.sendall(
                f"GET /live/ HTTP/1.1\r\nHost: localhost:{port}\r\nSec-Fetch-Site: same-origin\r\n"
                f"Cookie: {cookie}\r\n\r\n".encode()
            )
        self.heard = [_until(one, GREETING) for one in self.sockets]

    def to_the_end(self) -> list[bytes]:
        """All that each stream says until the server closes it."""
        return [heard + _until(one, b"") for one, heard in zip(self.sockets, self.heard, strict=True)]

    def __enter__(self) -> Streams:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        for one in self.sockets:
            one.close()


def _until(one: socket.socket, wanted: bytes) -> bytes:
    """What comes until it holds this; until the end for nothing."""
    heard = b""
    while not wanted or wanted not in heard:
        more = one.recv(65536)
        if not more:
            break
        heard += more
    return heard


if __name__ == "__main__":
    main(int(sys.argv[1]))
