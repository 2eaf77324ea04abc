"""OWNERSHIP: the writer takes the fault or the responsibility."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, TALKING, Label
from goldseam.coach.rules import Rule

_OWN = Label.OWNERSHIP

_HALF = (
    "(my|your|our|own) [own] (part|share|half|bit)",
    (
        "(partly|partially|half|also|not all|not only|not just|not entirely) (my fault|on me|my|to blame|"
        "responsible|down to me)"
    ),
    "[some|not all] of the (blame|fault)",
)

OWNERSHIP = (
    Rule(
        _OWN,
        "says that the writer was wrong",
        (
            "i (was|am|have been|had been) [@SO] [@SO] (wrong|at fault|in the wrong|to blame|guilty of)",
            "(doing|done|do|did) (you|us|something|a|so|very) [terrible|real|great|big] wrong",
            "i (did|have done) wrong",
            (
                "(it|that|this|which|what i did|what i said|what i have done|lying|hiding it) (was|is) "
                "[@SO] [@SO] @WRONG [of me]"
            ),
            "(was|were|is) [@SO] @WRONG [and @WRONG] of me",
            "(was|is) [@SO] !KINDLY * of me (/|and|to)",
            "@WRONG (thing|choice|decision|way) (to do|of me|for me|i)",
            (
                "(that|it|this|what i did|which) (was|is) [@SO] [a|an|the] [@SO] @WRONG (thing|choice|"
                "decision|betrayal|act|mistake|lie)"
            ),
            (
                "i (know|knew|see|accept|realise) [now] [that] [it|this|that|what i did|what i was doing] "
                "(was|is) [@SO] (wrong|a betrayal)"
            ),
        ),
        unless=(
            "i was wrong (about you|to (trust|marry|believe|think you|think that you|love|expect|stay))",
            "(not|never|nothing) [@SO] wrong",
            "you (were|are|was) wrong",
            "if (i|it|that) (was|is|were) wrong",
            "(can|could|how) ..3 wrong [of me]",
            "(your|you) ..4 (was|is|were) [@SO] @WRONG",
        ),
        kinds=OWNING,
    ),
    Rule(
        _OWN,
        "a plain own wrong, also in talk",
        (
            "^ (i|it|that) (was|is) [@SO] wrong [of me] [to|,|and]",
            "i was [@SO] wrong (to (lie|hide|keep|say|do|shout|read|tell|go|call)|not to|there|and)",
            "(that|it) was [@SO] @WRONG of me",
        ),
        unless=("(not|never) [@SO] wrong", "i was wrong (about you|to (trust|marry|believe|love))"),
        kinds=TALKING,
    ),
    Rule(
        _OWN,
        "puts the fault on oneself",
        (
            "(is|was|it is|that is|this is|are|were) [@SO] (on|down to) me",
            "(all|100 %|entirely|completely|squarely|solely|only) (on|down to) me",
            "my own (fault|doing|choice|decision|mistake|stupidity|cowardice|selfishness|greed|lies)",
            "(nobody is|no one is|nobody's|no one's|noone's) fault but (mine|my own)",
            (
                "(blame|fault|responsibility|breach|choice|wrong|failure|lie|lies|decision|shame|mistake) "
                "..4 (is|was|are|were) [all|entirely|@SO] (mine|my own)"
            ),
            "it (is|was) me who",
            "not mine to (tell|share|take|give|read|spend|decide|use)",
            (
                "(my|mine) (fear|job|problem|burden|issue|shame|anger|temper|work) to (deal|carry|fix|solve"
                "|manage|sort|own|face)"
            ),
            "no (getting round|getting around|way round|way around|hiding from) (it|that|this)",
            (
                "[all|entirely|completely|only|solely|100 %] my (fault|doing|mistake|wrongdoing|failing|"
                "failure|bad|responsibility) [entirely|alone|completely|only|100 %]"
            ),
            (
                "(fault|blame|responsibility|mistake|failing|shame|choice|decision|error) (is|was|lies|sits"
                "|rests) [@SO] [with] (mine|me|my own)"
            ),
            "i (have|had) (only|nobody but|no one but) myself [else] to blame",
            "i have (no one|nobody|noone) [else] to blame [but|except]",
            (
                "(they|those|these|it|that|the lies) (were|was|are|is) [all|@SO] (my (lies|lie|choices|"
                "words|actions|doing|decisions|promises)|mine) (/|and|alone|not)"
            ),
            "^ [bang|well|totally|so] out of order",
            "i [@SO] (gave|have given) you [every|good|plenty of|a|the] (reason|cause)",
            "^ (no|yes|but) [,] i did $",
            "^ i did [that] $",
            "^ i made them $",
            "(nobody|no one|noone) (else) [is|was] [to blame|did|made|forced]",
            "(nobody|no one|noone|nothing) (made|forced|pushed|drove) me",
            "i (blame|hold) [only|nobody but|no one but] myself",
            "i only blame myself",
            "^ (all|100 %) me $",
            "it was me (who|that|,|and not|not)",
            "(not|nobody) you , me",
            "mine (alone|to own|to carry|to answer for|to fix|and mine)",
        ),
        unless=(
            *_HALF,
            "(not|never|how|why|nothing) ..3 (my fault|on me|down to me|my responsibility|my doing)",
            "(always|everything|obviously|it is all|why|not|never) [is|was|this|that|it] [always] my fault",
            "how [is|was|can|could] [this|that|it|any of this] [be] my fault",
            "i (suppose|guess) ..6 my fault",
            "i (suppose|guess) ..4 my fault",
            "(blame|put|pin|dump) ..4 on me",
            (
                "(you|they|she|he) [always] (cheat*|hang|hung|walk|walked|lied|went|left|gave|checked|spy|"
                "spied) ..3 on me"
            ),
            "if ..6 my (fault|mistake)",
        ),
    ),
    Rule(
        _OWN,
        "takes responsibility",
        (
            (
                "i (take|accept|own|carry|bear|am taking|have to take|must take|want to take|have taken|do "
                "take) [@SO] [full|complete|all|total|the|sole|every bit of|@SO] [full] [of the] "
                "(responsibility|blame|accountability)"
            ),
            "i am [@SO] (responsible|accountable|to blame|answerable)",
            "i (own|am owning) (that|it|this|what i|my|the|every|all of)",
            "i own (up|up to) (it|that|what)",
            "i (accept|admit) [that] (it|that|this|i|my|what|full)",
            (
                "i (do|did|make|made|have made|did make|have done) [a|the|one|such a|an] [@SO] [big|"
                "terrible|huge|stupid|bad|serious|awful|grave|dumb|real|very bad|selfish|massive|great] "
                "(mistake|mistakes) [and]"
            ),
            "(owning|admitting) (it|that|what i|up)",
            "i hold my hands up",
            "hands up",
            "mea culpa",
            "i am not (going to|here to|trying to) (hide|blame|excuse|defend|justify|make excuses|shift)",
            (
                "i (will|can|am) not (blame|make excuses|make any excuses|excuse|defend|justify|going to "
                "blame|going to make excuses)"
            ),
            "i have no (excuse|excuses|defence|justification|right to)",
        ),
        unless=(
            *_HALF,
            "i am not responsible",
            "i (accept|admit) ..4 (but|if)",
            "i accept (your|that you|you)",
            "i am responsible for (the|my) (kids|children|team|budget)",
            "(we|you|both) ..3 (mistakes|to blame)",
            "everyone makes mistakes",
        ),
        kinds=OWNING,
    ),
    Rule(
        _OWN,
        "refuses every excuse",
        (
            (
                "(no|not an|not any|without|never an|is not an|is no|was no|not my) [@SO] (excuse|excuses|"
                "justification)"
            ),
            "(excuses|justifies|excused) nothing",
            "(does|do|did|will|can|could) not [@SO] (excuse|justify) (it|that|this|me|what|my|anything|how)",
            (
                "(does|do|did) not make (it|that|what i did|this) [any] (ok|all right|right|better|less "
                "wrong|less)"
            ),
            "nothing (excuses|justifies|can excuse)",
            "(it|that|this|which) is (not|no) [a|the] reason [to|for|/]",
            "inexcusable",
            "unforgivable of me",
        ),
        unless=(
            "you have no excuse",
            "there is no excuse for (you|your)",
            "(your|you) ..4 (excuse|excuses)",
            "no excuses [from you] (this|next) time",
        ),
    ),
    Rule(
        _OWN,
        "chose it, and could have chosen otherwise",
        (
            (
                "i (chose|decided|made the choice|made a choice|have chosen|picked) (to|not to|that|it|her|"
                "him|this|my|myself|silence|wrong|badly|comfort|the easy)"
            ),
            "(was|is|were|made) (my|a) (choice|decision|own choice|own decision) [i made]",
            (
                "i made (that|the|this|those|these|a|my|every one of those) [@SO] [bad|wrong|terrible|"
                "selfish|own] (choice|decision|choices|decisions)"
            ),
            "my choice [alone|and|,|not]",
            "i (had|did have) (a choice|choices|other options)",
            (
                "i (did|do|have done|said|wrote) (it|this|that) (myself|on purpose|knowingly|deliberately|"
                "with my eyes open)"
            ),
            "i (knew|know) (exactly) what i was doing",
            "i knew (it|that it|this|what i did) (was|is) ..2 (wrong|lie|betrayal|line)",
            "i knew better",
            "(did not|does not|do not) ..4 , i did $",
            "i could have (told|said|called|asked|stopped|come|walked|chosen|been|rung|left|spoken|gone) ..6",
        ),
        unless=(
            "(you|we|they) ..3 (choice|decision)",
            "i (chose|picked) you",
            "i had no choice",
            "i could have (died|cried|screamed|sworn)",
            "it is my choice",
        ),
        kinds=OWNING,
    ),
    Rule(
        _OWN,
        "says what should have been done",
        (
            "i should [@SO] (have|not have|never have) *",
            "i ought (to|not to) have",
            "i had no (right|business)",
            "i (never should|should never) have",
            "it was (my job|up to me|my place|my duty) to",
            "you should not have had to",
            "i should not have *",
            "you (deserved|deserve) (better|the truth|honesty|to know|to hear|more|none of)",
        ),
        unless=(
            (
                "i should have (known you|known better than|never (married|met|trusted|believed)|left you|"
                "seen it coming|listened to my (mum|mother|friends|sister))"
            ),
            "should have known (you|that you)",
            "maybe i should have",
        ),
    ),
)
