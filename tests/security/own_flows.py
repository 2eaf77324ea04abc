"""What a person does alone: pages, own views, Home, settings. Registered in `tests/security/scene.py`."""

from __future__ import annotations

import re
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from goldseam.core.base import VaultKind
from goldseam.core.breaches import NAMED
from goldseam.core.journal import JOURNAL
from goldseam.core.words import MAX_TEXT
from tests.cast import PASSPHRASE
from tests.security.scene import Scene, hidden, private
from tests.visitors import anonymous

# The journal, and what happened


@private
def write_a_page(scene: Scene, word: str) -> None:
    scene.post("journal:index", {"page": str(uuid4()), "text": f"journal {word}"})


@private
def search_the_journal(scene: Scene, word: str) -> None:
    scene.told("journal:search", {"words": word})


@private
def write_a_page_and_erase_it(scene: Scene, word: str) -> None:
    scene.post("journal:index", {"page": str(uuid4()), "text": f"erased {word}"})
    page = scene.alice.house().folded(JOURNAL, VaultKind.PRIVATE).newest_first[0].id
    assert scene.at_alice.get(reverse("journal:page", args=[page])).status_code == 200
    scene.post("journal:delete", {}, page)


def say_what_happened(scene: Scene, word: str) -> str:
    told = {"kinds": ["lie_or_hidden"], "when_words": f"when {word}", "own_view": f"view {word}"}
    scene.post("breaches:new", {"breach": str(uuid4()), **told, "role": "hurt", "size": "one_event"})
    return list(scene.alice.house().folded(NAMED, VaultKind.PRIVATE).breaches)[-1]


@private
def name_what_happened(scene: Scene, word: str) -> None:
    say_what_happened(scene, word)


def see_it_differently(scene: Scene, word: str, breach: str) -> None:
    page = scene.at_alice.get(reverse("breaches:edit", args=[breach])).content.decode()
    again = {"kinds": ["broken_promises"], "own_view": f"other view {word}"}
    scene.post("breaches:edit", {**hidden(page), **again, "role": "not_said", "size": "not_sure"}, breach)


@private
def see_it_differently_and_erase_it(scene: Scene, word: str) -> None:
    breach = say_what_happened(scene, word)
    see_it_differently(scene, word, breach)
    scene.post("breaches:delete", {}, breach)


# Home and settings


@private
def put_a_step_off(scene: Scene, word: str) -> None:
    scene.post("journey:not_today", {"step": "journal.write"})


@private
def have_enough(scene: Scene, word: str) -> None:
    scene.post("journey:enough", {})


@private
def let_the_browser_tell_the_zone(scene: Scene, word: str) -> None:
    """Taken where none was chosen yet; of no effect afterwards."""
    scene.told("journey:zone", {"zone": "Pacific/Chatham"}, status=204)
    assert scene.alice.house().desk.zone


@private
def change_the_day(scene: Scene, word: str) -> None:
    day = {"name": f"Ali {word}"[:40], "zone": "Pacific/Auckland", "start": "540", "end": "1260"}
    scene.post("journey:day", day)


@private
def give_an_address(scene: Scene, word: str) -> None:
    scene.post("accounts:email", {"email": f"{word.replace(' ', '')}@example.org"})


@private
def type_a_wrong_passphrase(scene: Scene, word: str) -> None:
    scene.told("keys:unlock", {"passphrase": f"wrong {word}"}, status=403)


@private
def change_the_passphrase(scene: Scene, word: str) -> None:
    """To another one and back, so that the next flow can type it."""
    other = f"{word[:40]} under nine umbrellas"
    scene.secrets.append(other)
    for old, new in ((PASSPHRASE, other), (other, PASSPHRASE)):
        given = {"passphrase": old, "which": "own", "own_passphrase": new, "own_passphrase_again": new}
        scene.post("accounts:passphrase", given)


@private
def make_a_new_recovery_code_and_use_it(scene: Scene, word: str) -> None:
    page = scene.told("accounts:new_code", {"passphrase": PASSPHRASE})
    found = re.search(r'id="code"[^>]*>(.*?)</p>', page)
    assert found
    code = "-".join(re.findall(r"<span>([^<]+)</span>", found[1]))
    scene.secrets += [code, code.replace("-", "")]
    scene.post("accounts:recovery", {"recovery_code": code})
    settings = scene.at_alice.get(reverse("accounts:settings")).content.decode()
    name = re.search(r"alice-\w+|bob-\w+|alicevermillionzebrafish-\w+|bobvermillionzebrafish-\w+", settings)
    assert name
    new = {"which": "own", "own_passphrase": PASSPHRASE, "own_passphrase_again": PASSPHRASE}
    answer = anonymous().post(reverse("accounts:recover"), {"name": name[0], "recovery_code": code, **new})
    assert answer.status_code == 303
    # Every session ended; this browser signs in again.
    scene.post("accounts:sign_in", {"name": name[0], "passphrase": PASSPHRASE})


@private
def close_the_pages_and_open_them_over_a_page(scene: Scene, word: str) -> None:
    """A form that comes too late is answered with its words on a page that asks for the passphrase."""
    scene.post("keys:lock", {})
    late = {"words": f"late {word}"}
    over = scene.told("journal:search", late, status=403)
    scene.told("journal:search", {**hidden(over), "_unlock_passphrase": PASSPHRASE})


@private
def send_a_form_that_is_too_old(scene: Scene, word: str) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})
    strict.cookies.update(scene.at_alice.cookies)
    answer = strict.post(reverse("journal:index"), {"page": str(uuid4()), "text": f"stale {word}"})
    assert answer.status_code == 403


@private
def be_refused(scene: Scene, word: str) -> None:
    """Too long, of no known kind, at no known place: each is answered with the words, and kept nowhere."""
    long = f"long {word} " + "x" * MAX_TEXT
    scene.told("journal:index", {"page": str(uuid4()), "text": long}, status=422)
    scene.told("breaches:new", {"own_view": f"no kind {word}"}, status=422)
    scene.told("spaces:accept", {"code": f"no code {word}"}, status=422)
    scene.told("journey:day", {"name": f"{word} " * 30, "zone": f"Nowhere/{word}"}, status=422)


@private
def read_everything(scene: Scene, word: str) -> None:
    own = ("journal:index", "breaches:index", "kindwords:kept")
    for name in (*own, "journey:mine", "journey:home", "accounts:sessions"):
        assert scene.at_alice.get(reverse(name)).status_code in (200, 302)
    for name in (
        "letters:index",
        "letters:new",
        "kindwords:index",
        "breaches:shared",
        "breaches:share",
        "spaces:leave",
        "spaces:room",
    ):
        assert scene.at_alice.get(reverse(name, args=[scene.space])).status_code == 200
