"""`./goldseam bench`: measure, print, and say which goals were missed. The figures belong in docs/figures.md."""

from __future__ import annotations

import argparse
import json
import platform

from bench import profiling
from bench.measures import MEASURES, Figure


def main(arguments: list[str]) -> int:
    """Measure what is asked for, one thing after another. Returns 1 if a goal was missed."""
    parser = argparse.ArgumentParser(prog="goldseam bench", description=__doc__)
    parser.add_argument("what", nargs="*", help=f"any of: {', '.join(MEASURES)}; default: all")
    parser.add_argument("--json", action="store_true", help="one JSON object, for machines")
    parser.add_argument("--profile", action="store_true", help="where the time of Home goes, as Markdown")
    options = parser.parse_args(arguments)
    if options.profile:
        return profiling.main()
    if unknown := set(options.what) - set(MEASURES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    found: list[Figure] = []
    for name in options.what or MEASURES:
        for figure in MEASURES[name]():
            found.append(figure)
            if not options.json:
                print(line(figure), flush=True)
    if options.json:
        about = {"python": platform.python_version(), "machine": platform.machine()}
        print(json.dumps({"about": about, "figures": [figure.as_dict() for figure in found]}, indent=2))
    return 0 if all(figure.good for figure in found) else 1


def line(figure: Figure) -> str:
    """A figure as a person reads it."""
    goal = ""
    if figure.at_least is not None:
        goal = f"goal: at least {figure.at_least:g}"
    if figure.at_most is not None:
        goal = f"goal: at most {figure.at_most:g}"
    missed = "" if figure.good else "   MISSED"
    return f"{figure.name:<48}{figure.value:>9.3g} {figure.unit:<8}{goal}{missed}"


if __name__ == "__main__":
    import sys

    raise SystemExit(main(sys.argv[1:]))
