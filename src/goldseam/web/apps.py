from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_delete


class WebConfig(AppConfig):
    name = "goldseam.web"
    label = "web"

    def ready(self) -> None:
        """A session that ends, or whose keys close, ends its open streams, wherever and however it happens."""
        for model in ("keys.Session", "keys.Tier"):
            post_delete.connect(_closed, sender=model, dispatch_uid=f"live {model}")


def _closed(instance: Any, **_: Any) -> None:
    from goldseam.keys.models import session_row
    from goldseam.log import bell

    key = instance.session_key if hasattr(instance, "session_key") else instance.session_id
    bell.ring(bell.session(session_row(key)), using=settings.APART)
