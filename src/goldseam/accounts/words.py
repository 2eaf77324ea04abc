"""Words for passphrases and invitations: common, short, and none that hurts somebody newly hurt."""

from __future__ import annotations

import secrets
from functools import cache

from mnemonic import Mnemonic

WORDS_IN_A_PASSPHRASE = 6

# Of violence, betrayal, illness, loss, shame, guns, drink, bodies, courts, and of who someone was to someone.
_HURTFUL = """
abandon abuse accident accuse addict adult affair afraid alarm alcohol alien alone anger angry anxiety
apology armed army arrest arrow assault asthma attack awful awkward baby bachelor battle beauty behave
betray bitter blade blame blast bleak blind blood body bomb bone boss boy broken brother bullet bunker
burden cage cannon casino catch caught cause caution cheap chest child cigar couple crack crash crater
crime cross crouch cruel crumble crush cry dad damage danger daring daughter debate debris defense defy
demise denial deny depart depend despair destroy disagree disease dismiss disorder divert divorce dizzy
dose double drastic drink drop dumb dwarf emotion endless enemy enforce erase erode erosion error erupt
escape evidence evil excess exclude excuse execute exile expire expose faint faith false family fantasy
fat fatal father fatigue fault female fever fire flee force forget fragile frown funny fury garbage gasp
ghost girl gloom goddess gossip grab grief grit grunt guard guilt gun harsh hazard heart hidden hip hire
hope horror hospital hunt hurt husband ignore ill illegal illness impose impulse infant inflict inherit
inject injury inmate innocent insane intact isolate jealous judge junk kick kid kidney kiss knife knock
lawsuit leave liar lonely loud love loyal mad maid man marriage mean mercy misery miss mistake mom monster
mother muscle must naive nasty negative neglect nuclear obey obscure orphan panic parent penalty pet phone
pig pill pistol police poverty power prison private problem proof public punch question quit rack rare raw
razor rebel refuse regret reject repair resist retreat return reunion reveal rifle rigid riot risk rival
romance rude run sad sadness satoshi scare scatter screen secret seek shadow shed shock shoot shove shrug
shy sibling sick silent siren sister skirt skull slam slender slice snake sniff sorry split spy strike
struggle stumble submit sudden suffer surprise suspect swallow swear sword symptom tattoo test tired
toddler together topple tragic trap trash treat trial trick trigger trouble trust truth tumble ugly uncle
uncover undo unfair unhappy unveil upset useless vanish vicious victory virus warfare wasp weapon weasel
wedding weird whip whisper wife wild witness wolf woman worry wreck wrestle wrong young
"""
HURTFUL = frozenset(_HURTFUL.split())


def gentle_words() -> list[str]:
    """The words, always in the same order. No two share their first four letters."""
    return list(_words())


@cache
def _words() -> tuple[str, ...]:
    return tuple(word for word in Mnemonic("english").wordlist if word not in HURTFUL)


def offer_passphrase() -> str:
    """Six random words."""
    words = gentle_words()
    return " ".join(secrets.choice(words) for _ in range(WORDS_IN_A_PASSPHRASE))


def is_offered(passphrase: str) -> bool:
    """Whether this could have come from `offer_passphrase`: six of the words and nothing else."""
    parts = passphrase.split(" ")
    return len(parts) == WORDS_IN_A_PASSPHRASE and set(parts) <= set(gentle_words())
