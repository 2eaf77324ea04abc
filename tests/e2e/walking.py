"""Walking through every page that a browser can reach by links, as its person."""

from __future__ import annotations

import re
from html import unescape

from playwright.sync_api import Page

LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)')
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
ALIKE = 8
"""Of pages that differ only by what they are about, this many are looked at."""

CHANGING = (
    re.compile(r'(name="(?:csrfmiddlewaretoken|form-token)" (?:value|content)=")[^"]+'),
    re.compile(r'(name="(?:page|breach|account|row|writer|once)" value=")[^"]+'),
    re.compile(r'(data-(?:private|shared)-left=")\d+'),
    re.compile(r"(Closes in )\d+"),
)


def walk(page: Page, *starts: str) -> dict[str, str]:
    """Every page that can be reached, as the server sends it, by its path; in the order of finding."""
    found: dict[str, str] = {}
    ahead, kinds = list(starts or ("/home/", "/home/?open", "/settings/", "/mine/", "/ours/", "/help/")), {}
    while ahead:
        path = ahead.pop(0)
        kind = ID.sub("*", path)
        kinds[kind] = kinds.get(kind, 0) + 1
        if path in found or kinds[kind] > ALIKE:
            continue
        answer = page.context.request.get(path)
        assert answer.status == 200, (path, answer.status)
        found[path] = answer.text()
        links = [unescape(link).split("?")[0] for link in LINK.findall(found[path])]
        ahead += [link for link in links if link not in found]
    return found


def masked(html: str) -> str:
    """A page without what is other at each visit: tokens, ids of empty forms, minutes left."""
    for each in CHANGING:
        html = each.sub(r"\1…", html)
    return html
