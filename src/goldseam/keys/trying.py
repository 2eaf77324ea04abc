"""Opening with whatever somebody typed: a passphrase, a code of an app, or a passkey's answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from goldseam.keys.factors import OpensNothing, WrongCode, asks_second_step, own
from goldseam.keys.opened import Request
from goldseam.keys.passkeys import NotThisPasskey, answered, read_secret
from goldseam.keys.pending import held
from goldseam.keys.unlocking import begin_again, step_up, step_up_by_passkey
from goldseam.keys.words import (
    AFTER_PASSPHRASE,
    TOO_SLOW,
    WRONG,
    WRONG_NAME,
    WRONG_PASSKEY,
    WRONG_STEP,
    Refusal,
    words_for_no,
)


class TooSlow(WrongCode):
    """What waited for a second step waits no longer."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed or answered, empty where nothing was. `secret` is the key that comes from a passkey."""

    name: str = ""
    passphrase: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    passkey: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)

    def words_for(self, no: Refusal) -> str:
        """What to tell the person."""
        if isinstance(no, TooSlow):
            return words_for_no(no, TOO_SLOW)
        if isinstance(no, OpensNothing):
            return words_for_no(no, AFTER_PASSPHRASE)
        if isinstance(no, NotThisPasskey) or self.passkey:
            return words_for_no(no, WRONG_PASSKEY)
        if isinstance(no, WrongCode):
            return words_for_no(no, WRONG_STEP)
        return words_for_no(no, WRONG_NAME if self.name else WRONG)


def ways_to_finish(request: Request) -> dict[str, bool] | None:
    """Which second steps the person who waits in this browser has: "totp", "passkey".

    None where nobody waits, or where all of them were taken away meanwhile.
    """
    waiting = held(request)
    if waiting is None:
        return None
    ways = {kind: bool(own(waiting.person, kind)) for kind in ("totp", "passkey")}
    return ways if any(ways.values()) else None


def second_step_next(request: Request) -> bool:
    """Whether the passphrase of the person of this session is not enough to open the keys now.

    While they are open it is: that session has had its second step. Once they have closed, it is asked for again.
    """
    signed_in = request.user.is_authenticated
    return signed_in and not request.opened.is_open("shared") and asks_second_step(request.user)


def open_with(request: Request, typed: Typed) -> bool:
    """Open the keys of the person of this session, or sign somebody in. False where a second step is next.

    Raises `WrongKey` (`TooSlow` where nothing waits any longer), `TooMany` or `Busy`.
    """
    if not request.user.is_authenticated:
        return _come_in(request, typed)
    if typed.passkey:
        passkey = answered(request, typed.passkey, person=request.user)
        step_up_by_passkey(request, passkey=passkey, key=read_secret(typed.secret))
    elif second_step_next(request):
        return begin_again(request, passphrase=typed.passphrase)
    else:
        step_up(request, passphrase=typed.passphrase)
    return True


def _come_in(request: Request, typed: Typed) -> bool:
    from goldseam.accounts.entering import second_step, sign_in, sign_in_by_passkey

    waiting = held(request)
    if typed.passphrase and not typed.passkey:
        return sign_in(request, name=typed.name, passphrase=typed.passphrase)
    if waiting is not None:
        second_step(request, waiting, code=typed.code, passkey=typed.passkey)
    elif typed.passkey:
        sign_in_by_passkey(request, passkey=typed.passkey, secret=typed.secret)
    else:
        raise TooSlow
    return True
