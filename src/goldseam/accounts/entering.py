"""Signing in: the one place where a name and a passphrase are tried together."""

from __future__ import annotations

from goldseam.accounts.names import name_index
from goldseam.keys import throttle
from goldseam.keys.opened import Request
from goldseam.keys.slots import open_named
from goldseam.keys.unlocking import start_session


def sign_in(request: Request, *, name: str, passphrase: str) -> None:
    """Open the slot of whoever has this name, and sign this browser in with both tiers open.

    Raises the same `WrongKey`, after the same work, for a wrong passphrase and for a name that nobody has;
    `TooMany` or `Busy`.
    """
    index = name_index(name)
    network = throttle.network_of(request)
    with throttle.counted((throttle.NAME, index), (throttle.NETWORK, network)):
        person, root = open_named(index=index, passphrase=passphrase)
    start_session(request, person=person, root=root)
