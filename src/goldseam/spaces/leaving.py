"""Pausing, leaving, putting down the key, and going altogether: always one person's own act."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from goldseam.core import spaces as core
from goldseam.core.base import VaultKind
from goldseam.core.spaces import Event
from goldseam.keys import clock, keyring
from goldseam.keys.opened import drop_spaces
from goldseam.log import bell, erasing
from goldseam.log.house import ENDED, House
from goldseam.log.models import EntryRow, OfferRow, Vault
from goldseam.log.vaults import delete_own, delete_shared, locked
from goldseam.spaces.models import Invite, Member, Space


def _moved(house: House, space_id: UUID, event: Event) -> core.Space:
    """Let the core move the person's own side of the space. Inside a transaction. 404 for a stranger's."""
    return _move(space_id, house.space(space_id).slot, event)


def _move(space_id: UUID, slot: int, event: Event) -> core.Space:
    """Let the core move the space, store what it says, and return it. Inside a transaction; the log is locked."""
    _lock(space_id)
    row = Space.objects.get(id=space_id)
    members = list(Member.objects.filter(space_id=space_id))
    now = core.Space(
        core.SpaceState(row.state),
        tuple(sorted(member.slot for member in members if member.paused)),
        tuple(sorted(member.slot for member in members if member.person_id is None)),
    )
    after = core.move(now, event, by=slot)
    Space.objects.filter(id=space_id).update(state=after.state.value)
    if after.state is not now.state:
        bell.ring(bell.space(space_id))
    for member in members:
        Member.objects.filter(pk=member.pk).update(paused=member.slot in after.paused_by)
    return after


def _lock(space_id: UUID) -> None:
    locked(Vault.objects.filter(space_id=space_id).values_list("id", flat=True))


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
    here = house.space(space_id)
    if here.frozen:
        return
    with erasing.deleting():
        _freeze(space_id, here.slot)
    house.forget()
    drop_spaces(house.opened, {space_id})


def _freeze(space_id: UUID, slot: int) -> None:
    """End the pairing, unless the other has ended it at this very moment: nobody is refused to go."""
    _lock(space_id)
    if Space.objects.filter(id=space_id, state__in=ENDED).exists():
        return
    after = _move(space_id, slot, Event.LEAVE)
    _void(space_id)
    if after.state is core.SpaceState.CLOSED:
        delete_space(space_id)
        return
    for log in Vault.objects.filter(space_id=space_id):
        erasing.list_parted(log.id, day=clock.today())


def _void(space_id: UUID) -> None:
    """Erase what waited in a space for a later day that will not come."""
    Invite.objects.filter(space_id=space_id).delete()
    OfferRow.objects.filter(space_id=space_id).delete()
    transaction.on_commit(erasing.shred)


def part_again(space_ids: Iterable[UUID]) -> int:
    """After a restore: end the pairings that had ended since the backup. Returns how many came back in it."""
    found = Space.objects.filter(id__in=list(space_ids)).exclude(state__in=ENDED)
    ended = list(found.values_list("id", flat=True))
    for space_id in ended:
        Space.objects.filter(id=space_id).update(state=core.SpaceState.SEPARATED.value)
        _void(space_id)
    return len(ended)


def put_down_key(house: House, space_id: UUID) -> None:
    """Give up one's own key to an archive. When both have, the rows go. Needs the private tier."""
    log = house.vault(VaultKind.SHARED, space_id).id
    with erasing.deleting():
        _step_out(space_id, house.space(space_id).slot)
        keyring.drop_space_key(house.opened, space_id, log=log)
        transaction.on_commit(erasing.shred)
    house.forget()


def _step_out(space_id: UUID, slot: int) -> None:
    after = _move(space_id, slot, Event.FORGET)
    Member.objects.filter(space_id=space_id, slot=slot).update(person_id=None)
    if after.state is core.SpaceState.CLOSED:
        delete_space(space_id)


def delete_space(space_id: UUID) -> None:
    """Delete a space that nobody holds a key to, with everything in it. Inside `log.erasing.deleting`."""
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
    with erasing.deleting():
        for space in house.spaces if erase_words else ():
            erase_own_words(house, space.id)
        take_out(house.person.id)
    house.forget()


def take_out(person_id: UUID) -> None:
    """Take a person out of every space and delete their own vaults, without a key. Inside `log.erasing.deleting`.

    What they wrote to others stays where it was not erased.
    """
    for member in Member.objects.filter(person_id=person_id).order_by("id"):
        _freeze(member.space_id, member.slot)
        if Space.objects.filter(id=member.space_id).exists():
            _step_out(member.space_id, member.slot)
    delete_own(person_id)
