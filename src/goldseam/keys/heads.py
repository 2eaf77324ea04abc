"""Remembering where each log ended, so that a cut tail or a rollback shows at the next unlock."""

from __future__ import annotations

from uuid import UUID

from goldseam.keys.keyring import read, rewrite
from goldseam.log.heads import current_heads, hash_at
from goldseam.vault import Head, Keyring


def record_heads(person: UUID, key: bytes) -> list[UUID]:
    """Compare the logs with what the keyring remembers, remember their present ends, return what is wrong.

    The list holds the ids of logs that are shorter than they were, or other than they were. Each is reported
    once: what is remembered afterwards is the present end. A log that is gone as a whole is not reported:
    leaving a place that nobody joined does just that.
    """
    keyring, found = read(person, key), current_heads(person)
    wrong = [vault for vault, now in found.items() if not _goes_on(vault, keyring.heads.get(vault), now)]
    if keyring.heads != found:
        rewrite(person, key, lambda ring: Keyring(ring.desk, ring.outer, ring.spaces, found))
    return wrong


def _goes_on(vault: UUID, before: Head | None, now: Head) -> bool:
    if before is None or before.seq == 0:
        return True
    return now.seq >= before.seq and hash_at(vault, before.seq) == before.hash
