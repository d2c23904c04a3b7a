## Crisis: key 9

# The first words after key 9, before any choice. All three facts must stay; none may be softened.
crisis-door =
    Nandito ako. Para alam ninyo: hindi kami kailanman tatawag sa nine one one para sa
    inyo. [pause]
    Makikita ng nine eight eight ang number namin, hindi ang inyo. [pause]
    May mga crisis line na maaaring magpadala ng tulong kung sa tingin nila ay nanganganib ang
    isang buhay.

# The choices after key 9. Dialing nine eight eight oneself is always named.
crisis-menu =
    Para maikonekta sa nine eight eight mula rito, pindutin ang 1. [pause]
    Para sa ibang crisis line, una ang walang pulis, pindutin ang 2. [pause]
    Para bumalik sa kinaroroonan ninyo, pindutin ang star. [pause]
    Puwede rin kayong magbaba, at kayo mismo ang tumawag o mag-text sa nine eight eight.

# After key 1: it may ring for up to 45 seconds. Where nine eight eight asks for a key to reach
# this language, say which.
crisis-connecting =
    Ikinokonekta ko na kayo sa nine eight eight. Maaaring mag-ring ito nang kaunti. [pause]
    Kung walang sumagot, nandito pa rin ako.

# Nobody answered at nine eight eight. The number is read out, digit by digit.
crisis-no-answer =
    Hindi sumagot ang nine eight eight sa ngayon, at nandito pa rin ako. [pause]
    Puwede rin kayong magbaba at kayo mismo ang tumawag doon: [pause]
    nine, [pause] eight, [pause] eight.

# The talk with nine eight eight has ended, or nobody answered there, and the caller is still here.
# Choices follow.
crisis-ended = Nakabalik na kayo sa peer line. Huwag kayong magmadali.

# Right after, while the line is open.
crisis-over =
    Para makausap ang isang peer, pindutin ang 1, o manatili lang sa linya. [pause]
    Para sa ibang crisis line, pindutin ang 2. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Para sa nine eight eight ulit, pindutin ang 9.

# The same outside the hours: no peer is there.
crisis-over-closed =
    Para sa ibang linyang matatawagan, pindutin ang 4, o manatili lang sa linya. [pause]
    Para sa ibang crisis line, pindutin ang 2. [pause]
    Para sa nine eight eight ulit, pindutin ang 9.

# Silence in the crisis menu, or star, for a caller who was waiting: their place was kept.
crisis-place-kept = Nakatabi ang lugar ninyo. Ibinabalik ko na kayo roon.

# Before the other crisis lines. What they say about police is their own word, not our promise.
crisis-lines-intro =
    Narito ang ibang crisis line, una ang mga nagsasabing hindi sila nagsasangkot ng pulis. [pause]
    Sasabihin ko nang dalawang beses ang bawat number.

# One crisis line. $police is what the line itself says: no, may, or unknown. Be exact.
# $number comes as single digits; it is said twice, and last, so that it can be remembered.
crisis-line =
    { $name }. [pause]
    { $police ->
        [no] Sabi nila, hindi sila nagpapadala ng pulis maliban kung papayag kayo.
        [may] Maaari silang magpadala ng tulong, pati pulis, kung sa tingin nila ay may nanganganib.
       *[unknown] Hindi namin alam kung nagpapadala sila ng pulis. Puwede ninyo muna
            silang tanungin.
    } [pause]
    Ang number ay { $number }. [pause]
    Ulitin ko, { $number }.

# A crisis line that is a branch of nine eight eight: dial $number, then press $branch there.
crisis-line-branch =
    { $name }. [pause]
    I-dial ang { $number }, at kapag sumagot sila, ang { $branch }. [pause]
    Ulitin ko, { $number }, at saka { $branch }.

# After the first crisis line.
crisis-next-first =
    Para sa susunod na linya, pindutin ang 2, o manatili lang sa linya. [pause]
    Para sa nine eight eight mula rito, pindutin ang 1. [pause]
    Para bumalik sa pinanggalingan ninyo, pindutin ang star.

# After each later crisis line: shorter, the other keys go on working.
crisis-next = Para sa susunod na linya, pindutin ang 2, o manatili lang sa linya.

# After the last crisis line, where the directory has it confirmed.
crisis-by-text = Puwede rin kayong mag-text sa nine eight eight.

# The same in a language that has its own word for it. $word is what to send.
crisis-by-text-word = Puwede rin ninyong i-text ang salitang { $word } sa nine eight eight.

# Then. A relay operator speaks for somebody who is deaf, or for whom speaking is hard; nobody here
# sees or asks who calls that way.
crisis-by-relay =
    Sa relay service na seven one one, maaabot ninyo kami, pati ang nine eight eight.

# Then, where the directory has it confirmed.
crisis-by-videophone =
    Sa American Sign Language, sumasagot din ang nine eight eight sa videophone.

# After the last crisis line.
crisis-lines-end =
    Iyan ang mga crisis line na alam ko. [pause]
    Para maikonekta sa nine eight eight mula rito, pindutin ang 1. [pause]
    Para marinig ulit ang mga linyang ito, pindutin ang 2. [pause]
    Para bumalik sa kinaroroonan ninyo, pindutin ang star.
