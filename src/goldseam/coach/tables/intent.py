"""EXCUSE, by intention: it was well meant, or not known."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_CAUSE = Label.EXCUSE

_SPOKEN = OWNING | {Kind.REPLY}

INTENT = (
    Rule(
        _CAUSE,
        "good intentions or ignorance",
        (
            (
                "i (did not|never|really did not|honestly did not|was not trying|was not meaning) [@SO] "
                "(mean|meant|intend|intended|want|wanted|set out|to|plan|planned) [to|for (it|this|that|any"
                " of (it|this)) to|any of|you to|anyone to|things to|it to|this to|that to] [@SO] (hurt|be "
                "hurt|be upset|get upset|upset|harm|offend|cause|happen|come out|come across|go this far|do"
                " it|do that|do this|make you|lie to you|go that far|embarrass|wake|worry|deceive|mislead|"
                "get caught up|fall|let you down|any harm|anything by it|harm|it|turn out|be like|sound)"
            ),
            "i did not mean (it|to|that|any|anything) [like that|that way|by it]",
            "i did not (think|realise|know|notice|expect|see) [that|it|you|how|any of|anyone|the|this|of] *",
            "(it|that|this) (was not|was never|is not) (my|the) (intention|intent|plan|aim)",
            "(best|good) [of] intentions",
            (
                "(intentions|motives|intention|heart) (were|was|are|is) [@SO|always] (good|pure|kind|"
                "honourable|in the right|well - meant|honest)"
            ),
            "[they|it|that|which] (was|were) (intended|meant) (as|to be|for|kindly|well)",
            "i (have only|only|have) (ever|always) (wanted|meant|tried|thought of)",
            "[i] (meant|mean) (well|no harm|nothing by it|it kindly|it as a)",
            (
                "i [only|just|was only|was just|simply|honestly] (wanted|tried|trying|did it|hid it|kept it"
                "|lied|did that|said it|thought|hoped|was trying) [only|just|to|in order|because i wanted|"
                "so as] [to|not to] (protect|spare|help|avoid|keep the peace|keep us|surprise|make you "
                "happy|save|shield|do the right|do what|be nice|be polite|be friendly|cheer|look after|"
                "upset|provide|hurt|worry|please|fit in|feel|escape|stop you|give you)"
            ),
            "would never (do|say) (anything|something) to hurt you",
            "(never|not) hurt you (on purpose|deliberately|intentionally)",
            "to (protect|spare|shield|save) (you|your|us|the children|the kids)",
            (
                "(to|so as to|just to) (avoid|prevent) (a|an|another|the|hurting|upsetting|worrying|"
                "conflict|arguments|drama)"
            ),
            "i did it (for|because of) (you|us|the family|our|the kids|love)",
            (
                "i (thought|figured|assumed|reckoned|believed) [that] (it|that|this|telling you) (would|was"
                "|might|could) [@SO] (be|only|harmless|over|nothing|fine|ok|for the best|what|pass|blow|go "
                "away|better|make|not matter|kinder|help|hurt|upset)"
            ),
            (
                "i (thought|figured|assumed|reckoned|believed) [that] you (would|did|had) [not|already|@SO]"
                " (mind|care|know|knew|notice|understand|want|be ok|be fine|never|leave|be angry|be upset|"
                "freak|wanted|worry)"
            ),
            (
                "i (thought|figured|assumed|reckoned|believed) [that] (we|she|he) (were|was|had|could|"
                "would) (on a break|finished|over|only|just|friends|fine|agreed|moved on)"
            ),
            (
                "(it was|i was) [@SO|meant as] [a|just a|only a|just|only|meant as] [silly|harmless|bad|"
                "stupid] (joke|banter|joking|kidding|messing about|teasing|trying to be funny|having a "
                "laugh|laugh|prank|larking about|mucking about)"
            ),
            "(was|were) [only|just] (joking|kidding|teasing|messing|having a laugh|larking)",
            "(out of|from) (love|kindness|care|concern|loyalty|habit|fear)",
            (
                "i (meant|intended|was going|was planning|always meant|had planned|was about|was waiting) "
                "to (tell|pay|call|say|put|come|stop|ask|explain|give|replace|mention|let you)"
            ),
        ),
        unless=(
            "i (should|know|knew) ..3 (realise|that it was|better)",
            (
                "i (did not|do not) (know|see|think) (how to|what to|you were|you are|if|whether|i could|of"
                " you|of how|about (you|how|what)|what it)"
            ),
            "i (did not|never) want to (lose|leave|believe|admit|face|come|listen|see)",
            (
                "i (thought|assumed|believed) [that] you (were|would|did|loved|trusted|cared|had) (at|with|"
                "my|me|never|always|coming|gone|the one|the person|safe)"
            ),
            "i told myself",
            "if i (meant|did not)",
            "(you|she|he|they) (know|knew|think|thought|said) i (thought|did not)",
            "i (thought|believed|assumed) (only|more|first|just) (of|about)",
            "to protect (myself|me|my own)",
            "i (thought|believed) i could (get away|have|hide|handle)",
            "(thing|what|all|something|wish) [that] i was",
            "i (was|am) going to (lose|be sick|cry|kill|die)",
            "i did not (know|realise) ..6 until (you|i read|last night|yesterday|i saw)",
        ),
        kinds=_SPOKEN,
        remark="excuse.intent",
        mark="cause",
    ),
)
