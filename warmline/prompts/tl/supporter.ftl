## On a supporter's phone

# Whoever picks up hears this, perhaps a child or a voicemail. It must reveal nothing but the name
# $alias: no line, no caller, no kind of work. Without key 1 nobody is connected.
offer =
    May tawag para kay { $alias }. [pause]
    Para kunin ito, pindutin ang 1. [pause]
    Para ipasa ito, pindutin ang 2. [pause]
    Para ipasa ito at magpahinga muna, pindutin ang 0.

# The phone of $alias has left a call, by accident or not, and that caller has stayed on. Reveals
# nothing.
offer-again =
    May tawag ulit para kay { $alias }, iyon ding kanina. [pause]
    Para kunin ito, pindutin ang 1. [pause]
    Para ipasa ito, pindutin ang 2. [pause]
    Para ipasa ito at magpahinga muna, pindutin ang 0.

# $alias is on as a backup, and the others could not pick up. Reveals nothing.
offer-backup =
    May tawag para kay { $alias }, bilang backup. [pause]
    Para kunin ito, pindutin ang 1. [pause]
    Para ipasa ito, pindutin ang 2. [pause]
    Para ipasa ito at magpahinga muna, pindutin ang 0.

# $alias is asked to call somebody back. Their phone rings only after key 1. Reveals nothing.
offer-back =
    May tawag na gagawin, para kay { $alias }. [pause]
    Para kunin ito, pindutin ang 1. [pause]
    Para ipasa ito, pindutin ang 2. [pause]
    Para ipasa ito at magpahinga muna, pindutin ang 0.

# After key 1 on a call back: now the phone of whoever asked for it rings.
offer-calling-back = Salamat. Tinatawagan ko na sila. Manatili po muna kayo.

# Nobody could be reached there, or it wasn't them. Nobody's fault, and the supporter is free again.
offer-not-reached = Hindi ko sila naabutan sa ngayon. Salamat at nandiyan kayo.

# The phone was picked up just as the call back had to wait. A child or a voicemail may hear it:
# reveals nothing.
offer-can-wait = Makakapaghintay pa nang kaunti ang tawag na ito. Salamat.

# After key 1.
offer-connecting = Salamat. Sandali lang po.

# Right after, if the caller would rather talk in another language than this supporter's own first
# one, and the supporter speaks it. Only who has pressed 1 hears it.
offer-wished-language =
    { $wanted ->
        [en] Gusto ng tumawag na mag-usap sa Ingles.
        [es] Gusto ng tumawag na mag-usap sa Espanyol.
       *[other] Gusto ng tumawag na mag-usap sa ibang wikang alam ninyo.
    }

# The same when the supporter doesn't speak it. The caller was told, and said that it's fine.
offer-agreed-language =
    { $wanted ->
        [en] Ingles ang pinili ng tumawag, at ayos sa kanila ang wika ninyo.
        [es] Espanyol ang pinili ng tumawag, at ayos sa kanila ang wika ninyo.
       *[other] Ibang wika ang pinili ng tumawag, at ayos sa kanila ang sa inyo.
    }

# The phone rang or the offer was being said when somebody else took the call. A child or a
# voicemail may hear it: reveals nothing.
offer-gone = Napunta na sa iba ang tawag na ito. Salamat.

# After key 1, a moment too late.
offer-taken = Kinuha na ng ibang peer ang tawag na ito, salamat.

# The caller hung up before the two were joined.
offer-caller-left = Nagbaba na ang tumawag. Salamat at nandiyan kayo.

# The caller chose other places, the crisis line or someone else. It sounds like nobody's fault.
offer-caller-elsewhere = Iba muna ang pinili ng tumawag. Salamat at nandiyan kayo.

# After key 2. Passing is always fine.
offer-passed = Ayos lang po. Salamat.

# After key 0.
offer-off-duty = Ayos lang po. Wala muna kayong matatanggap na tawag. Ingat po kayo.

# No key came, or none that means anything. A voicemail may hear this: it must reveal nothing.
offer-missed = Walang napili, at ayos lang iyon. Paalam po.

# The supporter is on and the caller is on the way, or in the star menu for longer.
offer-waiting = Sandali na lang po. Manatili muna kayo.

# A key that means nothing here; said instead of the offer. A stranger may have pressed it: reveals
# nothing.
offer-wrong-key =
    Walang ginagawa rito ang pinindot na iyon. [pause]
    Para kunin ang tawag, pindutin ang 1. [pause]
    Para ipasa ito, pindutin ang 2. [pause]
    Para ipasa ito at magpahinga muna, pindutin ang 0.

# The caller pressed star during the talk; the supporter hears this and waits.
talk-caller-star = May pinipili lang ang tumawag. Manatili po muna; maaaring sandali ito.

# After a talk. $minutes is the rest before another call can come; 0 means none.
after-talk =
    Nagbaba na ang tumawag. Salamat at nandiyan kayo. [pause]
    { $minutes ->
        [0] Ingat po kayo.
        [1] May isang minuto kayo ngayon para magpahinga.
       *[other] May { $minutes } minuto kayo ngayon para magpahinga.
    }

# After star during a talk, on the supporter's phone. The caller waits meanwhile: keep it short.
star-menu =
    Naghihintay ang tumawag sa inyo. Para bumalik, pindutin ang 1, o manatili lang sa linya. [pause]
    Para isali ang nine eight eight, pindutin ang 9. [pause]
    Para may ibang peer na magpatuloy, pindutin ang 2. [pause]
    Para makausap ang isang superbisor pagkatapos, pindutin ang 3.

# A key that means nothing in that menu; the menu follows.
star-wrong-key = Walang ginagawa ang numerong iyan dito.

# The same while nine eight eight is in the talk: caller and nine eight eight talk meanwhile.
star-988-menu =
    Nag-uusap ang tumawag at ang nine eight eight. Para bumalik, pindutin ang 1, o manatili lang sa
    linya. [pause]
    Para iwan silang magkasama, pindutin ang 2. [pause]
    Para magpatuloy nang wala ang nine eight eight, pindutin ang 3.

# After key 3 there: nobody may have spoken at nine eight eight.
star-988-gone = Aalis na ang nine eight eight. Ibinabalik ko kayo.

# The same while nine eight eight is being rung; they go straight back.
star-988-rings = Tinatawagan na ang nine eight eight. Ibinabalik ko na kayo.

# After key 3: a debrief is offered when the talk is over.
star-debrief-noted = Naitala na. Puwede ninyong makausap ang isang superbisor pagkatapos.

# The caller is being asked about it.
star-asking = Tinatanong ko ang tumawag. Manatili po sa linya.

# The caller agreed to nine eight eight, which is being rung; they go back together.
star-988-agreed = Pumayag siya. Tinatawagan ko ang nine eight eight, at magkasama kayo samantala.

# The supporter wanted to hand the caller over, who agreed, and nobody could be rung.
star-nobody = Walang ibang peer na libre ngayon. Ibinabalik ko kayo sa tumatawag.

# The caller agreed to another peer, and phones ring; they go back together. They may leave as
# soon as somebody has taken over; then they are told.
star-handing = Pumayag siya. Tumatawag ako sa ibang peer, at magkasama kayo hanggang may dumating.

# The caller pressed 2, or nothing: true of both. They go back together; nobody's fault.
star-declined = Hindi siya pumayag, kaya walang magbabago. Ibinabalik ko kayo sa usapan.

# Somebody else has taken over the talk. $minutes as after a talk.
after-handing =
    May ibang peer nang nagpatuloy. Salamat sa inyong pagsama. [pause]
    { $minutes ->
        [0] Ingat po kayo.
        [1] May isang minuto kayo ngayon para magpahinga.
       *[other] May { $minutes } minuto kayo ngayon para magpahinga.
    }

# They have left the caller with nine eight eight. $minutes as after a talk.
after-988 =
    Kasama na niya ang nine eight eight. Salamat sa inyong pagsama. [pause]
    { $minutes ->
        [0] Ingat po kayo.
        [1] May isang minuto kayo ngayon para magpahinga.
       *[other] May { $minutes } minuto kayo ngayon para magpahinga.
    }

# After key 1, before the two meet: another peer has asked for it. Nothing is told of why.
offer-handed = Ipinapasa sa inyo ng isa pang peer ang tawag na ito.

# After key 1, when whoever would like to talk is a peer of this line, after a call of theirs.
offer-debrief = Isa itong peer ng linyang ito na gustong makipag-usap pagkatapos ng isang tawag.

# After a talk, after the words about rest. Silence is fine.
after-menu =
    Kung ayos lang kayo, pindutin ang 1, o magbaba na lang. [pause]
    Para sa mas mahabang pahinga, pindutin ang 2. [pause]
    Para makausap ngayon ang isang superbisor, pindutin ang 3. [pause]
    Para markahan ang tawag na ito, pindutin ang 4.

# The same after a debrief, on a supervisor's phone.
after-menu-debrief =
    Kung ayos lang kayo, pindutin ang 1, o magbaba na lang. [pause]
    Para sa mas mahabang pahinga, pindutin ang 2. [pause]
    Para makausap ngayon ang ibang superbisor, pindutin ang 3.

# After key 1, or silence.
after-fine = Salamat. Mag-ingat kayo.

# After key 2. $minutes is the rest before another call can come.
after-longer = Huwag magmadali. Mayroon kayong { $minutes } minuto para magpahinga ngayon.

# After key 3. They wait for a supervisor on this phone from now on. Right after it comes that one
# is looked for, or is not on.
after-debrief = Mabuti at humingi kayo. Manatili po sa linya.

# After key 4: what a flag does, before it is done.
after-flag =
    Ang pagmarka ay para sa mga tawag na nakasakit sa inyo. Sa isang araw, walang peer na maaabot
    ang numerong iyon; maaabot pa rin ang mga linya sa krisis. [pause]
    Para markahan ang tawag na ito, pindutin ang 4. [pause]
    Kung hindi, maghintay lang.

# No second 4.
after-no-flag = Sige po. Walang minarkahan.

# Said, and sent as a text, after a flag.
flag-noted =
    Namarkahan na. Sa loob ng isang araw, walang peer na maaabot ang numerong iyon. Paumanhin sa
    nangyari, at salamat.

# The same when another supporter had flagged that number before.
flag-longer =
    Namarkahan na. Sa loob ng isang linggo, walang peer na maaabot ang numerong iyon. Paumanhin sa
    nangyari, at salamat.

# The same call was flagged before.
flag-already = Namarkahan na ang tawag na ito. Salamat.

# The flag is counted, but nothing can be blocked: many people share that number, or none was
# shown.
flag-open =
    Naitala ko ang marka. Walang na-block ngayon, dahil maaaring maraming gumagamit ng numerong
    iyon. Paumanhin sa nangyari.

# No talk of theirs in the last two hours.
flag-late =
    Wala akong nakikitang tawag ninyo sa nakaraang dalawang oras, kaya walang minarkahan. Kung
    gusto ninyong pag-usapan ito, maaari kayong humiling ng superbisor.
