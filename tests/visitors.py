"""Browsers without a browser: Django's test client with an injected, unlocked session (tests only)."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from goldseam.keys.models import Tier
from goldseam.keys.opened import Seat, write_tiers
from goldseam.keys.sessions import hashed
from goldseam.vault import make_cookie
from tests.cast import Someone

# What differs between two renderings of the same page: tokens and ids made for a form.
FLEETING = re.compile(
    rb'(name="csrfmiddlewaretoken" value=")[^"]+|(name="form-token" content=")[^"]+'
    rb"|(&quot;X-CSRFToken&quot;: &quot;)\w+"
    rb'|(name="(?:page|breach|account|writer|row)" value=")[0-9a-f-]{32,36}|(name="once" value=")[^"]+'
    rb"|(data-(?:shared|private)-left=\")\d+"
    rb'|(name="app_seed" value=")[A-Z2-7]+|(id="app-seed"[^>]*>)(?:<span>[A-Z2-7]{4}</span>)+'
    rb'|(class="qrline"[^>]* d=")[^"]+'
)


def anonymous() -> Client:
    """Somebody who is not signed in."""
    return Client(headers={"sec-fetch-site": "same-origin"})


def visitor(who: Someone, *, private: bool = True, shared: bool = True) -> Client:
    """`who`, signed in, with both tiers open, or closed again as they are after a while."""
    client = anonymous()
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(who.person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = who.person.get_session_auth_hash()
    session.create()
    cookie = make_cookie()
    seat = Seat(hashed(session.session_key), cookie)
    write_tiers(seat, who.person, who.opened.need_shared(), who.opened.need_private())
    shut = [tier for tier, stays in (("private", private and shared), ("shared", shared)) if not stays]
    Tier.objects.filter(session_id=seat.session, tier__in=shut).delete()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    client.cookies[settings.UNLOCK_COOKIE_NAME] = cookie.hex()
    return client


def steady(content: bytes) -> bytes:
    """A page's bytes without what differs at every rendering."""
    return FLEETING.sub(rb"\1\2\3\4\5\6\7\8\9", content)


def seen(client: Client, path: str, **posted: Any) -> tuple[Any, ...]:
    """Everything that a browser learns from a page, or from sending a form: status, headers, cookies, bytes."""
    return learned(client.post(path, posted) if posted else client.get(path))


def learned(response: Any) -> tuple[Any, ...]:
    """Everything that an answer tells a browser."""
    headers = {name: value for name, value in response.headers.items() if name not in ("Content-Length",)}
    return (
        response.status_code,
        tuple(sorted(headers.items())),
        tuple(sorted(response.cookies)),
        steady(b"".join(response) if response.streaming else response.content),
    )
