"""What the server can read, field by field, and why. Everything that is not here by name must be sealed.

`goldseam check` and a test compare this list with every field of every installed model, third-party ones
included, so that no column can appear unclassified. `docs/inventory.md` is generated from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps

SEALED = {
    "accounts.person.name_kept": "the sign-in name, for its owner, under the desk key",
    "accounts.person.contact": "an e-mail address, under a server key outside the database",
    "keys.slotrow.sealed": "the root secret, under the passphrase, the recovery code or a passkey",
    "keys.factor.sealed": "what a second step is checked by, under a server key outside the database",
    "keys.keyringrow.sealed": "the keyring, under the root",
    "keys.session.label": "which browser it is, under the desk key",
    "keys.tier.sealed": "a session's keys, under its cookie",
    "keys.pending.shared": "keys that wait for the second step, under a cookie",
    "keys.pending.private": "keys that wait for the second step, under a cookie",
    "log.entryrow.sealed": "what was written",
    "log.draftrow.sealed": "what is being written",
    "log.offerrow.sealed": "one side of a joint reveal",
    "log.snapshot.sealed": "a fold's state",
    "spaces.invite.sealed": "a space's key, under the invitation's code",
}

_RANDOM = "a random id"
_LINK = "which log, person or space a row belongs to: the server must find it"
_DAY = "a day, to show and to expire; never a time of day"
_PLACE = "the place in a log, so that order and loss can be checked"

READABLE = {
    "accounts.person.id": _RANDOM,
    "accounts.person.name_index": "a keyed hash of the sign-in name, to find the person",
    "accounts.person.epoch": "random; ends all sessions when it changes",
    "accounts.person.public": "a public key",
    "accounts.person.created_day": _DAY,
    "keys.slotrow.id": _RANDOM,
    "keys.slotrow.person": _LINK,
    "keys.slotrow.kind": "passphrase, recovery or passkey: which form opens it",
    "keys.slotrow.salt": "random",
    "keys.slotrow.iterations": "the cost of guessing",
    "keys.slotrow.memory_kib": "the cost of guessing",
    "keys.slotrow.lanes": "the cost of guessing",
    "keys.slotrow.created_day": _DAY,
    "keys.keyringrow.person": _LINK,
    "keys.keyringrow.generation": "a counter, so that two changes at once cannot lose one",
    "keys.factor.id": _RANDOM,
    "keys.factor.person": _LINK,
    "keys.factor.kind": "codes of an app, or a passkey: what to ask for",
    "keys.factor.index": "a keyed hash of the passkey’s name, to find it; random for codes",
    "keys.factor.slot": "which slot a passkey opens, if any",
    "keys.factor.created_day": _DAY,
    "keys.pending.session": _LINK,
    "keys.pending.person_id": _LINK,
    "keys.pending.expires_at": "five minutes after a right passphrase; never backed up",
    "keys.session.session_key": "a hash of the session cookie",
    "keys.session.session_data": "who is signed in, or what a passkey was asked, signed; no keys, no words",
    "keys.session.expire_date": "when the session ends",
    "keys.session.person_id": _LINK,
    "keys.session.started_day": _DAY,
    "keys.tier.id": "a row number",
    "keys.tier.session": _LINK,
    "keys.tier.tier": "shared or private",
    "keys.tier.expires_at": "when the keys close",
    "keys.tier.idle_at": "when the keys close without an act; never backed up",
    "keys.attempt.bucket": "a keyed hash of a name or a network, to slow guessing down",
    "keys.attempt.tries": "how often; swept away",
    "keys.attempt.last": "when last; swept away, never backed up",
    "keys.attempt.closed_until": "until when no more tries are taken",
    "keys.serverkey.name": "names, contacts or reveals: which of the server’s own keys",
    "keys.serverkey.key_id": "eight bytes that name that key and tell nothing about it, so that a wrong file shows",
    "log.vault.id": _RANDOM,
    "log.vault.kind": "private, desk or shared",
    "log.vault.person_id": _LINK,
    "log.vault.space_id": _LINK,
    "log.vault.head_seq": _PLACE,
    "log.vault.head_hash": _PLACE,
    "log.entryrow.vault_id": _LINK,
    "log.entryrow.seq": _PLACE,
    "log.entryrow.row": _RANDOM,
    "log.entryrow.hash": _PLACE,
    "log.entryrow.author": "a member slot, 0 or 1, so that own words can be erased without a key",
    "log.entryrow.day": _DAY,
    "log.entryrow.group": "a coarse group in shared logs (letters, kindness, breaches, spaces); one group elsewhere",
    "log.draftrow.id": _RANDOM,
    "log.draftrow.vault_id": _LINK,
    "log.draftrow.version": "a counter of savings",
    "log.draftrow.writer": "a random id of the open page",
    "log.draftrow.day": _DAY,
    "log.offerrow.id": _RANDOM,
    "log.offerrow.space_id": _LINK,
    "log.offerrow.topic": "which question of the programme, so that two sides meet",
    "log.offerrow.slot": "a member slot",
    "log.offerrow.expires": _DAY,
    "log.snapshot.vault_id": _LINK,
    "log.snapshot.fold": "which fold",
    "log.snapshot.version": "of the fold",
    "log.snapshot.seq": _PLACE,
    "log.erasure.id": "a row number",
    "log.erasure.vault_id": "the random id of a log in which something was erased, or that was deleted with its "
    "person or space, or of a second step that was taken away: a restored backup must forget it again. "
    "It names nobody",
    "log.erasure.seq": "which line was erased; 0 for a whole log that was deleted",
    "log.erasure.day": _DAY,
    "spaces.space.id": _RANDOM,
    "spaces.space.state": "open, active, paused or separated: the server freezes a space without its key",
    "spaces.member.id": "a row number",
    "spaces.member.space": _LINK,
    "spaces.member.slot": "a member slot",
    "spaces.member.person_id": _LINK,
    "spaces.member.paused": "whether this side paused",
    "spaces.invite.id": "derived from the code, which is not stored",
    "spaces.invite.space": _LINK,
    "spaces.invite.expires_day": _DAY,
    "upkeep.chorerow.name": "a chore of the server’s own, such as sweeping; of nobody",
    "upkeep.chorerow.due_at": "when that chore is due next; never backed up",
}

UNUSED = ("auth.", "contenttypes.")
"""Tables that Django brings along. The first step writes no row of a person into them; a test asserts it."""


def fields() -> Iterator[str]:
    """Every field of every installed model, as "app.model.field"."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if getattr(field, "concrete", False):
                yield f"{model._meta.label_lower}.{field.name}"


def unclassified() -> list[str]:
    """Fields that are in neither list, and listed fields that are gone."""
    there = {name for name in fields() if not name.startswith(UNUSED)}
    listed = SEALED.keys() | READABLE.keys()
    return sorted(there - listed) + sorted(f"{name} (listed, not there)" for name in listed - there)


def inventory_markdown() -> str:
    """The page `docs/inventory.md`."""
    lines = ["# What the server can read", "", "Generated by `goldseam inventory`; a test compares it.", ""]
    for title, table in (("Sealed", SEALED), ("Readable, and why", READABLE)):
        lines += [f"## {title}", "", "| field | what |", "|---|---|"]
        lines += [f"| `{name}` | {why} |" for name, why in sorted(table.items())]
        lines.append("")
    return "\n".join(lines)
