"""The gate, 1: what was erased is erased: not even its sealed bytes are left in a file, or beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.urls import reverse

from goldseam.core import journal
from goldseam.core.base import Outcome, VaultKind
from goldseam.core.journal import JOURNAL
from goldseam.keys.factors import ways_of
from goldseam.keys.models import KeyringRow
from goldseam.log import check, erasing, inventory, offers
from goldseam.log.folds import FOLDS
from goldseam.log.house import House
from goldseam.log.models import EntryRow, Erasure
from tests.accounts.devices import Device
from tests.cast import PASSPHRASE, pair, someone
from tests.security import flows, leftovers
from tests.visitors import anonymous, visitor

# Real commits on real files: what a transaction holds back cannot be looked for.
pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")

Act = Callable[[flows.Scene], None]


@pytest.fixture
def scene() -> flows.Scene:
    alice, bob, third = someone("Alice"), someone("Bob"), someone("Third")
    space = pair(alice, bob)
    return flows.Scene(alice, bob, visitor(alice), visitor(bob), space, third, visitor(third))


# Sealed keys and labels, no words: what is left of them opens only with a cookie or a passphrase of then.
NO_WORDS = {"keys.keyringrow.sealed", "keys.session.label", "keys.tier.sealed"} | {
    "keys.pending.shared",
    "keys.pending.private",
}


def sealed_now() -> set[bytes]:
    """Everything sealed that lies in a table of words or of ways in."""
    found: set[bytes] = set()
    for name in inventory.SEALED.keys() - NO_WORDS:
        model, column = name.rsplit(".", 1)
        values = apps.get_model(model)._default_manager.values_list(column, flat=True)
        found.update(bytes(value) for value in values if value is not None)
    assert inventory.SEALED.keys() > NO_WORDS
    return found


def pieces(sealed: bytes) -> Iterator[bytes]:
    """Any part of it would do harm; a page of the file may have cut it anywhere."""
    yield from (sealed[start : start + 24] for start in range(24, len(sealed) - 24, 97))


def left_of(gone: set[bytes]) -> list[str]:
    files = list(leftovers.databases())
    return [place for place, content in files for sealed in gone if any(p in content for p in pieces(sealed))]


def erase_a_page(scene: flows.Scene) -> None:
    page = scene.alice.house().folded(JOURNAL, VaultKind.PRIVATE).pages[0].id
    scene.post("journal:delete", {}, page)


def see_it_differently(scene: flows.Scene) -> None:
    breach = flows.say_what_happened(scene, "first view")
    kept_before.update(sealed_now())
    flows.see_it_differently(scene, "second view", breach)
    kept_before.update(sealed_now())
    scene.post("breaches:delete", {}, breach)


def change_the_passphrase(scene: flows.Scene) -> None:
    """Who finds out an old passphrase must not find the slot that it opened."""
    new = {"which": "own", "own_passphrase": "three green camels uphill"}
    again = {"own_passphrase_again": new["own_passphrase"], "passphrase": PASSPHRASE}
    scene.post("accounts:passphrase", new | again)


def make_a_new_recovery_code(scene: flows.Scene) -> None:
    scene.told("accounts:new_code", {"passphrase": PASSPHRASE})


def get_in_with_the_recovery_code(scene: flows.Scene) -> None:
    """Of somebody new, whose code is known; the code stays, and the passphrase of before is gone."""
    client = anonymous()
    name, code, given = flows.begin_a_stay(scene, client, "lantern")
    kept_before.update(sealed_now())
    new = given | dict.fromkeys(("own_passphrase", "own_passphrase_again"), "three green camels uphill")
    scene.post("accounts:recover", {"name": name, "recovery_code": code, **new}, client=client)


def take_a_passkey_away(scene: flows.Scene) -> None:
    """The slot that it opens goes with it."""
    asked = scene.told("accounts:new_passkey", {"passphrase": PASSPHRASE})
    made = Device().makes(json.loads(asked))
    scene.post("accounts:passkey", {**made, "passphrase": PASSPHRASE})
    kept_before.update(sealed_now())
    (way,) = ways_of(scene.alice.person)
    scene.post("accounts:take_away", {"passphrase": PASSPHRASE}, way.id)


def take_the_address_away(scene: flows.Scene) -> None:
    scene.post("accounts:email", {"email": "alice@example.org"})
    kept_before.update(sealed_now())
    scene.post("accounts:email", {"remove": "1"})


def discard_a_draft(scene: flows.Scene) -> None:
    draft, _ = flows.begin_letter(scene, "thrown away", scene.at_alice)
    kept_before.update(sealed_now())
    scene.post("letters:discard", {}, scene.space, draft)


def send_a_draft(scene: flows.Scene) -> None:
    flows.send_letter(scene, "sent", scene.at_alice)


def take_a_letter_back(scene: flows.Scene) -> None:
    letter = flows.send_letter(scene, "withdrawn", scene.at_alice)
    kept_before.update(sealed_now())
    scene.post("letters:withdraw", {}, scene.space, letter)


def discard_a_kind_word(scene: flows.Scene) -> None:
    draft, _ = flows.begin_kind_word(scene, "thrown away", scene.at_alice)
    kept_before.update(sealed_now())
    scene.post("kindwords:discard", {}, scene.space, draft)


def give_a_draft(scene: flows.Scene) -> None:
    draft, fields = flows.begin_kind_word(scene, "given", scene.at_alice)
    kept_before.update(sealed_now())
    scene.post("kindwords:give", {"note": fields["note"]}, scene.space, draft)


def keep_a_draft_and_erase_it(scene: flows.Scene) -> None:
    draft, fields = flows.begin_kind_word(scene, "kept", scene.at_alice)
    kept_before.update(sealed_now())
    scene.post("kindwords:write", {**fields, "for_me": "1"}, scene.space, draft)
    kept_before.update(sealed_now())
    scene.post("kindwords:erase", {}, fields["note"])


def take_a_kind_word_back(scene: flows.Scene) -> None:
    note = flows.give_kind_word(scene, "withdrawn", scene.at_alice)
    kept_before.update(sealed_now())
    scene.post("kindwords:withdraw", {}, scene.space, note)


def take_an_answer_back(scene: flows.Scene) -> None:
    letter = flows.send_letter(scene, "to be answered", scene.at_bob)
    flows.answer(scene, letter, answer="heard", words="taken back")
    kept_before.update(sealed_now())
    scene.post("letters:take_back", {}, scene.space, letter)


def take_an_account_back(scene: flows.Scene) -> None:
    flows.show_what_happened(scene, "taken back")
    kept_before.update(sealed_now())
    [line] = EntryRow.objects.filter(group="breaches").values_list("seq", flat=True)
    entry = scene.alice.house().line(VaultKind.SHARED, line, scene.space).entry
    assert entry
    scene.post("breaches:take_back", {}, scene.space, getattr(entry.body, "id"))  # noqa: B009


def take_an_offer_back(scene: flows.Scene) -> None:
    offers.offer(scene.alice.house(), scene.space, "c1", "offered")
    kept_before.update(sealed_now())
    offers.take_back(scene.alice.house(), scene.space, "c1")


def match_an_offer(scene: flows.Scene) -> None:
    offers.offer(scene.alice.house(), scene.space, "c1", "offered")
    kept_before.update(sealed_now())
    offers.offer(scene.bob.house(), scene.space, "c1", "offered too")


def think_again_about_an_invitation(scene: flows.Scene) -> None:
    """The key of the space lies in it, under words that somebody may have written down."""
    scene.told("spaces:invite", {})
    [space] = (view.id for view in scene.alice.house().spaces if view.state == "open")
    kept_before.update(sealed_now())
    scene.told("spaces:new_code", {}, space)
    kept_before.update(sealed_now())
    scene.post("spaces:new_code", {"withdraw": "1"}, space)


def use_an_invitation(scene: flows.Scene) -> None:
    code = flows.words_of(scene.told("spaces:invite", {}))
    page = scene.told("spaces:accept", {"code": code}, client=scene.at_third)
    kept_before.update(sealed_now())
    scene.post("spaces:accept", {**flows.hidden(page), "code": code, "yes": "1"}, client=scene.at_third)


def put_down_the_key_and_erase(scene: flows.Scene) -> None:
    flows.send_letter(scene, "left behind", scene.at_alice)
    kept_before.update(sealed_now())
    kept_before.add(bytes(KeyringRow.objects.get(person=scene.alice.person).sealed))
    scene.post("spaces:leave", {}, scene.space)
    scene.post("spaces:forget", {"erase": "1"}, scene.space)


def delete_the_account(scene: flows.Scene) -> None:
    scene.post("accounts:email", {"email": "alice@example.org"})
    kept_before.update(sealed_now())
    scene.post("accounts:delete", {"words": "erase", "passphrase": PASSPHRASE})


kept_before: set[bytes] = set()
"""What stood in between, where an act first makes what it then erases."""

# Every act that erases, with the forms by which it does. `test_flows.py` finds a form that is missing here.
ACTS: dict[Act, tuple[str, ...]] = {
    erase_a_page: ("journal:delete",),
    see_it_differently: ("breaches:edit", "breaches:delete"),
    discard_a_draft: ("letters:discard",),
    send_a_draft: ("letters:send",),
    take_a_letter_back: ("letters:withdraw",),
    discard_a_kind_word: ("kindwords:discard",),
    give_a_draft: ("kindwords:give",),
    keep_a_draft_and_erase_it: ("kindwords:write", "kindwords:erase"),
    take_a_kind_word_back: ("kindwords:withdraw",),
    take_an_answer_back: ("letters:take_back",),
    take_an_account_back: ("breaches:take_back",),
    take_an_offer_back: (),
    match_an_offer: (),
    think_again_about_an_invitation: ("spaces:new_code",),
    use_an_invitation: ("spaces:accept",),
    put_down_the_key_and_erase: ("spaces:leave", "spaces:forget"),
    delete_the_account: ("accounts:delete",),
    change_the_passphrase: ("accounts:passphrase",),
    make_a_new_recovery_code: ("accounts:new_code",),
    get_in_with_the_recovery_code: ("accounts:recover",),
    take_a_passkey_away: ("accounts:take_away",),
    take_the_address_away: ("accounts:email",),
}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_no_sealed_byte_of_what_was_erased_is_left_in_a_file(act: Act, scene: flows.Scene) -> None:
    for number in range(3):
        flows.write_a_page(scene, f"page {number}")
    kept_before.clear()
    kept_before.update(sealed_now())
    with flows.listening() as heard:
        act(scene)
    assert set(ACTS[act]) <= heard.erased
    gone = kept_before - sealed_now()
    assert gone or act is send_a_draft
    assert left_of(gone) == []
    assert check.run() == []


def keeping(id: str, text: str) -> Callable[[House], Outcome]:
    return lambda _: journal.write(id=id, text=text)


def forgetting(id: str) -> Callable[[House], Outcome]:
    return lambda house: journal.delete(house.folded(JOURNAL, VaultKind.PRIVATE), id=id)


def test_many_pages_of_every_length_leave_nothing_when_some_are_erased(scene: flows.Scene) -> None:
    """SQLite moves rows about when pages fill and empty: none of the moves may leave a copy."""
    pages = [str(uuid4()) for _ in range(36)]
    for number, id in enumerate(pages):
        scene.alice.house().act(keeping(id, f"page {number} " + "x" * (number * 373 % 9000)))
    before = sealed_now()
    for id in pages[1::3] + pages[2::3]:
        scene.alice.house().act(forgetting(id))
    gone = before - sealed_now()
    # The pages, and the snapshots that held them.
    assert len(gone) == 24 + len(FOLDS[VaultKind.PRIVATE])
    assert left_of(gone) == []


def test_the_search_would_notice(scene: flows.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the last step the bytes do stay beside the database. A check that cannot fail is none."""
    monkeypatch.setattr(erasing, "shred", lambda: None)
    flows.write_a_page(scene, "stays")
    before = sealed_now()
    erase_a_page(scene)
    gone = before - sealed_now()
    on_sqlite = any(name.endswith("-wal") for name, _ in leftovers.databases())
    assert bool(left_of(gone)) is on_sqlite


def test_the_list_of_erasures_says_where_and_never_what(scene: flows.Scene) -> None:
    flows.write_a_page_and_erase_it(scene, "once here")
    [row] = Erasure.objects.values("vault_id", "seq", "day")
    assert set(Erasure.objects.values()[0]) == {"id", *row}
    assert isinstance(row["vault_id"], UUID)
    page = scene.at_alice.get(reverse("journal:index")).content
    assert b"once here" not in page
