"""Words that are quoted, reported, mentioned or refused are not the writer's own."""

from __future__ import annotations

import pytest

from goldseam.coach import Kind, Label, Moment, Role, analyse
from goldseam.coach.labels import HARD, UNDOING
from goldseam.coach.quoting import quoted_ranges

NOT_OWN = (
    "You said 'I'm sorry you feel that way'.",
    "You said “it was only a kiss” and laughed.",
    'You told me, "You\'re overreacting."',
    "You said I'm sorry you feel that way.",
    "I won't say I'm sorry you feel that way.",
    "I won't tell you it was only texting.",
    "I'm not going to say that mistakes were made.",
    "I could say I was drunk.",
    "It would be easy to blame the drink.",
    "I told myself it was no big deal.",
    "I'm not asking you to forgive me.",
    "You don't have to forgive me.",
    "My sister called you selfish.",
    "He said you always lie.",
    "What I heard is that I never listen and you feel alone.",
    "So you're saying that I always walk away.",
    "> You're pathetic and you ruin everything.",
    "I kept saying “can we move on”, and it was wrong.",
    "You asked if it was only once.",
    "instead of saying it was nothing I should have told you",
)

STILL_OWN = (
    ("You said 'I was late', but you're selfish.", Label.CRITICISM),
    ("I've said I'm sorry, so drop it.", Label.PRESSURE),
    ("You did that on purpose.", Label.MIND_READ),
    ("You said that on purpose to hurt me.", Label.MIND_READ),
    ("You never said you loved me.", Label.GENERALISE),
)


@pytest.mark.parametrize("text", NOT_OWN)
@pytest.mark.parametrize("kind", [Kind.APOLOGY, Kind.MESSAGE, Kind.REPLY])
def test_words_of_others_are_not_reproached(text: str, kind: Kind) -> None:
    analysis = analyse(text, role=Role.BROKE_TRUST, kind=kind, moment=Moment.DRAFT)
    found = {label for sentence in analysis.sentences for label in sentence.labels}
    assert not found & (UNDOING | HARD)
    assert analysis.remarks == ()


@pytest.mark.parametrize(("text", "label"), STILL_OWN)
def test_own_words_beside_a_quotation_are_read(text: str, label: Label) -> None:
    kind = Kind.REPLY if label is Label.PRESSURE else Kind.MESSAGE
    analysis = analyse(text, role=Role.UNKNOWN, kind=kind, moment=Moment.DRAFT)
    assert label in {found for sentence in analysis.sentences for found in sentence.labels}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no" twice.', ['"no"']),
        ("She said ‘don’t go’ and left.", ["‘don’t go’"]),
        ("I don't know. You didn't either.", []),
        ("The kids' room and my parents' house.", []),
        ("'cause I can't", []),
        ('An unfinished "quotation goes on', []),
        ("He wrote 'I said 'no' twice' there.", ["'I said 'no'"]),
        ("„So nicht“ means not so.", ["„So nicht“"]),
    ],
)
def test_where_quotations_stand(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_ranges(text)] == quoted


def test_a_lost_quotation_mark_does_not_hide_the_letter() -> None:
    text = "I read your 5\" note.\n\nI'm sorry you feel that way. " + "And so on. " * 80 + 'He said "no".'
    analysis = analyse(text, role=Role.BROKE_TRUST, kind=Kind.APOLOGY, moment=Moment.DRAFT)
    assert [remark.id for remark in analysis.remarks] == ["non_apology.feel"]
