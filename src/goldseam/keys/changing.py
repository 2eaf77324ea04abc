"""Changing the ways in. Each needs the passphrase or the recovery code in that very request."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from goldseam.accounts.models import Person, new_epoch
from goldseam.accounts.names import name_index
from goldseam.keys import throttle
from goldseam.keys.derivations import new_passphrase_slot
from goldseam.keys.models import Session
from goldseam.keys.opened import Request
from goldseam.keys.slots import open_named_by_code, open_own, replace_slot
from goldseam.keys.unlocking import rebind_session, start_session
from goldseam.vault import make_recovery_code, make_recovery_slot


def change_passphrase(request: Request, *, new: str, passphrase: str = "", code: str = "") -> None:
    """Replace the passphrase and end all other sessions. Raises `WrongKey`, `TooMany` or `Busy`."""
    person = request.user
    root = _own_root(person, passphrase=passphrase, code=code)
    _set_passphrase(person, root, new)
    rebind_session(request, person=person, root=root)


def recover(request: Request, *, name: str, code: str, new: str) -> None:
    """Get in with the recovery code: the old passphrase and all sessions end, and this browser is signed in.

    Raises the same `WrongKey` for a name that nobody has; `TooMany` or `Busy`.
    """
    index = name_index(name)
    network = throttle.network_of(request)
    with throttle.counted((throttle.CODE, index), (throttle.CODES_HERE, network)):
        person, root = open_named_by_code(index=index, code=code)
        _set_passphrase(person, root, new)
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


def _own_root(person: Person, *, passphrase: str = "", code: str = "") -> bytes:
    limit = throttle.CODE if code else throttle.STEP_UP
    with throttle.counted((limit, str(person.pk))):
        return open_own(person=person, passphrase=passphrase, code=code)


def _set_passphrase(person: Person, root: bytes, new: str) -> None:
    slot = new_passphrase_slot(root, new, person=person.pk)
    with transaction.atomic():
        replace_slot(slot)
        person.epoch = new_epoch()
        person.save(update_fields=["epoch"])
