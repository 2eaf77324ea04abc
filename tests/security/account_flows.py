"""What a person does at the doors and in the settings. Registered in `tests/security/scene.py`."""

from __future__ import annotations

import json
import re
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from goldseam.keys import clock
from goldseam.keys.factors import STEP, code_at
from goldseam.keys.unlocking import LOGS_CHANGED
from tests.accounts.devices import Device, seed_of, websafe
from tests.accounts.pages import filled, name_and_code
from tests.cast import PASSPHRASE
from tests.security.scene import Scene, private
from tests.visitors import anonymous, visitor

WAY = re.compile(r'href="/settings/ways/([0-9a-f-]{36})/"')
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
def come_in_by_codes_and_passkeys(scene: Scene, word: str) -> None:
    """Somebody new turns on codes, makes a passkey, comes in by each, and takes both away."""
    client, device = anonymous(), Device()
    name, _, given = begin_a_stay(scene, client, word)
    own = {"passphrase": given["own_passphrase"]}
    seed = seed_of(client.get(reverse("accounts:codes")).content.decode())
    code = code_at(seed, int(clock.now().timestamp()) // STEP)
    scene.post("accounts:codes", {"app_seed": seed, "app_code": code, **own}, client=client)
    made = device.makes(json.loads(scene.told("accounts:new_passkey", own, client=client)))
    scene.post("accounts:passkey", {**made, **own}, client=client)
    scene.secrets += [seed, made["passkey_secret"], websafe(device.id), device.id.hex()]
    for way in ("by_passkey", "second"):
        scene.post("accounts:sign_out", {}, client=client)
        if way == "second":
            scene.post("accounts:sign_in", {"name": name, **own}, client=client)
            scene.told("accounts:second", {"code": f"wrong {word}"}, status=403, client=client)
            scene.secrets.append(client.cookies["pending"].value)
        asked = json.loads(scene.told("accounts:ask_passkey", {}, client=client))
        scene.post(f"accounts:{way}", device.opens(asked), client=client)
    ways = client.get(reverse("accounts:ways")).content.decode()
    for way in WAY.findall(ways):
        scene.post("accounts:take_away", own, way, client=client)
    scene.post("accounts:delete", {"words": "erase", **own}, client=client)


def keep_a_passkey_and_codes(scene: Scene, word: str) -> None:
    """Alice herself, and she keeps both."""
    own = {"passphrase": PASSPHRASE}
    scene.post("keys:unlock", own)
    device = Device()
    made = device.makes(json.loads(scene.told("accounts:new_passkey", own)))
    scene.post("accounts:passkey", {**made, **own})
    seed = seed_of(scene.at_alice.get(reverse("accounts:codes")).content.decode())
    code = code_at(seed, int(clock.now().timestamp()) // STEP)
    scene.post("accounts:codes", {"app_seed": seed, "app_code": code, **own})
    assert "Codes of an app" in scene.at_alice.get(reverse("accounts:ways")).content.decode()


@private
def stop_before_the_second_step(scene: Scene, word: str) -> None:
    """Somebody new gives the passphrase, and then does not know the code."""
    client = anonymous()
    name, _, given = begin_a_stay(scene, client, word)
    own = {"passphrase": given["own_passphrase"]}
    seed = seed_of(client.get(reverse("accounts:codes")).content.decode())
    code = code_at(seed, int(clock.now().timestamp()) // STEP)
    scene.post("accounts:codes", {"app_seed": seed, "app_code": code, **own}, client=client)
    scene.post("accounts:sign_out", {}, client=client)
    scene.post("accounts:sign_in", {"name": name, **own}, client=client)
    scene.secrets += [seed, client.cookies["pending"].value]
    assert client.get(reverse("accounts:second")).status_code == 200


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
def choose_how_it_looks(scene: Scene, word: str) -> None:
    for theme, text in (("dark", "largest"), ("device", "usual")):
        scene.post("web:looks", {"theme": theme, "text": text})


@private
def take_the_address_away(scene: Scene, word: str) -> None:
    scene.post("accounts:email", {"email": f"{letters_of(word)}@example.org"})
    scene.post("accounts:email", {"remove": "1"})
