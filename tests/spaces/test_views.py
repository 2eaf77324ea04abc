"""The place for two, page by page: inviting, joining, resting, going, and what is left."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goldseam.content import words
from goldseam.core import breaches
from goldseam.core.base import VaultKind
from goldseam.core.breaches import ACCOUNTS
from goldseam.keys import clock
from goldseam.log.models import EntryRow, Vault
from goldseam.spaces import leaving
from goldseam.spaces.codes import code_words, read_code
from goldseam.spaces.models import Invite, Member, Space
from tests.cast import Someone, pair, someone
from tests.pages import close, fields, open_over, sent, text
from tests.visitors import seen, visitor

pytestmark = pytest.mark.django_db

INDEX, INVITE, ACCEPT = (reverse(f"spaces:{name}") for name in ("index", "invite", "accept"))


@pytest.fixture
def alice() -> Someone:
    return someone("Alice")


@pytest.fixture
def bob() -> Someone:
    return someone("Bob")


@pytest.fixture
def at_alice(alice: Someone, request: pytest.FixtureRequest) -> Client:
    """Alice's browser, opened after the pairing if there is one."""
    if "space" in request.fixturenames:
        request.getfixturevalue("space")
    return visitor(alice)


@pytest.fixture
def at_bob(bob: Someone, request: pytest.FixtureRequest) -> Client:
    """Bob's browser, opened after the pairing if there is one."""
    if "space" in request.fixturenames:
        request.getfixturevalue("space")
    return visitor(bob)


@pytest.fixture
def space(alice: Someone, bob: Someone) -> UUID:
    return pair(alice, bob)


def room(space: UUID, act: str = "room") -> str:
    return reverse(f"spaces:{act}", args=[space])


def eight(response: Any) -> str:
    """The words on the page that shows them."""
    shown = re.search(r'<ol class="words".*?</ol>', text(response), re.DOTALL)
    assert shown is not None
    return " ".join(re.findall(r"</span>([a-z]+)</li>", shown.group(0)))


def waiting(at: Client) -> tuple[str, UUID]:
    """Eight words of a new invitation, and the space that waits."""
    answer = at.post(INVITE)
    assert answer.status_code == 200
    return eight(answer), Space.objects.get(state="open").id


def state(space: UUID) -> str:
    return Space.objects.get(id=space).state


# Alone


def test_alone_there_is_nothing_to_be_ashamed_of(at_alice: Client) -> None:
    page = text(at_alice.get(INDEX))
    assert "There is no place for two yet." in page
    assert "You can stay here alone for as long as you like." in page


def test_inviting_is_explained_before_anything_is_made(at_alice: Client) -> None:
    page = text(at_alice.get(INVITE))
    assert words().spaces.invite["hand"] in page
    assert words().spaces.invite["afraid"] in page
    assert not Space.objects.exists()


def test_eight_words_are_shown_once_and_kept_nowhere(at_alice: Client) -> None:
    code, space = waiting(at_alice)
    assert len(code.split()) == 8
    assert "<svg" in text(at_alice.post(INVITE))
    row = Invite.objects.get(space_id=space)
    assert read_code(code) not in (bytes(row.id), bytes(row.sealed))
    for word in code.split():
        assert f"</span>{word}</li>" not in text(at_alice.get(room(space)))


def test_inviting_again_uses_the_place_that_waits(at_alice: Client) -> None:
    first, space = waiting(at_alice)
    second, same = waiting(at_alice)
    assert space == same
    assert first != second
    assert Space.objects.count() == 1


def test_the_place_that_waits_says_so_and_can_stop_waiting(at_alice: Client) -> None:
    _, space = waiting(at_alice)
    page = text(at_alice.get(room(space)))
    assert "Nobody has answered the invitation yet." in page
    assert "Pause this place" not in page
    assert sent(at_alice.post(room(space, "new_code"), {"withdraw": "1"})) == room(space)
    assert "No invitation is out." in text(at_alice.get(room(space)))
    assert not Invite.objects.exists()


def test_new_words_end_the_old_ones(at_alice: Client, at_bob: Client) -> None:
    old, space = waiting(at_alice)
    new = eight(at_alice.post(room(space, "new_code")))
    assert at_bob.post(ACCEPT, {"code": old}).status_code == 422
    assert "invites you" in text(at_bob.post(ACCEPT, {"code": new}))


def test_new_words_for_a_place_that_is_full_lead_to_the_room(at_alice: Client, space: UUID) -> None:
    assert sent(at_alice.post(room(space, "new_code"))) == room(space)


@pytest.mark.parametrize("path", [INVITE, ACCEPT])
def test_inviting_and_joining_ask_for_a_step_up(path: str, alice: Someone) -> None:
    closed = visitor(alice, private=False)
    assert closed.get(path).status_code == 403
    assert closed.post(path, {"code": "one two"}).status_code == 403
    assert not Space.objects.exists()


def test_an_invitation_outlives_keys_that_close(at_alice: Client) -> None:
    close(at_alice, "private")
    assert len(eight(open_over(at_alice, INVITE, at_alice.post(INVITE))).split()) == 8


# Joining


def test_looking_tells_nobody_and_saying_yes_joins(at_alice: Client, at_bob: Client) -> None:
    code, space = waiting(at_alice)
    before = seen(at_alice, room(space))
    asked = at_bob.post(ACCEPT, {"code": code})
    assert "<bdi>Alice</bdi> invites you" in text(asked)
    assert seen(at_alice, room(space)) == before
    assert sent(at_bob.post(ACCEPT, fields(asked) | {"yes": "1"})) == room(space)
    assert "You and <bdi>Alice</bdi>" in text(at_bob.get(room(space)))
    assert "You and <bdi>Bob</bdi>" in text(at_alice.get(room(space)))
    assert at_alice.get(INDEX).headers["Location"] == room(space)


def test_a_double_yes_is_one(at_alice: Client, at_bob: Client) -> None:
    code, space = waiting(at_alice)
    yes = fields(at_bob.post(ACCEPT, {"code": code})) | {"yes": "1"}
    assert sent(at_bob.post(ACCEPT, yes)) == sent(at_bob.post(ACCEPT, yes)) == room(space)
    assert Member.objects.filter(space_id=space).count() == 2


@pytest.mark.parametrize(
    "way", [str.upper, lambda code: code.replace(" ", "-"), lambda code: f"  {code}.\r\n"]
)
def test_the_words_are_read_as_people_type_them(way: Any, at_alice: Client, at_bob: Client) -> None:
    code, _ = waiting(at_alice)
    assert "invites you" in text(at_bob.post(ACCEPT, {"code": way(code)}))


def test_four_letters_of_each_word_are_enough(at_alice: Client, at_bob: Client) -> None:
    code, _ = waiting(at_alice)
    assert "invites you" in text(at_bob.post(ACCEPT, {"code": " ".join(word[:4] for word in code.split())}))


UNKNOWN = "These words do not open an invitation."


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Write the eight words that you were given."),
        (" \r\n ", "Write the eight words that you were given."),
        ("\x00", UNKNOWN),
        ("seven of them is not enough here", UNKNOWN),
        (" ".join(code_words(bytes(10))), UNKNOWN),
        ("نمت ثلاث ساعات", UNKNOWN),
        ("12345678", UNKNOWN),
        ("word " * 100, "That is more than eight words."),
        ("word " * 200_000, "That is more than eight words."),
    ],
)
def test_words_that_open_nothing_are_said_to_and_stay(typed: str, says: str, at_bob: Client) -> None:
    refused = at_bob.post(ACCEPT, {"code": typed})
    assert refused.status_code == 422
    assert says in text(refused).split('id="id_code-err"')[1].split("</p>")[0]
    if "\x00" not in typed and "\r" not in typed:
        assert fields(refused)["code"] == [typed]


def test_ones_own_words_are_for_somebody_else(at_alice: Client) -> None:
    code, space = waiting(at_alice)
    for data in ({"code": code}, {"code": code, "yes": "1"}):
        refused = at_alice.post(ACCEPT, data)
        assert refused.status_code == 422
        assert "These are words that you made yourself." in text(refused)
    assert state(space) == "open"


def test_used_words_open_nothing_for_a_third(at_alice: Client, at_bob: Client) -> None:
    code, space = waiting(at_alice)
    sent(at_bob.post(ACCEPT, {"code": code, "yes": "1"}))
    at_charlie = visitor(someone("Charlie"))
    asked = {"code": code, "yes": "1", "space": str(space)}
    refused = at_charlie.post(ACCEPT, asked)
    assert refused.status_code == 422
    assert UNKNOWN in text(refused)
    assert "Alice" not in text(refused)
    assert at_charlie.get(room(space)).status_code == 404


def test_words_are_good_for_seven_days(at_alice: Client, bob: Someone, monkeypatch: Any) -> None:
    code, _ = waiting(at_alice)
    later = clock.now() + timedelta(days=7, minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    refused = visitor(bob).post(ACCEPT, {"code": code, "yes": "1"})
    assert refused.status_code == 422
    assert UNKNOWN in text(refused)


def test_words_outlive_keys_that_close_before_the_yes(at_alice: Client, at_bob: Client) -> None:
    code, space = waiting(at_alice)
    yes = fields(at_bob.post(ACCEPT, {"code": code})) | {"yes": "1"}
    close(at_bob, "private")
    assert sent(open_over(at_bob, ACCEPT, at_bob.post(ACCEPT, yes))) == room(space)


def test_several_places_are_listed(alice: Someone, space: UUID) -> None:
    other = pair(alice, someone("Charlie"))
    page = text(visitor(alice).get(INDEX))
    assert "With <bdi>Bob</bdi>" in page
    assert "With <bdi>Charlie</bdi>" in page
    assert room(space) in page
    assert room(other) in page


# Resting


def test_a_pause_is_seen_by_both_and_ended_by_who_began_it(
    at_alice: Client, at_bob: Client, space: UUID
) -> None:
    assert sent(at_alice.post(room(space, "pause"))) == room(space)
    assert "End my pause" in text(at_alice.get(room(space)))
    at_bobs = text(at_bob.get(room(space)))
    assert "Paused." in at_bobs
    assert "End my pause" not in at_bobs
    sent(at_bob.post(room(space, "resume")))
    assert state(space) == "paused"
    sent(at_alice.post(room(space, "resume")))
    assert state(space) == "active"


def test_both_can_pause_and_each_ends_the_own(at_alice: Client, at_bob: Client, space: UUID) -> None:
    for browser in (at_alice, at_bob):
        sent(browser.post(room(space, "pause")))
    sent(at_alice.post(room(space, "resume")))
    assert state(space) == "paused"
    sent(at_bob.post(room(space, "resume")))
    assert state(space) == "active"


def test_ending_a_pause_asks_for_a_step_up(alice: Someone, at_alice: Client, space: UUID) -> None:
    """Whoever finds the phone open must not end what its owner paused. Beginning a pause needs nothing."""
    found = visitor(alice, private=False)
    sent(found.post(room(space, "pause")))
    assert state(space) == "paused"
    asked = found.post(room(space, "resume"))
    assert asked.status_code == 403
    assert found.post(room(space, "resume"), {"_unlock_passphrase": "wrong words"}).status_code == 403
    assert state(space) == "paused"
    assert sent(open_over(found, room(space, "resume"), asked)) == room(space)
    assert state(space) == "active"


def test_pausing_leaves_the_pause_of_the_other_and_needs_no_open_private_pages(
    alice: Someone, at_bob: Client, space: UUID
) -> None:
    sent(at_bob.post(room(space, "pause")))
    sent(visitor(alice, private=False).post(room(space, "pause")))
    sent(at_bob.post(room(space, "resume")))
    assert state(space) == "paused"


@pytest.mark.parametrize("act", ["pause", "resume"])
def test_what_cannot_be_done_now_leads_to_the_room_as_it_is(
    act: str, at_alice: Client, at_bob: Client, space: UUID
) -> None:
    for _ in range(2):
        assert sent(at_alice.post(room(space, act))) == room(space)
    leaving_now = at_bob.post(room(space, "leave"))
    sent(leaving_now)
    assert sent(at_alice.post(room(space, act))) == room(space)
    assert "The pairing has ended" in text(at_alice.get(room(space)))


def test_a_place_that_waits_is_not_paused(at_alice: Client) -> None:
    _, space = waiting(at_alice)
    assert sent(at_alice.post(room(space, "pause"))) == room(space)
    assert state(space) == "open"


# Going


def test_leaving_says_what_it_does_and_is_done_at_once(at_alice: Client, at_bob: Client, space: UUID) -> None:
    page = text(at_alice.get(room(space, "leave")))
    assert "<bdi>Bob</bdi> will see only that the pairing has ended." in page
    assert "If leaving could put you in danger" in page
    assert state(space) == "active"
    assert sent(at_alice.post(room(space, "leave"))) == INDEX
    assert state(space) == "separated"
    at_bobs = text(at_bob.get(room(space)))
    assert "The pairing has ended" in at_bobs
    assert "Alice" not in at_bobs


def test_leaving_twice_is_leaving_once(at_alice: Client, space: UUID) -> None:
    assert sent(at_alice.post(room(space, "leave"))) == INDEX
    assert sent(at_alice.post(room(space, "leave"))) == room(space)
    assert sent(at_alice.get(room(space, "leave"))) == room(space)


def test_leaving_works_while_paused_by_the_other(at_alice: Client, at_bob: Client, space: UUID) -> None:
    sent(at_bob.post(room(space, "pause")))
    sent(at_alice.post(room(space, "leave")))
    assert state(space) == "separated"


def test_leaving_needs_no_open_private_pages(alice: Someone, space: UUID) -> None:
    assert sent(visitor(alice, private=False).post(room(space, "leave"))) == INDEX


def test_a_place_that_waits_is_left_without_a_trace(at_alice: Client) -> None:
    _, space = waiting(at_alice)
    assert "The place and its invitation will be gone." in text(at_alice.get(room(space, "leave")))
    assert sent(at_alice.post(room(space, "leave"))) == INDEX
    assert not Space.objects.filter(id=space).exists()
    assert "There is no place for two yet." in text(at_alice.get(INDEX))


def test_the_archive_can_be_read_only_after_a_step_up(alice: Someone, at_bob: Client, space: UUID) -> None:
    sent(at_bob.post(room(space, "leave")))
    closed = visitor(alice, private=False)
    page = text(closed.get(room(space)))
    assert "The pairing has ended" in page
    assert "Bob" not in page
    for name in ("breaches:shared", "letters:index", "spaces:forget"):
        assert closed.get(reverse(name, args=[space])).status_code == 403
    assert visitor(alice).get(reverse("breaches:shared", args=[space])).status_code == 200


# Putting it away


def shows(who: Someone, space: UUID, account: str) -> None:
    who.house().act(
        lambda house: breaches.share(
            house.folded(ACCOUNTS, VaultKind.SHARED, space),
            space="active", by=house.space(space).slot, id=account, account=account, kinds=["lie_or_hidden"],
            words=f"words of {who.name}", role="hurt", believe="yes", afraid="no",
        ),
        space=space,
    )  # fmt: skip


def test_an_open_place_is_not_put_away(at_alice: Client, space: UUID) -> None:
    assert sent(at_alice.get(room(space, "forget"))) == room(space)
    assert sent(at_alice.post(room(space, "forget"), {"erase": "on"})) == room(space)
    assert state(space) == "active"


def test_the_own_key_is_put_down_and_the_other_keeps_theirs(
    alice: Someone, bob: Someone, at_alice: Client, at_bob: Client, space: UUID
) -> None:
    shows(alice, space, str(uuid4()))
    sent(at_bob.post(room(space, "leave")))
    assert words().spaces.forget["other"] in text(at_alice.get(room(space, "forget")))
    assert sent(at_alice.post(room(space, "forget"))) == INDEX
    assert at_alice.get(room(space)).status_code == 404
    assert "words of Alice" in text(at_bob.get(reverse("breaches:shared", args=[space])))
    assert sent(at_bob.post(room(space, "forget"))) == INDEX
    assert not Space.objects.filter(id=space).exists()


def test_ones_own_words_can_be_erased_first(
    alice: Someone, bob: Someone, at_alice: Client, at_bob: Client, space: UUID
) -> None:
    shows(alice, space, str(uuid4()))
    shows(bob, space, str(uuid4()))
    sent(at_bob.post(room(space, "leave")))
    sent(at_alice.post(room(space, "forget"), {"erase": "on"}))
    page = text(at_bob.get(reverse("breaches:shared", args=[space])))
    assert "words of Alice" not in page
    assert "words of Bob" in page
    assert "None" not in page
    vault = Vault.objects.get(space_id=space).id
    assert not EntryRow.objects.filter(vault_id=vault, author=0, sealed__isnull=False).exists()


def test_putting_away_asks_for_a_step_up_and_keeps_the_choice(
    alice: Someone, at_bob: Client, space: UUID
) -> None:
    shows(alice, space, str(uuid4()))
    sent(at_bob.post(room(space, "leave")))
    browser = visitor(alice, private=False)
    asked = browser.post(room(space, "forget"), {"erase": "on"})
    assert fields(asked)["erase"] == ["on"]
    assert sent(open_over(browser, room(space, "forget"), asked)) == INDEX
    assert "words of Alice" not in text(at_bob.get(reverse("breaches:shared", args=[space])))


# Others


@pytest.mark.parametrize("name", ["Charlie", "Dana"])
@pytest.mark.parametrize("ended", [False, True])
def test_a_stranger_finds_no_place(name: str, ended: bool, alice: Someone, space: UUID) -> None:
    if ended:
        leaving.leave_space(alice.house(), space)
    stranger = visitor(someone(name))
    for act in ("room", "leave", "forget"):
        assert stranger.get(room(space, act)).status_code == 404
    for act in ("new_code", "pause", "resume", "leave", "forget"):
        assert (
            stranger.post(room(space, act), {"withdraw": "1"} if act == "new_code" else {}).status_code == 404
        )
    assert stranger.post(room(space, "new_code")).status_code == 404
    assert state(space) == ("separated" if ended else "active")


@pytest.mark.parametrize("act", ["new_code", "pause", "resume"])
def test_a_link_changes_nothing(act: str, at_alice: Client, space: UUID) -> None:
    assert at_alice.get(room(space, act)).status_code == 405


# The words of a code


def test_every_code_comes_back_from_its_words() -> None:
    for code in (bytes(10), b"\xff" * 10, bytes(range(10))):
        assert read_code(" ".join(code_words(code))) == code
