"""Where to go next, and never off this site."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST_PATH = 2000


class SeeOther(HttpResponseRedirect):
    """After a POST: look there, with GET."""

    status_code = 303


def next_path(request: HttpRequest) -> str:
    """The local path that the request asks to go on to; Home when it asks for none, or for one elsewhere."""
    wished = request.POST.get("next") or request.GET.get("next") or ""
    local = wished.startswith("/") and len(wished) <= LONGEST_PATH
    if local and url_has_allowed_host_and_scheme(wished, allowed_hosts=None):
        return wished
    return resolve_url(settings.LOGIN_REDIRECT_URL)


def with_next(name: str, path: str) -> str:
    """The address of a named page that leads on to `path`."""
    return f"{reverse(name)}?{urlencode({'next': path})}"
