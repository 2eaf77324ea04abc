"""The session store. It keeps a hash of each session cookie, never the cookie, and the keys' own clock."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, router, transaction
from django.db.models import Q, QuerySet

from goldseam.keys import clock
from goldseam.keys.models import Session


def hashed(cookie: str) -> str:
    """What is stored for a session cookie: 64 hexadecimal signs that do not lead back to it."""
    return hashlib.sha256(cookie.encode()).hexdigest()


def alive() -> QuerySet[Session]:
    """The sessions that have not ended."""
    return Session.objects.filter(_is_alive())


def _is_alive() -> Q:
    """Not over; and not further ahead than a session is long, as it is once the clock was set back."""
    now, whole = clock.now(), timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return Q(expire_date__gt=now, expire_date__lte=now + whole + clock.SLACK)


class SessionStore(SessionBase):
    """Django's session interface over `Session` rows."""

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing where it ended."""
        key = self.session_key
        row = alive().filter(pk=hashed(key)).first() if key else None
        if row is None:
            self._session_key = None
            return {}
        return self.decode(row.session_data)

    def exists(self, session_key: str) -> bool:
        """Whether there is a session of this cookie."""
        return Session.objects.filter(pk=hashed(session_key)).exists()

    def create(self) -> None:
        """Start a session under a new cookie."""
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        """Store what the session holds. Raises `UpdateError` where it was ended meanwhile."""
        key = self.session_key
        if key is None:
            self.create()
            return
        data = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        kept = {
            "session_data": self.encode(data),
            "expire_date": self.get_expiry_date(modification=clock.now()),
            "person_id": data.get(SESSION_KEY),
        }
        if must_create:
            _insert(Session(pk=hashed(key), **kept))
        elif not Session.objects.filter(pk=hashed(key)).update(**kept):
            raise UpdateError

    def delete(self, session_key: str | None = None) -> None:
        """End the session of this cookie, or this one; its tiers go with it."""
        key = session_key or self.session_key
        if key is not None:
            Session.objects.filter(pk=hashed(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        """Delete the sessions whose time is over."""
        Session.objects.exclude(_is_alive()).delete()


def _insert(row: Session) -> None:
    try:
        with transaction.atomic(using=router.db_for_write(Session)):
            row.save(force_insert=True)
    except IntegrityError as taken:
        raise CreateError from taken
