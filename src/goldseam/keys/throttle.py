"""How often something may be tried. Buckets are keyed hashes: neither names nor addresses are kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from django.db import router, transaction
from django.db.models import F, Q
from django.http import HttpRequest

from goldseam.accounts.names import keyed_hash
from goldseam.keys import clock
from goldseam.keys.models import Attempt
from goldseam.vault import WrongKey

QUIET = timedelta(minutes=15)
FORGOTTEN = timedelta(days=1)


class TooMany(Exception):
    """This was tried too often. `wait` says how long it stays closed."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__()
        self.wait = wait

    @property
    def minutes(self) -> int:
        """The wait in whole minutes, rounded up, at least one."""
        return max(1, -(-int(self.wait.total_seconds()) // 60))


@dataclass(frozen=True, slots=True)
class Limit:
    """`free` tries at will, then one after each wait; every wait is twice the one before, up to `longest`.

    Free tries are given anew after `quiet` without any.
    """

    name: str
    free: int
    first: timedelta
    longest: timedelta
    quiet: timedelta = QUIET


# Not longer, because somebody who is not its owner can close it.
NAME = Limit("name", 10, timedelta(minutes=1), timedelta(minutes=15))
STEP_UP = Limit("step-up", 10, timedelta(minutes=1), timedelta(minutes=15))
# Looser, since nobody guesses 128 bits: whoever is locked out by somebody's guessing gets in with the code.
CODE = Limit("code", 30, timedelta(seconds=10), timedelta(minutes=1))
NETWORK = Limit("network", 60, timedelta(seconds=30), timedelta(minutes=10))
# Apart from NETWORK: whoever guesses passphrases on this network must not close the code's way in with it.
CODES_HERE = Limit("codes of a network", 300, timedelta(seconds=10), timedelta(minutes=1))
# Whoever comes here has given the passphrase. A code has six digits only, so patience must not help to guess it.
SECOND = Limit("second step", 10, timedelta(minutes=1), timedelta(minutes=15), FORGOTTEN)
SIGN_UPS = Limit("sign-ups", 20, timedelta(minutes=1), timedelta(minutes=10))

Bucket = tuple[Limit, str]


def network_of(request: HttpRequest) -> str:
    """The network of a request: an IPv4 address, or the half of an IPv6 address that a home gets."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR") or "")
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return address.exploded[:19]
    return str(address)


@contextmanager
def counted(*buckets: Bucket) -> Iterator[None]:
    """Count a try in each bucket before it is made; a try that was right, or never made, is taken back.

    Raises `TooMany` before anything is tried.
    """
    taken: list[tuple[Bucket, datetime]] = []
    try:
        for bucket in buckets:
            taken.append((bucket, admit(bucket)))
        yield
    except WrongKey:
        raise
    except BaseException:
        _take_back(taken)
        raise
    # Only uncounted, never cleared: who tries in vain must not see by it that somebody else got in.
    _take_back(taken)


def admit(bucket: Bucket) -> datetime:
    """Count a try, and return when the one before it was. Raises `TooMany` while the bucket is closed."""
    limit, now = bucket[0], clock.now()
    _follow_the_clock(bucket, now)
    with transaction.atomic(using=router.db_for_write(Attempt)):
        row, _ = Attempt.objects.select_for_update().get_or_create(pk=_key(bucket), defaults={"last": now})
        if row.closed_until is not None and now < row.closed_until:
            raise TooMany(row.closed_until - now)
        if now - row.last > (FORGOTTEN if row.tries >= limit.free else limit.quiet):
            row.tries = 0
        before = row.last
        row.tries, row.last = row.tries + 1, now
        row.closed_until = now + _wait(limit, row.tries) if row.tries >= limit.free else None
        row.save()
        return before


def _follow_the_clock(bucket: Bucket, now: datetime) -> None:
    """Where the clock was set back since the last try: count from now, so that nobody waits for longer than told."""
    for row in Attempt.objects.filter(pk=_key(bucket), last__gt=now):
        until = row.closed_until and now + (row.closed_until - row.last)
        Attempt.objects.filter(pk=row.pk, last=row.last).update(last=now, closed_until=until)


def _take_back(taken: list[tuple[Bucket, datetime]]) -> None:
    """Uncount these tries, and leave their buckets as they were before."""
    for bucket, before in taken:
        rows = Attempt.objects.filter(pk=_key(bucket), tries__gt=0)
        rows.update(tries=F("tries") - 1, closed_until=None, last=before)


def tries_in(bucket: Bucket) -> int:
    """How many tries are counted here now."""
    return Attempt.objects.filter(pk=_key(bucket)).values_list("tries", flat=True).first() or 0


def forget_old() -> None:
    """Delete what nobody has tried for a day, by whichever way the clock went."""
    now = clock.now()
    Attempt.objects.filter(Q(last__lt=now - FORGOTTEN) | Q(last__gt=now + FORGOTTEN)).delete()


def _wait(limit: Limit, tries: int) -> timedelta:
    # The exponent is bounded before it is used: a patient guesser must not overflow the clock.
    doubled: int = 2 ** min(tries - limit.free, 20)
    return min(limit.first * doubled, limit.longest)


def _key(bucket: Bucket) -> str:
    limit, value = bucket
    return keyed_hash(f"attempt {limit.name}", value)
