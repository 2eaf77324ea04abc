"""The slow work: bounded, and the same for names that nobody has."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from goldseam.keys import derivations
from goldseam.keys.derivations import AT_ONCE, WAITING, Busy, Turns, stranger_cost
from goldseam.keys.models import SlotRow
from goldseam.vault import FLOOR, Cost
from tests.people import make_person


def test_at_most_two_are_inside_and_some_wait() -> None:
    turns, inside, most = Turns(), 0, 0
    counting, go_on, refused = threading.Lock(), threading.Event(), 0

    def derive() -> None:
        nonlocal inside, most, refused
        try:
            with turns.one():
                with counting:
                    inside += 1
                    most = max(most, inside)
                go_on.wait(5)
                with counting:
                    inside -= 1
        except Busy:
            with counting:
                refused += 1
            go_on.set()

    crowd = [threading.Thread(target=derive) for _ in range(AT_ONCE + WAITING + 1)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert most == AT_ONCE == 2 and refused == 1


def test_a_turn_is_given_back_after_an_error() -> None:
    turns = Turns(at_once=1, waiting=0)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), turns.one():
            raise ZeroDivisionError
    with turns.one(), pytest.raises(Busy), turns.one():
        pass


def test_without_a_setting_the_floor_is_the_real_one(settings: Any) -> None:
    del settings.PASSPHRASE_FLOOR
    assert derivations.floor_now() == FLOOR


@pytest.mark.django_db
def test_a_stranger_costs_what_people_cost(settings: Any) -> None:
    assert stranger_cost("0" * 64) == settings.PASSPHRASE_COST
    make_person("Alice")
    bob, _ = make_person("Bob")
    SlotRow.objects.filter(person=bob, kind="passphrase").update(iterations=3, memory_kib=512)
    settings.PASSPHRASE_COST = Cost(9, 9999, 1)
    found = {stranger_cost(f"{number:08x}" + "0" * 56) for number in range(2)}
    assert found == {Cost(1, 64, 1), Cost(3, 512, 1)}
    assert stranger_cost("a" * 64) == stranger_cost("a" * 64)
