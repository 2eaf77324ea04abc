"""A Goldseam started as a person would start it, in a process and a data folder of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[2]
PATIENCE = 60


def environment(data: Path | None, **settings: str) -> dict[str, str]:
    """The shell's environment without any setting of Goldseam but these."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("GOLDSEAM_", "DJANGO_"))
    }
    if data is not None:
        kept["GOLDSEAM_DATA"] = str(data)
    return {**kept, "PYTHONPATH": str(ROOT / "src"), **settings}


def run(
    data: Path | None,
    *arguments: str,
    stdin: str = "",
    before: Callable[[], None] | None = None,
    **settings: str,
) -> subprocess.CompletedProcess[str]:
    """One command, to its end. `before` is done in its process before it begins."""
    line = [sys.executable, "-P", "-m", "goldseam", *arguments]
    return subprocess.run(
        line, env=environment(data, **settings), input=stdin, text=True, capture_output=True, check=False,
        timeout=PATIENCE, preexec_fn=before,
    )  # fmt: skip


def _hears_hang_ups() -> None:
    """Whoever runs the tests under `nohup` hands its deafness on; a person's terminal does not."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Running:
    """`goldseam serve` or `goldseam demo` from the moment it says its address."""

    def __init__(
        self,
        data: Path | None,
        *arguments: str,
        before: Callable[[], None] = _hears_hang_ups,
        **settings: str,
    ) -> None:
        line = [sys.executable, "-P", "-m", "goldseam", *arguments, "--port", "0"]
        self.process = subprocess.Popen(
            line,
            env=environment(data, **settings),
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            preexec_fn=before,
        )
        self.said = ""
        self.port = self._port()

    def _port(self) -> int:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line
            if found := re.search(r"Open http://localhost:(\d+)", line):
                return int(found[1])
        self.process.wait(PATIENCE)
        self.process.stdout.close()
        raise AssertionError(f"It did not start:\n{self.said}")

    def get(self, path: str, host: str = "127.0.0.1") -> HTTPResponse:
        connection = HTTPConnection(host, self.port, timeout=10)
        connection.request("GET", path, headers={"Host": f"localhost:{self.port}"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    def stop(self, how: signal.Signals = signal.SIGINT) -> float:
        """Send a signal; the seconds until the process was gone."""
        began = time.monotonic()
        self.process.send_signal(how)
        self.process.wait(PATIENCE)
        took = time.monotonic() - began
        assert self.process.stdout
        self.said += self.process.stdout.read()
        return took

    def __enter__(self) -> Running:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()
