"""OWNERSHIP, in other words: an own failing is named, or the partner is cleared of blame."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Label
from goldseam.coach.rules import Rule

_OWN = Label.OWNERSHIP

FAILINGS = (
    Rule(
        _OWN,
        "names an own failing toward the partner",
        (
            (
                "i [@SO] [have] (let you down|failed you|failed us|messed up|screwed up|fucked up|cocked up"
                "|ballsed up|mucked up|stuffed up|blew it|wronged you|betrayed you|betrayed us|betrayed "
                "your trust|did you wrong|deceived you|behaved @WRONG|behaved *ly|acted @WRONG|acted *ly|"
                "treated you *ly|took advantage|used your trust|used you|used that|misused|took you for "
                "granted|abused your trust|crossed a line|crossed the line|crossed our line|broke our "
                "agreement|broke the rules|broke my word|broke my promise|broke our vows|was unfaithful)"
            ),
            (
                "i (was|have been|acted like|behaved like|am) [@SO] [being] [a|an|such a|the|one] [@SO] "
                "(@INSULT|complete idiot|total idiot|complete muppet|total muppet|coward|liar|hypocrite|"
                "fool|bully|rubbish|lousy|terrible|bad|poor|selfish|useless|awful|cheat|jerk|rotten|"
                "dishonest|cowardly|unfaithful|unfair|unkind|cruel|thoughtless|careless|lazy|deceitful|"
                "disloyal|rude|arrogant|disrespectful|idiot|ass|prat|plonker|tosser) [husband|wife|partner|"
                "father|mother|friend|person]"
            ),
            "i was too (much of|proud|cowardly|selfish|weak|stubborn) [a coward|to]",
            (
                "i (am|was) the (one|person) (who|that) (did|lied|broke|hid|hurt|cheated|chose|let|made|"
                "caused|started|has to|went|kept|left)"
            ),
            (
                "i (broke|have broken|brought|caused|created|started|did) (this|all this|all of this|this "
                "mess|it all)"
            ),
            "(this|that|it) (was|is) my (doing|mess|mistake|lie|failure)",
            "i (am the reason|caused [all|all of] (this|that|it|your)|brought this)",
        ),
        unless=(
            "i am [@SO] [a|the|such a] (terrible|horrible|awful|bad) (person|guy|one|husband|wife) $",
            "(always|must be|guess|apparently|supposedly|clearly|obviously) ..3 (bad|terrible|liar|worst)",
            "(not|never) [@SO] [a|an|being|the] (liar|coward|cruel|unfair|rude|selfish|cheat|unkind)",
            "(was|is) i [@SO]",
            "if i ..3 (messed|screwed|fucked|let you down|failed)",
            "(we|you) (both)",
            "i (was|am) (too|so) (lazy|rude|bad) that",
        ),
        kinds=OWNING,
    ),
    Rule(
        _OWN,
        "clears the partner of blame",
        (
            "you (did|have done) (nothing|not do anything) (wrong|to deserve|to cause)",
            "you did not do (anything|a thing) (wrong|to (deserve|cause|make|bring))",
            "you (did not|never) (cause|deserve|ask for|make me) [this|that|it|any]",
            "(not|never|none of this is|none of it was|not one bit) your (fault|doing)",
            "(none|nothing) of (this|it|that) (is|was) (your|on you|down to you)",
            "you are not (to blame|responsible)",
        ),
        unless=("(what|why) ..4 to deserve", "(if|but|not saying) ..4 your fault"),
        kinds=OWNING,
    ),
)
