"""Between the passphrase and the second step: what was opened waits, sealed, and nobody is signed in.

The passphrase is gone by then, and a second step gives no key. So the tiers wait in the session's row under a
cookie of their own, for five minutes, and only the completion of the second step opens them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest

from goldseam.accounts.models import Person
from goldseam.keys import clock
from goldseam.keys.models import Pending, session_row
from goldseam.keys.opened import Opened, Request, attach, read_key
from goldseam.keys.sessions import hashed
from goldseam.vault import PrivateTier, SharedTier, VaultError, make_cookie, open_tier, seal_tier

PATIENCE = timedelta(minutes=5)
"""How long a second step, or the answer of a passkey, is waited for."""
EPOCH = "pending_epoch"


@dataclass(frozen=True, slots=True)
class Held:
    """Who has given a right passphrase in this browser, and what it opened."""

    person: Person
    found: Opened


def hold(request: Request, *, person: Person, found: Opened) -> None:
    """Keep what a passphrase opened until the second step. Whoever was signed in here is signed out."""
    logout(request)
    attach(request, lambda: Opened(None))
    request.unlock_cookie = b""
    # A passphrase that is changed meanwhile ends this too.
    request.session[EPOCH] = person.get_session_auth_hash()
    request.session.create()
    session, cookie = hashed(request.session.session_key or ""), make_cookie()
    expires = clock.now().replace(microsecond=0) + PATIENCE

    def sealed(tier: str, tier_keys: SharedTier | PrivateTier) -> bytes:
        return seal_tier(
            cookie,
            session=session_row(session),
            person=person.pk,
            tier=tier,
            expires=int(expires.timestamp()),
            tier_keys=tier_keys,
        )

    Pending.objects.create(
        session_id=session,
        person_id=person.pk,
        expires_at=expires,
        shared=sealed("shared", found.need_shared()),
        private=sealed("private", found.need_private()),
    )
    request.pending_cookie = cookie


def held(request: HttpRequest) -> Held | None:
    """What waits in this browser for the second step; None where nothing does, or no longer."""
    # The browser does not have it yet in the request in which the passphrase was given.
    cookie = getattr(request, "pending_cookie", b"") or read_key(request, settings.PENDING_COOKIE_NAME)
    key = request.session.session_key
    row = Pending.objects.filter(pk=hashed(key)).first() if cookie and key else None
    if row is None or cookie is None:
        return None
    person = Person.objects.filter(pk=row.person_id).first()
    if person is None or request.session.get(EPOCH) != person.get_session_auth_hash():
        return None
    if clock.now() >= row.expires_at:
        row.delete()
        return None
    found = _open(row, person, cookie)
    return None if found is None else Held(person, found)


def _open(row: Pending, person: Person, cookie: bytes) -> Opened | None:
    session, expires = session_row(row.session_id), int(row.expires_at.timestamp())
    try:
        shared = open_tier(
            cookie,
            session=session,
            person=person.pk,
            tier="shared",
            expires=expires,
            sealed=bytes(row.shared),
        )
        private = open_tier(
            cookie,
            session=session,
            person=person.pk,
            tier="private",
            expires=expires,
            sealed=bytes(row.private),
        )
    except VaultError:
        return None
    return Opened(person, shared, private)
