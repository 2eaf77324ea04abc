"""The gate, 5a: every form of the house is sent by a flow, so that the canary and the comparison know it.

And every form that erases is one of the acts of `test_erasing.py`.

A form counts as sent where it was taken: one that was refused did not do what it is for.
"""

from __future__ import annotations

import pytest

from tests.cast import pair, someone
from tests.security import flows
from tests.security.test_erasing import ACTS
from tests.security.things import ADDRESSES, address, things_of
from tests.security.worlds import world
from tests.visitors import visitor

pytestmark = pytest.mark.django_db

# What is sent here tells the other something, and is meant to. Any other form must be sent by a private flow.
DISCLOSES = {
    "breaches:share": "shows an account",
    "breaches:share_beside": "shows an account beside the other's",
    "breaches:take_back": "an account that was shown is there no more",
    "letters:send": "sends a letter",
    "letters:withdraw": "a letter that was sent is there no more",
    "letters:answer": "answers a letter",
    "letters:take_back": "an answer that was given is there no more",
    "kindwords:give": "gives a kind word",
    "kindwords:withdraw": "a kind word that was given is there no more",
    "spaces:pause": "nothing can be sent, by either",
    "spaces:resume": "things can be sent again",
    "spaces:leave": "the place is an archive from now on",
    "spaces:forget": "erases one's own words, if wished",
}
# No flow sends these.
NEVER_SENT: dict[str, str] = {}


def stage() -> flows.Scene:
    alice, bob, third = someone("Alice"), someone("Bob"), someone("Third")
    space = pair(alice, bob)
    return flows.Scene(alice, bob, visitor(alice), visitor(bob), space, third, visitor(third))


def forms_of_the_house() -> set[str]:
    """Every address that does not refuse a POST as such, asked by somebody to whom everything is open."""
    alice = someone("Alice")
    things, client = things_of(alice, pair(alice, someone("Bob"))), visitor(alice)
    found = set()
    for name in ADDRESSES:
        with world(client):
            if client.post(address(name, things)).status_code != 405:
                found.add(name)
    return found


def played(scene: flows.Scene, acts: list[flows.Flow]) -> flows.Heard:
    """What these acts ask of the house."""
    with flows.listening() as heard:
        for act in acts:
            act(scene, "played once")
    return heard


def test_every_form_is_sent_by_a_flow_of_the_right_sort() -> None:
    forms, scene = forms_of_the_house(), stage()
    heard = [played(scene, acts) for acts in (flows.SHARED, flows.PRIVATE, flows.ENDINGS)]
    shared, private, ending = (one.forms(scene.space) for one in heard)
    assert {"letters:send", "journal:index", "keys:lock"} <= forms
    assert not {"letters:index", "journey:home"} & forms
    missing = "sent by no private flow, and no disclosure"
    assert forms - private - DISCLOSES.keys() == NEVER_SENT.keys(), missing
    assert DISCLOSES.keys() - shared - ending == set(), "said to disclose, and sent by no flow that does"
    assert not DISCLOSES.keys() & NEVER_SENT.keys()
    # What erases is also looked for byte by byte.
    assert set().union(*(one.erased for one in heard)) == {
        form for erases in ACTS.values() for form in erases
    }


def test_a_form_that_no_flow_sends_would_be_noticed() -> None:
    """A check that cannot fail is none: what is refused, read, or sent to another space is not counted."""
    scene = stage()
    some = [flows.write_a_letter_and_throw_it_away, flows.be_refused]
    assert played(scene, some).forms() == {"letters:new", "letters:keep", "letters:discard"}
    heard = played(scene, [flows.pair_with_somebody_else_and_part])
    assert "spaces:pause" in heard.forms() and "spaces:pause" not in heard.forms(scene.space)
