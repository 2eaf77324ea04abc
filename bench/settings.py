"""The product's settings, with two addresses more to compare with. Never use them to serve anybody."""

from __future__ import annotations

from goldseam.web.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
