"""What a browser is called in the list of one's own sessions. Coarse on purpose: no version, no model."""

from __future__ import annotations

from django.utils.translation import gettext as _

# The order matters: most browsers also claim to be those further down.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def label_for(user_agent: str) -> str:
    """Words for a browser, such as “Firefox on Android”."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), _("A browser"))
    machine = next((name for sign, name in MACHINES if sign in user_agent), "")
    if not machine:
        return browser
    return _("%(browser)s on %(machine)s") % {"browser": browser, "machine": machine}
