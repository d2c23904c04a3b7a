## Calls to a supporter about themselves: a question, a code, practice

# Whoever picks up hears this, perhaps a child or a voicemail: the name $alias, and nothing else.
errand-hello =
    May tawag para kay { $alias }. [pause]
    Kung kayo ito, pindutin ang 1.

# The call is over, or was for another phone. It names nothing.
errand-gone = Tapos na ang tawag na ito. Salamat.

# Only who has pressed 1 hears it: whether $alias would like this phone to be rung. $line is the
# line's name.
confirm-question =
    Ito ang { $line }. Dito, { $alias } ang pangalan ninyo. [pause]
    Kung sa inyo ang teleponong ito, at gusto mong tumunog ito kapag may tumatawag,
    pindutin ang 1. [pause]
    Kung hindi, pindutin ang 2.

# After key 1.
confirm-thanks =
    Salamat. Mula ngayon, puwede nang tumunog ang teleponong ito para sa inyo. Puwede kayong tumigil
    kahit kailan.

# After key 2. No blame, and no reason is asked for.
confirm-declined = Ayos lang. Hindi tatawagan ang teleponong ito. Salamat.

# The code for a supporter's own page, asked for by them. $code comes as single digits, and is
# said twice.
code-is = Ang code ninyo ay: { $code }. [long pause] Ulit: { $code }.

# Right after, at the end of the call.
code-goodbye = Gumagana ito nang sampung minuto, at walang sinuman sa amin ang hihingi nito. Paalam.

# The beginning of a practice call that $alias has asked for. It sounds like an offer, and says
# what it is: nobody waits. A child or a voicemail may hear it.
practice-offer =
    Isang tawag na pagsasanay para kay { $alias }. [pause]
    Para kunin ito, pindutin ang 1. [pause]
    Para ipasa ito, pindutin ang 2. [pause]
    Para ipasa ito at magpahinga muna, pindutin ang 0.

# No key came. A voicemail may hear it: it reveals nothing.
practice-missed = Kung walang pinindot, walang naikokonekta. Para subukan ulit, pindutin ang 1.

# After key 2.
practice-passed =
    Sa ganoon, ibang peer ang tatawagan, at walang magtatanong kung bakit. [pause]
    Para kunin ito, pindutin ang 1.

# After key 0. In practice it changes nothing.
practice-off =
    Sa ganoon, ipinapasa ang tawag at wala kayo na sa duty ngayong shift.
    Ngayon, walang nagbago. [pause]
    Para kunin ito, pindutin ang 1.

# After key 1: from here another voice plays a caller.
practice-talk =
    Konektado kayo na. Walang ibang tao rito: boses ito ng linya. Puwedeng ganito magsimula ang
    tumatawag.

# Another voice, as a caller who is tired. A peer worker, in plain words.
practice-caller =
    Hello. Peer support din ang trabaho ko, at mahaba ang linggong ito. [pause] Ayaw kong iuwi
    ito. Puwede ninyo ba akong pakinggan sandali?

# The line's own voice again. Silence opens the menu, too.
practice-star =
    Habang nag-uusap, binubuksan ng star ang maikling menu na kayo lang ang nakaririnig. Para
    buksan ito, pindutin ang star.

# The menu of a supporter during a talk, for practice: each key only tells what it would do.
practice-star-menu =
    Para bumalik sa tumatawag, pindutin ang 1. [pause]
    Para ipasa sa ibang peer, pindutin ang 2. [pause]
    Para isama ang nine eight eight, pindutin ang 9. [pause]
    Para humiling ng debrief pagkatapos, pindutin ang 3.

# After key 2 there. Which keys work then is said anew by the menu, if nothing is pressed.
practice-hand =
    Tatanungin muna ang tumatawag, at siya ang mauuna habang tumatawag ako ng ibang peer. Para
    bumalik sa kaniya, pindutin ang 1.

# After key 9 there. Nothing is dialed.
practice-bring =
    Tatanungin muna ang tumatawag, at sa sarili niyang pindot lang sasali ang nine eight eight.
    Ngayon, walang tinawagan. Para bumalik sa kaniya, pindutin ang 1.

# After key 3 there.
practice-ask =
    Pagkatapos ng usapan, may tatawagang peer supervisor para sa inyo. Hindi itinatago ang
    sasabihin ninyo. Para bumalik sa tumatawag, pindutin ang 1.

# The other voice once more, before it hangs up.
practice-caller-again = Salamat sa pakikinig. Nakatulong iyon. Ingat.

# The caller has hung up. The keys after a talk, for practice.
practice-over =
    Umalis na ang tumatawag. May pahinga bago ang susunod na tawag. [pause]
    Kung ayos kayo lang, pindutin ang 1. [pause]
    Para sa mas mahabang pahinga, pindutin ang 2. [pause]
    Para sa debrief, pindutin ang 3. [pause]
    Para i-flag ang tawag, pindutin ang 4.

# The same keys once more.
practice-after =
    Kung ayos kayo lang, pindutin ang 1. [pause]
    Para sa mas mahabang pahinga, pindutin ang 2. [pause]
    Para sa debrief, pindutin ang 3. [pause]
    Para i-flag ang tawag, pindutin ang 4.

# After key 2 there.
practice-longer =
    Mas mahaba ang pahinga ninyo bago tumunog ulit, at walang magtatanong kung bakit. Para tapusin,
    pindutin ang 1.

# After key 3 there.
practice-debrief =
    Sa ganoon, tatawagan agad ang isang peer supervisor para sa inyo. Para tapusin, pindutin ang 1.

# After key 4 there.
practice-flag =
    Para ito sa mga tawag na nakakasakit o nakakatakot. Isang araw na hindi makaaabot sa peer ang
    numerong iyon, at walang makaaalam kung kanino ito. Para tapusin, pindutin ang 1.

# After key 1 there, or silence.
practice-fine = Mabuti. Magsisimula na ang pahinga ninyo, at tahimik ang telepono ninyo habang iyon.

# The last words of a practice call.
practice-goodbye =
    Pagsasanay iyon: walang binibilang o itinatago. [pause]
    Salamat, { $alias }. At kapag kayo ang nangangailangan ng kausap, para sa inyo rin ang linyang
    ito. Anumang oras, puwede kayong tumawag o mag-text sa nine eight eight.

# Somebody is calling for whom nobody else's phone rings: practice ends early, and the call is over.
practice-stops =
    May tumatawag na peer ngayon, kaya dito na matatapos ang pagsasanay. [pause]
    Maaaring tumunog ang telepono ninyo mamaya. Salamat.

## Texts to a supporter about themselves (read, not heard)

# The code for a supporter's own page, asked for on that page. It may show on a locked screen and
# names nothing.
text-code =
    Ang code ninyo ay { $code }. Gumagana ito nang sampung minuto. Walang hihingi nito sa inyo. Kung
    hindi kayo humingi ng code, hayaan ninyo lang ito.

# To a new supporter, or one with a new number, before it is ever rung. $alias is the name that
# callers would hear, $line the line's name, $code six digits.
text-confirm =
    { $line }: kayo si { $alias } dito. Kung sa inyo ang teleponong ito, at gusto mong tumunog ito
    kapag may tumatawag, i-text: CONFIRM { $code }. Kung hindi, hayaan ninyo lang ito.

# The answer to CONFIRM with the right code.
text-confirmed = Salamat. Mula ngayon, puwede nang tumunog ang teleponong ito para sa inyo.

# The answer to CONFIRM with another code, an old one most likely.
text-confirm-other = Hindi tugma ang code na iyon. Makapagpapadala ng bago ang coordinator ninyo.

# In the answer to HELP. It begins with the word itself.
text-help-confirm = CONFIRM kasama ang code na ipinadala sa inyo: patutunugin ang teleponong ito.

# To supporters who are off duty and rested, asked for by a coordinator because several callers
# wait. A question, no order. It may show on a locked screen and names nothing.
text-surge =
    May ilang peer na tumatawag ngayon. Kung kaya ninyo, at kung kaya lang, i-reply ang PASOK. Kung
    hindi, ayos lang, at walang magtatanong kung bakit.

# The answer to PRACTICE.
text-practice = Tutunog sandali ang telepono ninyo para sa pagsasanay, kung wala kayo sa tawag.

# The answer to PRACTICE after very many of them.
text-practice-enough = Marami na iyong pagsasanay. Subukan ulit pagkalipas ng isang oras.

# In the answer to HELP. It begins with the word itself.
text-help-practice = PAGSASANAY: tutunog ang telepono ninyo para sa tawag na walang ibang tao.
