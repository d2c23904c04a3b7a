## Choosing whom to talk with: key 3

# After key 3, only on lines that have both. A family peer knows this work as family. No answer is
# fine.
choose-kind =
    For a peer, press 1. [pause]
    For a family peer, press 2. [pause]
    If you'd be glad of either, just stay on.

# The next question, only where supporters have named their agency: the caller may leave out people
# whom they know from work. The agencies follow. Nobody is asked where they work.
choose-agency-intro =
    You can leave out people from an agency. If there's none to leave out, just stay on.

# One agency. $agency is its name as the line's file has it, $key the key that leaves it out.
choose-agency = To leave out peers from { $agency }, press { $key }.

# A peer who could be rung now. $alias is the name that the peer chose.
choose-peer = { $alias }, a peer.

# The same for a family peer.
choose-family-peer = { $alias }, a family peer.

# Right after, if the peer wishes something to be known. $tags is in their own words, like "nights,
# parents".
choose-tags = In their own words: { $tags }.

# Right after. Staying on means yes. A peer who isn't wanted never learns of it.
choose-name =
    To talk with { $alias }, press 1, or just stay on. [pause]
    For someone else, press 2.

# After five names in a row. Staying on reaches a person.
choose-more =
    To hear more names, press 1. [pause]
    For any peer who's free, press 0, or just stay on. [pause]
    For nine eight eight, press 9.

# Nobody who fits is free, and no name was read out yet. Staying on waits for any peer.
choose-nobody =
    I can't name anyone who's free right now, and I'm sorry. [pause]
    To talk with any peer as soon as one is free, press 1, or just stay on. [pause]
    For nine eight eight, press 9.

# There is no other name. Nobody who was named before is rung.
choose-no-more =
    Those are all the names I have right now. [pause]
    To talk with any other peer, press 1, or just stay on. [pause]
    For nine eight eight, press 9.

# The caller said yes to $alias, whose phone is rung now, and no other.
choose-ringing = All right. I'll ring { $alias } for you.

# The caller would like any peer. Whoever they did not want is not rung.
choose-any = All right. I'll find you any peer who's free.

# $alias, whom the caller chose, passed, did not pick up or was just taken. Blames nobody; the
# caller is not to feel turned away. The question of the next message follows.
choose-passed =
    { $alias } can't come to the phone just now. That happens, and it isn't about you.

# Who else may be rung? Nobody is, until the caller has answered or stayed on.
choose-wider =
    To talk with any peer who's free, press 1, or just stay on. [pause]
    To hear another name, press 2. [pause]
    For nine eight eight, press 9.
