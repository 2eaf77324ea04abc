"""Two invented people, paired, seven months in: alice was hurt, bob broke trust.

Everything is done as real people do it, through the same decisions and seals, with the clock set back. Every
feature that exists is in the history, so a new one adds its lines here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from goldseam.accounts.models import Person
from goldseam.accounts.names import name_index
from goldseam.core import breaches, desk, home, journal, kindness, letters
from goldseam.core.base import Outcome, VaultKind
from goldseam.core.breaches import ACCOUNTS, NAMED, View
from goldseam.core.drafts import KindWordDraft, LetterDraft
from goldseam.core.journal import JOURNAL
from goldseam.core.kindness import KINDNESS
from goldseam.core.letterbook import LETTERS, Letters
from goldseam.keys import clock
from goldseam.keys.opened import Opened
from goldseam.keys.slots import keep_keys, sign_up_keys
from goldseam.keys.unlocking import open_vaults
from goldseam.log import drafts
from goldseam.log.house import House
from goldseam.log.vaults import create_own
from goldseam.spaces import leaving, pairing
from goldseam.vault import Kind, Place, seal

MONTHS = timedelta(days=213)
PASSPHRASES = {
    "alice": "kettle orbit velvet ladder pepper dune",
    "bob": "cedar window ribbon marble onion lake",
}


@dataclass
class Resident:
    """One of the two, with keys in hand and a calendar to walk along."""

    opened: Opened
    start: datetime

    def on(self, day: int, hour: int = 20, minute: int = 15) -> House:
        """The house on a day of the story, in the evening (UTC)."""
        then = self.start + timedelta(days=day)
        return House(self.opened, now=then.replace(hour=hour, minute=minute, second=0, microsecond=0))

    def writes(self, day: int, text: str, hour: int = 20) -> str:
        page = str(uuid4())
        self.on(day, hour).act(lambda _: journal.write(id=page, text=text))
        return page


def fill() -> list[str]:
    """Make the two and their seven months. Returns lines that say how to sign in as each."""
    start = clock.now() - MONTHS
    with transaction.atomic():
        alice, bob = _arrives("alice", "Alice", start), _arrives("bob", "Bob", start)
        _alone(alice, bob)
        space = pairing.start_space(alice.on(12))
        pairing.accept(bob.on(12), pairing.invite(alice.on(12), space))
        pairing.pin_partner(alice.on(12), space)
        _tell(alice, bob, space)
        _letters(alice, bob, space)
        _kind_words(alice, bob, space)
        _rest(alice, bob, space)
    return [
        "Two people, paired, seven months in. Open two browsers, or one private window, and sign in as each:",
        *(f"  {name:<6} passphrase: {words}" for name, words in PASSPHRASES.items()),
        "Alice was hurt, Bob broke trust. A letter and something kind are waiting for Alice. All of it is invented.",
    ]


def _arrives(name: str, called: str, start: datetime) -> Resident:
    person_id = uuid4()
    keys = sign_up_keys(person=person_id, passphrase=PASSPHRASES[name])
    kept = seal(keys.desk, Place(Kind.LABEL, person_id, person_id), name.encode())
    person = Person.objects.create(
        id=person_id,
        name_index=name_index(name),
        name_kept=kept,
        public=keys.public,
        created_day=start.date(),
    )
    keep_keys(person=person_id, keys=keys)
    create_own(person_id)
    resident = Resident(open_vaults(person=person, root=keys.root), start)
    resident.on(0).act(lambda _: desk.choose_name(name=called))
    resident.on(0).act(lambda _: desk.choose_zone(zone="Europe/London"))
    resident.on(1).act(lambda house: desk.confirm_recovery(house.desk, today=house.today))
    return resident


def _alone(alice: Resident, bob: Resident) -> None:
    alice.writes(0, "I found the letter from the bank. I read it three times. I slept two hours.", hour=23)
    alice.writes(2, "Rang Mira. She came over and did not say anything clever. That helped.")
    alice.writes(6, "Ate something. Walked round the lake. My heart still jumps when his phone buzzes.")
    gone = alice.writes(8, "Something that I do not want to keep.")
    alice.on(9).act(lambda house: journal.delete(house.folded(JOURNAL, VaultKind.PRIVATE), id=gone))
    bob.writes(1, "She knows. I keep wanting to explain. I think the explaining is for me.")
    bob.writes(5, "I told her I would sleep in the small room until she says otherwise.")
    _names(alice, 4, View(
        kinds=("lie_or_hidden", "broken_promises"), size="one_event", when_words="since January",
        own_view="The loan. And that I asked him, three times, and he said it was fine.", role="hurt",
    ))  # fmt: skip
    _names(bob, 6, View(
        kinds=("lie_or_hidden",), size="many_small", when_words="January to April",
        own_view="I took the loan and hid it. Each time she asked it got harder to say.", role="broke_trust",
    ))  # fmt: skip


def _names(who: Resident, day: int, view: View) -> None:
    breach = str(uuid4())
    who.on(day).act(lambda _: breaches.name(view, id=breach))
    later = view._replace(own_view=f"{view.own_view} I see it a little more clearly now.")
    who.on(day + 60).act(
        lambda house: breaches.revise(house.folded(NAMED, VaultKind.PRIVATE), later, id=breach)
    )


def _tell(alice: Resident, bob: Resident, space: UUID) -> None:
    breach = str(uuid4())
    _shows(bob, 20, space, breach, "broke_trust",
           "In January I took out a loan of 9,000 and hid it. You asked three times. I lied three times.")  # fmt: skip
    _shows(alice, 22, space, breach, "hurt",
           "I found it in a letter. The money is one thing. Being told I imagined it is the other.")  # fmt: skip


def _shows(who: Resident, day: int, space: UUID, breach: str, role: str, text: str) -> None:
    account = breach if role == "broke_trust" else str(uuid4())

    def decide(house: House) -> Outcome:
        here = house.space(space)
        return breaches.share(
            house.folded(ACCOUNTS, VaultKind.SHARED, space), space=here.state, by=here.slot, id=breach,
            account=account, kinds=("lie_or_hidden",), words=text, role=role, believe="yes", afraid="no",
        )  # fmt: skip

    who.on(day).act(decide, space=space)


@dataclass
class Post:
    """The letters between the two, as they came and went."""

    space: UUID

    def sends(self, who: Resident, day: int, kind: str, text: str) -> str:
        letter = str(uuid4())

        def decide(house: House) -> Outcome:
            here = house.space(self.space)
            accounts = house.folded(ACCOUNTS, VaultKind.SHARED, self.space)
            return letters.send(
                house.folded(LETTERS, VaultKind.SHARED, self.space), accounts, space=here.state, by=here.slot,
                id=letter, kind=kind, text=text, breach=next(iter(accounts.breaches)), believe="yes", afraid="no",
            )  # fmt: skip

        who.on(day).act(decide, space=self.space)
        return letter

    def does(self, who: Resident, day: int, decide: Callable[..., Outcome], **what: object) -> None:
        """Any other act on letters: the state, the space and the slot are filled in."""

        def decided(house: House) -> Outcome:
            here = house.space(self.space)
            state = house.folded(LETTERS, VaultKind.SHARED, self.space)
            return decide(state, space=here.state, by=here.slot, **what)

        who.on(day).act(decided, space=self.space)

    def lays(self, who: Resident, day: int, decide: Callable[[House, Letters], Outcome]) -> None:
        """Something that only the own desk learns of."""
        who.on(day).act(
            lambda house: decide(house, house.folded(LETTERS, VaultKind.SHARED, self.space)), space=self.space
        )

    def opens(self, who: Resident, day: int, letter: str) -> None:
        def decide(house: House) -> Outcome:
            state = house.folded(LETTERS, VaultKind.SHARED, self.space)
            return letters.open_letter(state, house.desk, by=house.space(self.space).slot, id=letter)

        who.on(day).act(decide, space=self.space)

    def answers(
        self, who: Resident, day: int, letter: str, version: int, answer: str, **more: object
    ) -> None:
        self.opens(who, day - 1, letter)
        self.does(who, day, letters.answer, id=letter, version=version, answer=answer, **more)

    def sees_answer(self, who: Resident, day: int, letter: str) -> None:
        self.lays(who, day, lambda house, state: letters.see_answer(
            state, house.desk, by=house.space(self.space).slot, id=letter,
        ))  # fmt: skip


FIRST = "I lied to you about the money. It was my choice. You do not have to answer this."
ACCOUNT = (
    "In January I took out a loan and did not tell you. When you asked in February, in March and in April, I said "
    "that everything was paid.\n\nI was afraid of your face when you would hear it."
)
ACCOUNT_AGAIN = (
    "In January I took out a loan of 9,000 and did not tell you. You asked in February, in March and in April. Three "
    "times I looked at you and said that everything was paid.\n\nYou saw it right. I told you that you did not. You "
    "began to doubt your own eyes, at our own table. I did that.\n\nThe account is open to you now. I pay it back "
    "from my own wages, 300 each month. I will tell you on the day when something is late."
)
APOLOGY = (
    "I am sorry that I hid the loan and that I lied when you asked. It was wrong, and nobody made me do it.\n\nYou lay "
    "awake doing sums that could not come out. You stopped trusting your own sense of things. That was my doing.\n\nI "
    "go to the debt adviser every second Tuesday. I show you the statement each month before you ask."
)
SORROW = (
    "Today I sorted the papers and found your list from March, the one with the question marks. I had not understood "
    "until then how alone you were with it.\n\nI think you were not afraid of the money. I think you were afraid that "
    "you were going mad, and that I let you think so. If I have that wrong, I would like to know."
)


def _letters(alice: Resident, bob: Resident, space: UUID) -> None:
    post = Post(space)
    first = post.sends(bob, 25, "first_words", FIRST)
    post.answers(alice, 28, first, 1, "heard")
    post.sees_answer(bob, 29, first)
    account = post.sends(bob, 45, "account", ACCOUNT)
    post.lays(alice, 46, lambda house, state: letters.put_away(state, by=0, id=account))
    post.lays(alice, 50, lambda house, state: letters.take_up(house.desk, id=account))
    post.answers(alice, 52, account, 1, "part_missing", parts=("what_it_did", "what_you_do_now"),
                 words="What it did to me is not in it.")  # fmt: skip
    post.sees_answer(bob, 53, account)
    post.does(bob, 60, letters.revise, id=account, text=ACCOUNT_AGAIN, believe="yes", afraid="no")
    post.answers(alice, 66, account, 2, "heard", words="Yes. That is how it was.")
    post.sees_answer(bob, 67, account)
    apology = post.sends(bob, 100, "apology", APOLOGY)
    post.answers(alice, 106, apology, 1, "not_ready")
    post.sees_answer(bob, 107, apology)
    post.answers(alice, 150, apology, 1, "heard")
    post.sees_answer(bob, 151, apology)
    taken_back = post.sends(bob, 120, "apology", "I wrote this too late at night.")
    post.does(bob, 121, letters.withdraw, id=taken_back)
    post.sends(bob, 211, "sorrow", SORROW)
    content = LetterDraft(
        space=str(space), letter=str(uuid4()), kind="apology", text="About the third time you asked:"
    )
    drafts.start_draft(bob.on(212), content)


def _kind_words(alice: Resident, bob: Resident, space: UUID) -> None:
    """Three were given, one of them waits, one was taken back; one was kept, one is being written."""
    asked = _gives(bob, 140, space, "You asked how the talk went, and then you let me tell it slowly.",
                 "I was less alone with it.")  # fmt: skip
    _receives(alice, 141, space, kindness.read, asked)
    hasty = _gives(bob, 170, space, "You smiled, so it must be over now.")
    _receives(alice, 171, space, kindness.put_away, hasty)
    bob.on(172).act(
        lambda house: kindness.withdraw(
            house.folded(KINDNESS, VaultKind.SHARED, space), space="active", by=1, id=hasty
        ),
        space=space,
    )
    alice.on(173).act(lambda _: kindness.be_quiet(space=str(space), until=None))
    alice.on(190).act(lambda house: kindness.show_again(house.desk, space=str(space)))
    seen = _gives(alice, 201, space, "You had the bank statement in your hand before I asked.")
    _receives(bob, 202, space, kindness.read, seen)
    _gives(bob, 212, space, "You left the light on in the hall when I came home late.",
           "I stood there for a moment. I had not seen that light for a long time.")  # fmt: skip
    alice.on(198).act(lambda _: kindness.keep(id=str(uuid4()), noticed="He hummed while he washed up."))
    draft = KindWordDraft(space=str(space), note=str(uuid4()), noticed="When Mira came, you")
    drafts.start_draft(bob.on(212), draft)


def _gives(who: Resident, day: int, space: UUID, noticed: str, meant: str = "") -> str:
    note = str(uuid4())

    def decide(house: House) -> Outcome:
        here, words = house.space(space), house.folded(KINDNESS, VaultKind.SHARED, space)
        said = {"noticed": noticed, "meant": meant}
        return kindness.give(words, space=here.state, by=here.slot, id=note, now=house.now, **said)

    who.on(day).act(decide, space=space)
    return note


def _receives(who: Resident, day: int, space: UUID, act: Callable[..., Outcome], note: str) -> None:
    def decide(house: House) -> Outcome:
        words = house.folded(KINDNESS, VaultKind.SHARED, space)
        return act(words, house.desk, by=house.space(space).slot, id=note)

    who.on(day).act(decide, space=space)


def _rest(alice: Resident, bob: Resident, space: UUID) -> None:
    leaving.pause_space(alice.on(80), space)
    leaving.resume_space(alice.on(83), space)
    alice.on(90).act(lambda _: desk.keep_hours(start=8 * 60, end=21 * 60))
    alice.on(91).act(lambda house: desk.enough(house.desk, today=house.today))
    alice.on(92).act(lambda house: home.not_today(house.desk, step="journal.write", today=house.today))
    alice.writes(70, "He read my line back to me and got it right. I cried, the other kind.")
    alice.writes(
        130, "Three good weeks. Then the date of the bank letter came round and I could not breathe."
    )
    alice.writes(205, "I asked about the statement before he showed it. He had it in his hand already.")
    bob.writes(75, "The second version was harder and better. Nothing in it about me.")
    bob.writes(
        160, "Showed the statement before she asked. She only nodded. I wanted more. That is mine to carry."
    )
