from __future__ import annotations

from typing import Any

import pytest

from goldseam.core.base import Append, DropDraft, Erase, Outcome, Refusal, VaultKind
from goldseam.core.breaches import ACCOUNTS, Accounts, share
from goldseam.core.letterbook import MAX_REVISIONS
from goldseam.core.letters import (
    LETTERS,
    MAX_LETTERS,
    PARTS,
    Answer,
    Event,
    Letter,
    LetterAnswered,
    LetterKind,
    LetterRevised,
    Letters,
    LetterSent,
    LetterState,
    LetterWithdrawn,
    Part,
    answer,
    can,
    revise,
    send,
    take_back_answer,
    withdraw,
)
from goldseam.core.words import MAX_TEXT
from tests.core.examples import ID, OTHER
from tests.core.two_people import ALICE, BOB, WILLING, TwoPeople, folds_alike, refused

TEXT = "On the third of April I took out the loan."
MISSING: dict[str, Any] = {"answer": "part_missing", "parts": ["what_it_did"]}


def sent(two: TwoPeople, by: int = BOB, **more: Any) -> Outcome:
    given = {"space": "active", "id": ID, "kind": "account", "text": TEXT, **WILLING, **more}
    return send(two.shared.folded(LETTERS), two.shared.folded(ACCOUNTS), by=by, **given)


def answered(two: TwoPeople, by: int = ALICE, **more: Any) -> Outcome:
    letters = two.shared.folded(LETTERS)
    version = letters.letters[ID].version if ID in letters.letters else 1
    return answer(
        letters, by=by, **{"space": "active", "id": ID, "version": version, "answer": "heard", **more}
    )


def revised(two: TwoPeople, by: int = BOB, **more: Any) -> Outcome:
    given = {"space": "active", "id": ID, "text": f"{TEXT} And you lay awake.", **WILLING, **more}
    return revise(two.shared.folded(LETTERS), by=by, **given)


def withdrawn(two: TwoPeople, by: int = BOB, space: str = "active") -> Outcome:
    return withdraw(two.shared.folded(LETTERS), space=space, by=by, id=ID)


def letter_in(two: TwoPeople) -> Letter:
    return two.shared.folded(LETTERS).letters[ID]


@pytest.fixture
def two() -> TwoPeople:
    """Bob's account is with Alice."""
    people = TwoPeople()
    people.do(sent(people), BOB)
    return people


class TestSending:
    def test_keeps_the_text_in_the_log_and_drops_the_draft(self) -> None:
        append, dropped = sent(TwoPeople(), text=f"{TEXT}\r\n", draft=OTHER)
        assert append == Append(VaultKind.SHARED, LetterSent(id=ID, kind=LetterKind.ACCOUNT, text=TEXT), ID)
        assert dropped == DropDraft(OTHER)

    def test_leaves_only_a_place_in_the_state(self, two: TwoPeople) -> None:
        assert letter_in(two) == Letter(BOB, LetterKind.ACCOUNT, None, (1,))
        assert letter_in(two).state is LetterState.WAITING
        assert TEXT not in repr(two.shared.folded(LETTERS))
        assert two.shared.body(1).text == TEXT

    def test_twice_sends_once(self, two: TwoPeople) -> None:
        with refused(Refusal.ALREADY_DONE):
            sent(two)

    def test_is_about_a_breach_only_where_it_is_shared(self, two: TwoPeople) -> None:
        with refused(Refusal.NOT_FOUND, "breach"):
            sent(two, id=OTHER, breach=OTHER)
        shared = share(
            Accounts(),
            space="active",
            by=BOB,
            id=OTHER,
            account="a",
            kinds=["broken_promises"],
            words="I said Friday.",
            role="broke_trust",
            **WILLING,
        )
        two.do(shared, BOB)
        two.do(sent(two, id=OTHER, breach=OTHER), BOB)
        assert two.shared.folded(LETTERS).letters[OTHER].breach == OTHER

    @pytest.mark.parametrize(
        ("more", "refusal", "field"),
        [
            ({"text": " \n"}, Refusal.EMPTY, "text"),
            ({"text": "a" * (MAX_TEXT + 1)}, Refusal.TOO_LONG, "text"),
            ({"kind": "verdict"}, Refusal.NOT_ALLOWED, "kind"),
            ({"space": "open"}, Refusal.ALONE, ""),
            ({"space": "paused"}, Refusal.PAUSED, ""),
            ({"space": "separated"}, Refusal.FROZEN, ""),
            ({"believe": "no"}, Refusal.NOT_OWN_WISH, ""),
            ({"afraid": "yes"}, Refusal.NOT_OWN_WISH, ""),
            ({"afraid": "unsure"}, Refusal.NOT_OWN_WISH, ""),
            ({"afraid": ""}, Refusal.NOT_ALLOWED, "afraid"),
        ],
    )
    def test_is_refused_by_name(self, more: dict[str, Any], refusal: Refusal, field: str) -> None:
        with refused(refusal, field):
            sent(TwoPeople(), **more)

    def test_leaves_no_trace_of_the_two_questions(self) -> None:
        asked = sent(TwoPeople(), believe="no", afraid="yes", knowing=True)
        assert asked == sent(TwoPeople()) == sent(TwoPeople(), believe="unsure")

    def test_has_an_end_for_each_writer(self) -> None:
        full = Letters({str(number): Letter(BOB, LetterKind.ACCOUNT) for number in range(MAX_LETTERS)})
        given: dict[str, Any] = {"space": "active", "id": ID, "kind": "sorrow", "text": TEXT, **WILLING}
        with refused(Refusal.FULL):
            send(full, Accounts(), by=BOB, **given)
        assert send(full, Accounts(), by=ALICE, **given)


class TestAnswering:
    @pytest.mark.parametrize("said", Answer)
    @pytest.mark.parametrize("before", [None, *Answer])
    def test_says_one_of_three_things_and_can_say_another_later(
        self, two: TwoPeople, before: Answer | None, said: Answer
    ) -> None:
        if before:
            two.do(answered(two, answer=before, parts=["what_it_did"], words="First."), ALICE)
        two.do(answered(two, answer=said, parts=["what_it_did"], words="Now."), ALICE)

        letter = letter_in(two)
        assert letter.state.value == said.value
        assert letter.answers[1].parts == ((Part.WHAT_IT_DID,) if said is Answer.PART_MISSING else ())
        assert two.shared.body(letter.answers[1].seq).words == "Now."
        assert "First." not in repr(two.shared.lines)
        folds_alike(two.shared, LETTERS)

    def test_needs_no_words(self, two: TwoPeople) -> None:
        assert answered(two, answer="not_ready", row=OTHER, draft="d") == (
            Append(VaultKind.SHARED, LetterAnswered(id=ID, version=1, answer=Answer.NOT_READY), OTHER),
            DropDraft("d"),
        )

    @pytest.mark.parametrize("kind", LetterKind)
    def test_names_a_part_that_this_kind_of_letter_has(self, kind: LetterKind) -> None:
        for part in Part:
            two = TwoPeople()
            two.do(sent(two, kind=kind), BOB)
            if part in PARTS[kind]:
                two.do(answered(two, answer="part_missing", parts=[part]), ALICE)
                assert letter_in(two).answers[1].parts == (part,)
            else:
                with refused(Refusal.NO_PART_NAMED, "parts"):
                    answered(two, answer="part_missing", parts=[part])

    @pytest.mark.parametrize(
        ("more", "refusal", "field"),
        [
            ({"answer": "forgiven"}, Refusal.NOT_ALLOWED, "answer"),
            ({"answer": "part_missing"}, Refusal.NO_PART_NAMED, "parts"),
            ({"answer": "part_missing", "parts": ["grovelling"]}, Refusal.NO_PART_NAMED, "parts"),
            ({"words": "a" * (MAX_TEXT + 1)}, Refusal.TOO_LONG, "words"),
            ({"id": OTHER}, Refusal.NOT_FOUND, ""),
            ({"by": BOB}, Refusal.NOT_YOURS, ""),
            ({"version": 2}, Refusal.NEWER_VERSION, ""),
            ({"space": "paused"}, Refusal.PAUSED, ""),
            ({"space": "separated"}, Refusal.FROZEN, ""),
        ],
    )
    def test_is_refused_by_name(
        self, two: TwoPeople, more: dict[str, Any], refusal: Refusal, field: str
    ) -> None:
        with refused(refusal, field):
            answered(two, **more)

    def test_a_page_that_shows_an_older_version_is_told_so(self, two: TwoPeople) -> None:
        two.do(answered(two, **MISSING), ALICE)
        two.do(revised(two), BOB)
        with refused(Refusal.NEWER_VERSION):
            answered(two, version=1)

    def test_can_be_taken_back(self, two: TwoPeople) -> None:
        two.do(answered(two, **MISSING, words="The nights."), ALICE)
        two.do(revised(two), BOB)
        two.do(answered(two, words="Yes."), ALICE)
        taken = take_back_answer(two.shared.folded(LETTERS), space="separated", by=ALICE, id=ID)
        assert taken == (Erase(VaultKind.SHARED, 2), Erase(VaultKind.SHARED, 4))
        two.do(taken, ALICE)

        assert letter_in(two).state is LetterState.WAITING
        assert letter_in(two).version == 2
        assert "nights" not in repr(two.shared.lines)
        folds_alike(two.shared, LETTERS)
        for id in (ID, OTHER):
            with refused(Refusal.NOT_FOUND):
                take_back_answer(two.shared.folded(LETTERS), space="active", by=ALICE, id=id)
        with refused(Refusal.FROZEN):
            take_back_answer(two.shared.folded(LETTERS), space="closed", by=ALICE, id=ID)

    def test_is_taken_back_only_by_its_reader(self, two: TwoPeople) -> None:
        two.do(answered(two), ALICE)
        with refused(Refusal.NOT_YOURS):
            take_back_answer(two.shared.folded(LETTERS), space="active", by=BOB, id=ID)


class TestRevising:
    def test_answers_a_missing_part_with_a_version_of_its_own(self, two: TwoPeople) -> None:
        two.do(answered(two, **MISSING), ALICE)
        append, dropped = revised(two, text="Whole now.", row=OTHER, draft="d")
        assert append == Append(VaultKind.SHARED, LetterRevised(id=ID, version=2, text="Whole now."), OTHER)
        assert dropped == DropDraft("d")
        two.do((append,), BOB)

        letter = letter_in(two)
        assert (letter.versions, letter.state) == ((1, 3), LetterState.WAITING)
        assert letter.answers[1].answer is Answer.PART_MISSING
        assert [two.shared.body(seq).text for seq in letter.versions] == [TEXT, "Whole now."]

    @pytest.mark.parametrize("said", [None, "heard", "not_ready"])
    def test_is_for_a_missing_part_only(self, two: TwoPeople, said: str | None) -> None:
        """Not ready: there is nothing to fix tonight."""
        if said:
            two.do(answered(two, answer=said), ALICE)
        with refused(Refusal.NOTHING_ASKED):
            revised(two)

    def test_ends_after_two(self, two: TwoPeople) -> None:
        for left in range(MAX_REVISIONS, 0, -1):
            two.do(answered(two, **MISSING), ALICE)
            assert letter_in(two).revisions_left == left
            assert can(letter_in(two), Event.REVISE, by=BOB)
            two.do(revised(two), BOB)
        two.do(answered(two, **MISSING), ALICE)
        assert not can(letter_in(two), Event.REVISE, by=BOB)
        with refused(Refusal.ENOUGH_REVISIONS):
            revised(two)

    @pytest.mark.parametrize(
        ("more", "refusal", "field"),
        [
            ({"id": OTHER}, Refusal.NOT_FOUND, ""),
            ({"by": ALICE}, Refusal.NOT_YOURS, ""),
            ({"text": ""}, Refusal.EMPTY, "text"),
            ({"space": "paused"}, Refusal.PAUSED, ""),
            ({"afraid": "yes"}, Refusal.NOT_OWN_WISH, ""),
        ],
    )
    def test_is_refused_by_name(
        self, two: TwoPeople, more: dict[str, Any], refusal: Refusal, field: str
    ) -> None:
        two.do(answered(two, **MISSING), ALICE)
        with refused(refusal, field):
            revised(two, **more)


class TestWithdrawing:
    @pytest.mark.parametrize("space", ["active", "paused", "separated"])
    def test_erases_every_version_and_leaves_the_readers_words(self, two: TwoPeople, space: str) -> None:
        two.do(answered(two, **MISSING, words="The nights."), ALICE)
        two.do(revised(two), BOB)
        outcome = withdrawn(two, space=space)
        assert outcome == (
            Append(VaultKind.SHARED, LetterWithdrawn(id=ID)),
            Erase(VaultKind.SHARED, 1),
            Erase(VaultKind.SHARED, 3),
        )
        two.do(outcome, BOB)

        letter = letter_in(two)
        assert (letter.state, letter.versions, letter.kind) == (LetterState.WITHDRAWN, (), None)
        assert letter.version == 0
        assert "loan" not in repr(two.shared.lines)
        assert two.shared.body(letter.answers[1].seq).words == "The nights."
        folds_alike(two.shared, LETTERS)

    def test_looks_the_same_before_and_after_the_lines_are_erased(self, two: TwoPeople) -> None:
        two.do(answered(two, **MISSING), ALICE)
        two.do(revised(two), BOB)
        append, *erasures = withdrawn(two)
        two.do((append,), BOB)
        before = two.shared.folded(LETTERS)
        two.do(tuple(erasures), BOB)
        assert two.shared.folded(LETTERS) == before

    @pytest.mark.parametrize("said", [None, *Answer])
    def test_is_open_from_every_state(self, two: TwoPeople, said: Answer | None) -> None:
        if said:
            two.do(answered(two, answer=said, parts=["what_it_did"]), ALICE)
        assert can(letter_in(two), Event.WITHDRAW, by=BOB)
        assert not can(letter_in(two), Event.WITHDRAW, by=ALICE)
        two.do(withdrawn(two), BOB)
        assert letter_in(two).state is LetterState.WITHDRAWN

    def test_is_refused_by_name(self, two: TwoPeople) -> None:
        with refused(Refusal.NOT_YOURS):
            withdrawn(two, by=ALICE)
        with refused(Refusal.FROZEN):
            withdrawn(two, space="closed")
        with refused(Refusal.NOT_FOUND):
            withdraw(Letters(), space="active", by=BOB, id=ID)

    def test_ends_the_letter(self, two: TwoPeople) -> None:
        two.do(withdrawn(two), BOB)
        for again in (withdrawn, revised, answered):
            with refused(Refusal.WITHDRAWN):
                again(two)
        with refused(Refusal.ALREADY_DONE):
            sent(two)
        assert not any(can(letter_in(two), event, by=by) for event in Event for by in (ALICE, BOB))


class TestALogThatSaysMoreThanItMay:
    """Whatever the log holds, a slot moves nothing that is not its own."""

    def test_only_the_writer_revises_and_withdraws(self, two: TwoPeople) -> None:
        before = letter_in(two)
        two.shared.append(LetterRevised(id=ID, version=2, text="Mine now."), ALICE)
        two.shared.append(LetterWithdrawn(id=ID), ALICE)
        two.shared.append(LetterSent(id=ID, kind=LetterKind.SORROW, text="Another."), ALICE)
        assert letter_in(two) == before

    def test_only_the_reader_answers_and_only_what_is_there(self, two: TwoPeople) -> None:
        before = letter_in(two)
        two.shared.append(LetterAnswered(id=ID, version=1, answer=Answer.HEARD), BOB)
        two.shared.append(LetterAnswered(id=ID, version=2, answer=Answer.HEARD), ALICE)
        assert letter_in(two) == before

    def test_a_version_follows_the_one_before(self, two: TwoPeople) -> None:
        before = letter_in(two)
        two.shared.append(LetterRevised(id=ID, version=3, text="Third."), BOB)
        two.shared.append(LetterRevised(id=OTHER, version=2, text="Of nothing."), BOB)
        assert two.shared.folded(LETTERS).letters == {ID: before}

    def test_an_answer_outlives_a_letter_whose_lines_are_gone(self, two: TwoPeople) -> None:
        two.do(answered(two, words="I read it."), ALICE)
        two.shared.erase(1, BOB)
        letter = letter_in(two)
        assert (letter.by, letter.state) == (BOB, LetterState.WITHDRAWN)
        assert two.shared.body(letter.answers[1].seq).words == "I read it."
        taken = take_back_answer(two.shared.folded(LETTERS), space="separated", by=ALICE, id=ID)
        two.do(taken, ALICE)
        assert two.shared.folded(LETTERS) == Letters()
