from __future__ import annotations

from tests.people import clock

__all__ = ["clock"]
