"""What is raised where closed keys are asked for."""

from __future__ import annotations

from typing import Literal

TierName = Literal["shared", "private"]


class Locked(Exception):
    """The keys of this tier are closed. The middleware answers as the gate does and asks for them."""

    def __init__(self, tier: TierName) -> None:
        super().__init__(tier)
        self.tier: TierName = tier
