"""Two people do anything with two letters, in any order."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from goldseam.core.base import Outcome, Refused, VaultKind
from goldseam.core.breaches import Accounts
from goldseam.core.desk import DESK, Desk
from goldseam.core.letters import (
    ANSWERING,
    LETTERS,
    MAX_REVISIONS,
    TRANSITIONS,
    Answer,
    Event,
    Letters,
    LetterState,
    Part,
    answer,
    answers_for,
    can,
    open_letter,
    put_away,
    revise,
    see_answer,
    send,
    take_back_answer,
    take_up,
    waiting_for,
    withdraw,
)
from goldseam.core.transitions import START
from tests.core.two_people import ALICE, BOB, TODAY, WILLING, TwoPeople, folds_alike

IDS = st.sampled_from(("one", "two"))
SLOTS = st.sampled_from((ALICE, BOB))


class LettersOfTwo(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.two = TwoPeople()
        self.space = "active"
        self.versions = {"one": 0, "two": 0}
        self.words = 0

    @property
    def letters(self) -> Letters:
        return self.two.shared.folded(LETTERS)

    def desk(self, slot: int) -> Desk:
        return self.two.log(VaultKind.DESK, slot).folded(DESK)

    def state(self, id: str) -> str:
        return self.letters.letters[id].state if id in self.letters.letters else START

    def marked(self, id: str) -> str:
        self.words += 1
        return f"text of letter {id}, number {self.words}"

    def shared(self, id: str, by: int, event: Event, decide: Callable[[], Outcome]) -> None:
        """Do it, or be refused and change nothing; buttons, table and decision agree."""
        letter = self.letters.letters.get(id)
        offered = letter is not None and can(letter, event, by=by) and self.space == "active"
        source, before = self.state(id), list(self.two.shared.entries)
        try:
            self.two.do(decide(), by)
        except Refused:
            assert not offered
            assert self.two.shared.entries == before
        else:
            assert any(row[:2] == (source, event) and row.target == self.state(id) for row in TRANSITIONS)

    def private(self, by: int, decide: Callable[[], Outcome]) -> None:
        """On the own desk: nothing that the other can see changes."""
        before, theirs = list(self.two.shared.entries), self.desk(1 - by)
        with suppress(Refused):
            self.two.do(decide(), by)
        assert self.two.shared.entries == before
        assert self.desk(1 - by) == theirs

    @rule(id=IDS, by=SLOTS)
    def sends(self, id: str, by: int) -> None:
        given: dict[str, Any] = {"space": self.space, "id": id, "kind": "apology", **WILLING}
        text = self.marked(id)
        self.shared(id, by, Event.SEND, lambda: send(self.letters, Accounts(), by=by, text=text, **given))

    @rule(
        id=IDS, by=SLOTS, said=st.sampled_from(Answer), version=st.integers(1, 3), part=st.sampled_from(Part)
    )
    def answers(self, id: str, by: int, said: Answer, version: int, part: Part) -> None:
        current = self.letters.letters[id].version if id in self.letters.letters else 1
        given: dict[str, Any] = {
            "space": self.space,
            "id": id,
            "answer": said,
            "parts": [part],
            "words": "Mine.",
        }
        self.shared(id, by, ANSWERING[said], lambda: answer(self.letters, by=by, version=current, **given))
        if version != current:
            self.private(by, lambda: answer(self.letters, by=by, version=version, **given))

    @rule(id=IDS, by=SLOTS)
    def takes_back_the_answer(self, id: str, by: int) -> None:
        if self.state(id) is LetterState.WAITING or self.state(id) is LetterState.WITHDRAWN:
            before = self.state(id)
            with suppress(Refused):
                self.two.do(take_back_answer(self.letters, space=self.space, by=by, id=id), by)
            assert self.state(id) == before
            return
        taken = lambda: take_back_answer(self.letters, space=self.space, by=by, id=id)  # noqa: E731
        self.shared(id, by, Event.TAKE_BACK_ANSWER, taken)

    @rule(id=IDS, by=SLOTS)
    def revises(self, id: str, by: int) -> None:
        text = self.marked(id)
        given: dict[str, Any] = {"space": self.space, "id": id, "text": text, **WILLING}
        self.shared(id, by, Event.REVISE, lambda: revise(self.letters, by=by, **given))

    @rule(id=IDS, by=SLOTS)
    def withdraws(self, id: str, by: int) -> None:
        self.shared(id, by, Event.WITHDRAW, lambda: withdraw(self.letters, space=self.space, by=by, id=id))

    @rule(id=IDS, by=SLOTS)
    def opens(self, id: str, by: int) -> None:
        self.private(by, lambda: open_letter(self.letters, self.desk(by), by=by, id=id))

    @rule(id=IDS, by=SLOTS, until=st.sampled_from((None, TODAY)))
    def puts_away(self, id: str, by: int, until: Any) -> None:
        self.private(by, lambda: put_away(self.letters, by=by, id=id, until=until))

    @rule(id=IDS, by=SLOTS)
    def takes_up(self, id: str, by: int) -> None:
        self.private(by, lambda: take_up(self.desk(by), id=id))

    @rule(id=IDS, by=SLOTS)
    def sees_the_answer(self, id: str, by: int) -> None:
        self.private(by, lambda: see_answer(self.letters, self.desk(by), by=by, id=id))

    @rule(space=st.sampled_from(("active", "active", "paused", "separated")))
    def the_space_moves(self, space: str) -> None:
        self.space = space

    @invariant()
    def versions_only_grow_and_end(self) -> None:
        for id, letter in self.letters.letters.items():
            assert letter.version <= 1 + MAX_REVISIONS
            assert letter.withdrawn or letter.version >= self.versions[id]
            self.versions[id] = letter.version

    @invariant()
    def the_texts_are_where_the_state_says(self) -> None:
        for id, letter in self.letters.letters.items():
            bodies = [self.two.shared.body(seq) for seq in letter.versions]
            assert all(body.id == id and f"letter {id}" in body.text for body in bodies)
            assert all(self.two.shared.authors[seq - 1] == letter.by for seq in letter.versions)

    @invariant()
    def what_was_withdrawn_shows_no_text(self) -> None:
        log = repr(self.two.shared.lines)
        for id, letter in self.letters.letters.items():
            assert letter.withdrawn == (f"text of letter {id}" not in log)

    @invariant()
    def each_waits_for_the_right_one(self) -> None:
        for slot in (ALICE, BOB):
            for waiting in waiting_for(self.letters, self.desk(slot), slot, TODAY):
                assert self.letters.letters[waiting.id].by == 1 - slot
                assert self.state(waiting.id) is LetterState.WAITING
            for id in answers_for(self.letters, self.desk(slot), slot):
                assert self.letters.letters[id].by == slot

    def teardown(self) -> None:
        folds_alike(self.two.shared, LETTERS)
        for slot in (ALICE, BOB):
            folds_alike(self.two.log(VaultKind.DESK, slot), DESK)


TestLettersOfTwo = LettersOfTwo.TestCase
TestLettersOfTwo.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
