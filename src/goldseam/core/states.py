"""All tables of states, by name, as the decisions use them."""

from __future__ import annotations

from goldseam.core import kindness, letters, spaces
from goldseam.core.standing import STANDINGS, Role, Standing
from goldseam.core.transitions import START, Table, Transition

DESK_LETTER: Table = (
    Transition(START, "comes", "writer", "new"),
    Transition("new", "open", "reader", "opened"),
    Transition("new", "put away", "reader", "away"),
    Transition("opened", "put away", "reader", "away"),
    Transition("away", "take up, or its day comes", "reader", "new or opened"),
    Transition("away", "open", "reader", "opened"),
)
"""A letter on its reader's desk. The writer sees none of this."""

ACCOUNT: Table = (
    Transition(START, "share", "each, the own account", "shown"),
    Transition("shown", "take back", "its writer", START),
)
"""One person's account of a breach. Nothing that the other does moves it."""


def tables() -> dict[str, Table]:
    """Every table of transitions, by the name that the docs give it."""
    return {
        "A space": spaces.TRANSITIONS,
        "An account of a breach": ACCOUNT,
        "A letter": letters.TRANSITIONS,
        "A letter on its reader's desk": DESK_LETTER,
        "A kind word": kindness.TRANSITIONS,
        "A kind word on its receiver's desk": kindness.ON_THE_DESK,
        "What was noticed and kept for oneself": kindness.FOR_ONESELF,
    }


def standings() -> dict[tuple[Role, ...], Standing]:
    """What a breach is between two, by the roles that were taken."""
    return dict(STANDINGS)
