"""DEFENSIVE, counter-complaint: a complaint is answered with a complaint."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_AWAY = Label.DEFENSIVE

_SPOKEN = OWNING | {Kind.REPLY}

COUNTER = (
    Rule(
        _AWAY,
        "answers a complaint with a complaint",
        (
            (
                "(what|how) about (you|when you|your|the time you|that time you|all the|the times you|the "
                "way you|what you|me ?|my feelings|my|last|us when)"
            ),
            "(and|but) what about *",
            (
                "[oh|,|but|and|like|as if] you (also|too) (lie*|did|do|have|hide|cheat*|broke|forgot|hurt|"
                "said|made|flirt*|kept|keep|went|shout*|spend|spent)"
            ),
            (
                "you (lie|lied|cheated|did|do|have|forget|forgot|shout|drink|spend|flirt|hide|hurt me|hurt|"
                "do it|did it|have secrets|keep things|text him|text her|read mine|do things) (too|as well|"
                "yourself) (/|you know)"
            ),
            "you (are|were) the one (who|that|with|always|needing|going|being|who is)",
            (
                "you are (not|hardly|no) [@SO|exactly|one] (perfect|innocent|an angel|a saint|blameless|to "
                "talk|saint|angel|better|so perfect|one to talk|any better|squeaky) (/|either|yourself)"
            ),
            (
                "you did (the same|it too|worse|it first|that too|exactly the same|far worse|the exact same"
                "|it as well)"
            ),
            (
                "(look who is|take a look at yourself|look at yourself|listen to yourself|coming from you|"
                "look in the mirror|^ [oh] look who)"
            ),
            (
                "^ (and|but|remember|what about|how about) [and|the] (the time|that time|last time|when) "
                "you ..6 ?"
            ),
            "(remember|what about|how about) (the time|that time|last time) you ..4",
            (
                "(remember|forget|forgot|forgotten) (when|what|the time|how|about|your) you (did|were|had|"
                "lied|kissed|went|forgot|said|spent|left)"
            ),
            (
                "(perhaps|maybe) [it is time|it is time for|when|if] you (would like to|should|could|ought "
                "to|want to|need to|might) [@SO] (apologise|say sorry|look at your|think about your|explain"
                "|take a look|admit|own)"
            ),
            (
                "(when|where) (are you|will you|were you|is|was) [ever] [going to] (apologise|say sorry|my "
                "apology|your apology|going to admit|own up)"
            ),
            "where (is|was) my (apology|thank you|support)",
            "^ and you ?",
            (
                "(as if|like) you (have never|had never|have not done|are (so|any|perfect|innocent|better|"
                "an angel|a saint|one to)|never (lie|lied|did|do|cheat|hide|forget|flirt))"
            ),
            (
                "(sorry|apologise|wrong|mistake|i lied|i did|i know|my fault|i admit|ok|yes|i understand|i "
                "get it) ..14 (but|yet) you !FAIRLY *"
            ),
            (
                "^ but you (also|too|never|always|did|do|have|are|were|started|made|lie|lied|forgot|spend|"
                "spent|shout|hide|hid|drink|said|left|went|kept|keep) !FAIRLY *"
            ),
            (
                "you (knew|know) (what (you were|i was|you) (signing|getting|letting|like|letting yourself)"
                "|who you (married|were marrying)|i was (no|not|never|like|a))"
            ),
            "(and|but) when (did|have) you (last|ever) *",
            "(and|but) (who|how often|how many times) (was it|did you|have you|do you|was it who) *",
            (
                "(your lot|your family|your friends|your mates|your mother|your mum|your brother) ..2 "
                "(hardly|no better|no saints|not exactly|worse|just as)"
            ),
            "you [had|have|were|are|did|do] ..4 yourself [,|if|too|so|that] (/|if|so|too|that)",
            (
                "you should (talk|look at yourself|apologise|be the one|hear yourself|listen to yourself|"
                "look in)"
            ),
            "[you are] one to talk",
            "(then again|and|but|well|,) so (were|did|do|are|have|had|was) you",
            "i suppose you (have never|never|are|have not)",
            "you have never (told a lie|lied|made a mistake|forgotten|hurt|done anything|looked|kept)",
            "i am the one (who|that) (should|ought|has|needs|is|was|got|gets|had|pays|works|does|always)",
            "pot [,] kettle",
            "(that is|it is) (rich|rich coming|a bit rich|funny coming|ironic|hypocritical)",
            "(do not|never) forget (that|what|how|who|when) you",
            (
                "you (have|had|never) [never|not] [once|even|ever] (apologised|said sorry|apologise) [to me"
                "|for|either]"
            ),
            "i (could|can) (say|name|list) ..4 (about you|the same|things you|you have)",
            "i put up with",
            (
                "(let us|shall we|do you want to|want to|we could) (not forget|talk about|also talk|start "
                "on|look at|discuss) [what|about|the|how|your] you* ..3"
            ),
            "i did not (complain|say anything|make a fuss|moan) when you",
            "who (was it|was the one) (that|who) *",
            "people in glass houses",
        ),
        unless=(
            "what about (me|my) (doing|coming|making|taking|calling)",
            (
                "you (are|were) the one (i|who (was hurt|suffered|paid|has to|had to|trusted|got hurt|"
                "deserves|lay|holds|i|decides|found|lost|carried)|person|thing)"
            ),
            "how about (you|we) (come|go|sit|talk|choose|pick|tell|and i|ring|call|decide)",
            "what about you , (how|are)",
            "i (know|remember|keep thinking|think about|hate|see|saw) [of] when you",
            "you are (not|no) (innocent|perfect) ?",
            "(i|it) (was|is) not (you|about)",
        ),
        kinds=_SPOKEN,
        remark="defensive.counter",
        mark="c",
    ),
)
