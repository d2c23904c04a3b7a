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

# The end of a call without a talk. The last sentence names nine eight eight.
goodbye =
    Thank you for calling. You're welcome here any time the line is open. [pause]
    At any hour, you can call or text nine eight eight.
