"""Invitation codes as words: 80 bits, eight words of ten bits each."""

from __future__ import annotations

from django.utils.safestring import SafeString

from goldseam.accounts.words import gentle_words
from goldseam.core.base import Refusal, Refused
from goldseam.web.qr import qr_picture

LENGTH = 8


def _alphabet() -> list[str]:
    return gentle_words()[:1024]


def code_words(code: bytes) -> list[str]:
    """The eight words that say this ten-byte code."""
    number, words = int.from_bytes(code, "big"), _alphabet()
    return [words[(number >> shift) & 1023] for shift in range(70, -1, -10)]


def read_code(text: str) -> bytes:
    """The code in these words: any case, any spaces, commas or dashes; four letters of a word suffice.

    Raises `Refused(NOT_FOUND, "code")` where they are not eight known words.
    """
    typed = "".join(char if char.isalpha() else " " for char in text.lower()).split()
    by_start = {word[:4]: number for number, word in enumerate(_alphabet())}
    numbers = [by_start.get(word[:4]) for word in typed]
    if len(numbers) != LENGTH or None in numbers:
        raise Refused(Refusal.NOT_FOUND, "code")
    total = 0
    for number in numbers:
        total = (total << 10) | (number or 0)
    return total.to_bytes(10, "big")


def invitation_picture(address: str, words: list[str]) -> SafeString:
    """A QR code, as inline SVG, of the address with the words in its fragment (which no server is sent)."""
    return qr_picture(f"{address}#{'-'.join(words)}")
