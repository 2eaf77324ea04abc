"""An e-mail address, if a person gave one: sealed under a server key that lies outside the database."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from goldseam.accounts.models import Person
from goldseam.log.erasing import shred
from goldseam.vault import Kind, Place, open_record, seal


def seal_contact(person: Person, address: str) -> bytes | None:
    """What is stored for an address; None for none."""
    if not address:
        return None
    return seal(settings.SERVER_KEYS.contacts, _place(person), address.encode())


def read_contact(person: Person) -> str:
    """The person's address; empty if there is none."""
    if person.contact is None:
        return ""
    return open_record(settings.SERVER_KEYS.contacts, _place(person), bytes(person.contact)).decode()


def keep_contact(*, by: Person, address: str) -> None:
    """Keep this address, or none if it is empty."""
    by.contact = seal_contact(by, address)
    by.save(update_fields=["contact"])
    transaction.on_commit(shred)


def _place(person: Person) -> Place:
    return Place(Kind.CONTACT, person.pk, person.pk)
