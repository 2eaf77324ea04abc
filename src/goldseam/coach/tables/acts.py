"""NAMES_ACT: the writer says in the first person which specific thing was done or left undone."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, TALKING, Label
from goldseam.coach.rules import Rule

_ACT = Label.NAMES_ACT

_SUBJECT = (
    "i [@SO|even|once|twice|then|again|secretly|deliberately|knowingly|repeatedly|never|first|later|did|had"
    "|have] [also|secretly|even|repeatedly|deliberately|never|been]"
)

NAMES_ACT = (
    Rule(
        _ACT,
        "first person, an act that says enough alone",
        (
            f"{_SUBJECT} @DID",
            (
                "i (had|have had|was having|have been having) (an affair|a fling|a thing with|a one - night"
                " stand|a one night stand|sex with|a secret|another|an account|a second)"
            ),
            "(was|were|am|is|being|been) unfaithful",
            "^ (lied|cheated|snooped|fibbed) [on|to|about|,|and]",
            "(my|the) affair (with|i had)",
            "i (was|have been|had been|started|kept|went on|carried on|keep) [secretly|still|also] @DOING",
            "(for|regret|of|by) @DOING",
        ),
        unless=(
            "(you|she|he|they) say i (lied|cheated)",
            "i never (lied|cheated|stole)",
            "(did|have) i (ever)",
            "if i (lied|cheated|had lied)",
            "i (did|have) not (lie|cheat|lied|cheated)",
            "[not|never] (talked|thought) about cheating",
        ),
        kinds=OWNING,
    ),
    Rule(
        _ACT,
        "first person, an act with what it was done to",
        (
            f"{_SUBJECT} @ACT [up|out|down|off|away|back|through|straight] @OBJ",
            f"{_SUBJECT} !NOACT *ed [up|out|down|off|away|back|through|straight|around|over] @OBJ",
            f"{_SUBJECT} (told) (that|the|a) (story|joke|secret|lie|lies)",
            (
                f"{_SUBJECT} (let|lent|drove|sat|fell|ran|came|won|wore|rode|bid|dealt|stood|slid|spun|"
                "struck|swept) *"
            ),
            f"{_SUBJECT} @ACT [me|myself] #",
            "i should (not have|never have) (@ACT|gone|*ed|done|let) [up|out|down|through|behind|off] @OBJ",
            f"{_SUBJECT} @ACT (* *ly|*ly|* with|* in|* on|* to|* for|* from|* about|* at)",
            (
                "i did (send|write|call|meet|see|kiss|hide|read|tell|spend|take|text|delete|lie|break|go|"
                "keep|use|buy|borrow|lend|sleep) @OBJ"
            ),
            "and [then|also|even|did not] @ACT (you|your|my|our|the|a|her|him|about|to|at|it from you)",
        ),
        unless=(
            "(when|because|if|after|since) you ..3 i @ACT",
            "i (promised|told|said|kept) (myself)",
            "i (gave|put|let|said) (you time|you space|it)",
            "i saw (you|your|how|that|the look)",
            "i said [i am] sorry",
            "i used to",
            "i [have] (screwed|messed|cocked|mucked|stuffed|fucked|slipped) up",
            "i never (claimed|pretended|denied)",
            "(anything|something|whatever|things) i (said|did|wrote)",
            (
                "i [@SO] (sat|fell|ran|came|stood) [down|there|in|on|asleep|home|to my senses|clean|across]"
                " ..3 /"
            ),
            "i let (you|us|myself|it|go) [down|go]",
            "would it help",
            "if i ..6 would",
            "i (acted|reacted|behaved) (with|from|out|like|as|in|badly|*ly)",
            "(keep|kept|hid|put) it",
            "i (blew|broke) it",
            "if (i|anything)",
            "not why i (said|did|went|lied)",
            "why i (said|did|went|lied) (it|that|this)",
        ),
        kinds=OWNING,
        mark="act",
    ),
    Rule(
        _ACT,
        "what the writer told was not so",
        (
            (
                "i (told|promised|swore|assured|wrote|said|pretended|claimed) [to] [you|them|her|him|"
                "everyone|your *|the *] ~"
            ),
            "i let you (think|believe)",
        ),
        unless=("(have|already) ..2 (told|said) [you] ~",),
        kinds=OWNING,
    ),
    Rule(
        _ACT,
        "first person, an act as a habit or a course of time",
        (
            (
                "i (was|have been|had been|kept|keep|started|went on|carried on|am) [secretly|still|also|"
                "always|not] @ACTING @OBJ"
            ),
            (
                "i (have|had) been [secretly|still|@SO] (skiving|bunking|skipping|faking|dodging|pretending"
                "|siphoning|hiding|creaming|nicking) *"
            ),
            "i was with (*|another *|someone else)",
            "i was [@SO] (late|absent|drunk|away) [again]",
            "i have (hide|tell|read|take|spend|speak|make|break|say|keep|lie) @OBJ",
            (
                "i (was|have been|had been|kept) [secretly|still] (texting|messaging|seeing|meeting|"
                "gambling|drinking|sleeping|flirting|talking|chatting|speaking) *"
            ),
            (
                "i (chose|decided|agreed|planned|managed|went|went on|continued|used|had|came|tried|"
                "preferred|pretended) to @ACTBASE @OBJ"
            ),
            (
                "i went (silent|quiet|cold|missing|off|out|behind|along|through|back to|to (her|his|a (bar|"
                "pub|casino|hotel|club)|the (bar|pub|casino|hotel|club|bookies)))"
            ),
            "i (chose|decided) not to (tell|call|come|answer|say|go|reply|mention|pay|ask|show|share)",
        ),
        unless=(
            "i (was|am) (seeing|talking to) (a|my|our|the) [*] (counsellor|therapist|doctor|gp)",
            "i (have|had) to (leave|go|take|spend|pay|work)",
            "i (was|am|had been|have been) going (through|to)",
        ),
        kinds=OWNING,
        mark="act",
    ),
    Rule(
        _ACT,
        "what the writer failed to do",
        (
            (
                "i (did not|never|had not|have not|could not be bothered to|failed to|neglected to|forgot "
                "to|refused to|omitted to) [even|once|ever|bother to|think to] @ACTNOT"
            ),
            (
                "i (never|had not|have not) (told|called|texted|answered|replied|came|come|paid|asked|"
                "listened|invited|mentioned|booked|collected|stood up|defended|rang|introduced|included|"
                "visited|warned|thanked|showed|said|shared)"
            ),
            "i forgot (your|our|the|about|to) *",
            "(for|by|regret) not *ing [you|your|up|the|to|that|my|our|her|him|about]",
        ),
        unless=(
            (
                "i (did not|never|have not) (tell|told|say|said|mention) (it|that|them|her|him|anyone|"
                "anybody) (anything|about you|because you)"
            ),
            "i (did not|have not) (ask|answer) for",
            "i have not (told|asked|answered) you yet",
        ),
        kinds=OWNING,
        mark="act",
    ),
    Rule(
        _ACT,
        "sorrow or blame tied to a named act",
        (
            "(for|regret|of|by|about|how) [@SO] @ACTING [up|off|out|down|away|behind|through] @OBJ",
            "(for|regret|of|by) (coming home|being) (late|drunk|out all night|away) *",
            (
                "i was [@SO] (late|absent|drunk|rude|unkind|cruel|short|cold|horrible|nasty|mean) (for|to|"
                "at|on|with|when) (your|you|the|our|her|his)"
            ),
            "i have speak [bad|badly|ill] *",
            (
                "(my|the) (secret|hidden) (account|card|phone|loan|messages|debt|debts|credit card|profile|"
                "bets) [*]"
            ),
        ),
        unless=("(thank*|grateful|glad|proud) ..2 (for|of)", "instead of"),
        kinds=OWNING,
        mark="act",
    ),
    Rule(
        _ACT,
        "texting leaves out the first person",
        (
            (
                "^ (lied|forgot|broke|hid|read|spent|deleted|cheated|kissed|slept with|missed|skipped|used|"
                "lost|ignored|blanked|ditched|shouted|yelled|told) @OBJ"
            ),
            (
                "^ (did not|never) (call|text|tell|show|turn|pay|come|answer|reply|told|called|texted) [up|"
                "you|back|your|the|about|to]"
            ),
        ),
        kinds=OWNING,
        mark="act",
    ),
    Rule(
        _ACT,
        "an admission in a reply",
        (
            (
                "i (lied to you|hid the|hid it from you|cheated on you|slept with|kissed (him|her|someone)|"
                "stole|read your (diary|messages|phone|journal|emails)|went through your|deleted the|broke "
                "my promise|kept it from you)"
            ),
            "i lied (about|when)",
        ),
        unless=(
            "(never|not|say|think|believe) ..3 (lied|cheated|kissed|slept|stole)",
            "(if|whether|that) i (lied|cheated)",
        ),
        kinds=TALKING,
    ),
)
