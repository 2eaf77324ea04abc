"""Making a person: once for each page that was filled in, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.db import IntegrityError, transaction

from goldseam.accounts.contact import seal_contact
from goldseam.accounts.models import Person
from goldseam.accounts.names import name_index, propose_name
from goldseam.core import desk
from goldseam.keys import throttle
from goldseam.keys.opened import Opened, Request
from goldseam.keys.slots import NewKeys, keep_keys, sign_up_keys
from goldseam.keys.unlocking import open_vaults, start_session
from goldseam.log.house import House
from goldseam.log.vaults import create_own
from goldseam.vault import Kind, Place, open_record, seal

# How many digits are tried behind a wish, in turn. More of them once a wish has become common.
DIGITS = (4, 4, 4, 4, 5, 5, 5, 6, 6, 8, 8)


class AlreadyJoined(Exception):
    """This page was sent before: its person is there."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a new person is shown once."""

    name: str
    code: str = field(repr=False)


def join(
    request: Request, *, person_id: UUID, called: str, wish: str, passphrase: str, email: str
) -> Welcome:
    """Make a person with keys and vaults, and sign this browser in.

    Raises `AlreadyJoined` for a page that was sent before, `TooMany` or `Busy`.
    """
    if Person.objects.filter(pk=person_id).exists():
        raise AlreadyJoined
    throttle.admit((throttle.SIGN_UPS, throttle.network_of(request)))
    keys = sign_up_keys(person=person_id, passphrase=passphrase)
    with transaction.atomic():
        person, name = _make_person(person_id, wish, email, keys)
        keep_keys(person=person_id, keys=keys)
        create_own(person_id)
        House(open_vaults(person=person, root=keys.root)).act(lambda house: desk.choose_name(name=called))
    start_session(request, person=person, root=keys.root)
    return Welcome(name, keys.code)


def sign_in_name(opened: Opened) -> str:
    """The person's own sign-in name. Raises `Locked` while the desk is closed."""
    person = opened.person
    return open_record(opened.need_shared().desk, _place(person.pk), bytes(person.name_kept)).decode()


def _make_person(person_id: UUID, wish: str, email: str, keys: NewKeys) -> tuple[Person, str]:
    for digits in DIGITS:
        name = propose_name(wish, digits)
        person = Person(
            id=person_id,
            name_index=name_index(name),
            name_kept=seal(keys.desk, _place(person_id), name.encode()),
            public=keys.public,
        )
        person.contact = seal_contact(person, email)
        if _saved(person):
            return person, name
    raise RuntimeError("no free name was found")


def _saved(person: Person) -> bool:
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError:
        if Person.objects.filter(pk=person.pk).exists():
            raise AlreadyJoined from None
        return False
    return True


def _place(person_id: UUID) -> Place:
    return Place(Kind.LABEL, person_id, person_id)
