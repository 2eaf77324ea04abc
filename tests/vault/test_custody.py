"""The file of the server's own keys: it opens whole, with its passphrase, or not at all; and for ever."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldseam import vault
from goldseam.vault import (
    BelowFloor,
    Cost,
    Tampered,
    UnknownVersion,
    UnusablePassphrase,
    VaultError,
    WrongKey,
)
from goldseam.vault.frame import frame
from tests.vault.make_vectors import fixed_randomness
from tests.vault.strategies import CHEAP, keys, tried, tried_often

PASSPHRASE = "otter lamp séven quiet maple door"
KEYS = {"django": bytes(range(32)), "names": bytes(range(1, 33))}
FROZEN: dict[str, Any] = json.loads(Path(__file__).with_name("server_keys.json").read_text("utf-8"))


def sealed(these: dict[str, bytes] = KEYS, passphrase: str = PASSPHRASE) -> bytes:
    return vault.seal_server_keys(these, passphrase, cost=CHEAP, floor=CHEAP)


def opened(file: bytes, passphrase: str = PASSPHRASE) -> dict[str, bytes]:
    return vault.open_server_keys(file, passphrase, floor=CHEAP)


@given(st.dictionaries(st.text(max_size=20), keys, max_size=6))
@tried
def test_it_opens_to_what_it_was_made_of(these: dict[str, bytes]) -> None:
    assert opened(sealed(these)) == these


def test_another_passphrase_is_told_as_such() -> None:
    with pytest.raises(WrongKey):
        opened(sealed(), "otter lamp seven quiet maple door")
    with pytest.raises(UnusablePassphrase):
        sealed(passphrase="")


@given(st.data())
@tried_often
def test_a_flipped_bit_shows_before_the_passphrase_is_tried(data: st.DataObject) -> None:
    file = bytearray(FILE)
    at = data.draw(st.integers(0, len(file) - 1))
    file[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises((Tampered, UnknownVersion)):
        vault.check_server_keys(bytes(file))
    with pytest.raises((Tampered, UnknownVersion)):
        opened(bytes(file))


@given(st.data())
@tried_often
def test_whoever_repairs_the_checksum_too_gets_no_key(data: st.DataObject) -> None:
    """Each part is authenticated by itself: a change that the checksum allows opens nothing."""
    body = bytearray(FILE[:-32])
    at = data.draw(st.integers(0, len(body) - 1))
    body[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(VaultError):
        opened(bytes(body) + hashlib.sha256(body).digest())


@given(st.data())
@tried
def test_a_cut_or_an_addition_shows(data: st.DataObject) -> None:
    kept = data.draw(st.integers(0, len(FILE) - 1))
    with pytest.raises((Tampered, UnknownVersion)):
        opened(FILE[:kept])
    with pytest.raises(Tampered):
        opened(FILE + data.draw(st.binary(min_size=1, max_size=40)))


@given(st.binary(max_size=800))
@tried
def test_noise_is_no_such_file(noise: bytes) -> None:
    with pytest.raises(UnknownVersion):
        opened(noise)


def test_a_later_version_refuses() -> None:
    body = FILE[:-32].replace(frame(b"goldseam server keys/1"), frame(b"goldseam server keys/2"))
    with pytest.raises(UnknownVersion):
        opened(body + hashlib.sha256(body).digest())


def test_parts_of_two_files_do_not_fit() -> None:
    one, two = FILE[:-32], sealed()[:-32]
    cut = len(one) - 300  # within the sealed keys, behind the slot
    body = one[:cut] + two[cut:]
    with pytest.raises(VaultError):
        opened(body + hashlib.sha256(body).digest())


def test_a_cheap_file_is_refused_and_no_key_shows_in_it() -> None:
    with pytest.raises(BelowFloor):
        vault.open_server_keys(FILE, PASSPHRASE)
    with pytest.raises(BelowFloor):
        vault.seal_server_keys(KEYS, PASSPHRASE, cost=CHEAP)
    assert not any(key[at : at + 8] in FILE for key in KEYS.values() for at in range(25))
    assert b"django" not in FILE


def test_what_is_no_key_is_not_sealed() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        sealed({"django": b"short"})


def make() -> dict[str, Any]:
    """The frozen file, made anew from the same randomness."""
    urandom = fixed_randomness(b"goldseam server keys")
    with (
        patch("os.urandom", urandom),
        patch("goldseam.vault.custody.uuid4", lambda: UUID(bytes=urandom(16), version=4)),
        patch("goldseam.vault.slots.uuid4", lambda: UUID(bytes=urandom(16), version=4)),
    ):
        file = sealed()
    return {"passphrase": PASSPHRASE, "keys": {it: key.hex() for it, key in KEYS.items()}, "file": file.hex()}


def test_nothing_is_sealed_in_another_way_than_then() -> None:
    assert make() == FROZEN


def test_what_was_exported_once_opens_for_ever() -> None:
    keys = {name: bytes.fromhex(key) for name, key in FROZEN["keys"].items()}
    assert opened(bytes.fromhex(FROZEN["file"]), FROZEN["passphrase"]) == keys


def test_the_cost_is_read_from_the_file() -> None:
    dearer = Cost(2, 16, 1)
    file = vault.seal_server_keys(KEYS, PASSPHRASE, cost=dearer, floor=CHEAP)
    assert vault.open_server_keys(file, PASSPHRASE, floor=dearer) == KEYS


FILE = sealed()
