from __future__ import annotations

from goldseam.core.base import Refusal, VaultKind
from goldseam.core.journal import JOURNAL, JournalWritten, Page, delete, matches, write
from goldseam.core.words import MAX_TEXT
from tests.core.examples import ID, OTHER
from tests.core.two_people import TwoPeople, folds_alike, refused


def test_a_page_is_kept_under_its_own_row_and_its_draft_is_dropped() -> None:
    page, dropped = write(id=ID, text=" Slept.\r\n", draft=OTHER)

    assert (page.vault, page.body, page.row) == (VaultKind.PRIVATE, JournalWritten(id=ID, text="Slept."), ID)  # type: ignore[union-attr]
    assert dropped.draft == OTHER  # type: ignore[union-attr]
    assert len(write(id=ID, text="Slept.")) == 1


def test_pages_come_newest_first_and_a_deleted_one_is_gone() -> None:
    two = TwoPeople()
    log = two.log(VaultKind.PRIVATE, 0)
    for id in ("a", "b", "c"):
        two.do(write(id=id, text=id))
    folds_alike(log, JOURNAL)
    assert log.folded(JOURNAL).newest_first == (Page("c", 3), Page("b", 2), Page("a", 1))

    two.do(delete(log.folded(JOURNAL), id="b"))

    assert log.folded(JOURNAL).newest_first == (Page("c", 3), Page("a", 1))
    assert log.folded(JOURNAL).seq_of("b") is None
    folds_alike(log, JOURNAL)
    with refused(Refusal.NOT_FOUND):
        delete(log.folded(JOURNAL), id="b")


def test_an_empty_or_endless_page_is_refused() -> None:
    with refused(Refusal.EMPTY, "text"):
        write(id=ID, text=" ")
    with refused(Refusal.TOO_LONG, "text"):
        write(id=ID, text="a" * (MAX_TEXT + 1))


def test_pages_are_searched_by_words() -> None:
    assert matches("He rang at six.", "SIX rang")
