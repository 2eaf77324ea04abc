"""What a person does at the doors and in the settings. Registered in `tests/security/scene.py`."""

from __future__ import annotations

import re
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from goldseam.keys.unlocking import LOGS_CHANGED
from tests.accounts.pages import filled, name_and_code
from tests.cast import PASSPHRASE
from tests.security.scene import Scene, private
from tests.visitors import anonymous, visitor

VISIT = re.compile(r'name="visit" value="([^"]+)"')


def letters_of(word: str) -> str:
    """The word as a name to sign in with can hold it."""
    return "".join(filter(str.isalpha, word))[:20]


def begin_a_stay(scene: Scene, client: Client, word: str) -> tuple[str, str, dict[str, str]]:
    """Sign up, with an address. The sign-in name, the recovery code, and the passphrase as forms send it."""
    own = f"{letters_of(word)} beside seven lanterns"
    given = {"which": "own", "own_passphrase": own, "own_passphrase_again": own}
    wish, email = letters_of(word), f"{letters_of(word)}@example.org"
    form = filled(client, called=letters_of(word), wish=wish, email=email, **given)
    name, code = name_and_code(client.post(reverse("accounts:sign_up"), form))
    scene.secrets += [own, code, code.replace("-", "")]
    return name, code, given


@private
def come_stay_and_go(scene: Scene, word: str) -> None:
    """A whole stay of somebody new: the doors in, the doors out, recovery, and deleting it all."""
    client = anonymous()
    name, code, given = begin_a_stay(scene, client, word)
    enter = {"name": name, "passphrase": given["own_passphrase"]}
    scene.post("accounts:recovery", {"recovery_code": code}, client=client)
    scene.post("accounts:sign_out", {}, client=client)
    scene.told("accounts:sign_in", {**enter, "passphrase": f"wrong {word}"}, status=403, client=client)
    scene.told("accounts:sign_in", {**enter, "name": f"{letters_of(word)}-1234"}, status=403, client=client)
    scene.post("accounts:sign_in", enter, client=client)
    scene.post("web:leave", {}, client=client)
    scene.post("accounts:recover", {"name": name, "recovery_code": code, **given}, client=client)
    scene.post("journal:index", {"page": str(uuid4()), "text": f"gone {word}"}, client=client)
    scene.secrets += [morsel.value for morsel in client.cookies.values() if morsel.value]
    end = {"words": "erase", "passphrase": given["own_passphrase"]}
    scene.post("accounts:delete", end, client=client)


@private
def close_the_pages_and_open_them(scene: Scene, word: str) -> None:
    scene.post("keys:lock", {})
    assert scene.at_alice.get(reverse("journal:search")).status_code == 403
    scene.post("keys:unlock", {"passphrase": PASSPHRASE})
    assert scene.at_alice.get(reverse("journal:search")).status_code == 302


@private
def be_told_that_a_log_is_not_as_it_was_left(scene: Scene, word: str) -> None:
    """As after a sign-in that found it so: before anything else is read, and once."""
    session = scene.at_alice.session
    session[LOGS_CHANGED] = True
    session.save()
    mine, changed = reverse("journey:mine"), reverse("keys:changed")
    assert scene.at_alice.get(mine).headers["Location"].startswith(changed)
    assert scene.at_alice.get(changed, {"next": mine}).status_code == 200
    assert scene.at_alice.get(mine).status_code == 200


@private
def end_the_sessions_elsewhere(scene: Scene, word: str) -> None:
    """One by one, then all at once."""
    for at_once in (False, True):
        elsewhere = visitor(scene.alice)
        page = scene.at_alice.get(reverse("accounts:sessions")).content.decode()
        here, *others = VISIT.findall(page)
        assert others
        for sent in [{"others": "1"}] if at_once else [{"visit": visit} for visit in others]:
            scene.post("accounts:sessions", sent)
        assert elsewhere.get(reverse("journey:mine")).headers["Location"].startswith("/sign-in/")
        left = scene.at_alice.get(reverse("accounts:sessions")).content.decode()
        assert VISIT.findall(left) == [here]


@private
def take_the_address_away(scene: Scene, word: str) -> None:
    scene.post("accounts:email", {"email": f"{letters_of(word)}@example.org"})
    scene.post("accounts:email", {"remove": "1"})
