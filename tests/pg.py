"""Finding a PostgreSQL for the tests: by setting, on loopback, or out of a package from PyPI."""

from __future__ import annotations

import getpass
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

OLDEST = 140000  # the oldest that Django 5.2 speaks to
LOCK = Path(__file__).parents[1] / "requirements" / "pg.txt"
NOBODY = 65534


class NoServer(Exception):
    """Why there is no PostgreSQL to test on."""


@contextmanager
def database_for_tests() -> Iterator[str]:
    """The address of a database name that nobody else uses; it is dropped at the end, with its copies.

    Raises `NoServer` with the reason when there is none to be had.
    """
    named = os.environ.get("GOLDSEAM_TEST_DATABASE")
    found = named or on_loopback()
    if found:
        why_not = refusal(found)
        if why_not:
            raise NoServer(f"{_without_password(found)} cannot be used: {why_not}")
        yield from own_name(found)
    else:
        with from_package() as url:
            yield from own_name(url)


def on_loopback() -> str | None:
    """A server on 127.0.0.1 that lets this person make databases without a password."""
    port = os.environ.get("PGPORT", "5432")
    for user in dict.fromkeys(["postgres", "root", _me()]):
        url = f"postgresql://{quote(user)}@127.0.0.1:{port}/postgres"
        if refusal(url) is None:
            return url
    return None


def refusal(url: str) -> str | None:
    """Why tests cannot make their databases there; None when they can."""
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            if connection.info.server_version < OLDEST:
                return f"it is older than PostgreSQL {OLDEST // 10000}"
            may = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            row = connection.execute(may).fetchone()
            return None if row and row[0] else "its user may not make databases"
    except psycopg.OperationalError as fault:
        return str(fault).strip().splitlines()[-1]


def _me() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "postgres"


def own_name(url: str) -> Iterator[str]:
    """The address of a name on that server that nobody has; dropped when the caller goes on."""
    name = f"goldseam_test_{secrets.token_hex(4)}"
    try:
        yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    finally:
        drop(url, name)


def drop(url: str, name: str) -> None:
    """Drop the database of this name and the copies that parallel tests made of it (name_gw0, …)."""
    with psycopg.connect(url, autocommit=True) as connection:
        ours = "SELECT datname FROM pg_database WHERE datname = %s OR starts_with(datname, %s)"
        for (found,) in connection.execute(ours, [name, f"{name}_"]).fetchall():
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(found))
            )


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname or 'the local socket'}:{parts.port or 5432}"


@contextmanager
def from_package() -> Iterator[str]:
    """Run a throw-away server out of the `pgserver` package, installed now if need be.

    Only its programs are used. PostgreSQL refuses to run as root, so root runs a copy as `nobody`; the
    package's own way would add a user to the system and open the folders above it to everyone.
    """
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="goldseam-pg-"))
    try:
        user = None
        if os.geteuid() == 0:
            user = NOBODY
            programs = _copy(programs, folder)
        data = folder / "data"
        data.mkdir()
        folder.chmod(0o755)
        if user is not None:
            os.chown(data, user, user)
        with _running(programs / "pginstall" / "bin", data, user) as port:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy(package: Path, folder: Path) -> Path:
    """A copy that `nobody` may read, with the libraries that the wheel keeps in a folder beside it."""
    shutil.copytree(package, folder / package.name, symlinks=True)
    beside = package.with_name(f"{package.name}.libs")
    if beside.is_dir():
        shutil.copytree(beside, folder / beside.name)
    return folder / package.name


def _programs() -> Path:
    """The installed package; PostgreSQL's programs are in its `pginstall/bin`."""
    if find_spec("pgserver") is None:
        print("Fetching a PostgreSQL server from PyPI for the tests …", flush=True)
        done = subprocess.run(
            [*pip(), "install", "--quiet", "--require-hashes", "-r", str(LOCK)],
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise NoServer(f"none is running, and none could be installed: {done.stderr.strip()[-300:]}")
    spec = find_spec("pgserver")
    if spec is None or spec.origin is None:
        raise NoServer("the pgserver package is not where it was installed")
    return Path(spec.origin).parent


def pip() -> list[str]:
    """The pip of this environment, or that of the Python it was made with (see the start script)."""
    if find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    base = Path(sys.base_prefix) / "bin" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return [str(base), "-m", "pip", "--python", sys.executable]


@contextmanager
def _running(programs: Path, data: Path, user: int | None) -> Iterator[int]:
    groups: list[int] | None = None if user is None else []
    bare = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}

    def run(program: str, *options: str) -> subprocess.CompletedProcess[bytes]:
        line = [str(programs / program), f"--pgdata={data}", *options]
        return subprocess.run(
            line,
            user=user,
            group=user,
            extra_groups=groups,
            cwd=data,
            env=bare,
            check=False,
            stdout=subprocess.DEVNULL,
        )

    quiet = ("--auth=trust", "--encoding=UTF8", "--no-sync", "--username=postgres")
    if run("initdb", *quiet).returncode:
        raise NoServer("a new one could not be set up; what it said is above")
    port = _free_port()
    options = f"-h 127.0.0.1 -p {port} -k '' -F"
    try:
        if run("pg_ctl", "start", "-w", f"--log={data / 'log'}", "-o", options).returncode:
            raise NoServer(f"a new one did not start: {(data / 'log').read_text()[-300:]}")
        yield port
    finally:
        run("pg_ctl", "stop", "-w", "-m", "immediate")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
