"""PROMISE: different conduct from now on."""

from __future__ import annotations

from goldseam.coach.labels import ANY_KIND, OWNING, Kind, Label
from goldseam.coach.rules import Rule

_VOW = Label.PROMISE

_TALKS_BACK = OWNING | {Kind.REPLY}

PROMISE = (
    Rule(
        _VOW,
        "says what will not be done again",
        (
            "i (will|am going to|shall|would|do) (not|never) [ever|@SO] *",
            "i am (not|never) going to *",
            "i (will|am going to) (stop|quit|end|give up|refrain|keep away|stay away) *",
            "i am (done|finished|through) with *",
            "(it|that|the lying|the drinking|this) (stops|ends|is over) (today|now|here|tonight|with)",
            "(never|not) again",
            (
                "(no|there will be no) more (lies|lying|secrets|secret|hiding|hidden|half|excuses|drinking|"
                "betting|gambling|late|shouting|messages|texts|sneaking|cards|private|white lies|deleted|"
                "surprises|stories|games|deleting|phones)"
            ),
            "(it|this|that) (will|is|does) (not|never) (happen|going to happen|be repeated) [again|twice]",
            "you will (not|never) [ever] (have to|find|need to|hear|catch|be) ..6",
        ),
        unless=(
            (
                "i will (not|never) (shrink|soften|hide behind|minimise|play|say|pretend|lie to you|make "
                "excuses|make any|blame|ask you|ask for|forgive|accept|apologise|forget|let you|be (spoken|"
                "treated|shouted|able|lied|the one)|discuss|argue|tolerate|stand|deny|go into|stop (loving|"
                "being|trying)|know|understand|trust|lie ,|sugar|know|be your|take this|sit here|excuse|"
                "dress|dodge|press|push you|rush|expect|claim|insult you|defend)"
            ),
            "i would not",
            "i would never (have|do|hurt|lie)",
            "i do not *",
            "not again !",
            (
                "i am not going to (say|pretend|make excuses|lie to you|blame|ask|apologise|argue|sit|take|"
                "discuss|defend|hide (behind|it)|deny|push|rush|expect|sugarcoat|stand)"
            ),
            "you will never (trust|forgive|change|understand|know|learn|find someone|guess|let|see)",
            "you will not (like|believe|listen|let|even|care)",
            (
                "i (will|can) never (forgive myself|forget|do anything right|be good|win|take (it|that) "
                "back|know)"
            ),
            "why (would|should)",
        ),
        kinds=_TALKS_BACK,
        mark="vow",
    ),
    Rule(
        _VOW,
        "from now on",
        (
            (
                "(from (now|today|here|this day) on|from (now|today|tonight)|next time|in future|in the "
                "future|going forward|from this point|after this) ..3 (i|you|no|we|my|nothing|every|all)"
            ),
        ),
        unless=(
            "(next time|in future) [,] (you|please|could|can|would|maybe you|tell|call|let me)",
            "why (should|would) i",
        ),
        kinds=_TALKS_BACK,
        mark="later",
    ),
    Rule(
        _VOW,
        "says what will be done",
        (
            (
                "i [@SO] (promise|swear|vow|pledge|commit|am committed|am committing|give you my word|"
                "guarantee) [you|to|myself] [that|to|i|not|never|@SO] *"
            ),
            (
                "i (will|am going to|shall) [always|also|@SO|first|now|then] (tell|call|text|come|be (home|"
                "there|honest|back|on time|open|at|with|in)|listen|let you know|answer|keep|speak|say|check"
                "|leave|go|ring|phone|ask|message|walk|put (my|the) phone|admit|own up|stay|count|wait "
                "until|bring|show up|turn up|make sure|pick up|take my|write|read|include|consult|turn (off"
                "|my)|switch|talk to you|warn|drop|limit|attend|carry on|continue|work on|do (the|my|better"
                "|it|what|bedtime|school|mornings)|learn|take|step away|breathe|stand up|stick to|hand|use|"
                "set|run|charge|only|meet|report|say no|pause|raise|give you (a|the|notice|warning)|treat)"
            ),
            (
                "i (will|am going to) try [@SO] to (listen|tell|say|call|be (home|on time|more open)|stop|"
                "come|ask|speak|pause|walk|text|notice|put)"
            ),
            (
                "i (mean|intend|plan|want|aim) to (be (honest|open|home)|tell you|keep|stop|change how|"
                "listen|call|ask|come home|put)"
            ),
            (
                "every (night|day|week|evening|morning|sunday|friday|monday|payday|time) [,] (from now|i "
                "will|you will get)"
            ),
            (
                "you will (know|hear|get|have|see) ..5 (before|first|from me|every|the same day|within|"
                "always|each|straight)"
            ),
        ),
        unless=(
            "i (swear|promise) [you] [that] (i|it|that|nothing|there) (did|was|is|have|had|never)",
            "i (promised|swore)",
            "i will (always|never) (love|be sorry|regret|be here|remember|carry)",
            (
                "i will (go|leave|be|take|say|keep|stay|tell|call) (mad|crazy|then|fine|alone|ok|honest|"
                "what you|the kids|it again|your (mum|boss|family))"
            ),
            "(next time|in future) [,] (you|please|could|can|would|maybe you|tell|call|let me)",
            "if you ..6 , i will",
            "why (should|would) i",
            "i will be (honest|straight|blunt|clear)",
            "i will (wait|be waiting)",
        ),
        kinds=_TALKS_BACK,
        mark="vow",
    ),
    Rule(
        _VOW,
        "texting leaves out the first person",
        (
            (
                "^ (will|going to|never) (tell|call|text|do it|do that|lie|be home|be there|happen|ring|"
                "message|going to) *"
            ),
            "^ will (not|never) *",
        ),
        unless=("you",),
        kinds=OWNING,
        mark="vow",
    ),
    Rule(
        _VOW,
        "a promise in a message",
        (
            "i promise (to|that i will|i will|not to|never to|you i will) *",
            (
                "i will (never|not) (lie|hide|do (that|it)|go behind|shout|check|read|speak|message|bring|"
                "call you) ..4 again"
            ),
        ),
        kinds=ANY_KIND,
        mark="vow",
    ),
)
