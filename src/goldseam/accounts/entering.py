"""Signing in: by name and passphrase, which may ask for a second step, and by a passkey alone."""

from __future__ import annotations

from goldseam.accounts.names import name_index
from goldseam.keys import throttle
from goldseam.keys.factors import check_totp
from goldseam.keys.opened import Request
from goldseam.keys.passkeys import answered, read_secret
from goldseam.keys.pending import Held
from goldseam.keys.slots import open_by_passkey, open_named
from goldseam.keys.unlocking import CODES_TRIED, finish, start_or_hold, start_session

SLIPS = 5
"""So many wrong codes are more than slips of one who types slowly: the person is told of them."""


def sign_in(request: Request, *, name: str, passphrase: str) -> bool:
    """Open the slot of whoever has this name, and sign this browser in with both tiers open.

    False where a second step is asked for: what was opened waits for it, sealed, and nobody is signed in.

    Raises the same `WrongKey`, after the same work, for a wrong passphrase and for a name that nobody has;
    `TooMany` or `Busy`.
    """
    index = name_index(name)
    network = throttle.network_of(request)
    with throttle.counted((throttle.NAME, index), (throttle.NETWORK, network)):
        person, root = open_named(index=index, passphrase=passphrase)
    return start_or_hold(request, person=person, root=root)


def second_step(request: Request, held: Held, *, code: str = "", passkey: str = "") -> None:
    """Sign in after a code of the person's app, or an answer of one of their passkeys.

    Raises `WrongKey` or `TooMany`; what waits goes on waiting. Only codes are counted: nobody guesses a signature.
    """
    person = held.person
    bucket = (throttle.SECOND, str(person.pk))
    if passkey:
        answered(request, passkey, person=person)
    else:
        with throttle.counted(bucket):
            check_totp(person, code)
    finish(request, held)
    if throttle.tries_in(bucket) >= SLIPS:
        request.session[CODES_TRIED] = True


def sign_in_by_passkey(request: Request, *, passkey: str, secret: str) -> None:
    """Sign in whoever's passkey has answered, if it opens by itself. Raises `WrongKey`.

    Nothing is counted, so that nobody's guessing closes this: nobody guesses a signature.
    """
    row = answered(request, passkey, person=None)
    start_session(request, person=row.person, root=open_by_passkey(row, read_secret(secret)))
