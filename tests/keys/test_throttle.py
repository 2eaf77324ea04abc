"""How often something may be tried."""

from __future__ import annotations

from datetime import timedelta

import pytest

from goldseam.keys import throttle
from goldseam.keys.models import Attempt
from goldseam.keys.throttle import Limit, TooMany, counted, network_of
from goldseam.vault import WrongKey
from tests.people import MovedClock, a_request

pytestmark = pytest.mark.django_db
OWN = Limit("own", 3, timedelta(minutes=1), timedelta(minutes=4))
SHARED = Limit("shared", 3, timedelta(minutes=1), timedelta(minutes=4))


def wrong(*buckets: throttle.Bucket) -> timedelta | None:
    """Try in vain; the wait, if it was refused."""
    try:
        with counted(*buckets):
            raise WrongKey
    except TooMany as refused:
        return refused.wait
    except WrongKey:
        return None


def right(*buckets: throttle.Bucket) -> None:
    with counted(*buckets):
        pass


def test_after_the_free_tries_each_wait_is_twice_the_one_before(clock: MovedClock) -> None:
    bucket = (OWN, "alice")
    assert [wrong(bucket) for _ in range(3)] == [None] * 3
    for minutes in (1, 2, 4, 4):
        wait = wrong(bucket)
        assert wait == timedelta(minutes=minutes)
        clock.move(minutes=minutes)
        assert wrong(bucket) is None


def test_a_refused_try_does_not_lengthen_the_wait(clock: MovedClock) -> None:
    bucket = (OWN, "alice")
    for _ in range(3):
        wrong(bucket)
    for _ in range(5):
        wrong(bucket)
    clock.move(seconds=30)
    assert wrong(bucket) == timedelta(seconds=30)


def test_who_tries_in_vain_does_not_see_that_somebody_got_in(clock: MovedClock) -> None:
    """The partner who knows the sign-in name must not learn by it whether its owner was here."""
    alone, meanwhile = (OWN, "nobody came"), (OWN, "she came")
    told = []
    for bucket in (alone, meanwhile):
        for _ in range(2):
            wrong(bucket)
        clock.move(minutes=10)
        if bucket is meanwhile:
            right(bucket)
        clock.move(minutes=6)
        told.append([wrong(bucket) for _ in range(4)])
    assert told[0] == told[1]


def test_a_right_try_takes_back_itself_only(clock: MovedClock) -> None:
    bucket = (SHARED, "home")
    wrong(bucket)
    wrong(bucket)
    right(bucket)
    assert Attempt.objects.get().tries == 2
    assert wrong(bucket) is None
    assert wrong(bucket) is not None


def test_what_was_never_tried_is_not_counted(clock: MovedClock) -> None:
    for _ in range(9):
        with pytest.raises(ZeroDivisionError), counted((OWN, "alice")):
            raise ZeroDivisionError
    assert Attempt.objects.get().tries == 0


def test_a_closed_second_bucket_takes_the_try_in_the_first_back(clock: MovedClock) -> None:
    for _ in range(3):
        wrong((SHARED, "home"))
    assert wrong((OWN, "alice"), (SHARED, "home")) == timedelta(minutes=1)
    assert Attempt.objects.get(pk=throttle._key((OWN, "alice"))).tries == 0


def test_few_tries_are_forgotten_after_a_quarter_of_an_hour(clock: MovedClock) -> None:
    for _ in range(5):
        wrong((OWN, "alice"))
        wrong((OWN, "alice"))
        clock.move(minutes=16)
    assert wrong((OWN, "alice")) is None


def test_many_tries_are_forgotten_after_a_day_only(clock: MovedClock) -> None:
    for _ in range(3):
        wrong((OWN, "alice"))
    clock.move(hours=23)
    assert wrong((OWN, "alice")) is None
    assert wrong((OWN, "alice")) == timedelta(minutes=2)
    clock.move(hours=25)
    assert [wrong((OWN, "alice")) for _ in range(3)] == [None] * 3


def test_a_very_patient_guesser_does_not_overflow_the_clock(clock: MovedClock) -> None:
    right((SHARED, "x"))
    Attempt.objects.update(tries=1_000_000)
    assert wrong((SHARED, "x")) is None
    assert wrong((SHARED, "x")) == timedelta(minutes=4)


def test_old_tries_are_swept_away(clock: MovedClock) -> None:
    wrong((OWN, "alice"))
    clock.move(hours=25)
    throttle.forget_old()
    assert not Attempt.objects.exists()


def test_neither_name_nor_address_is_kept() -> None:
    wrong((OWN, "alice"), (SHARED, "192.0.2.7"))
    stored = "".join(str(value) for row in Attempt.objects.values_list() for value in row)
    assert "alice" not in stored and "192.0.2.7" not in stored


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        ("", "unknown"),
        ("unix:", "unknown"),
    ],
)
def test_a_network_is_an_address_or_the_half_that_a_home_gets(address: str, network: str) -> None:
    request = a_request()
    request.META["REMOTE_ADDR"] = address
    assert network_of(request) == network


@pytest.mark.parametrize(("seconds", "minutes"), [(1, 1), (59, 1), (60, 1), (61, 2), (3600, 60)])
def test_a_wait_is_said_in_whole_minutes(seconds: int, minutes: int) -> None:
    assert TooMany(timedelta(seconds=seconds)).minutes == minutes
