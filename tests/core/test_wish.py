from __future__ import annotations

import pytest

from goldseam.core.base import Refusal
from goldseam.core.wish import Sure, help_first, own_wish
from tests.core.two_people import refused


@pytest.mark.parametrize("believe", Sure)
@pytest.mark.parametrize("afraid", Sure)
def test_help_comes_first_for_whoever_does_not_believe_it_or_may_be_afraid(
    believe: Sure, afraid: Sure
) -> None:
    first = believe is Sure.NO or afraid in (Sure.YES, Sure.UNSURE)
    assert help_first(believe, afraid) is first
    if first:
        with refused(Refusal.NOT_OWN_WISH):
            own_wish(believe=believe, afraid=afraid, knowing=False)
    else:
        own_wish(believe=believe, afraid=afraid, knowing=False)
    own_wish(believe=believe, afraid=afraid, knowing=True)


@pytest.mark.parametrize(
    ("believe", "afraid", "field"), [("", "no", "believe"), ("yes", "maybe", "afraid"), ("no", "", "afraid")]
)
def test_both_questions_are_answered(believe: str, afraid: str, field: str) -> None:
    with refused(Refusal.NOT_ALLOWED, field):
        own_wish(believe=believe, afraid=afraid, knowing=True)
