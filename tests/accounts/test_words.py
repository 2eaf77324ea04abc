"""The words that people are dealt."""

from __future__ import annotations

import math

from goldseam.accounts.words import HURTFUL, gentle_words, is_offered, offer_passphrase


def test_no_word_hurts() -> None:
    words = set(gentle_words())
    assert not words & {
        "abuse",
        "betray",
        "divorce",
        "victim",
        "liar",
        "guilt",
        "husband",
        "wife",
        "kiss",
        "gun",
    }
    assert not words & HURTFUL


def test_every_word_that_is_kept_out_would_be_in_the_list() -> None:
    assert len(gentle_words()) + len(HURTFUL) == 2048


def test_six_words_are_at_least_64_bits() -> None:
    assert 6 * math.log2(len(gentle_words())) >= 64


def test_four_letters_tell_the_words_apart() -> None:
    assert len({word[:4] for word in gentle_words()}) == len(gentle_words())


def test_the_list_is_frozen() -> None:
    words = gentle_words()
    assert (words[0], words[1023], words[-1], len(words)) == ("ability", "open", "zoo", 1698)


def test_what_is_offered_is_known_again() -> None:
    offered = offer_passphrase()
    assert offered != offer_passphrase()
    assert is_offered(offered)
    assert not is_offered(offered + " zoo")
    assert not is_offered(offered.replace(" ", "  ", 1))
    assert not is_offered("betray betray betray betray betray betray")
    assert not is_offered("")
