"""Logs that cannot repeat what people write.

Messages of libraries and of exceptions may quote a value, so none is ever printed: a line says which logger
spoke, from which place in the code, which kind of error it was and through which functions it came. Our own
lines carry values under a few known names only.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog
from django.db import OperationalError as DatabaseDown

SPOKEN = frozenset(
    {"at", "count", "days", "error", "event", "frames", "kind", "level", "logger", "ms"}
    | {"reason", "refusal", "route", "status", "where"}
)
PLAIN = re.compile(r"[A-Za-z0-9_.,:;/<>()\[\] -]{0,600}")
MOST_FRAMES = 8


def speak_without_content() -> None:
    """Send every log line of this process, ours and the libraries', through the one narrow gate."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            _name_the_error,
            _drop_the_rest,
            structlog.processors.LogfmtRenderer(key_order=["at", "level", "event"], drop_missing=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [Narrow(level=logging.WARNING)]
    root.setLevel(logging.WARNING)
    logging.getLogger("django.request").setLevel(logging.ERROR)  # who asked for what is nobody's business
    logging.captureWarnings(True)
    threading.excepthook = _a_thread_ended


class Narrow(logging.Handler):
    """Turns a library's log record into one of our lines, without its message."""

    def emit(self, record: logging.LogRecord) -> None:
        facts: dict[str, Any] = {"logger": record.name, "where": f"{record.module}:{record.lineno}"}
        if isinstance(status := getattr(record, "status_code", None), int):
            facts["status"] = status
        match = getattr(getattr(record, "request", None), "resolver_match", None)
        if match is not None:
            facts["route"] = match.route
        if record.exc_info and record.exc_info[1]:
            facts["exc_info"] = record.exc_info[1]
        structlog.get_logger().log(record.levelno, "library", **facts)


def error_name(error: BaseException) -> str:
    """The kind of an error and of what caused it. Only a database that cannot be reached may say why."""
    names: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(names) < 4:
        names.append(type(seen).__qualname__)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    if isinstance(error, DatabaseDown) and error.args and isinstance(error.args[0], str):
        names.append(re.sub(r"[^A-Za-z0-9_.,: -]", " ", error.args[0])[:200])
    return " < ".join(names)


def frames_of(trace: TracebackType | None) -> str:
    """The functions that an error came through, innermost last, without any value."""
    found = traceback.extract_tb(trace)[-MOST_FRAMES:]
    return " > ".join(f"{Path(frame.filename).stem}:{frame.lineno}:{frame.name}" for frame in found)


def _name_the_error(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        event["error"] = error_name(error)
        event["frames"] = frames_of(error.__traceback__)
    return event


def _drop_the_rest(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {name: _plain(value) for name, value in event.items() if name in SPOKEN}


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    text = str(value)
    return text if PLAIN.fullmatch(text) else "unsaid"


def _a_thread_ended(ended: threading.ExceptHookArgs) -> None:
    structlog.get_logger().error("a thread ended", exc_info=ended.exc_value)
