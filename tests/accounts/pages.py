"""How the tests of this room read and fill in its pages."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.test import Client

OWN = "three green camels uphill"


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]* value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def filled(client: Client, **other: Any) -> dict[str, Any]:
    """The sign-up page, filled in."""
    page = client.get("/sign-up/").content.decode()
    given = {
        "once": hidden(page, "once"),
        "offered_passphrase": hidden(page, "offered_passphrase"),
        "called": "Alice",
        "wish": "alice",
        "which": "offered",
        "agree": "on",
    }
    return given | other


def errors(page: Any) -> list[str]:
    """What the page says is wrong."""
    found = re.findall(r'class="err"[^>]*>.*?<span>(.*?)</span>', page.content.decode())
    return [unescape(words) for words in found]


def name_and_code(page: Any) -> tuple[str, str]:
    text = page.content.decode()
    name = re.search(r'id="own-name"[^>]*>([^<]+)<', text)
    code = re.search(r'id="code"[^>]*>(.*?)</p>', text)
    assert name and code
    return name[1], "-".join(re.findall(r"<span>([^<]+)</span>", code[1]))


def sign_in(name: str, passphrase: str, **more: str) -> Any:
    """Sign in from a new browser."""
    return Client().post("/sign-in/", {"name": name, "passphrase": passphrase} | more)
