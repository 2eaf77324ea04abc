"""The product's own settings with a cheap key derivation: a browser test signs in a hundred times.

With `GOLDSEAM_TEST_SLOW=0.3` every page takes that many seconds longer, as on a bad line or a loaded machine: a test
that reads a page before it has come then fails every time, not once in a hundred.
"""

from __future__ import annotations

import os

from goldseam.vault.slots import Cost
from goldseam.web.settings import *  # noqa: F403
from goldseam.web.settings import MIDDLEWARE as USUAL

PASSPHRASE_COST = PASSPHRASE_FLOOR = Cost(1, 64, 1)
SLOW = float(os.environ.get("SLOW_PAGES", "0"))
if SLOW:
    MIDDLEWARE = [*USUAL, "tests.e2e.slow.SlowPages"]
