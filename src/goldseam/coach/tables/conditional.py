"""CONDITIONAL: the harm is made a mere "if"."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_IF = Label.CONDITIONAL

CONDITIONAL = (
    Rule(
        _IF,
        "sorry, if",
        (
            (
                "(sorry|apologise|apologies|regret|sorrow) [@SO|it] [to anyone|to you|for it|about it|, but"
                " only|, but|,] (if|in case|whether|insofar as|to the extent) (you|i|it|that|this|anything|"
                "something|my|anyone|anybody|what|there|we|your|the|things|any)"
            ),
            "should (i|any|anything|any of *) ..6 (i regret|i apologise|i am sorry|sorry|my apologies)",
            (
                "if (mistakes|errors|things|lines|wrongs) (were|have been|got) (made|said|done|crossed) ..5"
                " (sorry|regret|apologise)"
            ),
            (
                "(if|in case|should) (i|it|my *|anything|something|what i *|that|this|you|anyone|there was "
                "*) [have|had|ever|has|in any way|@SO|did|was|were] ..6 [,] [then] [i am|i do|i|please] "
                "[@SO] [@SO] (sorry|apologise|forgive me|i regret|accept my|my apologies|apologies)"
            ),
            (
                "(sorry|apologise|apologies|regret) [@SO] [to you] for (any|anything|whatever|what ever|"
                "everything i may|things i may|all i may)"
            ),
            "(sorry|apologise|apologies|regret) ..6 (may|might|could) have *",
            (
                "any (offence|hurt|harm|upset|pain|distress|confusion|inconvenience|damage|misunderstanding"
                "|hard feelings|bad feelings) (caused|i (may|might|caused|have|gave)|that (i|my|may|might|"
                "was)|my * (may|might|caused|has)|it (may|might|caused)|you (may|might|felt))"
            ),
            (
                "(regret|apologise|sorry) [for] any (misunderstanding|confusion|offence|upset|hurt|"
                "inconvenience|distress)"
            ),
        ),
        unless=(
            "sorry if (this|it) is (long|late|short|messy|a bit|too)",
            "(sorry|apologise) ..3 , if (you want|you like|you ever want|you need|i could|that is ok)",
            "(no|not|without|never|rather than|instead of) any (offence|hurt|harm|upset|pain)",
            "i do not know (if|whether)",
            "sorry if (that|it|this) (is|will) (what|all|make)",
            "i will answer any",
            "(ask|answer) (any|whatever|anything)",
        ),
        remark="conditional.if",
    ),
    Rule(
        _IF,
        "makes the harm a mere possibility",
        (
            (
                "if (that|this|it) (is|was) (how|the way|what) (it|i|that|this|you|my *) [@SO|has] (came|"
                "come|comes|felt|feel|feels|sounded|sounds|seemed|seems|took|take|looked|was taken|landed|"
                "heard|saw|see|think|believe)"
            ),
            (
                "if (i|it|that|this|what i *|my *) [@SO|ever|in any way|somehow|have|had|did|has] (hurt|"
                "upset|offended|caused|offend|wronged|came across|come across|made you feel|make you feel|"
                "let you down|cause|done anything|did anything|did something|said anything|said something|"
                "overstepped|crossed a line|been insensitive|was wrong|were wrong|was out of|was "
                "insensitive|was harsh|have hurt) [@SO]"
            ),
            (
                "if (anyone|anybody|you|someone|feelings|people) [@SO] (was|were|are|is|got|have been|felt|"
                "feel|took|take|has been) [@SO] (hurt|offended|upset|offence|it that way|disrespected|"
                "ignored|wronged|it the wrong|it personally|bad|let down|left out)"
            ),
            (
                "(i|it|that|this|my *|what i *|which|we|words) [@SO] (may|might|could|possibly|perhaps) "
                "[@SO] [well|also|in some way|unintentionally] have [@SO|been|unintentionally] (hurt|upset|"
                "offended|caused|made|done|said|come|crossed|seemed|been|given|let|led|overstepped|wronged|"
                "appeared|felt|sounded)"
            ),
            (
                "(whatever|anything|what ever|any wrong) [it is|it was|that] (i|you think i|i may|i might|"
                "you feel i|i am meant to have|i am supposed to have) [have|may|might|@SO] (did|done|said|"
                "caused)"
            ),
            (
                "(perhaps|maybe|possibly) (i|my *|it|that) [did|was|have|were|@SO] (hurt|upset|hurt|offend|"
                "came|wrong|harsh|insensitive|offended|out of line|a bit)"
            ),
        ),
        unless=(
            "if (i|it) (hurt|hurts|upset|let you down|am wrong) (you|me) [again|next|in future]",
            "if i (was|were|am) (wrong|late|you|in your)",
            "(tell me|let me know|ask|know|whether|wonder|see|asked|say|sure) if",
            "even if",
            "as if",
            "if (it|that|this) (hurts|upsets) you , (we|tell|you|i will)",
            "(you|she|he|they) (may|might|could) have",
            "i (could|might) have (called|told|said|asked|stopped|been honest|chosen|come|lost)",
            "(would|will|can) ..4 if",
            "if you feel ..8 i will",
            "do whatever",
            "if ..6 (please|can|could) [you] (tell|say|ask|stop|call)",
            "it (could|might|may) have been (worse|avoided)",
        ),
        kinds=OWNING | {Kind.REPLY},
        remark="conditional.if",
    ),
)
