"""The closed sets that the coach speaks: labels, parts of an apology, and who writes what, when."""

from __future__ import annotations

from enum import StrEnum


class Label(StrEnum):
    """What the words of a sentence do. Closed set of twenty; the values are the names."""

    OWNERSHIP = "OWNERSHIP"
    NAMES_ACT = "NAMES_ACT"
    IMPACT = "IMPACT"
    REMORSE = "REMORSE"
    REPAIR = "REPAIR"
    PROMISE = "PROMISE"
    NON_APOLOGY = "NON_APOLOGY"
    CONDITIONAL = "CONDITIONAL"
    EXCUSE = "EXCUSE"
    MINIMISE = "MINIMISE"
    DEFENSIVE = "DEFENSIVE"
    PRESSURE = "PRESSURE"
    CRITICISM = "CRITICISM"
    CONTEMPT = "CONTEMPT"
    MIND_READ = "MIND_READ"
    GENERALISE = "GENERALISE"
    INTERROGATE = "INTERROGATE"
    FEELING = "FEELING"
    REQUEST = "REQUEST"
    VALIDATE = "VALIDATE"


class Part(StrEnum):
    """What a real apology has; each is also a label."""

    OWNERSHIP = "OWNERSHIP"
    NAMES_ACT = "NAMES_ACT"
    IMPACT = "IMPACT"
    REMORSE = "REMORSE"
    REPAIR = "REPAIR"
    PROMISE = "PROMISE"


class Role(StrEnum):
    """The writer's own role in the breach. Taken by oneself, so it may be unknown."""

    BROKE_TRUST = "broke_trust"
    HURT = "hurt"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """What the text is meant to be."""

    APOLOGY = "apology"
    ACCOUNT = "account"
    SORROW = "sorrow"
    FIRST_WORDS = "first_words"
    MESSAGE = "message"
    REPLY = "reply"
    MIRROR = "mirror"


class Moment(StrEnum):
    """When the coach is asked. A first account is heard as it comes, contempt aside."""

    DRAFT = "draft"
    BEFORE_SENDING = "before_sending"
    FIRST_ACCOUNT = "first_account"


class Verdict(StrEnum):
    """How an apology stands as a whole. Never shown as a mark; it steers what the coach says first."""

    APOLOGY = "apology"
    PARTIAL = "partial"
    NON_APOLOGY = "non_apology"


UNDOING = frozenset(
    {
        Label.NON_APOLOGY,
        Label.CONDITIONAL,
        Label.EXCUSE,
        Label.MINIMISE,
        Label.DEFENSIVE,
        Label.PRESSURE,
    }
)
"""Labels that undo an apology."""

HARD = frozenset({Label.CRITICISM, Label.CONTEMPT, Label.MIND_READ, Label.GENERALISE, Label.INTERROGATE})
"""Labels of a message that is hard to hear."""

OWNING = frozenset({Kind.APOLOGY, Kind.ACCOUNT, Kind.SORROW, Kind.FIRST_WORDS})
"""Kinds in which the writer speaks of an own act."""

TALKING = frozenset({Kind.MESSAGE, Kind.REPLY, Kind.MIRROR})
"""Kinds in which two people talk."""

ANY_KIND = frozenset(Kind)
