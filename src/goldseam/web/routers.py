"""Which tables live in the database apart (sessions, throttles, erasures)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Model

# By name, because a migration's historical models carry no attributes of ours.
APART_MODELS = frozenset(
    {"keys.session", "keys.tier", "keys.pending", "keys.attempt", "log.erasure", "upkeep.chorerow"}
)


def lives_apart(model: type[Model]) -> bool:
    """Whether this model's table is kept apart from the database that is backed up."""
    return model._meta.label_lower in APART_MODELS


class Apart:
    """Send the models kept apart to the database that is neither backed up nor restored."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return settings.APART if lives_apart(model) else "default"

    db_for_write = db_for_read

    def allow_relation(self, one: Model, two: Model, **hints: Any) -> bool:
        # Not `type`: the person of a request is there only when something asks.
        return lives_apart(one.__class__) == lives_apart(two.__class__)

    def allow_migrate(
        self, db: str, app_label: str, model_name: str | None = None, **hints: Any
    ) -> bool | None:
        if settings.APART == "default":
            return db == "default"
        if model_name is None:
            return None
        return (db == settings.APART) == (f"{app_label}.{model_name}".lower() in APART_MODELS)
