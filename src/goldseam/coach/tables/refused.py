"""Words by which the writer refuses a cause as an excuse, in the same sentence or beside it."""

from __future__ import annotations

REFUSED = (
    "(no|not an|not any|is not an|never an|without|not my|not a good) [@SO] (excuse|excuses|justification)",
    "(excuses|justifies|explains) nothing",
    (
        "(does|do|did|will|can|could) not [@SO] (excuse|justify|change|make it|make that|make what|explain "
        "it away|lessen|cancel|undo)"
    ),
    "(is|was) (on|down to) me",
    "(is|was|still) [still|all] (my (fault|choice|responsibility|doing|decision)|mine)",
    (
        "i [@SO] (chose|could have chosen|had a choice|take responsibility|own (that|it)|still (chose|did|"
        "had|should))"
    ),
    "(not|neither|no) (a|the|is a|is the) [*] (reason|right|licence|permission|pass|defence|ticket)",
    "(no|not a) (right|licence|reason|defence) to (lie|hide|do|hurt|shout|cheat|treat|read|take|keep)",
    "(did not|does not) ..4 , i did $",
    "but i (did|still|chose|should|could|hurt|knew|was wrong)",
    "(none|nothing) of (that|this|it) (excuses|makes|is an|justifies|changes|matters)",
    "but (that|it|this) (is|was) (on|my|no|not)",
    "that is (no|not) (excuse|reason|why|the reason)",
    "not because",
    "i am not (excusing|saying it|using|blaming|offering|making excuses|hiding behind)",
    "i should (have|not have)",
    "i was wrong",
)
