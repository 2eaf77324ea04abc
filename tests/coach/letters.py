"""Whole letters: honest ones that must hear no reproach, and others that should hear one."""

from __future__ import annotations

HONEST = (
    """Dear Alice,

I lied to you about Lisbon. I was not at the trade fair. I was with Karen, from the Thursday until the
Sunday, and I told you on the phone that the line was bad so that I could hang up.

You were alone with Tom's fever that week. You asked me twice if everything was all right and I said yes,
both times. When you found the receipt you had to ask me three more times before I said a single true
word. I can only guess what those days were like. You told me that you stopped trusting your own memory,
and I believe you.

There is no excuse. I was unhappy, and being unhappy gave me a reason to talk to you, not a right to lie
to you. None of it was your fault.

I am sorry, Alice. I am ashamed of the lie and of every day I let it go on.

I have ended it. I have given Karen's number to nobody and deleted it, and I asked for the transfer to
the Leeds team so that we don't meet at work. The statements of the card are in the blue folder. If you
want to look at anything else, ask me, and I will show you. I see Dr Osman every Tuesday.

You don't have to answer this. You don't have to forgive me. If you would rather have it read to you, or
burn it, that is yours to choose.

Bob""",
    """i dont no how to rite this so ill just say it. i took the money out of the kids account. 3 times. 600
altogether. it went on the machines. u found out from the bank and u had to stand there in front of
evrybody and say u didnt no. im so sorry. its all on me. i shouldve told u months ago wen u asked. ive
given my card to my brother and ive started at the group on wensdays. i will pay 50 back evry friday. if
u want me to stay at mums i will""",
    """Sam, you said last night, "You always say you're sorry and then you say but." You're right. So there is
no but in this. I shouted at you in the car with Maya in the back. I called you useless. You went white,
and she cried. I was wrong. I'm sorry. I've asked the doctor about anger, and the first appointment is on
the 14th. When I feel it coming I will pull over and get out.""",
    """I won't tell you it was only messages. It wasn't only anything. For five months I wrote to another man
about our bed, our rows, and your mother's illness. I read him your words and laughed. I know now that
you walked around for weeks wondering what was wrong with you. Nothing was wrong with you. I did this. I
regret it with my whole heart. You can ask me whatever you like, as often as you need, and I'll answer
without sighing.""",
    """Mo,
I drank again on Saturday after promising the children. I'd had a hard week; that is not why, and it is
not a reason. I hid the bottle in the boot. Yusuf found it. He is nine, and he carried it into the house
to show you because he was afraid. I keep seeing his face. I am so sorry to him and to you. I have told
my sponsor and handed you the keys. It's not enough, I know. If you decide that I should sleep elsewhere
for now, I will go.""",
    """It was me who told your sister. You had asked me to keep it between us and I didn't. She rang you at
work, and you had to talk about the miscarriage in the corridor, with people walking past. I'm sorry I
did that to you. I thought about explaining why, and every reason I wrote down sounded as if it were
about me, so I have left them out. I'll not share anything of yours again without asking you first. I
have asked your sister not to speak of it.""",
    """I never meant to become someone who lies at breakfast, and I became him anyway, by choice, one morning at
a time. I gambled the deposit. I'm sorry. You packed boxes for a flat that we could not get. You told
your parents. You chose the paint. I sold the bike and the watch, and the first 1,100 is in your account.
The rest comes monthly. I just want you to have it in writing.""",
    """We have only been married two years and I have already broken what we said. I used your card for the
games. I was wrong and I knew it was wrong. My English is not good to say how sorry I am. You worked
nights to pay for it. I close the account now and I show you. I always will tell you before I buy, also
small things.""",
    """I'm sorry you had to learn it from Jo because I hadn't the courage. I kissed Pete at the wedding. It
happened once, by the cars, at about eleven; you asked me for the plain facts and that is all there is.
You danced with my grandmother while I was out there. I feel sick about that. If there's a question I
haven't answered, tell me.""",
)

NEEDS_A_WORD = (
    ("I'm sorry you feel that way. It was only a few texts. Can we move on now?", "non_apology.feel"),
    ("I'm sorry if I hurt you. I was drunk.", "conditional.if"),
    ("I lied about the loan, but you never listen when I talk about money.", "defensive.counter"),
    ("I hid the letters. You have to forgive me now.", "pressure.forgive"),
    ("Mistakes were made. I'm sorry about what happened.", "non_apology.agentless"),
    ("I spent the money. It's no big deal.", "minimise.deal"),
    ("I'm sorry I forgot the appointment, but you know how chaotic my week was.", "excuse.but"),
)

CALM_MESSAGES = (
    """When I came home on Tuesday the drawer was empty and the folder was gone. You had told me on Monday that
nothing was missing. I felt my stomach drop. I am angry, and I am more frightened than angry. I need to
know where the papers are. Would you tell me by tomorrow evening, here, in writing?""",
    """I read your letter twice. I don't know yet what I think. Some of it helped: that you named the dates, and
that you wrote nothing about my part. I still wake at four. Please don't ask me this week whether I feel
better. I'd like to walk with you on Sunday and talk about the garden, only the garden.""",
    """You said you'd ring at nine and it was half past eleven. I sat on the stairs. Maybe the battery was flat,
maybe you forgot; I noticed that my head wrote a whole film. Could you send one word next time, even just
"late"?""",
    """I always get nervous before your trips. That's mine, it began long before you. It helps when you send the
hotel name. If you ever find that too much, tell me and we will think of something else.""",
)
