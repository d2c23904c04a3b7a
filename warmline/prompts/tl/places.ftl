## Other places to call

# Before the other places, for peer workers, and for whoever calls outside the hours.
places-intro =
    Narito ang ibang linyang matatawagan ninyo. Sasabihin ko nang dalawang beses ang bawat number.

# Before the other places, for callers who do other work. They are welcome; nobody is turned away.
places-public-intro =
    Mabuti at tumawag kayo. Para sa mga gumagawa ng peer work ang linyang ito, at may mga linya rin
    para sa inyo. [pause]
    Sasabihin ko nang dalawang beses ang bawat number.

# One place. $number comes as single digits. $whom is one of the sentences below. $hours is always,
# open, closed (then $when says when it opens), unknown, or check: nobody has made sure of it for
# too long. Whoever calls at night learns whether somebody may answer.
place-line =
    { $name }. { $whom } [pause]
    { $hours ->
        [always] Bukas ito sa lahat ng oras.
        [open] Bukas ito ngayon.
        [closed] Sarado ito ngayon, at magbubukas { $when }.
        [check] Hindi ako tiyak kung tama pa ito, kaya pakitingnan kapag tumawag kayo.
       *[unknown] Hindi ko alam ang oras ng pagbubukas nito.
    } [pause]
    Ang number ay { $number }. [pause]
    Ulitin ko, { $number }.

# Whom a place serves. $audience is what the line's own file says; "anyone" has its own words.
place-for =
    { $audience ->
        [anyone] Para ito sa kahit sino.
       *[other] Para ito sa { $audience }.
    }

# Whom the national places serve that come with the program.
place-for-nami =
    Para ito sa mga pamilya, at sa mga gustong makaalam tungkol sa kalusugan ng isip.

# Alcohol and drugs.
place-for-samhsa = Para ito sa sinumang gusto ng tulong sa alak o droga.

# Physicians.
place-for-psl = Para ito sa mga doktor at mga nag-aaral ng medisina.

# Police and sheriff's officers.
place-for-copline = Para ito sa mga pulis at sa mga taong malapit sa kanila.

# After the first place. $then is where key 0 leads: peer, wait (the caller waits for one), talk (a
# peer waits for them) or closed.
place-again =
    Para sa susunod na linya, pindutin ang 1, o manatili lang sa linya. [pause]
    { $then ->
        [talk] Para bumalik sa kausap ninyo, pindutin ang 0.
        [wait] Para magpatuloy sa paghihintay ng peer, pindutin ang 0.
        [closed] Para marinig kung kailan magbubukas ang peer line, pindutin ang 0.
       *[peer] Para makausap ang isang peer, pindutin ang 0.
    } [pause]
    Para sa nine eight eight, pindutin ang 9.

# After each later place: shorter, the other keys go on working.
place-next =
    Para sa susunod na linya, pindutin ang 1, o manatili lang sa linya. [pause]
    Para marinig ulit iyon, pindutin ang star.

# After a place that can be rung from here.
place-connect = Para maikonekta mula rito, pindutin ang 3.

# After the first place of a list.
place-slow = Para marinig nang dahan-dahan ang number, pindutin ang 5.

# After the first place of a list, when we see a number. Nobody can tell if it takes texts.
place-text-me =
    Para matanggap ang number bilang text, kung nakakatanggap ang teleponong ito, pindutin ang 6.

# After key 5. $number comes as single digits with pauses between them, so that it can be written.
place-slowly =
    Dahan-dahan: [pause] { $number }. [long pause]
    Minsan pa: [pause] { $number }.

# A place that is reached by text. $word is what to send, $number where, as single digits.
place-by-text =
    Puwede kayong mag-text sa { $name }. [pause]
    Ipadala ang salitang { $word } sa { $number }. [pause]
    Ulitin ko, ang salitang { $word } sa { $number }.

# The same where any words will do.
place-by-text-any =
    Puwede kayong mag-text sa { $name }. [pause]
    Ang number para sa text ay { $number }. [pause]
    Ulitin ko, { $number }.

# After a crisis line or a place to text of which nobody has made sure for too long.
place-check = Hindi ako tiyak kung tama pa ito, kaya pakitingnan kapag tumawag kayo.

# After key 6. One text comes, with the number and nothing else: no name, and no word of this line.
place-text-coming =
    May darating na isang text, number lang ang laman. Hindi ko itinatago ang sa inyo.

# The same, when they have been promised a call back: then their own number is kept for that.
place-text-while-promised = May darating na isang text, number lang ang laman.

# After key 6, a second time for the same place.
place-text-already =
    Naipadala ko na ang isang iyon. Kung hindi dumating, masasabi ko ito nang dahan-dahan.

# After key 6, when three numbers were sent in this call.
place-text-enough =
    Tatlong number na ang naipadala ko, at hanggang doon lang. Masasabi ko ito nang dahan-dahan.

# After key 6, when very many texts have left this line within the hour.
place-text-later =
    Hindi ako makapagpadala ng text sa ngayon, at pasensya na. Masasabi ko ito nang dahan-dahan.

# After key 6, when the caller's number is withheld.
place-text-no-number =
    Hindi ko makita ang number ng telepono ninyo, kaya hindi ko ito maite-text. Masasabi ko ito nang
    dahan-dahan.

# After key 3, when the place cannot be rung from here.
place-no-connect =
    Hindi ko kayo maikokonekta roon mula rito. Puwede ninyong ibaba at kayo mismo ang tumawag.

# After key 3, before anything happens. All facts must stay.
connect-place =
    Maikokonekta ko kayo sa { $name }. [pause]
    Hindi ito bahagi ng linyang ito. Makikita nito ang number namin, hindi ang inyo.

# Of a crisis line, before it is rung from here. $police is what the line itself says: no, may, or
# unknown. Be exact.
connect-police =
    { $police ->
        [no] Sabi nila, hindi sila nagpapadala ng pulis kung hindi kayo papayag.
        [may] Maaaring magpadala sila ng tulong, pati pulis, kung sa tingin nila ay may buhay na
            nanganganib.
       *[unknown] Hindi namin alam kung nagpapadala sila ng pulis. Puwede ninyo muna
            silang tanungin.
    }

# Then, for somebody who waits for a peer.
connect-keeps-place =
    Hindi muna ako tatawag ng peer habang kausap ninyo sila. Nakatabi ang lugar ninyo.

# Then, for somebody whose peer waits for them in a talk.
connect-ends-talk =
    Matatapos nito ang usapan ninyo rito, at hindi na maghihintay ang kausap ninyo.

# Then. Nothing happens without the key.
connect-keys =
    Para ituloy, pindutin ang 1. [pause]
    Para bumalik sa listahan, pindutin ang star, o manatili lang.

# The place is being rung.
connecting-place = Ikinokonekta ko na kayo. Kung walang sumagot, nandito pa rin ako.

# The talk with the place has ended, and the caller is still here. Choices follow.
place-ended = Nakabalik na kayo sa peer line. Huwag kayong magmadali.

# The place did not answer. Choices follow.
place-no-answer = Walang sumagot doon sa ngayon, at nandito pa rin ako.

# What there is after a call to another place. $then is as above.
place-over =
    { $then ->
        [wait] Para patuloy na maghintay ng peer, pindutin ang 1, o manatili lang sa linya.
       *[peer] Para makausap ang isang peer, pindutin ang 1, o manatili lang sa linya.
    } [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Para sa nine eight eight, pindutin ang 9.

# The same outside the hours: no peer is there.
place-over-closed =
    Para sa ibang linyang matatawagan, pindutin ang 4, o manatili lang sa linya. [pause]
    Para sa nine eight eight, pindutin ang 9.

# After the last place. $then as above, or promised (the caller is to be called back).
places-end =
    Iyan ang mga linyang alam ko. [pause]
    Para marinig ulit, pindutin ang star. [pause]
    { $then ->
        [talk] Para bumalik sa kausap ninyo, pindutin ang 0, o manatili lang.
        [wait] Para magpatuloy sa paghihintay ng peer, pindutin ang 0, o manatili lang.
        [blocked] Para marinig kung kailan may peer ulit para sa inyo, pindutin ang 0.
        [closed] Para marinig kung kailan magbubukas ang peer line, pindutin ang 0.
       *[peer] Para makausap ang isang peer, pindutin ang 0, o manatili lang.
    } [pause]
    Para sa nine eight eight, pindutin ang 9.

# No place is open, or none is known. Never a dead end: nine eight eight is always open.
places-none =
    Wala akong alam na ibang linyang bukas ngayon, at pasensya na. [pause]
    Bukas ang nine eight eight sa lahat ng oras. Para sa nine eight eight, pindutin ang 9.
