"""Codes of an app, and passkeys: as a second step, and as a way in."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django.test import Client
from fido2.webauthn import AuthenticatorData
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from goldseam.accounts.models import Person
from goldseam.keys import factors, passkeys
from goldseam.keys.factors import code_at
from goldseam.keys.models import Factor, Pending, Session, SlotRow, Tier
from goldseam.keys.secrets import never_sent_back
from goldseam.keys.sessions import SessionStore, hashed
from goldseam.log.models import Erasure
from tests.accounts.devices import Device, add_app, add_passkey, ask, seed_of, websafe
from tests.people import MovedClock, PersonClient, clock, make_person

__all__ = ["clock"]
pytestmark = pytest.mark.django_db(databases="__all__")


def said(answer: Any) -> str:
    return unescape(answer.content.decode())


def code_now(seed: str, clock: MovedClock, around: int = 0) -> str:
    return code_at(seed, int(clock.at.timestamp()) // 30 + around)


def give_passphrase(client: PersonClient, **more: str) -> tuple[Client, Any]:
    """A new browser that has given name and passphrase."""
    door = Client()
    return door, door.post("/sign-in/", {"name": client.name, "passphrase": client.passphrase, **more})


def is_in(door: Client) -> bool:
    return door.get("/settings/ways/").status_code == 200


# --- Codes of an app ---


def test_codes_are_those_of_the_standard() -> None:
    # RFC 6238, appendix B (SHA-1), the last six of its eight digits.
    seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    known = {
        59: "287082",
        1111111109: "081804",
        1111111111: "050471",
        1234567890: "005924",
        2000000000: "279037",
    }
    assert {at: code_at(seed, at // 30) for at in known} == known


def test_after_codes_are_on_a_passphrase_alone_signs_nobody_in(clock: MovedClock) -> None:
    _, client = make_person()
    seed = add_app(client)
    door, answer = give_passphrase(client, next="/mine/")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in/second/?next=%2Fmine%2F")
    assert not is_in(door) and door.get("/home/").status_code == 302
    page = door.get(answer.headers["Location"])
    assert page.status_code == 200 and "six digits" in said(page)
    clock.move(seconds=30)
    done = door.post("/sign-in/second/", {"code": code_now(seed, clock), "next": "/mine/"})
    assert (done.status_code, done.headers["Location"]) == (303, "/mine/")
    assert is_in(door) and not Pending.objects.exists()
    assert door.cookies["pending"].value == ""


@pytest.mark.parametrize(("around", "status"), [(-2, 403), (-1, 303), (0, 303), (1, 303), (2, 403)])
def test_a_code_may_be_one_step_early_or_late(clock: MovedClock, around: int, status: int) -> None:
    _, client = make_person()
    seed = add_app(client)
    clock.move(minutes=3)
    door, _ = give_passphrase(client)
    assert door.post("/sign-in/second/", {"code": code_now(seed, clock, around)}).status_code == status


def test_a_code_is_taken_once(clock: MovedClock) -> None:
    _, client = make_person()
    seed = add_app(client)
    used_when_it_was_turned_on = code_now(seed, clock)
    one, _ = give_passphrase(client)
    assert one.post("/sign-in/second/", {"code": used_when_it_was_turned_on}).status_code == 403
    clock.move(seconds=30)
    two, _ = give_passphrase(client)
    code = code_now(seed, clock)
    assert one.post("/sign-in/second/", {"code": f" {code[:3]} {code[3:]} "}).status_code == 303
    again = two.post("/sign-in/second/", {"code": code})
    assert again.status_code == 403 and "used" in said(again)
    assert two.post("/sign-in/second/", {"code": code_now(seed, clock, -1)}).status_code == 403


def test_codes_are_not_guessed(clock: MovedClock) -> None:
    _, client = make_person()
    seed = add_app(client)
    clock.move(minutes=1)
    door, _ = give_passphrase(client)
    wrong = [door.post("/sign-in/second/", {"code": "00000x"}).status_code for _ in range(11)]
    assert wrong == [403] * 10 + [429]
    assert door.post("/sign-in/second/", {"code": code_now(seed, clock)}).status_code == 429
    # Nobody who has no passphrase can close this door: the owner's own passphrase page is as free as before.
    assert give_passphrase(client)[1].status_code == 303


def test_what_waits_ends_after_five_minutes(clock: MovedClock) -> None:
    _, client = make_person()
    seed = add_app(client)
    door, _ = give_passphrase(client)
    clock.move(minutes=5)
    late = door.post("/sign-in/second/", {"code": code_now(seed, clock)})
    assert late.status_code == 422 and "five minutes" in said(late)
    again = door.get("/sign-in/second/?next=/mine/")
    assert "five minutes" in said(again) and 'name="next" value="/mine/"' in said(again)
    assert not is_in(door)


def test_what_waits_is_readable_with_its_own_cookie_only(clock: MovedClock) -> None:
    _, client = make_person()
    seed = add_app(client)
    clock.move(seconds=30)
    door, _ = give_passphrase(client)
    pending = door.cookies["pending"].value
    door.cookies["unlock"] = pending
    assert not is_in(door)
    other, _ = give_passphrase(client)
    door.cookies["pending"] = other.cookies["pending"].value
    assert door.post("/sign-in/second/", {"code": code_now(seed, clock)}).status_code == 422
    door.cookies["pending"] = pending
    assert door.post("/sign-in/second/", {"code": code_now(seed, clock)}).status_code == 303


def test_a_changed_passphrase_ends_what_waits(clock: MovedClock) -> None:
    _, client = make_person()
    seed = add_app(client)
    clock.move(seconds=30)
    door, _ = give_passphrase(client)
    new = "another seven quiet lanterns"
    form = {
        "which": "own",
        "own_passphrase": new,
        "own_passphrase_again": new,
        "passphrase": client.passphrase,
    }
    assert client.post("/settings/passphrase/", form).status_code == 303
    assert door.post("/sign-in/second/", {"code": code_now(seed, clock)}).status_code == 422
    assert not is_in(door)


def test_signing_in_as_another_person_ends_what_waits(clock: MovedClock) -> None:
    _, alice = make_person("Alice")
    _, bob = make_person("Bob")
    add_app(alice)
    door, _ = give_passphrase(alice)
    door.post("/sign-in/", {"name": bob.name, "passphrase": bob.passphrase})
    assert not Pending.objects.exists() and is_in(door)


def test_a_text_that_waited_goes_on_after_both_steps(clock: MovedClock) -> None:
    _, client = make_person()
    seed = add_app(client)
    client.post("/sign-out/")
    clock.move(seconds=30)
    words = {"page": "00000000-0000-4000-8000-00000000000a", "text": "what I wrote before it closed"}
    first = client.post("/mine/journal/", words)
    assert first.status_code == 403 and "_unlock_name" in said(first)
    typed = {"_unlock_name": client.name, "_unlock_passphrase": client.passphrase, "_unlock_passkey": ""}
    second = client.post("/mine/journal/", words | typed)
    assert second.status_code == 403 and "_unlock_code" in said(second) and words["text"] in said(second)
    assert client.passphrase not in said(second) and "_unlock_passphrase" not in said(second)
    wrong = client.post("/mine/journal/", words | {"_unlock_code": "123456"})
    assert wrong.status_code == 403 and words["text"] in said(wrong) and "not right" in said(wrong)
    done = client.post("/mine/journal/", words | {"_unlock_code": code_now(seed, clock)})
    assert done.status_code in (200, 303)
    assert words["text"] in said(client.get("/mine/journal/"))


def test_a_seed_from_elsewhere_or_a_wrong_code_turns_nothing_on(clock: MovedClock) -> None:
    person, client = make_person()
    seed = seed_of(said(client.get("/settings/ways/codes/")))
    good = {"app_seed": seed, "app_code": code_now(seed, clock), "passphrase": client.passphrase}
    wrong_code = client.post("/settings/ways/codes/", good | {"app_code": "12345x"})
    assert wrong_code.status_code == 403 and seed_of(said(wrong_code)) == seed
    wrong_words = client.post("/settings/ways/codes/", good | {"passphrase": "nearly the right words"})
    assert wrong_words.status_code == 403 and "does not open it" in said(wrong_words)
    for broken in ("", "A", seed.lower(), seed + "A", "0" * 32):
        page = client.post("/settings/ways/codes/", good | {"app_seed": broken})
        assert page.status_code == 422 and seed_of(said(page)) not in (broken, seed)
    assert not factors.own(person, "totp")
    assert client.post("/settings/ways/codes/", good).status_code == 303


def test_a_second_app_takes_the_place_of_the_first(clock: MovedClock) -> None:
    person, client = make_person()
    first = add_app(client)
    clock.move(seconds=30)
    second = add_app(client)
    assert len(factors.own(person, "totp")) == 1
    clock.move(seconds=30)
    door, _ = give_passphrase(client)
    assert door.post("/sign-in/second/", {"code": code_now(first, clock)}).status_code == 403
    assert door.post("/sign-in/second/", {"code": code_now(second, clock)}).status_code == 303


def test_a_seed_is_not_readable_where_it_lies(clock: MovedClock) -> None:
    person, client = make_person()
    seed = add_app(client)
    row = Factor.objects.get(person=person)
    assert seed.encode() not in bytes(row.sealed) and factors.told(row)["seed"] == seed
    Factor.objects.filter(pk=row.pk).update(id="00000000-0000-4000-8000-00000000000b")
    with pytest.raises(Exception, match="changed, or not at its place"):
        factors.told(Factor.objects.get(person=person))


# --- Passkeys that open by themselves ---


def test_a_passkey_with_a_secret_signs_in_alone() -> None:
    person, client = make_person()
    device = Device()
    answer = add_passkey(client, device)
    assert answer.headers["Location"] == "/settings/ways/?opens"
    assert "Opens everything by itself" in said(client.get("/settings/ways/"))
    door = Client()
    done = door.post("/sign-in/passkey/", device.opens(ask(door)) | {"next": "/mine/journal/"})
    assert (done.status_code, done.headers["Location"]) == (303, "/mine/journal/")
    assert is_in(door) and Session.objects.filter(person_id=person.pk).count() == 2


def test_it_opens_after_the_passphrase_was_changed_and_closes_when_that_is_asked_for() -> None:
    _, client = make_person()
    device = Device()
    add_passkey(client, device)
    change(client, "another seven quiet lanterns")
    door = Client()
    assert door.post("/sign-in/passkey/", device.opens(ask(door))).status_code == 303 and is_in(door)
    change(client, "and yet nine other lanterns", end_ways="on")
    assert not is_in(door) and not SlotRow.objects.filter(kind="prf").exists()
    late = Client()
    assert late.post("/sign-in/passkey/", device.opens(ask(late))).status_code == 403


def change(client: PersonClient, new: str, **more: str) -> None:
    form = {
        "which": "own",
        "own_passphrase": new,
        "own_passphrase_again": new,
        "passphrase": client.passphrase,
    }
    assert client.post("/settings/passphrase/", form | more).status_code == 303
    client.passphrase = new


def test_it_leaves_the_passphrase_as_it_was() -> None:
    _, client = make_person()
    add_passkey(client, Device())
    door, answer = give_passphrase(client)
    assert answer.headers["Location"] == "/home/" and is_in(door)


def test_it_opens_closed_pages_and_a_text_that_waited(clock: MovedClock) -> None:
    _, client = make_person()
    device = Device()
    add_passkey(client, device)
    clock.move(minutes=11)
    assert "data-passkey" in said(client.get("/settings/ways/"))
    assert client.post("/unlock/", device.opens(ask(client))).status_code == 303
    assert is_in(client)
    clock.move(minutes=31)
    words = {"page": "00000000-0000-4000-8000-00000000000c", "text": "still here"}
    page = client.post("/mine/journal/", words)
    assert page.status_code == 403 and "_unlock_passkey" in said(page)
    over = {f"_unlock_{name}": value for name, value in device.opens(ask(client)).items()}
    assert client.post("/mine/journal/", words | over).status_code in (200, 303)
    assert "still here" in said(client.get("/mine/journal/"))


def test_the_passkey_of_another_person_opens_nothing(clock: MovedClock) -> None:
    _, alice = make_person("Alice")
    _, bob = make_person("Bob")
    hers, his = Device(), Device()
    add_passkey(alice, hers)
    add_passkey(bob, his)
    clock.move(minutes=11)
    assert alice.post("/unlock/", his.opens(ask(alice))).status_code == 403
    assert not is_in(alice)
    # The answer of one with the secret of the other.
    door = Client()
    asked = ask(door)
    mixed = hers.opens(asked) | {"secret": his.secret(asked["publicKey"])}
    assert door.post("/sign-in/passkey/", mixed).status_code == 403 and not is_in(door)


def test_only_what_was_asked_is_an_answer_and_only_once(clock: MovedClock) -> None:
    _, client = make_person()
    device = Device()
    add_passkey(client, device)
    door = Client()
    old = device.opens(ask(door))
    ask(door)
    assert door.post("/sign-in/passkey/", old).status_code == 403
    asked = ask(door)
    clock.move(minutes=6)
    assert door.post("/sign-in/passkey/", device.opens(asked)).status_code == 403
    good = device.opens(ask(door))
    assert door.post("/sign-in/passkey/", good).status_code == 303
    other = Client()
    assert other.post("/sign-in/passkey/", good).status_code == 403
    door.post("/sign-out/")
    assert door.post("/sign-in/passkey/", good).status_code == 403


PRESENT = AuthenticatorData.FLAG.USER_PRESENT


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://localhost:8000"},
        {"origin": "http://localhost.evil.example"},
        {"origin": "http://127.0.0.1:8000"},
        {"rp": "evil.example"},
        {"flags": PRESENT},
        {"flags": AuthenticatorData.FLAG.USER_VERIFIED},
        {"handle": bytes(32)},
        {"id": bytes(32)},
        {"key": Device().key},
    ],
    ids=lambda it: f"{next(iter(it))}",
)
def test_an_answer_that_is_not_quite_right_opens_nothing(wrong: dict[str, Any]) -> None:
    _, client = make_person()
    device = Device()
    add_passkey(client, device)
    door = Client()
    bad = replace(device, **wrong)
    answer = door.post("/sign-in/passkey/", bad.opens(ask(door)))
    assert answer.status_code == 403 and not is_in(door)
    assert "does not open anything here" in said(answer)


@pytest.mark.parametrize(
    "wrong", [{"origin": "http://evil.example"}, {"rp": "evil.example"}, {"flags": PRESENT}]
)
def test_a_passkey_of_elsewhere_is_not_kept(wrong: dict[str, Any]) -> None:
    person, client = make_person()
    answer = add_passkey(client, Device(**wrong))
    assert answer.status_code == 403 and not factors.own(person, "passkey")


def test_every_passkey_is_asked_for_its_secret_with_one_salt_for_ever() -> None:
    _, client = make_person()
    made = client.post("/settings/ways/passkey/new/", {"passphrase": client.passphrase}).json()["publicKey"]
    asked = ask(Client())["publicKey"]
    for options in (made, asked):
        assert options["extensions"] == {"prf": {"eval": {"first": websafe(passkeys.SALT)}}}
        assert options.get("userVerification", "required") == "required"
    assert made["authenticatorSelection"]["userVerification"] == "required"
    assert made["authenticatorSelection"]["residentKey"] == "required"
    assert passkeys.SALT.hex() == "73f1c66efa5cc1f6f0e6a82c9e80411f522f41212618965bc120eefa8ac1e98b"


def test_making_one_needs_the_passphrase_each_time(clock: MovedClock) -> None:
    person, client = make_person()
    refused = client.post("/settings/ways/passkey/new/", {"passphrase": "nearly the right words"})
    assert refused.status_code == 403 and "does not open it" in refused.json()["error"]
    asked = client.post("/settings/ways/passkey/new/", {"passphrase": client.passphrase})
    given = Device().makes(asked.json())
    late = client.post("/settings/ways/passkey/", {"passphrase": "nearly the right words", **given})
    assert late.status_code == 403 and not factors.own(person, "passkey")
    # What the browser made is still good, and its secret does not come back in the page.
    assert given["passkey_secret"] not in said(late)
    assert (
        client.post("/settings/ways/passkey/", {"passphrase": client.passphrase, **given}).status_code == 303
    )


def test_without_scripts_it_says_so(clock: MovedClock) -> None:
    _, client = make_person()
    page = client.post("/settings/ways/passkey/", {"passphrase": client.passphrase})
    assert page.status_code == 422 and "scripts" in said(page)


def test_there_is_an_end_to_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    person, client = make_person()
    monkeypatch.setattr("goldseam.accounts.ways.MOST_PASSKEYS", 1)
    add_passkey(client, Device())
    asked = client.post("/settings/ways/passkey/new/", {"passphrase": client.passphrase}).json()
    full = client.post("/settings/ways/passkey/", {"passphrase": client.passphrase, **Device().makes(asked)})
    assert "as many passkeys" in said(full) and len(factors.own(person, "passkey")) == 1


# --- Passkeys that are a second step ---


def test_a_passkey_without_a_secret_is_a_second_step() -> None:
    _, client = make_person()
    device = Device(gives_secret=False)
    assert add_passkey(client, device).headers["Location"] == "/settings/ways/?asks"
    alone = Client()
    refused = alone.post("/sign-in/passkey/", device.opens(ask(alone)))
    assert refused.status_code == 403 and "asked for after your passphrase" in said(refused)
    door, answer = give_passphrase(client)
    assert answer.headers["Location"].startswith("/sign-in/second/")
    page = said(door.get("/sign-in/second/"))
    assert "data-passkey" in page and "six digits" not in page
    asked = ask(door)
    assert len(asked["publicKey"]["allowCredentials"]) == 1
    assert door.post("/sign-in/second/", device.opens(asked)).status_code == 303 and is_in(door)


def test_a_passkey_that_opens_also_answers_where_codes_are_asked_for(clock: MovedClock) -> None:
    _, client = make_person()
    device = Device()
    add_passkey(client, device)
    add_app(client)
    door, _ = give_passphrase(client)
    assert door.post("/sign-in/second/", device.opens(ask(door))).status_code == 303 and is_in(door)


def test_nobody_without_the_passphrase_learns_who_has_passkeys() -> None:
    _, client = make_person()
    add_passkey(client, Device())
    assert not ask(Client())["publicKey"].get("allowCredentials")


# --- Taking away, recovering, deleting, restoring ---


def test_taking_away_needs_the_passphrase_and_is_for_good() -> None:
    person, client = make_person()
    device = Device()
    add_passkey(client, device)
    elsewhere = Client()
    elsewhere.post("/sign-in/passkey/", device.opens(ask(elsewhere)))
    assert is_in(elsewhere)
    (way,) = factors.ways_of(person)
    page = f"/settings/ways/{way.id}/"
    assert client.get(page).status_code == 200
    assert client.post(page, {"passphrase": "nearly the right words"}).status_code == 403
    assert factors.own(person, "passkey")
    assert client.post(page, {"passphrase": client.passphrase}).headers["Location"] == "/settings/ways/?gone"
    assert not factors.own(person, "passkey") and not SlotRow.objects.filter(kind="prf").exists()
    assert client.get(page).status_code == 404
    assert not is_in(elsewhere) and is_in(client)
    door = Client()
    assert door.post("/sign-in/passkey/", device.opens(ask(door))).status_code == 403
    assert Erasure.objects.filter(vault_id=way.id).exists()


def test_nobody_takes_away_what_is_another_persons() -> None:
    person, alice = make_person("Alice")
    _, bob = make_person("Bob")
    add_passkey(alice, Device())
    (way,) = factors.ways_of(person)
    assert bob.get(f"/settings/ways/{way.id}/").status_code == 404
    assert bob.post(f"/settings/ways/{way.id}/", {"passphrase": bob.passphrase}).status_code == 404
    assert factors.own(person, "passkey")


def test_a_restore_does_not_bring_back_what_was_taken_away() -> None:
    person, client = make_person()
    add_passkey(client, Device())
    row = factors.own(person, "passkey")[0]
    slot = row.slot
    assert slot is not None
    factors.remove(row)
    # As a backup of before would put them.
    slot.save(force_insert=True)
    row.slot = slot
    row.save(force_insert=True)
    assert factors.remove_again() == 1
    assert not factors.own(person, "passkey") and not SlotRow.objects.filter(kind="prf").exists()
    assert factors.remove_again() == 0


def test_the_recovery_code_gets_in_without_them_and_ends_them(clock: MovedClock) -> None:
    person, client = make_person()
    device = Device()
    add_app(client)
    add_passkey(client, device)
    new = "another seven quiet lanterns"
    form = {"name": client.name, "recovery_code": client.code, "which": "own", "own_passphrase": new}
    door = Client()
    assert door.post("/recover/", form | {"own_passphrase_again": new}).status_code == 303
    assert is_in(door) and not Factor.objects.filter(person=person).exists()
    other = Client()
    done = other.post("/sign-in/", {"name": client.name, "passphrase": new})
    assert done.headers["Location"] == "/home/" and is_in(other)
    late = Client()
    assert late.post("/sign-in/passkey/", device.opens(ask(late))).status_code == 403


def test_they_go_with_the_account(clock: MovedClock) -> None:
    person, client = make_person()
    add_app(client)
    add_passkey(client, Device())
    client.post("/settings/delete/", {"words": "erase", "passphrase": client.passphrase})
    assert not Person.objects.filter(pk=person.pk).exists()
    assert not Factor.objects.exists() and not SlotRow.objects.exists()


def test_a_passkey_is_offered_whether_there_is_one_or_not() -> None:
    """Who holds the phone does not learn from the offer whether there is one."""
    _, client = make_person()
    before = said(client.get("/home/")).count("data-passkey")
    add_passkey(client, Device())
    assert said(client.get("/home/")).count("data-passkey") == before == 1


# --- What others could do with it ---


def test_nobody_closes_the_passkeys_of_a_network(clock: MovedClock) -> None:
    """Whoever asks and asks on the same network, or answers wrongly, stands in nobody's way."""
    _, client = make_person()
    device = Device()
    add_passkey(client, device)
    for _ in range(310):
        noisy = Client()
        ask(noisy)
        noisy.post("/sign-in/passkey/", {"passkey": "{}", "secret": "x"})
    door = Client()
    assert door.post("/sign-in/passkey/", device.opens(ask(door))).status_code == 303


def test_who_asks_and_does_not_answer_leaves_nothing_for_long(clock: MovedClock) -> None:
    ask(Client())
    clock.move(minutes=6)
    SessionStore.clear_expired()
    assert not Session.objects.exists()


def test_patience_does_not_help_to_guess_codes(clock: MovedClock) -> None:
    """Nine an hour, so that the door never closes for a quarter of an hour: it closes all the same."""
    _, client = make_person()
    add_app(client)
    door, _ = give_passphrase(client)
    statuses = []
    for _ in range(3):
        for _ in range(9):
            statuses.append(door.post("/sign-in/second/", {"code": "000001"}).status_code)
        clock.move(hours=1)
        door, _ = give_passphrase(client)
    assert statuses.count(403) == 9 + 2 and 429 in statuses


def test_wrong_codes_after_a_right_passphrase_are_told_at_the_next_sign_in(clock: MovedClock) -> None:
    _, client = make_person()
    seed = add_app(client)
    thief, _ = give_passphrase(client)
    for _ in range(6):
        thief.post("/sign-in/second/", {"code": "000001"})
    clock.move(minutes=20)
    door, _ = give_passphrase(client)
    door.post("/sign-in/second/", {"code": code_now(seed, clock)})
    told = door.get("/home/", follow=True)
    assert "Somebody typed your passphrase" in said(told)
    assert "Somebody typed your passphrase" not in said(door.get("/home/", follow=True))


def test_wrong_codes_do_not_close_the_passkey(clock: MovedClock) -> None:
    _, client = make_person()
    device = Device()
    add_app(client)
    add_passkey(client, device)
    door, _ = give_passphrase(client)
    for _ in range(12):
        door.post("/sign-in/second/", {"code": "000001"})
    assert door.post("/sign-in/second/", device.opens(ask(door))).status_code == 303


def test_once_the_keys_have_closed_the_second_step_is_asked_for_again(clock: MovedClock) -> None:
    """Somebody finds the browser an hour later and knows the passphrase: it does not open by that alone."""
    _, client = make_person()
    seed = add_app(client)
    clock.move(minutes=11)
    assert client.unlock().headers["Location"] == "/home/" and is_in(client)
    clock.move(minutes=31)
    quiet = client.post("/unlock/", {"passphrase": client.passphrase}, headers={"accept": "application/json"})
    assert quiet.status_code == 401 and quiet.headers["X-Goldseam-Locked"] == "shared"
    answer = client.post("/unlock/", {"passphrase": client.passphrase, "next": "/mine/"})
    assert answer.headers["Location"] == "/sign-in/second/?next=%2Fmine%2F" and not is_in(client)
    done = client.post("/sign-in/second/", {"code": code_now(seed, clock), "next": "/mine/"})
    assert done.headers["Location"] == "/mine/" and is_in(client)


def test_a_text_sent_from_closed_pages_goes_on_after_the_second_step(clock: MovedClock) -> None:
    _, client = make_person()
    seed = add_app(client)
    clock.move(minutes=31)
    words = {"page": "00000000-0000-4000-8000-00000000000d", "text": "written slowly"}
    client.post("/mine/journal/", words)
    second = client.post("/mine/journal/", words | {"_unlock_passphrase": client.passphrase})
    assert "_unlock_code" in said(second) and words["text"] in said(second)
    client.post("/mine/journal/", words | {"_unlock_code": code_now(seed, clock)})
    assert words["text"] in said(client.get("/mine/journal/"))


def test_a_passkey_is_looked_at_before_a_name_that_is_filled_in_by_itself(clock: MovedClock) -> None:
    _, client = make_person()
    device = Device()
    add_passkey(client, device)
    client.post("/sign-out/")
    words = {"page": "00000000-0000-4000-8000-00000000000e", "text": "kept"}
    over = {f"_unlock_{name}": value for name, value in device.opens(ask(client)).items()}
    client.post("/mine/journal/", words | over | {"_unlock_name": client.name, "_unlock_passphrase": ""})
    assert words["text"] in said(client.get("/mine/journal/"))


def test_another_person_at_the_same_browser_is_asked_for_their_own_passkey(clock: MovedClock) -> None:
    _, alice = make_person("Alice")
    _, bob = make_person("Bob")
    his = Device()
    add_passkey(alice, Device(gives_secret=False))
    add_passkey(bob, his)
    door, _ = give_passphrase(alice)
    asked = door.post("/passkey/", {"anyone": "1"}).json()
    assert not asked["publicKey"].get("allowCredentials")
    assert door.post("/sign-in/passkey/", his.opens(asked)).status_code == 303
    assert Session.objects.get(session_key=hashed(door.cookies["session"].value)).person_id == passkey_owner(
        his
    )


def passkey_owner(device: Device) -> Any:
    return Factor.objects.get(index=passkeys.index_of(device.id)).person_id


def test_what_opens_something_never_comes_back_in_a_page(clock: MovedClock) -> None:
    _, client = make_person()
    device = Device()
    add_passkey(client, device)
    given_ = device.opens(ask(client))
    client.post("/sign-out/")
    page = client.post("/unlock/", given_ | {"next": "/mine/"})
    assert given_["secret"] not in said(page) and device.id.hex() not in said(page)
    for name in (
        "passkey",
        "secret",
        "passkey_secret",
        "app_seed",
        "app_code",
        "_unlock_code",
        "_unlock_secret",
    ):
        assert never_sent_back(name), name
    assert not never_sent_back("text") and not never_sent_back("next")


def test_a_passkey_that_cannot_open_is_kept_only_by_who_was_told(clock: MovedClock) -> None:
    person, client = make_person()
    asked = client.post("/settings/ways/passkey/new/", {"passphrase": client.passphrase})
    given_ = Device(gives_secret=False).makes(asked.json())
    page = client.post("/settings/ways/passkey/", {"passphrase": client.passphrase, **given_})
    assert page.status_code == 422 and "asked for each time" in said(page)
    assert not factors.own(person, "passkey")


def test_the_device_lists_the_address_and_no_name() -> None:
    _, client = make_person()
    asked = client.post("/settings/ways/passkey/new/", {"passphrase": client.passphrase}).json()["publicKey"]
    assert asked["user"]["name"] == asked["user"]["displayName"] == asked["rp"]["name"] == "localhost"


def test_a_changed_passphrase_shows_what_else_opens_and_takes_it_away_unless_told_not_to() -> None:
    _, client = make_person()
    add_passkey(client, Device())
    page = said(client.get("/settings/passphrase/"))
    assert "Opens everything by itself" in page and 'name="end_ways"' in page and "checked" in page


def test_leaving_takes_away_what_waits(clock: MovedClock) -> None:
    _, client = make_person()
    add_app(client)
    door, _ = give_passphrase(client)
    assert door.post("/leave/").cookies["pending"].value == ""
    assert not Pending.objects.exists()


def test_the_same_passkey_is_not_kept_twice() -> None:
    _, alice = make_person("Alice")
    person, bob = make_person("Bob")
    device = Device()
    add_passkey(alice, device)
    assert add_passkey(bob, device).status_code == 403 and not factors.own(person, "passkey")


def test_two_requests_with_one_code_are_one_sign_in(
    clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one read the row before the first one wrote it."""
    person, client = make_person()
    seed = add_app(client)
    clock.move(minutes=1)
    before = Factor.objects.get(person=person)
    factors.check_totp(person, code_now(seed, clock))
    monkeypatch.setattr(factors, "own", lambda *_: [before])
    with pytest.raises(factors.WrongCode):
        factors.check_totp(person, code_now(seed, clock))


# --- Nonsense ---


@pytest.mark.parametrize("sent", ["[" * 3000, '{"id":' * 2000, json.dumps({"id": 10**12, "rawId": 10**12})])
def test_deep_or_large_nonsense_is_refused_kindly(sent: str) -> None:
    door = Client()
    ask(door)
    assert door.post("/sign-in/passkey/", {"passkey": sent, "secret": "x"}).status_code == 403


def test_a_code_of_odd_signs_is_refused_kindly(clock: MovedClock) -> None:
    _, client = make_person()
    add_app(client)
    door, _ = give_passphrase(client)
    for code in ("\ud800", "١٢٣٤٥٦", "", "12345", "1234567", "½"):
        assert door.post("/sign-in/second/", {"code": code.encode("utf-8", "replace")}).status_code == 403


NOBODY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "rawId", "type", "response", "clientDataJSON", "authenticatorData", "signature"]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@given(nonsense=NOBODY | st.text(max_size=60))
@tried(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nonsense_is_refused_kindly(nonsense: Any) -> None:
    door = Client()
    ask(door)
    sent = nonsense if isinstance(nonsense, str) else json.dumps(nonsense)
    assert door.post("/sign-in/passkey/", {"passkey": sent, "secret": "x"}).status_code == (
        403 if sent else 422
    )


@given(data=st.data())
@tried(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_broken_answer_is_refused_kindly(data: st.DataObject) -> None:
    device, door = Device(), Client()
    given_ = device.opens(ask(door))
    answer = json.loads(given_["passkey"])
    part = data.draw(st.sampled_from(["clientDataJSON", "authenticatorData", "signature", "userHandle"]))
    whole = answer["response"][part]
    at = data.draw(st.integers(0, 400)) % (len(whole) + 1)
    answer["response"][part] = whole[:at] + data.draw(st.text("AZaz09-_=\0é", max_size=3))
    door.post("/sign-in/passkey/", given_ | {"passkey": json.dumps(answer)})
    assert not Tier.objects.exists()
