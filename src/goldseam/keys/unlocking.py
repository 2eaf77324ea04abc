"""Opening the tiers of a session with the root secret, and closing them. The root itself is never stored."""

from __future__ import annotations

import structlog
from django.contrib.auth import HASH_SESSION_KEY, login, logout
from django.contrib.sessions.backends.base import UpdateError
from django.db import IntegrityError
from django.db.models import Q
from django.http import HttpRequest

from goldseam.accounts.models import Person
from goldseam.keys import clock, throttle
from goldseam.keys.factors import asks_second_step
from goldseam.keys.heads import record_heads
from goldseam.keys.keyring import read
from goldseam.keys.labels import label_for
from goldseam.keys.locked import Locked
from goldseam.keys.models import Factor, Pending, Session, Tier
from goldseam.keys.opened import Opened, Request, Seat, attach, open_keys, write_tiers
from goldseam.keys.pending import Held, hold
from goldseam.keys.sessions import SessionStore, hashed
from goldseam.keys.slots import open_by_passkey, open_own
from goldseam.log.house import House
from goldseam.vault import (
    Kind,
    Place,
    PrivateTier,
    SharedTier,
    derive_identity,
    derive_keyring_key,
    make_cookie,
    seal,
)

BACKEND = "goldseam.accounts.backend.SlotBackend"
# Set in a session when a log was found shorter or other than before; the next page tells and clears it.
LOGS_CHANGED = "logs_changed"
# Set when wrong codes followed a right passphrase before this sign-in; told in the same way.
CODES_TRIED = "codes_tried"

log = structlog.get_logger()


def start_session(request: Request, *, person: Person, root: bytes) -> None:
    """Sign this browser in as `person`, under new cookies, with both tiers open."""
    _enter(request, person, open_vaults(person=person, root=root))


def start_or_hold(request: Request, *, person: Person, root: bytes) -> bool:
    """As `start_session`; where the person asks for a second step, what was opened waits for it: then False."""
    found = open_vaults(person=person, root=root)
    if asks_second_step(person):
        hold(request, person=person, found=found)
        return False
    _enter(request, person, found)
    return True


def finish(request: Request, held: Held) -> None:
    """Sign this browser in after the second step."""
    _enter(request, held.person, held.found)


def _enter(request: Request, person: Person, found: Opened) -> None:
    request.pending_cookie = b""
    request.session.flush()
    login(request, person, backend=BACKEND)
    open_tiers(request, found, cookie=make_cookie())


def step_up(request: Request, *, passphrase: str) -> None:
    """Open both tiers again for the person of this session. Raises `WrongKey`, `TooMany` or `Busy`."""
    with throttle.counted((throttle.STEP_UP, str(request.user.pk))):
        root = open_own(person=request.user, passphrase=passphrase)
    _open_again(request, root)


def begin_again(request: Request, *, passphrase: str) -> bool:
    """Sign in anew, as the person of this session. Raises and returns as a sign-in does."""
    person = request.user
    with throttle.counted((throttle.STEP_UP, str(person.pk))):
        root = open_own(person=person, passphrase=passphrase)
    return start_or_hold(request, person=Person.objects.get(pk=person.pk), root=root)


def step_up_by_passkey(request: Request, *, passkey: Factor, key: bytes) -> None:
    """As `step_up`, with a passkey of the person that has answered. Raises `WrongKey`."""
    _open_again(request, open_by_passkey(passkey, key))


def _open_again(request: Request, root: bytes) -> None:
    """While the shared tier is open its cookie stays, so that another tab is not shut out in the middle."""
    opened = request.opened
    kept = opened.seat.cookie if opened.seat and opened.shared else make_cookie()
    open_tiers(request, open_vaults(person=request.user, root=root), cookie=kept)


def open_tiers(request: Request, found: Opened, *, cookie: bytes) -> None:
    """Seal both tiers into the session under `cookie`, and give the browser the cookie with the answer.

    Raises `Locked` where the session was ended meanwhile.
    """
    person = found.person
    _ = House(found).memberships  # which takes the keys of spaces that ended out of the shared tier
    shared, private = found.need_shared(), found.need_private()
    wrong = record_heads(person.pk, private.keyring_key)
    if wrong:
        log.warning("keys.logs_changed", count=len(wrong))
        request.session[LOGS_CHANGED] = True
    try:
        seat = _seat(request, cookie)
        opened = write_tiers(seat, person, shared, private)
    except (UpdateError, IntegrityError):
        logout(request)
        raise Locked("shared") from None
    _put_label(request, seat, person, shared.desk)
    attach(request, lambda: opened)
    request.unlock_cookie = cookie


def open_vaults(*, person: Person, root: bytes) -> Opened:
    """Both tiers as the root opens them, without a session to keep them in."""
    key, identity = derive_keyring_key(root), derive_identity(root)
    keyring = read(person.pk, key)
    shared = SharedTier(keyring.desk, keyring.outer, identity.public, keyring.spaces)
    return Opened(person, shared, PrivateTier(identity.secret, key))


def to_be_told(request: HttpRequest) -> bool:
    """Whether there is something that the next page must tell."""
    return LOGS_CHANGED in request.session or CODES_TRIED in request.session


def close_private(request: Request) -> None:
    """Close the private tier of this session now."""
    Tier.objects.filter(session_id=hashed(request.session.session_key or ""), tier="private").delete()
    attach(request, lambda: open_keys(request))


def end_session(request: Request) -> None:
    """Sign this browser out: the session and its tiers are deleted, both cookies are taken away."""
    logout(request)
    attach(request, lambda: Opened(None))
    request.unlock_cookie = request.pending_cookie = b""


def end_others(request: Request) -> None:
    """End every session of the person but this one."""
    mine = hashed(request.session.session_key or "")
    Session.objects.filter(person_id=request.user.pk).exclude(pk=mine).delete()


def rebind_session(request: Request, *, person: Person, root: bytes) -> None:
    """After the epoch moved: keep this session alone, under new cookies, with both tiers open."""
    end_others(request)
    request.session.cycle_key()
    request.session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    open_tiers(request, open_vaults(person=person, root=root), cookie=make_cookie())


def sweep() -> None:
    """Delete sessions and tiers that are over, and tries that are forgotten."""
    now = clock.now()
    SessionStore.clear_expired()
    Tier.objects.filter(Q(expires_at__lte=now) | Q(idle_at__lte=now)).delete()
    Pending.objects.filter(expires_at__lte=now).delete()
    throttle.forget_old()


def _seat(request: HttpRequest, cookie: bytes) -> Seat:
    request.session.modified = True
    request.session.save()
    return Seat(hashed(request.session.session_key or ""), cookie)


def _put_label(request: HttpRequest, seat: Seat, person: Person, desk: bytes) -> None:
    label = label_for(request.headers.get("User-Agent", ""))
    sealed = seal(desk, Place(Kind.LABEL, seat.row, person.pk), label.encode())
    Session.objects.filter(pk=seat.session).update(label=sealed)
