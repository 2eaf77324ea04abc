"""What a breach is between two people, from the roles that each took; and whom we prompt for what.

Until a person has owned the act, everybody is prompted alike: nobody can put the other into the dock.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """The own part, as its bearer says it. Nobody else can say it."""

    HURT = "hurt"
    BROKE_TRUST = "broke_trust"
    BOTH_OF_US = "both_of_us"
    I_SEE_IT_DIFFERENTLY = "i_see_it_differently"
    NOT_SAID = "not_said"


class Standing(StrEnum):
    """`open`: nobody took a role. `disputed`: the roles do not fit together; each keeps an own account."""

    OPEN = "open"
    NAMED_BY_ONE = "named_by_one"
    AGREED = "agreed"
    MUTUAL = "mutual"
    DISPUTED = "disputed"


class Prompt(StrEnum):
    """What we may suggest about a breach."""

    CARE = "care"
    OWN_VIEW = "own_view"
    FIRST_WORDS = "first_words"
    ACCOUNT = "account"
    APOLOGY = "apology"
    SORROW = "sorrow"


FOR_ALL = (Prompt.CARE, Prompt.OWN_VIEW)
"""Prompts for everybody, whatever was said about them."""

FOR_OWNED = (Prompt.FIRST_WORDS, Prompt.ACCOUNT, Prompt.APOLOGY, Prompt.SORROW)
"""Prompts for the one who owned the act, one after the other, before the prompts for everybody."""

_R, _S = Role, Standing
STANDINGS: dict[tuple[Role, ...], Standing] = {
    (): _S.OPEN,
    (_R.HURT,): _S.NAMED_BY_ONE,
    (_R.BROKE_TRUST,): _S.NAMED_BY_ONE,
    (_R.BOTH_OF_US,): _S.NAMED_BY_ONE,
    (_R.I_SEE_IT_DIFFERENTLY,): _S.DISPUTED,
    (_R.HURT, _R.HURT): _S.DISPUTED,
    (_R.HURT, _R.BROKE_TRUST): _S.AGREED,
    (_R.HURT, _R.BOTH_OF_US): _S.DISPUTED,
    (_R.HURT, _R.I_SEE_IT_DIFFERENTLY): _S.DISPUTED,
    (_R.BROKE_TRUST, _R.BROKE_TRUST): _S.MUTUAL,
    (_R.BROKE_TRUST, _R.BOTH_OF_US): _S.MUTUAL,
    (_R.BROKE_TRUST, _R.I_SEE_IT_DIFFERENTLY): _S.DISPUTED,
    (_R.BOTH_OF_US, _R.BOTH_OF_US): _S.MUTUAL,
    (_R.BOTH_OF_US, _R.I_SEE_IT_DIFFERENTLY): _S.DISPUTED,
    (_R.I_SEE_IT_DIFFERENTLY, _R.I_SEE_IT_DIFFERENTLY): _S.DISPUTED,
}
"""By the roles taken (a role not said is none), in the order of `Role`."""

_ORDER = {role: place for place, role in enumerate(Role)}


def standing_of(roles: Iterable[Role]) -> Standing:
    """The standing of a breach whose accounts (one or two) carry these roles."""
    taken = sorted((role for role in roles if role is not Role.NOT_SAID), key=_ORDER.__getitem__)
    return STANDINGS[tuple(taken)]


def prompts_for(standing: Standing, own_role: Role) -> tuple[Prompt, ...]:
    """What may be suggested to the one whose `own_role` this is, the first first.

    More than for everybody only where that person owned the act, alone or as one of two who both did, and
    where nobody disputes it. Nothing that the other says alone can begin it.
    """
    owned = own_role is Role.BROKE_TRUST or (own_role is Role.BOTH_OF_US and standing is Standing.MUTUAL)
    return FOR_OWNED + FOR_ALL if owned and standing is not Standing.DISPUTED else FOR_ALL
