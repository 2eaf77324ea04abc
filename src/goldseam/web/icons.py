"""The icons: a 24 grid, strokes of 1.6, round ends. Drawn for this house; none comes from outside."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

LOCK = (
    '<rect x="5" y="10.5" width="14" height="9.5" rx="1.5"/>'
    '<path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/><path d="M12 14.2v2.2"/>'
)
RINGS = '<circle cx="9" cy="12" r="5.5"/><circle cx="15" cy="12" r="5.5"/>'
EYE_OFF = (
    '<path d="M4 4.5 20 19.5"/><path d="M9.5 6.4A9 9 0 0 1 12 6c5.8 0 9 6 9 6a15 15 0 0 1-2.6 3.3'
    'M6.2 8.2A14.5 14.5 0 0 0 3 12s3.2 6 9 6a8.6 8.6 0 0 0 3.7-.8"/>'
)
RING = '<circle cx="12" cy="12" r="8.5"/>'

PATHS = {
    "home": '<path d="M4 11.5 12 5l8 6.5"/><path d="M6 10v9h12v-9"/><path d="M10 19v-5h4v5"/>',
    "lock": LOCK,
    "mine": LOCK,
    "ours": RINGS,
    "care": (
        '<circle cx="8.5" cy="10" r="4.6"/><circle cx="15.5" cy="10" r="4.6"/>'
        '<circle cx="12" cy="15.6" r="4.6"/>'
    ),
    "help": RING + '<path d="M9.6 9.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8"/><path d="M12 16.6v.1"/>',
    "leave": '<path d="M13 4.5H6.5v15H13"/><path d="M10.5 12H20"/><path d="m16.5 8.5 3.5 3.5-3.5 3.5"/>',
    "letter": '<path d="M3.5 6.5h17v11.5h-17z"/><path d="m4 7 8 6.5L20 7"/>',
    "cal": '<rect x="4" y="5.5" width="16" height="14" rx="1.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>',
    "link": '<path d="M4 12h5M15 12h5"/><circle cx="12" cy="12" r="3"/>',
    "next": '<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>',
    "back": '<path d="M14.5 5.5 8 12l6.5 6.5"/>',
    "pencil": '<path d="m5 19 1-4L16.5 4.5l3 3L9 18z"/><path d="m14 7 3 3"/>',
    "check": '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
    "clock": RING + '<path d="M12 7v5l3.2 2"/>',
    "pause": '<path d="M9 6v12M15 6v12"/>',
    "eye": '<path d="M3 12s3.2-6 9-6 9 6 9 6-3.2 6-9 6-9-6-9-6z"/><circle cx="12" cy="12" r="2.6"/>',
    "eyeoff": EYE_OFF,
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>',
    "set": (
        '<path d="M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9"/>'
        '<circle cx="15" cy="7.5" r="2"/><circle cx="9" cy="16.5" r="2"/>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "info": RING + '<path d="M12 11v5.5M12 7.6v.1"/>',
    "phone": (
        '<path d="M6 4h3.5l1.5 4.5-2 1.5a11 11 0 0 0 5 5l1.5-2'
        'L20 14.5V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z"/>'
    ),
    "walk": (
        '<circle cx="13" cy="5" r="1.8"/>'
        '<path d="m9 20 2.5-5.5L14 17v3.5M11.5 14.5 12 9.5l-3 1.5-1 3M12 9.5l3 2.5h2.5"/>'
    ),
    "breath": '<path d="M4 9.5h10a2.5 2.5 0 1 0-2.5-2.5M4 13.5h13a2.5 2.5 0 1 1-2.5 2.5M4 17.5h5"/>',
    "door": '<path d="M6 20V4.5h9V20M4 20h16M12 12.5v.1"/>',
    "list": '<path d="M9 7h11M9 12h11M9 17h11M4.5 7h.1M4.5 12h.1M4.5 17h.1"/>',
    "user": '<circle cx="12" cy="8.5" r="3.5"/><path d="M5 19.5c.8-3.6 3.6-5.5 7-5.5s6.2 1.9 7 5.5"/>',
    "leaf": '<path d="M5 19C5 10 10 5 19 5c0 9-5 14-14 14z"/><path d="M5 19c3.5-4 6.5-7 10-10"/>',
    "key": '<circle cx="8" cy="14.5" r="4"/><path d="m11 11.5 8-8M15.5 7l3 3"/>',
    "paper": '<path d="M6.5 4h8l3.5 3.5V20h-11.5z"/><path d="M14.5 4v3.5H18M9 12h6M9 15.5h6"/>',
    "away": '<path d="M4 9h16v10.5H4zM6 9l1.5-4.5h9L18 9M9.5 13h5"/>',
}
ICONS: dict[str, SafeString] = {name: mark_safe(path) for name, path in PATHS.items()}  # noqa: S308  constants
MIRRORED = frozenset({"leave", "next", "back", "walk"})
