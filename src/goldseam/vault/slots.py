"""Unlock slots: each wraps the same root secret under one way in. A changed passphrase replaces one slot."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from goldseam.vault.codes import read_recovery_code
from goldseam.vault.derive import (
    KEY_BYTES,
    PASSKEY_SLOT,
    PASSPHRASE_SLOT,
    RECOVERY_SLOT,
    derive,
    whole_key,
)
from goldseam.vault.errors import AboveCeiling, BelowFloor, Tampered, UnknownVersion, UnusablePassphrase
from goldseam.vault.place import Kind, Place
from goldseam.vault.record import key_id, open_record, seal

LONGEST_PASSPHRASE: Final = 128
_SALT: Final = 16


class SlotKind(StrEnum):
    """The ways in. `PRF` is a passkey that gives a secret (WebAuthn’s `prf` extension)."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way in
    RECOVERY = "recovery"
    PRF = "prf"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs with Argon2id: passes, memory in KiB, lanes."""

    iterations: int
    memory_kib: int
    lanes: int

    def reaches(self, other: Cost) -> bool:
        """Whether this cost is at least the other in every part."""
        return (
            self.iterations >= other.iterations
            and self.memory_kib >= other.memory_kib
            and self.lanes >= other.lanes
        )


FLOOR: Final = Cost(iterations=3, memory_kib=64 * 1024, lanes=1)
STANDARD_COST: Final = Cost(iterations=3, memory_kib=256 * 1024, lanes=1)
CEILING: Final = Cost(iterations=12, memory_kib=1024 * 1024, lanes=4)


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in, as it is stored. Nothing here is secret; `cost` is there for a passphrase only."""

    kind: str
    row: UUID
    person: UUID
    salt: bytes = field(repr=False)
    cost: Cost | None
    sealed: bytes = field(repr=False)


def make_root() -> bytes:
    """A new random root secret of 32 bytes."""
    return os.urandom(KEY_BYTES)


def make_passphrase_slot(
    root: bytes, passphrase: str, *, person: UUID, cost: Cost, floor: Cost = FLOOR
) -> Slot:
    """A slot that this passphrase opens. Raises `UnusablePassphrase`, `BelowFloor` or `AboveCeiling`."""
    salt = os.urandom(_SALT)
    key = _passphrase_key(passphrase, salt, _within(cost, floor))
    return _make(SlotKind.PASSPHRASE, root, key, person=person, salt=salt, cost=cost)


def open_passphrase_slot(slot: Slot, passphrase: str, *, floor: Cost = FLOOR) -> bytes:
    """The root secret.

    Raises `WrongKey` for a wrong passphrase, `BelowFloor` or `AboveCeiling` for a cost that no honest slot
    has, `Tampered` where the passphrase is right and the slot is not, `UnknownVersion` for another kind.
    """
    salt = _salt_of(slot, SlotKind.PASSPHRASE)
    key = _passphrase_key(passphrase, salt, _within(slot.cost, floor))
    return _open(slot, key)


def derive_dummy(passphrase: str, cost: Cost) -> None:
    """The work of opening a passphrase slot, for a name that nobody has, so that time does not tell."""
    try:
        key_id(_passphrase_key(passphrase, os.urandom(_SALT), cost))
    except UnusablePassphrase:
        # A real slot refuses such a passphrase just as early.
        return


def make_recovery_slot(root: bytes, code: str, *, person: UUID) -> Slot:
    """A slot that this recovery code opens. Raises `MalformedCode`."""
    salt = os.urandom(_SALT)
    key = derive(read_recovery_code(code), RECOVERY_SLOT, salt=salt)
    return _make(SlotKind.RECOVERY, root, key, person=person, salt=salt, cost=None)


def open_recovery_slot(slot: Slot, code: str) -> bytes:
    """The root secret. Raises `WrongKey` (`MalformedCode` where it shows), `Tampered` or `UnknownVersion`."""
    salt = _salt_of(slot, SlotKind.RECOVERY)
    return _open(slot, derive(read_recovery_code(code), RECOVERY_SLOT, salt=salt))


def make_prf_slot(root: bytes, key: bytes, *, person: UUID) -> Slot:
    """A slot that this key opens: 32 bytes that the browser derived from a passkey's own secret.

    Raises ValueError for a key of a wrong length.
    """
    salt = os.urandom(_SALT)
    return _make(SlotKind.PRF, root, _prf_key(key, salt), person=person, salt=salt, cost=None)


def open_prf_slot(slot: Slot, key: bytes) -> bytes:
    """The root secret. Raises `WrongKey`, `Tampered` or `UnknownVersion`; ValueError for a key cut short."""
    return _open(slot, _prf_key(key, _salt_of(slot, SlotKind.PRF)))


def _prf_key(key: bytes, salt: bytes) -> bytes:
    return derive(whole_key(key), PASSKEY_SLOT, salt=salt)


def _make(kind: SlotKind, root: bytes, key: bytes, *, person: UUID, salt: bytes, cost: Cost | None) -> Slot:
    row = uuid4()
    sealed = seal(key, Place(Kind.SLOT, row, person), whole_key(root))
    return Slot(str(kind), row, person, salt, cost, sealed)


def _open(slot: Slot, key: bytes) -> bytes:
    return open_record(key, Place(Kind.SLOT, slot.row, slot.person), slot.sealed)


def _salt_of(slot: Slot, kind: SlotKind) -> bytes:
    if slot.kind != kind:
        raise UnknownVersion("another kind of slot")
    if len(slot.salt) != _SALT:
        raise Tampered("the salt is not whole")
    return slot.salt


def _within(cost: Cost | None, floor: Cost) -> Cost:
    if cost is None or not cost.reaches(floor) or cost.memory_kib < 8 * cost.lanes:
        raise BelowFloor("cheaper to guess than is safe")
    if not CEILING.reaches(cost):
        raise AboveCeiling("more work than a server may be asked for")
    return cost


def _passphrase_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    text = _normal(passphrase)
    stretched = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(text)
    return derive(stretched, PASSPHRASE_SLOT)


def _normal(passphrase: str) -> bytes:
    """The same bytes from every keyboard: one Unicode form, single spaces, none at the ends."""
    # Looked at before the work: normalising a very long paste can take minutes.
    if len(passphrase) > 4 * LONGEST_PASSPHRASE:
        raise UnusablePassphrase("too long")
    text = " ".join(unicodedata.normalize("NFKC", passphrase).split())
    if not 0 < len(text) <= LONGEST_PASSPHRASE:
        raise UnusablePassphrase("empty, or too long")
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise UnusablePassphrase("no text") from None
