"""Pausing, leaving, putting down the key, and going altogether: always one person's own act."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from goldseam.core import spaces as core
from goldseam.core.base import VaultKind
from goldseam.core.spaces import Event
from goldseam.keys import keyring
from goldseam.log import erasing
from goldseam.log.house import House
from goldseam.log.models import EntryRow, OfferRow
from goldseam.log.vaults import delete_own, delete_shared, locked
from goldseam.spaces.models import Invite, Member, Space


def _moved(house: House, space_id: UUID, event: Event) -> core.Space:
    """Let the core move the space, store what it says, and return it. Inside a transaction; the log is locked."""
    slot = house.space(space_id).slot
    locked([house.vault(VaultKind.SHARED, space_id).id])
    row = Space.objects.get(id=space_id)
    members = list(Member.objects.filter(space_id=space_id))
    now = core.Space(
        core.SpaceState(row.state),
        tuple(sorted(member.slot for member in members if member.paused)),
        tuple(sorted(member.slot for member in members if member.person_id is None)),
    )
    after = core.move(now, event, by=slot)
    Space.objects.filter(id=space_id).update(state=after.state.value)
    for member in members:
        Member.objects.filter(pk=member.pk).update(paused=member.slot in after.paused_by)
    return after


def pause_space(house: House, space_id: UUID) -> None:
    """Stop all sending here, for both, until whoever paused resumes. Raises `Refused` as `core.spaces.move`."""
    with transaction.atomic():
        _moved(house, space_id, Event.PAUSE)
    house.forget()


def resume_space(house: House, space_id: UUID) -> None:
    """End one's own pause. The space opens again when neither has it paused."""
    with transaction.atomic():
        _moved(house, space_id, Event.RESUME)
    house.forget()


def leave_space(house: House, space_id: UUID) -> None:
    """Leave at once, alone, without a reason. The space freezes into an archive; what waited is erased.

    A space that nobody else ever joined simply goes. Leaving twice is leaving once.
    """
    if house.space(space_id).frozen:
        return
    with transaction.atomic():
        after = _moved(house, space_id, Event.LEAVE)
        Invite.objects.filter(space_id=space_id).delete()
        OfferRow.objects.filter(space_id=space_id).delete()
        transaction.on_commit(erasing.shred)
        if after.state is core.SpaceState.CLOSED:
            _delete_space(space_id)
    house.forget()


def put_down_key(house: House, space_id: UUID) -> None:
    """Give up one's own key to an archive. When both have, the rows go. Needs the private tier."""
    with transaction.atomic():
        _step_out(house, space_id)
        keyring.drop_space_key(house.opened, space_id)
        transaction.on_commit(erasing.shred)
    house.forget()


def _step_out(house: House, space_id: UUID) -> None:
    after = _moved(house, space_id, Event.FORGET)
    Member.objects.filter(space_id=space_id, person_id=house.person.id).update(person_id=None)
    if after.state is core.SpaceState.CLOSED:
        _delete_space(space_id)


def _delete_space(space_id: UUID) -> None:
    delete_shared(space_id)
    Space.objects.filter(id=space_id).delete()


def erase_own_words(house: House, space_id: UUID) -> None:
    """Erase everything that this person wrote into a space, also after separation. The other's words stay."""
    member = house.space(space_id)
    vault = house.vault(VaultKind.SHARED, space_id)
    with transaction.atomic():
        locked([vault.id])
        mine = EntryRow.objects.filter(vault_id=vault.id, author=member.slot, sealed__isnull=False)
        erasing.erase_rows(vault.id, mine.values_list("seq", flat=True), day=house.now.date())
    house.forget()


def delete_person(house: House, *, erase_words: bool) -> None:
    """Take a person out of every space and delete their own vaults. Slots and sign-in are the caller's to delete."""
    with transaction.atomic():
        for space in house.spaces:
            if erase_words:
                erase_own_words(house, space.id)
            leave_space(house, space.id)
            if Space.objects.filter(id=space.id).exists():
                _step_out(house, space.id)
        delete_own(house.person.id)
    house.forget()
