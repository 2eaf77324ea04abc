"""Kind words, as the two write, give, receive and keep them. Registered in `tests/security/scene.py`."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse

from goldseam.core.base import VaultKind
from goldseam.core.kindness import KINDNESS, NOTICED
from tests.security.scene import Scene, hidden, private, shared


def begin_kind_word(scene: Scene, word: str, client: Client) -> tuple[UUID, dict[str, Any]]:
    """A draft with these words, kept as the page keeps it; the draft's id and what its page would send."""
    place = scene.post("kindwords:begin", {}, scene.space, client=client)
    draft = UUID(place.split("/draft/")[1].strip("/"))
    fields = hidden(client.get(place).content.decode()) | {
        "noticed": f"kind {word}",
        "meant": f"meant {word}",
    }
    scene.told("kindwords:keep", fields, scene.space, draft, client=client)
    return draft, fields


def give_kind_word(scene: Scene, word: str, client: Client) -> UUID:
    draft, fields = begin_kind_word(scene, word, client)
    scene.post("kindwords:give", {"note": fields["note"]}, scene.space, draft, client=client)
    return UUID(fields["note"])


def kind_words_to_alice(scene: Scene) -> list[str]:
    """Those that stand. There are some: an act on none shows nothing."""
    house = scene.alice.house()
    notes = house.folded(KINDNESS, VaultKind.SHARED, scene.space).notes
    mine = house.space(scene.space).slot
    found = [id for id, note in notes.items() if note.by != mine and note.seq]
    assert found
    return found


@shared
def give_a_kind_word_to_bob(scene: Scene, word: str) -> None:
    give_kind_word(scene, word, scene.at_alice)


@shared
def give_a_kind_word_to_alice(scene: Scene, word: str) -> None:
    give_kind_word(scene, word, scene.at_bob)


@shared
def give_and_take_back(scene: Scene, word: str) -> None:
    note = give_kind_word(scene, f"regretted {word}", scene.at_bob)
    scene.post("kindwords:withdraw", {}, scene.space, note, client=scene.at_bob)


@private
def write_a_kind_word_and_keep_the_draft(scene: Scene, word: str) -> None:
    begin_kind_word(scene, word, scene.at_alice)


@private
def write_a_kind_word_without_a_script(scene: Scene, word: str) -> None:
    """Saved by a button, on to the page before giving, and no further."""
    draft, fields = begin_kind_word(scene, word, scene.at_alice)
    place = scene.post("kindwords:write", {**fields, "go": "1"}, scene.space, draft)
    assert scene.at_alice.get(place).status_code == 200


@private
def write_a_kind_word_and_throw_it_away(scene: Scene, word: str) -> None:
    draft, _ = begin_kind_word(scene, word, scene.at_alice)
    scene.post("kindwords:discard", {}, scene.space, draft)


@private
def keep_a_kind_word_for_oneself(scene: Scene, word: str) -> None:
    draft, fields = begin_kind_word(scene, word, scene.at_alice)
    scene.post("kindwords:write", {**fields, "for_me": "1"}, scene.space, draft)


@private
def notice_something_and_erase_it(scene: Scene, word: str) -> None:
    scene.post("kindwords:kept", {"once": str(uuid4()), "noticed": f"noticed {word}", "meant": ""})
    assert scene.at_alice.get(reverse("kindwords:kept")).status_code == 200
    newest = list(scene.alice.house().folded(NOTICED, VaultKind.PRIVATE).notes)[-1]
    scene.post("kindwords:erase", {}, newest)


@private
def read_a_kind_word(scene: Scene, word: str) -> None:
    """Those that bob gave before all worlds began."""
    for note in kind_words_to_alice(scene):
        scene.post("kindwords:read", {}, scene.space, note)
        assert scene.at_alice.get(reverse("kindwords:note", args=[scene.space, note])).status_code == 200


@private
def put_a_kind_word_away(scene: Scene, word: str) -> None:
    for note in kind_words_to_alice(scene):
        scene.post("kindwords:put_away", {}, scene.space, note)


@private
def want_no_kind_words(scene: Scene, word: str) -> None:
    scene.post("kindwords:quiet", {"days": "30"}, scene.space)
    scene.post("kindwords:quiet", {"show": "1"}, scene.space)
    scene.post("kindwords:quiet", {"days": "7"}, scene.space)
