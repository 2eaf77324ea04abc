"""The gate, 4: every address × both partners, an outsider, a counsellor, nobody, closed keys, paused, parted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from goldseam.core.base import Erased, VaultKind
from goldseam.core.kindness import KindWordWithdrawn
from goldseam.core.letterbook import LetterWithdrawn
from goldseam.keys.models import Factor
from goldseam.log.models import DraftRow, EntryRow, Vault
from goldseam.spaces import leaving
from goldseam.spaces.models import Member, Space
from tests.cast import Someone, pair, someone
from tests.security.matrix import CONTENT, MATRIX, OF_BOTH, OWN
from tests.security.things import ADDRESSES, Things, address, ids_in, things_of
from tests.security.worlds import world
from tests.visitors import anonymous, learned, steady, visitor

pytestmark = pytest.mark.django_db

WORDS = "quietlarkspur"
STATES = ("active", "paused", "separated")
SENT = {
    "text": "more", "kind": "apology", "kinds": ["lie_or_hidden"], "words": "more", "believe": "yes",
    "afraid": "no", "role": "not_said", "version": "1", "answer": "heard", "knowing": "1",
}  # fmt: skip
IN_SPACE = [name for name, line in MATRIX.items() if "in space" in line]
CLOSED = [name for name, line in MATRIX.items() if line.split()[0] in ("person", "shared", "private")]

NOWHERE = Things(UUID(int=4))

Cast = dict[str, Someone]


@pytest.fixture
def cast() -> Cast:
    """Dana is a counsellor. No consent exists yet, so she is one more person without a tie to the two."""
    return {name: someone(name.title()) for name in ("alice", "bob", "charlie", "dana")}


@pytest.fixture
def space(cast: Cast) -> UUID:
    return pair(cast["alice"], cast["bob"])


@pytest.fixture
def things(cast: Cast, space: UUID) -> Things:
    return things_of(cast["alice"], space, WORDS)


def both_ways(client: Client, path: str, **posted: Any) -> Iterator[tuple[str, Any]]:
    """Ask for a page, and send a form to it; each in a world of its own."""
    for method in ("get", "post"):
        with world(client):
            yield method, getattr(client, method)(path, posted if method == "post" else None)


def rest(who: Someone, space: UUID, state: str) -> None:
    """Bring the space into this state."""
    if state == "paused":
        leaving.pause_space(who.house(), space)
    if state in ("separated", "forgotten"):
        leaving.leave_space(who.house(), space)
    if state == "forgotten":
        leaving.put_down_key(who.house(), space)


def everything_kept() -> tuple[object, ...]:
    """All that could be changed by somebody who may not."""
    return (
        *(
            (table._meta.label, *table._default_manager.order_by("pk").values_list())
            for table in (Vault, Member)
        ),
        *EntryRow.objects.order_by("vault_id", "seq").values_list("row", "sealed"),
        *DraftRow.objects.order_by("id").values_list("id", "version", "sealed"),
        *Space.objects.values_list(),
        *Factor.objects.order_by("id").values_list("id", "sealed"),
    )


def test_every_address_is_in_the_matrix_and_says_the_same_itself() -> None:
    says = {name: getattr(found.callback, "needs", "nothing") for name, found in ADDRESSES.items()}
    assert says == {name: line.split()[0] for name, line in MATRIX.items()}


def test_every_address_with_an_id_is_of_one_person_of_both_or_of_everybody() -> None:
    """A new address says whose the thing is. Only then do the tests below try it with everybody else's hands."""
    sorts = [*OWN, *OF_BOTH, *CONTENT]
    assert sorted(sorts) == sorted(name for name in ADDRESSES if ids_in(name) - {"space"})
    assert all(MATRIX[name] == "open" for name in CONTENT)
    assert all("in space" in MATRIX[name] for name in OF_BOTH)
    assert not any(MATRIX[name] == "open" for name in OWN)


@pytest.mark.parametrize("state", STATES)
def test_nobody_gets_in_without_a_sign_in(state: str, cast: Cast, things: Things) -> None:
    rest(cast["alice"], things.space, state)
    for name, line in MATRIX.items():
        for method, answer in both_ways(anonymous(), address(name, things), **SENT):
            assert WORDS.encode() not in answer.content, name
            if line == "open":
                assert answer.status_code in (200, 302, 303, 404, 405, 422), name
            elif method == "get" and answer.status_code != 405:
                assert answer.headers["Location"].startswith("/sign-in/"), name
            else:
                assert answer.status_code in (403, 405), name


@pytest.mark.parametrize("state", [*STATES, "forgotten"])
@pytest.mark.parametrize("outsider", ["charlie", "dana"])
def test_an_outsider_finds_no_space(outsider: str, state: str, cast: Cast, things: Things) -> None:
    """Nor does a member who has put down the key: then alice herself is one more outsider."""
    rest(cast["alice"], things.space, state)
    outsiders = [outsider, "alice"] if state == "forgotten" else [outsider]
    for client in [visitor(cast[who]) for who in outsiders]:
        before = everything_kept()
        for name in IN_SPACE:
            real, none = (dict(both_ways(client, address(name, one), **SENT)) for one in (things, NOWHERE))
            for method in ("get", "post"):
                assert real[method].status_code in (404, 405), (name, method)
                # What is not found looks like what never was.
                assert learned(real[method]) == learned(none[method]), (name, method)
        assert everything_kept() == before


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("other", ["bob", "charlie", "dana"])
def test_nobody_gets_at_a_thing_of_alice_by_its_id(
    other: str, state: str, cast: Cast, things: Things
) -> None:
    """A reading is "not found"; a sending is the very answer that an id of nothing gets, and changes nothing."""
    rest(cast["alice"], things.space, state)
    client, before = visitor(cast[other]), everything_kept()
    nothing = Things(things.space, shown=things.shown)
    for name in OWN:
        real, none = (
            dict(both_ways(client, address(name, one), text=WORDS, days="1")) for one in (things, nothing)
        )
        assert real["get"].status_code in (404, 405), name
        for method in ("get", "post"):
            assert learned(real[method]) == learned(none[method]), (name, method)
            assert WORDS.encode() not in real[method].content, (name, method)
            assert address(name, things) not in real[method].headers.get("Location", ""), (name, method)
    assert everything_kept() == before


# What the other did before, so that a form has something to do.
FIRST = {
    "letters:take_up": ["letters:put_away"],
    "letters:take_back": ["letters:open", "letters:answer"],
    "letters:revise": ["letters:open", "letters:answer"],
}
MISSING = {"answer": "part_missing", "parts": ["what_it_did"]}


@pytest.mark.parametrize("name", OF_BOTH)
def test_a_form_of_one_of_the_two_does_nothing_for_the_other(name: str, cast: Cast, things: Things) -> None:
    """Alice made the letter and the account. What each may do with them changes something; by the other, nothing."""
    clients = {"maker": visitor(cast["alice"]), "other": visitor(cast["bob"])}
    for first in FIRST.get(name, []):
        assert clients["other"].post(address(first, things), SENT | MISSING).status_code == 303
    before = everything_kept()
    for side, client in clients.items():
        with world(client):
            answer = client.post(address(name, things), SENT)
            assert answer.status_code in (303, 404, 405, 409, 422), side
            assert (everything_kept() != before) is (OF_BOTH[name] == side), side


def test_a_thing_of_one_space_is_not_found_in_another(cast: Cast, things: Things) -> None:
    """Alice shares another space with Charlie: nothing of the first is there, for neither of the two."""
    elsewhere = pair(cast["alice"], cast["charlie"])
    moved = replace(things, space=elsewhere)
    before, nothing = everything_kept(), Things(elsewhere)
    for who in ("alice", "charlie"):
        client = visitor(cast[who])
        for name in (name for name in IN_SPACE if ids_in(name) - {"space"}):
            real, none = (dict(both_ways(client, address(name, one))) for one in (moved, nothing))
            assert real["get"].status_code != 200, (who, name)
            for method, answer in real.items():
                assert WORDS.encode() not in answer.content, (who, name, method)
                assert answer.status_code == none[method].status_code, (who, name, method)
    assert everything_kept() == before


def test_a_closed_private_tier_shows_nothing(cast: Cast, things: Things) -> None:
    """Ten minutes after the last act: what needs the private tier answers with the closed page, and is not done."""
    client, before = visitor(cast["alice"], private=False), everything_kept()
    for name in (name for name, line in MATRIX.items() if line.startswith("private")):
        for method in ("get", "post"):
            answer = getattr(client, method)(address(name, things), {"email": "a@example.org"})
            assert answer.status_code in (403, 405), (name, method)
    for name in MATRIX:
        shown = client.get(address(name, things)).content
        for private in (f"page {WORDS}", f"view {WORDS}", f"draft {WORDS}", f"noticed {WORDS}"):
            assert private.encode() not in shown, name
    assert everything_kept() == before


def test_a_closed_shared_tier_opens_no_room(cast: Cast, things: Things) -> None:
    """Half an hour after the last act: the passphrase is asked for, whatever the address, and nothing is done."""
    client, before = visitor(cast["alice"], shared=False), everything_kept()
    for name in CLOSED:
        for method, answer in both_ways(client, address(name, things), text=f"sent {WORDS}"):
            place = answer.headers.get("Location", "")
            if answer.status_code != 405 and MATRIX[name] != "person":
                assert answer.status_code == 403 or place.startswith("/unlock/"), (name, method)
            for private in ("page", "view", "draft", "account", "letter", "kind", "noticed"):
                assert f"{private} {WORDS}".encode() not in answer.content, (name, method)
    assert everything_kept() == before


@pytest.mark.parametrize("who", ["alice", "bob"])
@pytest.mark.parametrize("state", STATES)
def test_no_member_ever_meets_a_broken_page(who: str, state: str, cast: Cast, things: Things) -> None:
    rest(cast["alice"], things.space, state)
    client = visitor(cast[who])
    for name in MATRIX:
        for method, answer in both_ways(client, address(name, things)):
            assert answer.status_code < 500, (name, method)


@pytest.mark.parametrize(("who", "other"), [("alice", "bob"), ("bob", "alice")])
@pytest.mark.parametrize("state", ["paused", "separated"])
def test_a_space_that_rests_gives_back_and_takes_nothing(
    who: str, other: str, state: str, cast: Cast, things: Things
) -> None:
    """Whatever is sent to whatever address while paused or parted, no word is added to the shared log."""
    rest(cast["alice"], things.space, state)
    client, end = visitor(cast[who]), Vault.objects.get(space_id=things.space).head_seq
    moved = {}
    for name in IN_SPACE:
        with world(client):
            client.post(address(name, things), {**SENT, "letter": str(things.letter)})
            lines = cast[other].house().lines(VaultKind.SHARED, things.space)[end:]
            if lines:
                moved[name] = {type(line.entry.body) for line in lines if line.entry}
    given_back = {
        "letters:withdraw": {LetterWithdrawn, Erased},
        "kindwords:withdraw": {KindWordWithdrawn, Erased},
        "breaches:take_back": {Erased},
    }
    assert moved == (given_back if who == "alice" else {})


def test_an_archive_is_closed_without_the_private_tier(cast: Cast, things: Things) -> None:
    leaving.leave_space(cast["bob"].house(), things.space)
    client = visitor(cast["alice"], private=False)
    for name in IN_SPACE:
        page = client.get(address(name, things))
        assert page.status_code in (200, 302, 303, 403, 404, 405), name
        assert WORDS.encode() not in page.content, name
        # A token is made at random, and may say anything.
        assert b"bob" not in steady(page.content).lower(), name
