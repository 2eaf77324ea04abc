"""One of everything that the vault seals, each with the way to open it: properties hold for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from goldseam import vault
from goldseam.vault import Kind, Place
from tests.vault.strategies import CHEAP

PERSON = UUID("7b0c5a52-7b5f-4d7f-8a55-0d7a4f9a1e01")
SESSION = UUID("0f0f8a6e-93ab-4b61-b7f7-5a3b8b3c0a02")
SPACE = UUID("c2a9d3b4-4f3a-4c58-9d2e-6e1f7a5b3c03")
PLACE = Place(Kind.ENTRY, UUID("5d1f2b7c-1f0e-4d3c-8b6a-2c4e6f8a0b04"), SPACE, 7, bytes(range(32)))
EXPIRES = 1_900_000_000
KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
CODE = bytes(range(10))
RECOVERY = "0000-0000-0000-0000-0000-0000-0000"
ME = vault.derive_identity(KEY)
SPACES = {SPACE: vault.SpaceKey(KEY, 1, ME.public, OTHER)}


@dataclass(frozen=True)
class SealedThing:
    """Sealed bytes, what opens them, what does not, and what they hold."""

    sealed: bytes
    open: Callable[[bytes], object]
    open_wrongly: Callable[[bytes], object]
    holds: object


def record() -> SealedThing:
    return SealedThing(
        vault.seal(KEY, PLACE, b"mine"),
        lambda it: vault.open_record(KEY, PLACE, it),
        lambda it: vault.open_record(OTHER, PLACE, it),
        b"mine",
    )


def private_record() -> SealedThing:
    return SealedThing(
        vault.seal_private(ME.public, KEY, PLACE, b"mine"),
        lambda it: vault.open_private(ME.secret, KEY, PLACE, it),
        lambda it: vault.open_private(ME.secret, OTHER, PLACE, it),
        b"mine",
    )


def offer() -> SealedThing:
    return SealedThing(
        vault.seal_offer(KEY, OTHER, PLACE, b"mine"),
        lambda it: vault.open_offer(KEY, OTHER, PLACE, it),
        lambda it: vault.open_offer(KEY, KEY, PLACE, it),
        b"mine",
    )


def passphrase_slot() -> SealedThing:
    slot = vault.make_passphrase_slot(KEY, "a quiet place", person=PERSON, cost=CHEAP, floor=CHEAP)
    return SealedThing(
        slot.sealed,
        lambda it: vault.open_passphrase_slot(replace(slot, sealed=it), "a quiet place", floor=CHEAP),
        lambda it: vault.open_passphrase_slot(replace(slot, sealed=it), "a loud place", floor=CHEAP),
        KEY,
    )


def recovery_slot() -> SealedThing:
    slot = vault.make_recovery_slot(KEY, RECOVERY, person=PERSON)
    return SealedThing(
        slot.sealed,
        lambda it: vault.open_recovery_slot(replace(slot, sealed=it), RECOVERY),
        lambda it: vault.open_recovery_slot(replace(slot, sealed=it), vault.make_recovery_code()),
        KEY,
    )


def passkey_slot() -> SealedThing:
    slot = vault.make_prf_slot(KEY, OTHER, person=PERSON)
    return SealedThing(
        slot.sealed,
        lambda it: vault.open_prf_slot(replace(slot, sealed=it), OTHER),
        lambda it: vault.open_prf_slot(replace(slot, sealed=it), KEY),
        KEY,
    )


def keyring() -> SealedThing:
    ring = vault.Keyring(KEY, OTHER, SPACES, {SPACE: vault.Head(7, bytes(32))})
    return SealedThing(
        vault.seal_keyring(ring, KEY, person=PERSON, generation=3),
        lambda it: vault.open_keyring(it, KEY, person=PERSON, generation=3),
        lambda it: vault.open_keyring(it, OTHER, person=PERSON, generation=3),
        ring,
    )


def shared_tier() -> SealedThing:
    return _tier("shared", vault.SharedTier(KEY, OTHER, ME.public, SPACES))


def private_tier() -> SealedThing:
    return _tier("private", vault.PrivateTier(ME.secret, KEY))


def invitation() -> SealedThing:
    handed = vault.Invitation(SPACE, KEY, 0, ME.public, "Ann-Marie Ødegård", EXPIRES)
    return SealedThing(
        vault.seal_invitation(CODE, handed),
        lambda it: vault.open_invitation(CODE, it),
        lambda it: vault.open_invitation(bytes(10), it),
        handed,
    )


def _tier(tier: str, keys: vault.SharedTier | vault.PrivateTier) -> SealedThing:
    def opened(cookie: bytes, sealed: bytes) -> object:
        return vault.open_tier(
            cookie, session=SESSION, person=PERSON, tier=tier, expires=EXPIRES, sealed=sealed
        )

    return SealedThing(
        vault.seal_tier(KEY, session=SESSION, person=PERSON, tier=tier, expires=EXPIRES, tier_keys=keys),
        lambda it: opened(KEY, it),
        lambda it: opened(OTHER, it),
        keys,
    )


EVERYTHING: list[Callable[[], SealedThing]] = [
    record,
    private_record,
    offer,
    passphrase_slot,
    recovery_slot,
    passkey_slot,
    keyring,
    shared_tier,
    private_tier,
    invitation,
]
