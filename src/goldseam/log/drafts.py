"""Unsent texts: written while the private room is closed, read only while it is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid4, uuid5

from django.db import connection, transaction
from django.http import Http404

from goldseam.core.base import Refusal, Refused, VaultKind
from goldseam.core.drafts import AnyDraft, decode_draft, encode_draft
from goldseam.log.erasing import shred
from goldseam.log.house import House
from goldseam.log.models import DraftRow
from goldseam.vault import Place

D = TypeVar("D", bound=AnyDraft)

MOST = 200
MOST_CLOSED = 20_000


@dataclass(frozen=True, slots=True)
class Kept(Generic[D]):
    """A draft as it is kept: `version` counts its savings; `day` is the day of the last (UTC)."""

    id: UUID
    version: int
    day: date
    content: D


def _place(row_id: UUID, vault_id: UUID, version: int) -> Place:
    return Place("draft", row_id, vault_id, version)


def _opened(house: House, row: DraftRow) -> Kept[Any]:
    sealer = house.sealer(VaultKind.PRIVATE)
    plain = sealer.open(_place(row.id, row.vault_id, row.version), bytes(row.sealed))
    return Kept(row.id, row.version, row.day, decode_draft(plain))


def drafts(house: House, of: type[D]) -> list[Kept[D]]:
    """The person's drafts of a kind, the newest first. Raises `Locked` while the private tier is closed."""
    house.must_be_open(VaultKind.PRIVATE, None)
    vault = house.vault(VaultKind.PRIVATE)
    rows = DraftRow.objects.filter(vault_id=vault.id).order_by("-day", "id")
    found = (_opened(house, row) for row in rows)
    return [kept for kept in found if isinstance(kept.content, of)]


def draft(house: House, draft_id: UUID, of: type[D]) -> Kept[D]:
    """One own draft, 404 for a stranger's, a sent one, or one of another kind.

    Raises `Locked` while the private tier is closed.
    """
    house.must_be_open(VaultKind.PRIVATE, None)
    row = DraftRow.objects.filter(id=draft_id, vault_id=house.vault(VaultKind.PRIVATE).id).first()
    kept = None if row is None else _opened(house, row)
    if kept is None or not isinstance(kept.content, of):
        raise Http404
    return kept


def start_draft(
    house: House, content: AnyDraft, *, draft_id: UUID | None = None, writer: UUID | None = None
) -> UUID:
    """Keep a new draft and return its id. Raises `Refused(FULL)` at 200 drafts.

    While the private tier is closed the limit is another one, so far off that nobody can count by it.
    """
    vault = house.vault(VaultKind.PRIVATE)
    if DraftRow.objects.filter(vault_id=vault.id).count() >= (MOST if house.private_open else MOST_CLOSED):
        raise Refused(Refusal.FULL)
    made = draft_id or uuid4()
    sealed = house.sealer(VaultKind.PRIVATE).seal(_place(made, vault.id, 1), encode_draft(content))
    DraftRow.objects.create(
        id=made, vault_id=vault.id, version=1, writer=writer or uuid4(), day=house.now.date(), sealed=sealed
    )
    return made


def keep_draft(
    house: House, draft_id: UUID, content: AnyDraft, *, base: int, writer: UUID
) -> tuple[UUID, int]:
    """Save `content` over version `base` of a draft, and return the draft's id and new version.

    Works while the private tier is closed. `writer` names the open page: a page may always save over its own
    last saving, so that a lost answer and a second try make no copy. If another page saved meanwhile, nothing
    is overwritten: the text becomes a draft of its own, one for each page, whose id comes back. A draft
    that is gone is 404.

    While the private tier is closed only the page that saved last may save over it, and a draft that is gone
    answers like one that is not: whoever holds the phone can neither overwrite nor find out.
    """
    vault = house.vault(VaultKind.PRIVATE)
    with transaction.atomic():
        row = _held(vault.id, draft_id)
        if row is None and house.private_open:
            raise Http404
        strange = row is None or (row.writer != writer and (row.version != base or not house.private_open))
        if row is None or strange:
            copy = uuid5(draft_id, str(writer))
            row = _held(vault.id, copy)
            if row is None:
                return start_draft(house, content, draft_id=copy, writer=writer), 1
        row.version += 1
        row.sealed = house.sealer(VaultKind.PRIVATE).seal(
            _place(row.id, vault.id, row.version), encode_draft(content)
        )
        row.writer, row.day = writer, house.now.date()
        row.save()
        return row.id, row.version


def _held(vault_id: UUID, draft_id: UUID) -> DraftRow | None:
    """The draft's row, locked until the transaction ends."""
    rows = DraftRow.objects.filter(id=draft_id, vault_id=vault_id)
    if connection.features.has_select_for_update:
        rows = rows.select_for_update()
    return rows.first()


def drop_draft(house: House, draft_id: UUID) -> None:
    """Throw a draft away for good."""
    DraftRow.objects.filter(id=draft_id, vault_id=house.vault(VaultKind.PRIVATE).id).delete()
    transaction.on_commit(shred)
