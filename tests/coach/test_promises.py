"""What holds for every text: offsets, two remarks, quotations, care, no failure, the same answer twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from goldseam.coach import LIMIT, Analysis, Kind, Label, Moment, Role, analyse, analyse_sentences
from goldseam.coach.care import carries_despair, carries_threat
from goldseam.coach.quoting import quoted_ranges
from goldseam.coach.spelling import read_tokens, word_up
from tests.coach.sayings import SAYINGS
from tests.coach.signals import DESPAIR, THREAT

_PIECES = sorted({text for groups in SAYINGS.values() for s in groups for text in (*s.carry, *s.do_not)})
_JOINTS = [
    " ",
    "\n",
    "\n\n",
    " but ",
    ", ",
    ' "',
    '" ',
    " '",
    "' ",
    "“",
    "”",
    " — ",
    "\r\n",
    "> ",
    " 😀 ",
    "\u2028",
]

drafts = st.lists(
    st.one_of(st.sampled_from([*_PIECES, *THREAT, *DESPAIR]), st.sampled_from(_JOINTS), st.text(max_size=20)),
    max_size=12,
).map("".join)
anything = st.one_of(st.text(), drafts)
ways = {"role": st.sampled_from(Role), "kind": st.sampled_from(Kind), "moment": st.sampled_from(Moment)}


def _holds(text: str, analysis: Analysis) -> None:
    at = 0
    for n, sentence in enumerate(analysis.sentences):
        assert sentence.index == n
        assert sentence.text == text[sentence.start : sentence.end]
        assert sentence.start >= at
        at = sentence.end
    for span in analysis.spans:
        inside = analysis.sentences[span.sentence]
        assert inside.start <= span.start < span.end <= inside.end
        assert span.label in inside.labels
    assert len(analysis.remarks) <= 2
    for remark in analysis.remarks:
        assert remark.quote == text[remark.start : remark.end] != ""
        assert isinstance(remark.label, Label)


@settings(max_examples=150, deadline=None)
@given(text=anything, **ways)
def test_offsets_slice_the_text_and_two_remarks_are_the_most(
    text: str, role: Role, kind: Kind, moment: Moment
) -> None:
    _holds(text, analyse(text, role=role, kind=kind, moment=moment))


@settings(max_examples=100, deadline=None)
@given(sentences=st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=30)), max_size=6), **ways)
def test_given_sentences_are_kept(sentences: list[str], role: Role, kind: Kind, moment: Moment) -> None:
    analysis = analyse_sentences(sentences, role=role, kind=kind, moment=moment)
    assert [sentence.text for sentence in analysis.sentences] == sentences
    _holds(" ".join(sentences), analysis)


@settings(max_examples=150, deadline=None)
@given(text=drafts, **ways)
def test_no_remark_on_quoted_words(text: str, role: Role, kind: Kind, moment: Moment) -> None:
    ranges = quoted_ranges(text)
    for remark in analyse(text, role=role, kind=kind, moment=moment).remarks:
        assert not any(start < remark.end and remark.start < end for start, end in ranges)


@settings(max_examples=150, deadline=None)
@given(text=drafts, **ways)
def test_no_remark_on_words_that_ask_for_care(text: str, role: Role, kind: Kind, moment: Moment) -> None:
    analysis = analyse(text, role=role, kind=kind, moment=moment)
    for sentence in analysis.sentences:
        tokens = read_tokens(text, sentence.start, sentence.end)
        wording = word_up(tokens, [False] * len(tokens))
        if carries_threat(wording) or carries_despair(wording):
            assert not any(sentence.start <= remark.start < sentence.end for remark in analysis.remarks)


@settings(max_examples=60, deadline=None)
@given(text=drafts, **ways)
def test_the_same_words_give_the_same_answer(text: str, role: Role, kind: Kind, moment: Moment) -> None:
    assert analyse(text, role=role, kind=kind, moment=moment) == analyse(
        text, role=role, kind=kind, moment=moment
    )


def test_a_very_long_text_is_read_to_the_limit_and_says_so() -> None:
    text = "I'm sorry you feel that way. " * 40_000
    analysis = analyse(text, role=Role.BROKE_TRUST, kind=Kind.APOLOGY, moment=Moment.DRAFT)
    assert len(text) > 1_000_000
    assert analysis.truncated
    assert analysis.sentences[-1].end <= LIMIT
    assert len(analysis.remarks) == 1


def test_given_sentences_beyond_the_limit_come_back_unread() -> None:
    sentences = ["I'm sorry you feel that way."] * 1_000
    analysis = analyse_sentences(sentences, role=Role.BROKE_TRUST, kind=Kind.APOLOGY, moment=Moment.DRAFT)
    assert analysis.truncated
    assert [sentence.text for sentence in analysis.sentences] == sentences
    assert analysis.sentences[0].labels == (Label.NON_APOLOGY,)
    assert analysis.sentences[-1].labels == ()


def test_texts_made_to_be_slow_come_back() -> None:
    for piece in (
        ".",
        '"',
        "'a ",
        "you ",
        "i am so very sorry ",
        "you said i said ",
        "\n",
        "😀",
        "a" * 50,
        "not really ",
    ):
        text = piece * (LIMIT // len(piece))
        assert not analyse(text, role=Role.UNKNOWN, kind=Kind.MESSAGE, moment=Moment.DRAFT).truncated


def test_the_limit_itself_is_not_cut() -> None:
    assert not analyse("a" * LIMIT, role=Role.UNKNOWN, kind=Kind.MESSAGE, moment=Moment.DRAFT).truncated
    assert analyse("a" * (LIMIT + 1), role=Role.UNKNOWN, kind=Kind.MESSAGE, moment=Moment.DRAFT).truncated


def test_empty_and_strange_texts_get_a_quiet_answer() -> None:
    for text in ("", " ", "\x00\x01", "😀😀😀", "Ich habe gelogen. Es tut mir leid.", "\u202eevil", "\ud800"):
        analysis = analyse(text, role=Role.UNKNOWN, kind=Kind.MESSAGE, moment=Moment.DRAFT)
        assert analysis.remarks == ()
        assert not analysis.truncated
