"""Styles and scripts, gathered into the data folder whenever they changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from goldseam.version import VERSION


def gather_assets() -> bool:
    """Collect the static files if any is new, gone or changed since the last time; whether it did."""
    root = Path(settings.STATIC_ROOT)
    stamp = root.with_name(root.name + ".stamp")
    now = _fingerprint()
    if root.is_dir() and stamp.is_file() and stamp.read_text() == now:
        return False
    stamp.unlink(missing_ok=True)
    root.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    for made in root.rglob("*"):
        made.chmod(0o700 if made.is_dir() else 0o600)
    stamp.write_text(now)
    return True


def _fingerprint() -> str:
    found = [VERSION]
    for finder in get_finders():
        for name, storage in finder.list([]):
            state = Path(storage.path(name)).stat()
            found.append(f"{name} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(found)).encode()).hexdigest()
