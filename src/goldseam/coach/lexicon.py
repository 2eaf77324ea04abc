"""Lists of words that phrases refer to as @NAME. Plain spelling, British, lower case."""

from __future__ import annotations


def _list(words: str) -> str:
    """Single words by spaces; several words of one entry joined with an underscore."""
    return "|".join(word.replace("_", " ") for word in words.split())


LISTS: dict[str, str] = {
    # words so frequent that they are no clue to a phrase
    "FREQUENT": _list(
        """
        i you it is a the to am are not was that my me do of and have for we be will in so this can what if ,
        your
        """
    ),
    # how much: may stand before a feeling or a judgement
    "SO": _list(
        """
        so really very truly deeply terribly genuinely incredibly just honestly sincerely bloody dead
        awfully extremely absolutely also still too quite pretty bit a_bit a_little completely totally
        utterly more_than fully entirely all wholly only simply always actually now properly heartily
        bitterly profoundly obviously clearly
        """
    ),
    # words that name an emotion
    "EMO": _list(
        """
        hurt sad scared afraid frightened terrified lonely alone angry furious livid cross upset anxious
        nervous worried panicky panicked tense uneasy uncomfortable insecure jealous confused lost torn numb
        empty heartbroken broken devastated gutted crushed shattered disappointed frustrated resentful
        bitter annoyed irritated embarrassed humiliated foolish small helpless powerless hopeful relieved
        happy glad grateful calm peaceful tender proud excited overwhelmed exhausted drained shaken shocked
        stunned sick unsettled miserable low down fed_up wounded sore raw ashamed guilty mortified homesick
        disheartened apprehensive fearful mad unsafe restless desperate gloomy touched moved warm safe wary
        heavy stressed horrified distressed bereft cold_inside heavy_-_hearted cheerful thankful content
        surprised startled dizzy stupid worthless invisible unsure uncertain paranoid on_edge teary
        tearful_and tearful wobbly choked_up cut_up in_bits knotted rattled flat vulnerable exposed
        suspicious hesitant enraged outraged rejected_and
        """
    ),
    # a verb of act that says enough alone
    "DID": _list(
        """
        lied cheated gambled stole relapsed strayed fibbed overspent eavesdropped snooped stonewalled
        """
    ),
    # a verb of act that needs its object
    "ACT": _list(
        """
        told read hid hidden concealed kept spent used broke took taken deleted opened checked searched
        drank borrowed withdrew withheld walked hung cancelled missed skipped ignored shouted yelled
        screamed swore threw slammed pushed shoved grabbed hit slapped smashed booked bought sold signed
        shared posted showed mocked joked flirted met texted messaged emailed phoned rang called followed
        tracked invented pretended claimed denied faked forged blamed accused criticised insulted ridiculed
        dismissed rolled stormed turned switched swapped changed moved forgot snapped laughed spoke speak
        spoken gossiped complained lost wasted wrote sent slept stayed refused sided interrupted compared
        copied logged installed recorded emptied drained maxed pawned neglected abandoned ghosted blanked
        teased left lied stole cheated kissed touched chatted invited promised scrolled locked drove put
        paid gave let went looked answered bet sneaked snuck met_up made_fun made_a_scene made_up
        bad_-_mouthed badmouthed cut_you_off said saw started_seeing started_texting started_messaging
        ran_up racked_up took_out set_up covered_up stood_you_up ordered rented betrayed_your shut lent
        hacked eaten ate bottled deceived_you_about leaked chose tore torn fed bitten flung sulked dropped
        deleted_all wiped scratched crashed kept_on carried_on agreed talked smoked vaped packed leant
        flirted_with quit resigned dodged missed_out handed mortgaged owed threatened shrugged wandered
        slipped deposited transferred invested downloaded subscribed joined swiped poked
        """
    ),
    # the same as -ing
    "ACTING": _list(
        """
        hiding concealing keeping reading spending using breaking taking telling deleting opening checking
        going searching drinking borrowing withdrawing withholding leaving walking hanging cancelling
        missing skipping ignoring shouting yelling screaming swearing throwing slamming pushing shoving
        grabbing hitting slapping smashing booking buying selling signing sharing posting showing mocking
        joking flirting meeting texting messaging emailing phoning ringing calling following tracking
        inventing pretending claiming denying faking forging blaming accusing criticising insulting
        embarrassing humiliating ridiculing dismissing rolling storming turning switching changing moving
        forgetting snapping laughing speaking gossiping complaining losing wasting writing sending sleeping
        staying refusing siding interrupting comparing copying installing recording emptying draining
        neglecting abandoning ghosting blanking teasing kissing touching chatting inviting seeing talking
        putting sneaking making_up making_fun bad_-_mouthing running_up letting_you_find coming_home
        creeping scrolling paying betting saying lying stealing cheating swapping shutting playing smoking
        throwing_away driving locking standing_you_up covering_up lending ordering
        """
    ),
    # verbs in -ed that are no act done to someone
    "NOACT": _list(
        """
        realised wanted needed loved liked hoped wished tried regretted apologised listened helped owned
        admitted accepted learned noticed deserved believed cared worried cried wondered hated feared
        imagined expected assumed supposed thanked trusted remembered reminded discovered repaid arranged
        contacted explained stayed struggled suffered understood recognised prayed waited watched finished
        enjoyed agreed reached intended planned meant managed lived worked travelled arrived landed ended
        joined started stopped looked asked decided seemed valued appreciated respected adored embarrassed
        humiliated scared frightened hurt upset disappointed shamed offended treasured missed_you missed_us
        promised_myself talked_to_my talked_to_a
        """
    ),
    "DOING": _list(
        """
        lying cheating gambling stealing drinking_again snooping sneaking_around fibbing
        """
    ),
    # base forms after "chose to", "decided to", "did"
    "ACTBASE": _list(
        """
        hide conceal keep read spend use break take tell delete open check go search drink borrow withdraw
        withhold leave walk cancel miss skip ignore shout yell scream swear throw slam push grab hit slap
        book buy sell sign share post show mock flirt meet text message email phone ring call follow track
        invent pretend claim deny fake blame accuse criticise insult embarrass humiliate dismiss turn switch
        change move forget snap laugh speak gossip complain lose waste write send sleep stay refuse
        interrupt compare copy install empty drain kiss touch chat invite see talk put sneak bet lie cheat
        gamble steal play lend order
        """
    ),
    "ACTNOT": _list(
        """
        tell call text answer reply come show turn pay pick ask listen invite go stop leave help defend
        stand keep send mention book collect say wait ring phone bother remember put give look check take
        introduce include visit message warn share read cook drive speak consult meet write admit own_up
        return cancel speak_up back_you stand_up report renew save lock
        """
    ),
    # what an act is done to: not "it", "this", "that", which name nothing
    "OBJ": _list(
        """
        you your my our the a an her him his their them to with at from on off in about through up out away
        down over some all money another someone somebody people into behind around past for two three four
        five six seven eight nine ten dozens hundreds thousands half drunk late round because under between
        during after before until without by lies nothing_while things_about secrets messages when every
        each both £ ¤
        """
    ),
    "YOURS": _list(
        """
        you your our us the_children the_kids the_boys the_girls our_son our_daughter mum everyone the_baby
        the_family this_family them
        """
    ),
    # judgement of one's own act
    "WRONG": _list(
        """
        wrong cruel selfish cowardly unfair stupid unforgivable dishonest shitty lousy mean unkind
        thoughtless disgusting awful terrible horrible careless disrespectful inexcusable indefensible
        hurtful callous rotten out_of_order rubbish shameful deceitful weak low cheap foolish immature
        reckless bad nasty controlling spiteful underhand sly sneaky petty disloyal lazy heartless
        insensitive bang_out_of_order despicable vile rude pathetic
        """
    ),
    # evaluative words about a partner's character
    "BAD": _list(
        """
        selfish lazy cold heartless cruel mean dishonest careless thoughtless inconsiderate irresponsible
        immature childish unreliable untrustworthy manipulative controlling arrogant stubborn rude
        ungrateful spiteful needy clingy weak cowardly dramatic oversensitive sensitive ridiculous
        impossible unreasonable unfair useless hopeless incapable insensitive unfeeling selfcentred
        self_-_centred self_-_centered self_-_absorbed self_-_obsessed narcissistic toxic abusive jealous
        paranoid vindictive bitter moody negative distant absent two_-_faced fake shallow vain greedy stingy
        tight boring hysterical neurotic unhinged unstable difficult defensive passive_-_aggressive
        judgemental judgmental demanding high_maintenance incompetent sneaky deceitful disloyal evil vile
        nasty horrible awful terrible unbelievable hypocritical frigid emotionless dense ignorant clueless
        full_of_yourself up_yourself out_of_order a_nightmare exhausting_to hard_work
        impossible_to_live_with bad wicked rotten disrespectful uncaring unloving thick lame
        """
    ),
    # nouns that judge
    "JUDGED": _list(
        """
        liar cheat cheater coward bully hypocrite narcissist manipulator control_freak user drama_queen
        failure disappointment fraud fake traitor nag monster nightmare martyr victim child baby mess
        let_-_down flake terrible_person horrible_person bad_person selfish_person bad_husband bad_wife
        bad_father bad_mother terrible_husband terrible_wife terrible_father terrible_mother awful_mother
        awful_father lousy_husband rubbish_dad rubbish_husband rubbish_wife rubbish_mum lousy_father snake
        """
    ),
    # name-calling
    "INSULT": _list(
        """
        pathetic idiot moron loser bitch bastard pig slut whore slag tart scum trash rat worthless
        disgusting repulsive wanker twat prick dick dickhead arsehole asshole arse cow clown psycho nutter
        muppet pillock tosser knob git imbecile cretin creep weirdo freak waste_of_space waste_of_oxygen
        joke laughing_stock crazy insane mental mad_woman madman braindead brainless dumb stupid thick_as
        delusional deluded genius einstein sicko maggot vermin dog parasite leech airhead bimbo lowlife
        sad_little_man sad_little_woman little_man piece_of_shit piece_of_work piece_of_crap fucking_joke
        bellend numpty dimwit halfwit plonker skank slob
        """
    ),
    # name-calling straight at the partner, as a form of address
    "ADDRESS": _list(
        """
        princess genius einstein sherlock your_highness your_majesty big_man hotshot saint idiot moron loser
        drama_queen psycho mother_teresa mr_perfect mrs_perfect miss_perfect superstar hero queen champ
        bitch dickhead asshole arsehole prick madam lady_muck your_lordship o_great_one king pal_of_the_year
        sweetheart_of_the_year father_of_the_year husband_of_the_year wife_of_the_year mum_of_the_year
        """
    ),
    # states that lighten the load when given as a cause
    "STATE": _list(
        """
        drunk tired stressed exhausted lonely young scared frightened depressed confused overwhelmed bored
        weak desperate hungover alone hurting grieving struggling angry upset unhappy insecure anxious
        hammered pissed tipsy wasted high drinking broke miserable low vulnerable sick ill worn_out
        burnt_out burned_out shattered knackered frustrated busy swamped rushed distracted nervous afraid
        panicking panicked immature naive flattered dysregulated triggered in_shock out_of_it heartbroken
        lost jet_-_lagged jetlagged skint homesick legless frazzled starving
        """
    ),
    "SUBSTANCE": _list(
        """
        drink alcohol booze wine beer beers vodka stress pressure grief hormones drugs depression anxiety
        tiredness adhd lack_of_sleep weed coke medication pills whisky gin heat_of_the_moment tequila
        sleep_deprivation loneliness
        """
    ),
    # "but you ..." that turns nothing back on the partner
    "FAIRLY": _list(
        """
        know do_not deserve deserved did_nothing did_not are_right were_right were_not are_not can may
        trusted believed could_not do_not_have had_to were_left are_the_one_who_was forgave stayed waited
        were_kind felt were_hurt paid_for lay cried still_(came|stayed|trusted) need should_not have_every
        have_the_right never_deserved asked_me trust have_to_live never_knew deserve_to lost found_out
        were_there knew_nothing
        """
    ),
    "LATER": _list(
        """
        next_time from_now_on in_future
        """
    ),
    "NOT": _list(
        """
        not never
        """
    ),
    "KINDLY": _list(
        "kind good sweet nice part one most half all some proud fond because any both none typical more"
        " less lots out what"
    ),
    "FORGIVE": _list(
        """
        forgive trust believe
        """
    ),
    "PLEASE": _list(
        """
        please just kindly maybe perhaps possibly
        """
    ),
    "MODAL": _list(
        """
        can could would will may might
        """
    ),
    "LOVEY": _list(
        """
        love babe baby darling honey sweetheart hun dear
        """
    ),
}
