"""Everything that a person can do here, driven through the pages with words that can be searched for.

A new feature joins the canary and the comparison of worlds by one function here, in `own_flows.py` or in
`account_flows.py`; `test_flows.py` finds a form that no flow sends. `PRIVATE` acts must leave no trace that anybody
else can see; `SHARED` acts are disclosures, and so are `ENDINGS`, after which nothing can be played any more. All are
written from alice's side, and can be played from bob's by turning the scene round.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse

from goldseam.core.base import VaultKind
from goldseam.core.breaches import ACCOUNTS
from goldseam.core.letterbook import LETTERS, LetterState
from goldseam.log import offers
from tests.cast import PASSPHRASE, Someone
from tests.security.account_flows import begin_a_stay, come_stay_and_go, keep_a_passkey_and_codes
from tests.security.kind_flows import (
    begin_kind_word,
    give_a_kind_word_to_bob,
    give_and_take_back,
    give_kind_word,
)
from tests.security.own_flows import (
    be_refused,
    give_an_address,
    name_what_happened,
    say_what_happened,
    see_it_differently,
    see_it_differently_and_erase_it,
    write_a_page,
    write_a_page_and_erase_it,
)
from tests.security.scene import (
    ENDINGS,
    PRIVATE,
    SHARED,
    Flow,
    Heard,
    Scene,
    ending,
    hidden,
    listening,
    private,
    shared,
)

__all__ = [
    "ENDINGS",
    "PRIVATE",
    "SHARED",
    "Flow",
    "Heard",
    "Scene",
    "be_refused",
    "begin_a_stay",
    "begin_kind_word",
    "come_stay_and_go",
    "give_a_kind_word_to_bob",
    "give_an_address",
    "give_and_take_back",
    "give_kind_word",
    "hidden",
    "keep_a_passkey_and_codes",
    "listening",
    "name_what_happened",
    "say_what_happened",
    "see_it_differently",
    "see_it_differently_and_erase_it",
    "write_a_page",
    "write_a_page_and_erase_it",
]


# Letters

MISSING = {"answer": "part_missing", "parts": ["what_it_did"]}


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
def write_a_letter_without_a_script(scene: Scene, word: str) -> None:
    """Saved by a button, on to the page before sending, and no further."""
    draft, fields = begin_letter(scene, word, scene.at_alice)
    place = scene.post("letters:write", fields | {"text": f"letter {word} again"}, scene.space, draft)
    fields |= hidden(scene.at_alice.get(place).content.decode()) | {"text": f"letter {word} once more"}
    before = scene.post("letters:write", {**fields, "go": "1"}, scene.space, draft)
    assert scene.at_alice.get(before).status_code == 200


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
def begin_another_version(scene: Scene, word: str) -> None:
    house = scene.alice.house()
    letters, mine = (
        house.folded(LETTERS, VaultKind.SHARED, scene.space).letters,
        house.space(scene.space).slot,
    )
    [asked] = [id for id, one in letters.items() if one.by == mine and one.state is LetterState.PART_MISSING]
    place = scene.post("letters:revise", {}, scene.space, asked)
    fields = hidden(scene.at_alice.get(place).content.decode()) | {"text": f"second version {word}"}
    scene.told("letters:keep", fields, scene.space, place.split("/draft/")[1].split("/")[0])


@private
def not_dare_to_show_what_happened(scene: Scene, word: str) -> None:
    """Of something new, and beside what bob showed: looked at as bob would see it, and not shown."""
    account = {"account": str(uuid4()), "kinds": ["broken_promises"], "words": f"unshown {word}"}
    for place, *ids in (
        ("breaches:share",),
        ("breaches:share_beside", shown_to(scene.alice, scene.space)[0]),
    ):
        scene.told(place, {**account, "look": "1"}, scene.space, *ids)
        scene.told(place, {**account, "believe": "no", "afraid": "yes"}, scene.space, *ids, status=422)


@private
def take_back_what_was_never_said(scene: Scene, word: str) -> None:
    letters = scene.alice.house().folded(LETTERS, VaultKind.SHARED, scene.space).letters
    for letter in letters_to(scene.alice, scene.space):
        if not letters[letter].answers:
            scene.post("letters:take_back", {}, scene.space, letter)
    for account in shown_to(scene.alice, scene.space):
        scene.post("breaches:take_back", {}, scene.space, account)


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
    """An answer that the form refuses is no answer, nor is one that was only looked at."""
    for letter in letters_to(scene.alice, scene.space):
        scene.post("letters:open", {}, scene.space, letter)
        page = scene.at_alice.get(reverse("letters:letter", args=[scene.space, letter])).content.decode()
        said = hidden(page) | {"answer": "part_missing", "words": f"unsaid {word}"}
        scene.told("letters:answer", said, scene.space, letter, status=422)
        scene.told("letters:answer", {**said, "answer": "not_ready", "look": "1"}, scene.space, letter)


def letters_to(who: Someone, space: UUID) -> list[str]:
    """The letters that somebody was sent and that still stand. There are some: an act on none shows nothing."""
    house = who.house()
    state = house.folded(LETTERS, VaultKind.SHARED, space)
    mine = house.space(space).slot
    found = [id for id, letter in state.letters.items() if letter.by != mine and not letter.withdrawn]
    assert found
    return found


def shown_to(who: Someone, space: UUID) -> list[str]:
    """What somebody was shown and shows nothing beside. There is some, too."""
    house = who.house()
    both = house.folded(ACCOUNTS, VaultKind.SHARED, space).breaches
    mine = house.space(space).slot
    found = [id for id, sides in both.items() if set(sides) == {1 - mine}]
    assert found
    return found


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
    words = re.findall(r"</span>([a-z]+)</li>", found[1])
    assert len(words) == 8
    return " ".join(words)


@private
def invite_and_think_again(scene: Scene, word: str) -> None:
    """Words, other words, none; and the place that nobody joined is given up."""
    scene.secrets.append(words_of(scene.told("spaces:invite", {})))
    [space] = (view.id for view in scene.alice.house().spaces if view.state == "open")
    scene.secrets.append(words_of(scene.told("spaces:new_code", {}, space)))
    scene.post("spaces:new_code", {"withdraw": "1"}, space)
    scene.post("spaces:leave", {}, space)


@private
def press_what_is_for_other_places(scene: Scene, word: str) -> None:
    """Where two are joined there are no new words, and where none has left nothing is forgotten."""
    scene.post("spaces:new_code", {}, scene.space)
    scene.post("spaces:forget", {"erase": "1"}, scene.space)
    scene.post("spaces:resume", {}, scene.space)


@private
def pair_with_somebody_else_and_part(scene: Scene, word: str) -> None:
    """What alice does with somebody else is none of bob's business."""
    code = words_of(scene.told("spaces:invite", {}))
    scene.secrets.append(code)
    page = scene.told("spaces:accept", {"code": code}, client=scene.at_third)
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
def be_shown_what_happened(scene: Scene, word: str) -> None:
    show_what_happened(scene.turned(), f"by bob {word}")


@shared
def show_beside(scene: Scene, word: str) -> None:
    show_what_happened(scene.turned(), f"first {word}")
    account = shown_to(scene.alice, scene.space)[-1]
    beside = {"kinds": ["lie_or_hidden"], "words": f"beside {word}", "role": "hurt"}
    scene.post("breaches:share_beside", {**beside, "believe": "yes", "afraid": "no"}, scene.space, account)


@shared
def show_and_take_back(scene: Scene, word: str) -> None:
    show_what_happened(scene, f"regretted {word}")
    account = shown_to(scene.bob, scene.space)[-1]
    scene.post("breaches:take_back", {}, scene.space, account)
    assert account not in scene.bob.house().folded(ACCOUNTS, VaultKind.SHARED, scene.space).breaches


@shared
def rest_for_a_while(scene: Scene, word: str) -> None:
    scene.post("spaces:pause", {}, scene.space)
    scene.post("spaces:resume", {}, scene.space)


@shared
def send_a_letter_to_alice(scene: Scene, word: str) -> None:
    send_letter(scene, word, scene.at_bob)


@shared
def send_a_letter_to_bob(scene: Scene, word: str) -> None:
    send_letter(scene, word, scene.at_alice)


@shared
def be_told_that_a_part_is_missing(scene: Scene, word: str) -> None:
    letter = send_letter(scene, f"not whole {word}", scene.at_alice)
    answer(scene.turned(), letter, **MISSING, words=f"missing {word}")


@shared
def send_and_take_back(scene: Scene, word: str) -> None:
    letter = send_letter(scene, f"regretted {word}", scene.at_bob)
    scene.post("letters:withdraw", {}, scene.space, letter, client=scene.at_bob)


def answer(scene: Scene, letter: UUID, **said: object) -> None:
    """Alice opens the newest version and answers it."""
    scene.post("letters:open", {}, scene.space, letter)
    page = scene.at_alice.get(reverse("letters:letter", args=[scene.space, letter])).content.decode()
    scene.post("letters:answer", {"version": "1", **hidden(page), **said}, scene.space, letter)


@shared
def answer_and_revise(scene: Scene, word: str) -> None:
    """Answered, written anew, and answered again."""
    letter = send_letter(scene, f"first version {word}", scene.at_bob)
    said = MISSING | {"words": f"missing {word}"}
    answer(scene, letter, **said)
    place = scene.post("letters:revise", {}, scene.space, letter, client=scene.at_bob)
    draft = place.split("/draft/")[1].split("/")[0]
    send = reverse("letters:send", args=[scene.space, draft])
    wish = hidden(scene.at_bob.get(send).content.decode()) | {"believe": "yes", "afraid": "no"}
    scene.post("letters:send", wish, scene.space, draft, client=scene.at_bob)
    answer(scene, letter, **said)


@shared
def answer_and_take_back(scene: Scene, word: str) -> None:
    letter = send_letter(scene, f"answered {word}", scene.at_bob)
    answer(scene, letter, answer="heard", words=f"taken back {word}")
    scene.post("letters:take_back", {}, scene.space, letter)
    assert not scene.bob.house().folded(LETTERS, VaultKind.SHARED, scene.space).letters[str(letter)].answers


# The end


@ending
def part(scene: Scene, word: str) -> None:
    """Leaving, putting down the key with and without one's words, and an account that goes."""
    scene.post("spaces:leave", {}, scene.space, client=scene.at_bob)
    scene.post("spaces:forget", {"erase": "1"}, scene.space)
    given = {"words": "leave", "passphrase": PASSPHRASE}
    scene.post("accounts:delete", given, client=scene.at_bob)
