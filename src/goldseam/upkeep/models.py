"""When each chore of the server is due, so that of several processes one does it. Kept apart from backups."""

from __future__ import annotations

from django.db import models


class ChoreRow(models.Model):
    """One chore, and when it is due next."""

    name = models.CharField(max_length=32, primary_key=True)
    due_at = models.DateTimeField()
