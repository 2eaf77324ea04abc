"""IMPACT: what the act did to the partner, the family, or the trust between them."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_DID = Label.IMPACT

_NOT_IMPACT = (
    "sorry [that] (you|this|it)",
    "you made me",
    "if (you|i|it)",
    "you were (pushing|provoking|nagging|asking|being|cold|distant|always|never|not there|too busy)",
    "you (were|are) [@SO] (cold|distant|dramatic|unfair|jealous|paranoid|sensitive|difficult|late|drunk)",
    "you (said|told|asked) ..3 (feel|felt)",
    "(when|while|after|before) you (cried|slept|came|went|were|had|asked|called|left|got)",
    "you (trusted|believed|thought) ..6 and i",
    "(do|did|can|could|would|will|are|were) you",
)

IMPACT = (
    Rule(
        _DID,
        "what the partner lived through",
        (
            (
                "you (thought|felt|lay|rearranged|moved|borrowed|sold|took|called|blamed|believed me|"
                "trusted me|packed|worked|begged|hoped|cooked|prepared|comforted|lay there|lied for|wept|"
                "screamed|flinched|travelled|changed|went quiet|cried|waited|sat|stood|lost|missed|"
                "cancelled|found out|had to|learned|heard it|blamed yourself|stopped|covered|lay awake|woke"
                "|carried|questioned|wondered|gave up|turned down|doubted|spent|ate|slept|walked|drove|paid"
                "|went|ended up|suffered|shook|broke down|panicked|trembled|froze|hid|had nobody|had no one"
                "|had nothing|got|looked|searched|opened|explained|apologised|defended|lived|knew|came home"
                "|rang|phoned|sobbed|could not|did not (sleep|eat|know|dare|feel|have|get|recognise)|never "
                "got|were (left|alone|scared|frightened|humiliated|embarrassed|ashamed|worried|heartbroken|"
                "terrified|devastated|shaken|hurt|made|standing|sitting|waiting|crying|on your own|lied to|"
                "robbed|stuck|shocked|so hurt|the last|the only|counting|looking|all alone))"
            ),
            (
                "you (and|or|then|just|also|even|must have|have|had|have since|since) (had to|felt|lay|"
                "cried|waited|sat|lost|missed|cancelled|lain|doubted|spent|been left|been alone|stopped|had"
                " to)"
            ),
        ),
        unless=(
            *_NOT_IMPACT,
            (
                "you (got|went|knew|paid|looked|searched|opened|spent|broke) (my|through my|about it|what "
                "you|exactly|off|on at|at me)"
            ),
        ),
        kinds=OWNING,
        mark="impact",
    ),
    Rule(
        _DID,
        "what the partner lives with now",
        (
            (
                "(now|today|still|since then|ever since|these days|and|that|,|because of me|because of it|"
                "because of that) you (feel|can not|do not|check|flinch|wake|lie|doubt|wonder|jump|look|"
                "have to|no longer|cry|are [@SO] (scared|afraid|alone|ashamed|anxious|hurt|sad|unsure|tired"
                "|lonely|left|the one)|ask yourself|question|sleep|carry|live|second - guess|hesitate|feel "
                "*)"
            ),
            (
                "you (no longer|can not|do not|can hardly|can barely) [even|really|ever|@SO] (feel safe|"
                "trust|sleep|eat|look at me|believe|know what|rest|feel|know who|enjoy|relax)"
            ),
            (
                "you (still|now) (feel|flinch|check|wake|lie|doubt|wonder|jump|look|have|cry|can not|ask|go"
                " quiet|sleep)"
            ),
            (
                "you feel [@SO] (shame|pain|fear|small|foolish|unsafe|stupid|alone|ashamed|lonely|cheated|"
                "betrayed|unwanted|worthless)"
            ),
            (
                "(your|the|our|all|of) [@SO] trust [in me|in us|between us|in yourself] [that] (is|was|has|"
                "had|got|were|you had) [been] [@SO] (broken|gone|damaged|shattered|destroyed|lost|cracked|"
                "shaken|hurt)"
            ),
        ),
        unless=(*_NOT_IMPACT, "(i [do] (understand|see|get|know)) [that] you (are|feel) ..3 but"),
        kinds=OWNING,
        mark="impact",
    ),
    Rule(
        _DID,
        "what the act did to the partner or to the two",
        (
            (
                "(it|that|this|which|what i did|what i said|my @ACTING|my (lie|lies|lying|silence|drinking|"
                "gambling|affair|words|choice|choices|actions|secret|absence|behaviour|shouting|temper|"
                "cheating|betrayal|message|messages|spending|hiding|carelessness|joke|debt)|lying|hiding *|"
                "hiding it|and|i|the *) [has|have|had|did|also|must have|@SO] [@SO] (hurt|broke|broken|left"
                "|made|cost|took|shook|shaken|destroyed|damaged|ruined|humiliated|scared|frightened|robbed|"
                "crushed|shamed|stole|put|wounded|cut|hurts|caused|cracked|poisoned|undermined|spoiled|"
                "taught|cheated|wrecked|shattered|embarrassed|devastated|betrayed|exposed|drained|stressed|"
                "tore|upset|isolated|threw|turned|forced|dragged) [apart] @YOURS"
            ),
            "(it|that|this|what i did) (hurt|hurts|shook|scared|damaged|broke) (you|us|your|the) *",
            (
                "i (know|see|can see|understand|realise|have seen|saw) [now] [that|how|how much|how badly|"
                "how deeply|what] i (hurt|have hurt|broke|made|have made|put|damaged|scared|have damaged|"
                "have done to you|did to you|destroyed|have broken|frightened|left|cost|shamed|have put)"
            ),
            (
                "i [@SO] [have] (hurt|humiliated|frightened|scared|wounded|embarrassed|shamed|crushed|"
                "terrified|worried|upset|shamed) (you|the children|the kids|our|your)"
            ),
            (
                "i (broke|have broken|shattered|destroyed|damaged|have damaged|betrayed|shook|wrecked|hurt)"
                " [@SO] (your|our|the|all) [@SO] (trust|heart|faith|confidence|marriage|family|relationship"
                "|sense|safety|home|peace)"
            ),
            (
                "i (made|have made|left|put|let|had|forced|dragged) you [@SO] [to] (feel|feeling|doubt|"
                "doubting|lie|look|wait|waiting|alone|cry|worry|question|wonder|believe you|think you|"
                "through|sit|sitting|stand|standing|small|scared|unsafe|carry|carrying|afraid|ashamed|"
                "unsure|sick|anxious|pay|face|facing|explain|with|in|at|on|into|beg|wondering|a fool|"
                "holding|homeless|short|worrying|guessing|the|to *)"
            ),
            "i have taken (your|away|from you)",
            (
                "i (took|stole|robbed) (away [your|our|from]|your (peace|sleep|trust|choice|chance|sense|"
                "confidence|safety|joy)|from you|you of)"
            ),
        ),
        unless=(
            "(if|whether) (i|it|that|this) ..4 (hurt|made|upset)",
            "you (made|hurt)",
            "sorry [that|if] (this|it|that|things) ..3 (hurt|upset|made)",
            "(not|never) (mean|meant|want|wanted|intend|intended|trying) ..3 (hurt|to)",
        ),
        kinds=OWNING | {Kind.REPLY},
        mark="impact",
    ),
    Rule(
        _DID,
        "because of the writer",
        (
            (
                "(because of|thanks to) (me|what i did|what i said|my (lie|lies|lying|silence|drinking|"
                "gambling|affair|choices|actions|choice|behaviour|secret|temper|carelessness)) [,] (you|we|"
                "our|the|your)"
            ),
            (
                "(you|we|our *|your *|the *) ..8 because of (me|what i|my (lie|lies|lying|silence|drinking|"
                "gambling|affair|choices|actions|choice|behaviour|secret|temper|spending))"
            ),
            (
                "(the|our) (kids|children|boys|girls|son|daughter|little ones|family) [also] (saw|heard|"
                "cried|had to|were|was|asked|lost|are|is|know|knows|noticed|sensed|missed|watched)"
            ),
            (
                "your (mum|mother|dad|father|sister|brother|parents|friends|family|boss) [@SO] (had to|saw|"
                "heard|thought|paid|found|lent|lost|waited|believed|cried)"
            ),
            (
                "how (alone|scared|frightened|lonely|humiliated|hurt|small|lost|ashamed|broken|sad) (you|it"
                "|that|this) (were|felt|must|made|left|was)"
            ),
            (
                "that (landed|must have landed|felt|came across) as (abandonment|rejection|betrayal|cruelty"
                "|contempt|indifference)"
            ),
            (
                "(room|peace|home|sleep|safety|quiet|joy|years|childhood) ..6 i (filled|took|broke|stole|"
                "ruined|poisoned)"
            ),
            (
                "you have been (working|paying|crying|living|sleeping|carrying|waiting|lying awake|covering"
                "|looking|doubting|left|losing|wondering)"
            ),
            (
                "you were [*ly] (questioned|asked|laughed|passed|blamed|dragged|evicted|charged|fined|"
                "refused|turned away|mocked|excluded|forced|fired|sacked|sent|denied|exposed|judged|told "
                "off|shouted) [*]"
            ),
            (
                "(the|our) (kids|children|boys|girls|son|daughter|youngest|eldest|oldest|little one|little "
                "ones|family) (have|has) [also] (seen|heard|started|asked|lost|stopped|noticed|had|been)"
            ),
            "(we|our) (lost|can not pay|could not pay|had to|nearly lost|missed) (the|our|to|on)",
        ),
        unless=("sorry ..12 because of", "(not|never) ..3 because of", "(is|was) it because"),
        kinds=OWNING,
        mark="impact",
    ),
)
