"""Couples' spaces: who is in them and in which state. Names and words are in the sealed log, not here."""

from __future__ import annotations

import uuid

from django.db import models


class Space(models.Model):
    """A place for two. The state must be readable: the server freezes a space that no key is open for."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    state = models.CharField(max_length=10, default="open")


class Member(models.Model):
    """One side of a space. `person_id` is empty once that person has put down the key or gone."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="members")
    slot = models.PositiveSmallIntegerField()
    person_id = models.UUIDField(null=True, db_index=True)
    paused = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["space", "slot"], name="one_member_a_slot")]


class Invite(models.Model):
    """A sealed invitation, found by what its code derives to; the code itself is never stored."""

    id = models.BinaryField(primary_key=True, max_length=16)
    space = models.OneToOneField(Space, on_delete=models.CASCADE)
    expires_day = models.DateField()
    sealed = models.BinaryField()
