"""The cast of every test: alice and her partner bob, charlie who is a stranger, dana who is a counsellor.

Here they are people with keys in hand, without a browser: the quickest way to a real, sealed log.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from goldseam.accounts.models import Person
from goldseam.accounts.names import name_index
from goldseam.core import desk
from goldseam.keys import keyring as stored_keyring
from goldseam.keys.opened import Opened
from goldseam.keys.slots import keep_keys, sign_up_keys
from goldseam.keys.unlocking import open_vaults
from goldseam.log.house import House
from goldseam.log.vaults import create_own
from goldseam.spaces import pairing
from goldseam.vault import Keyring, Kind, Place, seal

NOW = datetime(2026, 3, 3, 20, 30, tzinfo=UTC)
PASSPHRASE = "six words that only tests know"


@dataclass
class Someone:
    """A person with a key in each hand."""

    name: str
    person: Person
    opened: Opened

    def house(self, now: datetime = NOW) -> House:
        """The house with both tiers open."""
        return House(self.opened, now=now)

    def with_private_closed(self, now: datetime = NOW) -> House:
        """The house ten minutes later: signed in, the private tier closed."""
        return House(Opened(self.person, self.opened.shared, None), now=now)


def someone(name: str) -> Someone:
    """A new person, with everything that sign-up makes: slots, keyring, vaults, a name on the desk."""
    person_id = uuid4()
    keys = sign_up_keys(person=person_id, passphrase=PASSPHRASE)
    sign_in_name = f"{name.lower()}-{person_id.hex[:6]}"
    kept = seal(keys.desk, Place(Kind.LABEL, person_id, person_id), sign_in_name.encode())
    person = Person.objects.create(
        id=person_id, name_index=name_index(sign_in_name), name_kept=kept, public=keys.public
    )
    keep_keys(person=person_id, keys=keys)
    create_own(person_id)
    found = Someone(name, person, open_vaults(person=person, root=keys.root))
    found.house().act(lambda house: desk.choose_name(name=name))
    return found


def pair(inviter: Someone, invited: Someone) -> UUID:
    """Pair two people with a real code; the inviter's keys learn the space too."""
    space = pairing.start_space(inviter.house())
    code = pairing.invite(inviter.house(), space)
    assert pairing.accept(invited.house(), code) == space
    return space


def keyring_of(who: Someone) -> Keyring:
    """The stored keyring, opened."""
    return stored_keyring.read(who.person.id, who.opened.need_private().keyring_key)
