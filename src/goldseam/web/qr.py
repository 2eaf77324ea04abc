"""QR codes, as inline SVG."""

from __future__ import annotations

import io

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext


def qr_picture(text: str) -> SafeString:
    """A picture of `text` for a phone to read. `text` is drawn and stands nowhere in it as letters."""
    out = io.BytesIO()
    title = gettext("QR code")
    code = segno.make(text, error="m", micro=False)
    code.save(out, kind="svg", xmldecl=False, svgns=False, scale=5, border=4, light="#fff", title=title)
    return mark_safe(out.getvalue().decode())  # noqa: S308 - drawn here, and holds no letter of `text`
