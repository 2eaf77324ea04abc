"""Two signals that ask for care: threat and despair. Tuned to miss little; each leads to private help only.

Quoted words count: whoever writes down a threat may be the one who was threatened. That someone "can't do anything
right" counts as despair, because it is answered with care and never with a reproach.
"""

from __future__ import annotations

from goldseam.coach.phrases import Phrases
from goldseam.coach.spelling import Wording

THREAT = (
    # violence, announced, wished, or told
    (
        "i (will|am going to|could|want to|would|swear i will|should|might|have to) [@SO|have|fucking] "
        "((kill|hurt|hit|beat|smash|strangle|choke|stab|shoot|slap|punch|destroy|ruin|burn|bury|end|finish|"
        "knock|thump|batter|throttle|murder|come for|break) [both|all] [of] (you|your|him|her|his|them|the|"
        "my|our|every|us|someone|somebody|whoever|anyone)|make you (pay|regret|suffer|sorry|wish)|make your"
        " life|make sure you never|make sure (everyone|your|no one|nobody|you lose)|teach you)"
    ),
    (
        "i [have|had|@SO|also|even|then] (hit|slapped|punched|choked|strangled|grabbed|shoved|pushed|kicked"
        "|beat|threw|thumped|shook|bit|headbutted|pinned|burned|spat|raped|forced myself|locked) [a|the|it|"
        "something|my *] [*] [at] (you|your|her|him|the (kids|children)|them)"
    ),
    (
        "(you|he|she|they|my *) [have|had|@SO|once|then|even|also|has] (hit|hits|slapped|slaps|punched|"
        "punches|choked|strangled|grabbed|grabs|shoved|pushed|pushes|kicked|beat|beats|threw|threatened|"
        "threatens|threaten|raped|forced|locked|burned|spat at|pinned|bit|followed|follows|tracks|tracked|"
        "stalked|stalks) [a|the|it|something|my *|things] [*] [at|into|on|with|to] [in|up|around] (me|my|us"
        "|the (kids|children))"
    ),
    (
        "(you|he|she) (might|will|would|could|is going to|are going to|may) [@SO] (hit|hurt|kill|harm|beat|"
        "attack) (me|us|the|my|him|her)"
    ),
    (
        "(afraid|scared|frightened|terrified|fear*) (of (you|him|her|what you (will|might|would)|what he|"
        "what she|going home|being (hit|hurt))|for my (life|safety)|to (go home|come home|leave|say no|be "
        "alone with|tell you|speak))"
    ),
    "i (am|feel) not safe (with|at home|here|around|from)",
    (
        "i do not feel safe (with you|at home|around you|with him|with her|in (my|our|this) (own|home|"
        "house)|here)"
    ),
    (
        "(kill|harm|beat|hit|hitting|beating|killing) (you|him|her|them|the (kids|children|dog|cat)|both|us"
        " all|everyone|whoever|anyone who)"
    ),
    (
        "(will|going to|want to|could|might|would) [@SO] hurt (you|him|her|them|the (kids|children|dog|cat)"
        "|someone|somebody)"
    ),
    "(you are|she is|he is|you will be) (dead|a dead|finished|so dead)",
    (
        "(got|get|have|took|take|held|hold|holding|pulled|waved|bring|with|buy|bought|my|pointed) (a|the|my"
        "|your|his|that) (gun|knife|hammer|petrol|acid|axe|rope|razor|blade|belt|shotgun)"
    ),
    "(gun|knife|blade) (to|at|against) (my|your|his|her|me|you)",
    (
        "(or else (/|you|i)|just you wait|watch your (back|step)|you have been warned|do not make me (hurt|"
        "hit|do|come|angry|say it|tell you|repeat)|you made me hit|last warning|final warning|you asked for"
        " it|look what you made me)"
    ),
    (
        "you will (regret|pay|be sorry|suffer|wish|see what happens|find out what|never see|lose (the|your)"
        "|lose everything|not get away|end up|get what|never be safe)"
    ),
    (
        "(i know|knows) where (you|she|he|they|your|her) (live|lives|work|works|are|is|sleep|go|park|school"
        "|mum|sister)"
    ),
    (
        "i (am|will be|was) [@SO|always] (outside your|outside the|in front of your|waiting outside|waiting"
        " for you|checking where you|(watching|following|tracking) (you|your (phone|car|location|house|"
        "every|messages|account)|where|every move))"
    ),
    (
        "i [@SO] ((followed|follow|stalked|tracked|track|monitor|recorded) (you|your (car|phone|location|"
        "movements)|her|him|where)|(put|hid|have) (a tracker|an airtag|a camera|a gps)|(installed|put) (a|"
        "an|some|spy) * (on|in) your|hacked (your|into)|checked your location)"
    ),
    "i will find (you|out where|her|him|them)",
    # self-harm as leverage
    (
        "if you [@SO] (leave|go|tell|walk|do not|ever|end|see|talk|say|take|call|divorce|cheat|break) ..8 i"
        " (will|am going to|might|would|shall|can not promise|do not know what) *"
    ),
    (
        "i (will|am going to|would|might|shall) ..8 if you (leave|go|tell|walk|ever|end|see him|see her|"
        "talk to|do not|take|call|divorce)"
    ),
    (
        "(kill|hurt|cut|harm|hang|drown|shoot|end) (myself|himself|herself) (if|unless|and it|because of "
        "you|and you)"
    ),
    "(it will be|my blood|that is) [on] your (fault|hands|conscience) (if|when) i (die|am dead|kill)",
    # coercion and isolation
    (
        "(no one|nobody|noone) (will|would|is going to|is ever going to) [@SO|ever] believe (you|me|her|him"
        "|a word)"
    ),
    (
        "you (are|will) not [be] (allowed|permitted|going anywhere|leaving|to (see|talk|speak|leave|go|wear"
        "|work))"
    ),
    "you (are|were|will be) (forbidden|not allowed|going nowhere|mine|my property)",
    (
        "i (forbid|will not let you|do not let you|did not let you|will not allow|do not allow|am not "
        "letting you|locked you|took your (phone|keys|passport|money|card)|hid your (keys|passport|phone)|"
        "will take your (phone|keys|passport|money)|control your|cut you off)"
    ),
    "(you|he|she) (will not|does not|do not|did not|never|would not) [@SO|ever] (let|allow|allows) me [to] *",
    (
        "(you|he|she) (took|takes|hid|checks|check|checked|keeps|controls|control|smashed|broke|locked|read"
        "|reads) [all|up] my (phone|keys|passport|money|card|pills|glasses|messages|bank|wages|clothes)"
    ),
    "i need (your|his|her) permission",
    "(ask|asking|asks) [for] permission to *",
    "i will (take|get|keep|have) (the|your|our) (kids|children|boys|girls|son|daughter|house|baby|dog) *",
    "you will never see (the|your|our|them|him|her) [kids|children|son|daughter|again|boys|girls|baby]",
    (
        "i will (tell|out|expose|post|send|publish|share|show|report|call) (everyone|your|you to|the|them|"
        "you|it to|immigration|social services|the police|this to|those|photos|pictures|all) *"
    ),
    (
        "(post|share|send|leak|publish|have|keep|got) (the|your|those|all|these) (photos|pictures|nudes|"
        "videos|video|naked|screenshots)"
    ),
    "if i can not have you",
    "you can (not|never) (leave|escape|hide|get away from|run from|divorce) (me|from me)",
    "you belong to me",
    "(you|i) (owe me|have to|must) (sex|sleep with me|have sex)",
    (
        "(made|make|makes|forced|forces|forcing|pressured|pressures) (me|you) [to] (have sex|sleep with|do "
        "things|strip|touch|undress|perform|into (sex|bed))"
    ),
    (
        "(deport you|have you deported|get you deported|your visa|call immigration|report you|you to "
        "immigration|full custody|have you sectioned|get you sectioned|take you to court for the)"
    ),
    (
        "(i|you) (smashed|broke|punched|kicked|put my fist|put a hole|threw) (the|a|your|my|our|through|in|"
        "plates|things|it) (wall|door|phone|window|plate|tv|television|chair|glass|mirror|hole|laptop|at)"
    ),
)

DESPAIR = (
    (
        "(want|wanted|wanting|wish|rather|ready|going|better) [to|i|@SO|that i] (die|be dead|was dead|were "
        "dead|had never been born|was never born|not be here|not exist|not wake up|disappear|vanish|be gone"
        "|could disappear|could die|could sleep forever|could not wake|off dead)"
    ),
    "(kill|killing|hurt|hurting|cut|cutting|hang|hanging|harm|harming|drown|starve|burn) (myself|my self)",
    (
        "(suicide|suicidal|overdose|self - harm|self harm|selfharm|take my own life|taking my own life|end my life|"
        "ending my life|end it all|ending it all|end it tonight|finish it all|take all my pills|all the "
        "pills|jump off|step in front|kms)"
    ),
    (
        "i (do not|did not|no longer|can not) [@SO] (want|see|know why|deserve|know how) [to|why|how to|a "
        "reason to|any reason to|i] (live|be here|wake up|exist|go on|carry on|be alive|keep living|am here"
        "|bother living|a way out|any way out|a way forward|a way through|any future|a future)"
    ),
    (
        "i (can not|could not) [@SO|even|possibly] (go on|carry on|do this any more|do this anymore|take "
        "(it|this|any more|much more)|cope|live with (myself|this|it|what)|see a way|see any|bear (it|this|"
        "to live)|face (it|another|tomorrow|the day|anything)|live like this|keep going|stand it|live "
        "without) *"
    ),
    (
        "(no|not any|any|lost all|lost|without|beyond|past all|given up|given up all|little) [@SO] (hope|"
        "hope left|point in living|point in going|point to|reason to live|reason to go on|reason to be|way "
        "out|future|point going|point being|light) *"
    ),
    "(there is|is there|see|what is) (no|not any|the|any) (point|use|hope|way out|future|reason) *",
    (
        "(i am|i feel|feel|feeling|feels|it is|this is|all is|life is|everything is|all so|so|just|utterly|"
        "completely|nothing but|only|in|the|my|of) [@SO] (hopeless|hopelessness|worthless|pointless|"
        "meaningless|unbearable|despair)"
    ),
    "(i am|i feel|feel) [@SO] (desperate|useless|a waste)",
    (
        "(better off|happier|better|easier) (without me|if i (was|were|died|am|had|did not|disappeared|"
        "just)|dead)"
    ),
    "(world|everyone|you|kids|children|they) ..5 better ..3 without me",
    "i (hate|loathe|despise|can not stand|disgust) (myself|my life|being me|being alive|who i am|the person)",
    "i (deserve|deserved|ought) to (die|be dead|suffer|be alone|rot|lose everything|burn|be punished)",
    (
        "i (am|feel|have become) [@SO|such|just] [a|an|the|like a|like] [@SO|complete|total|worthless] "
        "(failure|burden|monster|waste of space|waste|nothing|nobody|garbage|worthless|broken|beyond help|"
        "beyond repair|lost cause|dead inside|disgusting|unlovable|useless|hopeless|trapped|finished|done "
        "for|drowning|numb inside|empty inside|the worst person|terrible person|horrible person|bad person|"
        "piece of shit|mess)"
    ),
    "(ruin|ruined|destroy|destroyed|spoil|break|wreck|hurt|mess up) everything [i touch|.|,|$|and]",
    (
        "(i|my life) (is|have|has|had) [@SO] (over|nothing left|nothing to live for|no one left|nobody left"
        "|nothing any more|no meaning|given up|not worth|lost everything)"
    ),
    "(nothing|no one|nobody) (left|matters|cares|would (miss|notice|care)|can help|helps) *",
    (
        "(give|giving|gave|given) up (/|on (life|everything|myself|living|it all|trying)|now|completely|"
        "altogether|trying)"
    ),
    "(goodbye|good bye|farewell) (forever|everyone|for good|and|,|this is|to everyone)",
    "(last|final) (message|letter|words|time you (hear|see)|thing i) *",
    "(tired|sick) of (living|life|being alive|being here|existing|fighting|everything|waking)",
    (
        "(can not|do not|no longer|could not) [@SO] (sleep|eat|stop crying|get out of bed|get up|feel "
        "anything) ..6 (any more|anymore|for days|for weeks|at all|in days|since)"
    ),
    "what is the point",
    (
        "i (can not|can never|could never|never|never can) [@SO|ever|seem to] (do anything right|do a thing"
        " right|do right|get anything right|be good enough|win)"
    ),
    "(nothing|everything|whatever|no matter what|anything) [that] i [@SO|ever] (do|say|try|touch) *",
    "i do not deserve (to live|to be (here|alive|loved|happy)|love|you|anything|anyone|kindness|help)",
    (
        "(wish|wished|if only) i (was|were|had) (dead|never been born|never born|never existed|not here|not"
        " born|not woken)"
    ),
    (
        "(no one|nobody|noone) (would|will|to|cares|loves|wants) (miss me|notice|care|help|talk to|turn to|"
        "me|about me|if i)"
    ),
    (
        "i (am|feel) [@SO] (all alone in|so alone|completely alone|suicidal|at the end|at my limit|at "
        "breaking point|at rock bottom|in a (dark|black) (place|hole)|going under|crying all)"
    ),
)

_THREAT = Phrases(THREAT)
_DESPAIR = Phrases(DESPAIR)


def carries_threat(wording: Wording) -> bool:
    """Whether a sentence, quotes read too, carries violence, coercion, isolation, stalking or leverage."""
    return _THREAT.stand_in(wording)


def carries_despair(wording: Wording) -> bool:
    """Whether a sentence, quotes read too, carries hopelessness or a wish to die."""
    return _DESPAIR.stand_in(wording)
