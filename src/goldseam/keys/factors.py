"""Second steps after the passphrase: codes of an app (TOTP, RFC 6238), and passkeys. Opt-in, each of them."""

from __future__ import annotations

import base64
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings
from django.db import transaction

from goldseam.accounts.models import Person
from goldseam.keys import clock
from goldseam.keys.models import Factor, SlotRow
from goldseam.log.erasing import AT_ONCE, deleting, list_whole, listed_whole, shred
from goldseam.vault import Kind, Place, WrongKey, make_prf_slot, open_record, seal

STEP = 30
DIGITS = 6
SEED_BYTES = 20
# One step to either side: clocks of phones differ, and people type slowly.
AROUND = (0, -1, 1)
MOST_PASSKEYS = 10


class WrongCode(WrongKey):
    """Not a code of the app at this time, or one that was used."""


class OpensNothing(WrongKey):
    """A passkey that has no slot: it is a second step, and no way in."""


@dataclass(frozen=True, slots=True)
class Way:
    """A second step as its person sees it. `opens`: a passkey that opens everything by itself."""

    id: UUID
    kind: str
    label: str
    day: date
    opens: bool


def ways_of(person: Person) -> list[Way]:
    """All second steps and passkeys of this person, the oldest first."""
    rows = Factor.objects.filter(person=person).order_by("created_day", "id")
    return [
        Way(row.id, row.kind, told(row).get("label", ""), row.created_day, bool(row.slot_id)) for row in rows
    ]


def asks_second_step(person: Person) -> bool:
    """Whether a passphrase alone does not sign this person in.

    A passkey that opens by itself is one more way in, and asks nothing of the passphrase: who has it on one
    phone must get in elsewhere. Codes, or a passkey that cannot open, are there to be asked for.
    """
    return Factor.objects.filter(person=person, slot=None).exists()


def own(person: Person, kind: str) -> list[Factor]:
    """The person's factors of this kind."""
    return list(Factor.objects.filter(person=person, kind=kind))


# --- What is sealed in a row ---


def told(row: Factor) -> dict[str, Any]:
    """What a row holds. Raises what the vault raises."""
    held: dict[str, Any] = json.loads(
        open_record(settings.SERVER_KEYS.contacts, _place(row), bytes(row.sealed))
    )
    return held


def _sealed(row: Factor, held: dict[str, Any]) -> bytes:
    return seal(settings.SERVER_KEYS.contacts, _place(row), json.dumps(held).encode())


def _place(row: Factor) -> Place:
    return Place(Kind.FACTOR, row.id, row.person_id)


# --- Codes of an app ---


def make_seed() -> str:
    """A new secret for an app: 160 random bits in base 32, as apps take it."""
    return base64.b32encode(secrets.token_bytes(SEED_BYTES)).decode()


def code_at(seed: str, step: int) -> str:
    """The six digits of this step of 30 seconds."""
    return _totp(seed).generate(step * STEP).decode()


def keep_totp(person: Person, *, seed: str, code: str) -> None:
    """Turn codes on, if `code` shows that the app has the seed; the codes of before end. Raises `WrongCode`."""
    step = _matching(seed, code, after=-1)
    row = Factor(id=uuid4(), person=person, kind="totp", index=uuid4().hex)
    row.sealed = _sealed(row, {"seed": seed, "step": step})
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        remove(*own(person, "totp"))
        row.save(force_insert=True)


def check_totp(person: Person, code: str) -> None:
    """Take a code, once. Raises `WrongCode` for a wrong one, for one that was used, and where there is no app."""
    for row in own(person, "totp"):
        before = bytes(row.sealed)
        held = told(row)
        step = _matching(held["seed"], code, after=held["step"])
        # Of two requests with one code, one finds the row changed.
        if Factor.objects.filter(pk=row.pk, sealed=before).update(sealed=_sealed(row, held | {"step": step})):
            return
    raise WrongCode


def _matching(seed: str, code: str, *, after: int) -> int:
    typed = "".join(code.split())
    if not (typed.isascii() and typed.isdigit()):
        raise WrongCode
    now = int(clock.now().timestamp()) // STEP
    for step in (now + around for around in AROUND):
        if step > after and hmac.compare_digest(code_at(seed, step).encode(), typed.encode()):
            return step
    raise WrongCode


def _totp(seed: str) -> TOTP:
    return TOTP(base64.b32decode(seed), DIGITS, SHA1(), STEP)  # noqa: S303  as every app computes it


# --- Passkeys ---


def keep_passkey(
    person: Person, *, index: str, credential: bytes, label: str, root: bytes, key: bytes
) -> Factor:
    """Store a passkey; with a slot for `root` where its browser gave a `key` of 32 bytes."""
    row = Factor(id=uuid4(), person=person, kind="passkey", index=index)
    row.sealed = _sealed(row, {"credential": base64.b64encode(credential).decode(), "label": label})
    with transaction.atomic():
        if key:
            row.slot = SlotRow.of(make_prf_slot(root, key, person=person.pk))
            row.slot.save(force_insert=True)
        row.save(force_insert=True)
    return row


def credential_of(row: Factor) -> bytes:
    """The public part of a passkey, as it was given when it was made."""
    return base64.b64decode(told(row)["credential"])


# --- Taking away ---


def remove(*rows: Factor) -> None:
    """Take these away for good: with their slots, and from every backup that is restored later."""
    if not rows:
        return
    with deleting():
        list_whole([row.id for row in rows], day=clock.today())
        _delete(*rows)


def remove_again() -> int:
    """After a restore: take away again what was taken away since the backup. Returns how many came back."""
    ids, back = list(Factor.objects.values_list("id", flat=True)), 0
    for start in range(0, len(ids), AT_ONCE):
        gone = listed_whole(ids[start : start + AT_ONCE])
        _delete(*Factor.objects.filter(id__in=gone))
        back += len(gone)
    return back


def _delete(*rows: Factor) -> None:
    with transaction.atomic():
        SlotRow.objects.filter(pk__in=[row.slot_id for row in rows if row.slot_id]).delete()
        Factor.objects.filter(pk__in=[row.id for row in rows]).delete()
        transaction.on_commit(shred)
