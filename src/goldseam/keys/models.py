"""What opens a person's vaults, and second steps; kept apart, sessions, their sealed tiers and the throttles."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q, UniqueConstraint

from goldseam.keys import clock
from goldseam.vault import Cost, Slot


class SlotRow(models.Model):
    """One way in: the root secret, sealed under a passphrase, a recovery code or a passkey's own secret."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="slots")
    kind = models.CharField(max_length=16)
    salt = models.BinaryField()
    iterations = models.PositiveIntegerField(null=True)
    memory_kib = models.PositiveIntegerField(null=True)
    lanes = models.PositiveIntegerField(null=True)
    sealed = models.BinaryField()
    created_day = models.DateField(default=clock.today)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(kind__in=["passphrase", "recovery"]),
                name="one_slot_of_each_kind",
            )
        ]

    @classmethod
    def of(cls, slot: Slot) -> SlotRow:
        """The unsaved row of a slot."""
        cost = slot.cost
        return cls(
            id=slot.row,
            person_id=slot.person,
            kind=slot.kind,
            salt=slot.salt,
            iterations=cost.iterations if cost else None,
            memory_kib=cost.memory_kib if cost else None,
            lanes=cost.lanes if cost else None,
            sealed=slot.sealed,
        )

    def slot(self) -> Slot:
        """The slot of this row."""
        cost = None
        if self.iterations is not None and self.memory_kib is not None and self.lanes is not None:
            cost = Cost(self.iterations, self.memory_kib, self.lanes)
        return Slot(self.kind, self.id, self.person_id, bytes(self.salt), cost, bytes(self.sealed))


class Factor(models.Model):
    """A second step after the passphrase: codes of an app ("totp"), or a passkey ("passkey").

    A passkey that gives a secret of its own has a slot, and opens everything by itself; `slot` is empty for
    all others.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="factors")
    kind = models.CharField(max_length=16)
    # A keyed hash of a passkey's name, to find it by; random for codes.
    index = models.CharField(max_length=64, unique=True)
    # Under a server key outside the database, because it is needed before anything is open.
    sealed = models.BinaryField()
    slot = models.OneToOneField(SlotRow, models.CASCADE, null=True, related_name="factor")
    created_day = models.DateField(default=clock.today)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["person"], condition=Q(kind="totp"), name="one_app_for_codes"),
        ]


class KeyringRow(models.Model):
    """A person's keyring, sealed. The generation is bound into it and counts every change."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="keyring"
    )
    generation = models.PositiveIntegerField(default=1)
    sealed = models.BinaryField()


class Session(models.Model):
    """A signed-in browser. Its cookie cannot be found from here: the key is a hash of the cookie."""

    session_key = models.CharField(max_length=64, primary_key=True)
    session_data = models.TextField()
    expire_date = models.DateTimeField(db_index=True)
    # No foreign key: sessions lie in a database apart.
    person_id = models.UUIDField(null=True, db_index=True)
    label = models.BinaryField(null=True)
    started_day = models.DateField(default=clock.today)

    @property
    def row(self) -> UUID:
        """The id that sealed things of this session are bound to."""
        return session_row(self.session_key)


def session_row(hashed_key: str) -> UUID:
    """The id of the session with this hashed key."""
    return UUID(hex=hashed_key[:32])


class Tier(models.Model):
    """The keys of one tier of one session, sealed under a cookie that is not stored."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="tiers")
    tier = models.CharField(max_length=8)
    expires_at = models.DateTimeField()
    idle_at = models.DateTimeField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [UniqueConstraint(fields=["session", "tier"], name="one_of_each_tier")]


class Pending(models.Model):
    """What a right passphrase has opened, sealed under a cookie that is not stored, until the second step."""

    session = models.OneToOneField(Session, models.CASCADE, primary_key=True, related_name="pending")
    person_id = models.UUIDField()
    expires_at = models.DateTimeField()
    shared = models.BinaryField()
    private = models.BinaryField()


class Attempt(models.Model):
    """How often something was tried, under a keyed hash of whose name or network it was."""

    bucket = models.CharField(max_length=64, primary_key=True)
    tries = models.PositiveIntegerField(default=0)
    last = models.DateTimeField()
    closed_until = models.DateTimeField(null=True)


class ServerKey(models.Model):
    """The id of one of the server's own keys, so that data is never opened beside the wrong key file."""

    name = models.CharField(max_length=16, primary_key=True)
    key_id = models.BinaryField()
