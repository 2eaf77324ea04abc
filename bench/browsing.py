"""A server in a process of its own, and the plainest browser that can hurry it."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def environment(folder: Path, database: str = "") -> dict[str, str]:
    """The shell's, with this data folder and this database, and without any other setting of the product."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GOLDSEAM_", "DJANGO_"))}
    kept |= {"GOLDSEAM_DATA": str(folder), "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"}
    return kept | ({"GOLDSEAM_DATABASE": database} if database else {})


def prepared(folder: Path, what: str, count: int, database: str = "") -> dict[str, Any]:
    """What `bench.prepare` made."""
    line = [sys.executable, "-P", "-m", "bench.prepare", what, str(count)]
    done = subprocess.run(
        line, env=environment(folder, database), cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@dataclass
class Served:
    """A server that runs: its port, its process, and the seconds from its start to the first answer."""

    port: int
    process: subprocess.Popen[str]
    first_answer: float

    @property
    def resident(self) -> float:
        """Resident memory now, in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0


@contextmanager
def served(folder: Path, database: str = "") -> Iterator[Served]:
    """`goldseam serve` with the addresses of `bench.urls`."""
    line = [sys.executable, "-P", "-m", "goldseam", "serve", "--port", "0"]
    known = environment(folder, database) | {"DJANGO_SETTINGS_MODULE": "bench.settings"}
    began = time.monotonic()
    process = subprocess.Popen(line, env=known, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        said = ""
        for text in process.stdout:
            said += text
            if found := re.search(r"Open http://localhost:(\d+)", text):
                break
        else:
            raise SystemExit(f"The server did not start:\n{said}")
        here = Served(int(found[1]), process, 0.0)
        with Connection(here.port) as browser:
            browser.get("/")
        here.first_answer = time.monotonic() - began
        threading.Thread(target=process.stdout.read, daemon=True).start()
        yield here
    finally:
        process.terminate()
        process.wait(20)


class Connection:
    """One kept-open connection. It reads answers by their length and does nothing else, so as not to be measured."""

    def __init__(self, port: int, cookies: str = "") -> None:
        self.port, self.cookies = port, cookies
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.kept = b""

    def ask(self, method: str, path: str, more: str = "") -> None:
        cookie = f"Cookie: {self.cookies}\r\n" if self.cookies else ""
        self.socket.sendall(
            f"{method} {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\nSec-Fetch-Site: same-origin\r\n"
            f"Content-Length: 0\r\n{cookie}{more}\r\n".encode()
        )

    def get(self, path: str, more: str = "") -> tuple[int, str, bytes]:
        """The status, the headers and the body."""
        return self.send("GET", path, more)

    def send(self, method: str, path: str, more: str = "") -> tuple[int, str, bytes]:
        self.ask(method, path, more)
        while b"\r\n\r\n" not in self.kept:
            self._more()
        head, _, self.kept = self.kept.partition(b"\r\n\r\n")
        headers = head.decode("latin-1")
        length = re.search(r"(?i)\r\ncontent-length: (\d+)", headers)
        wanted = int(length[1]) if length else 0
        while len(self.kept) < wanted:
            self._more()
        body, self.kept = self.kept[:wanted], self.kept[wanted:]
        return int(headers.split()[1]), headers, body

    def _more(self) -> None:
        read = self.socket.recv(65536)
        if not read:
            raise ConnectionError("the server closed the connection")
        self.kept += read

    def close(self) -> None:
        self.socket.close()

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def throughput(port: int, path: str, cookies: str, seconds: float, at_once: int = 4) -> float:
    """Answers of 200 a second, over so many connections at once. Any other answer ends the measurement."""
    counts: list[int] = []
    wrong: list[int] = []
    until = time.monotonic() + seconds

    def browse() -> None:
        count = 0
        with Connection(port, cookies) as browser:
            while time.monotonic() < until:
                status, _, _ = browser.get(path)
                if status != 200:
                    wrong.append(status)
                    return
                count += 1
        counts.append(count)

    threads = [threading.Thread(target=browse) for _ in range(at_once)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise SystemExit(f"{path} answered {wrong[0]}")
    return sum(counts) / (time.monotonic() - began)


@contextmanager
def folder() -> Iterator[Path]:
    """A data folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="goldseam-bench-") as made:
        yield Path(made) / "data"
