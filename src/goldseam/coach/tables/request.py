"""REQUEST: an own need, wish or boundary, or something that can be done."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, TALKING, Label
from goldseam.coach.rules import Rule

_ASK = Label.REQUEST

_NOT_ASKED = (
    "(forgive|trust|believe) me",
    (
        "i (want|need|would like|wish|hope|ask) [you] [@SO|to|you to] (to know|to understand|know|"
        "understand|say|apologise|tell you [that|how|what|,|:|the truth|something|about|i]|own|start by|"
        "begin by|make (it|this|things|up|amends)|to see that i|put (it|this|things) right|be honest (with "
        "you|about)|be a better|fix|explain|repair|earn|change|do better|thank|acknowledge|admit|confess|"
        "take (full|responsibility)|be clear|suffer|fail|pay|hurt|choose you|spend my life)"
    ),
    "i (wish|wished) (i|it|that|this|things|we had|you had|you were|you would have)",
    (
        "(grow up|get over|get a life|shut up|get lost|go to hell|fuck off|drop it|move on|let it go|get "
        "real|get a grip|stop (being|lying|moaning|whining|nagging|overreacting))"
    ),
    (
        "i (want|wanted|need|needed) (her|him|attention|out|a drink|sex|it to stop|revenge|you to (suffer|"
        "hurt|pay|feel))"
    ),
    "i (would|could) (like|love) to (think|believe|know what|see you try)",
    (
        "i (do not|did not|never) (need|want) (you to (forgive|trust|answer|reply|say|do|feel|believe)|"
        "anything|your|to (make|hurt|lose|pressure|push|excuse))"
    ),
    "what (more|else) do you want",
    "would like to (apologise|say|acknowledge|express|own|offer|begin|start|take|repay|replace|pay)",
    "i (needed|wanted) to (tell|say|hide|get|feel|escape|be (seen|wanted|liked))",
    "(would|will) you [ever|please] forgive",
    "(how|why) (could|can|would|will|can not|could not|will not|would not|do|must) (you|i|we)",
)

REQUEST = (
    Rule(
        _ASK,
        "asks for something that can be done",
        (
            (
                "(can|could|would|will) (you|we) [please|@SO|maybe|perhaps|possibly|all|at least|both|not] "
                "[please|just|try to|maybe|agree to|be willing to|sit down and] (talk|tell|sit|come|call|"
                "text|ring|let|show|help|give|send|keep|stay|look|agree|put|plan|set|go|meet|find|pick|make"
                "|take|listen|hold|ask|answer|speak|say|write|read|stop|try|leave|wait|turn|check|have|"
                "spend|eat|do|be home|be|drop me|drive|move|pause|slow|explain|use|message|let me know|"
                "arrange|book|see|discuss|consider|choose|decide|share|start|bring|get|walk|not|include|"
                "sleep|phone|remind|hug|hear|warn|knock|cook|clean|wash|pay|buy|go through|sort)"
            ),
            (
                "(please|kindly) [do not|@SO|just|could you|can you|would you|not|try to|also|always|next "
                "time] (talk|tell|sit|come|call|text|ring|let|show|help|give|send|keep|stay|look|agree|put|"
                "plan|set|meet|find|make|take|listen|hold|ask|answer|speak|say|write|read|stop|try|leave|"
                "wait|turn|check|have|spend|eat|be|do|go|use|pause|slow|pick|message|explain|drop|lower|"
                "contact|touch|bring|share|include|interrupt|raise|shout|hug|walk|move|sleep|warn|knock|"
                "phone|reply|consider|think|respect|hear|look|open|close|do|remember|remind|hide|lie|drive|"
                "cancel|delete|block|walk away)"
            ),
            (
                "i would [@SO|really|also] (like|love|prefer|appreciate|be grateful|be glad|welcome|rather|"
                "value|feel (safer|better|calmer|easier)) [it|if|to|us|you|that|for|a|some|we|more|one|if "
                "we|an|not|time|our|when] *"
            ),
            (
                "(i|we) [@SO|really|also|do|just|still|only|will] (need|want|ask|request|wish|require|am "
                "asking|am requesting|ask you|am going to need|would need) [that|for|you|us|to|a|some|time|"
                "more|space|help|an|one|not|all|honesty|it|from you|please|we|both|only|the|your|this|two|"
                "three|quiet|reassurance|answers|facts|any|no] *"
            ),
            (
                "(it|that|this|*|*ing|message|call|text|hug|plan|list|word) [@SO] would [@SO|really|mean] "
                "(help|help me|mean a lot|mean so much|mean the world|make me feel|make it easier|ease|calm"
                "|be enough|be good|reassure) *"
            ),
            "would (help|calm|reassure|ease|comfort|steady) me",
            (
                "it (would help|helps|would mean a lot|would be good|would be great|would make a difference"
                "|would be enough) [me] (if|when|to|for|that) *"
            ),
            "my (request|wish|boundary|need|ask|limit) (is|would be|for now) *",
            (
                "(what|the thing|all|one thing) i [@SO|really|most|am] (need|want|ask|wish|would like|"
                "asking|am asking) [from you|now|most|for|tonight|is|right now] *"
            ),
            (
                "let us (agree|talk|try|sit|look|set|plan|make|find|keep|take|meet|have|do|decide|put|go|"
                "see|book|start|speak|choose|use|eat|walk|sort|write|share|pause)"
            ),
            (
                "(^|please|,|and|just|then|so|or|-|:|instead) [@SO|please] (let me know|tell me|call me|"
                "text me|message me|ring me|ask me|show me|wake me|warn me|give me|send me|hold me|hug me|"
                "come with me|sit with me|talk to me|stay with me|listen to me|drop me|write to me|answer "
                "me|include me|write me) [@SO|please|first|a|some|the|what|where|who|how|when|if|before|by|"
                "about|your|one|as soon|at|an|on|with|for|instead|the truth|everything|it all|again|"
                "honestly|time|space|just|tonight|that|until|back|next time|straight]"
            ),
            (
                "(do not|no) (contact|text|call|message|come|touch|shout|raise|bring|read|tell|open|go|"
                "write|phone|look at my|use|lie|hide|speak to me|talk to me|walk|interrupt|post|check) (me|"
                "my|to|at|in|here|home|anyone|your voice|it|the|her|him|about|any|away|until|on|for|it up|"
                "over|through|with|again|calls|texts|from)"
            ),
            (
                "i (am not|will not|can not|do not) [@SO|be] (willing|ready|ok|comfortable|able|want|accept"
                "|stay|live|talk|discuss|be spoken|be shouted|share|want you|be in|sleep|be lied|lend|be "
                "part|keep|carry on|go on|tolerate|agree) [to|with|in|about|for|me|like|a|this|you|while|"
                "when|if|at|by|that|any|talking|being] *"
            ),
            (
                "i will (leave|sleep|go|hang up|end|walk|stay|step|move|take a|turn off|stop|answer|need|"
                "talk|speak) ..8 (if|when|until|unless|every time|whenever|while|tonight|at my|for (a|now|"
                "some|two|tonight)|in the|instead)"
            ),
            (
                "if you (shout|drink|lie|raise|contact|text|see her|see him|come home drunk|call me|swear|"
                "want to|can not|are late|are going to be late) ..8 , i (will|am|want|need)"
            ),
            (
                "(are|would) you [@SO] (willing|open|able|up for|be willing|be open|be able|be up for|be "
                "ok) (to|with|for) *"
            ),
            (
                "(next time|from now on|in future|when you are late|before you go|if you are late|when you "
                "land) [,] (please|could|tell|call|text|can|would|let|i need|i would like|ask|message|i "
                "want) *"
            ),
            "i (ask|beg|invite|want|need|would like|request|urge|encourage) you [@SO|to|not|please|only] *",
            "i (hope|wish) (we|you) (can|could|would|will) *",
            (
                "(may|can|could) i [please|@SO|just] (ask|have|see|come|sleep|talk|get|take|borrow|hear|sit"
                "|look) *"
            ),
            "(shall|should|could|can|may) we [@SO] *",
            "^ need (a|an|some|time|space|you to|us to|more|to (talk|know|see|sleep|think))",
            "(i|we) could (do with|use) (a|some|your|time|space|help) *",
            (
                "a (hug|call|text|message|note|word|heads up|bit of|quiet|short|five minute) ..8 (would|"
                "please|is all|helps|tonight)"
            ),
        ),
        unless=(
            *_NOT_ASKED,
            (
                "tell me (why|how many|how you could|you (did not|are joking|love)|what (she|he|you did|is "
                "wrong))"
            ),
            (
                "you (never|always|did not|do not|will not|said|would not|could) [@SO|ever] (tell|call|text"
                "|message|ring|ask|show|give|hold|hug|listen|include|write|answer|wake|warn|send)"
            ),
            (
                "(can|could|would|will) you (not|never|ever|even|just) (see|think|care|understand|listen|be"
                " bothered|imagine)"
            ),
            "why (can|could|would|will|do) (you|we|i) *",
            "(could|can|would) you (be (more|any) *|believe|imagine|blame)",
            "(please|just) (know|understand|believe|accept|remember [that] i|see)",
            "i (need|want) (nothing|to (laugh|scream|vomit|be sick|leave you|die|puke))",
            "show me (up|the)",
            "give me (a break|strength|one good reason)",
            "i will stop (lying|drinking|hiding|gambling|shouting)",
            "do not (touch|bother|worry|get|be|make)",
            "(shall|should) (i|we) [@SO] (throw|give you|bow|clap)",
            "(do|did) (you|we|i) (want|need|have)",
            "i (do not|did not|can not) (want|need) (to (lose|hurt|fight|argue|blame)|you to feel)",
            "what i (need|want) does not",
            "i (want|wanted|need) (you|us|this|it) (to be over|gone|to end|dead|out)",
            "would mean (nothing|the end)",
            "you can not *",
            "could (you|we) have *",
            "i (can|could) ask you the same",
            "i ask myself",
            "i do not want (your|any|to hear|excuses|pity)",
            "i (want|wanted|need|needed) (more than|so much)",
        ),
        kinds=TALKING,
        mark="asked",
    ),
    Rule(
        _ASK,
        "a question for one thing, in an own text about an act",
        (
            (
                "(can|could|would|will) (you|we) [please|@SO|maybe|perhaps] (talk|tell me|sit|meet|read|let"
                " me|listen|give me|look|agree|speak|think about|ring|call|text)"
            ),
            "please (tell|ask|let|read|keep|call|text|ring|do not|take|say|write|come|talk|stay)",
            "i would (like|love) (us|you) to *",
            "(would|are) you [be] (willing|open|able) to *",
            "i (ask|am asking|would ask) [you] (to|for|that|only) *",
        ),
        unless=(
            *_NOT_ASKED,
            "take (all|your|the|as)",
            "please do not (feel|think|worry)",
            "(not|never) [@SO] (ask|asking)",
        ),
        kinds=OWNING,
        mark="asked",
    ),
)
