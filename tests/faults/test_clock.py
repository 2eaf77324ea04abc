"""The clock is set back while people are signed in: nothing stays open for longer, nobody waits, no word moves."""

from __future__ import annotations

from html import unescape
from uuid import UUID, uuid4

import pytest
from django.test import Client

from goldseam.core.base import Refused, VaultKind
from goldseam.keys import throttle
from goldseam.keys.models import Attempt, Session, Tier
from goldseam.keys.unlocking import sweep
from goldseam.log import check, offers
from goldseam.log.house import House
from goldseam.log.models import OfferRow
from goldseam.spaces import pairing
from goldseam.vault import WrongKey
from goldseam.web import live
from tests.cast import PASSPHRASE, Someone, someone
from tests.people import MovedClock, clock
from tests.security import flows
from tests.visitors import anonymous, visitor

__all__ = ["clock"]
pytestmark = pytest.mark.django_db

BACK = [{"hours": 1}, {"days": 365}]
far_back = pytest.mark.parametrize("back", BACK, ids=["an hour", "a year"])


def set_back(clock: MovedClock, back: dict[str, float]) -> None:
    clock.move(**{unit: -much for unit, much in back.items()})


def at_home(browser: Client) -> bool:
    return browser.get("/home/").status_code == 200


def scene_of(alice: Someone, bob: Someone) -> flows.Scene:
    space = pairing.start_space(House(alice.opened))
    assert pairing.accept(House(bob.opened), pairing.invite(House(alice.opened), space)) == space
    third = someone("Third")
    return flows.Scene(alice, bob, visitor(alice), visitor(bob), space, third, visitor(third))


class TestWhatIsOpen:
    @far_back
    def test_keys_close_and_the_passphrase_opens_them_over_intact_words(
        self, clock: MovedClock, back: dict[str, float]
    ) -> None:
        alice = someone("Alice")
        browser = visitor(alice)
        assert at_home(browser)
        set_back(clock, back)
        assert not at_home(browser)
        sent = {"page": str(uuid4()), "text": "Written as the clock went back."}
        over = browser.post("/mine/journal/", sent)
        assert over.status_code == 403 and sent["text"] in over.content.decode()
        assert House(alice.opened).lines(VaultKind.PRIVATE) == []
        again = visitor(alice)
        assert again.post("/mine/journal/", sent).status_code == 303 and at_home(again)

    @far_back
    def test_what_was_opened_before_is_never_open_again(
        self, clock: MovedClock, back: dict[str, float]
    ) -> None:
        """Not even when the clock comes to the hours again in which it was open."""
        browser = visitor(someone("Alice"))
        clock.move(minutes=5)
        set_back(clock, back)
        assert not at_home(browser)
        clock.move(**back)
        assert not at_home(browser)

    def test_a_clock_that_is_put_right_by_a_minute_closes_nothing(self, clock: MovedClock) -> None:
        browser = visitor(someone("Alice"))
        clock.move(minutes=-1)
        assert at_home(browser) and browser.get("/mine/journal/").status_code == 200

    @far_back
    def test_the_sweep_takes_what_would_be_open_too_long(
        self, clock: MovedClock, back: dict[str, float]
    ) -> None:
        visitor(someone("Alice"))
        sweep()
        assert Session.objects.count() == 1 and Tier.objects.count() == 2
        set_back(clock, back)
        sweep()
        assert not Session.objects.exists() and not Tier.objects.exists()

    @far_back
    def test_an_open_page_asks_anew_who_it_is(self, clock: MovedClock, back: dict[str, float]) -> None:
        browser = visitor(someone("Alice"))
        cookies = {name: morsel.value for name, morsel in browser.cookies.items()}
        who = live.listening(cookies)
        assert who is not None and live._open_for(who) > 0
        set_back(clock, back)
        assert live._open_for(who) == 0 and live.listening(cookies) is None


class TestWhoeverWaits:
    def closed(self) -> throttle.TooMany:
        """The bucket of somebody who guessed once too often."""
        for _ in range(50):
            try:
                with throttle.counted((throttle.NAME, "alice")):
                    raise WrongKey
            except WrongKey:
                continue
            except throttle.TooMany as too_many:
                return too_many
        raise AssertionError("it never closed")

    @far_back
    def test_nobody_waits_for_longer_than_a_wait_is(self, clock: MovedClock, back: dict[str, float]) -> None:
        told = self.closed().wait
        set_back(clock, back)
        with pytest.raises(throttle.TooMany) as found:
            throttle.admit((throttle.NAME, "alice"))
        assert found.value.wait <= told <= throttle.NAME.longest
        clock.move(seconds=told.total_seconds())
        throttle.admit((throttle.NAME, "alice"))

    def test_a_guesser_gains_nothing_by_it(self, clock: MovedClock) -> None:
        self.closed()
        tries = Attempt.objects.get().tries
        clock.move(hours=-1)
        with pytest.raises(throttle.TooMany):
            throttle.admit((throttle.NAME, "alice"))
        assert Attempt.objects.get().tries == tries

    def test_what_was_tried_in_a_year_that_is_to_come_is_forgotten(self, clock: MovedClock) -> None:
        self.closed()
        clock.move(days=-365)
        throttle.forget_old()
        assert not Attempt.objects.exists()


class TestWhatIsBetweenTwo:
    def test_an_invitation_outlasts_an_hour_and_not_a_year(self, clock: MovedClock) -> None:
        alice, bob = someone("Alice"), someone("Bob")
        code = pairing.invite(House(alice.opened), pairing.start_space(House(alice.opened)))
        clock.move(days=-365)
        with pytest.raises(Refused):
            pairing.look(House(bob.opened), code)
        clock.move(days=365, hours=-1)
        assert pairing.look(House(bob.opened), code).name == "Alice"

    @far_back
    def test_an_offer_waits_no_longer_than_an_offer_does(
        self, clock: MovedClock, back: dict[str, float]
    ) -> None:
        scene = scene_of(someone("Alice"), someone("Bob"))
        offers.offer(House(scene.alice.opened), scene.space, "c1", "I want to stay")
        set_back(clock, back)
        offers.expire(clock.at.date())
        assert OfferRow.objects.get().expires <= clock.at.date() + offers.LASTS
        clock.move(days=offers.LASTS.days + 1)
        offers.expire(clock.at.date())
        assert not OfferRow.objects.exists()

    @far_back
    def test_letters_stay_in_their_order_and_are_news(
        self, clock: MovedClock, back: dict[str, float]
    ) -> None:
        scene = scene_of(someone("Alice"), someone("Bob"))
        first = flows.send_letter(scene, "first", scene.at_alice)
        page = visitor(scene.bob).get("/home/").content.decode()
        since = page.split('data-since="')[1].split('"')[0]
        set_back(clock, back)
        at_alice, at_bob = visitor(scene.alice), visitor(scene.bob)
        second = flows.send_letter(scene, "second", at_alice)
        headers = {"X-Goldseam-Since": unescape(since), "Accept": "application/json"}
        assert at_bob.get("/live/news/", headers=headers).json() == {"news": True}
        listed = at_bob.get(f"/ours/{scene.space}/letters/").content.decode()
        assert 0 < listed.index(str(second)) < listed.index(str(first))
        assert check.run() == []

    def test_a_letter_put_away_until_a_day_that_is_far_now_is_found(self, clock: MovedClock) -> None:
        scene = scene_of(someone("Alice"), someone("Bob"))
        letter = flows.send_letter(scene, "put away", scene.at_alice)
        at_bob = visitor(scene.bob)
        put_away(at_bob, scene.space, letter)
        clock.move(days=-365)
        at_bob = visitor(scene.bob)
        assert str(letter) in at_bob.get(f"/ours/{scene.space}/letters/").content.decode()


def put_away(browser: Client, space: UUID, letter: UUID) -> None:
    path = f"/ours/{space}/letters/{letter}/put-away/"
    assert browser.post(path, {"days": "1"}).status_code in (302, 303)


@far_back
def test_pages_of_the_journal_stay_in_their_order(clock: MovedClock, back: dict[str, float]) -> None:
    alice = someone("Alice")
    for text in ("first", "second"):
        assert visitor(alice).post("/mine/journal/", {"page": str(uuid4()), "text": text}).status_code == 303
        set_back(clock, back)
    lines = House(alice.opened).lines(VaultKind.PRIVATE)
    assert [line.entry.body.text for line in lines if line.entry] == ["first", "second"]  # type: ignore[attr-defined]
    assert lines[0].entry and lines[1].entry and lines[1].entry.at < lines[0].entry.at
    shown = visitor(alice).get("/mine/journal/").content.decode()
    assert 0 < shown.index("second") < shown.index("first") and check.run() == []


@far_back
def test_somebody_signs_in_as_ever(clock: MovedClock, back: dict[str, float]) -> None:
    alice = someone("Alice")
    visitor(alice)
    set_back(clock, back)
    browser = anonymous()
    name = f"alice-{alice.person.pk.hex[:6]}"
    assert browser.post("/sign-in/", {"name": name, "passphrase": PASSPHRASE}).status_code == 303
    assert at_home(browser)
    clock.move(minutes=29)
    assert at_home(browser)
    clock.move(minutes=31)
    assert not at_home(browser)
