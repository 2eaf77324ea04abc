"""FEELING: the writer names an own emotion."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, TALKING, Label
from goldseam.coach.rules import Rule

_FEEL = Label.FEELING

_NOT_FELT = (
    "i (am|was) [@SO] (afraid|sorry) (that|so|not|i (can not|can|have|do not|will not|must))",
    "i (am|was|do|did) not [@SO] @EMO [of you|with you|at you|any more]",
    "(if|whether|when) i (am|was|feel|felt|get) [@SO] @EMO , (it|that|i|you)",
    "i (always|often|usually|sometimes) (get|got) [@SO] @EMO",
    (
        "(sick|tired|low|small|content|touched|broken|flat|warm|heavy|raw) (of|as|with (a|the|flu|covid)|"
        "enough|day|and tired of)"
    ),
    "i am [@SO] (sick|fed up) of (you|your)",
    "(you|they|she|he|does it mean) [@SO] (think|thinks|thought|say|says|believe|believes) [that] i (am|was)",
)

FEELING = (
    Rule(
        _FEEL,
        "names an own emotion",
        (
            (
                "i (feel|felt|am feeling|was feeling|have felt|have been feeling|still feel|remain|am left "
                "feeling|was left feeling|am left|end up feeling|became|become|do feel|was left|went|go) "
                "[@SO] [@SO] [@SO] [of] @EMO"
            ),
            "i (am|was|have been|become|got|get|had been) [still|also|@SO|not only] [@SO] [@SO] [@SO] @EMO",
            "i (am|was|have been) [@SO] [@SO] (scared|sad|hurt|tired|lonely|angry|torn) (and|but|,|or|yet)",
            "^ (feel|feeling|felt|am) [@SO|a bit|so] [@SO] @EMO",
            (
                "^ [@SO] (hurt|sad|scared|angry|lonely|gutted|heartbroken|worried|furious|afraid|relieved|"
                "devastated|anxious|numb) [and|,] [@SO] [hurt|sad|scared|angry|lonely|tired|worried|afraid|"
                "numb] /"
            ),
            "(and|but|,|or|yet|then|to be) [also|still|@SO] (i feel|feel|felt|feeling) [@SO] [@SO] @EMO",
            (
                "(it|that|this|which|not knowing|the silence|your silence|hearing *|seeing *|when *) [@SO|"
                "really|still|also] (scares|hurts|frightens|saddens|worries|terrifies|breaks|upsets|"
                "confuses|shook|hurt|scared|frightened|worried|saddened|upset|terrified|angers|crushed|"
                "stung|stings|shakes|panics|unsettles|moved|moves|comforts|relieves) (me|my heart)"
            ),
            (
                "(it|that|this|what you *|when you *) [@SO|really|still] (makes|made|leaves|left) me [feel|"
                "feeling|@SO|so] [@SO] [@SO] @EMO"
            ),
            "(you|he|she) (made|make|left|leave) me (feel|feeling) [@SO] [@SO] @EMO",
            (
                "my (heart|chest|stomach) (aches|ached|is breaking|broke|sank|sinks|is heavy|hurts|is "
                "pounding|pounds|drops|dropped|is racing|races|was racing|clenches)"
            ),
            (
                "i [@SO|still|really] (miss|missed) (you|us|him|her|that|our|the way|being|hearing|talking|"
                "how|it|my)"
            ),
            (
                "i [@SO|still] (dread|fear|worry|worried|panic|panicked|ache|grieve|hurt|am hurting|am "
                "grieving|dreaded|feared|long) [that|when|about|for|about you|every|at|so|.|,|$|you|the|to|"
                "losing|inside|over] *"
            ),
            "i (hurt|ache|worry|grieve|am hurting|am grieving) [@SO] $",
            (
                "(a|my|the|with|of|such|full of|so much|there is|pure) [@SO] (fear|sadness|anger|grief|"
                "loneliness|panic|hurt|joy|relief|rage|jealousy|hope|sorrow|dread|despair|worry|anxiety|"
                "tenderness) (in me|came|comes|is|was|rises|inside|when|that|washes|takes|i|at|about)"
            ),
            (
                "i am (in pain|in shock|in bits|in pieces|in tears|on edge|all over the place|at a loss|"
                "beside myself|heart broken|at peace|at ease)"
            ),
            "i [@SO|still] (cried|cry|wept|am crying|was crying|could cry)",
            (
                "(notice|noticed|feeling|felt|with) [@SO|the|a|some|my|,] (anger|fear|grief|sadness|panic|"
                "loneliness|jealousy|shame|dread|worry)"
            ),
            "i (will|shall) always be (glad|grateful|sad|sorry for us|happy)",
            "i (hate|love) (feeling|being) *",
            "my feelings (were|are) hurt",
            (
                "i (feel|felt|am) [@SO] [@SO] [both|between] (sad|angry|hurt|torn|relieved|happy|scared|"
                "lonely) *"
            ),
        ),
        unless=(
            *_NOT_FELT,
            "i (cried|cry) (wolf|off)",
            (
                "(sorry|ashamed|guilty|embarrassed) (for|about|that|of) (what i|how i|lying|hiding|my "
                "@ACTING|having|@ACTING)"
            ),
            (
                "i (was|am) [@SO] (hurt|sick|down|low|lost|broken|small|stupid|flat) (in|at|with|by a|on "
                "the|when i was|as a child|to (bed|the))"
            ),
            "i (love|hate) being (here|outside|a|at|with)",
        ),
        kinds=TALKING,
        mark="felt",
    ),
    Rule(
        _FEEL,
        "names a present emotion in an own text about an act",
        (
            (
                "i (am|feel|am feeling) [@SO|still|also] [@SO] [@SO] (scared|afraid|frightened|terrified|"
                "sad|heartbroken|lonely|anxious|nervous|worried|angry|hopeful|grateful|relieved|torn|lost|"
                "numb|hurt|devastated|thankful|glad|empty|helpless|miserable|upset|frustrated|happy|"
                "jealous) (/|of|that|and|to|about|for|without|when|because|but|at|too)"
            ),
            "i [@SO|still|really|do] miss (you|us|him|her|our|the way|being|hearing|talking)",
            (
                "it (scares|terrifies|frightens|hurts|saddens|breaks) me (that you|to think|when|how|, and|"
                ".|$|and|to see you|to lose|to write|to say)"
            ),
            "(it|that|this) (breaks|broke) my heart (to see|when|that you|how)",
            "my heart (aches|is breaking|breaks|is heavy)",
            "i [@SO] (fear|dread|worry) (that|losing|i|you|the|it|every|about)",
        ),
        unless=(
            *_NOT_FELT,
            "i am [@SO] (grateful|thankful|glad) [that] (you (told|asked)|to have)",
            "i am [@SO] (sad|upset|worried|sorry) that you (feel|felt|are|took|see|think)",
            (
                "i feel [@SO] (sad|upset|bad|awful|terrible) (that you|about what i|for what i|about how i|"
                "that i)"
            ),
            "i am [@SO] (angry|furious|upset|disgusted) (at|with) myself",
            "i am [@SO] lost for words",
        ),
        kinds=OWNING,
        mark="felt",
    ),
)
