"""Every ink can be read on every paper, in the light and in the dark."""

from __future__ import annotations

import pytest

from tests.web.colours import STYLES, contrast, declared, palettes

PALETTES = palettes()
PAPERS = ("ground", "sheet", "self", "self-2", "well", "well-self")
# The lowest contrast that the look promises on any paper it lies on: (light, dark).
PROMISED = {
    "ink": (12.2, 11.2),
    "ink-2": (6.7, 7.6),
    "pencil": (4.9, 5.5),
    "edge": (3.1, 3.9),
    "gold": (3.1, 6.7),
    "gold-text": (5.6, 7.9),
    "wax": (5.9, 6.7),
}
AA_TEXT, AA_SHAPE = 4.5, 3.0
SHAPES = {"edge", "gold"}


@pytest.mark.parametrize("scheme", list(PALETTES))
@pytest.mark.parametrize("ink", list(PROMISED))
def test_ink_reads_on_every_paper(scheme: str, ink: str) -> None:
    colours = PALETTES[scheme]
    lowest = min(contrast(colours[ink], colours[paper]) for paper in PAPERS)
    promised = PROMISED[ink][0 if scheme == "light" else 1]
    assert lowest >= (AA_SHAPE if ink in SHAPES else AA_TEXT)
    assert round(lowest, 1) >= promised, (ink, scheme, round(lowest, 2))


@pytest.mark.parametrize("scheme", list(PALETTES))
def test_words_on_a_filled_button_read(scheme: str) -> None:
    colours = PALETTES[scheme]
    assert round(contrast(colours["on-ink"], colours["ink"]), 1) >= (14.6 if scheme == "light" else 14.0)


@pytest.mark.parametrize("sheet", ["paper.css", "dark.css"])
def test_a_colour_is_said_once(sheet: str) -> None:
    """No second list that could drift: not in this style sheet, and no name of it in another."""
    names = [name for name, _ in declared(sheet)]
    assert len(names) == len(set(names)) > 15
    for other in STYLES.glob("*.css"):
        assert other.name in ("paper.css", "dark.css") or not declared(other.name), other.name


def test_no_colour_is_missing_in_the_dark() -> None:
    assert PALETTES["light"].keys() == PALETTES["dark"].keys()


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
