"""Whole letters: an honest writer hears nothing, and what undoes an apology is named first."""

from __future__ import annotations

import pytest

from goldseam.coach import Care, Kind, Moment, Role, Verdict, analyse
from goldseam.coach.labels import OWNING, TALKING
from tests.coach.letters import CALM_MESSAGES, HONEST, NEEDS_A_WORD


@pytest.mark.parametrize("kind", sorted(OWNING))
@pytest.mark.parametrize("letter", HONEST)
def test_an_honest_letter_hears_no_reproach(letter: str, kind: Kind) -> None:
    analysis = analyse(letter, role=Role.BROKE_TRUST, kind=kind, moment=Moment.BEFORE_SENDING)
    assert analysis.remarks == ()


@pytest.mark.parametrize("letter", HONEST)
def test_an_honest_letter_is_never_called_a_non_apology(letter: str) -> None:
    analysis = analyse(letter, role=Role.BROKE_TRUST, kind=Kind.APOLOGY, moment=Moment.BEFORE_SENDING)
    assert analysis.verdict in (Verdict.APOLOGY, Verdict.PARTIAL)


@pytest.mark.parametrize(("text", "remark"), NEEDS_A_WORD)
def test_what_undoes_an_apology_is_said_first(text: str, remark: str) -> None:
    analysis = analyse(text, role=Role.BROKE_TRUST, kind=Kind.APOLOGY, moment=Moment.DRAFT)
    assert analysis.remarks[0].id == remark


@pytest.mark.parametrize("kind", sorted(TALKING))
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("message", CALM_MESSAGES)
def test_a_calm_message_hears_nothing(message: str, role: Role, kind: Kind) -> None:
    analysis = analyse(message, role=role, kind=kind, moment=Moment.DRAFT)
    assert analysis.remarks == ()
    assert analysis.care == Care()
