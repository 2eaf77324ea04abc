"""The colours of the look, read from the style sheets, and how far apart they are (WCAG 2.2)."""

from __future__ import annotations

import re
from pathlib import Path

import goldseam.web

STYLES = Path(goldseam.web.__file__).parent / "static" / "goldseam"
DECLARED = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{3,8})\s*;")


def declared(sheet: str) -> list[tuple[str, str]]:
    """Every colour that a style sheet gives a name, in its order."""
    return DECLARED.findall((STYLES / sheet).read_text("utf-8"))


def palettes() -> dict[str, dict[str, str]]:
    """Each scheme's colours. Those of the dark are in one place, whoever wishes it: the device or the person."""
    return {"light": dict(declared("paper.css")), "dark": dict(declared("dark.css"))}


def luminance(colour: str) -> float:
    """The relative luminance of a `#rrggbb` colour."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
