## Being called back

# After the choices while waiting, when there is a number that can be called back.
callback-offer = Para kayo na lang ang tawagan, pindutin ang 2.

# The same outside the hours. The call comes once the line is open, and a peer is free.
closed-callback = Para tawagan kayo ng isang peer kapag bukas na, pindutin ang 1.

# After that key. $last are the last two digits of the caller's number, one by one. Nobody else is
# told any of them. $then is what staying on means: wait or closed.
callback-ask =
    Puwede ko kayong tawagan sa number na nagtatapos sa { $last }. [pause]
    Kung gusto ninyo iyon, pindutin ang 1. [pause]
    { $then ->
        [closed] Kung hindi, manatili lang para sa ibang mapagpipilian.
       *[wait] Kung hindi, manatili lang, at patuloy akong maghahanap.
    }

# The same key, but we see no number, or one that can't be called from here.
callback-no-number =
    Wala akong makitang number na matatawagan, kaya hindi ko kayo matatawagan. Pasensya na. [pause]
    Puwede kayong manatili, o tumawag ulit anumang oras. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4.

# The same key, but the line isn't open long enough within the next twelve hours.
callback-not-in-time =
    Matagal pa bago magbukas ang linya, kaya hindi ko kayo matatawagan. Pasensya na. [pause]
    Malugod kayong tatanggapin kapag bukas na. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4.

# After yes, when very many calls back are promised already. Back to where they were.
callback-too-many =
    Marami na ang tawag na naipangako ko, kaya hindi ko ito maipangako ngayon. Pasensya na. [pause]
    Puwede kayong manatili, o tumawag ulit anumang oras.

# After yes. The essential first: many hang up now. It may take hours: no promise of a time,
# and none that somebody will be free.
callback-promised =
    Sige po. Tatawagan ko kayo kapag may peer na libre, at puwede na ninyong ibaba ang
    telepono. [pause]
    Maaaring abutin ng ilang oras, at hindi ako makatitiyak na may libre.

# Right after, for who stays on: what will happen, in order. Anybody may pick up that phone, so the
# call begins with nothing that tells.
callback-how =
    Tatanungin ko muna ang isang peer, habang bukas ang linya. [pause]
    Kapag sumagot kayo, maririnig ninyo ito: ito ang tawag na hiningi ninyo. [pause]
    Hindi ko sasabihin kung sino ang tumatawag hangga't walang pumapayag sa pagpindot.

# Right after. Every fact must stay: two tries, no message, the number kept locked until the caller
# is reached, twelve hours at most.
callback-forgotten =
    Dalawang beses akong susubok, at hindi ako kailanman nag-iiwan ng mensahe. [pause]
    Nakakandado ang number ninyo, at nabubura ito kapag naabutan ko kayo, o makalipas ang
    labindalawang oras.

# Right after. The caller may hang up. $then is wait while the line is open, or closed. The last
# sentence names nine eight eight.
callback-goodbye =
    Puwede ninyong ibaba ang telepono, o tumawag ulit anumang oras. [pause]
    { $then ->
        [closed] { "" }
       *[wait] Para maghanap na lang ng peer ngayon, pindutin ang 0. [pause]
    } Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Anumang oras, puwede kayong tumawag o mag-text sa nine eight eight.

# To somebody who has been promised a call back and is still on the phone, instead of offering it.
callback-standing = Hiniling ninyong tawagan ko kayo, at ganoon pa rin.

# The end of this call. The last sentence names nine eight eight.
callback-last =
    Salamat sa pagtawag. Tatawagan ko kayo kapag may peer na libre. [pause]
    Anumang oras, puwede kayong tumawag o mag-text sa nine eight eight.

# The first words when the phone is picked up. Anybody may hear it, or a voicemail: it must not tell
# who is calling, or why.
callback-opening =
    Ito ang tawag na hiningi ninyo. [pause]
    Para maikonekta, pindutin ang 1.

# The same once more, after a moment without a key. It must reveal nothing either.
callback-opening-again = Para maikonekta, pindutin ang 1.

# After key 1, before it is said which peer is here. Now the line may be named.
callback-line = Ito ang peer line, tumatawag sa inyo gaya ng hiningi ninyo.

# After key 1, when the peer's phone has left meanwhile. The first place in line is the caller's.
callback-peer-left =
    Kaaalis lang ng peer na narito, at pasensya na. [pause]
    Naghahanap ako ng peer para sa inyo ngayon. Kayo ang una sa pila.
