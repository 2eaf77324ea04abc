"""What was sealed once opens for ever, and what is sealed today is sealed in the same way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from goldseam import vault
from goldseam.vault import Cost, Head, Place, Slot, SpaceKey
from tests.vault import make_vectors

FROZEN: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))
ROOT, SECRET, KEYRING_KEY = (bytes.fromhex(FROZEN[it]) for it in ("root", "secret", "keyring_key"))


def _place(of: dict[str, Any]) -> Place:
    return Place(
        of["kind"], UUID(of["row"]), UUID(of["vault"]), of["sequence"], bytes.fromhex(of["previous"])
    )


def _hex(of: dict[str, Any], *names: str) -> list[bytes]:
    return [bytes.fromhex(of[name]) for name in names]


def _spaces(of: dict[str, Any]) -> dict[UUID, SpaceKey]:
    return {
        UUID(space): SpaceKey(
            bytes.fromhex(key), slot, bytes.fromhex(mine), partner and bytes.fromhex(partner)
        )
        for space, (key, slot, mine, partner) in of["spaces"].items()
    }


def test_nothing_is_sealed_in_another_way_than_then() -> None:
    assert make_vectors.make() == FROZEN


def test_the_root_gives_what_it_gave() -> None:
    me = vault.derive_identity(ROOT)
    assert (me.secret.hex(), me.public.hex()) == (FROZEN["secret"], FROZEN["public"])
    assert vault.derive_keyring_key(ROOT) == KEYRING_KEY


def test_every_kind_is_frozen() -> None:
    later = {frozen["kind"] for frozen in FROZEN["later"].values() if "record" in frozen}
    assert {frozen["kind"] for frozen in FROZEN["records"]} | later == {str(kind) for kind in vault.Kind}


LATER_RECORDS = [frozen for frozen in FROZEN["later"].values() if "record" in frozen]


@pytest.mark.parametrize("frozen", FROZEN["records"] + LATER_RECORDS, ids=lambda it: it["kind"])
def test_every_record_opens(frozen: dict[str, Any]) -> None:
    key, record, plain, name = _hex(frozen, "key", "record", "plain", "id")
    assert vault.open_record(key, _place(frozen), record) == plain
    assert vault.key_id(key) == name


@pytest.mark.parametrize("frozen", FROZEN["private"], ids=lambda it: it["plain"][:8])
def test_every_private_record_opens(frozen: dict[str, Any]) -> None:
    outer, record, plain = _hex(frozen, "outer", "record", "plain")
    assert vault.open_private(SECRET, outer, _place(frozen), record) == plain


def test_the_offer_opens() -> None:
    frozen = FROZEN["offer"]
    space, reveal, record, plain = _hex(frozen, "space", "reveal", "record", "plain")
    assert vault.open_offer(space, reveal, _place(frozen), record) == plain


@pytest.mark.parametrize("frozen", FROZEN["records"] + FROZEN["private"] + [FROZEN["offer"]])
def test_every_hash_is_what_it_was(frozen: dict[str, Any]) -> None:
    assert vault.entry_hash(_place(frozen), bytes.fromhex(frozen["record"])).hex() == frozen["hash"]


@pytest.mark.parametrize(
    "frozen", [*FROZEN["slots"], FROZEN["later"]["passkey slot"]], ids=lambda it: it["kind"]
)
def test_every_slot_opens(frozen: dict[str, Any]) -> None:
    salt, sealed = _hex(frozen, "salt", "sealed")
    cost = frozen["cost"] and Cost(*frozen["cost"])
    slot = Slot(frozen["kind"], UUID(frozen["row"]), UUID(frozen["person"]), salt, cost, sealed)
    if frozen["kind"] == "passphrase":
        assert vault.open_passphrase_slot(slot, frozen["opens_with"], floor=make_vectors.CHEAP) == ROOT
    elif frozen["kind"] == "prf":
        assert vault.open_prf_slot(slot, bytes.fromhex(frozen["opens_with"])) == ROOT
    else:
        assert vault.open_recovery_slot(slot, frozen["opens_with"]) == ROOT


def test_the_keyring_opens() -> None:
    frozen = FROZEN["keyring"]
    desk, outer, sealed = _hex(frozen, "desk", "outer", "sealed")
    heads = {UUID(at): Head(seq, bytes.fromhex(last)) for at, (seq, last) in frozen["heads"].items()}
    opened = vault.open_keyring(
        sealed, KEYRING_KEY, person=UUID(frozen["person"]), generation=frozen["generation"]
    )
    assert opened == vault.Keyring(desk, outer, _spaces(frozen), heads)


@pytest.mark.parametrize("frozen", FROZEN["tiers"], ids=lambda it: it["tier"])
def test_every_tier_opens(frozen: dict[str, Any]) -> None:
    cookie, sealed = _hex(frozen, "cookie", "sealed")
    opened = vault.open_tier(
        cookie,
        session=UUID(frozen["session"]),
        person=UUID(frozen["person"]),
        tier=frozen["tier"],
        expires=frozen["expires"],
        sealed=sealed,
    )
    if frozen["tier"] == "shared":
        desk, outer, public = _hex(frozen, "desk", "outer", "public")
        assert opened == vault.SharedTier(desk, outer, public, _spaces(frozen))
    else:
        assert opened == vault.PrivateTier(*_hex(frozen, "secret", "keyring_key"))


def test_the_invitation_opens() -> None:
    frozen = FROZEN["invitation"]
    code, row, sealed, key, public = _hex(frozen, "code", "id", "sealed", "key", "public")
    assert vault.derive_invite_id(code) == row
    assert vault.open_invitation(code, sealed) == vault.Invitation(
        UUID(frozen["space"]), key, frozen["slot"], public, frozen["name"], frozen["expires"]
    )
