"""Several at once, on real files and on PostgreSQL: nothing is lost, nothing breaks, every chain is whole."""

from __future__ import annotations

import threading
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connections

from goldseam.core.base import Refusal, Refused, VaultKind
from goldseam.core.breaches import ACCOUNTS
from goldseam.core.drafts import LetterDraft
from goldseam.core.journal import JOURNAL
from goldseam.core.letterbook import LETTERS
from goldseam.core.standing import Standing
from goldseam.log import check, drafts
from goldseam.spaces import leaving, pairing
from tests.cast import Someone, keyring_of, pair, someone
from tests.security import flows
from tests.visitors import visitor

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")

TIMES = 5


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do all of this at the same moment, each in a thread with connections of its own; what each gave back.

    Whatever one of them raises is raised here.
    """
    start, results, raised = threading.Barrier(len(acts)), {}, []

    def run(number: int, act: Callable[[], object]) -> None:
        try:
            start.wait(30)
            results[number] = act()
        except BaseException as error:
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=numbered) for numbered in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    if raised:
        raise raised[0]
    return [results[number] for number in range(len(acts))]


@pytest.fixture
def scene() -> flows.Scene:
    alice, bob, third = someone("Alice"), someone("Bob"), someone("Third")
    space = pair(alice, bob)
    return flows.Scene(alice, bob, visitor(alice), visitor(bob), space, third, visitor(third))


def test_both_partners_write_letters_at_once(scene: flows.Scene) -> None:
    def writes(client: object) -> Callable[[], list[str]]:
        return lambda: [str(flows.send_letter(scene, str(n), client)) for n in range(TIMES)]  # type: ignore[arg-type]

    sent = [id for some in at_once(writes(scene.at_alice), writes(scene.at_bob)) for id in some]  # type: ignore[attr-defined]
    for reader in (scene.alice, scene.bob):
        assert set(reader.house().folded(LETTERS, VaultKind.SHARED, scene.space).letters) == set(sent)
    assert len(set(sent)) == 2 * TIMES
    assert drafts.drafts(scene.alice.house(), LetterDraft) == []
    assert check.run() == []


def test_both_partners_show_what_happened_at_once(scene: flows.Scene) -> None:
    turned = scene.turned()
    at_once(
        *(
            lambda one=one: [flows.show_what_happened(one, str(n)) for n in range(TIMES)]
            for one in (scene, turned)
        )
    )
    accounts = scene.alice.house().folded(ACCOUNTS, VaultKind.SHARED, scene.space)
    assert len(accounts.breaches) == 2 * TIMES
    assert {accounts.standing(id) for id in accounts.breaches} <= set(Standing)
    assert check.run() == []


def test_one_person_writes_in_two_tabs_at_once(scene: flows.Scene) -> None:
    def tab(name: str) -> Callable[[], object]:
        client = visitor(scene.alice)

        def write() -> None:
            for number in range(TIMES):
                sent = {"page": str(uuid4()), "text": f"{name} {number}"}
                assert client.post("/mine/journal/", sent).status_code == 303
                assert client.post("/home/enough/").status_code in (302, 303)

        return write

    at_once(tab("one"), tab("two"))
    lines = scene.alice.house().lines(VaultKind.PRIVATE)
    texts = sorted(line.entry.body.text for line in lines if line.entry)
    assert texts == sorted(f"{name} {number}" for name in ("one", "two") for number in range(TIMES))
    assert len(scene.alice.house().folded(JOURNAL, VaultKind.PRIVATE).pages) == 2 * TIMES
    assert check.run() == []


def test_one_page_sent_twice_at_once_is_kept_once(scene: flows.Scene) -> None:
    sent = {"page": str(uuid4()), "text": "pressed twice"}
    tabs = [visitor(scene.alice) for _ in range(3)]
    answers = at_once(*(lambda tab=tab: tab.post("/mine/journal/", sent).status_code for tab in tabs))
    assert answers == [303] * 3
    assert len(scene.alice.house().lines(VaultKind.PRIVATE)) == 1


def test_one_letter_sent_twice_at_once_is_sent_once(scene: flows.Scene) -> None:
    draft, fields = flows.begin_letter(scene, "pressed twice", scene.at_alice)
    path = f"/ours/{scene.space}/letters/draft/{draft}/send/"
    wish = flows.hidden(scene.at_alice.get(path).content.decode()) | {"believe": "yes", "afraid": "no"}
    tabs = [visitor(scene.alice) for _ in range(3)]
    answers = at_once(*(lambda tab=tab: tab.post(path, {**wish, "letter": fields["letter"]}) for tab in tabs))
    assert [answer.status_code for answer in answers] == [303] * 3  # type: ignore[attr-defined]
    assert len(scene.bob.house().folded(LETTERS, VaultKind.SHARED, scene.space).letters) == 1


def test_two_tabs_save_one_draft_at_once_and_both_texts_stay(scene: flows.Scene) -> None:
    draft, fields = flows.begin_letter(scene, "begun", scene.at_alice)
    path = f"/ours/{scene.space}/letters/draft/{draft}/"
    tabs = {}
    for name in ("one", "two"):
        client = visitor(scene.alice)
        tabs[name] = (client, flows.hidden(client.get(path).content.decode()) | {"text": f"from tab {name}"})
    answers = at_once(
        *(
            lambda one=one: one[0].post(f"{path}keep/", {**fields, **one[1]}).status_code
            for one in tabs.values()
        )
    )
    assert answers == [200, 200]
    texts = {kept.content.text for kept in drafts.drafts(scene.alice.house(), LetterDraft)}
    assert {"from tab one", "from tab two"} <= texts


def test_one_leaves_while_the_other_sends(scene: flows.Scene) -> None:
    """Either the letter came first and is in the archive, or it is refused; never a broken page."""
    draft, fields = flows.begin_letter(scene, "crossing", scene.at_bob)
    path = f"/ours/{scene.space}/letters/draft/{draft}/send/"
    wish = flows.hidden(scene.at_bob.get(path).content.decode()) | {"believe": "yes", "afraid": "no"}
    _, status = at_once(
        lambda: leaving.leave_space(scene.alice.house(), scene.space),
        lambda: scene.at_bob.post(path, {**wish, "letter": fields["letter"]}).status_code,
    )
    letters = scene.bob.house().folded(LETTERS, VaultKind.SHARED, scene.space).letters
    assert (status, len(letters)) in ((303, 1), (422, 0), (409, 0))
    assert scene.bob.house().space(scene.space).frozen
    assert check.run() == []


def test_of_two_who_accept_at_once_one_is_told_that_the_words_are_used(scene: flows.Scene) -> None:
    code = pairing.invite(scene.alice.house(), space := pairing.start_space(scene.alice.house()))

    def accept(who: Someone) -> object:
        try:
            return pairing.accept(who.house(), code)
        except Refused as refused:
            return refused.refusal

    dana = someone("Dana")
    got = at_once(lambda: accept(scene.third), lambda: accept(dana))
    assert sorted(map(str, got)) == sorted([str(space), "not_found"])
    assert check.run() == []


def test_one_accepts_while_the_other_gives_the_place_up(scene: flows.Scene) -> None:
    """Either the words came too late, or the two were paired and have parted. Nobody stands in a place that is gone."""
    for _ in range(TIMES):
        space = pairing.start_space(scene.alice.house())
        code = pairing.invite(scene.alice.house(), space)

        def accept(code: bytes = code) -> object:
            try:
                return pairing.accept(scene.third.house(), code)
            except Refused as refused:
                return refused.refusal

        _, got = at_once(lambda space=space: leaving.leave_space(scene.alice.house(), space), accept)  # type: ignore[misc]
        joined = [view for view in scene.third.house().spaces if view.id == space]
        assert (got, [view.frozen for view in joined]) in ((space, [True]), (Refusal.NOT_FOUND, []))
    assert check.run() == []


def test_two_tabs_change_the_keyring_at_once_and_no_key_is_lost(scene: flows.Scene) -> None:
    spaces = at_once(*(lambda: pairing.start_space(scene.alice.house()) for _ in range(3)))
    assert set(spaces) <= set(keyring_of(scene.alice).spaces)
    assert check.run() == []
