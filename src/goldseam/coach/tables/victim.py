"""DEFENSIVE, victim: the writer speaks as the one who can never do right. Never a remark: it asks for care."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_AWAY = Label.DEFENSIVE

_SPOKEN = OWNING | {Kind.REPLY}

VICTIM = (
    Rule(
        _AWAY,
        "speaks as the one who can never do right",
        (
            (
                "i (can not|can never|could never|never|do not ever|never can) [@SO|ever|seem to] (do "
                "anything right|do a thing right|do right|win|please you|make you happy|get it right|get "
                "anything right|say anything right|say the right|be good enough|do enough|do nothing right|"
                "satisfy)"
            ),
            (
                "(nothing|whatever|anything|everything) [that] i [@SO|ever|have] (do|did|say|try|done) [or "
                "say|for you] (is going to be|is|was|will be|counts|matters|works|helps|gets|never is|seems"
                "|turns|makes) [@SO|ever|just|always] (enough|good|right|wrong|enough for you|ever|never|"
                "good enough|held|twisted|used|to be|a difference|attacked|matters|to matter)"
            ),
            (
                "(no matter what|it does not matter what|whatever) i (say|do|try) [or do|or say] ..3 (wrong"
                "|lose|attack*|punish*|blame*|damned|not enough|never|guilty|bad|mad|fight|useless|the same"
                "|criticis*|against me|in trouble)"
            ),
            (
                "i am [@SO|obviously|clearly|apparently|of course|guess|forever] (the|such a|a|just a|just "
                "the|some kind of) [big] (bad guy|bad one|villain|monster|worst|devil|enemy|terrible person"
                "|horrible person|awful person|bad person|terrible husband|terrible wife|failure|bad "
                "husband|bad wife|scapegoat|punching bag|doormat|problem|worst person|evil one|baddie)"
            ),
            "i (guess|suppose) i am [just|@SO] (the|a|such|always|not)",
            "(everything|it|all of it) is (always|all|obviously|of course|apparently) my fault",
            (
                "(always|everything is|it is always|it is all) my fault (is it|then|apparently|,|right|as "
                "usual|as always|is it not)"
            ),
            (
                "i (always|constantly) (get|have to take|take|am getting) [@SO] [the|all the|blamed|"
                "attacked|it wrong] (blame|blamed|it wrong|attacked|grief|flak|the flak|punished)"
            ),
            (
                "i [will|can|may|might as well] [just|@SO] (give up|leave then|shut up then|not bother|just"
                " die|disappear|crawl away)"
            ),
            (
                "(go on|go ahead|carry on|fine|sure|right) [then|,|and] [just|,|and] (blame|hate|attack|"
                "punish|crucify|hang|shoot|kick|put it all on|have a go at) (me|it all on me)"
            ),
            "(poor|woe is) me",
            "you [just|clearly|obviously|all|must] hate me",
            "i (walk|am walking|have to walk|live|am) on eggshells",
            (
                "(why do i|do not know why i|i wonder why i|what is the point of me|no point in me) (even|"
                "bother|try|bothering|trying|ever|apologising) *"
            ),
            (
                "(why|what is the point|no point) [do i|in me] (bother|trying|try|even try|even bother|"
                "apologising)"
            ),
            (
                "i am (crucified|punished|treated like|made out to be|always punished|damned|the one being|"
                "always the) *"
            ),
            "(what|how) about what i (have been|am going|feel|go)",
            "nobody (cares|asks|thinks|ever asks|ever thinks) [about] (how i|me|what i|about me)",
            "(after|with) (all|everything) i (have done|do|did) for you",
            "i (ruin|ruined|spoil|destroy|mess up) everything",
            "i am (the one|also) (suffering|hurting|the victim|a victim|the one suffering)",
            (
                "(you|everyone|they) (always|all) (make|makes|making) me (the|out to be|out as|feel like "
                "the) (bad|villain|monster|enemy|the bad|the villain|worst)"
            ),
            (
                "you will never (be happy|forgive me|let me|be satisfied) ..3 (anyway|whatever i|no matter|"
                "will you)"
            ),
        ),
        unless=(
            "(nothing|whatever) (you|she|he)",
            "everything i (do|say) (is|will be) (to|for)",
            "i am the worst (at|liar)",
            "(do not|never) (feel|think) ..3 my fault",
            "i am a (terrible|horrible|awful|bad) (cook|driver|liar|singer|dancer)",
        ),
        kinds=_SPOKEN,
        mark="v",
    ),
)
