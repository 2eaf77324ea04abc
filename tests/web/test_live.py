"""The live path: who may listen, what is heard, when it ends, and that it moves no clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse

from goldseam.core import journal
from goldseam.core.base import Append, Outcome, VaultKind
from goldseam.core.letterbook import LetterKind, LetterSent
from goldseam.core.letters import LETTERS, withdraw
from goldseam.keys import clock
from goldseam.keys.models import Session, Tier
from goldseam.log import bell
from goldseam.log.house import House
from goldseam.spaces import leaving
from goldseam.web import live
from goldseam.web.live import Hub, Listening, Stream, listening, told
from tests.cast import Someone, pair, someone
from tests.visitors import visitor

SENT = LetterSent(id=str(UUID(int=7)), kind=LetterKind.APOLOGY, text="I lied about the loan.")


@dataclass
class Two:
    """Two people with a browser each."""

    alice: Someone
    bob: Someone
    space: UUID
    at_alice: Client

    def cookies(self) -> dict[str, str]:
        return {name: morsel.value for name, morsel in self.at_alice.cookies.items()}


@pytest.fixture
def two(db: None) -> Two:
    alice, bob = someone("Alice"), someone("Bob")
    space = pair(alice, bob)
    return Two(alice, bob, space, visitor(alice))


class Ear:
    """A bell that remembers what it was told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def ring(self, topics: frozenset[str]) -> None:
        self.heard += sorted(topics)


@pytest.fixture
def ear() -> Iterator[Ear]:
    made = Ear()
    bell.hang(made)
    yield made
    bell.hang(None)


def send(house: House, space: UUID) -> None:
    def decide(_: House) -> Outcome:
        return (Append(VaultKind.SHARED, SENT, row=SENT.id),)

    house.act(decide, space=space)


class TestWhoListens:
    def test_a_person_hears_of_the_own_spaces_alone(self, two: Two) -> None:
        stranger = pair(someone("Charlie"), someone("Dana"))
        who = listening(two.cookies())
        assert who and who.person == two.alice.person.pk
        assert who.spaces == {two.space}
        assert bell.space(stranger) not in who.topics

    def test_nobody_without_both_cookies(self, two: Two) -> None:
        known = two.cookies()
        for name in (settings.SESSION_COOKIE_NAME, settings.UNLOCK_COOKIE_NAME):
            assert listening({key: value for key, value in known.items() if key != name}) is None
        assert listening({**known, settings.UNLOCK_COOKIE_NAME: "00" * 32}) is None
        assert listening({}) is None

    def test_nobody_once_the_keys_are_closed(self, two: Two) -> None:
        Tier.objects.filter(tier="shared").delete()
        assert listening(two.cookies()) is None

    def test_nobody_after_the_passphrase_was_changed_elsewhere(self, two: Two) -> None:
        person = two.alice.person
        person.epoch = uuid4().hex
        person.save()
        assert listening(two.cookies()) is None

    def test_listening_and_asking_move_no_clock(self, two: Two) -> None:
        early = clock.now() - timedelta(minutes=5)
        Tier.objects.update(idle_at=early + timedelta(minutes=9))
        before = list(Tier.objects.order_by("tier").values_list("tier", "idle_at", "expires_at"))
        assert listening(two.cookies())
        asked = two.at_alice.get(reverse("journey:news"), headers={"X-Goldseam-Live": "1"})
        assert asked.status_code == 200
        assert list(Tier.objects.order_by("tier").values_list("tier", "idle_at", "expires_at")) == before


@pytest.mark.django_db(transaction=True, databases="__all__")
class TestWhatIsTold:
    def test_a_letter_tells_its_space(self, two: Two, ear: Ear) -> None:
        send(two.bob.house(), two.space)
        assert ear.heard == [bell.space(two.space)]

    def test_nothing_is_told_before_the_commit_or_without_one(self, two: Two, ear: Ear) -> None:
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            send(two.bob.house(), two.space)
            assert ear.heard == []
            raise ZeroDivisionError
        assert ear.heard == []

    def test_what_one_does_alone_or_takes_back_tells_nobody(self, two: Two, ear: Ear) -> None:
        send(two.bob.house(), two.space)
        ear.heard.clear()
        two.bob.house().act(lambda _: journal.write(id=str(uuid4()), text="mine"))
        two.bob.house().act(
            lambda house: withdraw(
                house.folded(LETTERS, VaultKind.SHARED, two.space),
                space="active",
                by=house.space(two.space).slot,
                id=SENT.id,
            ),
            space=two.space,
        )
        leaving.erase_own_words(two.bob.house(), two.space)
        assert ear.heard == []

    def test_a_pause_and_the_end_are_told_and_putting_down_a_key_is_not(self, two: Two, ear: Ear) -> None:
        for act in (leaving.pause_space, leaving.resume_space, leaving.leave_space):
            act(two.bob.house(), two.space)
            assert ear.heard == [bell.space(two.space)], act.__name__
            ear.heard.clear()
        leaving.put_down_key(two.bob.house(), two.space)
        assert bell.space(two.space) not in ear.heard

    def test_closed_keys_and_an_ended_session_are_told_to_it(self, two: Two, ear: Ear) -> None:
        session = Session.objects.get(person_id=two.alice.person.pk)
        two.at_alice.post(reverse("keys:lock"))
        assert bell.session(session.row) in ear.heard
        ear.heard.clear()
        two.at_alice.post(reverse("web:leave"))
        assert bell.session(session.row) in ear.heard

    def test_a_bell_that_breaks_breaks_nothing(self, two: Two) -> None:
        class Broken:
            def ring(self, topics: frozenset[str]) -> None:
                raise ConnectionError

        bell.hang(Broken())
        try:
            send(two.bob.house(), two.space)
        finally:
            bell.hang(None)
        assert "loan" in repr(two.alice.house().lines(VaultKind.SHARED, two.space))


class TestNews:
    def test_a_page_learns_that_there_is_something_and_not_what(self, two: Two) -> None:
        since = news_on(two, "/home/")
        assert asked(two, since) == {"news": False}
        send(two.bob.house(), two.space)
        assert asked(two, since) == {"news": True}
        assert asked(two, news_on(two, "/home/")) == {"news": False}

    def test_a_room_hears_of_itself_alone(self, two: Two) -> None:
        elsewhere = pair(two.alice, someone("Charlie"))
        two.at_alice = visitor(two.alice)
        since = news_on(two, f"/ours/{elsewhere}/")
        send(two.bob.house(), two.space)
        assert asked(two, since) == {"news": False}

    @pytest.mark.parametrize("path", ["/mine/", "/settings/", "/mine/journal/", "/help/"])
    def test_by_oneself_nothing_is_listened_for(self, two: Two, path: str) -> None:
        assert b"data-live" not in two.at_alice.get(path).content

    @pytest.mark.parametrize("since", ["", "nonsense", "a:b:c:d:e", "a:b:1:2:3"])
    def test_a_header_that_says_nothing_gets_no_news(self, two: Two, since: str) -> None:
        send(two.bob.house(), two.space)
        assert asked(two, since) == {"news": False}


def news_on(two: Two, path: str) -> str:
    page = two.at_alice.get(path).content.decode()
    found: str = page.split('data-since="')[1].split('"')[0]
    return found


def asked(two: Two, since: str) -> object:
    headers = {"X-Goldseam-Live": "1", "X-Goldseam-Since": since}
    return two.at_alice.get(reverse("journey:news"), headers=headers).json()


def somebody(session: UUID | None = None, *spaces: UUID, minutes: int = 30) -> Listening:
    until = clock.now() + timedelta(minutes=minutes)
    return Listening(session or uuid4(), uuid4(), frozenset(spaces), until)


async def first(stream: AsyncIterator[bytes]) -> bytes:
    return await asyncio.wait_for(anext(stream), 5)


class TestStreams:
    def test_it_hears_of_its_own_and_of_nothing_else(self) -> None:
        async def run() -> None:
            hub, space = Hub(), uuid4()
            stream = Stream(somebody(None, space))
            hub.add(stream)
            said = told(hub, stream, {})
            assert b"retry: 1000" in await first(said)
            hub.wake(frozenset({bell.space(uuid4())}))
            assert not stream.woken.is_set()
            hub.wake(frozenset({bell.space(space)}))
            assert await first(said) == f"event: new\ndata: {space}\n\n".encode()
            await said.aclose()
            assert len(hub) == 0 and hub._by_topic == {}

        asyncio.run(run())

    def test_it_ends_when_its_keys_close(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(live, "_asked", lambda cookies: None)

        async def run() -> None:
            hub, who = Hub(), somebody()
            stream = Stream(who)
            hub.add(stream)
            said = told(hub, stream, {})
            await first(said)
            hub.wake(frozenset({bell.session(who.session)}))
            with pytest.raises(StopAsyncIteration):
                await first(said)
            assert len(hub) == 0

        asyncio.run(run())

    def test_it_ends_by_itself_when_their_time_is_over(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(live, "_asked", lambda cookies: None)

        async def run() -> None:
            hub = Hub()
            stream = Stream(somebody(minutes=0))
            hub.add(stream)
            said = told(hub, stream, {})
            await first(said)
            with pytest.raises(StopAsyncIteration):
                await first(said)

        asyncio.run(run())

    def test_a_new_space_is_listened_for_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        who, space = somebody(), uuid4()
        more = Listening(who.session, who.person, frozenset({space}), who.until)
        monkeypatch.setattr(live, "_asked", lambda cookies: more)

        async def run() -> None:
            hub, stream = Hub(), Stream(who)
            hub.add(stream)
            said = told(hub, stream, {})
            await first(said)
            hub.wake(frozenset({bell.person(who.person)}))
            assert await first(said) == b":\n\n"
            hub.wake(frozenset({bell.space(space)}))
            assert str(space).encode() in await first(said)
            await said.aclose()

        asyncio.run(run())

    def test_a_session_with_too_many_loses_its_oldest(self) -> None:
        async def run() -> None:
            hub, session = Hub(), uuid4()
            streams = [Stream(somebody(session)) for _ in range(live.MOST_EACH + 1)]
            other = Stream(somebody())
            for stream in (other, *streams):
                hub.add(stream)
            assert [stream.ended for stream in streams] == [True] + [False] * live.MOST_EACH
            assert not other.ended

        asyncio.run(run())

    def test_when_the_server_stops_all_of_them_end(self) -> None:
        async def run() -> None:
            hub = Hub()
            streams = [Stream(somebody()) for _ in range(3)]
            heard = []
            for stream in streams:
                hub.add(stream)
                heard.append(told(hub, stream, {}))
                await first(heard[-1])
            hub.stop()
            for said in heard:
                with pytest.raises(StopAsyncIteration):
                    await first(said)
            assert len(hub) == 0

        asyncio.run(run())


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_processes_hear_each_other_over_postgresql() -> None:
    from goldseam.web.bus import OverPostgreSQL

    if connections["default"].vendor != "postgresql":
        pytest.skip("one process hears itself")

    async def run() -> None:
        space, streams, ears = uuid4(), [], []
        hubs = [Hub(), Hub()]
        for hub in hubs:
            hub.start()
            streams.append(Stream(somebody(None, space)))
            hub.add(streams[-1])
            ears.append(asyncio.create_task(OverPostgreSQL(hub).listen()))
        for stream in streams:  # each bus, once it listens, lets its pages ask
            await asyncio.wait_for(stream.woken.wait(), 10)
            stream.woken.clear()
            stream.news.clear()
        await asyncio.to_thread(_ring_from_a_thread, OverPostgreSQL(hubs[0]), bell.space(space))
        for stream in streams:
            await asyncio.wait_for(stream.woken.wait(), 10)
            assert stream.news == {bell.space(space)}
        for ear in ears:
            ear.cancel()
        await asyncio.gather(*ears, return_exceptions=True)

    asyncio.run(run())


def _ring_from_a_thread(bus: bell.Bell, topic: str) -> None:
    try:
        bus.ring(frozenset({topic}))
    finally:
        connections.close_all()
