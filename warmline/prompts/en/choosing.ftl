## Choosing whom to talk with: key 3

# After key 3, only on lines that have both. A family peer knows this work as family. No answer is
# fine.
choose-kind =
    For a peer, press 1. [pause]
    For a family peer, press 2. [pause]
    If you'd be glad of either, just stay on.

# The question before, only where somebody on duty doesn't speak the language that the caller hears.
# Each language offers itself in its own words. $key is the key.
choose-language = To talk in English, press { $key }.

# After the languages. Staying on means the language that the caller hears.
choose-language-any =
    If any of these is fine, press 6. [pause]
    To go on in English, just stay on.

# The next question, only where supporters have named their agency: the caller may leave out people
# whom they know from work. The agencies follow. Nobody is asked where they work.
choose-agency-intro =
    You can leave out people from an agency. If there's none to leave out, just stay on.

# One agency. $agency is its name as the line's file has it, $key the key that leaves it out.
choose-agency = To leave out peers from { $agency }, press { $key }.

# After five agencies or tags, if there are more.
choose-list-more = To hear more, press 7.

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

# One thing that peers share of themselves, like "nights". $tag is in their own words or the line's
# file, $key the key for any peer who shares it.
choose-tag = For someone who shares { $tag }, press { $key }.

# After these: whoever shares one of them is welcome. The caller hasn't named one.
choose-any-tag = If any of these would be welcome, press 6.

# The end of that list. Staying on goes on to names.
choose-tags-end = To hear names instead, just stay on.

# Instead of the list, when nobody who is there has shared anything in this language.
choose-no-tags =
    Nobody who's here has shared anything more right now. [pause]
    To hear names, just stay on.

# The caller chose one of those things. Whoever shares it is rung now.
choose-sharing = All right. I'll ring those who share that.

# After the first name, where there is something else to choose by.
choose-other-way = To choose in another way, press 3.

# The four ways to choose; only those that make sense are read. Peer or family peer.
choose-way-kind = For peers or family peers only, press 1.

# The same: the language to talk in.
choose-way-language = To choose the language you talk in, press 2.

# The same: what peers share of themselves.
choose-way-tags = To choose by what peers share, press 3.

# The same: people from an agency can be left out.
choose-way-agency = To leave out an agency, press 4.

# The end of the ways. Staying on goes back to names.
choose-way-end = To go back to the names, just stay on.

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

# There is no other name. Nobody who was named before is rung, unless they are chosen at last.
choose-no-more =
    Those are all the names I have right now. [pause]
    To talk with any other peer, press 1, or just stay on. [pause]
    To hear the names again, press 2. [pause]
    For nine eight eight, press 9.

# The caller said yes to $alias, whose phone is rung now, and no other.
choose-ringing = All right. I'll ring { $alias } for you.

# The caller would like any peer. Whoever they did not want is not rung.
choose-any = All right. I'll look for any peer who's free.

# $alias, whom the caller chose, passed, did not pick up or was just taken. Blames nobody; the
# caller is not to feel turned away. The question of the next message follows.
choose-passed =
    { $alias } can't come to the phone just now. That happens, and it isn't about you.

# Who else may be rung? Nobody is, until the caller has answered or stayed on.
choose-wider =
    To talk with any peer who's free, press 1, or just stay on. [pause]
    To hear another name, press 2. [pause]
    For nine eight eight, press 9.

# Nobody who shares what the caller wished is free, but somebody else is. What they can do follows.
choose-unmet-tags = Nobody who shares that is free right now, and I'm sorry. Someone else is.

# The same for $kind, which the caller wished: peer or family_peer.
choose-unmet-kind =
    { $kind ->
        [family_peer] No family peer is free right now, and I'm sorry. A peer is.
       *[peer] No peer is free right now, and I'm sorry. A family peer is.
    }

# The same for the language: $wanted is the one that the caller wished, $other the one that a peer
# who is free speaks.
choose-unmet-language =
    { $wanted ->
        [en] No peer who speaks English is free right now, and I'm sorry.
        [es] No peer who speaks Spanish is free right now, and I'm sorry.
       *[other] No peer who speaks the language you wished is free right now, and I'm sorry.
    } [pause]
    { $other ->
        [en] A peer who speaks English is.
        [es] A peer who speaks Spanish is.
       *[other] A peer who speaks another language is.
    }

# More than one wish would have to go, but not the language.
choose-unmet-both =
    Nobody is free right now who's just as you wished, and I'm sorry. Someone else is.

# More than one wish would have to go, the language too: $other is what a free peer speaks.
choose-unmet-all =
    Nobody is free right now who's just as you wished, and I'm sorry. [pause]
    { $other ->
        [en] Another peer is, who speaks English.
        [es] Another peer is, who speaks Spanish.
       *[other] Another peer is, who speaks another language.
    }

# What the caller can do then. Staying on reaches a person, because they've been told whom.
choose-unmet-keys =
    To talk with them, press 1, or just stay on. [pause]
    To wait for what you wished, press 2. [pause]
    For other places to call, press 4. [pause]
    For nine eight eight, press 9.

# The same when the language is what would have to go. Staying on is no yes here: nobody ends by
# silence with a peer whom they can't understand.
choose-unmet-language-keys =
    To talk with them all the same, press 1. [pause]
    To keep waiting, press 2, or just stay on. [pause]
    For other places to call, press 4. [pause]
    For nine eight eight, press 9.

# The caller said yes, or stayed on. Phones ring now.
choose-widened = All right. I'll ring them now.

# The caller would rather wait for what they wished, or stayed on when asked about a language.
choose-waiting = All right. I'll wait with you, and your place is kept.
