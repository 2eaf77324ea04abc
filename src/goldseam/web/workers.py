"""Several processes over the same sockets. A worker that dies is replaced; when the first process goes, all go."""

from __future__ import annotations

import os
import select
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import structlog

from goldseam.upkeep import CannotGoOn

PATIENCE = 5.0  # seconds that workers get to stop before they are killed
BREATH = (
    1.0  # seconds between the deaths of workers at which they are replaced, so that a fault does not spin
)

Ready = Callable[[], None]
Work = Callable[[Ready], None]

log = structlog.get_logger("goldseam.web")


def run_workers(count: int, work: Work, ready: Ready) -> None:
    """Run `work` in this many processes until `KeyboardInterrupt`; say `ready` once each of them did.

    Call before this process has threads or database connections: workers are forks of it.
    """
    heard, said = os.pipe()
    alive_read, alive_write = os.pipe()
    workers: set[int] = set()

    def begin() -> None:
        workers.add(_fork(work, said, heard, alive_read, alive_write))

    try:
        for _ in range(count):
            begin()
        _hear(heard, count)
        ready()
        while True:
            gone, status = os.waitpid(-1, 0)
            if gone in workers:
                workers.discard(gone)
                log.warning("worker_gone", status=os.waitstatus_to_exitcode(status))
                time.sleep(BREATH)
                begin()
    except KeyboardInterrupt:
        pass
    finally:
        os.close(alive_write)
        _stop(workers)


def _fork(work: Work, said: int, heard: int, alive_read: int, alive_write: int) -> int:
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        os.close(heard)
        os.close(alive_write)
        threading.Thread(target=_go_with_the_first, args=(alive_read,), daemon=True).start()
        work(lambda: _say(said))
        status = 0
    except KeyboardInterrupt:
        status = 0
    finally:
        os._exit(status)


def _say(said: int) -> None:
    os.write(said, b".")


def _hear(heard: int, count: int) -> None:
    """Wait until this many have said that they can be reached. Raises `CannotGoOn` if one ends before."""
    while count:
        if select.select([heard], [], [], 0.2)[0]:
            count -= len(os.read(heard, count))
        elif os.waitpid(-1, os.WNOHANG)[0]:
            raise CannotGoOn("One of the processes could not start; the lines above say why.")


def _go_with_the_first(alive_read: int) -> None:
    """Nothing is ever written here: the end of reading is the end of the first process."""
    os.read(alive_read, 1)
    os.kill(os.getpid(), signal.SIGTERM)


def _stop(workers: set[int]) -> None:
    for pid in workers:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
    until = time.monotonic() + PATIENCE
    while workers and time.monotonic() < until:
        workers -= {pid for pid in workers if _is_over(pid)}
        time.sleep(0.02)
    for pid in workers:
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def _is_over(pid: int) -> bool:
    with suppress(ChildProcessError):
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    return True
