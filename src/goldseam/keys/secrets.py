"""Which fields of a form no page ever sends back: what opens something, and what is answered in private."""

from __future__ import annotations

import re

_SECRET = re.compile(r"passphrase|recovery|secret|passkey|^app_|^_unlock_|^believe$|^afraid$", re.IGNORECASE)


def never_sent_back(name: str) -> bool:
    """Whether this field is asked for anew rather than put back into a page."""
    return bool(_SECRET.search(name))
