"""The product's own settings with a cheap key derivation: a browser test signs in a hundred times."""

from __future__ import annotations

from goldseam.vault.slots import Cost
from goldseam.web.settings import *  # noqa: F403

PASSPHRASE_COST = PASSPHRASE_FLOOR = Cost(1, 64, 1)
