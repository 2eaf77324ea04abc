"""The ways in which the vault refuses. Each says what is known, and no more."""

from __future__ import annotations


class VaultError(Exception):
    """Something did not open, or may not be made. It never carries a secret."""


class WrongKey(VaultError):
    """This key, passphrase or code is not the one that sealed it."""


class MalformedCode(WrongKey):
    """What was typed cannot be a code: a wrong length, a wrong letter, or a slip of the pen."""


class UnusablePassphrase(WrongKey):
    """The passphrase is empty, longer than 128 characters, or no text."""


class Tampered(VaultError):
    """The key is the right one; the bytes, or the place where they lie, are not those that were sealed."""


class UnknownVersion(VaultError):
    """A format, algorithm or kind that is not known here, or is not the one that belongs here."""


class BelowFloor(VaultError):
    """The cost of a passphrase slot is lower than is safe."""


class AboveCeiling(VaultError):
    """The cost of a passphrase slot is higher than a server can bear; a planted row may ask for it."""
