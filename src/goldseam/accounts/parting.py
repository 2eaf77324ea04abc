"""Deleting an account."""

from __future__ import annotations

from django.db import transaction

from goldseam.accounts.models import Person
from goldseam.keys import throttle
from goldseam.keys.models import Session
from goldseam.keys.opened import Request
from goldseam.keys.slots import open_own
from goldseam.keys.unlocking import end_session
from goldseam.spaces.leaving import delete_person


def delete_account(request: Request, *, passphrase: str, erase_words: bool) -> None:
    """Delete the person with everything that is theirs, and end all their sessions.

    Raises `WrongKey`, `TooMany` or `Busy`; nothing is deleted then.
    """
    person_id = request.user.pk
    with throttle.counted((throttle.STEP_UP, str(person_id))):
        open_own(person=request.user, passphrase=passphrase)
    with transaction.atomic():
        delete_person(request.house, erase_words=erase_words)
        Person.objects.filter(pk=person_id).delete()
    Session.objects.filter(person_id=person_id).delete()
    end_session(request)
