"""MINIMISE: words that make the act or the harm smaller."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_SMALL = Label.MINIMISE

_SPOKEN = OWNING | {Kind.REPLY}

_KEPT_LARGE = (
    "(not|never|not been) [@SO] (only|just|merely|simply) [a|about|the|one|once|that|you]",
    "(not|never) (no big deal|nothing|a small|small|a little)",
    "(anything|nothing) but (small|little)",
    "(it is|was|is) [a] (big deal|not nothing|not small|not a small|not a joke)",
    "as if it (was|were)",
    "(you|she|he|they) (said|say|called|call|think|make)",
)

MINIMISE = (
    Rule(
        _SMALL,
        "only, just",
        (
            (
                "(it|that|this|there|they|she|he|we|which) (was|were|is|are) [@SO|honestly] (only|just|"
                "merely|simply|nothing but|nothing more than|no more than|hardly|barely|literally just) (a|"
                "an|one|two|three|once|twice|the|some|texting|texts|flirting|flirty|friends|words|talking|"
                "talk|chatting|messages|money|a few|few|coffee|lunch|drinks|sex|physical|online|work|banter"
                "|fun|kissing|a kiss|#|# *|for (fun|a|one|an)|messing|mates|pictures|photos|porn|looking|£|"
                "lunches|harmless|casual|chat|emails|dinner|dancing|silly|because|things|a bit|that one|"
                "this once|the once|over)"
            ),
            (
                "i [@SO] (only|just|barely|hardly|merely) !NOT (did|looked|texted|sent|kissed|said|spent|"
                "had|borrowed|met|saw|spoke|talked|took|asked|lied|wrote|used|told|liked|messaged|flirted|"
                "called|touched|raised|shouted|pushed|danced|was|went|forgot|replied|hid|answered|bet|lost|"
                "read|checked|glanced|missed|clicked|scrolled|gave|left|drank|chatted|hugged|held|bought|"
                "put) *"
            ),
            (
                "(it was|there was|just|only) [just|only] one [@SO|silly|stupid|cheeky|drunken|little|"
                "lousy] (time|kiss|night|text|message|drink|lie|bet|evening|photo|mistake|slip) ..4"
            ),
            "i (barely|hardly|scarcely) [even] (know|knew|spoke|touched|see|saw|looked|talk) *",
            "[a] few (quid|pounds|bucks|dollars|euros|hours|texts|messages) [that is|is] all",
            "(that is|that was) (it|all) (/|it was|there was)",
            (
                "(everyone|everybody|all men|half the office|all the lads|people) (flirts|lies|does it|"
                "looks|cheats|gambles|drinks)"
            ),
            (
                "(one|a) (silly|stupid|drunken|crazy|daft|bad|foolish|little) (night|mistake|moment|evening"
                "|thing|decision|joke|comment|remark|text|message)"
            ),
            "(it|that) is (only|just) (money|words|a phone|sex|a game|a number|stuff|things)",
            "[a bit of] (harmless|innocent) *",
            (
                "we (only|just|barely|hardly|merely) (talked|kissed|texted|met|had|flirted|chatted|spoke|"
                "danced|did|went|were|held|messaged|hugged|slept)"
            ),
            (
                "[i|we] did (not|nothing) (even|but) (touch|kiss|sleep|meet|do|talk|chat|text|say|like|want"
                "|finish|spend|look)"
            ),
            "all (i|we) did was",
            "^ [it was] (just|only) (a|one|once|texting|the|friends|banter|messages|£|#)",
            (
                "[it was|was|it is] (just|only) (texting|flirting|a kiss|one kiss|once|a one off|a joke|"
                "banter|a white lie|a few (texts|messages|drinks|quid|hours|days|times|minutes|weeks|"
                "pounds)|friends|a phase|words|harmless|a bit of (fun|flirting|banter|money)|one (time|"
                "night|drink|message|text|lie|night)|money|a card|a number|a lie|a meal|a coffee|lunch|two "
                "(times|texts|dates))"
            ),
        ),
        unless=(
            *_KEPT_LARGE,
            (
                "i (just|only) (want|wanted|need|wish|hope|ask|have myself|know|said sorry|asked|told you "
                "because|found out|realised|saw how|heard|now|had to|learned|read your (letter|message))"
            ),
            (
                "i just (was not|had (you|to)|asked|took|spoke|left|met|saw|sent|told|put|read|missed|went|"
                "did not|did (this|that|it)|lied|said|called|used) (you|to|it|about|again|because|now|too|"
                "and|off|the truth|a message to)"
            ),
            "(if|when) (only|i only|just)",
            "only (when|after|because i|now|because you|myself)",
            "(you|your) ..3 (only|just) (wanted|asked|needed)",
            "it was [@SO] (just|only) because (you|of me)",
            "it (is|was) (just|only) (the|that i|me|a matter|me and)",
            "(twice|three times|once|night|time|kiss|evening) , (in|on|at|the) *",
            "you asked",
            "(you|the) only",
        ),
        kinds=_SPOKEN,
        remark="minimise.only",
    ),
    Rule(
        _SMALL,
        "no big deal",
        (
            (
                "(no|not|hardly|not such|is not|not exactly|not really) [that|a|such a|so|really] [a|much "
                "of a|all that|@SO] (big deal|deal|big of a deal|big a deal|huge deal|deep|bad|serious|"
                "important|end of the world|the end of the world|crime|drama|biggie|massive|terrible|worth|"
                "major|issue|disaster|tragedy|something to|as bad|like that)"
            ),
            "what is the (big deal|problem|fuss|drama)",
            (
                "(over|about) (nothing|something so small|something so silly|such a (small|little|silly|"
                "tiny)|a (silly|stupid|little|tiny|small) (thing|text|message|mistake|lie|joke)|one (little"
                "|silly|small|tiny|stupid) *)"
            ),
            (
                "(no|nobody|not like|not as if|no one|not) (harm|one|anyone|anybody) [was|has|got] (done|"
                "died|dead|hurt|dying|got hurt)"
            ),
            (
                "(nobody|no one|noone) (died|got hurt|was hurt|has died|is dying|is dead|cares|would mind|"
                "else minds|else would)"
            ),
            "(no harm|no harm was|no real harm|little harm) [has been] (done|,|.|$)",
            (
                "(it|that|she|he|they|this) (did not|does not|do not|meant|means|was|is) [@SO] (mean "
                "anything|mean a thing|matter|meant nothing|nothing|count|mean nothing|nothing serious|"
                "nothing to|real|harmless|trivial|minor|tiny|petty|insignificant|pretty minor|not worth)"
            ),
            (
                "(a|one|my|this|that|some|his|her) [@SO|one|silly] (little|tiny|small|white|silly|minor|"
                "slight|harmless|innocent|wee|teeny|stupid little) (lie|fib|thing|slip|mistake|white lie|"
                "error|secret|joke|flirt|kiss|flirtation|message|text|blip|hiccup|indiscretion|detail|"
                "misunderstanding|bet|bets|flutter|oversight|debt|slip - up|chat|debts|argument|tiff|row|"
                "lapse|matter)"
            ),
            (
                "(white lie|white lies|little fib|slip - up|blip|hiccup|small potatoes|storm in a teacup|"
                "mountain out of|mountains out of|fuss about nothing|spilt milk|drama over|first world)"
            ),
            "(could|things could) (have been|be) [@SO] (worse|a lot worse|much worse)",
            (
                "(people|others|some people|some men|most people|plenty of people|other men|other women|"
                "lots of people|some husbands|couples|other couples|other people|most couples) (do|have "
                "done|get over|get through|would|survive|have|go through|have been through) [@SO|far|so] "
                "(worse|this|way worse|that|much worse|over|laugh|this all the time|kill)"
            ),
            "(there are|worse) [@SO] (worse things|things (have|could)|things in|problems)",
            "i (have done|did) nothing [@SO] (serious|that bad|so bad|terrible)",
            "in the (grand scheme|great scheme|big picture|end nothing)",
            (
                "(everybody slips up|everyone slips up|everybody messes up|everyone messes up|we all slip "
                "up|we all mess up|people make mistakes|these things happen|it happens to|nobody is|no one "
                "is|noone is|none of us is|none of us are|everyone makes|everybody makes|we all make|"
                "everyone has|we all have) (perfect|mistakes|a saint|our|slips|secrets|bad days|saints|"
                "flaws)"
            ),
            "^ so (what|i|it) [if] ..6 (a few|one|once|late|a bit|couple|little|text|texted) ..3 [?|$]",
            "^ so what /",
            "^ (big deal|who cares|oh well)",
            "^ whatever (/|.)",
            (
                "(making|make) (such|so much|too much|a big|a huge|a) [big|a] (a fuss|fuss|deal|of it|of "
                "this|thing|big thing|song and dance|scene|meal|drama|of nothing)"
            ),
            (
                "(it|that|this|things) (did not|never) (go|went) [@SO] (further|that far|anywhere|all the "
                "way|beyond|any further)"
            ),
        ),
        unless=(
            "(is not|are not|was not|were not) worth (much|anything|a lot) to you",
            "(not|never) [@SO] (harmless|innocent)",
            "whatever (you|i|we|happens)",
            "(if|because|that) it (did not|does not) matter (to|how|what|if|who|why)",
            "it does not matter (how|what|if|who|why|whether|that)",
            "(to you|for you) it (was|is)",
            "(it|that|this) is not (nothing|harmless|trivial|small)",
            "(not|never) [@SO] (a|just a|some) (little|small|white|silly|tiny|minor)",
            "(was|is) (not harmless|no small|not trivial)",
            "(nothing to (do with|hide|you|say))",
            "(was|is|were) (real|not real)",
            "you (have|had|are) ..3 nothing",
            "(not|never) that (bad|big|deep) [to|for] (you|me)",
            "(one|the|a) small (step|thing (i|you) can)",
            "was nothing (you|to do|like)",
            *_KEPT_LARGE,
        ),
        kinds=_SPOKEN | {Kind.MESSAGE},
        remark="minimise.deal",
    ),
)
