"""The tables of the sealed logs. What is readable here is listed, with its reason, in `docs/inventory.md`."""

from __future__ import annotations

import uuid

from django.db import models

GENESIS = bytes(32)


class Vault(models.Model):
    """One log. Its head is kept beside it, so that an append locks one row and knows what comes before."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.CharField(max_length=8)
    person_id = models.UUIDField(null=True, db_index=True)
    space_id = models.UUIDField(null=True, unique=True)
    head_seq = models.PositiveIntegerField(default=0)
    head_hash = models.BinaryField(default=GENESIS)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_id", "kind"], name="one_vault_of_a_kind")]


class EntryRow(models.Model):
    """One sealed entry. `sealed` is null where it was erased; place and hash stay.

    Keyed by (vault, sequence) and pointing at nothing, so that a cluster can spread the rows by vault.
    """

    pk = models.CompositePrimaryKey("vault_id", "seq")
    vault_id = models.UUIDField()
    seq = models.PositiveIntegerField()
    row = models.UUIDField()
    hash = models.BinaryField()
    author = models.PositiveSmallIntegerField()
    day = models.DateField()
    group = models.CharField(max_length=12)
    sealed = models.BinaryField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vault_id", "row"], name="a_row_is_written_once")]


class DraftRow(models.Model):
    """One unsent text: overwritten in place, sealed to its writer, outside every log."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    vault_id = models.UUIDField(db_index=True)
    version = models.PositiveIntegerField()
    writer = models.UUIDField()
    day = models.DateField()
    sealed = models.BinaryField()


class OfferRow(models.Model):
    """One side of a joint reveal or a double yes, waiting unseen for the other side."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    space_id = models.UUIDField()
    topic = models.CharField(max_length=64)
    slot = models.PositiveSmallIntegerField()
    expires = models.DateField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["space_id", "topic", "slot"], name="one_offer_a_side"),
        ]


class Snapshot(models.Model):
    """A fold's state at a sequence number, sealed like the log itself; dropped whenever the log is erased in."""

    pk = models.CompositePrimaryKey("vault_id", "fold")
    vault_id = models.UUIDField()
    fold = models.CharField(max_length=32)
    version = models.PositiveIntegerField()
    seq = models.PositiveIntegerField()
    sealed = models.BinaryField()


class Erasure(models.Model):
    """That something was erased, so that a restored backup forgets it again. Kept apart from the backup.

    A `seq` of 0 stands for the whole log: its person is gone, or its space. The highest stands for a pairing
    that has ended.
    """

    vault_id = models.UUIDField()
    seq = models.PositiveIntegerField()
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vault_id", "seq"], name="erased_once")]
