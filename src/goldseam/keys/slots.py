"""The ways in, as they are stored: made at sign-up, opened at sign-in, replaced when one changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db import transaction

from goldseam.accounts.models import Person
from goldseam.keys.derivations import (
    Busy,
    cost_now,
    new_passphrase_slot,
    open_with_passphrase,
    spend,
    stranger_cost,
)
from goldseam.keys.factors import OpensNothing
from goldseam.keys.models import Factor, KeyringRow, SlotRow
from goldseam.log.erasing import shred
from goldseam.vault import (
    Slot,
    Tampered,
    WrongKey,
    derive_identity,
    derive_keyring_key,
    make_keyring,
    make_recovery_code,
    make_recovery_slot,
    make_root,
    open_prf_slot,
    open_recovery_slot,
    seal_keyring,
)

# Tried in vain for names that nobody has, so that a try with a code costs the same. Nothing is behind it.
_NOBODY = make_recovery_slot(make_root(), make_recovery_code(), person=uuid4())


@dataclass(frozen=True, slots=True)
class NewKeys:
    """A new person's keys before they are stored. `code` is to be shown once and kept nowhere."""

    root: bytes = field(repr=False)
    code: str = field(repr=False)
    public: bytes
    desk: bytes = field(repr=False)
    slots: tuple[Slot, ...]
    keyring: bytes


def sign_up_keys(*, person: UUID, passphrase: str) -> NewKeys:
    """Make everything a new person's vaults need. Raises `Busy` or `UnusablePassphrase`; stores nothing."""
    root, code, keyring = make_root(), make_recovery_code(), make_keyring()
    slots = (
        new_passphrase_slot(root, passphrase, person=person),
        make_recovery_slot(root, code, person=person),
    )
    sealed = seal_keyring(keyring, derive_keyring_key(root), person=person, generation=1)
    return NewKeys(root, code, derive_identity(root).public, keyring.desk, slots, sealed)


def keep_keys(*, person: UUID, keys: NewKeys) -> None:
    """Store new keys. Call inside the sign-up's transaction."""
    SlotRow.objects.bulk_create([SlotRow.of(slot) for slot in keys.slots])
    KeyringRow.objects.create(person_id=person, sealed=keys.keyring)


def open_named(*, index: str, passphrase: str) -> tuple[Person, bytes]:
    """Whoever has this sign-in name, and the root secret, if the passphrase is right.

    A name that nobody has costs the same work and raises the same `WrongKey`. Raises `Busy`.
    """
    cost = stranger_cost(index)
    row = _named(index, "passphrase")
    if row is None:
        spend(passphrase, cost)
        raise WrongKey
    return row.person, _open(row, passphrase)


def open_named_by_code(*, index: str, code: str) -> tuple[Person, bytes]:
    """Like `open_named`, with the recovery code."""
    row = _named(index, "recovery")
    root = open_recovery_slot(row.slot() if row else _NOBODY, code)
    if row is None:
        raise WrongKey
    return row.person, _checked(row.person, root)


def open_own(*, person: Person, passphrase: str = "", code: str = "") -> bytes:
    """The root secret of this person, by passphrase or by code. Raises `WrongKey` or `Busy`."""
    kind = "recovery" if code else "passphrase"
    row = SlotRow.objects.select_related("person").filter(person=person, kind=kind).first()
    if row is None:
        raise WrongKey
    return _checked(person, open_recovery_slot(row.slot(), code)) if code else _open(row, passphrase)


def open_by_passkey(passkey: Factor, key: bytes) -> bytes:
    """The root secret, with the key that a passkey's browser derived. Raises `WrongKey`, or `OpensNothing`.

    Call only when the passkey has answered what it was asked: the key alone is not enough.
    """
    if passkey.slot is None:
        raise OpensNothing
    if not key:
        raise WrongKey
    return _checked(passkey.person, open_prf_slot(passkey.slot.slot(), key))


def replace_slot(slot: Slot) -> None:
    """Put this slot in the place of the person's slot of the same kind. What is sealed stays as it is."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=slot.person)
        SlotRow.objects.filter(person_id=slot.person, kind=slot.kind).delete()
        SlotRow.of(slot).save(force_insert=True)
        # An old passphrase must not open what a write-ahead file still holds.
        transaction.on_commit(shred)


def _named(index: str, kind: str) -> SlotRow | None:
    return SlotRow.objects.select_related("person").filter(person__name_index=index, kind=kind).first()


def _open(row: SlotRow, passphrase: str) -> bytes:
    slot = row.slot()
    root = _checked(row.person, open_with_passphrase(slot, passphrase))
    if slot.cost is not None and not slot.cost.reaches(cost_now()):
        _raise_cost(slot, root, passphrase)
    return root


def _raise_cost(old: Slot, root: bytes, passphrase: str) -> None:
    """Seal the root anew at the present cost, unless the slot was replaced meanwhile or all are busy."""
    try:
        new = new_passphrase_slot(root, passphrase, person=old.person)
    except Busy:
        return
    with transaction.atomic():
        deleted, _ = SlotRow.objects.filter(pk=old.row).delete()
        if deleted:
            SlotRow.of(new).save(force_insert=True)
            transaction.on_commit(shred)


def _checked(person: Person, root: bytes) -> bytes:
    if derive_identity(root).public != bytes(person.public):
        raise Tampered("this slot holds another root")
    return root
