"""Changing the ways in. Each needs the passphrase or the recovery code in that very request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError, transaction

from goldseam.accounts.models import Person, new_epoch
from goldseam.accounts.names import name_index
from goldseam.keys import factors, passkeys, throttle
from goldseam.keys.derivations import new_passphrase_slot
from goldseam.keys.models import Factor, Session
from goldseam.keys.opened import Request
from goldseam.keys.slots import open_named_by_code, open_own, replace_slot
from goldseam.keys.unlocking import end_others, rebind_session, start_session
from goldseam.log.erasing import deleting
from goldseam.vault import make_recovery_code, make_recovery_slot


def change_passphrase(
    request: Request, *, new: str, passphrase: str = "", code: str = "", end_ways: bool = False
) -> None:
    """Replace the passphrase and end all other sessions. Raises `WrongKey`, `TooMany` or `Busy`.

    Passkeys go on opening and codes are still asked for, unless they shall end too.
    """
    person = request.user
    root = _own_root(person, passphrase=passphrase, code=code)
    _set_passphrase(person, root, new, end=("totp", "passkey") if end_ways else ())
    rebind_session(request, person=person, root=root)


def recover(request: Request, *, name: str, code: str, new: str) -> None:
    """Get in with the recovery code: every other way in ends, and all sessions; this browser is signed in.

    Second steps end as well, since the code stands in for a lost one. Raises the same `WrongKey` for a name
    that nobody has; `TooMany` or `Busy`.
    """
    index = name_index(name)
    network = throttle.network_of(request)
    with throttle.counted((throttle.CODE, index), (throttle.CODES_HERE, network)):
        person, root = open_named_by_code(index=index, code=code)
        _set_passphrase(person, root, new, end=("totp", "passkey"))
    Session.objects.filter(person_id=person.pk).delete()
    start_session(request, person=person, root=root)


def new_recovery_code(request: Request, *, passphrase: str, also: Callable[[], None]) -> str:
    """Replace the recovery code and return the new one, which is kept nowhere. Raises as above.

    `also` is what has to be done with it: both are done, or neither.
    """
    person = request.user
    root = _own_root(person, passphrase=passphrase)
    code = make_recovery_code()
    slot = make_recovery_slot(root, code, person=person.pk)
    with transaction.atomic():
        replace_slot(slot)
        also()
    return code


def try_code(request: Request, *, code: str) -> None:
    """See whether a recovery code opens this person's slot. Raises `WrongKey` or `TooMany`."""
    _own_root(request.user, code=code)


def ask_for_passkey(request: Request, *, passphrase: str) -> dict[str, Any]:
    """What the browser needs to make a passkey, after the passphrase. Raises `WrongKey`, `TooMany` or `Busy`."""
    _own_root(request.user, passphrase=passphrase)
    return passkeys.ask_to_make(request)


def add_passkey(request: Request, *, passphrase: str, passkey: str, secret: str, label: str) -> bool:
    """Keep the passkey that the browser has just made. Whether it opens everything by itself.

    Raises `WrongKey`, `TooMany` or `Busy`; `NotThisPasskey` for an answer to nothing that was asked.
    """
    person = request.user
    root = _own_root(person, passphrase=passphrase)
    index, credential = passkeys.made(request, passkey)
    key = passkeys.read_secret(secret)
    try:
        factors.keep_passkey(person, index=index, credential=credential, label=label, root=root, key=key)
    except IntegrityError:  # there already, of whomever
        raise passkeys.NotThisPasskey from None
    return bool(key)


def turn_codes_on(request: Request, *, passphrase: str, seed: str, code: str) -> None:
    """Ask for codes of an app from now on. Raises `WrongKey`, `TooMany` or `Busy`; `WrongCode` for the app's."""
    _own_root(request.user, passphrase=passphrase)
    factors.keep_totp(request.user, seed=seed, code=code)


def take_away(request: Request, *, passphrase: str, factor: Factor) -> None:
    """Take a second step or a passkey away, and end all other sessions: it may have opened one of them.

    Raises `WrongKey`, `TooMany` or `Busy`.
    """
    _own_root(request.user, passphrase=passphrase)
    factors.remove(factor)
    end_others(request)


def _own_root(person: Person, *, passphrase: str = "", code: str = "") -> bytes:
    limit = throttle.CODE if code else throttle.STEP_UP
    with throttle.counted((limit, str(person.pk))):
        return open_own(person=person, passphrase=passphrase, code=code)


def _set_passphrase(person: Person, root: bytes, new: str, *, end: tuple[str, ...]) -> None:
    slot = new_passphrase_slot(root, new, person=person.pk)
    with deleting():
        factors.remove(*(row for kind in end for row in factors.own(person, kind)))
        replace_slot(slot)
        person.epoch = new_epoch()
        person.save(update_fields=["epoch"])
