"""The shape of every content file. An unknown key, a missing word or a wrong type refuses to load."""

from __future__ import annotations

from typing import Literal

import msgspec


class Piece(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of a content file."""


class Text(Piece, frozen=True, kw_only=True):
    """What every content file begins with.

    `method` holds METHOD ids. `reviewer` and `reviewed_on` stay empty until a named clinician signs the file.
    """

    id: str
    version: int
    method: tuple[str, ...]
    source: str
    reviewer: str
    reviewed_on: str


class Refusals(Text, frozen=True, kw_only=True):
    """A sentence for every no of the core; a key may name a place first ("journal.empty")."""

    words: dict[str, str]


class BreachKind(Piece, frozen=True, kw_only=True):
    """A kind of breach, one plain line, and what it damages."""

    title: str
    line: str
    damages: tuple[str, ...]


class RoleWords(Piece, frozen=True, kw_only=True):
    """How a role is said by its bearer, and how it is shown to the other."""

    mine: str
    theirs: str


class Breaches(Text, frozen=True, kw_only=True):
    """What can have happened, and the part that a person takes in it."""

    kinds: dict[str, BreachKind]
    second_to: dict[str, str]
    sizes: dict[str, str]
    roles: dict[str, RoleWords]
    standings: dict[str, str]


class StepWords(Piece, frozen=True, kw_only=True):
    """A suggestion of Home."""

    title: str
    line: str


class Home(Text, frozen=True, kw_only=True):
    """Home: steps, reasons, what waits, the late hours."""

    steps: dict[str, StepWords]
    reasons: dict[str, str]
    waiting: dict[str, StepWords]
    quiet: dict[str, StepWords]
    late: StepWords
    late_rows: dict[str, StepWords]


class Ask(Piece, frozen=True, kw_only=True):
    """A question that helps to write one part of a letter. It reads as its question."""

    part: str
    ask: str

    def __str__(self) -> str:
        return self.ask


class LetterKindWords(Piece, frozen=True, kw_only=True):
    """A kind of letter: its title for the writer, `letter` for the reader, and what helps to write it.

    `cards` are for saying it in person: a few words each, to hold in the hand.
    """

    title: str
    letter: str
    for_whom: str
    line: str
    purpose: str
    minutes: int
    guide: tuple[Ask, ...]
    spoken: str
    cards: tuple[str, ...]


class AnswerWords(Piece, frozen=True, kw_only=True):
    """An answer as the reader chooses it, and as its writer is told."""

    reader: str
    writer: str


class Letters(Text, frozen=True, kw_only=True):
    """Letters: writing, sending, receiving, answering, waiting, taking back."""

    kinds: dict[str, LetterKindWords]
    parts: dict[str, str]
    answers: dict[str, AnswerWords]
    sure: dict[str, str]
    writing: dict[str, str]
    sending: dict[str, str]
    receiving: dict[str, str]
    answering: dict[str, str]
    waiting: dict[str, str]
    not_ready: dict[str, str]
    heard: dict[str, str]
    part_missing: dict[str, str]
    enough: dict[str, str]
    withdraw: dict[str, str]
    gap: str


class Spaces(Text, frozen=True, kw_only=True):
    """The place for two: inviting, pausing, leaving, the archive, forgetting."""

    invite: dict[str, str]
    accept: dict[str, str]
    pause: dict[str, str]
    leave: dict[str, str]
    archive: dict[str, str]
    forget: dict[str, str]


class Journal(Text, frozen=True, kw_only=True):
    """A few soft openers for a page of the journal."""

    openers: tuple[str, ...]


class NoticingPrompt(Piece, frozen=True, kw_only=True):
    """A question that helps to notice something good, and the METHOD ids that it serves.

    `of_the_other`: about the other of the two, so not asked where one may write about anybody.
    """

    method: tuple[str, ...]
    title: str
    ask: str
    of_the_other: bool = False


class NoticingWords(Piece, frozen=True, kw_only=True):
    """What stands around the paper on which something noticed is written down."""

    heading: str
    line: str
    nobody_waits: str
    afraid: str
    noticed: str
    noticed_hint: str
    meant: str
    meant_hint: str
    look: str
    keep: str
    prompts_heading: str
    plain_heading: str
    plain: tuple[str, ...]


class Kindness(Text, frozen=True, kw_only=True):
    """Kind words: noticing, giving, receiving, not wanting any now, taking back, keeping them for oneself."""

    prompts: dict[str, NoticingPrompt]
    writing: NoticingWords
    giving: dict[str, str]
    given: dict[str, str]
    receiving: dict[str, str]
    quiet: dict[str, str]
    withdraw: dict[str, str]
    gap: str
    kept: dict[str, str]


class RemarkWords(Piece, frozen=True, kw_only=True, rename={"hint": "try"}):
    """What a remark says: why it is made, and a question or a better way."""

    why: str
    hint: str


class Coach(Text, frozen=True, kw_only=True):
    """The coach's words: a remark for each id, the parts of an apology, and which kind of letter looks for which."""

    remarks: dict[str, RemarkWords]
    parts: dict[str, str]
    looked_for: dict[str, tuple[str, ...]]


class Way(Piece, frozen=True, kw_only=True):
    """Where one can go on. `to`: "help", "help:slug", "door:slug", or "write" (the journal, after a start)."""

    to: str
    title: str
    line: str = ""


Topic = Literal["listen", "fear", "harm"]
"""To be listened to; to be afraid of someone; to be afraid of what oneself may do."""


class Section(Piece, frozen=True, kw_only=True):
    """A short piece of a page.

    Paragraphs, points, paragraphs after them; `calls` shows a few numbers, `emergency` the first ones.
    `folded` sections open at a touch; `above` is a heading over the first of a run of them.
    """

    id: str
    title: str
    text: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    calls: tuple[Topic, ...] = ()
    emergency: bool = False
    ways: tuple[Way, ...] = ()
    sheet: bool = False
    folded: bool = False
    above: str = ""


class Page(Text, frozen=True, kw_only=True):
    """An open page: one of the first days, or of help. `age` is the reading age that its words keep to."""

    title: str
    line: str
    lead: tuple[str, ...]
    icon: str
    age: Literal[9, 12]
    sections: tuple[Section, ...]
    onward: tuple[Way, ...] = ()
    numbers: bool = False


class Doors(Text, frozen=True, kw_only=True):
    """The first page: what this is, and the order of the four doors."""

    title: str
    lead: tuple[str, ...]
    doors_heading: str
    order: tuple[str, ...]
    open_line: str
    start: str
    sign_in: str
    invited: str
    help: str
    plain: tuple[str, ...]
    plain_link: str
    leave_line: str


class Group(Piece, frozen=True, kw_only=True):
    """A heading over some help pages."""

    title: str
    slugs: tuple[str, ...]


class HelpIndex(Text, frozen=True, kw_only=True):
    """The help page of pages."""

    title: str
    lead: tuple[str, ...]
    danger_title: str
    danger_text: str
    danger_more: str
    groups: tuple[Group, ...]


class Line(Piece, frozen=True, kw_only=True):
    """A helpline. `checked` says how `verified_on` was earned: read in public listings, or phoned by us."""

    id: str
    country: str
    name: str
    number: str
    topics: tuple[Topic, ...]
    hours: str
    text: bool = False
    who: str = ""
    near: bool = False
    source: str
    checked: Literal["listing", "phoned"]
    verified_on: str

    @property
    def dial(self) -> str:
        """The number as a telephone takes it."""
        digits = "".join(sign for sign in self.number if sign.isdigit() or sign == "+")
        return f"{'sms' if self.text else 'tel'}:{digits}"

    @property
    def shown(self) -> str:
        """The number as it is read, which no narrow screen breaks in two."""
        return self.number.replace(" ", "\u00a0").replace("-", "\u2011")


class Country(Piece, frozen=True, kw_only=True):
    """A country or region with the number for danger. `near`, its short name, puts it at the top of pages."""

    code: str
    name: str
    emergency: tuple[str, ...]
    note: str = ""
    near: str = ""


class Helplines(Text, frozen=True, kw_only=True):
    """Numbers to call. Most are read from public listings: the page says so."""

    honest: str
    bill: str
    other: str
    topics: dict[str, str]
    countries: tuple[Country, ...]
    lines: tuple[Line, ...]
