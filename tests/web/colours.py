"""The colours of the look, read from the style sheet, and how far apart they are (WCAG 2.2)."""

from __future__ import annotations

import re
from pathlib import Path

import goldseam.web

PAPER = Path(goldseam.web.__file__).parent / "static" / "goldseam" / "paper.css"
DECLARED = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{3,8})\s*;")


def palettes() -> dict[str, dict[str, str]]:
    """Each scheme's colours: light, dark by the system, dark by choice."""
    text = PAPER.read_text()
    return {
        "light": _between(text, ":root {\n    color-scheme: light;"),
        "dark": _between(text, ':root:not([data-theme="light"])'),
        "chosen dark": _between(text, ':root[data-theme="dark"]'),
    }


def _between(text: str, start: str) -> dict[str, str]:
    begin = text.index(start)
    return dict(DECLARED.findall(text[begin : text.index("}", begin)]))


def luminance(colour: str) -> float:
    """The relative luminance of a `#rrggbb` colour."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
