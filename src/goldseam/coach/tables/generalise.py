"""GENERALISE: always and never about the partner."""

from __future__ import annotations

from goldseam.coach.labels import Label
from goldseam.coach.rules import Rule

_ALL = Label.GENERALISE

GENERALISE = (
    Rule(
        _ALL,
        "always, never: about the partner",
        (
            (
                "you [are|were|have|had|just|@SO|will|would|can|do|literally|honestly|quite] (always|never|"
                "constantly|forever|continually|perpetually|endlessly|permanently|invariably) [@SO] *"
            ),
            "you (always|never) *",
            "you (do not|did not|have not|can not|will not|would not|could not|do) [not] ever [@SO] *",
            "(always|never|constantly) (you|your|with you|the same with you)",
            (
                "every time (i|we|you|there|it|the) ..6 you (walk|leave|go|ignore|shout|roll|change|run|"
                "shut|turn|get|pick|blame|look|sulk|start|make|switch|forget|disappear|hide|say|laugh|storm"
                "|fall|cry|do) *"
            ),
            (
                "(every|each) [@SO|single|damn|bloody|fucking|last] (time|day|night|weekend|evening|morning"
                "|conversation|argument|holiday|christmas|birthday|party|dinner|single|week) ..8 you [@SO|"
                "just|always|have to|find|go|do|come|turn|get|run|choose|forget|leave|say|walk] *"
            ),
            (
                "you ..8 (every single|every bloody|every damn|every fucking|each and every) (time|day|"
                "night|weekend|evening|morning|week|holiday|birthday|conversation)"
            ),
            (
                "you (ruin|forget|ignore|leave|lie|shout|walk|do|say|blame|start|pick|break|spoil|miss|"
                "cancel|turn|interrupt|disappoint) ..4 every time"
            ),
            (
                "(every|each) [single] (conversation|argument|evening|holiday|weekend|time we|talk|dinner|"
                "discussion) [we have|@SO] (ends|turns|becomes|goes|is about|comes) *"
            ),
            (
                "you (twist|take|turn|blame|criticise|ruin|question|deny|control|hide|judge|forget|break|"
                "spoil) [me for|@SO] everything"
            ),
            "your (constant|endless|permanent|never - ending|perpetual|eternal) *",
            "(as usual|as always|like always|as ever) /",
            "(every|each) (single|bloody|damn|fucking) time",
            (
                "(all|the only thing) you [@SO|ever] (do|care|think|want|talk|did|say|ever) [do|is|about|of"
                "|care] *"
            ),
            (
                "(nothing|not a thing|not one thing|not a single) [@SO|i|we|they] [do|say|did|else|that] "
                "..4 (is|was|has|are|counts|matters|means) [@SO|ever] [ever] (good|enough|right|for you|"
                "matters|to you|sacred|safe|important)"
            ),
            (
                "nothing (matters|counts|means anything|is ever|is good|ever|gets|changes) [enough|to you|"
                "good|right|with you|through]"
            ),
            "you do (nothing|absolutely nothing|sod all|fuck all|damn all)",
            (
                "(everyone|everybody|nobody|no one|the whole (world|family|town|street)|all my friends|all "
                "our friends|my whole family|anyone) [@SO|who|in] [who|can|@SO|knows|sees|could] [you|else|"
                "that] (knows|thinks|says|sees|agrees|can see|likes|trusts|believes|can stand|hates|laughs|"
                "would|has ever|noticed|is tired|wants) [that|how|what|about|of|like|anything|a word] [how|"
                "what|a|of] (you|your)"
            ),
            (
                "(not once|never once|not a single time|not one single time) [in|have|did|do|has|since|you|"
                "all|when|during] ..6"
            ),
            "you have (not|never) once *",
            "you [@SO] (only|hardly|barely|scarcely) ever *",
            (
                "(whenever|any time|anytime|as soon as) i ..6 you (always|just|ignore|walk|shout|leave|"
                "change|run|shut|roll|go|turn|get|pick|blame|look|sulk|start|make|switch)"
            ),
            (
                "(as always|as usual|like always|as per usual|same as ever|same as always|once again|yet "
                "again) [,|you|with you|.|$|!] *"
            ),
            (
                "(you|your) ..5 (as always|as usual|like always|as per usual|all the bloody time|all the "
                "damn time|all the time|non - stop|nonstop|day and night|without fail)"
            ),
            (
                "(it is|there is|that is|we) always (your|you|about you|something|some excuse|an excuse|the"
                " same|have to|what you|me who|up to me|down to me|me that|on your|do what)"
            ),
            "(why|how come|must|do) [@SO|is it] [do|are|must|have] you (always|never|constantly|every time)",
            (
                "i (always|constantly) (have to|end up|am the one|get left|have had to) ..8 (because you|"
                "while you|you|for you|alone)"
            ),
            "(the whole|the entire) (time|marriage|relationship|year) you",
            "not one of your *",
            (
                "you would never [@SO|even] (think|bother|dream|understand|lift|do|help|admit|say|apologise"
                "|ask|put|listen|notice|let|choose)"
            ),
        ),
        unless=(
            "(did|do|have|would|will|could|can|had|if|were|are|when|that) you [@SO] ever *",
            (
                "you [will|would|have|were|are|had] (always) [@SO|been] (believed|trusted|forgave|forgive|"
                "waited|paid|cared|cooked|put me|kept your|told|be|have been|been|made me (laugh|feel|"
                "smile)|kind|there|loved|believed in|supported|stood|had my|my|welcome|trusted|the one|so|"
                "deserved|told me the truth|been|honest|brave|careful|patient|come first|do your best|loyal"
                "|good|sang|encouraged|listen|try|gave|help|backed|took care|looked after|know how to|knew "
                "how to|remember|remembered|free|say (no|yes)|ask me|able|matter|find|loving|in my heart|"
                "seem to know|and will)"
            ),
            (
                "you [have|had|were|are|did|will|would] never [@SO] (deserved|asked for|did anything|have "
                "to|need to|had to|need|gave me [a] reason|knew|lied|stopped (loving|believing|trying)|"
                "wanted this|once (lied|complained|gave)|hurt|once|be|let me down|gave up|doubted|"
                "complained|made me feel (small|bad)|forget (this|that|what)|trust me|forgive|know|again|"
                "been anything but|done anything|raised|hit|cheated|find out|judged|agreed|get that|able|"
                "the problem|failed)"
            ),
            (
                "(i|we) (hope|know|want|wish|pray|understand|promise|thought|think|never) [that] you "
                "(always|never)"
            ),
            "(not|never) saying [that] you (always|never)",
            "not always",
            "nearly always",
            "you (always|never) (used to|were)",
            (
                "you [have|had|@SO] never (met|meet|knew|saw the|heard of|lived|been to|visited|tasted"
                "|had the chance|got to know|played|learned to|seen the|read the|owned)"
            ),
            (
                "you [have|will] always [@SO] (make|made|makes) me (laugh|smile|feel (safe|loved|better|"
                "welcome)|happy|tea|coffee)"
            ),
            "every time ..6 i (cry|smile|think|remember|see|feel)",
            "nothing (matters|counts|means) (more|as much|to me)",
            "(thank you|grateful|love) ..8 (every|always)",
            (
                "i ..6 (every (day|time|night|week)|always) (you|when you|that you) ..3 (smile|laugh|come "
                "home safe)"
            ),
            (
                "(see|love|miss|think of|thinking of|thank|need|choose|hear|tell|text|call|message|with) "
                "you ..4 (every|all the time|always|constantly|day and night)"
            ),
            "(as usual|as always|once again|yet again) [,] i",
            "i (will|would|have|did|do|could|can|was|am|had) (always|never) * (you|your)",
            "(i would|i will|i am going to|i promise to|let me) ..6 you ..6 (every|always|never)",
            (
                "i [@SO|have|had|will|would|did] (lied|hurt|told|made|left|ignored|let|put|gave|sent|"
                "cancelled) you ..5 (every|always|all the time)"
            ),
            (
                "(can|may|could|are free to|are allowed to|will) (always|never) (ask|say|call|tell|change|"
                "look|check|come|take|come back|have to|need to)"
            ),
            (
                "(each|every) (time|day|night|week|morning|evening|friday|sunday) [,|that] (i|we|you) (will"
                "|can|could|would|might|have (a|the))"
            ),
            (
                "you ..4 (every (day|night|week|month|sunday|friday|saturday|monday|tuesday|wednesday|"
                "thursday|evening|morning)) (this|last|since (may|june|july|january|march|april)|for (two|"
                "three|#|a)|at #|in (march|may|june|july))"
            ),
        ),
        remark="generalise.always",
    ),
)
