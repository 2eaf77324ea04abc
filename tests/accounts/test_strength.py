"""Passphrases of one's own: what is refused, with which words, and what is taken."""

from __future__ import annotations

import pytest

from goldseam.accounts.strength import OWN_NAME, TOO_LONG, TOO_PLAIN, TOO_SHORT, UNUSABLE, weakness


@pytest.mark.parametrize(
    ("passphrase", "problem"),
    [
        ("", TOO_SHORT),
        ("eleven sign", TOO_SHORT),
        ("a b           c", TOO_SHORT),
        ("x" * 129, TOO_LONG),
        ("word " * 200_000, TOO_LONG),
        ("a\x00long\x07passphrase", UNUSABLE),
        ("line one\nline two", UNUSABLE),
        ("aaaaaaaaaaaa", TOO_PLAIN),
        ("abababababab", TOO_PLAIN),
        ("horse7horse7horse7", TOO_PLAIN),
        ("1234567890123", TOO_PLAIN),
        ("qwertyuiopas", TOO_PLAIN),
        ("zyxwvutsrqpon", TOO_PLAIN),
        ("1qaz2wsx3edc", TOO_PLAIN),
        ("123456 qwerty", TOO_PLAIN),
        ("alice-alice-2026", OWN_NAME),
        ("Alice Goldberg 99", OWN_NAME),
    ],
)
def test_weak_ones_are_refused_in_words(passphrase: str, problem: str) -> None:
    assert weakness(passphrase, "Alice", "goldberg") == problem


@pytest.mark.parametrize(
    "passphrase",
    [
        "correct horse battery",
        "copper drift almond ferry lichen quilt",
        "der Fluß läuft bergauf",
        "три зелёных верблюда",
        "x" * 60 + " and other things that are many " + "yz " * 10,
        "Al sees a blue lighthouse",
    ],
)
def test_good_ones_are_taken(passphrase: str) -> None:
    assert weakness(passphrase, "Al", "") is None
