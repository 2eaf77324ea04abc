"""VALIDATE: the other's feeling or view makes sense, is heard, or is met."""

from __future__ import annotations

from goldseam.coach.labels import ANY_KIND, Label
from goldseam.coach.rules import Rule

_SEE = Label.VALIDATE

VALIDATE = (
    Rule(
        _SEE,
        "says that the other's feeling or view makes sense",
        (
            (
                "(it|that|this|which|your *|what you *|everything you *) [@SO|all|also|does|would] (makes|"
                "make|made) [@SO|total|complete|perfect|a lot of|so much|every|all the|full] sense"
            ),
            "(make|makes) [@SO|total|perfect] sense (to me|that you|why you|given|now|after)",
            (
                "you (have|had|@SO have) (every|all the|a|each|the|any|total|good|every possible|plenty of)"
                " (right|reason|reasons|cause|justification) [in the world|to|for|not to]"
            ),
            (
                "i (can|do|could|totally|completely|really|truly|fully|now|@SO) [@SO|now|see|really|totally"
                "|completely|fully] (see|understand|get|appreciate|follow|imagine|feel|hear|grasp|picture|"
                "respect) [@SO|now|completely|totally|exactly|fully] (why|how|that|where you|what|you|it "
                "was|it is|it must|your|the) *"
            ),
            "(that|it|which|this) must have (been|felt|hurt|stung|seemed) *",
            (
                "(that is|it is|that sounds like|sounds like|it is such) [@SO|such] a lot to (carry|bear|"
                "take|hold|cope|deal|live|ask)"
            ),
            "(it|that) sounds (as though|as if|like) (it|you|that|this|the|your) *",
            (
                "(given|after|considering|knowing) what i (did|have done|said|put) ..4 (understand|makes|"
                "fair|see|not surprised|get)"
            ),
            "(i|we) believe [that] it (hurt|hurts|was|is|felt|feels) *",
            "i get that *",
            (
                "i (see|understand|get|hear|appreciate|respect|understood|saw|got) [@SO|now|completely|it|"
                "totally|and respect|exactly] (why|how|where you|what you|that you|that it|that this|that i"
                "|you|your|it ,) [@SO] *"
            ),
            (
                "i (hear|see|believe|feel for|feel with|understand|get|am with|stand with) you (/|and|on|"
                "about|when)"
            ),
            "i can only imagine *",
            (
                "(that|this|it|what you *) [@SO|really|all|just] (sounds|sound|must be|must feel|must have "
                "been|must have felt|seems|looks|sounded|would be|has to be|had to be) [like|@SO|like it "
                "was|to be|such|a] [@SO] [@SO] (hard|lonely|painful|fair|awful|terrible|exhausting|horrible"
                "|tough|scary|frightening|difficult|reasonable|hurtful|heavy|unbearable|isolating|"
                "heartbreaking|devastating|confusing|sad|rough|understandable|valid|natural|normal|a lot|a "
                "fair|a reasonable|tiring|maddening|upsetting|humiliating|so much|frustrating|draining|"
                "overwhelming|lonely|grim|rotten|hell|torture|stressful|miserable|disorienting|hard to|"
                "brutal|scared|right that|a valid|legitimate|justified|sane)"
            ),
            (
                "(anyone|anybody|everyone|any person|most people|i) [@SO|in your|else|with|who] [place|"
                "position|shoes|in your|in your place] would [have|@SO|also|probably|not|all] (feel|be|have"
                " felt|felt|have been|been|doubt|think|react|want|need|ask|struggle|find|flinch|trust|"
                "believe|cry|wonder|say|do|check|shake|hurt)"
            ),
            (
                "i (would|might) [have|@SO|also|probably|not|want|have been] (doubt|feel|be|felt|been|think"
                "|react|struggle|believe|trust|ask|want|need|check|find it|wonder) ..6 (too|to|2|as well|"
                "also|in your (place|shoes|position)|if i were you|the same|that way|me|myself|same|in "
                "your)"
            ),
            (
                "(of course|course|naturally) [@SO] you (feel|are|do not|would|flinch|doubt|need|want|did|"
                "were|felt|check|ask|can not|have|cried|wonder|react|get|worry|had|find)"
            ),
            "(no wonder|small wonder|little wonder|it is no wonder) [that] (you|it|your)",
            (
                "your (anger|feelings|feeling|pain|hurt|doubt|doubts|view|fear|fears|reaction|tears|sadness"
                "|grief|questions|silence|mistrust|distrust|worry|worries|point|need|needs|frustration|"
                "concern|concerns|side|jealousy|panic|disappointment|emotions|experience|rage|shock) [and *"
                " | @SO] (is|are|was|were|makes|make|matter|matters|counts|deserve|deserves) [@SO|all|"
                "completely|totally] *"
            ),
            (
                "you are [@SO|absolutely|totally|completely|quite] (right|allowed|entitled|justified) (/|to"
                " (feel|be|ask|doubt|say|need|want|cry|mind|expect)|that|about|and|in|there)"
            ),
            "you (were|are) (right|allowed|entitled) to *",
            (
                "(that is|it is|which is|this is|seems|sounds) [@SO|all|completely|totally|only|perfectly|"
                "quite|very|absolutely] (fair|understandable|reasonable|natural|normal|valid|legitimate|"
                "human|ok to feel|ok that you|ok to be|ok for you|right to (ask|feel|be)|a fair|fair enough"
                "|justified|ok if you|ok not to|ok to)"
            ),
            (
                "(fair enough|fair point|good point|understandable|i get it|i get that|i hear that|point "
                "taken|makes sense|totally get|i hear you)"
            ),
            "i (believe|believed) (you|what you|that you|it|every word)",
            (
                "(thank you|thanks) [@SO|you] for (telling|saying|trusting|sharing|being|letting|explaining"
                "|speaking|asking|opening|your honesty|being honest|your trust) *"
            ),
            (
                "i am (glad|grateful|thankful) [that] you (told|said|asked|shared|spoke|tell|trusted|can "
                "say|let)"
            ),
            (
                "(take your|there is no rush|you do not have to|you need not) (feel (better|bad|guilty)|"
                "trust me|be ok|pretend|hide)"
            ),
            (
                "what you (feel|felt|said|say|describe*|went through|are feeling|are going through) [@SO|is"
                "|was|makes|matters|are] (real|valid|sense|important|understandable|matters|is real|counts|"
                "hard|fair|a lot|awful)"
            ),
            (
                "(i know|i can tell|i can see|i see|i hear|i realise|i imagine|i notice) [that|how] [@SO|"
                "much|badly|deeply] [that|this|it|hearing *|you] [@SO] (hurts|hurt|is hurting|scared|is "
                "hard|was hard|is painful|must hurt|hurts more|must have hurt|feels|felt|are hurting|are "
                "scared|are angry|are hurt|are upset|are tired|were scared|were hurt|are in pain|are afraid"
                "|are struggling|are exhausted|are worried|were worried|were lonely|are lonely|matters|"
                "mattered|frightens|frightened|stings|weighs|took) (/|to|you|more|for|of|when|and)"
            ),
            "i am (here|listening|with you|on your side|not going anywhere) (/|and|for)",
            (
                "(that|it|this) (must|has to|had to) (hurt|have hurt|sting|have stung|scare|feel|have felt|"
                "have been|be|frighten|ache) *"
            ),
            "(it is|that is) (ok|fine|all right|understandable) (to|that|for|if) (be|you|feel|cry)",
            "you (did not|do not|never) deserve (that|this|it|any of|to be|what)",
            (
                "you (are|were) not [@SO|being] (crazy|imagining|overreacting|too sensitive|wrong to|being "
                "dramatic|alone|mad|silly|stupid|exaggerating|being silly|being too|a burden)"
            ),
        ),
        unless=(
            (
                "i (can|do) (see|understand|get|hear|imagine) (that|how|what) i (hurt|broke|made|did|have|"
                "damaged|put|scared|let)"
            ),
            (
                "i (do not|can not|did not|could not|will never|fail to|never) [@SO] (see|understand|get|"
                "believe|hear|imagine|follow|grasp)"
            ),
            (
                "i (see|understood|hear|get|saw) (you|that you) (have (been|lied|spent|not|again|still|told"
                "|deleted)|lied|are (lying|late|with|at|out|on|busy|texting|still)|were (with|at|out|online"
                "|late)|with her|with him|went|did not|never|always|texted|at the|on your)"
            ),
            (
                "i (saw|see|hear|heard) (your|the) (car|phone|message|messages|text|texts|bag|card|mum|"
                "friend|post|email|keys|coat|photo|photos|key)"
            ),
            "(you have|you had|you think you have) no right",
            "(did|do|have) i (get|hear|understand|got)",
            (
                "(do|did|can|could|would|are|is|does|if|was|will) (you|it|that|this|i) [@SO] (have every|"
                "make sense|understand|right|fair|allowed|entitled|believe|see)"
            ),
            (
                "(not|never|hardly) [@SO] (fair|understandable|reasonable|normal|natural|valid|a good|"
                "justified|ok)"
            ),
            "that is (not fair|unfair)",
            "(i know|i see|i can see) (you are|that you are) (lying|hiding|still)",
            "i (can|could) see (it|that) in your",
            "(how|what) [@SO] (fair|reasonable|convenient) (of|is)",
            "i (understand|see|hear) (that|what) (i|it) (did|was) wrong",
            "i see (you|that you) [@SO] (came|put|made|took|got|left) *",
            "it is normal for (me|us|men|people to flirt)",
            "i (see|get|understand|hear) (her|him|them|it as|my)",
            "i (get|got) (you|your) (a|some|flowers|message|text|letter|note|voicemail)",
            "i believe (you (lied|are lying|owe|should|did|were|have|had)|that you (lied|should|owe))",
            "i (hear|see) you (laughing|talking|on the|with|whisper*|come|go|typing|leave|got)",
            "is that fair",
            "(shall|can|could|should) i get you",
            "course you (did|are|do|would|were) /",
            "(no wonder|of course) (you are alone|your own|nobody|you have no|they|he left|she left)",
            (
                "your (feelings|view|side|point|reaction|need|needs) (is|are|was|were) (your|not|too|wrong|"
                "ridiculous|over|crazy|out|a joke|nothing|so)"
            ),
            (
                "i would (be|feel|want|need|ask|like) (grateful|glad|better|safer|happy|calmer|to|you|us|it"
                "|if|that|more)"
            ),
        ),
        kinds=ANY_KIND,
        mark="met",
    ),
)
