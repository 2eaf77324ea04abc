"""What is said to whom: role, kind and moment decide; two things at most."""

from __future__ import annotations

import pytest

from goldseam.coach import REMARK_IDS, Kind, Label, Moment, Role, analyse
from goldseam.coach.labels import HARD, UNDOING
from goldseam.coach.tables import ALL_RULES


def _said(text: str, role: Role, kind: Kind, moment: Moment = Moment.DRAFT) -> list[str]:
    return [remark.id for remark in analyse(text, role=role, kind=kind, moment=moment).remarks]


def test_never_more_than_two_and_what_undoes_an_apology_first() -> None:
    text = "You're pathetic. You always lie. It was only a kiss. I'm sorry you feel that way. Move on. I was drunk."
    assert _said(text, Role.BROKE_TRUST, Kind.APOLOGY) == ["non_apology.feel", "pressure.move_on"]


def test_two_remarks_speak_of_different_things() -> None:
    text = "I'm sorry you feel that way. I'm sorry that you're upset. It was only a kiss. It's no big deal."
    assert _said(text, Role.BROKE_TRUST, Kind.APOLOGY) == ["non_apology.feel", "minimise.only"]


@pytest.mark.parametrize("role", [Role.HURT, Role.UNKNOWN, Role.DISPUTED])
def test_a_first_account_is_heard_as_it_comes(role: Role) -> None:
    text = "You're selfish. You always lie. You did it to punish me. How could you?"
    for kind in Kind:
        assert _said(text, role, kind, Moment.FIRST_ACCOUNT) == []


def test_contempt_gets_a_word_even_in_a_first_account() -> None:
    text = "You're selfish. You are a waste of space."
    assert _said(text, Role.HURT, Kind.ACCOUNT, Moment.FIRST_ACCOUNT) == ["contempt.insult"]


def test_the_one_who_broke_trust_is_read_strictly_in_a_first_account() -> None:
    text = "I lied to you. You made me do it."
    assert _said(text, Role.BROKE_TRUST, Kind.ACCOUNT, Moment.FIRST_ACCOUNT) == ["defensive.blame"]


@pytest.mark.parametrize("text", ["I didn't do anything wrong.", "That never happened.", "Nothing happened."])
def test_a_denial_is_never_reproached_where_it_may_be_true(text: str) -> None:
    for kind in Kind:
        for role in (Role.DISPUTED, Role.UNKNOWN, Role.HURT):
            assert _said(text, role, kind) == []
    assert _said(text, Role.BROKE_TRUST, Kind.APOLOGY) != []


@pytest.mark.parametrize(
    "text", ["I can't do anything right.", "Whatever I say is wrong.", "I'm always the bad guy."]
)
def test_despair_gets_care_and_no_remark(text: str) -> None:
    for role in Role:
        for kind in Kind:
            analysis = analyse(text, role=role, kind=kind, moment=Moment.BEFORE_SENDING)
            assert analysis.remarks == ()
    assert analyse(text, role=Role.UNKNOWN, kind=Kind.REPLY, moment=Moment.DRAFT).care.despair


def test_a_hurt_partner_is_not_read_as_one_who_apologises() -> None:
    text = "I was drunk that night. It was only the third time that I met him. You made me do it."
    assert _said(text, Role.HURT, Kind.ACCOUNT) == []
    assert _said(text, Role.HURT, Kind.MESSAGE) == []


def test_an_unknown_role_is_read_the_same_from_both_sides() -> None:
    text = "You're selfish. I'm sorry you feel that way."
    assert _said(text, Role.UNKNOWN, Kind.MESSAGE) == ["non_apology.feel", "criticism.character"]
    assert _said(text, Role.DISPUTED, Kind.MESSAGE) == ["non_apology.feel", "criticism.character"]


def test_questions_in_a_row_are_remarked_on_once() -> None:
    text = "Why did you lie? How many others are there? Do you think I'm stupid?"
    assert _said(text, Role.HURT, Kind.MESSAGE) == ["interrogate.series"]


def test_a_remark_shows_the_whole_clause() -> None:
    text = "I'm sorry you feel that way, and I'll ring you."
    remark = analyse(text, role=Role.BROKE_TRUST, kind=Kind.APOLOGY, moment=Moment.DRAFT).remarks[0]
    assert remark.quote == "I'm sorry you feel that way"
    assert text[remark.start : remark.end] == remark.quote
    assert remark.label is Label.NON_APOLOGY


def test_the_words_of_a_draft_stay_out_of_the_repr() -> None:
    analysis = analyse(
        "I'm sorry you feel that way.", role=Role.UNKNOWN, kind=Kind.APOLOGY, moment=Moment.DRAFT
    )
    assert "feel that way" not in repr(analysis)


def test_every_rule_that_reproaches_has_words_or_a_reason_to_stay_silent() -> None:
    for rule in ALL_RULES:
        reproaches = rule.label in UNDOING | HARD
        silent = rule.mark in ("v", "pointed", "plain")
        assert bool(rule.remark) == (reproaches and not silent), rule.because
        assert not rule.remark or rule.remark in REMARK_IDS


def test_a_hurt_partner_who_answers_hears_of_apology_words_and_pressure_only() -> None:
    assert _said("I'm sorry you feel that way.", Role.HURT, Kind.REPLY) == ["non_apology.feel"]
    assert _said("It was only a kiss. I was drunk. You made me do it.", Role.HURT, Kind.REPLY) == []


def test_an_excuse_is_remarked_on_in_a_reply_and_not_in_a_message() -> None:
    assert _said("I didn't mean to hurt you.", Role.BROKE_TRUST, Kind.REPLY) == ["excuse.intent"]
    assert _said("I didn't mean to hurt you.", Role.BROKE_TRUST, Kind.MESSAGE) == []
