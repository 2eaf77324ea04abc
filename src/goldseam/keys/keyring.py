"""The stored keyring: read with the root, changed with the private tier."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from goldseam.keys.locked import Locked
from goldseam.keys.models import KeyringRow
from goldseam.keys.opened import Opened, Spaces, change_spaces
from goldseam.vault import Keyring, SpaceKey, open_keyring, seal_keyring

TRIES = 5


class Contended(Exception):
    """The keyring was changed by someone else each time that this change was tried."""


def read(person: UUID, key: bytes) -> Keyring:
    """The stored keyring. Raises what the vault raises when it does not open."""
    return _open(KeyringRow.objects.get(person_id=person), key)


def rewrite(person: UUID, key: bytes, fn: Callable[[Keyring], Keyring]) -> Keyring:
    """Apply `fn` to the stored keyring and store what it gives; again if another change came between.

    Raises `Contended` after five such tries.
    """
    for _ in range(TRIES):
        row = KeyringRow.objects.get(person_id=person)
        before = _open(row, key)
        after = fn(before)
        if after == before:
            return after
        sealed = seal_keyring(after, key, person=person, generation=row.generation + 1)
        same = KeyringRow.objects.filter(person_id=person, generation=row.generation)
        if same.update(generation=row.generation + 1, sealed=sealed):
            return after
    raise Contended


def space_key(opened: Opened, space: UUID) -> SpaceKey:
    """The key of a space: out of the session, or, where the space has ended, off the keyring.

    Raises `Locked` when it is in neither, or the private tier is closed.
    """
    found = opened.need_shared().spaces.get(space)
    if found is not None:
        return found
    if opened.from_keyring is None:
        opened.from_keyring = read(opened.person.pk, opened.need_private().keyring_key).spaces
    if space not in opened.from_keyring:
        raise Locked("private")
    return opened.from_keyring[space]


def add_space_key(opened: Opened, space: UUID, key: SpaceKey) -> None:
    """Put the key of a space on the person's keyring, or replace it; it is open in this session at once.

    Other sessions of the person learn of it when they next ask for the passphrase. Raises `Locked` when the
    private tier is closed.
    """
    _change(opened, lambda ring: ring.with_space(space, key), lambda spaces: {**spaces, space: key})


def drop_space_key(opened: Opened, space: UUID, *, log: UUID) -> None:
    """Take the key of a space, and the head of its log, off the person's keyring for good. Raises `Locked`."""
    _change(opened, lambda ring: ring.without_space(space, log=log), lambda spaces: _without(spaces, space))


def _change(opened: Opened, ring: Callable[[Keyring], Keyring], spaces: Callable[[Spaces], Spaces]) -> None:
    """Change the person's keyring, and this session to match."""
    opened.need_shared()
    rewrite(opened.person.pk, opened.need_private().keyring_key, ring)
    opened.from_keyring = None
    change_spaces(opened, spaces)


def _without(spaces: Spaces, gone: UUID) -> Spaces:
    return {space: key for space, key in spaces.items() if space != gone}


def _open(row: KeyringRow, key: bytes) -> Keyring:
    return open_keyring(bytes(row.sealed), key, person=row.person_id, generation=row.generation)
