from __future__ import annotations

from itertools import combinations_with_replacement, product

import pytest

from goldseam.core.standing import (
    FOR_ALL,
    FOR_OWNED,
    STANDINGS,
    Prompt,
    Role,
    Standing,
    prompts_for,
    standing_of,
)

NOT_OWNED = (Role.HURT, Role.I_SEE_IT_DIFFERENTLY, Role.NOT_SAID)
PAIRS = list(product(Role, Role))


def test_every_pair_of_roles_has_a_standing_and_no_other() -> None:
    taken = [role for role in Role if role is not Role.NOT_SAID]
    pairs = list(combinations_with_replacement(taken, 2))
    assert set(STANDINGS) == {(), *((role,) for role in taken), *pairs}


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_standing_does_not_depend_on_who_is_who(one: Role, other: Role) -> None:
    assert standing_of([one, other]) is standing_of([other, one])


@pytest.mark.parametrize("role", Role)
def test_a_role_not_said_changes_nothing(role: Role) -> None:
    assert standing_of([role, Role.NOT_SAID]) is standing_of([role])


@pytest.mark.parametrize("role", Role)
def test_seeing_it_differently_always_makes_it_disputed(role: Role) -> None:
    assert standing_of([role, Role.I_SEE_IT_DIFFERENTLY]) is Standing.DISPUTED


def test_nobody_is_made_the_one_who_broke_trust_by_the_other() -> None:
    assert standing_of([Role.HURT]) is Standing.NAMED_BY_ONE
    assert standing_of([Role.HURT, Role.HURT]) is Standing.DISPUTED
    assert standing_of([Role.HURT, Role.BROKE_TRUST]) is Standing.AGREED


@pytest.mark.parametrize("standing", Standing)
def test_until_the_act_is_owned_everybody_is_prompted_alike(standing: Standing) -> None:
    assert {prompts_for(standing, role) for role in NOT_OWNED} == {FOR_ALL}


@pytest.mark.parametrize("role", Role)
def test_nothing_is_owed_where_it_is_disputed(role: Role) -> None:
    prompts = prompts_for(Standing.DISPUTED, role)
    assert prompts == FOR_ALL
    assert not set(prompts) & {Prompt.FIRST_WORDS, Prompt.ACCOUNT, Prompt.APOLOGY, Prompt.SORROW}


@pytest.mark.parametrize(("mine", "theirs"), PAIRS)
def test_no_word_of_the_other_alone_begins_the_prompting(mine: Role, theirs: Role) -> None:
    if prompts_for(standing_of([mine, theirs]), mine) != FOR_ALL:
        assert mine in (Role.BROKE_TRUST, Role.BOTH_OF_US)


def test_the_one_who_owned_it_is_prompted_first_and_most() -> None:
    for standing in (Standing.NAMED_BY_ONE, Standing.AGREED, Standing.MUTUAL):
        assert prompts_for(standing, Role.BROKE_TRUST) == FOR_OWNED + FOR_ALL
    assert prompts_for(Standing.MUTUAL, Role.BOTH_OF_US) == FOR_OWNED + FOR_ALL
    assert prompts_for(Standing.NAMED_BY_ONE, Role.BOTH_OF_US) == FOR_ALL
