"""CRITICISM: a verdict on who the partner is."""

from __future__ import annotations

from goldseam.coach.labels import TALKING, Kind, Label
from goldseam.coach.rules import Rule

_JUDGE = Label.CRITICISM

_VERY = (
    "[@SO|always|being|getting|becoming|such|the most|a bit|just so|so damn|fucking|totally|nothing but|"
    "turning into|acting|that|literally|basically|clearly|both]"
)

_NOT_SAID = (
    (
        "(i am not|i was not|i do not|i never|not) ..2 (saying|say|think|thinking|believe|mean|call|calling"
        "|suggesting) ..3 you (are|were)"
    ),
    "you (are|were) (not|never|no) [@SO|a|being|an] (@BAD|@JUDGED|@INSULT)",
    "(is not|was not|not) (that|because) you (are|were)",
    "if (you|i) (are|were) *",
    "(he|she|they|people|mum|you|i) (think|thinks|thought|call|called|said) [that] you (are|were)",
    "(do|did|am|was) i [@SO] (think|say|call)",
    "(sweet|lovely|kind|funny|dear) (idiot|fool|weirdo|cow)",
    "you are so (mean|unfair|bad) (haha|lol|😂|😉|:)",
    "as if you (are|were)",
)

CRITICISM = (
    Rule(
        _JUDGE,
        "a verdict on who the partner is",
        (
            f"you (are|were|can be|have been|have become|have always been|seem|sound) {_VERY} {_VERY} @BAD",
            (
                f"you (are|were|have been|have become) {_VERY} (a|an|the|such a|such an|nothing but a|just "
                "a) [@SO|complete|total|real|absolute|fucking|bloody|compulsive|pathological|serial|proven"
                "|big|massive|terrible|pathetic|selfish|dirty|awful|little|lousy|bad] [@SO|selfish|cold] "
                "(@JUDGED|@BAD [man|woman|person|husband|wife|partner|father|mother|human|liar])"
            ),
            "you (are|were) [@SO|just] [the] (worst|problem|reason|one who (ruined|destroyed|broke|wrecked))",
            (
                "you (are|were) [@SO|just|exactly|turning into|becoming|getting] (like|worse than) your "
                "[bloody|damn|own] (mother|father|dad|mum|brother|sister|ex)"
            ),
            (
                "you (can not|could not|are not capable|are incapable|are not able|would not know|do not "
                "know the meaning) [@SO|even|of|to|how to] (be trusted|be relied|love anyone|love|loving|"
                "tell the truth|telling the truth|be honest|being honest|honesty|a thing right|do anything "
                "right|keep a promise|be faithful|caring|feeling|empathy|of)"
            ),
            (
                "you have [got] (no|zero|never had any|not got any|not a shred of|absolutely no) [@SO|sense"
                " of] (shame|heart|respect|spine|conscience|integrity|empathy|backbone|decency|morals|"
                "honour|idea how to|loyalty|clue|consideration|self - control|principles|soul|feelings|guts"
                "|manners|responsibility)"
            ),
            (
                "(what kind|what sort) of (a|man|woman|husband|wife|father|mother|person|partner|dad|mum|"
                "parent|human) *"
            ),
            "(shame on you|you should be [@SO] ashamed|you ought to be ashamed|have you no shame)",
            "what is [@SO] wrong with you",
            (
                "you (are|were) [@SO] (no|not a real|not much of a|hardly a|half a|not even a) (father|"
                "mother|man|husband|wife|woman|dad|mum|partner|real man|parent)"
            ),
            (
                "you (only|just) (think|care|thought|cared|thinking|worry) (about|of|for) (yourself|you|"
                "number one|your own|your self)"
            ),
            (
                "(think|care|thinks|cares|cared|thought) (about|of|for) (anyone|nobody|no one|anybody|"
                "anything) (but|except|other than|besides) (yourself|you)"
            ),
            "(make|making|made) (everything|it all|it|this) [all] about (yourself|you)",
            (
                "you (do not|never|did not) (deserve|appreciate|respect) (me|us|this family|anything|anyone"
                "|any of)"
            ),
            "(typical|so typical|just typical|that is so) (you|of you|man|men|woman)",
        ),
        unless=(
            *_NOT_SAID,
            (
                "you (are|were) [@SO] [being] (cold|sensitive|bad|weak|difficult|tight|negative|distant|"
                "jealous|defensive|paranoid) (?|because|after|when|with|to|at|and shivering|.|,)"
            ),
            "what kind of (man|person|husband|father|wife|mother) (i|am i|have i|do i)",
            "you (are|were) too (hard|harsh) on yourself",
            "you are the reason i (am|get|smile|wake|live|want|still)",
        ),
        remark="criticism.character",
    ),
    Rule(
        _JUDGE,
        "blame in the large",
        (
            (
                "you (ruin|ruined|destroy|destroyed|spoil|spoiled|wreck|wrecked|poison|poisoned|killed|kill"
                "|have (ruined|destroyed|wrecked|spoiled|poisoned|killed|broken up)) [@SO] (everything|my "
                "life|this family|our|us|it all|this|christmas|every|my|the|all|what we|any)"
            ),
            (
                "you (always|never|have to|just|constantly) (ruin|destroy|spoil|wreck|mess|screw|fuck|make "
                "everything|blame|put yourself|choose yourself|take the easy|let everyone|disappoint|"
                "embarrass|put everyone|put your *|run away|play the victim|find a way to ruin|criticise|"
                "nag|moan|whine|manipulate|sulk|have to be right|fail|think of yourself|twist)"
            ),
            "(it|this|that|everything) is [@SO] (all|entirely|completely|totally|@SO) your fault",
            "(all|everything|this mess|this) (because|is because) of you",
            "you (are|were) (to blame|the problem|the reason) *",
            (
                "you (failed|have failed|let down|have let down|betrayed|have betrayed|disgraced|abandoned)"
                " (me|us|this family|everyone|as a|our children|the kids|the children|at)"
            ),
            "you (let|have let) (me|us|everyone|everybody|the kids|the children|this family) down",
            (
                "you (did not|do not|never|could not|can not) [@SO|even] (lift a finger|pull your weight|"
                "grow up|give a damn|think|bother|be bothered|keep a promise|keep your word|keep a single "
                "promise|do anything right)"
            ),
            "you (treat|treated|use|used|have used|have treated) (me|us|this house|everyone) (like|as) *",
            "you [@SO] (threw|have thrown|throw) ..4 (away|in my face)",
            "you care more about *",
            "you (wasted|have wasted|waste|took) ..3 (my life|years of my|best years|my time|of my)",
            (
                "your [@SO|constant|endless|total|complete|own|sheer] (selfishness|laziness|cruelty|"
                "stupidity|cowardice|lies|drama|attitude|arrogance|dishonesty|carelessness|immaturity|ego|"
                "neediness|jealousy|lying|temper) [and *] (is|are|has|have|ruined|destroyed|will|makes|make"
                "|just|knows)"
            ),
            (
                "how (selfish|cruel|low|dare|cold|heartless|cowardly|weak|stupid|thoughtless|petty|childish"
                "|immature) (can|could|you|of you|are)"
            ),
        ),
        unless=(
            *_NOT_SAID,
            "(not|never) ..3 your fault",
            "(did|have) you (ruin|fail)",
            "you (did not|do not|never) (ruin|destroy|spoil|wreck|fail|let)",
            "you (never|did not) let (me|us) down",
            "because of you i (am|feel|can|have|smile|still)",
        ),
        kinds=TALKING,
        remark="criticism.character",
        mark="large",
    ),
    Rule(
        _JUDGE,
        "the same in an own text about an act",
        (
            "you always (ruin|destroy|spoil|wreck|make everything|blame|criticise|nag)",
            "(is|are) all your fault",
        ),
        unless=("(not|never) ..3 your fault",),
        remark="criticism.character",
        mark="large",
    ),
    Rule(
        _JUDGE,
        "a thank you that also says what was missing before; told in a reply alone, where kind words are read",
        (
            "(thank you|thanks) [@SO|so much|a lot] for (finally|at last)",
            "(thank you|thanks) ..9 (for once|for a change) /",
            "(thank you|thanks) for not being [@SO|such|as] [a|an|the] (@BAD|@JUDGED|@INSULT)",
            "you [@SO|have|had|did|were|are] ..7 (for once|for a change) /",
            (
                "you [have|had|were] (finally|at last) (let me|let us|told me|told the|gave me|gave in|said|"
                "listened|listen|apologised|apologise|admitted|admit|understood|understand|noticed|notice|"
                "remembered|remember|stopped|stop|talked to|spoke to|helped|touched|kissed|did what|showed|"
                "nice|kind|honest|good|there for|on time)"
            ),
            "at last [,] you (let|told|gave|said|listened|apologised|admitted|understood|noticed|stopped|were)",
        ),
        unless=(
            "(when|because|since|once|until|if) [i|we] (finally|at last)",
            "(when|because|since|until|if|and) you (finally|at last)",
            "(said|told me|thought|wrote) [that] you (finally|at last)",
        ),
        kinds=frozenset({Kind.REPLY}),
        remark="criticism.before",
    ),
)
