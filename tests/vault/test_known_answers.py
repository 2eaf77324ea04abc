"""The primitives give what their standards print."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from goldseam.vault import Cost, private, slots
from goldseam.vault.derive import PASSPHRASE_SLOT, derive
from tests.vault import hpke_by_hand

# The vectors of RFC 9180 for DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base mode, first message.
HPKE_INFO = bytes.fromhex("4f6465206f6e2061204772656369616e2055726e")
HPKE_READER = bytes.fromhex("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d")
HPKE_PUBLIC = bytes.fromhex("430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c")
HPKE_EPHEMERAL = bytes.fromhex("179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11")
HPKE_ENC = bytes.fromhex("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256")
HPKE_KEY = bytes.fromhex("f50b0609186798729ed0564b36ef2ef8044f1f9d05636874d1f46c819c7a669f")
HPKE_NONCE = bytes.fromhex("151d9929e2449747889bc923")
HPKE_AAD = bytes.fromhex("436f756e742d30")
HPKE_PLAIN = bytes.fromhex("4265617574792069732074727574682c20747275746820626561757479")
HPKE_SEALED = bytes.fromhex(
    "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a"
)


def test_argon2id_of_rfc_9106() -> None:
    derived = Argon2id(
        salt=b"\x02" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=b"\x04" * 12,
        secret=b"\x03" * 8,
    ).derive(b"\x01" * 32)
    assert derived.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_a_slot_stretches_with_argon2id_and_nothing_else() -> None:
    # The second answer of the same standard's tools: no secret, no added data, 32 bytes of text and of key.
    stretched = bytes.fromhex("03aab965c12001c9d7d0d2de33192c0494b684bb148196d73c1df1acaf6d0c2e")
    passphrase = "\x01" * 32
    made = slots._passphrase_key(passphrase, b"\x02" * 16, Cost(iterations=3, memory_kib=32, lanes=4))
    assert made == derive(stretched, PASSPHRASE_SLOT)


@pytest.mark.parametrize(
    ("key", "nonce", "plain", "aad", "sealed", "tag"),
    [
        (
            "24501ad384e473963d476edcfe08205237acfd49b5b8f33857f8114e863fec7f",
            "9ff18563b978ec281b3f2794",
            "27f348f9cdc0c5bd5e66b1ccb63ad920ff2219d14e8d631b3872265cf117ee86757accb158bd9abb3868fdc0d0b074b5f01b2c",
            "adb5ec720ccf9898500028bf34afccbcaca126ef",
            "eb7cb754c824e8d96f7c6d9b76c7d26fb874ffbf1d65c6f64a698d839b0b06145dae82057ad55994cf59ad7f67c0fa5e85fab8",
            "bc95c532fecc594c36d1550286a7a3f0",
        ),
        (
            "fb43f5ab4a1738a30c1e053d484a94254125d55dccee1ad67c368bc1a985d235",
            "9fbb5f8252db0bca21f1c230",
            "34b797bb82250e23c5e796db2c37e488b3b99d1b981cea5e5b0c61a0b39adb6bd6ef1f50722e2e4f81115cfcf53f842e2a6c08",
            "98f8ae1735c39f732e2cbee1156dabeb854ec7a2",
            "871cd53d95a8b806bd4821e6c4456204d27fd704ba3d07ce25872dc604ea5c5ea13322186b7489db4fa060c1fd4159692612c8",
            "07b48e4a32fac47e115d7ac7445d8330",
        ),
    ],
)
def test_aes_256_gcm_of_nist(key: str, nonce: str, plain: str, aad: str, sealed: str, tag: str) -> None:
    cipher = AESGCM(bytes.fromhex(key))
    both = bytes.fromhex(sealed + tag)
    parts = bytes.fromhex(nonce), bytes.fromhex(aad)
    assert cipher.encrypt(parts[0], bytes.fromhex(plain), parts[1]) == both
    assert cipher.decrypt(parts[0], both, parts[1]) == bytes.fromhex(plain)


def test_hkdf_sha256_of_rfc_5869() -> None:
    derived = HKDF(SHA256(), 42, bytes(range(13)), bytes(range(0xF0, 0xFA))).derive(b"\x0b" * 22)
    assert derived.hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )


def test_hpke_by_hand_is_that_of_rfc_9180() -> None:
    ephemeral = X25519PrivateKey.from_private_bytes(HPKE_EPHEMERAL)
    context = hpke_by_hand.sender(ephemeral, X25519PublicKey.from_public_bytes(HPKE_PUBLIC), HPKE_INFO)
    assert (context.enc, context.key, context.nonce) == (HPKE_ENC, HPKE_KEY, HPKE_NONCE)
    assert context.seal_first(HPKE_PLAIN, HPKE_AAD) == HPKE_SEALED
    secret = X25519PrivateKey.from_private_bytes(HPKE_READER)
    opened = hpke_by_hand.reader(HPKE_ENC, secret, HPKE_INFO)
    assert opened.open_first(HPKE_SEALED, HPKE_AAD) == HPKE_PLAIN


def test_the_library_opens_what_the_hand_sealed_and_the_other_way_round() -> None:
    secret = X25519PrivateKey.from_private_bytes(HPKE_READER)
    public = secret.public_key()
    by_hand = hpke_by_hand.SuiteByHand(lambda: HPKE_EPHEMERAL)
    library = private._suite()
    assert library.decrypt(by_hand.encrypt(HPKE_PLAIN, public, HPKE_INFO), secret, HPKE_INFO) == HPKE_PLAIN
    assert by_hand.decrypt(library.encrypt(HPKE_PLAIN, public, HPKE_INFO), secret, HPKE_INFO) == HPKE_PLAIN
