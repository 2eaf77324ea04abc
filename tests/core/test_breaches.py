from __future__ import annotations

import inspect
from typing import Any

import pytest

from goldseam.core import breaches
from goldseam.core.base import Append, DropDraft, Erase, Outcome, Refusal, VaultKind
from goldseam.core.breaches import (
    ACCOUNTS,
    MAX_SHARED,
    NAMED,
    Account,
    Accounts,
    BreachNamed,
    Kind,
    Role,
    SecondTo,
    Size,
    Standing,
    View,
    delete,
    name,
    revise,
    share,
    take_back,
)
from goldseam.core.words import MAX_LINE, MAX_TEXT
from tests.core.examples import ID, OTHER
from tests.core.two_people import ALICE, BOB, WILLING, TwoPeople, folds_alike, refused

VIEW = View(kinds=["lie_or_hidden"], size="one_event", own_view="The letter from the bank.", role="hurt")


def shared(two: TwoPeople, by: int, role: str = "not_said", **more: Any) -> Outcome:
    given: dict[str, Any] = {
        "id": ID,
        "account": f"{ID[:-1]}{by}",
        "kinds": ["broken_promises"],
        "words": "I said Friday.",
    }
    given |= {"space": "active", "role": role, **WILLING, **more}
    return share(two.shared.folded(ACCOUNTS), by=by, **given)


def put(two: TwoPeople, by: int, role: str = "not_said", **more: Any) -> None:
    two.do(shared(two, by, role, **more), by)


class TestTheOwnView:
    def test_is_kept_with_what_was_chosen_and_what_was_written(self) -> None:
        view = VIEW._replace(
            kinds=["second_to_something", "lie_or_hidden"],
            second_to=["screens", "work"],
            when_words="in\nApril",
            space=OTHER,
        )
        append, dropped = name(view, id=ID, draft=OTHER)

        assert append == Append(
            VaultKind.PRIVATE,
            BreachNamed(
                id=ID,
                space=OTHER,
                kinds=(Kind.LIE_OR_HIDDEN, Kind.SECOND_TO_SOMETHING),
                second_to=(SecondTo.WORK, SecondTo.SCREENS),
                size=Size.ONE_EVENT,
                when_words="in April",
                own_view="The letter from the bank.",
                role=Role.HURT,
            ),
            ID,
        )
        assert dropped == DropDraft(OTHER)

    def test_needs_a_kind_and_nothing_else(self) -> None:
        (append,) = name(View(kinds=["something_else"]), id=ID)
        assert append.body == BreachNamed(id=ID, kinds=(Kind.SOMETHING_ELSE,))  # type: ignore[union-attr]

    def test_says_to_what_one_was_second_only_where_that_is_the_breach(self) -> None:
        (append,) = name(VIEW._replace(second_to=["work"]), id=ID)
        assert append.body.second_to == ()  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        ("view", "refusal", "field"),
        [
            (VIEW._replace(kinds=[]), Refusal.NO_KIND, "kinds"),
            (VIEW._replace(kinds=["treason"]), Refusal.NO_KIND, "kinds"),
            (VIEW._replace(second_to=["you"]), Refusal.NOT_ALLOWED, "second_to"),
            (VIEW._replace(size="huge"), Refusal.NOT_ALLOWED, "size"),
            (VIEW._replace(role="guilty"), Refusal.NOT_ALLOWED, "role"),
            (VIEW._replace(when_words="a" * (MAX_LINE + 1)), Refusal.TOO_LONG, "when_words"),
            (VIEW._replace(own_view="a" * (MAX_TEXT + 1)), Refusal.TOO_LONG, "own_view"),
        ],
    )
    def test_is_refused_by_field(self, view: View, refusal: Refusal, field: str) -> None:
        with refused(refusal, field):
            name(view, id=ID)

    def test_can_be_revised_and_deleted(self) -> None:
        two = TwoPeople()
        log = two.log(VaultKind.PRIVATE, ALICE)
        two.do(name(VIEW, id=ID))
        two.do(name(VIEW._replace(kinds=["drifting_apart"]), id=OTHER))
        two.do(revise(log.folded(NAMED), VIEW._replace(role="not_said"), id=ID, draft="d"))

        named = log.folded(NAMED)
        assert list(named.breaches) == [OTHER, ID]
        assert named.breaches[ID].role is Role.NOT_SAID
        assert log.body(1) is None and log.body(named.breaches[ID].seq).own_view == VIEW.own_view
        assert two.dropped == ["d"]
        folds_alike(log, NAMED)

        two.do(delete(named, id=ID))
        assert list(log.folded(NAMED).breaches) == [OTHER]
        folds_alike(log, NAMED)
        with refused(Refusal.NOT_FOUND):
            delete(log.folded(NAMED), id=ID)
        with refused(Refusal.NOT_FOUND):
            revise(log.folded(NAMED), VIEW, id=ID)

    def test_reads_the_same_before_the_old_one_is_erased(self) -> None:
        two = TwoPeople()
        log = two.log(VaultKind.PRIVATE, ALICE)
        two.do(name(VIEW, id=ID))
        log.append(BreachNamed(id=ID, kinds=(Kind.DRIFTING_APART,)), ALICE)
        before = log.folded(NAMED)
        log.erase(1, ALICE)
        assert log.folded(NAMED) == before


class TestTheSharedAccounts:
    def test_stand_side_by_side(self) -> None:
        two = TwoPeople()
        put(two, ALICE, "hurt", draft="d")
        assert two.shared.folded(ACCOUNTS).standing(ID) is Standing.NAMED_BY_ONE
        put(two, BOB, "broke_trust")

        accounts = two.shared.folded(ACCOUNTS)
        assert accounts.breaches[ID][ALICE] == Account(f"{ID[:-1]}0", 1, (Kind.BROKEN_PROMISES,), Role.HURT)
        assert accounts.standing(ID) is Standing.AGREED
        assert (accounts.own_role(ID, ALICE), accounts.own_role(ID, BOB)) == (Role.HURT, Role.BROKE_TRUST)
        assert two.dropped == ["d"]
        folds_alike(two.shared, ACCOUNTS)

    def test_know_nothing_of_what_was_not_shared(self) -> None:
        assert Accounts().standing(ID) is Standing.OPEN
        assert Accounts().own_role(ID, ALICE) is Role.NOT_SAID

    def test_show_the_words_written_to_be_shown(self) -> None:
        two = TwoPeople()
        two.do(name(VIEW, id=ID))
        put(two, ALICE, "hurt")
        assert "bank" not in repr(two.shared.lines)

    def test_are_taken_back_each_by_its_writer_also_after_leaving(self) -> None:
        two = TwoPeople()
        put(two, ALICE, "hurt")
        put(two, BOB, "broke_trust")
        outcome = take_back(two.shared.folded(ACCOUNTS), space="separated", by=ALICE, id=ID)
        assert outcome == (Erase(VaultKind.SHARED, 1),)
        two.do(outcome, ALICE)

        assert two.shared.folded(ACCOUNTS).standing(ID) is Standing.NAMED_BY_ONE
        with refused(Refusal.NOT_YOURS):
            take_back(two.shared.folded(ACCOUNTS), space="active", by=ALICE, id=ID)
        two.do(take_back(two.shared.folded(ACCOUNTS), space="paused", by=BOB, id=ID), BOB)
        assert two.shared.folded(ACCOUNTS) == Accounts()
        with refused(Refusal.NOT_FOUND):
            take_back(two.shared.folded(ACCOUNTS), space="active", by=BOB, id=ID)
        with refused(Refusal.FROZEN):
            take_back(two.shared.folded(ACCOUNTS), space="closed", by=BOB, id=ID)

    def test_are_never_changed_silently(self) -> None:
        two = TwoPeople()
        put(two, ALICE, "hurt")
        with refused(Refusal.ALREADY_DONE):
            shared(two, ALICE, "not_said", account=OTHER)

    @pytest.mark.parametrize(
        ("more", "refusal", "field"),
        [
            ({"kinds": []}, Refusal.NO_KIND, "kinds"),
            ({"words": " "}, Refusal.EMPTY, "words"),
            ({"words": "a" * (MAX_TEXT + 1)}, Refusal.TOO_LONG, "words"),
            ({"role": "guilty"}, Refusal.NOT_ALLOWED, "role"),
            ({"space": "open"}, Refusal.ALONE, ""),
            ({"space": "paused"}, Refusal.PAUSED, ""),
            ({"space": "separated"}, Refusal.FROZEN, ""),
            ({"space": "closed"}, Refusal.FROZEN, ""),
            ({"afraid": "unsure"}, Refusal.NOT_OWN_WISH, ""),
            ({"believe": "no"}, Refusal.NOT_OWN_WISH, ""),
        ],
    )
    def test_are_refused_by_name(self, more: dict[str, Any], refusal: Refusal, field: str) -> None:
        with refused(refusal, field):
            shared(TwoPeople(), ALICE, **{"role": "hurt", **more})

    def test_go_in_after_help_was_shown(self) -> None:
        two = TwoPeople()
        put(two, ALICE, "broke_trust", afraid="yes", knowing=True)
        assert "yes" not in repr(two.shared.lines)

    def test_of_one_writer_have_an_end_and_leave_room_for_the_other(self) -> None:
        two = TwoPeople()
        for number in range(MAX_SHARED):
            put(two, ALICE, id=str(number))
        with refused(Refusal.FULL):
            shared(two, ALICE)
        put(two, BOB)


def test_no_decision_takes_a_role_for_the_other() -> None:
    """A role is taken, never given: only `role` is asked, and it is written under the caller's own slot."""
    for decide in (share, revise, name, take_back, delete):
        asked = set(inspect.signature(decide).parameters)
        assert not {word for word in asked if "partner" in word or "other" in word}
    assert [word for word in inspect.signature(breaches.share).parameters if "role" in word] == ["role"]
