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

# The end of a call without a talk. The last sentence names nine eight eight.
goodbye =
    Salamat sa pagtawag. May lugar kayo rito tuwing bukas ang linya. [pause]
    Anumang oras, puwede kayong tumawag o mag-text sa nine eight eight.
