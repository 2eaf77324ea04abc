"""The small language of the tables: what it reads, and that it cannot run away."""

from __future__ import annotations

import re

import pytest

from goldseam.coach import care, quoting
from goldseam.coach.lexicon import LISTS
from goldseam.coach.phrases import OFTEN, Phrases, compile_phrase
from goldseam.coach.reading import _book
from goldseam.coach.spelling import Wording, read_tokens, word_up
from goldseam.coach.tables import ALL_RULES
from tests.coach.sayings import SAYINGS

EVERY_PHRASE = sorted(
    {phrase for rule in ALL_RULES for phrase in (*rule.phrases, *rule.unless)}
    | {*care.THREAT, *care.DESPAIR, *quoting.REPORTED}
)


def _wording(text: str) -> Wording:
    tokens = read_tokens(text)
    return word_up(tokens, [False] * len(tokens))


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("i am [so|very] sorry", "I am so sorry", True),
        ("i am [so|very] sorry", "I am not sorry", False),
        ("(a|b c) d", "b c d", True),
        ("(a|b c) d", "b d", False),
        ("i ..2 lied", "i never once lied", True),
        ("i ..2 lied", "i never ever once lied", False),
        ("i ..3 lied", "i. you lied", False),
        ("for *ing", "for lying", True),
        ("i am suicid*", "I'm suicidal", True),
        ("^ sorry", "well, sorry", True),
        ("^ sorry", "she was sorry", False),
        ("sorry $", "I'm sorry!", True),
        ("sorry $", "sorry you", False),
        ("sorry /", "sorry, you", True),
        ("i !NOT did", "i did", True),
        ("i !NOT *", "i never did", False),
        ("paid #", "paid 120", True),
    ],
)
def test_what_a_phrase_reads(phrase: str, text: str, stands: bool) -> None:
    assert Phrases([phrase]).stand_in(_wording(text)) is stands


@pytest.mark.parametrize("phrase", ["(a|b", "a]", "[a", "a)", "(a]"])
def test_a_phrase_that_does_not_read_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="unbalanced"):
        compile_phrase(phrase)


def test_a_phrase_without_any_word_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a word"):
        Phrases(["[sorry] * ..3"])


def test_a_list_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        compile_phrase("@NO_SUCH_LIST at all")


def test_repetition_is_bounded_in_every_phrase() -> None:
    for phrase in EVERY_PHRASE:
        pattern = compile_phrase(phrase).regex.pattern
        for match in re.finditer(r"[*+]|\{\d*,\}", re.sub(r"\\.", "", pattern)):
            before = re.sub(r"\\.", "", pattern)[: match.start()]
            assert match.group() == "+" and before.endswith("]"), (
                phrase
            )  # only "one word" may be of any length


def test_words_in_phrases_are_spelled_as_the_reader_spells_them() -> None:
    """A word that plain spelling never yields would be a rule that never fires."""
    sources = [*EVERY_PHRASE, *LISTS.values()]
    words = {word for source in sources for word in re.findall(r"[^\s()\[\]|]+", source)}
    signs = re.compile(r"[@!].+|\.\.\d+|[$^~/#*]|.*\*|\*.*")
    for word in sorted(word for word in words if not signs.fullmatch(word)):
        assert _wording(word).plain == f" {word} " or not read_tokens(word), word


def test_cues_never_hide_what_a_phrase_would_find() -> None:
    """Looking only where the rarest words stand finds the same as looking everywhere."""
    texts = [text for groups in SAYINGS.values() for s in groups for text in (*s.carry, *s.do_not)][::5]
    probes = [compile_phrase(phrase) for phrase in EVERY_PHRASE]
    for wording in map(_wording, texts):
        for probe in probes:
            if probe.cues.isdisjoint(wording.words) or not probe.may_stand_in(wording.words):
                assert probe.regex.search(wording.plain) is None


def test_few_rules_are_tried_on_a_sentence() -> None:
    """The work for a sentence stays small, whatever the number of rules: this is what keeps long letters quick."""
    from goldseam.coach import Kind

    texts = [text for groups in SAYINGS.values() for s in groups for text in s.carry]
    tried = [len(_book()._candidates(_wording(text), Kind.APOLOGY)) for text in texts]
    assert sum(tried) / len(tried) < 15
    assert max(tried) < 90


def test_a_phrase_is_found_a_bounded_number_of_times() -> None:
    assert len(list(Phrases(["i lied"]).places(_wording("i lied " * 500)))) == OFTEN
