"""The one place that names the version; the package's metadata read it here."""

from __future__ import annotations

VERSION = "0.1.0"
