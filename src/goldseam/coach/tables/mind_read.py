"""MIND_READ: the partner's motive or feeling stated as a fact."""

from __future__ import annotations

from goldseam.coach.labels import TALKING, Label
from goldseam.coach.rules import Rule

_MIND = Label.MIND_READ

_CHECKED = (
    (
        "(i guess|i wonder|maybe|perhaps|i imagine|i might be wrong|i may be wrong|i could be wrong|am i "
        "right|is that right|is that so|is it true|did i get|correct me|tell me if|the story i|i am "
        "guessing|my guess|i suspect|it seems|it looks|might be|i am not sure|i do not know if|i do not "
        "know whether|is that how|have i got|i tell myself|part of me|my head (says|tells)|i imagine)"
    ),
    (
        "^ (do|did|are|were|have|would|will|can|could|is|was|what|why|how) [do|did] you [@SO|ever|still|"
        "even] (want|think|love|care|feel|know|enjoy|hate|trying|thinking)"
    ),
    "(would|will|did|could|do) (never|not) ..8 you on purpose",
    "(i|we) [@SO] (*ed|left|hurt|kept|let|made|lied to|cut|hid|woke|put|forgot|told) you ..5 on purpose",
    "(thinks|believes|says|reckons|said|worries|fears|suspects|tells me|told me) [that] you",
    "if you (want|think|love|care|feel|know|enjoy|hate|really|loved|cared|do not)",
    "(whether|when|because if|what|why|how|where|who) [@SO] you (want|think|wanted|thought|love)",
    "(you|and) (said|told|say|tell) [me|us] ..2 you (want|think|do not|did not|love|wanted)",
    "(you do not|you did not) want [me] to (talk|go|come|eat|see|tell|wait|have|be|move|discuss)",
    "(i|we|mum) [do|did|do not|know|hope|hoped] [@SO] you (care|love|want)",
    "i do not know (what|how|why|if)",
)

MIND_READ = (
    Rule(
        _MIND,
        "says why the partner did it",
        (
            (
                "you (did|do|said|say|are doing|were doing|bought|wrote|told|sent|left|came|came home|went|"
                "cried|forgot|posted|invited|chose|made|lied|hid|wore|called|planned|brought|ignored|only "
                "did|only said|stayed|waited|picked|cancelled) ..5 (on purpose|just to|only to|deliberately"
                "|to spite|to punish|to hurt|to get (back|at|attention|a reaction|rid)|to make me|to annoy|"
                "to humiliate|to test|to provoke|so that i|so i would|because you (do not|wanted|want|hate|"
                "enjoy|like|knew|think|could not|did not|are ashamed|never)|to feel (better|powerful|"
                "superior)|to show me up|to control|to embarrass|to impress|to prove|to upset|out of (spite"
                "|guilt|pity|revenge)|to shut me up|to win)"
            ),
            "you ..6 on purpose",
            (
                "(on purpose|deliberately|just|only) (to|so) (spite|punish|hurt|make me|annoy|humiliate|"
                "provoke|control|get at|embarrass|upset|test) [me|us|my]"
            ),
            (
                "you (wanted|planned|intended|meant|hoped) (me|him|her|us) to (find|see|know|hear|lose|"
                "think|suffer|fail|catch) *"
            ),
            (
                "you [@SO|clearly|obviously|secretly|really|deep down|all along|always] (want|wanted|"
                "intended|meant|hoped|planned|tried|like|love|enjoy) (me|to|us|it|for me|seeing|watching|"
                "making|hurting|that|everyone|her|him|the) [@SO|to] (fail|suffer|hurt|lose|cry|leave|punish"
                "|humiliate|be alone|be caught|get caught|end|control|break|destroy|be rid|get rid|win|be "
                "with (her|him|someone)|go|see me (cry|suffer|hurt|fail)|jealous|look (stupid|bad|like)|"
                "feel (small|guilty|bad|stupid|jealous)|me out|out|squirm|miserable|over|gone|to see me|"
                "make me|to think|pity|go wrong|to be found|find out|me to|believe|blame)"
            ),
            (
                "you [@SO|must|clearly|obviously|secretly|really|just] (enjoy|enjoyed|love|loved|like|liked"
                "|get off on|take pleasure|took pleasure|get a kick|delight) [in|out of] (seeing|watching|"
                "making|hurting|it when i|it when|lying|the drama|my pain|this|tormenting|humiliating|being"
                " cruel|the attention|the power|upsetting|winding|playing)"
            ),
            (
                "you (are|were) [@SO|just|only|still|secretly|all] (doing|saying|acting|playing|crying|"
                "pretending|being nice|being sweet) [this|that|it|nice|like that|sorry] [@SO] (to|because|"
                "so|out of|on purpose)"
            ),
            (
                "you (are|were) [@SO|just|only|still|secretly|all] (hoping|waiting|planning|plotting|trying"
                "|looking|counting|wishing|longing|dying) (to (punish|hurt|make me|get|control|leave|"
                "replace|break|humiliate|turn|avoid me|win|be rid|end|provoke|trap|trick|test|be with)|for "
                "(me to|an excuse|someone better|a way out|a reason)|i (would|will|never)|on me)"
            ),
            (
                "you (are|were) [@SO|just|only|still|secretly] (thinking (of|about) (her|him|someone)|in "
                "love with (her|him|someone)|only (here|sorry|with me|saying)|just saying|laughing at|using"
                " me|using us|punishing|testing me|glad (i|that i|she|he))"
            ),
            (
                "(only|just) (sorry|saying (it|that|this)|here|crying|nice|being nice|doing (it|this|that)|"
                "with me) because [you|of]"
            ),
        ),
        unless=(
            *_CHECKED,
            "you (said|told me) ..4 (to|so that|so) (make|help|protect)",
            "you (want|wanted|tried) me to (know|see|be happy|feel (safe|better|loved))",
            "you (wanted|want) to (be|feel) (asked|heard|safe|told|part|there|loved)",
            (
                "you (are|were) trying (to (help|understand|listen|be|make (it|this|things) better|do|keep)"
                "|so hard|hard)"
            ),
            "(i can see|i see|i know|i understand|i hear|thank you) ..4 (trying|trying to)",
        ),
        remark="mind_read.motive",
    ),
    Rule(
        _MIND,
        "says what the partner thinks or feels, as a fact",
        (
            (
                "you (do not|did not|never|never even|could not|can not|no longer|obviously do not|clearly "
                "do not|really do not) [@SO|even|really|actually|ever|truly|just] (care|cared|love me|loved"
                " me|love us|want me|want us|want this|wanted me|wanted us|wanted this|respect me|give a "
                "(damn|shit|toss|fuck|monkeys)|care less|be bothered about|trust me|like me|miss me|want to"
                " be with|find me|feel (anything|bad|sorry|guilt|guilty|remorse)|regret|mind|see me|think "
                "(i am|i matter|about me|of me)|believe me|believe i|need me|value|fancy me|want to (change"
                "|understand|know|hear|fix|be here|save|listen|try)) (/|about|any more|at all|how|what|if|"
                "anyway|that|it|whether|me|enough|it)"
            ),
            (
                "you [@SO] (do not|did not|never|never even) [@SO|even] (care|cared|love me|loved me|loved "
                "us) (/|do you|did you)"
            ),
            (
                "you (could not care less|do not give|could not give|do not care|only care about|care more|"
                "only cared) *"
            ),
            (
                "you [@SO|still|obviously|clearly|secretly|just|really|must|probably] (hate|hated|resent|"
                "resented|despise|blame|regret|look down on|pity|love her|love him|prefer|think of her|"
                "think of him|miss her|miss him|want her|want him|wish i|wish you|fancy her|fancy him|find "
                "me|are ashamed of|are embarrassed by|are tired of|are bored) [me|my|us|our|her|him|"
                "marrying|being|this|with|that|everything|for|boring|disgusting|were|had|she|he|of|on]"
            ),
            (
                "you [@SO|just|obviously|clearly|really|must|probably|always|honestly|secretly|actually|"
                "only] (think|thought|believe|believed|see|saw|figured|assume|assumed|reckon|reckoned|"
                "consider) (i am|i was|i would|you are|you can|you could|you were|that i|that you|me|it is|"
                "that it|nothing|i am too|she is|he is|everyone|i do not|i will|i can not|i have|so little|"
                "this is|your|less|of me as|more of|rules) *"
            ),
            (
                "you (knew|know) [@SO|exactly|full well|very well|damn well|perfectly well] (exactly|full "
                "well|very well|damn well|perfectly well|what (you were|you are|that|it would)|how much|it "
                "would|that i would|how (i|it)|that it would)"
            ),
            (
                "you (are|were) [@SO|obviously|clearly|still|just|secretly] (ashamed of|embarrassed by|"
                "embarrassed of|jealous of|bored (of|with)|sick of|tired of) (me|us|my|our|being)"
            ),
            (
                "you (are|were) [@SO|obviously|clearly|still|just|secretly] (ashamed|embarrassed|jealous|"
                "bored|sick|tired|glad|happy|relieved|pleased|not sorry|not even sorry|never sorry|in love|"
                "hiding something|over us|over me|indifferent|laughing|disappointed|scared|afraid|"
                "threatened|not bothered|not interested|not even) (of|with|by|that|to see|i|sorry|.|$|you|,"
                "|at|in|bothered|interested|about|when|because|it)"
            ),
            (
                "(i|we|she|me|the children|this family|our marriage) (mean*|meant|matter*) (nothing|so "
                "little|less) to you"
            ),
            (
                "i know [exactly] [what|that|how|why] you (are thinking|think|want|did it|do not|still|"
                "really|feel about|are hoping|will never|wanted|are up to|never|meant|are planning|would "
                "rather)"
            ),
            (
                "i [@SO] feel [@SO] (like|that|as if|as though) you [@SO|are|were|do|have|just|only|would|"
                "could|really] *"
            ),
            "i (can|could) tell [that] you (are|were|do not|did not|want|hate|think|would|still)",
            (
                "(in your (head|mind|eyes|heart)|to you) [,] (i am|i was|i|you|we|it is|it was|you were|she"
                "|all) *"
            ),
            "you [just|@SO] (had to|have to) (win|be right|have the last|hurt|punish|control|humiliate)",
            (
                "(nothing|none of this|it|this|that) (matters|mattered|means|meant) [@SO] [nothing|"
                "anything] to you"
            ),
            "you (would|had) rather *",
            (
                "(bet|i bet|no doubt|obviously|i am sure|must) you (are|were|think|want|did|love|hate|wish|"
                "told|laughed|planned) *"
            ),
            "you must (think|hate|want|enjoy|love|be (so|glad|happy|pleased|laughing|thinking)) *",
        ),
        unless=(
            *_CHECKED,
            "you never thought [it|that] *",
            (
                "you (are|were) [@SO] (scared|afraid|disappointed|tired|relieved|happy) [of|that|by] (me|"
                "because|when|and (i|it|that)|, and|i (lied|hid|did))"
            ),
            "you (know|knew) [@SO] how (much i|sorry i|i feel)",
            "you think (about it|it over|so|that)",
            "(what|who|whatever|the way|everything|anything|all|than|time) you (think|thought|believe)",
            (
                "(i see|i can see|i understand|i hear|makes sense|of course|no wonder|i get|it is ok|you "
                "have every right|i believe) ..4 you (do not|can not|think|feel|are|hate|regret|resent|"
                "blame|did not)"
            ),
            (
                "i know [that|how] you (do not trust|can not trust|feel|are hurt|are angry|are upset|blame "
                "me|do not believe me)"
            ),
            "you do not [@SO] (believe me|trust me) (yet|and (i|that)|any more , (and|i)|now)",
            "i feel (like|that) you (and|deserve|should know|have been (kind|patient|so))",
            "(thank you|glad|grateful) ..5 you",
            "it is ok if",
            "you do not (care|mind) (if|for|that|about) ..4 ?",
        ),
        kinds=TALKING,
        remark="mind_read.feeling",
    ),
    Rule(
        _MIND,
        "the same inside an own account or apology",
        (
            (
                "you (never|do not|did not) [@SO|even|really|actually] (cared|care|loved me|love me|wanted "
                "me|want me) (/|about|any more)"
            ),
            "you (want|wanted) me to (fail|suffer|lose|cry|hurt|be miserable|leave)",
            "you (enjoy|enjoyed|love|like) (seeing|watching|making) me *",
            "(just|only|on purpose) to (punish|hurt|spite|annoy|humiliate) me",
            "you (hate|hated) me (/|anyway|for)",
        ),
        unless=(*_CHECKED, "(if|that|when|because|think|understand|why) ..2 you (hate|hated) me"),
        remark="mind_read.feeling",
    ),
)
