"""What the faults happen to: a data folder, and on the PostgreSQL half a database of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests import pg


@pytest.fixture
def database(db: None) -> Iterator[str]:
    """The address of an empty database of its own on the server of this half; "" on the SQLite half."""
    if os.environ.get("GOLDSEAM_TEST_HALF") != "postgresql":
        yield ""
        return
    server = urlunsplit(urlsplit(os.environ["GOLDSEAM_TEST_DATABASE"])._replace(path="/postgres"))
    for made in pg.own_name(server):
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{urlsplit(made).path[1:]}"')
        yield made


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"
