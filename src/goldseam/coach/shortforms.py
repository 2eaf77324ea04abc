"""Spellings that people really use when they write to each other, and what they mean. Data only."""

from __future__ import annotations


def _pairs(table: str) -> dict[str, str]:
    """Lines of `written, written = plain words`."""
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        written, _, plain = line.partition("=")
        found.update({word.strip(): plain.strip() for word in written.split(",")})
    return found


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


SHORT_FORMS = _pairs(
    """
    im, i'm, iam = i am
    ive = i have
    u, yu, ya, yous = you
    r = are
    n = and
    urs = yours
    urself, yourselve = yourself
    youre, your're, u're, youare, u'r = you are
    youve, uve = you have
    youll, ull = you will
    youd = you would
    theyre = they are
    theyve = they have
    hes = he is
    shes = she is
    thats, thts = that is
    theres = there is
    whats, wats = what is
    wheres = where is
    whos = who is
    hows = how is
    lets, let's = let us
    dont, dnt, dunt = do not
    didnt, didn, dint = did not
    doesnt, dosent, dosnt, doesent = does not
    isnt = is not
    arent = are not
    wasnt, wasent = was not
    werent = were not
    wont = will not
    wouldnt, woudnt = would not
    cant, cannot, carnt = can not
    couldnt, coudnt = could not
    shouldnt, shoudnt = should not
    havent, havnt = have not
    hasnt = has not
    hadnt = had not
    aint, ain't = is not
    neednt = need not
    wanna = want to
    gonna, gunna, gona = going to
    gotta = have to
    hafta = have to
    dunno = do not know
    shud, shoud = should
    cud, coud = could
    wud, woud = would
    sed = said
    abowt, abot = about
    strait = straight
    jus, jst, juz = just
    goin = going
    doin = doing
    nuthin, nothin, nuffin, nowt = nothing
    somethin, summat, sumthin = something
    fink = think
    fort = thought
    wiv, wif = with
    dat = that
    dis = this
    da = the
    evry = every
    frunt = front
    idk = i do not know
    idc = i do not care
    ik = i know
    ily = i love you
    lemme = let me
    gimme = give me
    kinda = kind of
    sorta = sort of
    shoulda = should have
    coulda = could have
    woulda = would have
    cuz, cos, coz, cus, bc, becuase, becos, becasue, bcoz, becouse = because
    tho, altho = though
    thru = through
    pls, plz, plse = please
    sry, srry, soz, sozz, soory, sory, sorrry, sorri, soryy, sorry = sorry
    rly, rlly, realy, reely = really
    luv = love
    wat, wot, wut = what
    wen = when
    y'all = you
    abt, bout, 'bout = about
    ppl = people
    tmrw, tmr, tomoz, tomorow, tommorow, tommorrow, 2moro, 2morrow = tomorrow
    tonite, 2nite, 2night = tonight
    prolly, probs = probably
    nxt = next
    il = i will
    shudnt, shdnt = should not
    cudnt = could not
    wudnt = would not
    cn = can
    tlk = talk
    rite = right
    b/c = because
    ashamd, ashmed = ashamed
    urgh = ugh
    def, defo, deffo, definately = definitely
    alot = a lot
    everytime, evrytime = every time
    alright = all right
    ok, okay, okey, k, kk = ok
    nvr, neva, nevr = never
    evr = ever
    frm = from
    bday = birthday
    msg, msgs = messages
    msgd, msged = messaged
    txt = text
    txted, txtd = texted
    fone = phone
    pw = password
    hurted = hurt
    appologise, appologize, apologize, apoligise, apoligize, apologice, apologise = apologise
    apologized, appologised, appologized, apologised = apologised
    apologizing, apologising = apologising
    appologies, apologys = apologies
    rong, worng = wrong
    trys = tries
    fuckin, fucking, f***ing, effing = fucking
    mom, mam = mum
    mate's = mate's
    """
)

AMERICAN = _pairs(
    """
    realize = realise
    realized = realised
    minimize = minimise
    criticize = criticise
    criticized = criticised
    recognize = recognise
    humiliated = humiliated
    canceled = cancelled
    behavior = behaviour
    offense = offence
    counselor = counsellor
    counseling = counselling
    traveled = travelled
    favorite = favourite
    learnt = learned
    beleive, belive = believe
    beleived, belived = believed
    thort, thougt, thot = thought
    recieved = received
    freind = friend
    freinds = friends
    wich = which
    allways, alwais = always
    """
)

NOT_FORMS = {
    "can't": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "i'd've": "i would have",
}

CLITIC_IS = _words("it that there here what who how he she where this everything nothing something when")

PARTICIPLES = _words("been had done gone told said known seen made left lost kept drunk gotten better")

BEFORE_BE = _words("to will would can must 2 ill id wont cant ur gonna shud")

BEFORE_YOUR = _words("watch in on for to at of with from by behind into about over under read saw all")

BEFORE_OF = _words(
    """
    should could would must shud cud wud shouldnt shouldn't couldnt couldn't wouldnt wouldn't shoud might
    """
)

AS_YOU_ARE = _words(
    """
    so not just always never right wrong upset hurt angry mad cross sad scared home here there ok such a an
    the too really very all pathetic selfish lazy cold mean cruel crazy mental jealous useless disgusting
    unbelievable sorry ready free tired back late alone worried ashamed allowed only still also both gone
    sick ill done better worse overreacting dramatic sensitive paranoid ridiculous impossible stupid insane
    hilarious out off in on at asleep unhappy disappointed gutted fed embarrassed amazing lovely like no
    being entitled owed at
    """
)

IT_IS_BEFORE = _words(
    """
    not a an the just only all my your ur no too so on been never always because that what how ok fine over
    done nothing hard really up about like still also in me you u wrong true unfair fair awful horrible easy
    ages
    """
)

AS_FOR = _words(
    """
    the ur your u you me my what that this it us being not lying all a him her them our how
    """
)

AS_TO = _words(
    """
    u you me him her them my ur your the be do get go say tell talk see make have hurt hide us it our keep
    come stop listen lie work try meet read pay
    """
)

AS_WILL = _words(
    """
    call text tell be do never not always try make pay stop come give show listen answer ring message book
    get go send put let talk sleep move leave delete block take bring keep ask say wait like love rather
    prefer hate doubt help change feel understand
    """
)

AS_WHY = _words("did do didn't didnt are r would u")

MEANT_BEFORE = {
    "4": ("for", AS_FOR),
    "2": ("to", AS_TO),
    "ill": ("i will", AS_WILL),
    "id": ("i would", AS_WILL),
    "its": ("it is", IT_IS_BEFORE),
    "y": ("why", AS_WHY),
}
"""What a spelling means before these words."""

MEANT_AFTER = {
    "of": ("have", BEFORE_OF),
    "was": ("were", _words("you u we")),
    "no": ("know", _words("i")),
    "new": ("knew", _words("i")),
    "red": ("read", _words("i")),
    "b": ("be", BEFORE_BE),
}
"""What a spelling means after these words."""

IN_CONTEXT = frozenset({"ur", *MEANT_BEFORE, *MEANT_AFTER})

BETWEEN = _words("never always already just only also probably even")
"""May stand between "I'd" and the word that says whether it is "had" or "would"."""

ENDINGS = {"re": "are", "ve": "have", "ll": "will", "m": "am"}
