"""The slow work behind a passphrase, bounded: each derivation takes hundreds of megabytes for a second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from uuid import UUID

from django.conf import settings

from goldseam.keys.models import SlotRow
from goldseam.vault import (
    FLOOR,
    Cost,
    Slot,
    derive_dummy,
    make_passphrase_slot,
    open_passphrase_slot,
)

AT_ONCE = 2
WAITING = 8


class Busy(Exception):
    """Too many people are unlocking at this moment. Nothing was tried; a few seconds help."""


class Turns:
    """At most `at_once` inside and `waiting` before the door; whoever comes after them is refused."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self._places = BoundedSemaphore(at_once + waiting)
        self._inside = BoundedSemaphore(at_once)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for a turn and hold it. Raises `Busy`."""
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            with self._inside:
                yield
        finally:
            self._places.release()


turns = Turns()


def cost_now() -> Cost:
    """What a guess at a new slot shall cost."""
    cost: Cost = settings.PASSPHRASE_COST
    return cost


def floor_now() -> Cost:
    """The lowest cost that a slot may have to be opened."""
    floor: Cost = getattr(settings, "PASSPHRASE_FLOOR", FLOOR)
    return floor


def new_passphrase_slot(root: bytes, passphrase: str, *, person: UUID) -> Slot:
    """A slot at the present cost. Raises `Busy` or `UnusablePassphrase`."""
    with turns.one():
        return make_passphrase_slot(root, passphrase, person=person, cost=cost_now(), floor=floor_now())


def open_with_passphrase(slot: Slot, passphrase: str) -> bytes:
    """The root secret. Raises `Busy`, or what the vault raises."""
    with turns.one():
        return open_passphrase_slot(slot, passphrase, floor=floor_now())


def spend(passphrase: str, cost: Cost) -> None:
    """Do the work of one try for a name that nobody has. Raises `Busy`."""
    with turns.one():
        derive_dummy(passphrase, cost)


def stranger_cost(index: str) -> Cost:
    """What a try costs for a name that nobody has, always the same for one name.

    Taken from the costs that exist, because after a change of the setting a single cost would tell strangers
    from people who have not signed in since.
    """
    columns = ("iterations", "memory_kib", "lanes")
    found = SlotRow.objects.filter(kind="passphrase").order_by(*columns).values_list(*columns).distinct()
    costs = [Cost(*row) for row in found if None not in row] or [cost_now()]
    return costs[int(index[:8], 16) % len(costs)]
