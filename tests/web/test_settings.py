"""One public address drives hosts, cookies, forms and the live path; nobody can say it for the proxy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import environment

SHOWN = """
import json
from goldseam.web import settings as it
print(json.dumps({name: getattr(it, name, None) for name in dir(it) if name.isupper()}, default=str))
"""


def settings_of(data: Path, **given: str) -> dict[str, Any]:
    line = [sys.executable, "-P", "-c", SHOWN]
    done = subprocess.run(line, env=environment(data, **given), capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_one_address_drives_everything(tmp_path: Path) -> None:
    (tmp_path / "address").write_text("https://Ours.Example:8443/\n")
    found = settings_of(tmp_path / "data", GOLDSEAM_URL_FILE=str(tmp_path / "address"))
    assert found["ALLOWED_HOSTS"] == ["ours.example"]
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://ours.example:8443"]
    assert found["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert found["SESSION_COOKIE_SECURE"] and found["CSRF_COOKIE_SECURE"]
    assert found["SECURE_HSTS_SECONDS"] >= 31536000
    assert found.get("SECURE_PROXY_SSL_HEADER") is None


def test_without_one_it_is_this_machine_without_secure_cookies(tmp_path: Path) -> None:
    found = settings_of(tmp_path / "data")
    assert set(found["ALLOWED_HOSTS"]) == {"localhost", "127.0.0.1", "[::1]"}
    assert not found["SESSION_COOKIE_SECURE"] and found["SECURE_HSTS_SECONDS"] == 0


def test_the_settings_themselves_refuse_plain_http(tmp_path: Path) -> None:
    """Also under another server than our own."""
    with pytest.raises(subprocess.CalledProcessError) as refused:
        settings_of(tmp_path / "data", GOLDSEAM_URL="http://ours.example")
    assert "Without https" in refused.value.stderr
