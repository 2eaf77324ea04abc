"""The gate, 6: strict headers on every answer, whatever its status and whoever asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from goldseam.core import journal
from goldseam.log.house import TooBusy
from tests.cast import pair, someone
from tests.security.matrix import MATRIX
from tests.security.things import Things, address, things_of
from tests.visitors import anonymous, visitor

pytestmark = pytest.mark.django_db

CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}


def check(answer: Any, what: object) -> None:
    """What no answer may lack."""
    policy = answer.headers["Content-Security-Policy"]
    assert {part.strip() for part in policy.split(";")} >= CSP, what
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy, what
    assert answer.headers["Cache-Control"] == "no-store", what
    assert answer.headers["X-Content-Type-Options"] == "nosniff", what
    assert answer.headers["X-Frame-Options"] == "DENY", what
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin", what
    assert answer.headers["Referrer-Policy"] in ("no-referrer", "same-origin"), what
    assert not {"Server", "X-Powered-By", "ETag", "Last-Modified"} & set(answer.headers), what


@pytest.mark.parametrize("method", ["get", "post", "head", "options"])
def test_every_answer_carries_the_strict_headers(method: str) -> None:
    alice, bob = someone("Alice"), someone("Bob")
    things = things_of(alice, pair(alice, bob))
    browsers = [anonymous(), visitor(alice), visitor(bob, private=False), visitor(bob, shared=False)]
    for client in browsers if method in ("get", "post") else browsers[1:2]:
        for name in MATRIX:
            check(getattr(client, method)(address(name, things)), (name, method))
        check(getattr(client, method)("/there/is/no/such/page/"), method)


def errors(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, Any]]:
    """An answer of every kind that goes wrong."""
    client = visitor(someone("Alice"))
    client.raise_request_exception = False
    strict = Client(enforce_csrf_checks=True)
    yield 400, client.get("/", headers={"host": "elsewhere.example"})
    yield 400, client.post("/mine/journal/", {f"field{n}": "x" for n in range(300)})
    yield 403, strict.post("/sign-in/", {"name": "x"})
    yield 403, strict.post("/sign-in/", {"name": "x"}, headers={"sec-fetch-site": "same-origin"})
    yield 404, client.get(address("journal:page", Things(uuid4())))
    yield 405, client.get("/home/enough/")
    yield 413, client.post("/mine/journal/", {"text": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)})
    for status, error in ((503, TooBusy()), (500, ValueError("kingfisher"))):
        with monkeypatch.context() as patched:
            patched.setattr(journal, "write", lambda raised=error, **_: throw(raised))
            yield status, client.post("/mine/journal/", {"page": str(uuid4()), "text": "kingfisher"})


def throw(error: Exception) -> None:
    raise error


def test_every_error_carries_the_strict_headers_and_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    for status, answer in errors(monkeypatch):
        assert answer.status_code == status
        check(answer, status)
        assert status < 500 or b"kingfisher" not in answer.content


def test_styles_and_scripts_carry_them_too() -> None:
    files = [path for finder in finders.get_finders() for path, _ in finder.list([])]
    for path in (path for path in files if path.endswith((".css", ".js", ".svg", ".webmanifest"))):
        answer = anonymous().get(f"/{settings.STATIC_URL.strip('/')}/{path}")
        assert answer.status_code == 200, path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        answer.close()


@pytest.mark.parametrize("name", ["web:leave", "accounts:sign_out"])
def test_going_takes_the_pages_out_of_the_browser_and_not_its_notes(name: str) -> None:
    answer = visitor(someone("Alice")).post(address(name, Things(uuid4())))
    assert answer.headers["Clear-Site-Data"] == '"cache"'


def test_no_page_asks_another_machine_for_anything() -> None:
    """Not even where a policy would stop it: no address of another machine in what a browser loads by itself."""
    alice, bob = someone("Alice"), someone("Bob")
    things, client = things_of(alice, pair(alice, bob)), visitor(alice)
    for name in MATRIX:
        page = client.get(address(name, things)).content
        for loads in (b'src="http', b'src="//', b'<link rel="stylesheet" href="http', b"@import", b"<iframe"):
            assert loads not in page, (name, loads)
