"""Deleting an account."""

from __future__ import annotations

from uuid import UUID

from goldseam.accounts.models import Person
from goldseam.keys import throttle
from goldseam.keys.models import Session
from goldseam.keys.opened import Request
from goldseam.keys.slots import open_own
from goldseam.keys.unlocking import end_session
from goldseam.log.erasing import deleting
from goldseam.spaces.leaving import delete_person, take_out


def delete_account(request: Request, *, passphrase: str, erase_words: bool) -> None:
    """Delete the person with everything that is theirs, and end all their sessions.

    Raises `WrongKey`, `TooMany` or `Busy`; nothing is deleted then.
    """
    person_id = request.user.pk
    with throttle.counted((throttle.STEP_UP, str(person_id))):
        open_own(person=request.user, passphrase=passphrase)
    with deleting():
        delete_person(request.house, erase_words=erase_words)
        Person.objects.filter(pk=person_id).delete()
    Session.objects.filter(person_id=person_id).delete()
    end_session(request)


def delete_again(person_id: UUID) -> None:
    """Delete a person whom a backup has brought back, as far as that needs no key. Inside `log.erasing.deleting`."""
    take_out(person_id)
    Person.objects.filter(pk=person_id).delete()
