"""What the coach says of a draft, to its writer alone: remarks in pencil, the parts so far, and care."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from goldseam.coach import Analysis, Kind, Moment, Remark, Role, analyse
from goldseam.coach.joining import ANY
from goldseam.content import words
from goldseam.core.base import VaultKind
from goldseam.core.breaches import ACCOUNTS
from goldseam.core.drafts import LetterDraft
from goldseam.core.standing import Prompt, Standing, prompts_for
from goldseam.core.standing import Role as OwnRole
from goldseam.log.house import House, SpaceView


@dataclass(frozen=True, slots=True)
class Note:
    """One remark: its number, the words that it is about and where they are, why, and what to try."""

    number: int
    key: str
    quote: str
    start: int
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class Pencil:
    """What there is to say now: at most two notes, the parts so far, and care where it is needed. What is not
    `english` was not read."""

    off: bool
    notes: tuple[Note, ...] = ()
    parts: tuple[tuple[str, bool], ...] = ()
    threat: bool = False
    despair: bool = False
    english: bool = True


def role_in(house: House, here: SpaceView, breach: str | None) -> Role:
    """The role that the writer openly took. Nobody is coached as the one who broke trust who did not say so."""
    accounts = house.folded(ACCOUNTS, VaultKind.SHARED, here.id)
    if breach is None or breach not in accounts.breaches:
        return Role.UNKNOWN
    standing, own = accounts.standing(breach), accounts.own_role(breach, here.slot)
    if standing is Standing.DISPUTED:
        return Role.DISPUTED
    if Prompt.ACCOUNT in prompts_for(standing, own):
        return Role.BROKE_TRUST
    return Role.HURT if own is OwnRole.HURT else Role.UNKNOWN


def pencil(house: House, here: SpaceView, draft: LetterDraft) -> Pencil:
    """The coach's reading of a draft. Care shows even where remarks are turned off."""
    role, kind = role_in(house, here, draft.breach), Kind(draft.kind)
    read = analyse(draft.text, role=role, kind=kind, moment=_moment(role, kind))
    care = read.care
    if draft.coach_off:
        return Pencil(True, threat=care.threat, despair=care.despair)
    return Pencil(
        False, _notes(read, draft), _parts(read, draft, role), care.threat, care.despair, read.english
    )


def _moment(role: Role, kind: Kind) -> Moment:
    """An account by one who was hurt, or of what is disputed, is heard as it comes."""
    heard = kind is Kind.ACCOUNT and role in (Role.HURT, Role.DISPUTED)
    return Moment.FIRST_ACCOUNT if heard else Moment.DRAFT


def _notes(read: Analysis, draft: LetterDraft) -> tuple[Note, ...]:
    told = words().coach.remarks
    keyed = [(_key(read, one), one) for one in read.remarks]
    return tuple(
        Note(number, key, one.quote, one.start, told[one.id].why, told[one.id].hint)
        for number, (key, one) in enumerate(
            (pair for pair in keyed if pair[0] not in draft.dismissed), start=1
        )
    )


def _parts(read: Analysis, draft: LetterDraft, role: Role) -> tuple[tuple[str, bool], ...]:
    """What this kind of letter often holds, and whether it is there. Nothing is asked of a disputed one."""
    if role is Role.DISPUTED or not draft.text.strip() or not read.english:
        return ()
    told, there = words().coach, {span.label.value for span in read.spans}
    return tuple((told.parts[part], part in there) for part in told.looked_for.get(draft.kind, ()))


def _key(read: Analysis, remark: Remark) -> str:
    """By its words; what the network alone found by its whole sentence, because its words may move with the others."""
    if remark.id not in ANY.values():
        return remark_key(remark.id, remark.quote)
    here = next(one for one in read.sentences if one.start <= remark.start < one.end)
    return remark_key(remark.label.value, here.text)


def remark_key(id: str, quote: str) -> str:
    """What "not here" is remembered by: the remark and the words it was about, without the words."""
    return f"{id}:{hashlib.sha256(quote.encode()).hexdigest()[:16]}"
