"""The database goes while people are at their pages, and comes back; and it is not there at the start."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import sql

from tests.faults.living import Resident, lines, moved_in, refusal, serve, whole

pytestmark = pytest.mark.slow


@contextmanager
def lost(data: Path, database: str) -> Iterator[None]:
    """No connection to the database can be made, and those that there were are cut."""
    if not database:
        for name in ("goldseam", "apart"):
            (data / f"{name}.sqlite3").rename(data / f"{name}.away")
        yield
        for name in ("goldseam", "apart"):
            (data / f"{name}.away").rename(data / f"{name}.sqlite3")
        return
    accepts(database, False)
    cut(database)
    yield
    accepts(database, True)


def server_of(database: str) -> str:
    return urlunsplit(urlsplit(database)._replace(path="/postgres"))


def accepts(database: str, answer: bool) -> None:
    name = sql.Identifier(urlsplit(database).path[1:])
    change = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}").format(name, sql.Literal(answer))
    with psycopg.connect(server_of(database), autocommit=True) as connection:
        connection.execute(change)


def cut(database: str) -> int:
    """Cut every connection to it; how many there were."""
    with psycopg.connect(server_of(database), autocommit=True) as connection:
        theirs = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        return len(connection.execute(theirs, [urlsplit(database).path[1:]]).fetchall())


def listens(who: Resident) -> int:
    """The status of the live path, as an open page asks for it."""
    connection = HTTPConnection("127.0.0.1", who.port, timeout=30)
    cookies = "; ".join(f"{name}={value}" for name, value in who.cookies.items())
    headers = {"Host": f"localhost:{who.port}", "Cookie": cookies, "Sec-Fetch-Site": "same-origin"}
    connection.request("GET", "/live/", headers=headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_it_goes_and_comes_back_while_somebody_writes(data: Path, database: str) -> None:
    with serve(data, database) as server:
        alice = moved_in(server)
        assert listens(alice) == 200
        with lost(data, database):
            answer = alice.write("While it was away.")
            assert answer.status == 503 and answer.headers["retry-after"]
            assert "It may not have been saved." in answer.text and "While it was away." in answer.text
            page = alice.get("/home/")
            assert page.status == 503 and "We cannot get to your pages just now" in page.text
            assert alice.get("/healthz").status == 503
            assert listens(alice) == 503
            for path in ("/", "/help/", "/first-days/not-safe/", "/help/crisis/", "/sign-in/", "/aside/"):
                assert alice.get(path).status == 200, path
            left = Resident(alice.port, dict(alice.cookies)).post("/leave/")
            assert left.status == 303 and left.headers["location"] == "/aside/"
        assert alice.write("It is back.").status == 303
        assert alice.get("/healthz").status == 200 and listens(alice) == 200
        assert alice.reads("Before anything went wrong.") and alice.reads("It is back.")
        server.stop()
    assert len(lines(server.said, "database_gone")) >= 2 and "Traceback" not in server.said
    assert whole(data, database)


def test_connections_that_are_cut_are_made_anew(data: Path, database: str) -> None:
    """What SQLite has instead is the test above: it opens its file for every page."""
    with serve(data, database) as server:
        alice = moved_in(server)
        for number in range(3):
            assert not database or cut(database)
            assert alice.write(f"After the cut {number}.").status == 303
        assert alice.reads("After the cut 0.")


def test_another_file_in_its_place_is_not_opened(data: Path) -> None:
    main = data / "goldseam.sqlite3"
    with serve(data) as server:
        alice = moved_in(server)
        main.rename(data / "away")
        shutil.copy(data / "away", main)
        assert alice.write("Into another file.").status == 503
        assert alice.get("/healthz").status == 503
        main.unlink()
        assert alice.write("Into no file.").status == 503 and not main.exists()
        (data / "away").rename(main)
        assert alice.write("Where it belongs.").status == 303
    assert whole(data)


def test_a_lost_file_is_never_taken_for_a_first_start(data: Path) -> None:
    with serve(data) as server:
        moved_in(server)
        server.stop()
    main = data / "goldseam.sqlite3"
    main.rename(data / "away")
    for command in ((), ("check",), ("backup",)):
        assert f"{main} is gone" in refusal(data, *command)
    assert not main.exists()
    (data / "away").rename(main)
    assert whole(data)


def test_a_damaged_file_is_said(data: Path) -> None:
    main = data / "goldseam.sqlite3"
    with serve(data) as server:
        moved_in(server)
        server.stop()
    with serve(data) as server:
        main.write_bytes(b"no database at all" * 1000)
        somebody = Resident(server.port)
        assert somebody.get("/sign-in/").status == 200
        answer = somebody.post("/sign-in/", name="alice-1234", passphrase="six words of hers")
        assert answer.status == 503 and "We cannot get to your pages just now" in answer.text
        assert "six words of hers" not in answer.text
        server.process.kill()
        server.process.wait()
        assert server.process.stdout
        said = server.process.stdout.read()
    assert len(lines(said, "database_damaged")) == 1 and "Traceback" not in said
    said = refusal(data)
    assert str(data) in said and "is damaged" in said and "goldseam restore" in said


def test_a_database_that_is_away_at_the_start_is_said(data: Path, database: str) -> None:
    if not database:
        return
    with serve(data, database):
        pass
    with lost(data, database):
        assert "The database cannot be reached" in refusal(data, database=database)
    with serve(data, database) as server:
        assert server.get("/healthz").status == 200
