"""Offers: one side of a joint reveal or a double yes, unseen until the other side comes, or for ever."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction

from goldseam.core.base import Append, Outcome, Refusal, Refused, Revealed, VaultKind
from goldseam.log.erasing import shred
from goldseam.log.house import House
from goldseam.log.models import OfferRow
from goldseam.log.vaults import locked
from goldseam.vault import Place, open_offer, seal_offer

LASTS = timedelta(days=14)


def _place(row: OfferRow) -> Place:
    return Place("offer", row.id, row.space_id, row.slot)


def _seal(house: House, row: OfferRow, words: str) -> bytes:
    key = house.sealer(VaultKind.SHARED, row.space_id).key
    return seal_offer(key, settings.SERVER_KEYS.reveals, _place(row), words.encode())


def _open(house: House, row: OfferRow) -> str:
    key = house.sealer(VaultKind.SHARED, row.space_id).key
    return open_offer(key, settings.SERVER_KEYS.reveals, _place(row), bytes(row.sealed)).decode()


def offer(house: House, space_id: UUID, topic: str, words: str) -> None:
    """Offer one's side. If the other side waits, both are shown together as one `Revealed`; else nothing shows.

    Returns the same in both cases, and offering again replaces one's own side. Raises `Refused` where the
    space takes no words now.
    """
    me = house.space(space_id)
    if not me.open_for_words:
        raise Refused(Refusal.FROZEN if me.frozen else Refusal.PAUSED if me.paused else Refusal.ALONE)
    with transaction.atomic():
        locked([house.vault(VaultKind.SHARED, space_id).id])
        expire(house.now.date())
        OfferRow.objects.filter(space_id=space_id, topic=topic, slot=me.slot).delete()
        other = OfferRow.objects.filter(space_id=space_id, topic=topic, slot=1 - me.slot).first()
        if other is None:
            _wait(house, space_id, topic, words)
        else:
            _reveal(house, other, me.slot, words)


def _wait(house: House, space_id: UUID, topic: str, words: str) -> None:
    expires = house.now.date() + LASTS
    row = OfferRow(
        id=uuid4(), space_id=space_id, topic=topic, slot=house.space(space_id).slot, expires=expires
    )
    row.sealed = _seal(house, row, words)
    row.save(force_insert=True)


def _reveal(house: House, other: OfferRow, slot: int, words: str) -> None:
    theirs = _open(house, other)
    sides = (words, theirs) if slot == 0 else (theirs, words)

    def decide(_: House) -> Outcome:
        return (Append(VaultKind.SHARED, Revealed(topic=other.topic, sides=sides)),)

    house.act(decide, space=other.space_id)
    other.delete()
    transaction.on_commit(shred)


def take_back(house: House, space_id: UUID, topic: str) -> None:
    """Erase one's own waiting side. Nobody can tell that it was there."""
    slot = house.space(space_id).slot
    OfferRow.objects.filter(space_id=space_id, topic=topic, slot=slot).delete()
    transaction.on_commit(shred)


def expire(today: date) -> int:
    """Erase what waited too long, silently. Returns how many rows went.

    What would wait for longer than an offer does, because the clock was set back, waits for as long from today.
    """
    OfferRow.objects.filter(expires__gt=today + LASTS).update(expires=today + LASTS)
    gone, _ = OfferRow.objects.filter(expires__lt=today).delete()
    if gone:
        transaction.on_commit(shred)
    return gone
