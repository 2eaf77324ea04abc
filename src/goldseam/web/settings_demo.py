"""The product's own settings, for the demo: invented people, and the page that shows every part of the look."""

from __future__ import annotations

from goldseam.web.settings import *  # noqa: F403

DEMO = True
