"""Every rule of the coach, table by table. Data only; each rule says in one line why it is there."""

from __future__ import annotations

from goldseam.coach.rules import Rule
from goldseam.coach.tables.acts import NAMES_ACT
from goldseam.coach.tables.blame import BLAME
from goldseam.coach.tables.conditional import CONDITIONAL
from goldseam.coach.tables.contempt import CONTEMPT
from goldseam.coach.tables.counter import COUNTER
from goldseam.coach.tables.criticism import CRITICISM
from goldseam.coach.tables.denial import DENIAL
from goldseam.coach.tables.excuse import EXCUSE
from goldseam.coach.tables.failing import FAILINGS
from goldseam.coach.tables.feeling import FEELING
from goldseam.coach.tables.generalise import GENERALISE
from goldseam.coach.tables.impact import IMPACT
from goldseam.coach.tables.intent import INTENT
from goldseam.coach.tables.interrogate import INTERROGATE
from goldseam.coach.tables.mind_read import MIND_READ
from goldseam.coach.tables.minimise import MINIMISE
from goldseam.coach.tables.non_apology import NON_APOLOGY
from goldseam.coach.tables.ownership import OWNERSHIP
from goldseam.coach.tables.playing_down import PLAYED_DOWN
from goldseam.coach.tables.pressure import PRESSURE
from goldseam.coach.tables.promise import PROMISE
from goldseam.coach.tables.remorse import REMORSE
from goldseam.coach.tables.repair import REPAIR
from goldseam.coach.tables.request import REQUEST
from goldseam.coach.tables.validate import VALIDATE
from goldseam.coach.tables.victim import VICTIM

GOOD = (*OWNERSHIP, *FAILINGS, *NAMES_ACT, *IMPACT, *REMORSE, *REPAIR, *PROMISE)
"""What a real apology has."""

UNDOING = (
    *NON_APOLOGY,
    *CONDITIONAL,
    *EXCUSE,
    *INTENT,
    *MINIMISE,
    *PLAYED_DOWN,
    *BLAME,
    *COUNTER,
    *DENIAL,
    *VICTIM,
    *PRESSURE,
)
"""What undoes an apology."""

HARD = (*CRITICISM, *CONTEMPT, *MIND_READ, *GENERALISE, *INTERROGATE)
"""What makes a message hard to hear."""

OPENING = (*FEELING, *REQUEST, *VALIDATE)
"""What opens a talk."""

ALL_RULES: tuple[Rule, ...] = (*GOOD, *UNDOING, *HARD, *OPENING)
