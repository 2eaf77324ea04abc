"""The product's settings over a throw-away data folder, with a cheap key derivation.

GOLDSEAM_TEST_HALF=postgresql runs the tests on the server that GOLDSEAM_TEST_DATABASE names (see
`tests/pg.py`); otherwise they run on SQLite files, so that every PRAGMA is the real one.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

_FOLDER = Path(tempfile.mkdtemp(prefix="goldseam-test-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)

# Whatever the developer's shell says, tests never touch real data.
for _name in [name for name in os.environ if name.startswith("GOLDSEAM_") and "_TEST_" not in name]:
    if _name != "GOLDSEAM_CHROMIUM":
        del os.environ[_name]
os.environ["GOLDSEAM_DATA"] = str(_FOLDER)
HALF = os.environ.get("GOLDSEAM_TEST_HALF", "sqlite")
if HALF == "postgresql":
    os.environ["GOLDSEAM_DATABASE"] = os.environ["GOLDSEAM_TEST_DATABASE"]

from goldseam.vault.slots import Cost  # noqa: E402
from goldseam.web.settings import *  # noqa: E402, F403
from goldseam.web.settings import DATABASES as _DATABASES  # noqa: E402

DATABASES: dict[str, dict[str, Any]] = _DATABASES
for _alias, _database in DATABASES.items():
    if HALF == "postgresql":
        _database["CONN_MAX_AGE"] = (
            0  # a connection left open would keep the test database from being dropped
        )
        _database["TEST"] = {"NAME": _database["NAME"]}
    else:
        _database["TEST"] = {"NAME": str(_FOLDER / f"test-{_alias}.sqlite3")}

# Argon2id at its least: the floor that the product enforces is lowered here and nowhere else.
PASSPHRASE_COST = PASSPHRASE_FLOOR = Cost(1, 64, 1)

STATIC_ROOT = _FOLDER / "static"
STATIC_ROOT.mkdir()
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
