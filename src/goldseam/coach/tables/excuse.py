"""EXCUSE: a cause that lightens what the writer did."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_CAUSE = Label.EXCUSE

_SPOKEN = OWNING | {Kind.REPLY}

EXCUSE = (
    Rule(
        _CAUSE,
        "a state of the writer given as the cause",
        (
            "i (was|had been|have been|am) [@SO] [@SO] [@SO] @STATE",
            (
                "(because i was|since i was|as i was|that i was|because of being|from being|due to being) "
                "[@SO] [@SO] @STATE"
            ),
            (
                "i (was|had been|have been|am) [@SO] (under|going through|in a|having a|dealing with|in "
                "shock|in pain|out of my|not (myself|thinking|in my|in a|well|sleeping|coping|in the right)"
                "|at (breaking|my lowest|my wits|a low)|far from|new to|up against|carrying|struggling with"
                "|all over the place|juggling|off my|working (too|so|double|nights|late|all)|running on|on "
                "(autopilot|medication|edge|tablets|my own a lot)) *"
            ),
            (
                "i had [@SO|just|only] (been drinking|too much to drink|had a few|had too many|had a drink|"
                "a few drinks|a few too many|a lot on|so much on|a lot going|a terrible|a bad|a rough|a "
                "hard|an awful|no sleep|a lot to drink|one too many|a drink|lost my|a breakdown|drunk)"
            ),
            "^ had (a few|too many|too much|a lot on)",
            "^ (was|were|am) [@SO] [@SO] @STATE",
            (
                "i [@SO] (acted|reacted|spoke|was acting|was coming) (from|out of) [a place of|my] (trauma|"
                "fear|hurt|pain|stress|a wound|old|my wounds|a bad|a dark|insecurity|anger|survival)"
            ),
            (
                "my (nervous system|trauma|attachment|inner child|depression|anxiety|adhd|mental health|"
                "brain) (was|is|got|has|had|made|took) *"
            ),
            "my (nervous system|attachment style|trauma response|wounds|inner child)",
            (
                "i (felt|was feeling|have felt|feel) [@SO] [@SO] (lonely|neglected|unloved|trapped|ignored|"
                "under pressure|pressured|stressed|abandoned|unwanted|invisible|rejected|overwhelmed|lost|"
                "unappreciated|alone|insecure|low|old|cornered|suffocated)"
            ),
        ),
        unless=(
            "i (was|am) [@SO] (tired|sick|scared|afraid) of (you|being (shouted|hit))",
            "i (am|was) [@SO] (busy|late) (today|tomorrow|tonight|until|at)",
            (
                "(scared|afraid|frightened|terrified|anxious|nervous|lost|alone) (of losing|to lose|without"
                " you|that you will|you will|now|tonight|today|this)"
            ),
            (
                "i am [@SO] (scared|afraid|anxious|alone|lost|upset|angry|sick|ill|unhappy|frightened|"
                "hurting|nervous|low|confused|tired|exhausted|lonely|grieving|struggling|drinking|rushed)"
            ),
            "(when|while|if|that) you (were|was|are|had)",
            "i (was|am) [@SO] angry (at|with) myself",
            "(have been|was) drinking (again|every|in secret|behind|since|at lunch|alone)",
            "i was alone (with|in the|at the) (her|him|them)",
            "i (was|am) not [@SO] @STATE",
            "i was [@SO] (busy|distracted) (with|by|texting|messaging) (her|him)",
        ),
        kinds=OWNING,
        remark="excuse.cause",
        mark="cause",
    ),
    Rule(
        _CAUSE,
        "a cause outside the writer",
        (
            (
                "(it|that|this) was [@SO] [all] [because of|down to] [the|my|just the|all the|a lot of] "
                "@SUBSTANCE"
            ),
            (
                "(the|my|all the|too much) @SUBSTANCE [and the @SUBSTANCE] (made|got|took|did|talking|"
                "speaking|was talking|was speaking|to blame|was to blame|messed|clouded)"
            ),
            (
                "(because of|due to|down to|blame|owing to|with all) [the|my|all the|all this|so much|work]"
                " [@SO|work] (@SUBSTANCE|job|workload|deadline|deadlines|childhood|upbringing|new baby|move"
                "|exams)"
            ),
            (
                "(my|the) (childhood|upbringing|parents|dad|father|mother|mum|ex|job|boss|family|therapist|"
                "past|background|culture|generation|workload|divorce|genes|illness|condition) (made|is why|"
                "taught|never|always|left me|messed|explains|wired|says)"
            ),
            (
                "(that is|it is|this is) [just|simply|only] (how|the way) (i|we|men|women|my *) (was|were|"
                "am|are|grew|do|learned|know|act|work|deal|cope|get) ..4"
            ),
            (
                "(that is|it is) [just] (who i am|my way|my nature|in my blood|in my genes|human nature|my "
                "culture|my adhd)"
            ),
            (
                "(work|things|life|the job|my job) (had been|has been|was|were) [@SO] [a|like] (hell|"
                "nightmare|mad|murder|brutal|manic|frantic|insane)"
            ),
            "(work|life|things|the kids) [just|kind of|sort of|@SO] (gets|get|got|came) in the way",
            (
                "(in|where) my (country|culture|family|religion|village|house|world|job|line of work) ..4 "
                "(is|it|we|all|every|men|that|this|nobody|people)"
            ),
            (
                "you know (how|what) [@SO] (it|that|i) (was|were|has been|had been|is|can be|got|am) [@SO] "
                "(mad|crazy|hectic|hard|tough|difficult|chaotic|stressful|busy|a lot|rough|like|intense)"
            ),
            (
                "[you know] [how|what] (work|life|the job|my job|my week) (was|were|has been|had been|is|"
                "can be|got) [@SO] (mad|crazy|hectic|hard|tough|difficult|chaotic|stressful|insane|manic|"
                "busy|a lot|full on|rough|awful|bad|like|complicated|rocky|on top|bonkers|intense)"
            ),
            (
                "you know (how|what) ..4 (my|i|work|things|the) ..6 (was|am|is|get|gets|been|were|have been"
                "|like)"
            ),
            (
                "(i was|you know i was) (raised|brought up|taught|born|wired|made) [that way|like|in|to|by|"
                "this|not|with] *"
            ),
            (
                "i (never|did not) (learn|learned|have|had|see|saw) [how|what|a] ..3 (example|role model|to"
                " show|to talk|to say|to do|father|dad|growing up|how)"
            ),
            "that is [all] [@SO] (what|how) i (know|knew|learned|saw|was taught)",
            "(anyone|anybody|any man|any woman|most people|most men) (would|else would) (have|do|react)",
            "(one thing|things) (led|lead) to another",
            "(it|that) just (happened|slipped|came out|sort of happened)",
            "in the heat of (the|that|it)",
            (
                "(circumstances|the circumstances|the situation|life|pressure) (made|got|forced|drove|was|"
                "were|being)"
            ),
            (
                "(someone|somebody|they|he|she|my mates|my friends|my boss|the lads|the girls|my brother|my"
                " sister) (told|made|talked|dared|pushed|pressured|persuaded|begged) me (to|into|it was|it "
                "would|i should|do)"
            ),
            "anyone in my (position|place|shoes)",
        ),
        unless=(
            "(does|do|did) not",
            "anyone would (be|feel|have felt|be angry|be hurt|doubt|want|need|ask|struggle|flinch|find)",
            "(she|he|they) told [me] (the truth|you)",
            "(your|you) ..3 (job|work) (is|was)",
            (
                "my (dad|mum|mother|father|parents|family|ex) (was|were|is|are|has) (there|here|coming|"
                "visiting|ill|sick|with|at|right|told|in|on|kind|asking)"
            ),
            "you know how (much|i feel|sorry|hard it is for you)",
            "i know (how|what|that) (it|things|life) (was|has been|is)",
            "(everyone|anyone) ..3 (know|knows|see|says|told)",
        ),
        kinds=_SPOKEN,
        remark="excuse.cause",
        mark="cause",
    ),
    Rule(
        _CAUSE,
        "could not help it",
        (
            (
                "i (could not|can not|was not able to|could hardly) (help (it|myself|how|what)|control (it|"
                "myself)|stop myself|resist|say no|think straight|cope|be expected)"
            ),
            "(it|that) (slipped|went) (my mind|out of my head|clean out)",
            "i (lost track|lost count) of",
            "i (was not|were not) (thinking|in control|aware|myself|ready|in my right mind|sober)",
            "(left|leaves|gave) me [with] (little|no|few|not much) (alternative|choice|option|options|room)",
            "(doing|did|do|done|was) [@SO|the] [my|the] best [that] i (could|can|knew|know)",
            "i (did|was doing|tried|do) my [@SO|level] best",
            "(not in|out of|beyond) my (hands|control|power)",
            (
                "i was (just|only|simply) (catching up|being (nice|friendly|polite|sociable|kind|honest|"
                "helpful|silly)|trying|having a|doing (my|what)|blowing off|letting off|messing|venting|"
                "helping|following|passing|curious|looking for|killing time)"
            ),
            "i had no (choice|idea|time|signal|way|option|energy|battery)",
            "(too|so) (busy|tired|stressed|much) (to|on|going on|that i)",
            "what (else|was i) (could i|supposed to|was i) (do|supposed|have done)",
            (
                "i am [only|just] (human|a man|a woman|forgetful|bad with|bad at|no good at|useless with|"
                "like that|not good with|not good at|not great at|hopeless with|hopeless at)"
            ),
            "(my phone|my battery|the battery|phone) (died|was dead|was on silent|ran out|had died)",
            (
                "if (work|my job|my boss|things|life|money|she|he) (had not|was not|were not|had been) ..6 "
                "i would (not have|have|never have)"
            ),
            (
                "[but|because|as|since|though|although|,] i [have|had|@SO] been (through|having|under|so|"
                "working|ill|off|struggling|stressed) *"
            ),
        ),
        unless=(
            "(how|what) (you|she|he) (could|can) not",
            "i had no (choice|idea) (you|how much|what you|that you)",
            "i can not help (you|with|but|loving|wondering|feeling)",
            "i am human",
            "(you|she|he) ..2 (too|so) (busy|tired)",
            "i can not cope [with] [this|any more|without]",
        ),
        kinds=_SPOKEN,
        remark="excuse.cause",
        mark="cause",
    ),
)
