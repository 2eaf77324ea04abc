"""What is missing, and how an apology stands."""

from __future__ import annotations

import pytest

from goldseam.coach import Kind, Moment, Part, Role, Verdict, analyse


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I lied about the loan. I'm sorry. It's my fault.", Verdict.APOLOGY),
        ("I'm sorry. I know I've made you doubt everything.", Verdict.PARTIAL),
        ("I'm sorry I snapped. You were pushing all my buttons.", Verdict.PARTIAL),
        ("I was wrong. Can we move on?", Verdict.PARTIAL),
        ("I was wrong. I'm sorry.", Verdict.PARTIAL),
        ("I'm sorry you feel that way.", Verdict.NON_APOLOGY),
        ("Sorry. But you made me do it.", Verdict.NON_APOLOGY),
        ("If I hurt you, sorry.", Verdict.NON_APOLOGY),
        ("", Verdict.NON_APOLOGY),
    ],
)
def test_verdict(text: str, verdict: Verdict) -> None:
    assert analyse(text, role=Role.BROKE_TRUST, kind=Kind.APOLOGY, moment=Moment.DRAFT).verdict is verdict


def test_only_an_apology_has_a_verdict() -> None:
    for kind in set(Kind) - {Kind.APOLOGY}:
        assert analyse("I'm sorry.", role=Role.UNKNOWN, kind=kind, moment=Moment.DRAFT).verdict is None


def test_missing_parts_come_in_a_fixed_order() -> None:
    analysis = analyse("I'm sorry.", role=Role.BROKE_TRUST, kind=Kind.APOLOGY, moment=Moment.DRAFT)
    assert analysis.missing == (Part.OWNERSHIP, Part.NAMES_ACT, Part.IMPACT, Part.REPAIR, Part.PROMISE)


@pytest.mark.parametrize("kind", [Kind.MESSAGE, Kind.REPLY])
def test_a_talk_misses_nothing(kind: Kind) -> None:
    assert analyse("Hello.", role=Role.BROKE_TRUST, kind=kind, moment=Moment.DRAFT).missing == ()


def test_kinds_ask_for_their_own_parts() -> None:
    def missing(kind: Kind) -> tuple[Part, ...]:
        return analyse("", role=Role.BROKE_TRUST, kind=kind, moment=Moment.DRAFT).missing

    assert missing(Kind.ACCOUNT) == (Part.OWNERSHIP, Part.NAMES_ACT, Part.IMPACT)
    assert missing(Kind.SORROW) == (Part.OWNERSHIP, Part.IMPACT, Part.REMORSE)
    assert missing(Kind.FIRST_WORDS) == (Part.OWNERSHIP, Part.NAMES_ACT, Part.REMORSE)


def test_nobody_is_prompted_to_own_what_is_disputed() -> None:
    for kind in Kind:
        assert analyse("", role=Role.DISPUTED, kind=kind, moment=Moment.DRAFT).missing == ()


def test_a_hurt_partner_owes_no_parts() -> None:
    assert analyse("You lied.", role=Role.HURT, kind=Kind.ACCOUNT, moment=Moment.FIRST_ACCOUNT).missing == ()
