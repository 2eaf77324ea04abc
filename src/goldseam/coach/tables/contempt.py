"""CONTEMPT: mockery, insult, disgust."""

from __future__ import annotations

from goldseam.coach.labels import Label
from goldseam.coach.rules import Rule

_SCORN = Label.CONTEMPT

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

CONTEMPT = (
    Rule(
        _SCORN,
        "calls names",
        (
            (
                "you (are|were|have become|always were|look|sound|look like|sound like|act like) [@SO|just|"
                "such|nothing but|being|still|acting|like|only|totally|literally|actually|truly|the most] "
                "[a|an|the|one|that|some] [@SO|complete|total|real|absolute|fucking|bloody|miserable|sad|"
                "stupid|pathetic|lazy|selfish|dirty|little|big|fat|ugly|worthless|lying|useless|cheating] "
                "[@SO|fucking|little|excuse for a|selfish] @INSULT"
            ),
            (
                "you [@SO|complete|total|absolute|fucking|bloody|miserable|sad|stupid|pathetic|lazy|selfish"
                "|dirty|little|ugly|worthless|lying|useless|cheating|filthy|old|spineless] [fucking|little|"
                "lying|selfish|old] (@INSULT|pathetic|disgusting|loser|liar) (!|.|,|$|you|of a)"
            ),
            (
                "you (stupid|fucking|pathetic|lying|cheating|useless|filthy|worthless|spineless|miserable|"
                "selfish|disgusting|ugly) [little|old|fucking|lying|cheating] (@INSULT|man|woman|girl|boy|"
                "bitch|excuse|animal|creature|coward|liar|cheat|thing|hypocrite)"
            ),
            (
                "(what a|you are such a|be such a|being such a) [@SO|complete|total|pathetic|fucking|sad|"
                "real] (@INSULT|hero|saint|man you are|clown|prince|catch|gentleman|prize|star|martyr|"
                "joker)"
            ),
            (
                "(fuck you|fuck off|fuck yourself|screw you|sod off|bugger off|piss off|shut your (face|"
                "mouth)|shut the fuck up|shut up|get lost|get stuffed|go (fuck|screw) yourself|go to hell|"
                "go rot)"
            ),
            "(how|so|that is|it is|this is|just|you are|simply|utterly) [@SO] (pathetic|laughable|a joke)",
            "^ [@SO|how|what a] (pathetic|loser|idiot|clown|coward|moron|disgusting) /",
            "(,|^) @ADDRESS /",
        ),
        unless=(
            "(i|me) (was|am|feel|felt|have been) [@SO|such] [a|an|the|so] [@SO] (pathetic|@INSULT)",
            *_NOT_SAID,
            (
                "you (are|were|look|sound) [@SO|not] (mental|crazy|mad|dumb|stupid|insane) (for|about (me|"
                "you)|good|health|with (worry|grief)|busy|to (trust|feel|think|love))"
            ),
            "you (are|were) (a|like a) (sick|busy|lucky)",
            "you are not [@SO|a] *",
            "(made|make|makes|making) you (feel|look|seem|think)",
            "(am i|was i|do you think i|you think i)",
            "(what a|such a) (clever|good|lucky|lovely)",
            "go (off|to) (to|work|bed)",
        ),
        remark="contempt.insult",
    ),
    Rule(
        _SCORN,
        "disgust",
        (
            (
                "you [@SO|fucking|both] (make me sick|disgust me|repulse me|revolt me|make me want to "
                "(vomit|throw up|puke|be sick)|make my skin crawl|are beneath me|are nothing|are dead to me"
                "|are not worth|turn my stomach|bore me|embarrass me)"
            ),
            (
                "(i|we) [@SO] (despise|loathe|pity|am disgusted by|am sick of the sight of|can not stand "
                "the sight of|can not stand|am revolted by|have nothing but contempt for|feel nothing but "
                "contempt for|look down on|have no respect for|have zero respect for|lost all respect for|"
                "have lost all respect for) (you|your|for you|the sight of you|looking at you)"
            ),
            "i (can not|could not) (even|bear to|stand to) (look at you|be in the same room)",
            "(you are|are|is) (beneath|below) me",
            "(sight|thought|smell|sound) of you (makes|disgust*|turns)",
            "you (do not|never) deserve (to breathe|to live|air|my spit)",
            (
                "(even a|any|a) (child|dog|toddler|five - year - old|# - year - old|three - year - old|"
                "teenager|monkey|trained|half - wit|idiot|kid|goldfish) [@SO|of|in|with|half a brain] "
                "(could|can|would|knows|gets|understands|has|manages|behaves|does)"
            ),
            (
                "my (dog|cat|ex|phone|toaster) (has|shows|is|was|does|could|would) (more|better|a better|a "
                "bigger) *"
            ),
        ),
        unless=(
            "i (can not|could not) look at you (without|and not) (crying|feeling|remembering|thinking)",
            "i (can not|could not) even look at you (right now|today|yet|at the moment)",
            "(do|did) (i|you) [@SO] (disgust|embarrass)",
        ),
        remark="contempt.insult",
    ),
    Rule(
        _SCORN,
        "mocks",
        (
            (
                "(oh|wow|aww|gosh|ha|haha|lol|bravo) [,|.|!|…] [@SO] (how|what a|poor|great|well done|bravo"
                "|congratulations|lovely|brilliant|fantastic|wonderful|you poor|you are so|you (remembered|"
                "noticed|managed|finally|actually)|thank you so much for|thanks (so much|a lot|a bunch) for"
                "|of course|because you|big man|are not you|very|such a|now you|look at you|look who|here "
                "we go|the great|his (majesty|lordship)|her (majesty|highness|ladyship)|that is rich|please"
                "|spare|give|as if|how convenient|convenient|the (saint|victim|hero)|poor little)"
            ),
            (
                "(shall|should|do you want|want|would you like|do i need|must|can|let|am i supposed) (i|me|"
                "to|us|you|them) [@SO|me|to|us] [to] (throw|get|give|hand|pin|bow|clap|applaud|alert|roll|"
                "award|kneel|call the papers|order|bake|fetch|frame|curtsy|light) [you|out|in|some|them] [a"
                "|the|gold|big|little] (parade|medal|medals|cookie|party|applause|badge|trophy|prize|bow|"
                "down|media|press|carpet|cake|round|statue|violin|sticker|hands|band|flags)"
            ),
            (
                "(throw|want|have|get|give|deserve*|expect*|waiting for|here is) [you|yourself|yourselves|"
                "him|her|them] a [@SO|gold|nobel|little] (medal|parade|trophy|cookie|round of applause|"
                "prize|gold star|statue|standing ovation|sticker|biscuit|badge|oscar)"
            ),
            (
                "(slow clap|round of applause|gold star|nobel prize|medal for|oscar for|award for|father of"
                " the year|mother of the year|husband of the year|wife of the year|partner of the year|mum "
                "of the year|dad of the year|mother teresa|prince charming|mr perfect|little miss|mr know|"
                "miss perfect|lady muck|drama queen)"
            ),
            (
                "(boo hoo|boohoo|cry me a river|world's smallest violin|smallest violin|tiny violin|blah "
                "blah|yada yada|wah wah|bla bla|my heart bleeds|sob story|get a life|grow a (pair|spine|"
                "backbone)|man up|get real|dream on|spare me|give me a break|do not make me laugh|do me a "
                "favour|get a clue|use your brain|join the real world|diddums|whoop de|wow just wow|knock "
                "yourself out|not that you would (know|understand|notice|care)|as if you would (know|"
                "understand|notice)|bless your heart|how convenient|how original|nice try|good luck with "
                "that|you wish|whatever you say)"
            ),
            "(^|just|please|you|,|to|and|!|should|oh) [@SO] grow up (/|and|for once|will you)",
            (
                "what a [@SO|busy|fine|big|great|brave|wonderful|lovely|perfect|important|,] ..2 (man|woman"
                "|husband|wife|father|mother|dad|mum|person|friend|catch) you (are|were|turned out)"
            ),
            (
                "you could not (organise|run|manage|find|hold|keep|boil|pour|tell the truth if|be honest if"
                "|lie straight) ..6 (in a|if|your|without|down|to save)"
            ),
            "(can not|could not) (stand|bear) you /",
            "(contemptible|beneath contempt|laughing stock)",
            "^ here we go [again]",
            "oh (sure|yeah|right|yes) [,] (blame|because|of course|that|you|the)",
            "(thanks|thank you) for nothing",
            "thanks for (noticing|finally|gracing|the (support|honesty|concern)|turning up) ..5",
            (
                "(how|so|very|that is) [@SO] (generous|noble|big|gracious|mature|convenient|original|"
                "charming) of you"
            ),
            (
                "^ (how|so|very|that is) [@SO] (kind|brave|thoughtful|considerate|sweet|good|clever|"
                "romantic|touching) (of you to (come|join|bother|grace|show|remember|find|make time|think "
                "of|notice|turn|spare)|you (came|remembered|managed|are|were|noticed|decided|could)|, you)"
            ),
            (
                "(well done|bravo|congratulations|congrats|good for you|nice one|nice job|great job|good "
                "job|clever you) [,|.|!] [on|for|you] (finally|remembering|managing|noticing|bothering|"
                "being (on time|home|honest|such)|ruining|turning up|showing up|coming home|making it|you "
                "(finally|actually|remembered|managed|ruined|win)|another lie|genius|clever|for once) ..3"
            ),
            (
                "(you|he|she) (actually|finally|even|almost|nearly) (managed|remembered|noticed|bothered|"
                "came|did|turned|lifted|washed|thought|showed) ..6 (for once|for a change|what a|wow|well "
                "done|congratulations|miracle|amazing|alert|shall i|bravo|stop the press)"
            ),
            (
                "(stop the press|alert the (media|press)|hold the front page|wonders never cease|pigs "
                "(might|can|will) fly|hell (has|must have|just) froze*|call the newspapers|break out the "
                "champagne|mark the calendar)"
            ),
            (
                "(in case|unless|or) (you|have you) (have not|had not|did not|missed|not) (noticed|heard|"
                "noticed ,) , (genius|einstein|love|pal|mate|idiot)"
            ),
            (
                "(do|can|could|should|shall|must) (i|you) [@SO|need to] (draw|spell|write|explain) (you|it|"
                "this|that) [a|out|down|to you] (picture|out|in crayon|slowly|like|diagram) ..3"
            ),
            (
                "are you [@SO|actually|really|fucking] (stupid|deaf|blind|thick|dumb|five|twelve|mental|"
                "insane|retarded|dense|that stupid|this stupid|for real|simple|brain)"
            ),
            (
                "(must be|it must be) (nice|so hard|so tough|lovely|tough|exhausting|hard) (to be|being|"
                "living|having|for you|never)"
            ),
            (
                "(your|our) (royal|highness|majesty|lordship|worship|holiness|ladyship|grace|precious|"
                "little (friend|feelings|tantrum|drama|girlfriend|boyfriend|problem|speech)|so - called|"
                "pathetic|silly little|sad little|pretty little|fake|crocodile) *"
            ),
            "(so|very) (predictable|you are the expert|clever)",
            "(as|like) (usual|always) [,] (the|you|poor|our) (victim|martyr|hero|saint|expert)",
            (
                "(clearly|obviously|sorry) [,|i forgot|forgot|,] [that] (you are|i forgot you|we all know "
                "you|the world|everything) (the only|perfect|always right|so important|revolves|a genius|"
                "the expert|never wrong|so clever)"
            ),
            (
                "(the|our) (great|mighty|almighty|perfect) (man|father|husband|provider|wife|mother|one|"
                "queen|king|you)"
            ),
            "^ you , (of all people|honest|caring|sorry|a parent|loyal|thoughtful) ?",
            (
                "(lol|haha|lmao|rofl|ha ha|pfft|pff|hah|ffs) [,|.|!] (as if|sure you|good luck with|right ,"
                " like|what a|yeah right)"
            ),
            (
                "i am (so|truly) (lucky|blessed|honoured) to (have|be married to) (such|a|someone) ..4 (who"
                "|that) (can not|never|forgets|lies|leaves)"
            ),
            "(someone|somebody) (like you|as (stupid|thick|slow) as you)",
        ),
        unless=(
            (
                "(how|so|very|that is|that was) [@SO] (kind|brave|thoughtful|considerate|good|sweet) of you"
                " (to (tell|say|listen|write|let|give|hear|wait|read|stay|share|ask|offer|help|be|call|"
                "drive|cook|take)|/|and i)"
            ),
            (
                "(oh|wow|yes|sure|right|well|yeah|ah|great|nice) [,] (of course|please|thank|i|you are so "
                "(right|kind|welcome)|you are very|very|what a (lovely|beautiful|relief|nice|good))"
            ),
            "(thank you|thanks) so much for (listening|telling|reading|coming|your|being|waiting|the)",
            "i (need|have|had|should|must|want|am trying) to (grow up|get real|man up|get a life|grow a)",
            "(when|as|since|where) [did|do] (i|we|you|he|she|the kids|they) (grow|grew|get|was) up",
            (
                "(i|we|you|he|she|kids|they) (did|do|grew|to|will|can) grow up (in|with|to|without|together"
                "|near|so fast|next)"
            ),
            (
                "it must be (so|very|really|hard|tough|exhausting) ..4 (to (hear|read|carry|live with me|"
                "wonder|trust)|for you (and|to|when|because|that))"
            ),
            (
                "(lol|haha|ha ha) [,|.] (i|love|miss|thanks|thank|see|good night|ok (see|love|thanks|thank)"
                "|ok i|yes i|yeah i)"
            ),
            "are you [@SO] (blind|deaf) (in|from)",
            "i am [such] a drama queen",
            "pour",
            "poor (thing|baby) [,] (i|that|you must|come|did|is|does|are)",
            (
                "(well done|congratulations|good job|great job|nice job|good for you) (on|for) (your|the|"
                "finishing|passing|getting|standing|being)"
            ),
            (
                "(well done|congratulations|good job|great job|good for you) [,|!|.] (i am|you (did|worked|"
                "have|deserve)|love|that is)"
            ),
            (
                "(shall|should|can|do you want|would you like) (i|me) [to] (get|give|fetch|order|call) (you"
                "|the|a|some|us) (a (lift|hug|tea|hand|cup|call|ring|minute)|some|anything|dinner|takeaway|"
                "tea|milk|kids|car|doctor)"
            ),
        ),
        remark="contempt.sarcasm",
    ),
)
