"""What people write must not be able to reach a log, whoever writes the log line."""

from __future__ import annotations

import io
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
import structlog
from django.db import OperationalError

from goldseam.web.logs import error_name, speak_without_content

WORDS = "kingfisher marmalade"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything that would go to the terminal, with the logging of before put back afterwards."""
    root = logging.getLogger()
    before = (root.handlers, root.level, threading.excepthook)
    paper = io.StringIO()
    monkeypatch.setattr(sys, "stderr", paper)
    speak_without_content()
    yield paper
    root.handlers, threading.excepthook = before[0], before[2]
    logging.getLogger("django.request").setLevel(logging.NOTSET)
    root.setLevel(before[1])
    logging.captureWarnings(False)
    structlog.reset_defaults()


def fail() -> None:
    secret = WORDS
    raise ValueError(f"could not read {secret}")


def test_a_library_line_keeps_its_place_and_loses_its_words(log: io.StringIO) -> None:
    logging.getLogger("some.library").error("could not parse %s", WORDS)
    logging.getLogger("some.library").error(f"could not parse {WORDS}")
    assert "logger=some.library" in log.getvalue()
    assert "where=test_logs:" in log.getvalue()
    assert "kingfisher" not in log.getvalue()
    assert "parse" not in log.getvalue()


def test_an_error_is_named_and_traced_without_its_message(log: io.StringIO) -> None:
    try:
        fail()
    except ValueError as cause:
        try:
            raise RuntimeError(WORDS) from cause
        except RuntimeError:
            logging.getLogger("django.request").exception(WORDS)
            structlog.get_logger().exception("act failed", reason="broken")
    assert log.getvalue().count("RuntimeError < ValueError") == 2
    assert "test_logs:" in log.getvalue()
    assert "marmalade" not in log.getvalue()


def test_a_request_is_named_by_its_route_and_never_by_its_address(log: io.StringIO) -> None:
    request = SimpleNamespace(resolver_match=SimpleNamespace(route="ours/<uuid:space>/letters/"), path=WORDS)
    facts = {"status_code": 500, "request": request}
    logging.getLogger("django.request").error("%s: %s", "Internal Server Error", WORDS, extra=facts)
    assert "status=500" in log.getvalue()
    assert "ours/<uuid:space>/letters/" in log.getvalue()
    assert "kingfisher" not in log.getvalue()


def test_a_page_that_is_not_there_leaves_no_trace(log: io.StringIO) -> None:
    logging.getLogger("django.request").warning("Not Found: %s", WORDS, extra={"status_code": 404})
    assert log.getvalue() == ""


def test_our_own_lines_carry_known_names_only(log: io.StringIO) -> None:
    structlog.get_logger().info("letter refused", refusal="TOO_LONG", text=WORDS, name="Bob", count=3)
    assert "refusal=TOO_LONG" in log.getvalue()
    assert "count=3" in log.getvalue()
    assert "kingfisher" not in log.getvalue()
    assert "Bob" not in log.getvalue()


def test_a_known_name_does_not_carry_free_text_either(log: io.StringIO) -> None:
    structlog.get_logger().info("refused", reason="it’s “mine”\nforged=line")
    assert "reason=unsaid" in log.getvalue()
    assert log.getvalue().count("\n") == 1


def test_warnings_and_threads_go_through_the_same_gate(log: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn(WORDS, UserWarning, stacklevel=1)
    one = threading.Thread(target=fail)
    one.start()
    one.join()
    assert "py.warnings" in log.getvalue()
    assert "ValueError" in log.getvalue()
    assert "kingfisher" not in log.getvalue()


def test_an_unreachable_database_may_say_why() -> None:
    assert error_name(OperationalError("database is locked")) == "OperationalError < database is locked"
