"""The guards that go with every answer."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import RequestFactory

from goldseam.web.middleware import ALWAYS, Headers

make = RequestFactory()


def through(path: str = "/home/", **headers: str) -> HttpResponseBase:
    def answer(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers=headers)

    return Headers(answer)(make.get(path))


def test_every_guard_is_there() -> None:
    answer = through()
    for name, value in ALWAYS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_page_is_never_kept() -> None:
    assert through(**{"Cache-Control": "max-age=60"}).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "kept", "sent"),
    [
        ("/static/goldseam/paper.abc123.css", "max-age=315360000, public, immutable", True),
        ("/static/goldseam/paper.css", "max-age=60, public", False),
        ("/mine/journal/", "max-age=315360000, public, immutable", False),
    ],
)
def test_only_a_file_whose_name_changes_with_it_is_kept(path: str, kept: str, sent: bool) -> None:
    answer = through(path, **{"Cache-Control": kept})
    assert answer.headers["Cache-Control"] == (kept if sent else "no-store")


def test_over_https_a_browser_is_told_to_stay_there(settings: Any) -> None:
    settings.SECURE_HSTS_SECONDS = 60
    assert through().headers["Strict-Transport-Security"] == "max-age=60"
    settings.SECURE_HSTS_SECONDS = 0
    assert "Strict-Transport-Security" not in through().headers
