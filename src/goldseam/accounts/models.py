"""People. Who somebody is stays unreadable: a keyed hash to find them by, a public key, a random epoch."""

from __future__ import annotations

import secrets
from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from goldseam.keys import clock


def new_epoch() -> str:
    """A random word that every session of a person is bound to. A new one ends them all."""
    return secrets.token_urlsafe(24)


class Person(AbstractBaseUser):
    """Someone with an account. The passphrase is kept nowhere: it opens a slot (`goldseam.keys`)."""

    password = None  # type: ignore[assignment]
    last_login = None

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name_index = models.CharField(max_length=64, unique=True)
    # Sealed under the desk key, so that the signed-in person can look the name up.
    name_kept = models.BinaryField()
    epoch = models.CharField(max_length=64, default=new_epoch)
    public = models.BinaryField(max_length=32)
    # An e-mail address, sealed under a server key that lies outside the database.
    contact = models.BinaryField(null=True)
    created_day = models.DateField(default=clock.today)

    objects = BaseUserManager()

    USERNAME_FIELD = "name_index"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return str(self.pk)

    def get_session_auth_hash(self) -> str:
        """What a session must carry to be this person's: it changes with the epoch."""
        return salted_hmac("goldseam.accounts.epoch", self.epoch, algorithm="sha256").hexdigest()
