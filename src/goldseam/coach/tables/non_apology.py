"""NON_APOLOGY: apology words aimed at a reaction, or at an event that nobody did."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule
from goldseam.coach.tables.remorse import SYMPATHY

_NON = Label.NON_APOLOGY

_OWNED = (
    "because of (me|what i|my)",
    "(from|by|with|of) me (/|and)",
    "i (caused|put you|did this|did to you|made you|brought|made)",
    (
        "(through|from|by|of) my (lie|lies|affair|drinking|gambling|silence|mistake|choices|actions|doing|"
        "fault|temper|cowardice|selfishness|carelessness)"
    ),
    "(that is|it is|was) (on me|my fault|my doing|down to me)",
    "my fault",
    "sorry ..6 (i lied|i hid|i hurt|i did|i have done)",
    "at my hands",
)

_LEAD = "(sorry|apologise|regret|apologies|hate|sad|saddened|unfortunate|regrettable)"

_TAKES = (
    "(feel|felt|are feeling|are hurt|are hurting|were hurt|got hurt|are upset|were upset|got upset|get "
    "upset|feel upset|took|take|taken|have taken|see|saw|think|thought|got (the|that|so|it|offended|angry|"
    "mad)|find|found (it|that|this|my)|misunderstood|misread|misheard|misinterpreted|have misunderstood|"
    "interpreted|read it|read that|heard it|perceive*|experience*|reacted|react|are reacting|could not|can "
    "not|did not (like|understand|get)|do not (like|understand|see|get|feel|agree)|found|have been carrying"
    "|have been through|have been hurting|had a problem|have a problem|were (offended|bothered|disappointed"
    "|so|that|confused|expecting|made to feel)|are (offended|disappointed|bothered|so|angry|mad|unhappy|"
    "confused|that|being|finding|having|in pain|struggling|this|choosing|still|not happy|taking|"
    "uncomfortable)|believe|choose|chose|decided|interpret|view|have (such|been feeling|come to|got|chosen|"
    "to feel)|got (hurt|upset|the wrong)|took|were under|seem|expected|made it|are making|assumed|jumped|"
    "had (such|to feel|your feelings|the impression|expectations|hoped))"
)

NON_APOLOGY = (
    Rule(
        _NON,
        "sorry for what the other feels or how it was taken",
        (
            (
                f"[i am] [@SO] [@SO] {_LEAD} [@SO] [to say] [that|how|,|because] you [@SO|might|may|have|"
                f"all|ever] {_TAKES}"
            ),
            "[i am] [@SO] [@SO] (sorry|apologise) [that] you were [@SO] (hurt|upset|offended)",
            (
                f"{_LEAD} [that|for|about] (your (feelings|reaction|interpretation|perception|hurt feelings"
                "|disappointment|upset)|how you (feel|felt|took|see|reacted)|the way you (feel|felt|took|"
                "see|reacted))"
            ),
            (
                "(sorry|regret|apologise) [@SO] (for|about) (how|the way) [all|all of] (this|it|that|things"
                "|my *|what *) [has|have|of this] (affected|impacted|hurt|made|turned|came|landed|upset|"
                "felt|seemed|looked|went|unfolded|was|been)"
            ),
            (
                "(sorry|regret|apologise) for your (experience|pain|hurt|upset|distress|suffering|sadness|"
                "anger) [of|with|in|around]"
            ),
            (
                "(sorry|regret|apologise) [that|for] (my|what i said|what i did|my *) ..2 (was|were|has "
                "been|have been|got|came) [@SO] [been] (misunderstood|misinterpreted|misread|taken|received"
                "|across|perceived|twisted|heard)"
            ),
            (
                "(feel|felt) [@SO] (bad|sad|awful|terrible) that you (feel|felt|are (upset|hurt|hurting|"
                "suffering|in pain|angry|unhappy)|took|see|think|are so)"
            ),
            "i (wish|hope) you (did not feel|would not feel|had not taken|felt differently)",
            "i regret that you *",
            (
                "sorry [that] your (abandonment|feelings|trauma|attachment|old|ego|pride|insecurity|"
                "insecurities|expectations|past|inner|wounds|jealousy|buttons|sensibilities|trust issues|"
                "anxiety) ..3 (got|were|was|are|is|has|have) ..1 (activated|triggered|hurt|bruised|stirred|"
                "pushed|let|made|flared|hit|met|disappointed|upset)"
            ),
        ),
        unless=(
            *_OWNED,
            *SYMPATHY,
            "sorry [that] you feel (ill|sick|unwell|poorly|rough|tired)",
            "sorry you could not (come|make it|join|be there|sleep)",
        ),
        remark="non_apology.feel",
    ),
    Rule(
        _NON,
        "sorry about an event without anyone who did it",
        (
            (
                f"[i am] [@SO] [@SO] {_LEAD} [@SO] [to say|about|for|that] [that] (this|that|it|things|"
                "everything|the situation|all this|all of this|the whole thing|stuff|what|words|anyone|"
                "anybody|people|feelings|there|we|any of this) [all|has|have|had|ever|@SO|also|been] "
                "(happened|happen|upset|hurt|hurts|upsets|turned|went|came|come|ended|got|get|bothered|"
                "bothers|bother|caused|made|makes|affected|worked|played|occurred|were|was|is|are|had to|"
                "has to|became|become|blew|reached|led|offended|find ourselves|gone|going|unfolded|"
                "transpired|took|feels|felt|seems|being|be|ever|even|distressed)"
            ),
            (
                "(sorry|apologise|regret|apologies) [@SO] (for|about|to) (the|this|that|all the) [@SO|whole"
                "|entire] (confusion|misunderstanding|inconvenience|upset|drama|situation|way things|way it"
                "|upheaval|circumstances|trouble this|pain this|hurt this|distress this|fuss|"
                "miscommunication|bad feeling|difficulties|events|outcome|unpleasantness|awkwardness|pain "
                "it|hurt it|timing)"
            ),
            (
                "(sorry|apologise|regret) (for|about) (what|anything that|everything that|all that) [has] "
                "(happened|went on|occurred|took place|passed|gone on|been)"
            ),
            "(breaks my heart|saddens me|pains me|hurts me|grieves me) that (this|it|things|we|that|there) *",
            (
                "sorry if (that|it|this) (is|will) (what|all|make) [you|it] (you|need|want|takes|happy|feel"
                " better) *"
            ),
            "mistakes (were|have been|got|was) made",
            "(feelings|toes|people) (were|got|have been) (hurt|trodden|trampled)",
            "(things|words|lines) (were|got|have been) (said|done|crossed|broken|blurred|out of hand)",
            (
                "(it is|this is|that is) [@SO] (regrettable|unfortunate|a shame|a pity|too bad|a sad "
                "situation) [that|how|it]"
            ),
            "(harm|hurt|damage|pain|wrong) (was|has been|were) (done|caused)",
            (
                "i (hate|wish|regret) [that|how] (this|it|that|things) [@SO|has|had|all|ever] (happened|not"
                " happened|had to happen|never happened|came to|gone differently|turned|ended|were "
                "different|is happening|had not happened|went|hurt you|hurts you|upset|upsets)"
            ),
            (
                "sorry [that] you had to (go through|deal with|experience|find out|learn|hear|see|read|"
                "discover) [that|this|it|all this] [like that|that way|this way|like this] $"
            ),
        ),
        unless=(
            *_OWNED,
            "(sorry|regret|apologise) ..2 (it|that|this) (took|was|has been) (me|i|my|so long)",
            "sorry (it|that|this) (took|has taken)",
            "sorry for what [@SO] i",
            "(sad|hate) that (i|it is over|we are)",
            "i (hate|wish|regret) that i",
            "sorry (it|this) is (late|long|short|so late|so long|messy)",
            "you (hate|regret)",
            "(feelings|people) were hurt by me",
            "hate it (when|that)",
            "it is a (shame|pity) you",
        ),
        kinds=OWNING | {Kind.REPLY},
        remark="non_apology.agentless",
    ),
    Rule(
        _NON,
        "the same in a message",
        (
            "(sorry|regret) (this|that|it) [has] (upset|hurt|offended|bothered) you",
            "mistakes were made",
            "sorry (things|it) (turned out|ended up|came to)",
        ),
        unless=_OWNED,
        kinds=frozenset({Kind.MESSAGE}),
        remark="non_apology.agentless",
    ),
    Rule(
        _NON,
        "a grudging or mocking token",
        (
            (
                "(fine|ok|all right|whatever|jeez|god|there|christ|oh for|sheesh|right) [then|ok|,|.|!|:|"
                "you win] [,|.|!|:] [i am] [@SO] [@SO] (sorry|i apologise|i said it|apologies) [,|then] [ok"
                "|all right|happy|if that|i guess|jeez|god|there] /"
            ),
            (
                "sorry [,] (ok|all right|happy now|jeez|god|there|is that enough|satisfied|i guess|whatever"
                "|is that what|happy|then|yeah) /"
            ),
            (
                "sorry [@SO] (i am not|i can not be|i was not|for not being) [@SO|as] (perfect|good enough|"
                "a saint|a mind reader|psychic|mr|you|like you|your ex|an angel|superman|flawless|rich)"
            ),
            (
                "sorry for (breathing|existing|caring|living|being (alive|human|born|me|such a)|having "
                "(feelings|friends|a life|a job|an opinion|a pulse)|trying|daring to|loving you)"
            ),
            "sorry not sorry",
            "(well|oh|so) [,] (excuse me|pardon me|forgive me|sorry) for *",
            (
                "(if (that|it|this) (is what you|will|makes|is all|helps|shuts) ..4 , [then] [i am] sorry|"
                "[i am] sorry , if (that|it|this) (is what|will|makes|helps))"
            ),
            "i (guess|suppose) [that] (i am|i should be|sorry|i owe|i should) [@SO] (sorry|apologise|you an)",
            "(consider|take) (this|it|that) [as] (my|an|your) apology",
            "(here is your|there is your|have your|you have your|you got your) (apology|sorry)",
            "sorry (your highness|your majesty|princess|i exist|i breathe|i asked|i ever *)",
            (
                "i (have to|must|am supposed to|am told to|am meant to|was told to) (say|apologise|be) [i "
                "am|that] [sorry]"
            ),
        ),
        unless=(
            "i (have|need|must) to say (i am|how|that i am) [@SO] [@SO] sorry",
            "i (have to|must) say (that|it|this|i)",
            "i have to apologise",
            "i must apologise",
            "sorry , then i",
            "i was told",
            "i have to be *",
            "i am supposed to be",
        ),
        remark="non_apology.token",
    ),
)
