"""REPAIR: a concrete step, done or offered, that puts harm right."""

from __future__ import annotations

from goldseam.coach.labels import OWNING, Kind, Label
from goldseam.coach.rules import Rule

_MEND = Label.REPAIR

_TALKS_BACK = OWNING | {Kind.REPLY}

REPAIR = (
    Rule(
        _MEND,
        "asks what would help",
        (
            (
                "what (would|could|can|might|will) [i do|i do to|it|actually|really|most|you] [@SO] (help|"
                "make|do|mend|repair|ease|put|need)"
            ),
            "what (would|could|might) (set|put|ease|give|bring) (your|you) *",
            "what can i do",
            "would it (help|be easier|be better|ease) [you|things] if i *",
            "(is|if) there [is] (anything|something) [else] (i can|that would|i could|you need)",
            (
                "(tell me|let me know|say|ask me) (what|how|if|which) ..4 (help|repair|make it|need|ease|"
                "put (it|this) right)"
            ),
            (
                "(how|what) (can|could|do|should) i [@SO] (help|make (it|this|things|up)|put (it|this|"
                "things)|fix|mend|repair|begin|start|earn)"
            ),
            "what do you need (from me|now|most|right now|tonight|today)",
        ),
        unless=(
            "what do you need from me now ? !",
            "what (else|more) (can|do|could) ..3 (do|want|need)",
            "what (would|will) it (take|make) for you to (forgive|move|trust|drop|stop)",
        ),
    ),
    Rule(
        _MEND,
        "a step that is done",
        (
            (
                "i (have|had|did) [already|just|now|also|today|since] (paid|repaid|blocked|booked|cancelled"
                "|closed|returned|told|handed|given|signed|set|asked|cut up|written|moved|changed|put|made|"
                "started|joined|found|called|rung|spoken|arranged|transferred|sent|ended|stopped|sold|"
                "removed|unfollowed|left|poured|cut|shown|registered|enrolled|ordered|replaced|fixed|mended"
                "|rebooked|apologised to|contacted|unsubscribed|emailed|texted her|rang|got|thrown|printed|"
                "opened a|added you|quit|resigned|switched|shared|installed|kept every|taken (a|on|an|down|"
                "the)|reset|messaged)"
            ),
            (
                "i (paid|repaid|transferred|refunded|returned) ..3 (back|money|money back|full|deposit|it|#"
                "|account|loan|card)"
            ),
            (
                "i [have] (blocked|deleted) (him|them|(his|her|their|the|that|every|all) [@SO|dating|"
                "betting] (number|numbers|app|apps|account|accounts|contact|contacts|profile))"
            ),
            (
                "i [have] (booked|made|rang|called|rung|arranged|phoned|fixed) [up] (us|an appointment|a "
                "session|the counsellor|the clinic|the doctor|the bank|a meeting|a counsellor|the first|a "
                "place|your)"
            ),
            (
                "i (told|rang|called|wrote to|spoke to) [her|him|them|your *|my *|the *] [yesterday|today|"
                "this morning|last night|on *] [that] (it is (over|finished|done)|we are (done|finished)|"
                "the truth|that it is over|and (told|said))"
            ),
            (
                "i (start|started|begin|began|am starting|am seeing|see|go to|am going to|attend|joined|am "
                "on the) [a|the|my|with] [first|*] (therapy|counselling|counsellor|therapist|anger|a "
                "program|the program|program|aa|na|meetings|meeting|group|course|treatment|waiting list|"
                "programme|rehab|class|classes|gamblers|sessions)"
            ),
            (
                "i (handed|gave|have handed) [in] [over] [my|the|all] (notice|keys|car keys|cards|credit "
                "cards|phone|licence|bank card|passport)"
            ),
            (
                "i am (fetching|picking|collecting|bringing|paying|selling|returning|replacing|booking|"
                "ringing|calling|repaying|moving|cancelling|closing|sleeping on|going to (the|a|my|our) "
                "(doctor|gp|meeting|meetings|clinic|counsellor|therapist|group|bank)) [up|out|back] ..6 (on"
                "|tomorrow|tonight|today|this|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
                "|month|back)"
            ),
            "(tomorrow|tonight|today|on monday|on friday) [,] i (give|bring|pay|send|show|call|go to) [to] *",
            "(they|he|she) (will|can) [have|see] us [both] (on|at|next) *",
            "i have put [the|my|our] * ..3 (up for sale|on the market|on ebay)",
            (
                "^ (sent|paid|transferred|booked|blocked|deleted|cancelled|returned) (you|her|him|it|the|us"
                "|back|#|£|a|an|your|them|his|both|all|every)"
            ),
            "(money|£) ..4 (is|are) back in (your|our|the)",
            "(is|are) (blocked|deleted|cancelled|paid back|closed|returned|booked)",
        ),
        unless=(
            "i (have|had) [already] told (you|them) ~",
            "(my|our|your) (bank|account) ..3 blocked me",
            "i have (told|asked) you (before|to|a|not|so|how|many|again|already|enough)",
            "i have (made|started) (mistakes|a mistake|a mess|it)",
            "i have (put|given) (up|you|so much|everything)",
            "i have (left|asked|told|made|put|moved) (you|it|us)",
            "(you|she|he) (blocked|deleted)",
            "behind your back",
            "i had (already|just) ..6 when",
        ),
        kinds=_TALKS_BACK,
        mark="mend",
    ),
    Rule(
        _MEND,
        "a step that is offered",
        (
            (
                "!LATER i (will|am going to|can|could|would like to|want to|am ready to|am willing to|shall"
                "|am happy to|plan to) [also|gladly|now|@SO] (pay|repay|refund|transfer|replace|return|give"
                " you [back|the|my|access|full|every|all|a]|show you|hand|book|cancel|delete|block|close|"
                "sell|move out|sleep on|sleep in|ring|write to|set up|answer (every|any|all|your|whatever)|"
                "come with you|go with you|drive you|cover|take over|take the|collect|fix|mend|make (an|"
                "the) appointment|sign|add you|share (my|the|our|all|every)|leave (the|my|every|all) ..3 "
                "(open|unlocked|out|on the)|tell (your|my|her|him|them|the|everyone|our) ..4 (truth|it was|"
                "that i|what i)|go to (counselling|therapy|the doctor|aa|a)|see (a|the) (counsellor|"
                "therapist|doctor|gp)|put (the|your|it|every|you|my phone|a|both)|sit (down|with)|resign|"
                "hand in|print|open (a|my|the|every)|clear the|sort (the|out)|start (counselling|therapy|a|"
                "the)|redo|rebook|apologise to|contact|buy you|bring (the|you|back)|look after|take (you|on"
                "|your|it back|down)|leave (my|the) (phone|password|tablet|laptop)|step down|ask (for a "
                "transfer|to be moved|hr|my boss))"
            ),
            (
                "(by|on|until|every|from|each) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
                "payday|month|week) [,] i will (pay|repay|transfer|have|send)"
            ),
            (
                "you (can|may|are welcome to|are free to) [@SO|always|now] (look|see|check|have|ask me|read"
                "|open|hold|keep|use|go through|call|speak)"
            ),
            (
                "(my|the|both) (phone|password|passwords|passcode|pin|login|laptop|account|accounts|inbox|"
                "statements|messages|bank app|code|location) [and *] (is|are) (open|unlocked|yours|on the|"
                "there|in the|below|shared|written|open to you|now|at your)"
            ),
            (
                "you will (see|have|get) [@SO] (the|my|every|all|all the|full) [full] (payslips|statements|"
                "receipts|messages|accounts|phone|bills|passwords|password|logins|codes|keys|letters|access"
                "|figures|papers|records)"
            ),
            (
                "i (undertake|offer|propose|am offering|am arranging|agree) to (answer|pay|repay|tell|show|"
                "share|hand|move|attend|write|return|give)"
            ),
            "i go (each|every|on|to the) ..3 (group|meeting|meetings|counsellor|therapist|class|aa|sessions)",
            (
                "here (is|are) (my|the|all|every|both) (password|passwords|login|pin|statements|messages|"
                "receipts|code|passcode|list|number)"
            ),
            "the (password|passcode|pin|login|code) (is|to)",
            (
                "(an appointment|my first session|our first session|the first session|appointment) (is|on|"
                "with|for) *"
            ),
            "let me (pay|make it up|repay|fix|put this right|put it right|replace|cover|take|help)",
            "make (it|this) up to you",
            "(pay|paying) (you|it|every penny|every cent|them|her|him|the money|that) [all] back",
        ),
        unless=(
            "i will not",
            "you can (look|ask|see|check|call|have|keep) (at|after) yourself",
            "you can (see|have|keep) (why|how|that|your|it then|him|her)",
            "give you (a reason|no reason|time|space|something to)",
            "i can (not|never)",
            "before you",
        ),
        kinds=_TALKS_BACK,
        mark="mend",
    ),
)
