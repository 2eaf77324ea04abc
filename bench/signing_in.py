"""Prints Argon2id's share of a sign-in, and the seconds that one takes: medians of seven, through the whole stack."""

from __future__ import annotations

import statistics
import time

from goldseam.upkeep.starting import opened_data

TIMES = 7


def main() -> None:
    with opened_data(existing=False):
        from django.test import Client
        from django.test.utils import setup_test_environment
        from tests.cast import PASSPHRASE, someone

        from goldseam.upkeep.schema import prepare_tables
        from goldseam.vault import slots

        prepare_tables(lambda _: None, backup=False)
        setup_test_environment()
        alice = someone("Alice")
        name = f"alice-{alice.person.pk.hex[:6]}"
        spent: list[float] = []
        inner = slots._passphrase_key

        def timed(*given: object, **named: object) -> object:
            began = time.perf_counter()
            try:
                return inner(*given, **named)  # type: ignore[arg-type]
            finally:
                spent.append(time.perf_counter() - began)

        slots._passphrase_key = timed  # type: ignore[assignment]
        shares, whole = [], []
        for _ in range(TIMES):
            spent.clear()
            client = Client(headers={"sec-fetch-site": "same-origin"})
            began = time.perf_counter()
            answer = client.post("/sign-in/", {"name": name, "passphrase": PASSPHRASE})
            took = time.perf_counter() - began
            assert answer.status_code == 303, answer.content
            shares.append(sum(spent) / took)
            whole.append(took)
        print(statistics.median(shares), statistics.median(whole))


if __name__ == "__main__":
    main()
