"""Where the time of Home goes: queries, and functions by what they cost themselves.

For a couple with 2,000 entries whose next step is to name what happened, so that private pages are opened too.

`./goldseam bench --profile`. A profiler slows small functions down more than large ones: read it for proportions.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench.browsing import environment

ENTRIES, WARM, TIMES, SHOWN = 2000, 20, 200, 25
LIBRARIES = ("django/template", "django/db", "django/contrib", "cryptography", "msgspec", "whitenoise")


def main() -> int:
    """Print the profile as Markdown."""
    import os

    with tempfile.TemporaryDirectory(prefix="goldseam-bench-") as made:
        os.environ.update(environment(Path(made) / "data"))
        os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
        from goldseam.upkeep.starting import opened_data

        with opened_data(existing=False):
            _profile()
    return 0


def _profile() -> None:
    from django.test import Client

    from bench.prepare import naming
    from goldseam.upkeep.assets import gather_assets
    from goldseam.upkeep.schema import prepare_tables

    prepare_tables(lambda _: None, backup=False)
    gather_assets()
    client = Client(headers={"sec-fetch-site": "same-origin", "host": "localhost"})
    for part in str(naming(ENTRIES)["cookies"]).split("; "):
        name, _, value = part.partition("=")
        client.cookies[name] = value
    for _ in range(WARM):
        assert client.get("/home/").status_code == 200
    _print_queries(client)
    _print_functions(client)


def _print_queries(client: Any) -> None:
    from django.db import connections

    asked: list[str] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql.split(" FROM ")[-1].split()[0].strip('"'))
        return execute(sql, params, many, context)

    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(connections[alias].execute_wrapper(noted))
        client.get("/home/")
    print(f"{len(asked)} queries: " + ", ".join(f"{n} × {t}" for t, n in Counter(asked).items()) + "\n")


def _print_functions(client: Any) -> None:
    profile = cProfile.Profile()
    profile.enable()
    for _ in range(TIMES):
        client.get("/home/")
    profile.disable()
    stats: dict[Any, Any] = pstats.Stats(profile, stream=sys.stderr).stats  # type: ignore[attr-defined]
    whole = sum(own for _, _, own, _, _ in stats.values())
    rooms: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, _) in stats.items():
        rooms[_room(file)] += own
    print("| room | share of the time |\n|---|---|")
    for room, own in rooms.most_common():
        print(f"| {room} | {own / whole:.0%} |")
    print("\n| function | calls a page | own share | share with all that it calls |\n|---|---|---|---|")
    ours = [(at, cost) for at, cost in stats.items() if "/goldseam/" in at[0]]
    for (file, line, name), (_, calls, own, below, _) in sorted(ours, key=lambda it: -it[1][3])[:SHOWN]:
        place = file.split("/goldseam/")[-1]
        print(f"| `{place}:{line} {name}` | {calls / TIMES:.0f} | {own / whole:.1%} | {below / whole:.1%} |")


def _room(file: str) -> str:
    if "/goldseam/" in file:
        return file.split("/goldseam/")[-1].split("/")[0]
    return next((name for name in LIBRARIES if f"/{name}/" in file), "the rest of Django, Python, C")


if __name__ == "__main__":
    raise SystemExit(main())
