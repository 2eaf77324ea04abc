"""One's own sessions: where one is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from goldseam.keys.models import Session, session_row
from goldseam.keys.opened import Request
from goldseam.keys.sessions import alive, hashed
from goldseam.vault import Kind, Place, VaultError, open_record


@dataclass(frozen=True, slots=True)
class Visit:
    """A session: which browser, since which day, and whether it is the one that asks."""

    id: UUID
    label: str
    day: date
    here: bool


def own_visits(request: Request) -> list[Visit]:
    """All open sessions of the person, this one first."""
    here = session_row(hashed(request.session.session_key or ""))
    visits = [Visit(row.row, _label(request, row), row.started_day, row.row == here) for row in _own(request)]
    return sorted(visits, key=lambda visit: not visit.here)


def end_visit(request: Request, visit: str) -> bool:
    """End the session with this id, at once. True, and nothing done, where it is the session that asks."""
    try:
        wanted = UUID(visit)
    except ValueError:
        return False
    if wanted == session_row(hashed(request.session.session_key or "")):
        return True
    _own(request).filter(session_key__startswith=wanted.hex).delete()
    return False


def _own(request: Request) -> QuerySet[Session]:
    return alive().filter(person_id=request.user.pk).order_by("-started_day")


def _label(request: Request, row: Session) -> str:
    place = Place(Kind.LABEL, row.row, request.user.pk)
    try:
        return open_record(request.opened.need_shared().desk, place, bytes(row.label or b"")).decode()
    except VaultError:
        return _("A browser")
