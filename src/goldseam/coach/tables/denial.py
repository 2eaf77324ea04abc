"""DEFENSIVE, denial: the complaint is denied or rebutted."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_AWAY = Label.DEFENSIVE

_SPOKEN = OWNING | {Kind.REPLY}

DENIAL = (
    Rule(
        _AWAY,
        "denies or rebuts",
        (
            (
                "i (did not|have not|never) [@SO|actually|even] (do|done|did) (anything|it|that|nothing|a "
                "thing|any of|any such|what you|those|one thing) (/|wrong|bad|at all|of the kind|of that|to"
                " you)"
            ),
            "i (did|have done|do) nothing [@SO] (wrong|bad|.|,|$|!|to be|to apologise|of the kind)",
            (
                "i (do not|did not) (see|think|believe|know|feel|understand) [that|what] i (did|have done|"
                "was|am|had done) [@SO|was|is|anything|so] [@SO] (anything wrong|wrong|so wrong|so bad|in "
                "the wrong|bad|.|$)"
            ),
            (
                "(that|this|it) (never|did not|has never) [@SO|even|actually] (happen|happened|occurred|"
                "occur|took place)"
            ),
            (
                "(that|this|it) (is|was) [@SO] (not|never) [@SO|even] (true|what happened|how it (happened|"
                "was|went)|what i (said|meant|did)|my fault|a lie|fair|right ,|me|like that|how i|what it|"
                "on me|my problem|my job|my responsibility|anything to do with me)"
            ),
            (
                "(that is|it is|this is) (not fair|unfair|a lie|rubbish|nonsense|bullshit|ridiculous|crap|"
                "garbage|so unfair|bollocks|absurd|insane|slander|all lies|total rubbish|complete rubbish|a"
                " total|an exaggeration|your opinion|your version|your imagination|just your|wrong and you)"
            ),
            "^ [that is] (not true|untrue|wrong|rubbish|nonsense|bullshit|lies|no i did not|i did not) /",
            (
                "i never (claimed|said|pretended|promised) [to be|i was|i would be|you] (a saint|perfect|an"
                " angel|anything|a rose garden|to be)"
            ),
            "not my fault [that|if] you",
            (
                "told you ..4 (nothing is|nothing was|it is nothing|it was nothing|nothing happened|there "
                "is nothing)"
            ),
            "told you (#|a|a hundred|a thousand|so many|that) times ~",
            (
                "i (never|did not) [@SO] (said|say|did|do|touched|touch|promised|promise|told|agreed|called"
                "|wrote|meant it) (that|it|any such|anything like|such a thing|so) (/|at all)"
            ),
            (
                "you (are|were|must be|must have been|have) [@SO|just] (imagining|imagined|dreaming|dreamt|"
                "making (this|that|it|things) up|inventing|hearing things|seeing things|remembering it|"
                "misremembering|twisting|lying|wrong about|confused about|crazy if|mistaken|got it (all|"
                "completely)|twisted)"
            ),
            "you [always|@SO] (twist|misunderstand|misremember|remember it wrong|make things up)",
            "i (do not|did not) [even|really] (know|understand) what you are (talking|on) about",
            (
                "i have (nothing|got nothing|done nothing) to (apologise|be sorry|hide|explain|answer|feel|"
                "regret|be ashamed) [for|about]"
            ),
            (
                "i (am not|will not|am never|refuse to|do not have to|do not need to|see no reason to|"
                "should not have to) [going to|be|@SO] (sorry|apologise|apologising|apologise for|say sorry"
                "|explain|justify|take the blame|take responsibility|be blamed|feel guilty|feel bad|the bad"
                " guy|the bad one|the villain|the one who|to blame|responsible for|defend myself|beg|grovel"
                "|discuss|answer) *"
            ),
            "(it|that) was not me",
            "(it is|is|was|it was) not [@SO] my (fault|problem|job|doing|responsibility|concern)",
            "how (is|was|can|could) (that|it|this|any of this) [be] [@SO] my (fault|problem|responsibility)",
            (
                "(stop|quit) (accusing|attacking|blaming|twisting|lying|making things up|making stuff up) "
                "[me|things|my]"
            ),
            (
                "(do not|why) [are you|do you|always] (blame|blaming|accuse|accusing|attack|attacking|put "
                "this on|pin this on|pinning this|drag|turn this) [me|on me|this]"
            ),
            "you (have|had) no (proof|evidence|right to (accuse|check|look|judge|ask))",
            "who told you that",
            "prove it",
            (
                "i (was|am) not [even] (there|flirting|lying|hiding|shouting|doing|angry|drunk|cheating|"
                "avoiding|ignoring|texting|rude|yelling|being) (/|anything|it|you)"
            ),
            (
                "i do not (do|owe|shout|lie|flirt|drink too|need to explain) (/|that|you|anything|an "
                "explanation)"
            ),
            (
                "i (never|did not) (lied|cheated|lie|cheat|flirted|shouted|shout|promised|ignored|ignore|"
                "hide|hid) [to you|on you|it|anything|you|at you] /"
            ),
            (
                "i (always|do) (tell you|help|do my|come home|listen|tell the truth|do the|do everything|do"
                " plenty|do my bit)"
            ),
            (
                "i am [@SO] (a good (man|woman|husband|wife|person|father|mother)|not a bad|not that kind|"
                "not a liar|not a cheat|not the kind) *"
            ),
            "(nobody|no one) else (has|thinks|complains|minds|sees)",
            "i was (only|just) (defending|protecting|standing up for|trying to help|being|doing my)",
            "you (are reading|read) ..3 (into|wrong)",
            "the truth is (you|that you)",
        ),
        unless=(
            "i (know|see|can see|hear|understand) (that|how|why|it|you|what)",
            "how i (remember|saw|heard) (it|that|the|this)",
            "(did not|have not) do (the|my|what i (said|promised)|it on|it by)",
            "you did nothing",
            "i did nothing (to (stop|help)|when|while|about)",
            "i (was|am) not (there|home|with you|beside you) (when|for|that|on|and)",
            "i was not (honest|fair|kind|there|open|listening|truthful|brave|a good|faithful)",
            "(not|never) (what you deserve|fair (to|on) you|right (to|of) (do|me))",
            "i am not (hiding|lying) (any|it any|behind)",
            (
                "that is not (what you deserve|an excuse|the point|ok|enough|why|fair (to|on) you|how i "
                "want|who i want|fair on)"
            ),
            "i (do not|will not|am not going to) ..3 (excuse|defend what|hide behind)",
            "it (is|was) not fair (that|to|on|of me|what i)",
            "(this|that|it) was not (fair|right|true) (on|to|of|and i)",
            "i did not (do|say) it (for|because|when|on) *",
            "i am not [going to be] (responsible for|asking|trying to)",
            "i never (said|did) (it|that) [@SO] (enough|to you|out loud)",
            "it is unfair (to|on|of|that)",
            "did not just happen",
            "never denied",
            "(not|never) true that i",
            "you never (did|had)",
            "i will not (discuss|answer) [this|that] (by text|on the phone|tonight|in front)",
            "you are not [@SO] (imagining|making|wrong|dreaming|crazy|lying|twisting)",
            "i did not (lie|hide) (about|the) *",
            "(my|what i) ..5 (is|was) not (true|fair)",
            "what i (said|told you|wrote) [@SO] was not",
        ),
        remark="defensive.denial",
        mark="d",
        kinds=_SPOKEN,
    ),
)
