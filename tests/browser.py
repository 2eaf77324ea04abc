"""Finding Chromium for the browser tests, and installing it where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Root may not use Chromium's sandbox, and nothing in a test may call out.
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"]


def find_chromium() -> Path | None:
    """The Chromium named by GOLDSEAM_CHROMIUM or found on the path."""
    named = os.environ.get("GOLDSEAM_CHROMIUM")
    if named:
        return Path(named) if Path(named).is_file() else None
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return None


def provide_chromium() -> Path | None:
    """Find Chromium, or install it from Debian's packages as root or by sudo without a password."""
    found = find_chromium()
    if found or os.environ.get("GOLDSEAM_CHROMIUM"):
        return found
    prefix = _right_to_install()
    if prefix is None:
        return None
    print("Installing Chromium from the system's packages for the browser tests …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        done = subprocess.run(
            [*prefix, "apt-get", *command],
            env=quiet,
            stdout=subprocess.DEVNULL,
            stderr=sys.stderr,
            check=False,
        )
        if done.returncode and command[0] == "install":
            return None
    return find_chromium()


def _right_to_install() -> list[str] | None:
    """What to put before `apt-get`; None where this user may not install, or there is no apt."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None
