"""The stored keyring: read with the root, changed with the private tier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from goldseam.keys.models import KeyringRow
from goldseam.keys.opened import Opened, rewrite_shared
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


def change(opened: Opened, fn: Callable[[Keyring], Keyring]) -> Keyring:
    """Change the person's keyring; the spaces in it are open in this session at once.

    Other sessions of the person learn of it when they next ask for the passphrase. Raises `Locked` when the
    private tier is closed.
    """
    key, shared = opened.need_private().keyring_key, opened.need_shared()
    after = rewrite(opened.person.pk, key, fn)
    rewrite_shared(opened, replace(shared, spaces=after.spaces))
    return after


def add_space_key(opened: Opened, space: UUID, key: SpaceKey) -> None:
    """Put the key of a space on the person's keyring, or replace it. Raises `Locked`."""
    change(opened, lambda keyring: keyring.with_space(space, key))


def drop_space_key(opened: Opened, space: UUID) -> None:
    """Take the key of a space off the person's keyring for good. Raises `Locked`."""
    change(opened, lambda keyring: keyring.without_space(space))


def _open(row: KeyringRow, key: bytes) -> Keyring:
    return open_keyring(bytes(row.sealed), key, person=row.person_id, generation=row.generation)
