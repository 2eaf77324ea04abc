"""Two people name, share and take back two breaches, in any order."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from goldseam.core.base import Refused, VaultKind
from goldseam.core.breaches import (
    ACCOUNTS,
    NAMED,
    Accounts,
    Named,
    Role,
    Standing,
    View,
    delete,
    name,
    revise,
    share,
    take_back,
)
from goldseam.core.standing import FOR_ALL, prompts_for
from tests.core.two_people import ALICE, BOB, WILLING, TwoPeople, folds_alike

IDS = st.sampled_from(("one", "two"))
SLOTS = st.sampled_from((ALICE, BOB))
ROLES = st.sampled_from(Role)
PRIVATE_WORDS = "only for me"


class BreachesOfTwo(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.two = TwoPeople()
        self.taken: dict[tuple[str, int], Role] = {}
        self.named: dict[tuple[str, int], Role] = {}
        self.number = 0

    @property
    def accounts(self) -> Accounts:
        return self.two.shared.folded(ACCOUNTS)

    def own(self, by: int) -> Named:
        return self.two.log(VaultKind.PRIVATE, by).folded(NAMED)

    def row(self) -> str:
        self.number += 1
        return f"row {self.number}"

    @rule(id=IDS, by=SLOTS, role=ROLES)
    def names_or_revises(self, id: str, by: int, role: Role) -> None:
        view = View(kinds=["broken_promises"], own_view=PRIVATE_WORDS, role=role)
        shared = list(self.two.shared.entries)
        known = id in self.own(by).breaches
        self.two.do(revise(self.own(by), view, id=id, row=self.row()) if known else name(view, id=id), by)
        self.named[id, by] = role
        assert self.two.shared.entries == shared

    @rule(id=IDS, by=SLOTS)
    def deletes(self, id: str, by: int) -> None:
        try:
            self.two.do(delete(self.own(by), id=id), by)
        except Refused:
            assert (id, by) not in self.named
        else:
            del self.named[id, by]

    @rule(id=IDS, by=SLOTS, role=ROLES)
    def shares(self, id: str, by: int, role: Role) -> None:
        before = list(self.two.shared.entries)
        try:
            self.two.do(
                share(
                    self.accounts,
                    space="active",
                    by=by,
                    id=id,
                    account=self.row(),
                    kinds=["broken_promises"],
                    words="For both of us.",
                    role=role,
                    **WILLING,
                ),
                by,
            )
        except Refused:
            assert (id, by) in self.taken
            assert self.two.shared.entries == before
        else:
            self.taken[id, by] = role

    @rule(id=IDS, by=SLOTS, space=st.sampled_from(("active", "paused", "separated")))
    def takes_back(self, id: str, by: int, space: str) -> None:
        try:
            self.two.do(take_back(self.accounts, space=space, by=by, id=id), by)
        except Refused:
            assert (id, by) not in self.taken
        else:
            del self.taken[id, by]

    @invariant()
    def each_role_is_the_one_that_its_bearer_took_last(self) -> None:
        for id in ("one", "two"):
            for by in (ALICE, BOB):
                assert self.accounts.own_role(id, by) is self.taken.get((id, by), Role.NOT_SAID)
                known = self.own(by).breaches.get(id)
                assert (known.role if known else None) == self.named.get((id, by))

    @invariant()
    def nobody_is_prompted_for_what_they_did_not_own(self) -> None:
        for id in ("one", "two"):
            standing = self.accounts.standing(id)
            for by in (ALICE, BOB):
                role = self.accounts.own_role(id, by)
                if role not in (Role.BROKE_TRUST, Role.BOTH_OF_US) or standing is Standing.DISPUTED:
                    assert prompts_for(standing, role) == FOR_ALL

    @invariant()
    def the_private_view_never_enters_the_shared_log(self) -> None:
        assert PRIVATE_WORDS not in repr(self.two.shared.lines)

    def teardown(self) -> None:
        folds_alike(self.two.shared, ACCOUNTS)
        for by in (ALICE, BOB):
            folds_alike(self.two.log(VaultKind.PRIVATE, by), NAMED)


TestBreachesOfTwo = BreachesOfTwo.TestCase
TestBreachesOfTwo.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
