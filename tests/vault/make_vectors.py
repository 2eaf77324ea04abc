"""Makes `vectors.json`: one of everything that the vault seals, from randomness that is always the same.

It was run once. The file is never made again for a format that has been released: a new format gets vectors
of its own beside these, because what people wrote under the old one must open for ever.

    python -m tests.vault.make_vectors > tests/vault/vectors.json
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from unittest.mock import patch
from uuid import UUID

from goldseam import vault
from goldseam.vault import Cost, Kind, Place
from tests.vault.hpke_by_hand import SuiteByHand

CHEAP = Cost(iterations=1, memory_kib=32, lanes=2)
PASSPHRASE = "otter lamp séven quiet maple door"
# What was there at the first release, in its order. A later kind is frozen in `later`, with randomness of its own.
FIRST_KINDS = ("entry", "draft", "offer", "snapshot", "keyring", "slot", "tier", "invite", "contact", "label")
PLAINS = {
    "empty": b"",
    "short": b"I read it twice. Thank you.",
    "one step": bytes(range(252)),
    "two steps": bytes(range(253)),
}


def fixed_randomness(purpose: bytes = b"goldseam vectors") -> Callable[[int], bytes]:
    """A stand-in for `os.urandom`: long enough, and the same in every run."""
    made = 0

    def urandom(length: int) -> bytes:
        nonlocal made
        made += 1
        return hashlib.shake_256(b"%s %d" % (purpose, made)).digest(length)

    return urandom


def make() -> dict[str, Any]:
    """All vectors, as they stand in the file."""
    urandom = fixed_randomness()
    suite = SuiteByHand(lambda: urandom(32))
    with patch("os.urandom", urandom), patch("goldseam.vault.private._suite", lambda: suite):
        first = _vectors(urandom)
    root = bytes.fromhex(first["root"])
    return first | {"later": {name: _later(name, root) for name in LATER}}


def _later(name: str, root: bytes) -> dict[str, Any]:
    urandom = fixed_randomness(b"goldseam vectors, later: " + name.encode())
    with patch("os.urandom", urandom):
        return LATER[name](root, urandom)


def _vectors(urandom: Callable[[int], bytes]) -> dict[str, Any]:
    root = vault.make_root()
    me = vault.derive_identity(root)
    return {
        "root": root.hex(),
        "secret": me.secret.hex(),
        "public": me.public.hex(),
        "keyring_key": vault.derive_keyring_key(root).hex(),
        "records": [_record(urandom, kind, plain) for kind in FIRST_KINDS for plain in PLAINS.values()],
        "private": [_private(urandom, me, plain) for plain in PLAINS.values()],
        "offer": _offer(urandom),
        "slots": [_passphrase_slot(root, urandom), _recovery_slot(root, urandom)],
        "keyring": _keyring(root, urandom),
        "tiers": [_shared_tier(me, urandom), _private_tier(me, urandom)],
        "invitation": _invitation(me, urandom),
    }


def _place(urandom: Callable[[int], bytes], kind: str) -> Place:
    sequence = int.from_bytes(urandom(2), "big")
    return Place(kind, _id(urandom), _id(urandom), sequence, urandom(32))


def _record(urandom: Callable[[int], bytes], kind: str, plain: bytes) -> dict[str, Any]:
    key, place = vault.make_key(), _place(urandom, kind)
    record = vault.seal(key, place, plain)
    return _placed(place, record) | {"key": key.hex(), "plain": plain.hex(), "id": vault.key_id(key).hex()}


def _private(urandom: Callable[[int], bytes], me: vault.Identity, plain: bytes) -> dict[str, Any]:
    outer, place = vault.make_key(), _place(urandom, Kind.ENTRY)
    record = vault.seal_private(me.public, outer, place, plain)
    return _placed(place, record) | {"outer": outer.hex(), "plain": plain.hex()}


def _offer(urandom: Callable[[int], bytes]) -> dict[str, Any]:
    space, reveal, place = vault.make_key(), vault.make_key(), _place(urandom, Kind.OFFER)
    record = vault.seal_offer(space, reveal, place, b"yes")
    return _placed(place, record) | {"space": space.hex(), "reveal": reveal.hex(), "plain": b"yes".hex()}


def _placed(place: Place, record: bytes) -> dict[str, Any]:
    return {
        "kind": str(place.kind),
        "row": str(place.row),
        "vault": str(place.vault),
        "sequence": place.sequence,
        "previous": place.previous.hex(),
        "record": record.hex(),
        "hash": vault.entry_hash(place, record).hex(),
    }


def _passphrase_slot(root: bytes, urandom: Callable[[int], bytes]) -> dict[str, Any]:
    slot = vault.make_passphrase_slot(root, PASSPHRASE, person=_id(urandom), cost=CHEAP, floor=CHEAP)
    return _slot(slot) | {"opens_with": PASSPHRASE}


def _recovery_slot(root: bytes, urandom: Callable[[int], bytes]) -> dict[str, Any]:
    code = vault.make_recovery_code()
    return _slot(vault.make_recovery_slot(root, code, person=_id(urandom))) | {"opens_with": code}


def _passkey_slot(root: bytes, urandom: Callable[[int], bytes]) -> dict[str, Any]:
    key = vault.make_key()
    return _slot(vault.make_prf_slot(root, key, person=_id(urandom))) | {"opens_with": key.hex()}


def _factor(_: bytes, urandom: Callable[[int], bytes]) -> dict[str, Any]:
    return _record(urandom, Kind.FACTOR, PLAINS["short"])


LATER: dict[str, Callable[[bytes, Callable[[int], bytes]], dict[str, Any]]] = {
    "passkey slot": _passkey_slot,
    "factor": _factor,
}


def _slot(slot: vault.Slot) -> dict[str, Any]:
    cost = slot.cost and [slot.cost.iterations, slot.cost.memory_kib, slot.cost.lanes]
    return {
        "kind": slot.kind,
        "row": str(slot.row),
        "person": str(slot.person),
        "salt": slot.salt.hex(),
        "cost": cost,
        "sealed": slot.sealed.hex(),
    }


def _keyring(root: bytes, urandom: Callable[[int], bytes]) -> dict[str, Any]:
    ring = vault.make_keyring()
    for partner in (None, urandom(32)):
        ring = ring.with_space(_id(urandom), vault.SpaceKey(vault.make_key(), 1, urandom(32), partner))
    heads = {_id(urandom): vault.Head(41, urandom(32)), _id(urandom): vault.Head(0, bytes(32))}
    ring = replace(ring, heads=heads)
    person = _id(urandom)
    sealed = vault.seal_keyring(ring, vault.derive_keyring_key(root), person=person, generation=12)
    return {
        "person": str(person),
        "generation": 12,
        "sealed": sealed.hex(),
        "desk": ring.desk.hex(),
        "outer": ring.outer.hex(),
        "spaces": _spaces(ring.spaces),
        "heads": {str(at): [head.seq, head.hash.hex()] for at, head in ring.heads.items()},
    }


def _spaces(spaces: dict[UUID, vault.SpaceKey]) -> dict[str, Any]:
    return {
        str(space): [it.key.hex(), it.slot, it.mine.hex(), it.partner and it.partner.hex()]
        for space, it in spaces.items()
    }


def _shared_tier(me: vault.Identity, urandom: Callable[[int], bytes]) -> dict[str, Any]:
    spaces = {_id(urandom): vault.SpaceKey(vault.make_key(), 0, me.public, urandom(32))}
    keys = vault.SharedTier(vault.make_key(), vault.make_key(), me.public, spaces)
    kept = {"desk": keys.desk.hex(), "outer": keys.outer.hex(), "public": keys.public.hex()}
    return _tier(urandom, "shared", keys) | kept | {"spaces": _spaces(spaces)}


def _private_tier(me: vault.Identity, urandom: Callable[[int], bytes]) -> dict[str, Any]:
    keys = vault.PrivateTier(me.secret, vault.make_key())
    kept = {"secret": keys.secret.hex(), "keyring_key": keys.keyring_key.hex()}
    return _tier(urandom, "private", keys) | kept


def _tier(
    urandom: Callable[[int], bytes], tier: str, keys: vault.SharedTier | vault.PrivateTier
) -> dict[str, Any]:
    cookie, session, person = vault.make_cookie(), _id(urandom), _id(urandom)
    expires = 1_900_000_000
    sealed = vault.seal_tier(
        cookie, session=session, person=person, tier=tier, expires=expires, tier_keys=keys
    )
    return {
        "cookie": cookie.hex(),
        "session": str(session),
        "person": str(person),
        "tier": tier,
        "expires": expires,
        "sealed": sealed.hex(),
    }


def _invitation(me: vault.Identity, urandom: Callable[[int], bytes]) -> dict[str, Any]:
    code, expires = vault.make_code(), 1_900_000_000
    handed = vault.Invitation(_id(urandom), vault.make_key(), 0, me.public, "Ødegård", expires)
    return {
        "code": code.hex(),
        "id": vault.derive_invite_id(code).hex(),
        "sealed": vault.seal_invitation(code, handed).hex(),
        "space": str(handed.space),
        "key": handed.key.hex(),
        "slot": handed.slot,
        "public": handed.public.hex(),
        "name": handed.name,
        "expires": handed.expires,
    }


def _id(urandom: Callable[[int], bytes]) -> UUID:
    return UUID(bytes=urandom(16), version=4)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(make(), indent=1, ensure_ascii=False) + "\n")
