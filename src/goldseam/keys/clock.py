"""The one place where the keys read the time, so that a test can move it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

# How far the clock may go back, as when it is put right, before what would then be open for too long is closed.
SLACK = timedelta(minutes=2)


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The present day, in UTC."""
    return now().date()
