"""The page of states for the docs, drawn from the tables that the decisions use."""

from __future__ import annotations

from collections.abc import Iterator

from goldseam.core.spaces import ACCEPTS
from goldseam.core.states import standings, tables
from goldseam.core.transitions import START, Table, Transition

_HEAD = """# States

Generated from `goldseam.core.states` by `goldseam.core.drawing.states_markdown()`; a test compares this page
with the code. An arrow says what is done, and by whom. What is not drawn is refused by name
(`goldseam.core.base.Refusal`).
"""


def states_markdown() -> str:
    """Every table as a state diagram in mermaid, then the two tables that are no diagrams."""
    parts = [_HEAD]
    parts += [f"## {name}\n\n{_diagram(table)}" for name, table in tables().items()]
    parts += [_standings(), _accepts()]
    return "\n".join(parts)


def _diagram(table: Table) -> str:
    rows = "\n".join(_arrow(row) for row in table)
    return f"```mermaid\nstateDiagram-v2\n{''.join(_names(table))}{rows}\n```\n"


def _arrow(row: Transition) -> str:
    """One line. Mermaid reads a second colon as the end of the words."""
    said = f"{row.event} ({row.who})".replace(":", "")
    return f"    {_node(row.source)} --> {_node(row.target)}: {said}"


def _names(table: Table) -> Iterator[str]:
    """A line for each state whose name is more than one word."""
    for state in dict.fromkeys(state for row in table for state in (row.source, row.target)):
        if _node(state) != state:
            yield f'    state "{state}" as {_node(state)}\n'


def _node(state: str) -> str:
    return state if state == START else state.replace(" ", "_")


def _standings() -> str:
    rows = "\n".join(
        f"| {' + '.join(roles) or 'none'} | {standing} |" for roles, standing in standings().items()
    )
    return (
        "## What a breach is between two\n\n"
        "Derived from the roles that each took for oneself; a role that was not said is none.\n\n"
        f"| roles taken | standing |\n|---|---|\n{rows}\n"
    )


def _accepts() -> str:
    rows = "\n".join(f"| {state} | {', '.join(acts) or 'nothing'} |" for state, acts in ACCEPTS.items())
    return f"## What a space accepts\n\n| state | accepted |\n|---|---|\n{rows}\n"
