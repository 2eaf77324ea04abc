"""Offers: one side alone changes nothing that the other can see; two sides show together, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from goldseam.core.base import Refusal, Refused, Revealed, VaultKind
from goldseam.log import offers
from goldseam.log.models import OfferRow
from goldseam.spaces import leaving, pairing
from goldseam.vault import VaultError
from tests.cast import NOW, Someone, pair, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def couple() -> tuple[Someone, Someone]:
    return someone("Alice"), someone("Bob")


def revealed(who: Someone, space: object) -> list[Revealed]:
    lines = who.house().lines(VaultKind.SHARED, space)  # type: ignore[arg-type]
    return [line.entry.body for line in lines if line.entry and isinstance(line.entry.body, Revealed)]


def test_one_side_alone_shows_nothing(couple: tuple[Someone, Someone]) -> None:
    alice, bob = couple
    space = pair(alice, bob)
    before = bob.house().lines(VaultKind.SHARED, space)
    offers.offer(alice.house(), space, "c1", "I want to stay")
    assert bob.house().lines(VaultKind.SHARED, space) == before


def test_two_sides_show_together_in_the_order_of_the_slots(couple: tuple[Someone, Someone]) -> None:
    alice, bob = couple
    space = pair(alice, bob)
    offers.offer(bob.house(), space, "c1", "from Bob")
    offers.offer(alice.house(), space, "c1", "from Alice")
    assert revealed(alice, space) == [Revealed(topic="c1", sides=("from Alice", "from Bob"))]
    assert revealed(bob, space) == revealed(alice, space)
    assert not OfferRow.objects.exists()


def test_an_offer_can_be_taken_back_and_replaced(couple: tuple[Someone, Someone]) -> None:
    alice, bob = couple
    space = pair(alice, bob)
    offers.offer(alice.house(), space, "c1", "first thought")
    offers.offer(alice.house(), space, "c1", "second thought")
    offers.take_back(alice.house(), space, "c1")
    offers.offer(bob.house(), space, "c1", "alone again")
    assert revealed(bob, space) == []
    assert OfferRow.objects.count() == 1


def test_an_offer_that_waited_too_long_is_gone(couple: tuple[Someone, Someone]) -> None:
    alice, bob = couple
    space = pair(alice, bob)
    offers.offer(alice.house(), space, "c1", "too early")
    later = NOW + offers.LASTS + timedelta(days=1)
    offers.offer(bob.house(later), space, "c1", "too late")
    assert revealed(bob, space) == []


def test_an_offer_opens_only_with_the_servers_reveal_key(
    couple: tuple[Someone, Someone], settings: object
) -> None:
    alice, bob = couple
    space = pair(alice, bob)
    offers.offer(alice.house(), space, "c1", "sealed")
    row = OfferRow.objects.get()
    from dataclasses import replace

    keys = settings.SERVER_KEYS  # type: ignore[attr-defined]
    settings.SERVER_KEYS = replace(keys, reveals=bytes(32))  # type: ignore[attr-defined]
    with pytest.raises(VaultError):
        offers._open(bob.house(), row)


@pytest.mark.parametrize(
    ("act", "refusal"),
    [(leaving.pause_space, Refusal.PAUSED), (leaving.leave_space, Refusal.FROZEN)],
)
def test_a_space_that_takes_no_words_takes_no_offer(act, refusal, couple) -> None:  # type: ignore[no-untyped-def]
    alice, bob = couple
    space = pair(alice, bob)
    act(bob.house(), space)
    with pytest.raises(Refused) as refused:
        offers.offer(alice.house(), space, "c1", "hello")
    assert refused.value.refusal is refusal


def test_a_space_of_one_takes_no_offer() -> None:
    alice = someone("Alice")
    space = pairing.start_space(alice.house())
    with pytest.raises(Refused) as refused:
        offers.offer(alice.house(), space, "c1", "hello")
    assert refused.value.refusal is Refusal.ALONE


def test_leaving_erases_what_waited(couple: tuple[Someone, Someone]) -> None:
    alice, bob = couple
    space = pair(alice, bob)
    offers.offer(alice.house(), space, "c1", "unsaid")
    leaving.leave_space(bob.house(), space)
    assert not OfferRow.objects.exists()
