"""What the logs need after a restore (the command itself is in `goldseam.upkeep`)."""

from __future__ import annotations

from goldseam.log.erasing import apply_erasures

__all__ = ["apply_erasures"]
