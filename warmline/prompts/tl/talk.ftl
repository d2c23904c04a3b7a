## Meeting a peer

# A peer has said yes. $alias is the name that the peer chose.
meet-peer = Nandito na si { $alias }.

# The same for a family peer: someone who knows this work as family.
meet-family-peer = Nandito na si { $alias }, isang family peer.

# Right after. A short moment to choose; silence joins the two.
meet-peer-choice = Para sa ibang tao, pindutin ang 2.

# The last words before both hear each other.
joining = Ikinokonekta ko na kayo.

# The connection to $alias ended; perhaps they finished, perhaps it was lost. Right for both.
peer-lost =
    Naputol ang tawag kay { $alias }. [pause]
    Kung tapos na kayong mag-usap, puwede na kayong magbaba. Salamat sa pagtawag. [pause]
    Anumang oras, puwede kayong tumawag o mag-text sa nine eight eight. [pause]
    Kung mananatili kayo, tatawagan ko ulit si { $alias }, o ihahanap ko kayo ng ibang peer.

# The caller stayed. The first place in line is theirs. Perhaps nobody can be rung just now, so it
# isn't said that we ring.
peer-lost-ringing = Naghahanap na ako ng peer. Kayo ang una sa pila.

# After star during a talk. The peer waits and hears nothing of this.
talk-menu =
    Para bumalik sa kausap ninyo, pindutin ang 1, o manatili lang sa linya. [pause]
    Para sa ibang tao, pindutin ang 2. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Para sa nine eight eight, pindutin ang 9.

# Back to the same peer.
talk-back = Ibinabalik ko na kayo.

# The caller would like another peer. No reason is asked for, and none is given to the peer.
talk-someone-else = Sige po. Ihahanap ko kayo ng ibang tao ngayon.

# The peer has left and the caller is still there.
talk-over =
    Tapos na ang pag-uusap ninyo, at nasa peer line pa rin kayo. [pause]
    Para makausap ulit ang isang peer, pindutin ang 1, o manatili lang sa linya. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Para sa nine eight eight, pindutin ang 9.

# The peer pressed star and will be right back; the caller hears so, and a soft sound.
talk-peer-star =
    Babalik agad sa inyo ang inyong peer. [pause]
    Para sa nine eight eight, pindutin ang 9.

# The same once more, when the peer takes longer.
talk-peer-more = Nariyan pa rin ang inyong peer. Sandali na lang po.

# The peer would like to bring nine eight eight into this talk. Nothing happens before the
# caller agrees. Short: what it is for and the key that follows come within six seconds.
talk-asks-988 = Puwedeng sumali ang nine eight eight. Maaaring magpadala ng tulong.

# Right after; silence is no.
talk-asks-988-keys =
    Kung payag, pindutin ang 1. [pause]
    Para magpatuloy sa inyong peer lamang, pindutin ang 2, o manatili lang sa linya.

# After the keys. What nine eight eight may do is said as at the crisis door.
talk-asks-988-more =
    Ang numero namin ang makikita nila, hindi ang sa inyo, at puwedeng manatili ang inyong
    peer. [pause]
    Maaari silang magpadala ng tulong kung sa tingin nila ay may buhay na nanganganib.

# The caller agreed. The two are back together while nine eight eight is rung.
talk-988-rings = Tinatawagan ko na ang nine eight eight. Kasama ninyo ang inyong peer samantala.

# Both hear this in their talk: nine eight eight was busy, or did not answer. The number is read
# out, digit by digit.
talk-988-absent =
    Hindi sumagot ang nine eight eight ngayon. Magkasama pa rin kayo. [pause]
    Puwede rin ninyo itong tawagan: [pause] nine, [pause] eight, [pause] eight.

# The peer would like somebody else to take over. Warm: it is nobody's fault. Short, as above.
talk-asks-hand = Puwedeng ibang peer ang magpatuloy para sa inyo.

# Right after; silence is no.
talk-asks-hand-keys =
    Kung ayos lang iyon, pindutin ang 1. [pause]
    Para magpatuloy sa peer na ito, pindutin ang 2, o manatili lang sa linya.

# After the keys.
talk-asks-hand-more =
    Mananatili ang peer na ito hanggang may dumating, at kayo ang una sa pila.

# The caller agreed. The two are back together while other peers are rung.
talk-handing = Naghahanap na ako ng ibang peer. Hanggang doon ay magkasama kayo.

# Both hear this in their talk: nobody could take over.
talk-stays = Walang ibang peer na libre ngayon. Magkasama pa rin kayo.

# The end of a call without a talk. The last sentence names nine eight eight.
goodbye =
    Salamat sa pagtawag. May lugar kayo rito tuwing bukas ang linya. [pause]
    Anumang oras, puwede kayong tumawag o mag-text sa nine eight eight.
