"""Threat and despair: missed seldom, never coached, and separate."""

from __future__ import annotations

import pytest

from goldseam.coach import Analysis, Care, Kind, Moment, Role, analyse
from tests.coach.signals import DESPAIR, NEITHER, THREAT


def _read(text: str, kind: Kind = Kind.MESSAGE) -> Analysis:
    return analyse(text, role=Role.UNKNOWN, kind=kind, moment=Moment.DRAFT)


@pytest.mark.parametrize("text", THREAT)
@pytest.mark.parametrize("kind", list(Kind))
def test_a_threat_is_seen_and_never_coached(text: str, kind: Kind) -> None:
    analysis = _read(text, kind)
    assert analysis.care.threat
    assert analysis.remarks == ()


@pytest.mark.parametrize("text", DESPAIR)
@pytest.mark.parametrize("kind", list(Kind))
def test_despair_is_seen_and_never_coached(text: str, kind: Kind) -> None:
    analysis = _read(text, kind)
    assert analysis.care.despair
    assert analysis.remarks == ()


@pytest.mark.parametrize("text", NEITHER)
def test_plain_words_raise_neither(text: str) -> None:
    assert _read(text).care == Care()


def test_the_two_signals_are_separate() -> None:
    assert _read("I know where you work.").care == Care(threat=True)
    assert _read("I feel hopeless.").care == Care(despair=True)


def test_a_remark_may_still_stand_on_another_sentence() -> None:
    analysis = _read("I feel hopeless. You're selfish.")
    assert [remark.id for remark in analysis.remarks] == ["criticism.character"]
    assert analysis.care == Care(despair=True)
