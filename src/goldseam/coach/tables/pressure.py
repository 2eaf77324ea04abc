"""PRESSURE: forgiveness, trust or the end of the subject is demanded or hurried."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_PUSH = Label.PRESSURE

_SPOKEN = OWNING | {Kind.REPLY}

_FREE = (
    "(no|without|not|never) [@SO|any] (hurry|rush|pressure|need to|deadline)",
    (
        "(not|never) [@SO|here] (ask|asking|expect|expecting|demanding|going to ask|going to push|going to "
        "rush|pushing|trying to)"
    ),
    "(do|did|does|will|would|need) not (have|need|expect|ask|owe|want|be)",
    (
        "(when|whenever|once|until|if|before) [and when|ever|and if] you (are|feel|want|wish|like|decide|"
        "choose|can|need|ever)"
    ),
    "take (all|your|as much|the|whatever) [the] time",
    "(i hope|i dream|i would love|maybe|perhaps) ..4 (some day|someday|one day|in time)",
    "(one day|some day|someday|in time|in your own time|at your pace)",
    "you (owe me nothing|do not owe)",
    "i can wait",
)

PRESSURE = (
    Rule(
        _PUSH,
        "asks to end the subject",
        (
            (
                "(can|could|may|shall|will|would|can not|could not|why can not) (we|you) [@SO|please|not|at"
                " least|all|now] [@SO|please|not|just] (move on|move past|get back to|get past|get over|"
                "forget|drop|put this|put that|put it|put all|go back to|stop talking|stop this|stop going|"
                "stop bringing|leave it|leave this|let this go|let it go|let that go|start over|start again"
                "|start fresh|be normal|be done|close this|be friends|turn the page|draw a line|call it|be "
                "ok again|be happy|be us|stop punishing|stop it now|get on with|stop dwelling|act normal|"
                "make up|kiss and|wipe the|be over it|go home|come home)"
            ),
            "let us not (let|dwell|make|go over|rake|ruin|spoil|argue|fight|waste|throw|do this)",
            "get off my (back|case)",
            "(consider|regard) (the matter|this|it|that) [as|now] (closed|settled|done|dealt|finished|over)",
            "[may] [now] consider the matter (closed|settled)",
            (
                "let us [@SO|please|not] [just|@SO|not|all] (move on|move past|forget|put this|put it|put "
                "that|put all|drop|leave it|leave this|leave the past|get back|get past|get over|go back to"
                "|start over|start again|start fresh|call it|turn the page|draw a line|close this|talk "
                "about this again|not talk|talk about it any|go over|let it|let bygones|be done|end this|"
                "stop this|wipe the|look forward|focus on the future|be happy|pretend|never speak)"
            ),
            "(get|got|be|getting) [@SO] over (it|this|yourself|that|things) (/|already|now|and|soon|by)",
            (
                "(can|could|will|let|may) (things|it|everything|life|us) [@SO|please|all] (go|get|be) (back"
                "|normal|over|ok again|like before)"
            ),
            "(put|leave) (this|that|it|the|all) [*] [*] behind us",
            "(can|could) we [please] talk about (something|anything) else",
            (
                "^ [@SO|please] (move on|drop it|let it go|let it drop|let it rest|forget it|forget about "
                "it|give it a rest|give it up|leave it|end of story|end of discussion|case closed|build a "
                "bridge)"
            ),
            (
                "(and|now|so|,|just|please|to|should|then|that) [@SO] (move on|drop it|let it go|let this "
                "go|let it drop|forget about it|forget it|give it a rest|leave it there|leave it at that|be"
                " done with (it|this)|put it behind us|put this behind us|get over it|get past this|get "
                "past it|let go of it|end of (story|discussion))"
            ),
            "(call it|call us|we are) (quits|even|square)",
            (
                "(time|high time|about time) (to|for us to|we|you|for you to|that we|that you) [@SO] (move|"
                "moved|forgive|forgave|forget|let|get|got|drop|dropped|stop|stopped|put|trust)"
            ),
            (
                "(bygones be|clean slate|water under|forgive and forget|fresh start|wipe the slate|new "
                "leaf) (/|bygones|now|from|clean)"
            ),
            (
                "(stop|quit) [@SO|always] (going on|bringing|punishing|dwelling|living in the past|throwing"
                "|dragging|harping|digging|rubbing|holding|banging on|using it|rehashing|raking|sulking|"
                "asking me|asking about|being angry|being mad|being like this|talking about) *"
            ),
            (
                "(do not|why|you keep|always) [do you|are you|have to|you|@SO] [keep|always] (bring|"
                "bringing|drag|dragging|dig|digging|throw|throwing|dwell|dwelling|go|going on|rehash|rake|"
                "harp) (it|this|that|on|back|up|about|over) [up|on|back|about|in my|again]"
            ),
            "(enough|that is enough) (already|now|of this|is enough|.|!)",
            (
                "(the|this|that) (subject|topic|matter|conversation|discussion|chapter) (is|should be) "
                "[now] (closed|over|done|finished)"
            ),
            (
                "i (do not|will not) want to (hear|talk about|discuss) (it|this|about it|about this|any "
                "more) (again|any more|ever|now)"
            ),
        ),
        unless=(
            *_FREE,
            "(can|could) we (start|begin) again (with|by|slowly)",
            (
                "i (can|could|will|should|must|need to|want to|try to|have to|learn to|did not|would not) "
                "not [@SO|just] (move on|let it go|get over|drop it|forget)"
            ),
            (
                "i (can|could|will|should|must|need to|want to|try to|have to|wanted to) (move on|let it go"
                "|get over it|drop it|forget it)"
            ),
            "(not|never) (talk|forget) about (the|what)",
            "can we leave (it|this|the)",
        ),
        kinds=_SPOKEN,
        remark="pressure.move_on",
    ),
    Rule(
        _PUSH,
        "the same, said to the other's face in a message",
        (
            "(get over it|move on already|drop it already|just drop it)",
            "(so|,) (get over it|drop it|move on)",
        ),
        kinds=frozenset({Kind.MESSAGE}),
        remark="pressure.move_on",
    ),
    Rule(
        _PUSH,
        "demands forgiveness, trust or closeness",
        (
            (
                "you [@SO|really|will] (have to|need to|must|should|ought to|have got to|had better|could "
                "at least|are supposed to|are meant to|got to) [@SO|at least|learn to|try to|now|be able "
                "to] (forgive|trust|believe|move|let (it|this|me|go)|get over|get past|drop|stop (bringing|"
                "punishing|going|being|asking|this|checking|living|talking|holding)|give me (another|a "
                "second|one more|a chance|a break)|forget|accept (it|my|that|this)|come back|come home|take"
                " me back|hug|kiss|appreciate|meet me|start|put (it|this)|be over|be able|let)"
            ),
            (
                "(i|we) (need|want|deserve|expect|require|demand) [@SO|you to|to be|to have|your|to hear] "
                "[@SO] (forgive me|forgiveness|be forgiven|trust me|believe me|forgiven|your forgiveness|"
                "your trust back|you to forgive|you to trust|you to believe|you to (get over|move|drop|let|"
                "stop (bringing|punishing|going))|another chance|a second chance|you back|an answer (now|"
                "tonight|today)|sex|you to come (back|home)|you to (accept|tell me we))"
            ),
            (
                "(please|just|so|,|then|now|and|!|but) [@SO|please] (forgive me (now|already|tonight|so|and"
                "|today|or)|say you forgive|tell me you forgive|trust me again|give me (another|a second|"
                "one more) chance|take me back|come (back|home) (now|tonight|today)|say (it is|we are|you "
                "are) (ok|fine|good|all right|over)|say yes|tell me we are (ok|good|fine)|accept (it|my "
                "apology|this))"
            ),
            (
                "^ [please|just] (say you forgive|tell me you forgive|forgive me (now|already)|take me back"
                "|trust me again)"
            ),
            (
                "(are|is) (we|it|everything|us|things) [@SO|all] (good|ok|fine|cool|done|sorted|square|all "
                "right|even|normal|quits) (now|then|again|yet)"
            ),
            "^ [so] we (good|cool|ok|fine|done|sorted) [now|then|again] ?",
            "are we [all] (done|finished|through|over this) [here|now|yet|then]",
            (
                "so (we good|we cool|we ok|are we good|are we ok|are we cool|we are good|can we be|will you"
                " forgive)"
            ),
            (
                "(when|how long|how many|how much (longer|more)) [more] [@SO|times|more] (are|will|do|must|"
                "is|until|before|can|should|am|have|does) (you|i|we|it|this) [@SO|going to|have to|need to|"
                "finally|ever|be|has to|need|keep] [to|going to] (forgive|trust|get|move|stop|drop|let|"
                "punish|punishing|pay|say|apologise|be over|believe|hold|go on|have to|take|sorry|normal|"
                "sleep|keep|be (like|mad|angry|punished)|until|be|grovel|sulk|wait)"
            ),
            (
                "(how many times|how much longer|what else|what more|how much more|how long) [more|else] "
                "[@SO|times|longer] (do|must|can|should|am|will|have) (you|i) (want|have to|need|say|"
                "apologise|expect|supposed|want from me|got to|still) [to|me|from] ..6"
            ),
            "what (do|must) i (have|need|got) [have] to do",
            "what do you want (from me|me to (say|do))",
            "what (more|else) [@SO] (do you|can i|could|is there|am i)",
            (
                "(is|was|are) (not|that|it|this|sorry|an apology|my apology) [@SO|that|it|not] enough [for "
                "you|?|,]"
            ),
            "(that|it|this|sorry|once) (should|ought to|has to|must) be enough",
            (
                "i [have] (already|have|have already|@SO) [@SO|already] (said|apologised|told you|explained"
                "|admitted|owned up|say) [i am|it|you|i was|a hundred times|a thousand times|so many times|"
                "@SO] [@SO] [sorry|that i am sorry] ..3 (so|what|how|now|again|enough|times|,|and|!|?|"
                "already|.|$|but you)"
            ),
            (
                "i (said|have said|already said) [that|i am|i was] [@SO] sorry (/|so|now|already|what|and|#"
                "|a|twice|enough|ok)"
            ),
            "i (already|have already) apologised",
            (
                "(if|because) you [@SO|really|ever|truly|actually] (loved|love|cared|care about|valued|"
                "wanted|trusted|respect*) (me|us|this|about|this family|our) ..3 (you|it|would|then|can|"
                "should)"
            ),
            "you owe (me|us|it to|this) *",
            "(after all|after everything) (i|we) (have done|have been|did|do|had) *",
            "(do it|forgive me|come back|stay|try) for the (kids|children|family|sake)",
            "[for] the sake of (the|our) (kids|children|family|marriage)",
            (
                "(do not|you can not|would you|you would|are you going to|you are going to|please do not) "
                "[really|just] (throw|throwing|end|destroy|wreck|break) [away|up] (this|all|us|away|our|"
                "everything|# years|years|a|up|*) ..5 (over|away|because|for)"
            ),
            (
                "(surely|by now|long enough|it has been) ..5 (by now|forgive|trust|over it|enough|get past|"
                "weeks|months|move on|long enough) [already|now|you|and|should|so|,] ..4"
            ),
            (
                "i have been (good|perfect|honest|nothing but|a saint|patient|trying|doing everything) (for"
                "|since|,) *"
            ),
            (
                "i (can not|will not|am not going to) (wait|do this|apologise|keep apologising|keep saying|"
                "grovel|beg|wait around|be punished) (forever|any longer|any more|for ever|all my life|"
                "again)"
            ),
            (
                "(in return|in exchange|the least you can do|now it is your turn|your turn now|your turn to"
                "|meet me half)"
            ),
            "(either|or else|otherwise) (you|i|we) (forgive|trust|leave|am|will|are done|walk)",
            "(answer|reply to|text|call|ring) me (now|right now|back now|immediately|asap|or)",
        ),
        unless=(
            *_FREE,
            "(is not|not) enough , i",
            "sorry is not enough",
            "i (do not|never) (deserve|expect|need)",
            "how long (it|you|that|we) (will|would|have|has|was|were)",
            "i [have] said [i am] sorry [@SO] (and|but) (i|did not|then)",
            "i know (it|that|you|how|i)",
            "you have to (live|carry|wonder|check|deal|cope)",
            "(nothing|whatever) you (have|need|must) to",
            "what (else|more) (can|could) i do to (help|make|put|support)",
            "(i|we) (want|need) to be (honest|open|clear)",
            "(you|we) (should|must) (believe|trust) (yourself|your own|each other)",
        ),
        kinds=_SPOKEN,
        remark="pressure.forgive",
    ),
)
