"""Whether everything that the core can say has words, and no words stand for nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from goldseam.coach.labels import Part as CoachPart
from goldseam.coach.remarks import REMARK_IDS
from goldseam.content import HELP
from goldseam.content.kinds import Breaches, Coach, HelpIndex, Home, Kindness, Letters, Refusals, Text
from goldseam.core.base import Refusal
from goldseam.core.breaches import Kind, SecondTo, Size
from goldseam.core.home import REASONS, STEPS
from goldseam.core.letterbook import Answer, LetterKind, Part
from goldseam.core.standing import Role, Standing
from goldseam.core.wish import Sure


def uncovered(read: Mapping[str, Text]) -> Iterator[str]:
    """What has no words, and what has words and does not exist, as sentences."""
    for what, wanted, found in _pairs(read):
        yield from (f"{what}: “{name}” has no words" for name in wanted if name not in found)
        known = set(wanted)
        yield from (f"{what}: “{name}” has words and is nothing" for name in found if name not in known)
    yield from _places(read["refusals"])


def _pairs(read: Mapping[str, Text]) -> Iterator[tuple[str, Iterable[str], Collection[str]]]:
    breaches, home, letters, index = read["breaches"], read["home"], read["letters"], read["help/index"]
    assert isinstance(breaches, Breaches)
    assert isinstance(home, Home)
    assert isinstance(letters, Letters)
    assert isinstance(index, HelpIndex)
    yield "breaches, kinds", list(Kind), breaches.kinds
    yield "breaches, second_to", list(SecondTo), breaches.second_to
    yield "breaches, sizes", list(Size), breaches.sizes
    yield "breaches, roles", list(Role), breaches.roles
    yield "breaches, standings", list(Standing), breaches.standings
    yield "home, steps", list(STEPS), home.steps
    yield "home, reasons", list(REASONS), home.reasons
    yield "letters, kinds", list(LetterKind), letters.kinds
    yield "letters, parts", list(Part), letters.parts
    yield "letters, answers", list(Answer), letters.answers
    yield "letters, sure", list(Sure), letters.sure
    yield "help/index", list(HELP), [slug for group in index.groups for slug in group.slugs]
    coach = read["coach"]
    assert isinstance(coach, Coach)
    yield "coach, remarks", REMARK_IDS, coach.remarks
    yield "coach, parts", list(CoachPart), coach.parts
    yield "coach, looked_for", list(LetterKind), coach.looked_for
    kindness = read["kindness"]
    assert isinstance(kindness, Kindness)
    served = {need for prompt in kindness.prompts.values() for need in prompt.method}
    yield "kindness, prompts for", ["D4", "D5"], served
    asked = {ask.part for kind in letters.kinds.values() for ask in kind.guide}
    yield "letters, guide", list(Part), asked


def _places(refusals: Text) -> Iterator[str]:
    """Every refusal has general words; special ones name a place before a refusal that exists."""
    assert isinstance(refusals, Refusals)
    known = set(Refusal)
    yield from (f"refusals: “{name}” has no words" for name in sorted(known - refusals.words.keys()))
    for key in refusals.words:
        if key.rpartition(".")[2] not in known:
            yield f"refusals: “{key}” is no refusal"
