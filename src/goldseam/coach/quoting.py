"""Finds words that are not the writer's own speech: quoted, reported, mentioned, or refused.

"You said 'I'm sorry you feel that way'" and "I won't say it was only once" say nothing of the kind themselves, so
no rule reads the words after the verb. Signals of danger are read with the quotes in, because a quoted threat is
still a threat to someone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from goldseam.coach.phrases import Phrases, compile_phrase
from goldseam.coach.spelling import HIDDEN, Token, Wording, word_up

LONGEST_QUOTE = 600
"""A quotation mark without a partner must not hide the rest of a letter."""

_DOUBLE = re.compile(r"[\"“”„«»]")
_OPENS_SINGLE = re.compile(
    r"(?<![\w’'])[‘'](?=[^\W\d_])(?!(?:cause|cos|til|till|em|n|bout|course|cuz)\b)", re.IGNORECASE
)
_CLOSES_SINGLE = re.compile(r"(?<=[\w.,!?…])[’'](?!\w)")
_MAIL_LINE = re.compile(r"^[ \t]{0,3}>[^\r\n]*", re.MULTILINE)


def quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Where quotation marks, or the sign that mail puts before old lines, say that the words are another's."""
    ranges = [match.span() for match in _MAIL_LINE.finditer(text)]
    ranges += _double_quotes(text)
    ranges += _single_quotes(text)
    return sorted(ranges)


def _double_quotes(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _DOUBLE.finditer(text):
        at = match.start()
        if opened is None or at - opened > LONGEST_QUOTE or "\n\n" in text[opened:at]:
            if match.group() != "”":
                opened = at
            continue
        found.append((opened, at + 1))
        opened = None
    return found


def _single_quotes(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    end = 0
    for match in _OPENS_SINGLE.finditer(text):
        start = match.start()
        if start < end:
            continue
        closing = _CLOSES_SINGLE.search(text, match.end(), start + LONGEST_QUOTE)
        if closing and "\n\n" not in text[start : closing.end()]:
            end = closing.end()
            found.append((start, end))
    return found


_SAID = (
    "(said|say|says|saying|told me|tell me|wrote|texted|claimed|answered|replied|shouted|swore|asked (me|if"
    "|whether|why|how|for)|called (it|me|that|him|her|this)|promised|insisted|argued|meant)"
)

REPORTED = (
    # what the partner or others said
    (
        "(you|he|she|they|everyone|people|mum|dad|my *|your *|the *) [@SO|always|never|have|had|once|then|"
        f"kept|keep|also|did|do|used to|will|would|might|could] [@SO|not] {_SAID} [to me|me|us|that|them|,|"
        ":|@SO]"
    ),
    # what the writer once said
    (
        "i [@SO|have|had|even|kept|always|once|then|also|did] (said|told (you|myself|everyone|everybody|"
        "people)|wrote (that|,|:|in|back)|kept (saying|telling (you|myself|everyone))|lied that|claimed|"
        "swore|pretended|assured (you|them|him|her)|promised (you|them|him|her)|let you (think|believe)|"
        "convinced myself|persuaded myself|lied to myself) [that|,|:]"
    ),
    # what the writer will not say
    (
        "i (will|would|am|can|could|do|did|shall|must) (not|never) [@SO|be|going to|trying to|here to|want "
        "to|wish to] (say|saying|tell you|telling you|write|pretend|pretending|claim|claiming|suggest|"
        "suggesting|argue|hide behind|blame|call it|use) [that|,|:]"
    ),
    # what the writer could have said
    (
        "i (could|might|used to|was going to|nearly|almost|was tempted to|am tempted to|would once have|"
        "could have) [@SO|have] (say|said|write|wrote|written|tell you|told you|blame|blamed|call it|called"
        " it|tell myself) [that|,|:]"
    ),
    (
        "it would be (easy|easier|tempting|wrong|a lie|cheap|convenient) to (say|blame|call|write|claim|"
        "pretend) [that]"
    ),
    (
        "(instead of|rather than|without|no more|stop|stopped|than|not just|not only|never) (saying|telling"
        " (you|myself)|writing|hearing|pretending|claiming) [that|,|:]"
    ),
    (
        "(do|did|will|does|would|should) not (want|need|wish|have) to (hear|read|be told|listen to) [me say"
        "|that|about|how|,|:|another|any|excuses]"
    ),
    (
        "[a|the|those|these|words|phrase|sentence|line|lines|things|stuff|something] (words|phrase|phrases|"
        "line|lines|things|stuff|excuses|sentences) like [,|:]"
    ),
    # asking nothing, expecting nothing
    (
        "i (am|was|do|did|will|would|can) (not|never) [@SO] (ask|asking|expect|expecting|demand|demanding|"
        "going to ask|going to expect) [of] [for|that|you to|any]"
    ),
    "you (do|did|will|would|need|are) not [@SO] (have to|need to|expected to|obliged to|owe)",
    # a mirror: the other's words, said back
    (
        "(what|the thing) i (heard|hear|am hearing|think i heard|understood|understand|got) [you say|you "
        "saying|from you|from that|so far] (is|was) [that]"
    ),
    "[so|if] [what] you are (saying|telling me|asking|hearing) [is|was] [that|:]",
    "i (heard|hear|am hearing) (you say|you saying|you tell me|that) [that|:]",
    (
        "let me (make sure|see if|check|check that|say back|repeat|try to say back|mirror|be sure) ..6 (:|,"
        "|that|got this|right|got it)"
    ),
    (
        "if i (heard|understood|understand|got|hear|have|am hearing|get) [@SO] (you|it|that|this|heard) "
        "(right|correctly|properly|well|you right) [,|:]"
    ),
    "(am i|did i|have i) (hearing|hear|get|got|understand|understood|heard) [you|it|that|this]",
)

_REPORTS = Phrases(REPORTED)

_STAYS_OPEN = compile_phrase("[that|how|,|:] [i am|i was|i] [@SO] [@SO] (sorry|apologise)")
"""After "I said", "sorry" itself must stay readable: "I said sorry, now drop it" presses."""

_SAID_A_THING = compile_phrase(
    "[that|it|this|so|nothing|everything|things|yes|no] (/|on purpose|just to|only to|to (me|spite|hurt"
    "|punish|make)|how [@SO] [@SO] (sorry|much|ashamed|deeply|bad))"
)
"""After "you said that on purpose" no words of the other follow."""

_WHAT_I_SAID = re.compile(
    r" (?:what|anything|things|something|everything|whatever|words|lies|all|how|way) \Z"
)
"""After "what I said" comes what is said of it."""

_PARTS_FROM = frozenset({".", "!", "?", "…", ";", "—", "–", "but", "yet", "though", "although", HIDDEN})
_AND = frozenset({"and", "so", "when", "because", "which", "while"})
_OWN_VERB = re.compile(r"i said|i have said|i told|i have told|i kept")


def own_words(tokens: Sequence[Token], quoted: Sequence[bool], whole: Wording) -> Wording:
    """The sentence with all hidden that is quoted, or stands after a verb that makes it not the writer's speech.
    `whole` is the same sentence with nothing hidden."""
    wording = word_up(tokens, quoted) if any(quoted) else whole
    hidden = list(quoted)
    for match in _REPORTS.places(wording):
        if not _speaks_on(wording, match):
            _hide_tail(tokens, hidden, wording.locate(match.start(), match.end())[1])
    return word_up(tokens, hidden) if hidden != list(quoted) else wording


def _speaks_on(wording: Wording, match: re.Match[str]) -> bool:
    if _WHAT_I_SAID.search(wording.plain, max(0, match.start() - 12), match.start()):
        return True
    if _SAID_A_THING.regex.match(wording.plain, match.end()):
        return True
    own = _OWN_VERB.match(match.group()) is not None
    return own and _STAYS_OPEN.regex.match(wording.plain, match.end()) is not None


def _hide_tail(tokens: Sequence[Token], hidden: list[bool], after: int) -> None:
    """Hide from there to the end of the clause."""
    for n, token in enumerate(tokens):
        if token.start < after:
            continue
        if token.plain in _PARTS_FROM:
            return
        if token.plain in _AND and n and tokens[n - 1].plain == ",":
            return
        hidden[n] = True
