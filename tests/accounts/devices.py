"""Devices that hold passkeys, and apps that make codes, in Python: what a browser and its person would send."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.test import Client
from fido2.cose import ES256
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

ORIGIN = "http://localhost:8000"
SEEN = AuthenticatorData.FLAG.USER_PRESENT | AuthenticatorData.FLAG.USER_VERIFIED


def websafe(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@dataclass
class Device:
    """One passkey. `gives_secret` says whether it knows the `prf` extension."""

    gives_secret: bool = True
    origin: str = ORIGIN
    rp: str = "localhost"
    flags: AuthenticatorData.FLAG = SEEN
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: os.urandom(32))
    inner: bytes = field(default_factory=lambda: os.urandom(32))
    handle: bytes = b""

    def makes(self, options: dict[str, Any]) -> dict[str, str]:
        """What a form brings after `navigator.credentials.create`."""
        asked = options["publicKey"]
        self.handle = base64.urlsafe_b64decode(asked["user"]["id"] + "==")
        data = self._data(self.credential())
        said = CollectedClientData.create("webauthn.create", asked["challenge"], self.origin)
        response = {
            "clientDataJSON": websafe(said),
            "attestationObject": websafe(AttestationObject.create("none", data, {})),
        }
        return {"passkey": self._answer(response), "passkey_secret": self.secret(asked)}

    def credential(self) -> bytes:
        """The public part, as it is kept."""
        public = ES256.from_cryptography_key(self.key.public_key())
        return bytes(AttestedCredentialData.create(bytes(16), self.id, public))

    def opens(self, options: dict[str, Any]) -> dict[str, str]:
        """What a form brings after `navigator.credentials.get`."""
        asked = options["publicKey"]
        data = self._data()
        said = CollectedClientData.create("webauthn.get", asked["challenge"], self.origin)
        signed = self.key.sign(data + said.hash, ec.ECDSA(SHA256()))
        response = {
            "clientDataJSON": websafe(said),
            "authenticatorData": websafe(data),
            "signature": websafe(signed),
            "userHandle": websafe(self.handle),
        }
        return {"passkey": self._answer(response), "secret": self.secret(asked)}

    def secret(self, asked: dict[str, Any]) -> str:
        """The key that the page makes of what this passkey gives for the salt that was asked."""
        if not self.gives_secret:
            return ""
        salt = base64.urlsafe_b64decode(asked["extensions"]["prf"]["eval"]["first"] + "==")
        given = hmac.new(self.inner, salt, hashlib.sha256).digest()
        return websafe(HKDF(SHA256(), 32, b"", b"goldseam/1/passkey/key").derive(given))

    def _data(self, credential: bytes = b"") -> AuthenticatorData:
        flags = self.flags | (AuthenticatorData.FLAG.ATTESTED if credential else 0)
        return AuthenticatorData.create(hashlib.sha256(self.rp.encode()).digest(), flags, 0, credential)

    def _answer(self, response: dict[str, str]) -> str:
        name = websafe(self.id)
        answer = {"id": name, "rawId": name, "type": "public-key", "response": response}
        return json.dumps(answer | {"clientExtensionResults": {}})


def ask(client: Client) -> dict[str, Any]:
    """What a page is told to ask the browser's passkeys."""
    answer = client.post("/passkey/", headers={"accept": "application/json"})
    assert answer.status_code == 200, answer.content
    told: dict[str, Any] = answer.json()
    return told


def add_passkey(client: Any, device: Device) -> Any:
    """Make a passkey in the settings, as the page does."""
    asked = client.post("/settings/ways/passkey/new/", {"passphrase": client.passphrase})
    assert asked.status_code == 200, asked.content
    given = device.makes(asked.json())
    told = {} if device.gives_secret else {"each_time": "1"}
    return client.post("/settings/ways/passkey/", {"passphrase": client.passphrase, **given, **told})


def add_app(client: Any) -> str:
    """Turn codes on, with the code of now. The seed that the app now has."""
    from goldseam.keys import clock, factors

    seed = seed_of(client.get("/settings/ways/codes/").content.decode())
    code = factors.code_at(seed, int(clock.now().timestamp()) // 30)
    given = {"app_seed": seed, "app_code": code, "passphrase": client.passphrase}
    answer = client.post("/settings/ways/codes/", given)
    assert answer.status_code == 303, answer.content.decode()
    return seed


def seed_of(page: str) -> str:
    """The seed in the form of the page."""
    return page.split('name="app_seed" value="')[1][:32]
