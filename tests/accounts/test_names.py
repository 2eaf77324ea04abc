"""Sign-in names: found however they are typed, stored nowhere in clear, guessable by nobody."""

from __future__ import annotations

from typing import Any

import pytest

from goldseam.accounts.names import keyed_hash, name_index, propose_name


@pytest.mark.parametrize(
    "typed", ["alice-4821", "Alice-4821", " ALICE 4821 ", "alice\u20114821", "alice4821", "Alice.4821"]
)
def test_a_name_is_found_however_it_is_typed(typed: str) -> None:
    assert name_index(typed) == name_index("alice-4821")


@pytest.mark.parametrize("typed", ["alice-4822", "alicia-4821", "", "x" * 100_000])
def test_another_name_is_another_index(typed: str) -> None:
    assert name_index(typed) != name_index("alice-4821")
    assert len(name_index(typed)) == 64


def test_vowel_signs_and_scripts_count() -> None:
    assert name_index("मीरा-4821") != name_index("मर-4821")
    assert name_index("strasse-1") == name_index("straße-1")


def test_the_index_needs_the_servers_key(settings: Any) -> None:
    before = name_index("alice-4821")
    settings.SERVER_KEYS = type(settings.SERVER_KEYS)("d", b"other" * 7, b"c" * 32, b"r" * 32)
    assert name_index("alice-4821") != before


def test_each_purpose_has_hashes_of_its_own() -> None:
    assert keyed_hash("name", "x") != keyed_hash("attempt name", "x")


def test_a_wish_gets_random_digits() -> None:
    names = {propose_name("Alice") for _ in range(20)}
    assert len(names) > 10
    assert all(name.startswith("alice-") and len(name) == 10 for name in names)
    assert len(propose_name("alice", 8)) == 14
