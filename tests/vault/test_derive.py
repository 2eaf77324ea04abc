from __future__ import annotations

from goldseam import vault
from goldseam.vault import derive


def test_every_label_is_frozen_and_used_for_one_thing() -> None:
    labels = {name: label for name, label in vars(derive).items() if isinstance(label, bytes)}
    assert labels == {
        "PUBLIC_ID": b"goldseam/1/public-id",
        "RECORD": b"goldseam/1/record",
        "KEYRING": b"goldseam/1/keyring",
        "IDENTITY": b"goldseam/1/identity",
        "PASSPHRASE_SLOT": b"goldseam/1/slot/passphrase",
        "RECOVERY_SLOT": b"goldseam/1/slot/recovery",
        "PASSKEY_SLOT": b"goldseam/1/slot/passkey",
        "SHARED_TIER": b"goldseam/1/tier/shared",
        "PRIVATE_TIER": b"goldseam/1/tier/private",
        "INVITE_ID": b"goldseam/1/invite/id",
        "INVITE_KEY": b"goldseam/1/invite/key",
        "OFFER": b"goldseam/1/offer",
        "SERVER_KEYS": b"goldseam/1/server-keys",
        "CHAIN": b"goldseam/1/chain",
    }
    assert len(set(labels.values())) == len(labels)


def test_no_label_begins_another() -> None:
    labels = [label for label in vars(derive).values() if isinstance(label, bytes)]
    assert not any(one != two and one.startswith(two) for one in labels for two in labels)


def test_every_public_name_is_there() -> None:
    assert all(hasattr(vault, name) for name in vault.__all__)
    assert len(set(vault.__all__)) == len(vault.__all__)
