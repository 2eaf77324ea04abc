"""Passkeys (WebAuthn): what the browser is asked, and whether its answer is right.

Each is asked for a secret of its own (the `prf` extension) when it is made, because one that was made without can
never give it later. The browser derives a key from that secret and sends the key alone; with it a passkey is a
way in. A passkey without is a second step only. Counters are not kept: passkeys that are copied between
somebody's devices always say 0.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings

from goldseam.accounts.models import Person
from goldseam.accounts.names import keyed_hash
from goldseam.keys import clock
from goldseam.keys.factors import credential_of
from goldseam.keys.models import Factor
from goldseam.keys.opened import Request
from goldseam.keys.pending import PATIENCE
from goldseam.vault import WrongKey

if TYPE_CHECKING:
    from fido2.server import Fido2Server

# Given to every passkey, for ever: another would make another secret, which opens nothing.
SALT = hashlib.sha256(b"goldseam/1/passkey").digest()
ASKED = "passkey_asked"
LONGEST = 16_000
# What the library raises for an answer that no browser gives.
NONSENSE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    struct.error,
)


class NotThisPasskey(WrongKey):
    """An answer that is not what was asked for, or comes from a passkey that nobody has here."""


def works_here() -> bool:
    """Whether passkeys can be used at this address. Browsers refuse them at addresses made of numbers."""
    host = _host()
    return not host.replace(".", "").isdigit() and ":" not in host


def ask_to_make(request: Request) -> dict[str, Any]:
    """What the browser needs to make a passkey for the person of this session.

    The device lists it under the address alone: whoever looks through its passkeys learns no sign-in name.
    """
    person, host = request.user, _host()
    options, state = _server().register_begin(
        {"id": _handle(person), "name": host, "displayName": host},  # type: ignore[arg-type]
        credentials=_known(Factor.objects.filter(person=person, kind="passkey")),
        resident_key_requirement="required",  # type: ignore[arg-type]
        user_verification="required",  # type: ignore[arg-type]
        extensions=_asking_for_secret(),
    )
    return _asked(request, "make", state, options)


def ask_to_open(request: Request, *, person: Person | None) -> dict[str, Any]:
    """What the browser needs to answer with a passkey: with one of this person's, or with any."""
    theirs = Factor.objects.filter(person=person, kind="passkey") if person else ()
    options, state = _server().authenticate_begin(
        credentials=_known(theirs) or None,
        user_verification="required",  # type: ignore[arg-type]
        extensions=_asking_for_secret(),
    )
    return _asked(request, "open", state, options)


def made(request: Request, answer: str) -> tuple[str, bytes]:
    """The index and the public part of the passkey that the browser has made. Raises `NotThisPasskey`."""
    state = _expected(request, "make")
    with _nonsense_refused():
        data = _server().register_complete(state, _read(answer)).credential_data
        if data is None or data.public_key.get(3) not in _algorithms():
            raise NotThisPasskey
        return index_of(data.credential_id), bytes(data)


def answered(request: Request, answer: str, *, person: Person | None) -> Factor:
    """The passkey that has answered, of this person or of anybody. Raises `NotThisPasskey`."""
    from fido2.webauthn import AttestedCredentialData, AuthenticationResponse

    state = _expected(request, "open")
    with _nonsense_refused():
        given = _read(answer)
        said = AuthenticationResponse.from_dict(given)
        row = Factor.objects.select_related("person", "slot").get(index=index_of(said.raw_id))
        handle = said.response.user_handle
        if (person is not None and row.person_id != person.pk) or (handle and handle != _handle(row.person)):
            raise NotThisPasskey
        _server().authenticate_complete(state, [AttestedCredentialData(credential_of(row))], given)
        return row


def read_secret(text: str) -> bytes:
    """The 32 bytes that the browser derived from a passkey's secret; empty for none. Raises `NotThisPasskey`."""
    if not text:
        return b""
    try:
        key = base64.urlsafe_b64decode(text[:LONGEST] + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        raise NotThisPasskey from None
    if len(key) != 32:
        raise NotThisPasskey
    return key


def index_of(credential_id: bytes) -> str:
    """Where a passkey is looked up."""
    return keyed_hash("passkey", credential_id.hex())


def _handle(person: Person) -> bytes:
    # Not the id of the person: it stays with the passkey, where others may read it.
    return bytes.fromhex(keyed_hash("passkey of", str(person.pk)))


def _server() -> Fido2Server:
    # Read when it is needed: the library brings a list of all public domains along.
    from fido2.server import Fido2Server

    return Fido2Server({"id": _host(), "name": _host()}, verify_origin=_is_ours)  # type: ignore[arg-type]


def _host() -> str:
    return settings.PUBLIC_URL.hostname or "localhost"


def _is_ours(origin: str) -> bool:
    if settings.SECURE:
        return origin == f"https://{settings.PUBLIC_URL.netloc}"
    said = urlsplit(origin)
    return said.scheme == "http" and said.hostname == settings.PUBLIC_URL.hostname


def _algorithms() -> Sequence[int]:
    return [each.alg for each in _server().allowed_algorithms]


def _known(rows: Any) -> list[Any]:
    from fido2.webauthn import AttestedCredentialData

    return [AttestedCredentialData(credential_of(row)) for row in rows]


def _asking_for_secret() -> dict[str, Any]:
    return {"prf": {"eval": {"first": base64.urlsafe_b64encode(SALT).decode().rstrip("=")}}}


def _asked(request: Request, what: str, state: Any, options: Any) -> dict[str, Any]:
    until = int((clock.now() + PATIENCE).timestamp())
    if not request.user.is_authenticated:
        # Anybody may ask: nothing stays of those who do not answer.
        request.session.set_expiry(PATIENCE.seconds)
    request.session[ASKED] = {"what": what, "state": state, "until": until}
    asked: dict[str, Any] = json.loads(json.dumps(dict(options)))
    return asked


def _expected(request: Request, what: str) -> Any:
    """What was asked last in this session. An answer is taken once."""
    asked = request.session.pop(ASKED, None)
    if not asked or asked["what"] != what or clock.now().timestamp() > asked["until"]:
        raise NotThisPasskey
    return asked["state"]


def _read(answer: str) -> dict[str, Any]:
    """The parts of an answer that are read, each a text: the library takes a number for a length to allocate."""
    if len(answer) > LONGEST:
        raise NotThisPasskey
    given = json.loads(answer)
    kept: dict[str, Any] = {name: _text(given[name]) for name in ("id", "rawId", "type")}
    kept["response"] = {str(name): _text(said) for name, said in given["response"].items()}
    return kept | {"clientExtensionResults": {}}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotThisPasskey
    return value


@contextmanager
def _nonsense_refused() -> Iterator[None]:
    try:
        yield
    except (*NONSENSE, Factor.DoesNotExist):
        raise NotThisPasskey from None
