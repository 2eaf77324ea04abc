"""What is measured. Every goal is a ratio of two things measured in the same run, or a size; never a time."""

from __future__ import annotations

import gzip
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import psycopg
from psycopg import sql
from tests.pg import NoServer, database_for_tests

from bench.browsing import ROOT, Connection, environment, folder, prepared, served, throughput
from bench.echo import running

ROUNDS, SECONDS = 5, 2.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is, its value, its unit (“” for a ratio), and its goal if it has one."""

    name: str
    value: float
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None

    @property
    def good(self) -> bool:
        low = self.at_least is not None and self.value < self.at_least
        return not (low or (self.at_most is not None and self.value > self.at_most))

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "good": self.good}


def home() -> Iterator[Figure]:
    """Home of a couple with 2,000 entries, against the same page without a vault, and against 20 entries."""
    with folder() as large, folder() as small:
        many, few = prepared(large, "couple", 2000), prepared(small, "couple", 20)
        with served(large) as one, served(small) as two:
            found: dict[str, list[float]] = {"many": [], "plain": [], "few": []}
            for _ in range(ROUNDS):
                found["many"].append(throughput(one.port, "/home/", many["cookies"], SECONDS))
                found["plain"].append(throughput(one.port, "/bench/plain/", many["cookies"], SECONDS))
                found["few"].append(throughput(two.port, "/home/", few["cookies"], SECONDS))
            rate = {name: statistics.median(rates) for name, rates in found.items()}
            yield Figure("home, 2,000 entries", rate["many"], "pages/s")
            yield Figure("home, 2,000 entries : without vault", rate["many"] / rate["plain"], at_least=0.6)
            yield Figure("home, 2,000 entries : 20 entries", rate["many"] / rate["few"], at_least=0.85)
            yield Figure("resident memory after load", one.resident, "MiB", at_most=150)
            yield Figure("start to first answer", one.first_answer, "s")


def stored() -> Iterator[Figure]:
    """Home with 10 and with 100,000 couples stored, on PostgreSQL."""
    rates = {}
    for couples in (10, 100_000):
        try:
            with database_for_tests() as url, folder() as here:
                _make_database(url)
                known = prepared(here, "couple", 20, url)
                prepared(here, "strangers", couples, url)
                with served(here, url) as house:
                    throughput(house.port, "/home/", known["cookies"], SECONDS)
                    rates[couples] = statistics.median(
                        throughput(house.port, "/home/", known["cookies"], SECONDS) for _ in range(ROUNDS)
                    )
        except NoServer as reason:
            print(f"Left out, 100,000 couples: {reason}", file=sys.stderr)
            return
    yield Figure("home, time with 100,000 couples : 10 couples", rates[10] / rates[100_000], at_most=1.2)


def _make_database(url: str) -> None:
    server, _, name = url.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def sign_in() -> Iterator[Figure]:
    """Argon2id's share of a sign-in: what else is done must not be worth attacking, or waiting for."""
    with folder() as here:
        line = [sys.executable, "-P", "-m", "bench.signing_in"]
        done = subprocess.run(
            line, env=environment(here), cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
        )
        share, seconds = map(float, done.stdout.split()[-2:])
        yield Figure("sign-in", seconds, "s")
        yield Figure("Argon2id’s share of a sign-in", share, at_least=0.9)


def sizes() -> Iterator[Figure]:
    """Bytes of a first visit, with all that the page asks for, and of the next page; compressed where sent so."""
    with folder() as here:
        prepared(here, "couple", 20)
        with served(here) as house, Connection(house.port) as browser:
            first, parts = _page(browser, "/")
            weight = first + sum(_weight(browser, part) for part in parts)
            yield Figure("first visit", weight / 1000, "kB", at_most=60)
            following, more = _page(browser, "/help/")
            new = sum(_weight(browser, part) for part in more if part not in parts)
            yield Figure("next page", (following + new) / 1000, "kB", at_most=15)


def _page(browser: Connection, path: str) -> tuple[int, list[str]]:
    _, headers, body = browser.get(path, "Accept-Encoding: gzip, br\r\n")
    text = gzip.decompress(body) if "content-encoding: gzip" in headers.lower() else body
    return len(headers) + len(body), sorted(set(re.findall(r'(?:src|href)="(/static/[^"]+)"', text.decode())))


def _weight(browser: Connection, path: str) -> int:
    _, headers, body = browser.get(path, "Accept-Encoding: gzip, br\r\n")
    return len(headers) + len(body)


def live() -> Iterator[Figure]:
    """From a change to the page that hears of it, against an echo of nothing but Starlette."""
    with folder() as here:
        known = prepared(here, "couple", 20)
        with served(here) as house:
            ours = _heard(house.port, f"/bench/ring/{known['space']}/", "/live/", known["cookies"])
    with running() as port:
        bare = _heard(port, "/ring/", "/live/", "")
    yield Figure("live notice, median", statistics.median(ours) * 1000, "ms")
    yield Figure("live notice, p99 : bare echo", _p99(ours) / _p99(bare), at_most=3.0)
    yield Figure("live notice, p99", _p99(ours) * 1000, "ms")


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _heard(port: int, ring: str, stream: str, cookies: str, times: int = 1000) -> list[float]:
    took = []
    with Connection(port, cookies) as ear, Connection(port, cookies) as hand:
        ear.ask("GET", stream)
        _until(ear, b"event: here")
        for _ in range(times):
            began = time.perf_counter()
            hand.ask("POST", ring)
            _until(ear, b"event: new")
            took.append(time.perf_counter() - began)
            _until(hand, b"\r\n\r\n")
    return took


def _until(connection: Connection, wanted: bytes) -> None:
    while wanted not in connection.kept:
        connection.kept += connection.socket.recv(65536)
    connection.kept = b""


MEASURES: dict[str, Callable[[], Iterator[Figure]]] = {
    "home": home,
    "stored": stored,
    "sign-in": sign_in,
    "sizes": sizes,
    "live": live,
}
