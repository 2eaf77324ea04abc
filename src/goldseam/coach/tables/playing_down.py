"""MINIMISE, beside the act: long ago, could be worse, and the partner makes too much of it."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_SMALL = Label.MINIMISE

_SPOKEN = OWNING | {Kind.REPLY}

PLAYED_DOWN = (
    Rule(
        _SMALL,
        "it is long ago",
        (
            (
                "(it|that|this|all that) (was|is|happened|were) [@SO] [all] (ages|years|months|weeks|a long"
                " time|so long|a lifetime|forever|a year|two years|three years) [and years|and *] (ago|back"
                "|,|$|.)"
            ),
            (
                "(ancient history|old news|water under the bridge|in the past now|all in the past|(it is|"
                "that is) in the past|long gone|over and done with|dead and buried|done and dusted|long "
                "over)"
            ),
            "(ages|years|months) ago (/|now|anyway|already)",
            "it (is|was) [all] (over|finished|done) (now|with|anyway|ages ago|long ago|before)",
        ),
        unless=(
            "(you|i) (told|said|asked|promised|met|married|moved)",
            "(leave|put|keep|stay|stuck) ..3 in the past",
            "(ages|years|months) ago i (lied|hid|took|made|told|started|met)",
            "(not|never) [@SO] ancient history",
            "i (lied|hid|took|spent|started|kissed|slept|met|read|borrowed) ..8 ago",
            "it is over (with|between)",
            "i ended",
        ),
        kinds=_SPOKEN,
        remark="minimise.past",
    ),
    Rule(
        _SMALL,
        "the other makes too much of it",
        (
            (
                "(you are|you were|your|stop|are you) [@SO|always|not|both] (overreacting|over - reacting|"
                "exaggerating|making (a|such|too|this|it|mountains|something)|blowing (this|it|things|"
                "everything)|being [@SO|a bit|over] (dramatic|oversensitive|sensitive|hysterical|silly|"
                "ridiculous|paranoid|over - sensitive|precious|melodramatic|a drama queen|over the top)|"
                "imagining|reading too much|overthinking|over - thinking|dwelling|catastrophising|getting "
                "[@SO|all] (worked up|upset|het up|emotional|hysterical) (over|about|for)|taking (it|this|"
                "things|everything) [@SO] (personally|seriously|the wrong way|too))"
            ),
            (
                "you take (everything|things|it|it all|this) [@SO|far|way] [too] (personally|seriously|to "
                "heart|literally)"
            ),
            "you (tend|like) to (blow|exaggerate|dramatise|overreact|overthink)",
            (
                "(blown|blowing|blow) [this|it|things|everything|all] (all|way|up|out of|totally) [out of|"
                "of] [all]"
            ),
            "(too|so|over) sensitive",
            (
                "(lighten up|get a grip|do not be so (dramatic|sensitive|silly|upset|touchy)|do not be "
                "(silly|dramatic|ridiculous|daft|like that|hysterical|melodramatic)|keep your hair on|do "
                "not get your knickers|get over yourself)"
            ),
            "(^|please|just|,|to|and) (chill|calm down|relax|cheer up|chill out) /",
            "^ (chill|calm down|relax) it is",
            "an overreaction",
        ),
        unless=(
            "(i|me|we) ..2 (calm down|relax|chill|settle down|take it easy|cheer up)",
            "(to|until|when|after|helps|can|help me|help you) (calm down|relax|chill|settle down)",
            (
                "(not|never) [@SO] (overreacting|exaggerating|being|imagining|dramatic|too sensitive|over "
                "sensitive|taking|making|reading|overthinking)"
            ),
            "i (was|am|have been) ..4 (overreacting|sensitive|exaggerating)",
            "i (called|said|told|thought) ..4 (overreact*|sensitive|dramatic)",
        ),
        remark="minimise.reaction",
    ),
    Rule(
        _SMALL,
        "at least",
        (
            (
                "at least (i|it|we|nobody|no one|she|he|you) [@SO|did|was|never|have|had|came|am|told|told "
                "you|ended|stopped|do|know|got|only] *"
            ),
            "it is not (like|as if|as though) (i|we|anything|anyone|it|you|she) *",
            (
                "[it is] not (like|as if|as though) (i|we) (slept|killed|did|was|hit|have|had|am|murdered|"
                "stole|cheated|robbed|kissed|lied|planned|meant|spent|hurt|actually|ever)"
            ),
            "i could have (done|been|said|lied|kept) (worse|much worse|a lot worse|and i|it all|quiet)",
            (
                "i [have] never (slept|cheated|hit|touched|kissed|laid|went|actually|even) ..5 (though|"
                "unlike|at least)"
            ),
        ),
        unless=(
            "at least (you|i) (could|can|should|owe|let|tell|will|would) *",
            "the least i",
            "at least i (know|hope|can|could|should|owe|want)",
            "at least (tell|let|call|say|give)",
            "it is not like you",
            "at least you",
        ),
        kinds=_SPOKEN,
        remark="minimise.at_least",
    ),
    Rule(
        _SMALL,
        "nothing happened",
        (
            (
                "(nothing|not anything) [@SO|ever|else] [has|had] (happened|happen|going on|went on|is "
                "going on|came of it|was going on)"
            ),
            "[we are|they are|she is|he is|we were] (just|only) (friends|mates|colleagues)",
        ),
        unless=(
            "(as if|like|pretend* [that]|though) nothing (happened|had happened|has happened|is|was)",
            "if nothing",
        ),
        kinds=_SPOKEN | {Kind.MESSAGE},
        remark="minimise.nothing",
        mark="d",
    ),
)
