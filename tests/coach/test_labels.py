"""Every label: what carries it, and what only looks like it."""

from __future__ import annotations

import pytest

from goldseam.coach import Kind, Label, Moment, Role, analyse
from tests.coach.sayings import SAYINGS

_CARRY = [(label, s.kind, text) for label, groups in SAYINGS.items() for s in groups for text in s.carry]
_DO_NOT = [(label, s.kind, text) for label, groups in SAYINGS.items() for s in groups for text in s.do_not]


def _labels(text: str, kind: Kind) -> set[Label]:
    analysis = analyse(text, role=Role.UNKNOWN, kind=kind, moment=Moment.DRAFT)
    return {label for sentence in analysis.sentences for label in sentence.labels}


@pytest.mark.parametrize(("label", "kind", "text"), _CARRY)
def test_words_that_carry_a_label(label: Label, kind: Kind, text: str) -> None:
    assert label in _labels(text, kind)


@pytest.mark.parametrize(("label", "kind", "text"), _DO_NOT)
def test_words_that_only_look_like_it(label: Label, kind: Kind, text: str) -> None:
    assert label not in _labels(text, kind)


def test_every_label_has_both_sides() -> None:
    assert set(SAYINGS) == set(Label)
    assert all(len(s.carry) >= 10 and len(s.do_not) >= 10 for groups in SAYINGS.values() for s in groups)
