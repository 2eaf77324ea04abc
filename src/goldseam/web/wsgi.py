"""Django as a WSGI application, for `goldseam serve` and for any other WSGI server."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from goldseam.web.logs import speak_without_content

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldseam.web.settings")
speak_without_content()
application = get_wsgi_application()
