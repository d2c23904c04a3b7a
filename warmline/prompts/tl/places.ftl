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

# After key 5. $number comes as single digits with pauses between them, so that it can be written.
place-slowly =
    Dahan-dahan: [pause] { $number }. [long pause]
    Minsan pa: [pause] { $number }.

# After a crisis line or a place to text of which nobody has made sure for too long.
place-check = Hindi ako tiyak kung tama pa ito, kaya pakitingnan kapag tumawag kayo.

# After key 3, before anything happens. All facts must stay.
connect-place =
    Maikokonekta ko kayo sa { $name }. [pause]
    Hindi ito bahagi ng linyang ito. Makikita nito ang number namin, hindi ang inyo.

# Then, for somebody who waits for a peer.
connect-keeps-place =
    Hindi muna ako tatawag ng peer habang kausap ninyo sila. Nakatabi ang lugar ninyo.

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
        [closed] Para marinig kung kailan magbubukas ang peer line, pindutin ang 0.
       *[peer] Para makausap ang isang peer, pindutin ang 0, o manatili lang.
    } [pause]
    Para sa nine eight eight, pindutin ang 9.

# No place is open, or none is known. Never a dead end: nine eight eight is always open.
places-none =
    Wala akong alam na ibang linyang bukas ngayon, at pasensya na. [pause]
    Bukas ang nine eight eight sa lahat ng oras. Para sa nine eight eight, pindutin ang 9.
