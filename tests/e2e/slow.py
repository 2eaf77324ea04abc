"""A line on which every page takes its time."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class SlowPages:
    """Each page, and each thing that is sent, comes `settings.SLOW` seconds later."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        time.sleep(settings.SLOW)
        return self.get_response(request)
