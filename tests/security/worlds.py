"""Worlds that begin alike: whatever happens in one is undone, in the database and in the browsers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.conf import settings
from django.db import transaction
from django.test import Client


@contextmanager
def world(*browsers: Client) -> Iterator[None]:
    """Whatever happens inside is undone; these browsers have the cookies of before again."""
    cookies = [{name: morsel.value for name, morsel in browser.cookies.items()} for browser in browsers]
    with ExitStack() as stack:
        for alias in {"default", settings.APART}:
            stack.enter_context(transaction.atomic(using=alias))
        yield
        for alias in {"default", settings.APART}:
            transaction.set_rollback(True, using=alias)
    for browser, before in zip(browsers, cookies, strict=True):
        browser.cookies.clear()
        browser.cookies.load(before)
