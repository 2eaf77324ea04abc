"""The rules and the network together: what they promise of every text, and how well they read."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldseam.coach import Kind, Label, Moment, Role, analyse, analyse_sentences, mirror
from goldseam.coach.joining import ANY
from goldseam.coach.jsonl import predict
from goldseam.coach.labels import HARD, UNDOING
from goldseam.coach.net import FOLDER, LONGEST, _parts, network
from goldseam.coach.remarks import REMARK_IDS
from tests.coach.scoring import read_drafts, score, unread

pytestmark = pytest.mark.network
HERE = Path(__file__).parent


def read(text: str, kind: Kind = Kind.APOLOGY, role: Role = Role.BROKE_TRUST):  # type: ignore[no-untyped-def]
    return analyse(text, role=role, kind=kind, moment=Moment.DRAFT)


def test_the_weights_are_those_that_were_measured() -> None:
    told = json.loads((FOLDER / "coach.json").read_text("utf-8"))
    for name, hash in told["sha256"].items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == hash
    assert set(told["labels"]) == {label.value for label in Label}


def test_it_is_loaded_when_it_is_first_asked_and_not_before() -> None:
    code = (
        "import sys, goldseam.coach as c\n"
        "assert not {'onnxruntime', 'numpy'} & set(sys.modules)\n"
        "c.analyse('I lied.', role=c.Role.UNKNOWN, kind=c.Kind.MESSAGE, moment=c.Moment.DRAFT)\n"
        "assert 'onnxruntime' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_each_label_that_reproaches_has_a_remark_of_its_own() -> None:
    assert set(ANY) == UNDOING | HARD and set(ANY.values()) <= set(REMARK_IDS)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sampled_from(Kind), st.sampled_from(Role))
def test_whatever_stands_there_it_answers(text: str, kind: Kind, role: Role) -> None:
    found = analyse(text, role=role, kind=kind, moment=Moment.DRAFT)
    assert len(found.remarks) <= 2
    for span in found.spans:
        inside = found.sentences[span.sentence]
        assert inside.start <= span.start < span.end <= inside.end and 0 <= span.confidence <= 1
    for remark in found.remarks:
        assert remark.quote == text[remark.start : remark.end] != ""
    assert found == analyse(text, role=role, kind=kind, moment=Moment.DRAFT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "😀" * 50,
        "\x00\xff" * 500,
        "a" * 100_000,
        "sorry " * 20_000,
        "Tut mir leid, dass ich nicht ehrlich war. " * 900,
    ],
)
def test_nothing_huge_or_strange_breaks_it(text: str) -> None:
    found = read(text)
    assert found.remarks == () or found.english


def test_what_is_not_english_is_said_and_never_reproached() -> None:
    found = read("Es tut mir leid, falls ich dich verletzt habe, aber du übertreibst immer.")
    assert not found.english and found.spans == () and found.remarks == () and found.verdict is None


@given(st.lists(st.integers(1, LONGEST), max_size=30))
def test_parts_of_a_long_draft_score_each_sentence_once(sizes: list[int]) -> None:
    scored = [n for _, first, last in _parts(sizes, LONGEST) for n in range(first, last)]
    assert scored == list(range(len(sizes)))
    for first, begins, last in _parts(sizes, LONGEST):
        assert first in (begins, begins - 1) and first < last


def test_on_drafts_it_has_not_read_it_is_seldom_wrong_about_a_person() -> None:
    """The drafts that the rules were measured on, by one author whom the network never read. Floors, not goals."""
    found = score(read_drafts("held_out.jsonl"))
    assert found.wrong_reproach <= 0.05
    assert found.micro_f1 >= 0.75 and found.macro_f1 >= 0.70


def test_the_score_that_was_measured_is_the_score_of_what_is_shipped() -> None:
    """As int8, through the product's own code, on all drafts of authors it did not read (docs/coach.md)."""
    drafts = unread()
    assert len(drafts) > 600
    found = score(drafts)
    assert found.macro_f1 >= 0.72 and found.micro_f1 >= 0.76 and found.wrong_reproach <= 0.03
    heard = [(predict(draft)["signals"], draft.get("signals", [])) for draft in drafts]
    for signal, recall in (("threat", 0.9), ("despair", 0.8)):
        there = [signal in told for told, right in heard if signal in right]
        false = [signal in told for told, right in heard if signal not in right]
        assert len(there) >= 25 and sum(there) / len(there) >= recall and sum(false) / len(false) <= 0.05


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sorry you feel that way.", Label.NON_APOLOGY),
        ("It wasn't a big deal.", Label.MINIMISE),
        ("You made me lie.", Label.DEFENSIVE),
        ("Get over it.", Label.PRESSURE),
        ("I'm sorry if that hurt you, but you made me lie.", Label.DEFENSIVE),
        ("I am sorry that my evening with Clara landed on you like that.", Label.NON_APOLOGY),
    ],
)
def test_what_everybody_knows_as_a_non_apology_is_caught(text: str, label: Label) -> None:
    """METHOD R3, and one without its stock words."""
    assert label in {span.label for span in read(text).spans}


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry you had to go through that because of what I did.",
        "I could say that I was drunk. That excuses nothing.",
        "I won't say that I'm sorry you feel that way. I read your diary, and it was wrong.",
        "It was twice, in March and in May. You asked, and that is the answer.",
        "If you want to talk, I am here.",
        "Take all the time you need. You owe me nothing.",
    ],
)
def test_an_honest_writer_is_not_reproached(text: str) -> None:
    assert read(text).remarks == ()


def test_what_is_said_aloud_is_seldom_wrong() -> None:
    """A remark asks for more than a label: of two hundred sentences without a fault, hardly one is remarked on."""
    reproaches = {label.value for label in UNDOING | HARD}
    clean = wrong = made = 0
    for draft in read_drafts("held_out.jsonl"):
        kind = next((kind for kind in Kind if kind.value == draft["kind"]), Kind.REPLY)
        role = Role.BROKE_TRUST if kind is Kind.APOLOGY else Role.UNKNOWN
        found = analyse_sentences(draft["sentences"], role=role, kind=kind, moment=Moment.DRAFT)
        fine = [not set(row["labels"]) & reproaches for row in draft["labels"]]
        clean += sum(fine)
        for remark in found.remarks:
            at = next(one.index for one in found.sentences if one.start <= remark.start < one.end)
            made += 1
            wrong += fine[at]
    assert clean > 150 and made > 20 and wrong <= 0.015 * clean


def test_a_mirror_that_holds_everything_and_one_that_holds_nothing() -> None:
    said = "You forgot to call on my birthday. I felt unimportant. Please put it in your calendar."
    full = mirror(
        said,
        "I forgot to call you on your birthday, you felt unimportant, and I should put it in my calendar.",
    )
    other = mirror(said, "You want a bigger party next year.")
    assert full.coverage > 0.8 > 0.3 > other.coverage
    assert full.missed == () and len(other.missed) >= 2
    assert mirror("", "x").coverage == 1.0 and mirror("I felt small.", "").coverage == 0.0
    assert "birthday" not in repr(full) + repr(other)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_mirror_is_answered(said: str, back: str) -> None:
    found = mirror(said, back)
    assert 0 <= found.coverage <= 1
    assert all(part in said for part in (*found.missed, *found.vague)) and all(
        part in back for part in found.added
    )


def test_who_runs_without_it_gets_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    assert network() is not None
    monkeypatch.setattr("goldseam.coach.reading.network", lambda: None)
    assert [s.label for s in read("I am sorry you feel that way.").spans] == [Label.NON_APOLOGY]
