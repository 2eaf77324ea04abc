"""What is measured. A goal is a ratio of two things measured in one run, or a size; the coach’s alone are times."""

from __future__ import annotations

import gzip
import json
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
from tests.cli.listening import ENDED, Streams, sessions_for
from tests.pg import NoServer, database_for_tests

from bench.browsing import ROOT, Connection, environment, folder, prepared, served, throughput
from bench.echo import running

ROUNDS, SECONDS = 5, 2.0
TURNS, EACH = 20, 0.5  # short turns: what else the machine does meanwhile falls on all alike
RINGS = 500
OPEN_PAGES = 400


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
    """Home of a couple with 2,000 entries, against the same page without a vault, and against 20 entries.

    Twice: of people who signed up today, and of people whose next step is to name what happened. For these Home
    opens private pages too.
    """
    with folder() as large, folder() as small:
        known = {
            (name, what): prepared(here, what, entries)["cookies"]
            for name, here, entries in (("many", large, 2000), ("few", small, 20))
            for what in ("couple", "naming")
        }
        with served(large) as one, served(small) as two:
            ports = {"many": one.port, "few": two.port}
            found: dict[tuple[str, str], list[float]] = {page: [] for page in (("plain", ""), *known)}
            for _ in range(TURNS):
                for (name, what), cookies in known.items():
                    found[name, what].append(throughput(ports[name], "/home/", cookies, EACH))
                plain = throughput(one.port, "/bench/plain/", known["many", "couple"], EACH)
                found["plain", ""].append(plain)
            for name in ports:
                _must_open_private_pages(ports[name], known[name, "naming"])
            rate = {page: statistics.median(rates) for page, rates in found.items()}
            for what, state in (("couple", "home, 2,000 entries"), ("naming", "home, naming, 2,000 entries")):
                many, plain, few = rate["many", what], rate["plain", ""], rate["few", what]
                yield Figure(state, many, "pages/s")
                yield Figure(f"{state} : without vault", many / plain, at_least=0.6)
                yield Figure(f"{state} : 20 entries", many / few, at_least=0.85)
            yield Figure("resident memory after load", one.resident, "MiB", at_most=150)
            yield Figure("start to first answer", one.first_answer, "s")


def _must_open_private_pages(port: int, cookies: str) -> None:
    """End the measurement where Home does not suggest what it is measured for, or the private tier closed."""
    with Connection(port, cookies) as browser:
        _, _, page = browser.get("/home/")
    if b'value="breaches.name"' not in page or b"data-private-left=" not in page:
        raise SystemExit("Home did not open private pages where it should have been measured with them.")


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
    """Bytes of a first visit, with all that the page asks for, and of the next page; compressed where sent so.

    Once as somebody who is not signed in, and once as somebody who is.
    """
    with folder() as here:
        known = prepared(here, "couple", 20)
        with served(here) as house:
            walks = (("", ("/", "/help/")), (known["cookies"], ("/home/", "/mine/journal/")))
            for cookies, (first, following) in walks:
                who = "signed in, " if cookies else ""
                with Connection(house.port, cookies) as browser:
                    page, parts = _page(browser, first)
                    weight = page + sum(_weight(browser, part) for part in parts)
                    yield Figure(f"{who}first visit, {first}", weight / 1000, "kB", at_most=60)
                    page, more = _page(browser, following)
                    new = sum(_weight(browser, part) for part in more if part not in parts)
                    yield Figure(f"{who}next page, {following}", (page + new) / 1000, "kB", at_most=15)


def _page(browser: Connection, path: str) -> tuple[int, list[str]]:
    _, headers, body = browser.get(path, "Accept-Encoding: gzip, br\r\n")
    text = gzip.decompress(body) if "content-encoding: gzip" in headers.lower() else body
    return len(headers) + len(body), sorted(set(re.findall(r'(?:src|href)="(/static/[^"]+)"', text.decode())))


def _weight(browser: Connection, path: str) -> int:
    _, headers, body = browser.get(path, "Accept-Encoding: gzip, br\r\n")
    return len(headers) + len(body)


def live() -> Iterator[Figure]:
    """From the ring of the bell, after a change, to the page that hears it; against an echo of nothing but Starlette.

    Both servers say when they rang (one clock for the whole machine), so that what Django does before is not
    measured against an echo that does nothing. The whole, from sending the change on, is told beside it.
    """
    ours, bare, ratios = [], [], []
    with folder() as here, running() as echo:
        known = prepared(here, "couple", 20)
        with served(here) as house:
            for _ in range(ROUNDS):
                ours += _heard(house.port, f"/bench/ring/{known['space']}/", "/live/", known["cookies"])
                bare += _heard(echo, "/ring/", "/live/", "")
                ratios.append(_p99(_notices(ours[-RINGS:])) / _p99(_notices(bare[-RINGS:])))
    yield Figure("live notice, p99 : bare echo", statistics.median(ratios), at_most=3.0)
    yield Figure("live notice, median", statistics.median(_notices(ours)) * 1000, "ms")
    yield Figure("live notice, p99", _p99(_notices(ours)) * 1000, "ms")
    whole, echoed = ([whole for _, whole in took] for took in (ours, bare))
    yield Figure("change to notice, p99", _p99(whole) * 1000, "ms", at_most=1000)
    yield Figure("change to notice, p99 : bare echo", _p99(whole) / _p99(echoed))


def _notices(took: list[tuple[float, float]]) -> list[float]:
    return [notice for notice, _ in took]


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _heard(port: int, ring: str, stream: str, cookies: str) -> list[tuple[float, float]]:
    """For each of so many rings: the seconds from the ring to the page, and those from the question to the page."""
    took = []
    with Connection(port, cookies) as ear, Connection(port, cookies) as hand:
        ear.ask("GET", stream)
        _until(ear, b"event: here")
        for _ in range(RINGS):
            began = time.monotonic()
            hand.ask("POST", ring)
            _until(ear, b"event: new")
            heard = time.monotonic()
            said = _until(hand, b"\r\n\r\n").decode("latin-1")
            rung = float(said.lower().split("x-rung: ")[1].split("\r\n")[0])
            took.append((heard - rung, heard - began))
    return took


def _until(connection: Connection, wanted: bytes) -> bytes:
    while wanted not in connection.kept:
        connection.kept += connection.socket.recv(65536)
    read, connection.kept = connection.kept, b""
    return read


def stop() -> Iterator[Figure]:
    """How a house with many open pages stops: the time it takes, and how many streams it cuts off."""
    with folder() as here:
        cookies = sessions_for(OPEN_PAGES, here)
        with served(here) as house, Streams(house.port, cookies) as streams:
            began = time.monotonic()
            house.process.terminate()
            house.process.wait(60)
            took = time.monotonic() - began
            cut = sum(not said.endswith(ENDED) for said in streams.to_the_end())
        yield Figure(f"stop, {OPEN_PAGES} open streams", took, "s")
        yield Figure(f"stop, {OPEN_PAGES} open streams, cut off", cut, "streams", at_most=0)


def coach() -> Iterator[Figure]:
    """The language coach on one thread: a draft of three sentences, loading, memory; VADER's time beside it."""
    line = [sys.executable, "-P", "-m", "bench.coach"]
    with folder() as here:
        ran = subprocess.run(
            line, env=environment(here), cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
        )
    found = json.loads(ran.stdout)
    yield Figure("coach, three sentences, median", found["median"], "ms")
    yield Figure("coach, three sentences, 95 of 100", found["p95"], "ms", at_most=10)
    yield Figure("coach : VADER, median", found["median"] / found["vader"])
    yield Figure("coach, loading", found["load"], "s", at_most=0.4)
    yield Figure("coach, resident memory", found["resident"], "MiB", at_most=150)


MEASURES: dict[str, Callable[[], Iterator[Figure]]] = {
    "home": home,
    "stored": stored,
    "sign-in": sign_in,
    "sizes": sizes,
    "live": live,
    "stop": stop,
    "coach": coach,
}
