"""REMORSE: sorrow, regret, shame or guilt about the own act."""

from __future__ import annotations

from goldseam.coach.labels import Label
from goldseam.coach.rules import Rule

_SORRY = Label.REMORSE

SYMPATHY = (
    (
        "sorry [that] (your|his|her|their|our|the) (dad|mum|father|mother|brother|sister|friend|boss|nan|"
        "gran|grandad|day|back|head|cat|dog|car|train|job|work|knee|cold|flight|meeting|exam|aunt|uncle|"
        "team)"
    ),
    (
        "sorry about (your (dad|mum|father|mother|brother|sister|friend|boss|nan|gran|day|job|back|head|cat"
        "|dog|car|knee)|the (weather|mess|delay|noise))"
    ),
    (
        "sorry [that] you (are|were|have been|got) [@SO] (ill|sick|unwell|poorly|tired|stuck|ok|made "
        "redundant|late)"
    ),
    (
        "sorry you (had|have|are having) (a|such a) [@SO] (bad|hard|rough|long|awful|terrible|horrible) "
        "(day|week|night|shift|time at)"
    ),
    "sorry for your loss",
    "sorry to (hear|bother|interrupt|disturb|ask|wake|trouble|be a|burst)",
)
"""Sorrow about something that the writer did not do."""

_NOT_MINE = (
    "(not|never|hardly|barely) [@SO] sorry",
    (
        "you (will|should|would|could|might|must|better|never|do not|did not|are|were) ..3 (sorry|apologise"
        "|regret)"
    ),
    "(say|said|saying|says|a|your|his|her|hear|heard|wanted|want|another|that) sorry",
    "feel sorry for",
    "sorry (state|excuse|sight|?|what|who|which)",
    "sorry not sorry",
    "sorry is [@SO|only] (just|only|a|not|the|cheap|easy|never|what|all)",
    "sorry [that] your *",
    "sorry for what has",
    (
        "sorry (for|about) (your experience|how (this|it|all|that|things|you|the)|the way (this|it|that|"
        "things|you))"
    ),
    "sorry (i did not (hear|catch|get) [that|you]|can you|could you|say (that|again))",
    *SYMPATHY,
)

REMORSE = (
    Rule(
        _SORRY,
        "a plain sorry that stands alone",
        (
            "[i am|am] [@SO] [@SO] [@SO] sorry [@SO]",
            "i (am|feel) [@SO] [@SO] (remorseful|contrite|repentant)",
            (
                "[i] [@SO] [want to|would like to|wish to|have to|need to|must|can only|owe you] [@SO] "
                "(apologise|apologies|apology)"
            ),
            "(my|sincere|heartfelt|deepest) [sincere|sincerest|deepest|humble] (apologies|apology)",
            "(say|saying) [that] [i am|how] [@SO] [@SO] sorry",
        ),
        unless=(
            *(p for p in _NOT_MINE if not p.startswith("(say|said")),
            "(said|says|a|your|his|her|hear|heard|another|never|not) [say|said|that|i am|i was] [@SO] sorry",
            (
                "(never|not|you|to|already|she|he|they|your|his|her|no|an|hear|demand|want|expect|accept|"
                "have|when) [ever|once|to|even|going to|want to|have to|need to|like to|i|have|already|an] "
                "(apologise|apology|apologised|apologies)"
            ),
            "apologise (first|too|as well|to me|for last)",
        ),
        mark="bare",
    ),
    Rule(
        _SORRY,
        "wants or owes an apology",
        (
            "i (want|need|wish|would like|have|came|am here|am writing) to [@SO] (apologise|say sorry)",
            "i (owe|owed) you [an|a real|a proper|a sincere] apology",
            "(want|would like|need|wanted) to say [how|that|i am] [i am] [@SO] [@SO] sorry",
            "i [@SO] apologise [@SO]",
        ),
        unless=(
            "i (do not|will not|am not|did not|already|never) ..3 (apologise|say sorry)",
            "what i (want|need) ..2 (apologise|sorry)",
        ),
        mark="tied",
    ),
    Rule(
        _SORRY,
        "sorrow with its own act",
        (
            "[i am|am] [@SO] [@SO] [@SO] sorry [@SO] [that|how|to say|because] (i|we|my *)",
            (
                "[i am|am] [@SO] [@SO] [@SO] sorry [@SO] [,|and] for (@ACTING|being|having|letting|making|"
                "causing|putting|not|all|every|everything|my|what i|how i|the way i|hurting|breaking|"
                "failing|doing|lying|cheating|*ing|the (pain|hurt|lies|lie|mess|harm|damage|things|trouble|"
                "times|years|months|weeks))"
            ),
            (
                "[i am|am] [@SO] [@SO] [@SO] sorry [@SO] about (my|what i|how i|the way i|the (lie|lies|"
                "money|card|loan|messages|affair|debt|phone|diary|weekend))"
            ),
            "[i am|am] [@SO] [@SO] sorry to have *",
            "[i am|am] [@SO] [@SO] sorry it (took|has taken) me",
            "[i am|am] [@SO] [@SO] sorry it was (me|my)",
            (
                "[i] [@SO] apologise [@SO] (for (@ACTING|being|having|letting|making|causing|putting|not|"
                "all|every|my|what i|how i|the way i|*ing|the (pain|hurt|lies|lie|harm|damage))|that i)"
            ),
        ),
        unless=(
            "(not|never|hardly) [@SO] sorry",
            (
                "sorry i (am not|was not|can not|could not) (perfect|good enough|a saint|a mind reader|"
                "psychic|you|like you|as perfect)"
            ),
            (
                "sorry i [ever] (met|married|trusted|believed|loved|asked|bothered|spoke|said anything|"
                "mentioned|exist*|breathe*|care|cared)"
            ),
            (
                "sorry for (breathing|existing|caring|living|being (alive|human|born)|having (feelings|"
                "friends|a life|a job|an opinion))"
            ),
            "you (will|should|would|are not|were never) ..3 sorry",
            "sorry i (do not|can not|think|have to|disagree|missed your call)",
        ),
        mark="tied",
    ),
    Rule(
        _SORRY,
        "sorrow that has no words, or no end",
        (
            (
                "(is not|has not been|not) (a|an|one) [single] (day|hour|night|minute|moment|morning) [when"
                "|that|goes by|i|goes] ..5 (regret|sorry|ashamed)"
            ),
            (
                "(can not|could not|do not know how to|want to) (tell you|say|express|explain) how [@SO] "
                "[@SO] sorry i am"
            ),
            "how [@SO] [@SO] sorry i am",
        ),
        mark="tied",
    ),
    Rule(
        _SORRY,
        "sorrow that the partner suffered because of the writer",
        (
            (
                "[i am|am] [@SO] [@SO] [@SO] sorry [that|for all|for everything|for what] [that] you ..10 "
                "(because of (me|what i|my)|(from|by|with|of) me|at my hands|i (caused|put you|did|made|"
                "gave you|brought|left)|my (lie|lies|affair|drinking|gambling|silence|mistake|choices|"
                "actions|doing|fault|temper|selfishness|cowardice))"
            ),
            (
                "[i am|am] [@SO] [@SO] sorry [that] (my|what i|how i) ..4 (hurt|made|cost|left|caused|broke"
                "|did|meant|put|ruined|kept|took)"
            ),
            "[i am|am] [@SO] [@SO] sorry for (the|all the|every|what|everything) ..4 (i|my)",
        ),
        mark="tied",
    ),
    Rule(
        _SORRY,
        "regret, shame or guilt about the own act",
        (
            (
                "i [@SO] [@SO] (regret|repent|rue) (it|what i|how i|every|lying|hiding|my|that i|not|ever "
                "*ing|doing|the way i|the day i|the * i|*ing|all)"
            ),
            "(regret|regretted) it (every|so|deeply|from)",
            (
                "i (am|feel|felt|was|have been) [@SO] [@SO] [@SO] (ashamed|guilty|mortified|remorseful|"
                "disgusted with myself|sick with shame|embarrassed) (of|about|for|that|to|by) (myself|what "
                "i|how i|my|that i|it|lying|hiding|to have|the way i|having|every|this|i|@ACTING|*ing|the)"
            ),
            "i (am|feel) [@SO] [@SO] [@SO] (ashamed|guilty|mortified|remorseful) [@SO] /",
            (
                "i feel [@SO|big|great|much|so much|such|deep|a lot of|nothing but|only] (shame|remorse|"
                "regret|guilt)"
            ),
            (
                "i (feel|felt) [@SO] [@SO] (awful|terrible|sick|horrible|bad|dreadful|rotten|wretched|"
                "rubbish|guilty|ashamed) (about|for|that i|because i|over) [having|the way i|what i|how i|"
                "it|lying|hiding|my|*ing|i]"
            ),
            "i hate (that i|what i did|what i have done|how i|myself for|having|what i said|the way i)",
            (
                "it (pains|shames|hurts|kills|breaks|grieves|sickens|haunts|saddens) (me|my heart) (that i|"
                "to have|to know [that] i|to think [that|of what] i|what i)"
            ),
            (
                "i wish [so much|with all my heart|every day|more than anything] [that] i (had not|had "
                "never|could take|could undo|could unsay|had told|had been|had come|had said|had called|had"
                " listened|had asked)"
            ),
            "i would (give anything|do anything) to (take|undo|unsay|have that)",
            "(i can not|i will never|i do not|i could not|hard to) forgive myself",
            "(full of|my|with|such|deep|nothing but) (shame|remorse|regret|guilt) (/|for|about|is|at|over)",
            "i am [@SO] sick about (it|what|how|this|that)",
            "if i could (go back|take it back|undo it|turn back|do it again|change it|undo) ..2 i would",
            "i am not proud of (it|that|what|how|myself|this)",
            "i (hang|hung) my head",
        ),
        unless=(
            "i (do not|will not|refuse to) (regret|feel guilty) [a|any|anything|it|for]",
            "(if|whether) i regret",
            (
                "i regret (that [this|it|things|you|any]|if|any|ever (meeting|marrying|trusting|loving)|"
                "(meeting|marrying|trusting) you)"
            ),
            "(made|makes|make|making) me feel [@SO] (ashamed|guilty)",
            "(ashamed|embarrassed) of (you|being scared|being afraid|crying|my fear|my body|us)",
        ),
        mark="tied",
    ),
)
