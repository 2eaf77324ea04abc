"""Everything that a person can do here, driven through the pages with words that can be searched for.

A new feature joins the canary and the comparison of worlds by one function here, or in `tests/security/own_flows.py`.
`PRIVATE` acts must leave no trace that anybody else can see; `SHARED` acts are disclosures. Both are written
from alice's side, and can be played from bob's by turning the scene round.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse

from goldseam.core.base import VaultKind
from goldseam.core.letterbook import LETTERS
from goldseam.log import offers
from tests.cast import Someone
from tests.security.own_flows import (
    give_an_address,
    name_what_happened,
    say_what_happened,
    see_it_differently,
    see_it_differently_and_erase_it,
    write_a_page,
    write_a_page_and_erase_it,
)
from tests.security.scene import PRIVATE, SHARED, Flow, Scene, hidden, private, shared

__all__ = [
    "PRIVATE",
    "SHARED",
    "Flow",
    "Scene",
    "give_an_address",
    "hidden",
    "name_what_happened",
    "say_what_happened",
    "see_it_differently",
    "see_it_differently_and_erase_it",
    "write_a_page",
    "write_a_page_and_erase_it",
]


# Letters


def begin_letter(scene: Scene, word: str, client: Client) -> tuple[UUID, dict[str, Any]]:
    """A draft with these words, kept as the page keeps it; the draft's id and what its page would send."""
    place = scene.post("letters:new", {"kind": "apology"}, scene.space, client=client)
    draft = UUID(place.split("/draft/")[1].split("/")[0])
    fields = hidden(client.get(place).content.decode()) | {"text": f"letter {word}"}
    kept = client.post(reverse("letters:keep", args=[scene.space, draft]), fields)
    assert kept.status_code == 200, kept.content
    return draft, fields


def send_letter(scene: Scene, word: str, client: Client) -> UUID:
    draft, fields = begin_letter(scene, word, client)
    send = reverse("letters:send", args=[scene.space, draft])
    wish = hidden(client.get(send).content.decode()) | {"believe": "yes", "afraid": "no"}
    scene.post("letters:send", wish | {"letter": fields["letter"]}, scene.space, draft, client=client)
    return UUID(fields["letter"])


@private
def write_a_letter_and_keep_it(scene: Scene, word: str) -> None:
    begin_letter(scene, word, scene.at_alice)


@private
def write_a_letter_and_throw_it_away(scene: Scene, word: str) -> None:
    draft, _ = begin_letter(scene, word, scene.at_alice)
    scene.post("letters:discard", {}, scene.space, draft)


@private
def write_a_letter_and_not_dare_to_send_it(scene: Scene, word: str) -> None:
    draft, fields = begin_letter(scene, word, scene.at_alice)
    wish = {"believe": "no", "afraid": "yes", "letter": fields["letter"]}
    scene.told("letters:send", wish, scene.space, draft, status=422)


@private
def not_dare_to_show_what_happened(scene: Scene, word: str) -> None:
    account = {"account": str(uuid4()), "kinds": ["broken_promises"], "words": f"unshown {word}"}
    scene.told("breaches:share", {**account, "believe": "no", "afraid": "yes"}, scene.space, status=422)


@private
def open_a_letter(scene: Scene, word: str) -> None:
    """Those that bob sent before all worlds began."""
    for letter in letters_to(scene.alice, scene.space):
        scene.post("letters:open", {}, scene.space, letter)
        assert scene.at_alice.get(reverse("letters:letter", args=[scene.space, letter])).status_code == 200


@private
def put_a_letter_away(scene: Scene, word: str) -> None:
    for letter in letters_to(scene.alice, scene.space):
        scene.post("letters:put_away", {"days": "1"}, scene.space, letter)
        scene.post("letters:take_up", {}, scene.space, letter)
        scene.post("letters:put_away", {}, scene.space, letter)


@private
def begin_an_answer_and_look_away(scene: Scene, word: str) -> None:
    """An answer that the form refuses is no answer."""
    for letter in letters_to(scene.alice, scene.space):
        scene.post("letters:open", {}, scene.space, letter)
        page = scene.at_alice.get(reverse("letters:letter", args=[scene.space, letter])).content.decode()
        said = hidden(page) | {"answer": "part_missing", "words": f"unsaid {word}"}
        scene.told("letters:answer", said, scene.space, letter, status=422)


def letters_to(who: Someone, space: UUID) -> list[str]:
    """The letters that somebody was sent and that still stand."""
    house = who.house()
    state = house.folded(LETTERS, VaultKind.SHARED, space)
    mine = house.space(space).slot
    return [id for id, letter in state.letters.items() if letter.by != mine and not letter.withdrawn]


# Offers have no page yet


@private
def offer_one_side(scene: Scene, word: str) -> None:
    offers.offer(scene.alice.house(), scene.space, f"c{uuid4()}", f"offer {word}")


@private
def offer_one_side_and_take_it_back(scene: Scene, word: str) -> None:
    offers.offer(scene.alice.house(), scene.space, "c2", f"taken back {word}")
    offers.take_back(scene.alice.house(), scene.space, "c2")


# Others


def words_of(page: str) -> str:
    """The eight words of an invitation, as the page that made them shows them."""
    found = re.search(r'aria-label="The eight words">(.*?)<div class="qr"', page, re.DOTALL)
    assert found
    return " ".join(re.findall(r"</span>([a-z]+)</li>", found[1]))


@private
def pair_with_somebody_else_and_part(scene: Scene, word: str) -> None:
    """What alice does with somebody else is none of bob's business."""
    code = words_of(scene.told("spaces:invite", {}))
    assert len(code.split()) == 8
    scene.secrets.append(code)
    page = scene.at_third.post(reverse("spaces:accept"), {"code": code}).content.decode()
    joined = {**hidden(page), "code": code, "yes": "1"}
    space = UUID(scene.post("spaces:accept", joined, client=scene.at_third).strip("/").split("/")[-1])
    elsewhere = replace(scene, bob=scene.third, at_bob=scene.at_third, space=space)
    show_what_happened(elsewhere, f"elsewhere {word}")
    scene.post("spaces:pause", {}, space)
    scene.post("spaces:resume", {}, space)
    scene.post("spaces:leave", {}, space)
    scene.post("spaces:forget", {"erase": "1"}, space)


@shared
def show_what_happened(scene: Scene, word: str) -> None:
    account = {"account": str(uuid4()), "kinds": ["broken_promises"], "words": f"shown {word}"}
    wish = {"role": "broke_trust", "believe": "yes", "afraid": "no"}
    scene.post("breaches:share", {**account, **wish}, scene.space)


@shared
def send_a_letter_to_alice(scene: Scene, word: str) -> None:
    send_letter(scene, word, scene.at_bob)


@shared
def send_a_letter_to_bob(scene: Scene, word: str) -> None:
    send_letter(scene, word, scene.at_alice)


@shared
def send_and_take_back(scene: Scene, word: str) -> None:
    letter = send_letter(scene, f"regretted {word}", scene.at_bob)
    scene.post("letters:withdraw", {}, scene.space, letter, client=scene.at_bob)


@shared
def answer_and_revise(scene: Scene, word: str) -> None:
    letter = send_letter(scene, f"first version {word}", scene.at_bob)
    scene.post("letters:open", {}, scene.space, letter)
    page = scene.at_alice.get(reverse("letters:letter", args=[scene.space, letter])).content.decode()
    said = {"answer": "part_missing", "parts": ["what_it_did"], "words": f"missing {word}"}
    scene.post("letters:answer", {"version": "1", **hidden(page), **said}, scene.space, letter)
    place = scene.post("letters:revise", {}, scene.space, letter, client=scene.at_bob)
    draft = place.split("/draft/")[1].split("/")[0]
    send = reverse("letters:send", args=[scene.space, draft])
    wish = hidden(scene.at_bob.get(send).content.decode()) | {"believe": "yes", "afraid": "no"}
    scene.post("letters:send", wish, scene.space, draft, client=scene.at_bob)
