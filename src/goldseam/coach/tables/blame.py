"""DEFENSIVE, blame: the partner, or someone else, is made the cause."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_AWAY = Label.DEFENSIVE

_SPOKEN = OWNING | {Kind.REPLY}

BLAME = (
    Rule(
        _AWAY,
        "the other made me do it",
        (
            (
                "you [@SO|basically|practically|kind of|literally] (made|drove|pushed|forced|provoked|"
                "goaded|wound|led) me [up|so] (to|do|into|lie|hide|angry|mad|snap|shout|lose|react|say|go|"
                "act|jealous|,|.|$|out|away|over|look|keep|cheat|drink|that|like|this|behave|crazy|find|"
                "desperate|feel like i had to)"
            ),
            "you (gave|left) me (no|with no|little) (choice|option|alternative|other|way)",
            (
                "you (would have|would only have|would just have|always would have) (gone|freaked|lost|done"
                "|overreacted|been|shouted|kicked|exploded|made|said|killed|started|flipped|hit|thrown|"
                "stopped|got|sulked|left|bitten|blown|judged)"
            ),
            (
                "[because|since|as|that|,] you (never|always|stopped|would not|did not|do not|were|refused|"
                "refuse|kept|keep|are|had|only) ..8 (so i|that is why i|which is why i|and so i|i had to|"
                "made me|no wonder i)"
            ),
            (
                "(that is why|no wonder|of course) i (lied|hid|looked|went|did|cheated|kept|had to|drink|"
                "drank|stopped|shouted|turned|do not tell|did not tell|never tell|stay out|snapped)"
            ),
            (
                "i (only|just) (did|lied|hid|said|shouted|snapped|went|looked|kept|cheated|raised|drank|"
                "kissed|texted|reacted) ..4 because (you|of you|of your|your)"
            ),
            (
                "i ..8 because you (never|always|stopped|would not|refused|refuse|kept|were never|were "
                "always|had stopped|would never|pushed|shut|ignored)"
            ),
            (
                "if you (had not|had|were not|were|would|did not|was|could|ever|just|only|had just|had been"
                "|gave|showed|listened|paid|stopped|spent|treated|cared) ..8 i (would|might|could) (not|"
                "never|have|not have|be|not be|tell|talk|listen)"
            ),
            (
                "(none of|all of|all) (this|it) would [not|never] (have happened|not have happened|happen) "
                "[if you|without you|if you had]"
            ),
            "what (did|do) you expect",
            "what was i (supposed|meant|expected) to do",
            "what choice did i have",
            (
                "if you (had|had not|did not|were|were not|would) ..8 (none of this|this would|it would|we "
                "would|things would|there would|that would)"
            ),
            (
                "(i|we) would not [ever|even] (have|be|need|do|go|hide|lie|look) ..8 if you ..2 (had|did|"
                "were|was|would|ever|talked|listened|cared|showed|gave|paid|spent|just|asked|let|trusted|"
                "stopped)"
            ),
        ),
        unless=(
            "you made me (feel|so happy|happy|smile|laugh|proud|better|want|welcome|tea|believe|a better)",
            "(nobody|you never|you did not|never|not) [@SO] (made|drove|pushed|forced) me",
            "(not|never) because (you|of you)",
            (
                "because you (are|were) [@SO] (right|hurt|the one|my|worth|kind|brave|honest|scared|afraid|"
                "there|not|trusting|upset|asleep|at)"
            ),
            (
                "because you (deserve*|trusted|asked|matter|told me|love*|need*|believed|had to|did nothing"
                "|never deserved|did not deserve|never did anything|did not do|have to|do not have to|never"
                " asked|were always (kind|good|there|honest))"
            ),
            "i (know|see|understand|get) [it is|that|why] ..3 because you",
            "(is|was) it because you",
        ),
        kinds=_SPOKEN,
        remark="defensive.blame",
        mark="b",
    ),
    Rule(
        _AWAY,
        "the fault is yours, too, or all",
        (
            (
                "(is|was|are) [@SO|as much|just as much|your own|also|at least|half|partly|mostly] your "
                "[own|fault too] (fault|doing|mess|problem|making)"
            ),
            "[your|partly your|half your|also your] own [damn|bloody|stupid] fault",
            (
                "you are [@SO|just as|as|equally|at least as] [much] (as guilty|to blame|guilty|at fault|"
                "responsible|not exactly innocent|not innocent|not blameless|not without fault|not a saint|"
                "no saint|no angel|as bad)"
            ),
            "(just as|equally|as much) (to blame|guilty|at fault|your fault|responsible)",
            "(it|this) (takes|took) two",
            "(takes|took) two to tango",
            "we are (both|all|each) [@SO|equally] (to blame|at fault|guilty|responsible|in the wrong)",
            (
                "we (both|all|each) (made|make|have|had|know|did|said|played|share|contributed|are|were|let"
                "|hurt|got|need|messed|could|should|failed|lied|need to) [@SO|some|our|a|to] [@SO] "
                "(mistakes|to blame|faults|wrong|part|at fault|a part|guilty|things|responsible|contributed"
                "|role|responsibility|blame|that|you|know you|better|own|apologise|each other|share)"
            ),
            (
                "(my|the) (part|share|half|bit) [of|in] [it|this|that|the *] [,|and|but|;] [now|you|then|"
                "if] ..4 (your|yours|you)"
            ),
            "own (my|up to my) (part|share|half)",
            (
                "you (started|asked for|wanted|brought|provoked|encouraged|allowed|caused) (it|this|that|"
                "all this|me|all of this) (/|on yourself|first|too)"
            ),
            (
                "you (pushed|were pushing|know how to push|kept pushing|always push|push|pressed|were "
                "pressing) ..3 (buttons|me|my limits|button|too far)"
            ),
            (
                "you were (asking for|nagging|provoking|goading|winding|baiting|on at|having a go|picking|"
                "always (working|busy|tired|out|away|on)|never (there|home|around|in the mood|interested)|"
                "(the one|first)|so cold|so distant|being (cold|distant|difficult|awful|horrible|impossible"
                "|unreasonable)|too busy|cold|distant|in a mood|flirting|shouting|screaming|yelling)"
            ),
            (
                "you (stopped|never|did not|rarely|hardly ever|hardly) [@SO|even|ever] (touch|touching|"
                "touched|listened|wanted|paid|made time|looked at me|sleeping with|talked to me|talking to "
                "me|caring|showed me|gave me|asked me|appreciated|supported me|had time|noticed|wanted me|"
                "want me|want to|show|made me feel|make me feel|have time)"
            ),
            "you (neglected|ignored|rejected|pushed away|abandoned|shut out|drove away|froze out) me",
            (
                "(she|he|they|her|his|your *|my mates|the lads|my friends|the girls) (came on to|started it"
                "|made the first|made a move|kept texting|threw herself|threw himself|seduced|kissed me "
                "first|led me on|talked me into|pushed me|would not leave me|put me up|wound me|made me do|"
                "egged|kept buying|set me up|manipulated me|trapped me)"
            ),
            "blame (your|her|him|my|the|yourself|them|work)",
            "(look at|what about) (your part|your role|your side|what you did)",
            "(with|from) someone (like you|as cold|who never|who is always)",
            "(living with|being with|married to|dealing with) you",
            "you (bring|brought) (this|it) on yourself",
            "you (bring|brought) out the worst",
            (
                "you (could|might|should) [at least] have (reminded|told|asked|said|called|stopped|helped|"
                "tried|come|spoken|warned|checked|listened|rung|phoned|been)"
            ),
            (
                "you were (not|hardly|never) [exactly|very|always|@SO] (easy|kind|there|nice|innocent|"
                "blameless|warm|interested|around|affectionate|perfect|supportive|honest|faithful|fair)"
            ),
            (
                "you (have to|must|need to|should|might as well) (admit|see|accept|own|understand|"
                "acknowledge|take) ..2 (your|you|my side|that you|some|part)"
            ),
            "you should not have (looked|read|gone|snooped|checked|been|asked|opened|pushed|said)",
            "had you (not|been|listened|paid|asked|done)",
        ),
        unless=(
            "(not|never|nothing|none|no part|not one bit) ..4 your [own] (fault|doing|mess|problem|making)",
            "gave me (a|any|no|one|every|the slightest) (reason|cause|grounds|doubt)",
            "you are not (to blame|responsible|at fault)",
            "i (do not|did not|will not|can not|could|am not) [@SO] (blame|blaming)",
            "(made|make) me (feel|so happy|smile)",
            "you (never|did not) [@SO] (asked for|wanted|caused|provoked|deserved|want|want to know)",
            "(when|while) you were [@SO] *",
            "i (love|loved|like|enjoy|miss|want|imagine|cherish|chose) (living|being) with you",
            "(nothing|never|not) to do with you",
            "you [@SO] (wanted|asked for) (me|this) (to|as much)",
            "we both (know|need|want) [that|to] (i|it was me|heal|talk|time|rest|sleep)",
            "if you were *",
            "i (lied|hid|was|spent|did) ..4 (while|when) you",
        ),
        kinds=_SPOKEN,
        remark="defensive.blame",
        mark="b",
    ),
)
