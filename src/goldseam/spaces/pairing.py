"""Inviting and accepting: two keys meet by a code that two people hand each other."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from goldseam.core.base import Outcome, Refusal, Refused, VaultKind
from goldseam.core.spaces import MEMBERS, join
from goldseam.keys import keyring
from goldseam.log import bell
from goldseam.log.erasing import shred
from goldseam.log.house import House
from goldseam.log.models import Vault
from goldseam.log.vaults import create_shared, locked
from goldseam.spaces.models import Invite, Member, Space
from goldseam.vault import (
    Invitation,
    SpaceKey,
    VaultError,
    derive_invite_id,
    make_code,
    make_key,
    open_invitation,
    seal_invitation,
)

LASTS = timedelta(days=7)
SLACK = timedelta(days=1)  # how far the clock may go back before an invitation counts as too old


def start_space(house: House) -> UUID:
    """Make a space with oneself as its only member. Needs the private tier (the keyring is written)."""
    public = house.sealer(VaultKind.DESK).tier.public
    with transaction.atomic():
        space = Space.objects.create(id=uuid4())
        Member.objects.create(space=space, slot=0, person_id=house.person.id)
        create_shared(space.id)
        own = SpaceKey(key=make_key(), slot=0, mine=public, partner=None)
        keyring.add_space_key(house.opened, space.id, own)
        _join(house, space.id, public)
        bell.ring(bell.person(house.person.id))
    return space.id


def _join(house: House, space_id: UUID, public: bytes) -> None:
    def decide(fresh: House) -> Outcome:
        members = fresh.folded(MEMBERS, VaultKind.SHARED, space_id)
        slot = fresh.space(space_id).slot
        return join(members, by=slot, name=fresh.desk.name, public=public)

    house.forget()
    house.act(decide, space=space_id)


def invite(house: House, space_id: UUID) -> bytes:
    """Make the space's invitation and return its code, which is kept nowhere. An older one ends.

    Raises `Refused(NOT_ALLOWED)` for a space that is no longer waiting for its second member.
    """
    if house.space(space_id).state != "open":
        raise Refused(Refusal.NOT_ALLOWED)
    mine = keyring.space_key(house.opened, space_id)
    code = make_code()
    expires = house.now + LASTS
    sealed = seal_invitation(
        code,
        Invitation(
            space=space_id,
            key=mine.key,
            slot=1,
            public=mine.mine,
            name=house.desk.name,
            expires=int(expires.timestamp()),
        ),
    )
    with transaction.atomic():
        _end_invite(space_id)
        Invite.objects.create(
            id=derive_invite_id(code), space_id=space_id, expires_day=expires.date(), sealed=sealed
        )
    return code


def withdraw_invite(house: House, space_id: UUID) -> None:
    """End the space's invitation, if there is one."""
    house.space(space_id)
    with transaction.atomic():
        _end_invite(space_id)


def _end_invite(space_id: UUID) -> None:
    """Erase the invitation, in the files too: the key of the space lay in it, under eight words."""
    if Invite.objects.filter(space_id=space_id).delete()[0]:
        transaction.on_commit(shred)


def expire(today: date) -> int:
    """Erase invitations that nobody used in time. Returns how many went."""
    with transaction.atomic():
        gone, _ = Invite.objects.filter(expires_day__lt=today).delete()
        if gone:
            transaction.on_commit(shred)
    return gone


def look(house: House, code: bytes) -> Invitation:
    """What an invitation says, without telling anybody that it was looked at.

    Raises `Refused(NOT_FOUND)` for a code that is wrong, used or too old, and `Refused(NOT_ALLOWED)` for
    one's own invitation.
    """
    expire(house.now.date())
    row = Invite.objects.filter(id=derive_invite_id(code)).first()
    if row is None:
        raise Refused(Refusal.NOT_FOUND, "code")
    try:
        found = open_invitation(code, bytes(row.sealed))
    except VaultError:
        raise Refused(Refusal.NOT_FOUND, "code") from None
    left = found.expires - house.now.timestamp()
    if not 0 <= left <= (LASTS + SLACK).total_seconds() or found.space != row.space_id:
        raise Refused(Refusal.NOT_FOUND, "code")
    if Member.objects.filter(space_id=found.space, person_id=house.person.id).exists():
        raise Refused(Refusal.NOT_ALLOWED, "code")
    return found


def accept(house: House, code: bytes) -> UUID:
    """Join the space that invites. The code works once; of two who accept at once, one is told it is used."""
    found = look(house, code)
    public = house.sealer(VaultKind.DESK).tier.public
    with transaction.atomic():
        # Who invited may be leaving at this moment: one of the two waits here for the other.
        locked(Vault.objects.filter(space_id=found.space).values_list("id", flat=True))
        gone, _ = Invite.objects.filter(id=derive_invite_id(code)).delete()
        transaction.on_commit(shred)
        moved = Space.objects.filter(id=found.space, state="open").update(state="active")
        if not gone or not moved:
            raise Refused(Refusal.NOT_FOUND, "code")
        Member.objects.create(space_id=found.space, slot=found.slot, person_id=house.person.id)
        own = SpaceKey(key=found.key, slot=found.slot, mine=public, partner=found.public)
        keyring.add_space_key(house.opened, found.space, own)
        _join(house, found.space, public)
        bell.ring(bell.space(found.space), bell.person(house.person.id))
    return found.space


def pin_partner(house: House, space_id: UUID) -> None:
    """Remember the partner's public key once it is known. Does nothing while the private tier is closed."""
    if not house.private_open:
        return
    mine = house.sealer(VaultKind.DESK).tier.spaces.get(space_id)
    members = house.folded(MEMBERS, VaultKind.SHARED, space_id)
    theirs = members.slots.get(1 - mine.slot) if mine else None
    if mine is None or mine.partner is not None or theirs is None:
        return
    pinned = SpaceKey(key=mine.key, slot=mine.slot, mine=mine.mine, partner=theirs.public)
    keyring.add_space_key(house.opened, space_id, pinned)
