## Meeting a peer

# A peer has said yes. $alias is the name that the peer chose.
meet-peer = { $alias } is here.

# The same for a family peer: someone who knows this work as family.
meet-family-peer = { $alias }, a family peer, is here.

# Right after. A short moment to choose; silence joins the two.
meet-peer-choice = For someone else, press 2.

# The last words before both hear each other.
joining = I'm connecting you now.

# The connection to $alias ended; perhaps they finished, perhaps it was lost. Right for both.
peer-lost =
    The line to { $alias } has ended. [pause]
    If you were finished, you can hang up. Thank you for calling. [pause]
    At any hour, you can call or text nine eight eight. [pause]
    If you stay on, I'll ring { $alias } again, or find you another peer.

# The caller stayed. The first place in line is theirs. Perhaps nobody can be rung just now, so it
# isn't said that we ring.
peer-lost-ringing = I'm looking for a peer now. You're first in line.

# After star during a talk. The peer waits and hears nothing of this.
talk-menu =
    To go back to your peer, press 1, or just stay on. [pause]
    For someone else, press 2. [pause]
    For other places to call, press 4. [pause]
    For nine eight eight, press 9.

# Back to the same peer.
talk-back = Taking you back now.

# The caller would like another peer. No reason is asked for, and none is given to the peer.
talk-someone-else = Of course. I'll look for someone else for you now.

# The peer has left and the caller is still there.
talk-over =
    Your conversation has ended, and you're still on the peer line. [pause]
    To talk with a peer again, press 1, or just stay on. [pause]
    For other places to call, press 4. [pause]
    For nine eight eight, press 9.

# The peer pressed star and will be right back; the caller hears so, and a soft sound.
talk-peer-star =
    Your peer will be right back with you. [pause]
    For nine eight eight, press 9.

# The same once more, when the peer takes longer.
talk-peer-more = Your peer is still there. One moment more.

# The peer would like to bring nine eight eight into this talk. Nothing happens before the
# caller agrees. Short: what it is for and the key that follows come within six seconds.
talk-asks-988 = Nine eight eight could join you two. They may send help.

# Right after; silence is no.
talk-asks-988-keys =
    To agree, press 1. [pause]
    To go on with your peer alone, press 2, or just stay on.

# After the keys. What nine eight eight may do is said as at the crisis door.
talk-asks-988-more =
    They see our number, not yours, and your peer can stay with you. [pause]
    They may send help if they believe a life is at risk.

# The caller agreed. The two are back together while nine eight eight is rung.
talk-988-rings = I'm ringing nine eight eight now. Your peer is with you meanwhile.

# Both hear this in their talk: nine eight eight was busy, or did not answer. The number is read
# out, digit by digit.
talk-988-absent =
    Nine eight eight didn't answer just now. You two are still together. [pause]
    You can also dial it yourself: [pause] nine, [pause] eight, [pause] eight.

# The peer would like somebody else to take over. Warm: it is nobody's fault. Short, as above.
talk-asks-hand = Your peer asks if another peer may take over.

# Right after; silence is no.
talk-asks-hand-keys =
    If that's all right, press 1. [pause]
    To go on with this peer, press 2, or just stay on.

# After the keys.
talk-asks-hand-more =
    This peer stays with you until somebody is there, and you're first in line.

# The caller agreed. The two are back together while other peers are rung.
talk-handing = I'm looking for another peer now. Until then you two are together.

# Both hear this in their talk: nobody could take over.
talk-stays = No other peer is free just now. You two are still together.

# The end of a call without a talk. The last sentence names nine eight eight.
goodbye =
    Thank you for calling. You're welcome here any time the line is open. [pause]
    At any hour, you can call or text nine eight eight.
