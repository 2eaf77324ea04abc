"""The style sheets know no left and no right: each page can be read from either side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import goldseam.web

STATIC = Path(goldseam.web.__file__).parent / "static"
SHEETS = {str(path.relative_to(STATIC)): path for path in sorted(STATIC.rglob("*.css"))}

RULE = re.compile(r"([^{};]+){([^{}]*)}")
DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
SIDED = re.compile(
    r"^(?:(?:margin|padding|border|inset|scroll-\w+)-)?(?:left|right)(?:-|$)|-(?:left|right)-radius$"
)
FOUR = re.compile(r"^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$")
SIDES = re.compile(r"\b(?:left|right)\b")


def sided(css: str) -> Iterator[str]:
    """Every declaration that names a side of the screen. A small sign that is turned is drawn, and may."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    for selector, body in RULE.findall(css):
        for name, value in DECLARATION.findall(body):
            if _names_a_side(name, value.replace("!important", "").strip(), body):
                yield f"{selector.strip()} {{ {name}: {value.strip()} }}"


def _names_a_side(name: str, value: str, body: str) -> bool:
    if SIDED.search(name) or (name in ("text-align", "float", "clear") and SIDES.search(value)):
        return True
    parts = re.sub(r"\([^()]*\)", "()", value).split()
    uneven = len(parts) == 4 and parts[1] != parts[3] and bool(FOUR.match(name))
    round_uneven = name == "border-radius" and len(parts) == 4 and parts not in (_mirrored(parts),)
    return (uneven or round_uneven) and "rotate" not in body


def _mirrored(corners: list[str]) -> list[str]:
    return [corners[1], corners[0], corners[3], corners[2]]


@pytest.mark.parametrize("name", list(SHEETS))
def test_a_style_sheet_names_no_side_of_the_screen(name: str) -> None:
    assert list(sided(SHEETS[name].read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "declaration",
    [
        "left: 0", "margin-left: 1px", "padding-right: 2em", "border-left: 1px solid", "text-align: right",
        "float: left", "border-top-left-radius: 2px", "inset: 0 1px 0 2px", "padding: 8px 12px 8px 0",
        "border-radius: 2px 0 0 2px", "border-right-color: red", "scroll-margin-left: 1px",
    ],
)  # fmt: skip
def test_a_side_is_found(declaration: str) -> None:
    assert list(sided(f"@media print {{ .a {{ color: red; {declaration}; }} }}"))


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-inline-start: 1px", "inset: 0 auto 4px auto", "text-align: start", "border-radius: 0 0 2px 2px",
        "inset-inline: 0 4px", "--left: 1px", "padding: 1px 2px 3px",
        "border-width: 0 0 2px 2px; rotate: -45deg",
    ],
)  # fmt: skip
def test_what_has_no_side_is_let_be(declaration: str) -> None:
    assert list(sided(f".a {{ {declaration}; }}")) == []
