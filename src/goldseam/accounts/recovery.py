"""Whether the recovery code is known to be safe."""

from __future__ import annotations

from datetime import date

from goldseam.core.base import Append, Erase, Outcome, VaultKind
from goldseam.core.desk import RecoveryConfirmed
from goldseam.keys.changing import new_recovery_code, try_code
from goldseam.keys.models import SlotRow
from goldseam.keys.opened import Request
from goldseam.log.house import House


def confirmed_on(house: House) -> date | None:
    """The day on which the present code was typed in again; None if that never happened."""
    day = house.desk.recovery_confirmed
    made = SlotRow.objects.get(person_id=house.person.pk, kind="recovery").created_day
    return day if day is not None and day >= made else None


def confirm_code(request: Request, *, code: str) -> None:
    """Open the slot with this code, and note on the desk that it works. Raises `WrongKey` or `TooMany`."""
    try_code(request, code=code)
    request.house.act(_note)


def renew_code(request: Request, *, passphrase: str) -> str:
    """Make a new recovery code, which nobody has typed in yet. Raises `WrongKey`, `TooMany` or `Busy`."""
    return new_recovery_code(request, passphrase=passphrase, also=lambda: request.house.act(_take_back))


def _take_back(house: House) -> Outcome:
    """Erase that a code was typed in: days alone do not tell two codes of one day apart."""
    notes = [
        line.seq
        for line in house.lines(VaultKind.DESK)
        if line.entry is not None and isinstance(line.entry.body, RecoveryConfirmed)
    ]
    return tuple(Erase(VaultKind.DESK, seq) for seq in notes)


def _note(house: House) -> Outcome:
    # The day in UTC, as on the slot: the two are compared.
    confirmed = confirmed_on(house)
    return () if confirmed else (Append(VaultKind.DESK, RecoveryConfirmed(day=house.now.date())),)
