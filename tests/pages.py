"""Reading a page as its reader does, and going on from it as a browser would."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.conf import settings
from django.test import Client

from goldseam.keys.models import Tier
from goldseam.keys.sessions import hashed
from tests.cast import PASSPHRASE


class _Inputs(HTMLParser):
    """The fields that a page's forms would send back without anybody typing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[str]] = {}
        self._area: str | None = None
        self._said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        name = has.get("name") or ""
        if tag == "textarea":
            self._area, self._said = name, ""
        if tag != "input" or not name or has.get("type") == "password":
            return
        if has.get("type") not in ("radio", "checkbox") or "checked" in has:
            self.found.setdefault(name, []).append(has.get("value") or "")

    def handle_data(self, data: str) -> None:
        self._said += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area is not None:
            # A browser leaves out the first line break after the tag.
            self.found.setdefault(self._area, []).append(self._said.removeprefix("\r").removeprefix("\n"))
            self._area = None


def fields(response: Any) -> dict[str, list[str]]:
    """Every field that the forms of this page hold, with what is in it."""
    read = _Inputs()
    read.feed(response.content.decode())
    return {name: values for name, values in read.found.items() if name != "csrfmiddlewaretoken"}


def text(response: Any) -> str:
    """The page as it was sent."""
    return str(response.content.decode())


def close(client: Client, *tiers: str) -> None:
    """Time passes in this browser: these tiers close."""
    session = hashed(client.cookies[settings.SESSION_COOKIE_NAME].value)
    Tier.objects.filter(session_id=session, tier__in=tiers).delete()


def open_over(client: Client, path: str, asked: Any) -> Any:
    """Answer the page that asks for the passphrase over the intact form `asked`, and go on."""
    assert asked.status_code == 403
    return client.post(path, fields(asked) | {"_unlock_passphrase": PASSPHRASE})


def sent(response: Any) -> str:
    """Where a form that was accepted leads on to, to be looked at with GET."""
    assert response.status_code == 303, (response.status_code, response.content[-3000:].decode())
    return str(response.headers["Location"])
