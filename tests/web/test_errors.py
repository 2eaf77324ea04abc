"""What people see when something goes wrong, and what the log does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory
from structlog.testing import capture_logs

from goldseam.web import errors
from goldseam.web.middleware import PlainErrors

WORDS = "I said it was fine.\nIt was not."
make = RequestFactory()


def posted(**headers: str) -> HttpRequest:
    data = {
        "text": WORDS,
        "kind": ["account", "two"],
        "passphrase": "copper drift",
        "new_passphrase": "x",
        "recovery_code": "4XKQ",
        "csrfmiddlewaretoken": "old",
    }
    return make.post("/mine/journal/?p=2", data, headers=headers)


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may be asked: whoever asks the request for its keys fails."""

    def asked(self: HttpRequest) -> None:
        raise AssertionError("an error page asked for the keys")

    for name in ("opened", "house", "user"):
        monkeypatch.setattr(HttpRequest, name, property(asked), raising=False)


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize(
    ("page", "status"),
    [
        (lambda r: errors.bad_request(r, SuspiciousOperation(WORDS)), 400),
        (lambda r: errors.bad_request(r, RequestDataTooBig(WORDS)), 413),
        (lambda r: errors.not_allowed(r, PermissionError(WORDS)), 403),
        (lambda r: errors.not_found(r, Http404(WORDS)), 404),
        (lambda r: errors.broken(r), 500),
    ],
)
def test_an_error_page_is_kind_and_knows_nothing(page: Any, status: int) -> None:
    answer = page(make.get("/x/"))
    text = answer.content.decode()
    assert answer.status_code == status
    assert 'action="/leave/"' in text
    assert WORDS not in text
    assert "Rooms" not in text
    assert "form-token" not in text


def test_error_pages_are_the_same_for_everybody() -> None:
    one, other = make.get("/x/"), make.get("/y/")
    other.opened = object()  # type: ignore[attr-defined]
    assert errors.not_found(one).content == errors.not_found(other).content


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize("headers", [{"Origin": "http://testserver"}, {"Sec-Fetch-Site": "same-origin"}])
def test_a_form_of_an_old_page_comes_back_with_its_words(headers: dict[str, str]) -> None:
    answer = errors.stale_form(posted(**headers))
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "Your words are still here" in text
    assert WORDS in text.replace("\r\n", "\n")
    assert 'name="kind" value="account"' in text
    assert 'name="kind" value="two"' in text
    assert 'action="/mine/journal/?p=2"' in text
    assert "copper" not in text
    assert "4XKQ" not in text
    assert 'value="old"' not in text


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_form_from_elsewhere_never_comes_back_under_our_name(headers: dict[str, str]) -> None:
    answer = errors.stale_form(posted(**headers))
    assert answer.status_code == 403
    assert "I said" not in answer.content.decode()


def test_a_script_gets_a_fresh_token_instead_of_a_page() -> None:
    answer = errors.stale_form(posted(**{"Origin": "http://testserver", "X-Requested-With": "fetch"}))
    assert answer.status_code == 403
    assert answer.headers["X-Goldseam-Token"]
    assert answer.content == b""


class Mishap(Exception):
    pass


def test_the_log_learns_the_kind_of_error_and_no_value() -> None:
    gate = PlainErrors(lambda request: HttpResponse())
    with capture_logs() as lines:
        answer = gate.process_exception(make.get("/mine/", {"q": WORDS}), Mishap(WORDS))
    assert answer is not None
    assert answer.status_code == 500
    assert lines[0]["kind"] == "Mishap"
    assert "I said" not in repr(lines)


def test_too_much_at_once_is_told_apart() -> None:
    gate = PlainErrors(lambda request: HttpResponse())
    answer = gate.process_exception(make.post("/mine/"), RequestDataTooBig())
    assert answer is not None
    assert answer.status_code == 413


def test_what_django_knows_it_answers_itself() -> None:
    gate = PlainErrors(lambda request: HttpResponse(b"as it was"))
    assert gate.process_exception(make.get("/"), Http404()) is None
    assert gate(make.get("/")).content == b"as it was"  # type: ignore[attr-defined]


@pytest.mark.parametrize("answer", [errors.broken, errors.too_busy])
def test_what_was_sent_comes_back_to_be_sent_again(answer: Callable[[HttpRequest], HttpResponse]) -> None:
    sent = {"text": "I wrote this & that.", "page": "1", "passphrase": "six words", "believe": "yes"}
    request = make.post("/mine/journal/", sent, headers={"sec-fetch-site": "same-origin"})
    page = answer(request).content.decode()
    assert "\nI wrote this &amp; that.</textarea>" in page and 'action="/mine/journal/"' in page
    assert 'name="page" value="1"' in page
    assert "six words" not in page and "believe" not in page


@pytest.mark.parametrize("answer", [errors.broken, errors.too_busy])
def test_words_that_others_sent_under_our_name_do_not(
    answer: Callable[[HttpRequest], HttpResponse],
) -> None:
    sent = {"text": "Send this to your partner now."}
    request = make.post("/mine/journal/", sent, headers={"sec-fetch-site": "cross-site"})
    page = answer(request).content.decode()
    assert "Send this" not in page and "<textarea" not in page


@pytest.mark.parametrize(
    ("referrer", "path"),
    [
        ("http://testserver/settings/", "/settings/"),
        ("http://testserver//elsewhere.example/", "/elsewhere.example/"),
        ("http://testserver/\\elsewhere.example/", "/elsewhere.example/"),
        ("http://testserver.example/", "/mine/journal/"),
        ("", "/mine/journal/"),
    ],
)
def test_the_page_of_the_form_is_always_one_of_ours(referrer: str, path: str) -> None:
    request = make.post("/mine/journal/", {}, headers={"referer": referrer})
    assert errors.page_of_the_form(request) == path
