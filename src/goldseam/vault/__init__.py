"""The vault: sealing, unlocking, keyring, hand-over. Bytes in, bytes out; no clock, no store, no network.

`make_` is random, `derive_` is not. What does not open raises a named error; it never gives half a text.
"""

from __future__ import annotations

from goldseam.vault.chain import GENESIS, entry_hash
from goldseam.vault.codes import make_recovery_code, read_recovery_code
from goldseam.vault.custody import check_server_keys, open_server_keys, seal_server_keys
from goldseam.vault.errors import (
    AboveCeiling,
    BelowFloor,
    MalformedCode,
    Tampered,
    UnknownVersion,
    UnusablePassphrase,
    VaultError,
    WrongKey,
)
from goldseam.vault.hierarchy import Identity, derive_identity, derive_keyring_key
from goldseam.vault.keyring import (
    Head,
    Keyring,
    SpaceKey,
    make_keyring,
    open_keyring,
    seal_keyring,
)
from goldseam.vault.offers import open_offer, seal_offer
from goldseam.vault.pairing import (
    Invitation,
    derive_invite_id,
    make_code,
    open_invitation,
    seal_invitation,
)
from goldseam.vault.place import Kind, Place
from goldseam.vault.private import open_private, seal_private
from goldseam.vault.record import key_id, make_key, open_record, seal
from goldseam.vault.slots import (
    CEILING,
    FLOOR,
    LONGEST_PASSPHRASE,
    STANDARD_COST,
    Cost,
    Slot,
    SlotKind,
    derive_dummy,
    make_passphrase_slot,
    make_prf_slot,
    make_recovery_slot,
    make_root,
    open_passphrase_slot,
    open_prf_slot,
    open_recovery_slot,
)
from goldseam.vault.tiers import (
    PrivateTier,
    SharedTier,
    Tier,
    make_cookie,
    open_tier,
    pack_tier,
    seal_tier,
    unpack_private,
    unpack_shared,
)

__all__ = [
    "CEILING",
    "FLOOR",
    "GENESIS",
    "LONGEST_PASSPHRASE",
    "STANDARD_COST",
    "AboveCeiling",
    "BelowFloor",
    "Cost",
    "Head",
    "Identity",
    "Invitation",
    "Keyring",
    "Kind",
    "MalformedCode",
    "Place",
    "PrivateTier",
    "SharedTier",
    "Slot",
    "SlotKind",
    "SpaceKey",
    "Tampered",
    "Tier",
    "UnknownVersion",
    "UnusablePassphrase",
    "VaultError",
    "WrongKey",
    "check_server_keys",
    "derive_dummy",
    "derive_identity",
    "derive_invite_id",
    "derive_keyring_key",
    "entry_hash",
    "key_id",
    "make_code",
    "make_cookie",
    "make_key",
    "make_keyring",
    "make_passphrase_slot",
    "make_prf_slot",
    "make_recovery_code",
    "make_recovery_slot",
    "make_root",
    "open_invitation",
    "open_keyring",
    "open_offer",
    "open_passphrase_slot",
    "open_prf_slot",
    "open_private",
    "open_record",
    "open_recovery_slot",
    "open_server_keys",
    "open_tier",
    "pack_tier",
    "read_recovery_code",
    "seal",
    "seal_invitation",
    "seal_keyring",
    "seal_offer",
    "seal_private",
    "seal_server_keys",
    "seal_tier",
    "unpack_private",
    "unpack_shared",
]
