"""What this request may open: the tiers of its session, by the cookie that only the browser keeps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import structlog
from django.conf import settings
from django.db import Error as DatabaseFault
from django.db import router, transaction
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from goldseam.accounts.models import Person
from goldseam.keys import clock
from goldseam.keys.locked import Locked, TierName
from goldseam.keys.models import Tier, session_row
from goldseam.keys.sessions import hashed
from goldseam.log.erasing import shred
from goldseam.vault import PrivateTier, SharedTier, SpaceKey, VaultError, open_tier, seal_tier

if TYPE_CHECKING:
    from goldseam.log.house import House


Spaces = dict[UUID, SpaceKey]


@dataclass(frozen=True, slots=True)
class Span:
    """How long a tier stays open: without an act of the person, and in all."""

    idle: timedelta
    whole: timedelta


SPANS: dict[TierName, Span] = {
    "shared": Span(timedelta(minutes=30), timedelta(hours=12)),
    "private": Span(timedelta(minutes=10), timedelta(minutes=60)),
}
# A tier's idle time is moved on at most this often, so that reading pages is not writing all the time.
MOVE_EVERY = timedelta(seconds=30)

log = structlog.get_logger("goldseam.keys")


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the tiers of a session are kept and what opens them: its stored key and the browser's cookie."""

    session: str
    cookie: bytes

    @property
    def row(self) -> UUID:
        """The id that the sealed tiers are bound to."""
        return session_row(self.session)


class Opened:
    """The tiers that are open for a person in this request, and until when; None where a tier is closed."""

    def __init__(
        self,
        person: Person | None,
        shared: SharedTier | None = None,
        private: PrivateTier | None = None,
        *,
        seat: Seat | None = None,
        until: dict[TierName, datetime] | None = None,
    ) -> None:
        self.who = person
        self.shared = shared
        self.private = private
        self.seat = seat
        self.until: dict[TierName, datetime] = until or {}
        # What the keyring was asked for in this request: keys of spaces that ended are nowhere else.
        self.from_keyring: Mapping[UUID, SpaceKey] | None = None

    @property
    def person(self) -> Person:
        """Whose session it is. Raises `Locked` when nobody is signed in."""
        if self.who is None:
            raise Locked("shared")
        return self.who

    @property
    def locks_at(self) -> datetime | None:
        """When the private tier closes if nothing more is done; None when it is closed."""
        return self.until.get("private")

    def seconds_left(self, tier: TierName) -> int | None:
        """How long this tier stays open if nothing more is done, at least 1; None when it is closed."""
        until = self.until.get(tier) if self.is_open(tier) else None
        return None if until is None else max(1, int((until - clock.now()).total_seconds()))

    def need_shared(self) -> SharedTier:
        """The shared tier. Raises `Locked`."""
        if self.shared is None:
            raise Locked("shared")
        return self.shared

    def need_private(self) -> PrivateTier:
        """The private tier. Raises `Locked`."""
        if self.private is None:
            raise Locked("private")
        return self.private

    def is_open(self, tier: TierName) -> bool:
        """Whether this tier is open; the private one counts only together with the shared one."""
        return self.shared is not None and (tier == "shared" or self.private is not None)


class Request(HttpRequest):
    """A request behind the middleware, for type checks."""

    user: Person
    opened: Opened
    house: House
    # The unlock cookie that the answer shall set; empty to take it away.
    unlock_cookie: bytes
    # The cookie for what waits for a second step; empty to take it away.
    pending_cookie: bytes


def attach(request: HttpRequest, opened: Callable[[], Opened]) -> None:
    """Give the request its `opened` and its `house`; both are made when something first asks for them."""
    from goldseam.log.house import House

    lazy = SimpleLazyObject(opened)
    request.opened = lazy  # type: ignore[attr-defined]
    request.house = SimpleLazyObject(lambda: House(lazy))  # type: ignore[attr-defined,arg-type]


def read_cookie(request: HttpRequest) -> bytes | None:
    """The unlock cookie, if there is a whole one."""
    return read_key(request, settings.UNLOCK_COOKIE_NAME)


def read_key(request: HttpRequest, name: str) -> bytes | None:
    """The 32 bytes of the cookie of this name, if there is a whole one."""
    text = request.COOKIES.get(name, "")
    try:
        cookie = bytes.fromhex(text)
    except ValueError:
        return None
    return cookie if len(cookie) == 32 else None


def open_keys(request: HttpRequest) -> Opened:
    """Open what this request's cookies open; if it is the person's own act, the idle time moves on."""
    person = request.user
    if not isinstance(person, Person):
        return Opened(None)
    cookie, key = read_cookie(request), request.session.session_key
    if cookie is None or key is None:
        return Opened(person)
    seat, own = Seat(hashed(key), cookie), is_own_act(request)
    opened = Opened(person, seat=seat)
    for row in Tier.objects.filter(session_id=seat.session):
        _open_row(opened, seat, row, own_act=own)
    return opened


def is_own_act(request: HttpRequest) -> bool:
    """Whether a person did this, and not a page that keeps itself fresh."""
    return "X-Goldseam-Live" not in request.headers and not request.path.startswith("/live/")


def write_tiers(seat: Seat, person: Person, shared: SharedTier, private: PrivateTier) -> Opened:
    """Seal both tiers into their session for their whole span, in place of what was there."""
    now = clock.now().replace(microsecond=0)
    until: dict[TierName, datetime] = {}
    both: tuple[tuple[TierName, SharedTier | PrivateTier], ...] = (("shared", shared), ("private", private))
    for tier, tier_keys in both:
        span = SPANS[tier]
        expires = now + span.whole
        sealed = _seal(seat, person.pk, tier, expires, tier_keys)
        until[tier] = now + span.idle
        Tier.objects.update_or_create(
            session_id=seat.session,
            tier=tier,
            defaults={"expires_at": expires, "idle_at": until[tier], "sealed": sealed},
        )
    return Opened(person, shared, private, seat=seat, until=until)


def change_spaces(opened: Opened, change: Callable[[Spaces], Spaces]) -> None:
    """Change which spaces this session opens, here and where it is stored. The span of its tier stays.

    What is stored is read anew, so that two requests of one session cannot undo each other's change.
    """
    shared = opened.need_shared()
    opened.shared = replace(shared, spaces=change(shared.spaces))
    if opened.seat is None:
        return
    with transaction.atomic(using=router.db_for_write(Tier)):
        rows = Tier.objects.select_for_update().filter(session_id=opened.seat.session, tier="shared")
        row = rows.first()
        stored = None if row is None else _unsealed(opened.person.pk, opened.seat, row)
        if row is not None and isinstance(stored, SharedTier):
            changed = replace(stored, spaces=change(stored.spaces))
            row.sealed = _seal(opened.seat, opened.person.pk, "shared", row.expires_at, changed)
            row.save(update_fields=["sealed"])


def drop_spaces(opened: Opened, gone: Collection[UUID]) -> None:
    """Take the keys of these spaces out of this session for good. They stay on the person's keyring."""
    change_spaces(opened, lambda spaces: {space: spaces[space] for space in spaces if space not in gone})
    if opened.seat is not None:
        # Their sealed bytes must not wait in a write-ahead file for a browser that still has the cookie.
        transaction.on_commit(shred)


def _seal(
    seat: Seat, person: UUID, tier: TierName, expires: datetime, tier_keys: SharedTier | PrivateTier
) -> bytes:
    seconds = int(expires.timestamp())
    return seal_tier(
        seat.cookie, session=seat.row, person=person, tier=tier, expires=seconds, tier_keys=tier_keys
    )


def _open_row(opened: Opened, seat: Seat, row: Tier, *, own_act: bool) -> None:
    now = clock.now()
    if is_over(row, now):
        _write_if_possible(row.delete)
        return
    keys = _unsealed(opened.person.pk, seat, row)
    if keys is None:
        return
    idle = _move_idle(row, now) if own_act else row.idle_at
    if isinstance(keys, SharedTier):
        opened.shared, opened.until["shared"] = keys, idle
    else:
        opened.private, opened.until["private"] = keys, idle


def _unsealed(person: UUID, seat: Seat, row: Tier) -> SharedTier | PrivateTier | None:
    try:
        return open_tier(
            seat.cookie,
            session=seat.row,
            person=person,
            tier=row.tier,
            expires=int(row.expires_at.timestamp()),
            sealed=bytes(row.sealed),
        )
    except VaultError:
        # Another cookie, or a row that was moved or changed: closed, as if it were not there.
        return None


def is_over(row: Tier, now: datetime) -> bool:
    """Whether its time is over; or lies so far ahead that the clock was set back, and it would stay open too long."""
    span = SPANS["shared" if row.tier == "shared" else "private"]
    return not (
        now < row.expires_at <= now + span.whole + clock.SLACK
        and now < row.idle_at <= now + span.idle + clock.SLACK
    )


def _move_idle(row: Tier, now: datetime) -> datetime:
    tier: TierName = "shared" if row.tier == "shared" else "private"
    moved = min(now + SPANS[tier].idle, row.expires_at)
    if moved - row.idle_at < MOVE_EVERY:
        return row.idle_at
    rows = Tier.objects.filter(pk=row.pk, idle_at__lt=moved)
    return moved if _write_if_possible(lambda: rows.update(idle_at=moved)) else row.idle_at


def _write_if_possible(write: Callable[[], object]) -> bool:
    """Whether it was written. A full disk must not keep anybody from reading; what is not moved on closes sooner."""
    try:
        write()
    except DatabaseFault as error:
        log.warning("clock_not_moved", kind=type(error).__name__)
        return False
    return True
