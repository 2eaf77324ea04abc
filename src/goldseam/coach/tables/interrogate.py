"""INTERROGATE: questions that accuse, or come in a row."""

from __future__ import annotations

from goldseam.coach.labels import TALKING, Label
from goldseam.coach.rules import Rule

_ASK = Label.INTERROGATE

INTERROGATE = (
    Rule(
        _ASK,
        "a question that accuses or holds a trap",
        (
            "who do you think you are",
            (
                "^ (how|why) (could|would|can|dare|on earth (could|would|did)) you [@SO|even|possibly|ever]"
                " (do|lie|be|have|say|hurt|treat|look|let|humiliate|choose|keep|sleep|cheat|betray|throw|"
                "stand|sit|think|not|leave|think|forget|dare|bring|put|take|go|speak|just|hide|risk)"
            ),
            "how (could you|dare you|can you (look|sleep|live|stand|say|even))",
            (
                "(how|why) (can|could|should|would|am|do|must) i [@SO|ever|possibly|even|supposed to|still|"
                "bother to|have to|be expected to] (trust|believe|listen|forgive|care|stay|respect|know|be "
                "the one|put up|wait|have to|ever|supposed|keep) *"
            ),
            (
                "do you [@SO|really|honestly|seriously|actually|even] (think|expect|believe|imagine|"
                "suppose) [that] (i|me|we|that makes|this is (ok|fine|normal|funny|a joke)|it is (ok|fine|"
                "funny|all right)|everyone is) [am|was|are|is|to|can|will|would|have] [@SO] *"
            ),
            (
                "do you [@SO] (even|ever) [@SO] (care|think|know|realise|love|listen|hear|see|want|feel|"
                "understand|remember|remotely|stop)"
            ),
            (
                "do you [@SO|have] (have any idea|any idea|know what (you|it|that)|realise (what|how)|think"
                "|take me for|see what|understand what)"
            ),
            (
                "(what is|what the (hell|fuck|heck) is|what is the matter) [@SO] [wrong] (with you|your "
                "problem|the matter with you|your excuse|your game|your plan)"
            ),
            "(what|who) (on earth|the hell|the fuck|the heck|in god's name) *",
            (
                "(what|who) (were|was|did|do|are|gives|gave|made) you [@SO] (thinking|think you are|think|"
                "the right|expect|take me for|playing at|trying to|so special|so important|expecting|have "
                "to say|god)"
            ),
            (
                "(are|were|did|do) you [@SO|even|really|actually|seriously|honestly|lying|still] (lying|"
                "lying to me|sorry|still lying|listening|hear yourself|kidding|serious|going to lie|ever "
                "going|proud|happy now|satisfied|pleased with|trying to|out of your mind|going to keep|even"
                " sorry|have no shame|think at all|hiding something|hiding anything|telling me the truth) "
                "[again|?|,|now|or|with]"
            ),
            (
                "(so|oh) [,] (you|you just|you are|you were|you admit|now you|that is|am i|i am supposed|i "
                "just|is that|what|it was|tell me|do you|did you) ..8 ?"
            ),
            (
                "(is|was|are|were) (that|it|this|she|he|i|they|all) [@SO|what|really|all|how|the|why|your|"
                "supposed|worth|more|better|not|just|good|prettier|enough] ..6 (worth it|what you (wanted|"
                "call|think|mean)|how you|better than|enough for you|your excuse|love to you|supposed to|"
                "good enough|all you have|the best you|a joke|funny|normal|too much to ask|so hard|prettier"
                "|how much you|the thanks|why you|not good|happy now)"
            ),
            (
                "(have|had) you [@SO|even|ever|got] (no (shame|heart|respect|conscience)|any (shame|respect"
                "|idea|conscience|decency|guilt)|ever (thought|considered|stopped|once)|lost your mind|"
                "completely|nothing to say|even thought|forgotten that)"
            ),
            (
                "(when|how many times|how often|how much longer|how long|what|which part) [@SO|more|else|"
                "other] (are|have|were|did|do|must|will|of|am|lies) (you|i|lies|no|have|me|sorry) [@SO|"
                "going to|ever|to|finally] (going to (stop|grow|admit|tell|start|learn|be honest|put|wake)|"
                "to tell|lied|lying|ask|to ask|stop|grow|admit|finally|understand|tell|do you not|have you|"
                "hidden|hiding|hide|not told|did you not|not tell|say)"
            ),
            (
                "(would|will|could|can|can not|do not|could not|will not|are not|did not|would not|have not"
                "|must) you [@SO|not|never|just|for once|even|at least|be] (rather|have|for once|ever|stop|"
                "not|even|just|be honest|admit|think|grow|see|at least|listen|lie|ashamed) [for once|even|"
                "once|see|think|feel|understand|care|remember|how|that|for]"
            ),
            (
                "(what|why) (about|should) (i|me|us|the children|the kids|my feelings) [ever] (have|be|"
                "believe|put|matter|care|count|bother|trust|always) *"
            ),
            "(who|what) (is|was) (she|he|it) [@SO] (this time|really|then|now|to you) [?]",
            (
                "(what kind|what sort) of (a|man|woman|husband|wife|father|mother|person|partner|dad|mum|"
                "parent|human|friend) *"
            ),
            "what part of ..8 (do|did|not) ..4",
            (
                "why (do|did|are|were|is it|must|have|would|can|will) you [@SO|not|never|always|have to|"
                "even|keep|insist|just|such|being|so|making|ruining|lying|hate|treat|constantly|act|behave]"
                " (always|never|have to|keep|lying|hate|treat|such|so (selfish|cold|cruel|mean|lazy|"
                "defensive|angry)|being|act|behave|ruin|make everything|ruining|insist|constantly|punish|"
                "punishing|want to hurt|bother|like this|even bother|not just|need to|lie|not care|do this "
                "to me|doing this to me|like that|marry|humiliate|destroy)"
            ),
        ),
        unless=(
            (
                "(would|could|can|will) you [@SO|please] (tell|help|talk|sit|come|call|let|show|explain|"
                "read|hold|listen|write|text|think about|be willing|like|mind|give|want|answer|hear) "
            ),
            (
                "do you [@SO] (think|believe) (we|you could|that we|it would|that would|it might|it is ok|"
                "you could|there is|i could) *"
            ),
            "(are|is|was|were) (you|it) [@SO] (ok|all right|home|safe|free|ready|well|hungry|tired|cold)",
            (
                "(is|was) (that|it|this) [@SO] (true|right|ok|what you meant|how you feel|what you need|"
                "fair|what you said|enough for now|possible|all right|it)"
            ),
            (
                "is (that|this|it) [@SO] (how|what|why) you (feel|felt|need|mean|meant|said|see it|heard|"
                "wanted to say)"
            ),
            "(do|did) i (get|hear|understand)",
            "how can i (trust|know) myself",
            "have you ever (thought about (trying|seeing)|considered (seeing|talking))",
            "why (did|do) i *",
            "when (are|will) you [going to be] (home|back|free|there)",
            "i (wonder|ask myself|keep asking|do not know|need to know) (why|how|if|whether|when)",
            "i [@SO] (can not|could not|do not) understand (why|how)",
        ),
        kinds=TALKING,
        remark="interrogate.blame",
        mark="loaded",
    ),
    Rule(
        _ASK,
        "a question for facts or reasons, which counts in a series",
        (
            "^ why (did|were|was|do|are|is|would|have|had|must|can) (you|your|she|he|it|there|her|his|i) *",
            "^ (where (were|was|did|have|are|do) you|whose|since when|with whom|where did) *",
            "^ who (is|was|were|else|knows|are|did|has|told|texted|called|paid) *",
            (
                "^ (how many|how often|how much|how long) (times|did|have|has|were|was|do|are|others|other|"
                "more|women|men|girls|people|of|lies|money|is) *"
            ),
            "^ when (did|was|were|have) (it|you|she|he|that|this|the) *",
            (
                "^ did you (sleep|kiss|love|meet|tell|bring|lie|ever|think|enjoy|touch|see|use|know|text|"
                "call|go|stay|pay|take|give|buy|hide|delete|even|really|feel|laugh|talk|say|want|plan|do) *"
            ),
            "^ (did|does|do|is|was|has|were) (she|he|they|her|his) *",
            "^ (were|was|is) (you|it|she|he|that|there) *",
            "^ (have|had) you (ever|been|seen|slept|told|deleted|kissed|still|already|met|spoken) *",
            "^ are you (lying|still|seeing|hiding|going|sleeping|in love|texting|even|sure|with) *",
            "^ do you (love|still|miss|think|even|have feelings|see|talk|know what|want her|want him) *",
            (
                "^ what (else|did you (do|say|tell|think|expect|promise|buy|give|want)|does she|does he|was"
                " it|have you) *"
            ),
            (
                "^ (why|where|when|who|how often|how many|since when|with whom|how long) [not|then|exactly|"
                "else|really] ?"
            ),
            "^ or (was|is|did|are|were|do) *",
            "^ (does|did|do) (anyone|anybody|everyone|the *|our *) ..2 (know|knew) *",
            "^ why (did|has|does) (nobody|no one|everyone|anyone) *",
        ),
        kinds=TALKING,
        mark="pointed",
    ),
    Rule(
        _ASK,
        "any question, which counts as one of three in a row",
        (
            "^ (why|where|when|who|what|how|whose|which|did|do|does|is|are|was|were|have|has|had) *",
            "^ (why|where|when|who|what|how|whose|which) ?",
        ),
        kinds=TALKING,
        mark="plain",
    ),
)
