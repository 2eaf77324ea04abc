"""Split sessions: the keys that a signed-in person's browser and this server hold half each."""

from __future__ import annotations

from goldseam.keys.locked import Locked

__all__ = ["Locked"]
