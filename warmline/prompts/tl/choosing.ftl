## Choosing whom to talk with: key 3

# After key 3, only on lines that have both. A family peer knows this work as family. No answer is
# fine.
choose-kind =
    Para sa isang peer, pindutin ang 1. [pause]
    Para sa isang family peer, pindutin ang 2. [pause]
    Kung ayos lang ang kahit alin, manatili lang sa linya.

# The question before, only where somebody on duty doesn't speak the language that the caller hears.
# Each language offers itself in its own words. $key is the key.
choose-language = Para mag-usap sa Tagalog, pindutin ang { $key }.

# After the languages. Staying on means the language that the caller hears.
choose-language-any =
    Kung ayos lang ang alinman sa mga ito, pindutin ang 6. [pause]
    Para magpatuloy sa Tagalog, manatili lang sa linya.

# The next question, only where supporters have named their agency: the caller may leave out people
# whom they know from work. The agencies follow. Nobody is asked where they work.
choose-agency-intro =
    Puwede ninyong hindi isama ang mga taga-isang ahensya. Kung wala naman, manatili lang sa linya.

# One agency. $agency is its name as the line's file has it, $key the key that leaves it out.
choose-agency = Para hindi isama ang mga taga-{ $agency }, pindutin ang { $key }.

# After five agencies or tags, if there are more.
choose-list-more = Para marinig ang iba pa, pindutin ang 7.

# A peer who could be rung now. $alias is the name that the peer chose.
choose-peer = Si { $alias }, isang peer.

# The same for a family peer.
choose-family-peer = Si { $alias }, isang family peer.

# Right after, if the peer wishes something to be known. $tags is in their own words, like "nights,
# parents".
choose-tags = Sa sarili nilang salita: { $tags }.

# Right after. Staying on means yes. A peer who isn't wanted never learns of it.
choose-name =
    Para makausap si { $alias }, pindutin ang 1, o manatili lang sa linya. [pause]
    Para sa ibang tao, pindutin ang 2.

# One thing that peers share of themselves, like "nights". $tag is in their own words or the line's
# file, $key the key for any peer who shares it.
choose-tag = Para sa taong may { $tag }, pindutin ang { $key }.

# After these: whoever shares one of them is welcome. The caller hasn't named one.
choose-any-tag = Kung ayos ang alinman sa mga ito, pindutin ang 6.

# The end of that list. Staying on goes on to names.
choose-tags-end = Para marinig na lang ang mga pangalan, manatili lang sa linya.

# Instead of the list, when nobody who is there has shared anything in this language.
choose-no-tags =
    Wala nang ibang ibinahagi ang mga narito ngayon. [pause]
    Para marinig ang mga pangalan, manatili lang sa linya.

# The caller chose one of those things. Whoever shares it is rung now.
choose-sharing = Sige po. Tatawagan ko ang mga may ganoong karanasan.

# After the first name, where there is something else to choose by.
choose-other-way = Para pumili sa ibang paraan, pindutin ang 3.

# The four ways to choose; only those that make sense are read. Peer or family peer.
choose-way-kind = Para sa mga peer o mga family peer lang, pindutin ang 1.

# The same: the language to talk in.
choose-way-language = Para piliin ang wikang gagamitin, pindutin ang 2.

# The same: what peers share of themselves.
choose-way-tags = Para pumili ayon sa ibinabahagi ng mga peer, pindutin ang 3.

# The same: people from an agency can be left out.
choose-way-agency = Para hindi isama ang isang ahensya, pindutin ang 4.

# The end of the ways. Staying on goes back to names.
choose-way-end = Para bumalik sa mga pangalan, manatili lang sa linya.

# After five names in a row. Staying on reaches a person.
choose-more =
    Para marinig ang iba pang pangalan, pindutin ang 1. [pause]
    Para sa kahit sinong peer na libre, pindutin ang 0, o manatili lang sa linya. [pause]
    Para sa nine eight eight, pindutin ang 9.

# Nobody who fits is free, and no name was read out yet. Staying on waits for any peer.
choose-nobody =
    Wala akong mabanggit na libre ngayon, at pasensya na. [pause]
    Para makausap ang unang peer na malilibre, pindutin ang 1, o manatili lang sa linya. [pause]
    Para sa nine eight eight, pindutin ang 9.

# There is no other name. Nobody who was named before is rung, unless they are chosen at last.
choose-no-more =
    Iyan ang lahat ng pangalang mayroon ako ngayon. [pause]
    Para makausap ang kahit sinong ibang peer, pindutin ang 1, o manatili lang sa linya. [pause]
    Para marinig ulit ang mga pangalan, pindutin ang 2. [pause]
    Para sa nine eight eight, pindutin ang 9.

# The caller said yes to $alias, whose phone is rung now, and no other.
choose-ringing = Sige po. Tatawagan ko si { $alias } para sa inyo.

# The caller would like any peer. Whoever they did not want is not rung.
choose-any = Sige po. Ihahanap ko kayo ng kahit sinong peer na libre.

# $alias, whom the caller chose, passed, did not pick up or was just taken. Blames nobody; the
# caller is not to feel turned away. The question of the next message follows.
choose-passed =
    Hindi makasagot si { $alias } sa ngayon. Nangyayari iyon, at hindi iyon dahil sa inyo.

# Who else may be rung? Nobody is, until the caller has answered or stayed on.
choose-wider =
    Para makausap ang kahit sinong peer na libre, pindutin ang 1, o manatili lang sa linya. [pause]
    Para marinig ang ibang pangalan, pindutin ang 2. [pause]
    Para sa nine eight eight, pindutin ang 9.

# Nobody who shares what the caller wished is free, but somebody else is. What they can do follows.
choose-unmet-tags =
    Walang libre ngayon na may ganoong karanasan, at pasensya na. May iba pang libre.

# The same for $kind, which the caller wished: peer or family_peer.
choose-unmet-kind =
    { $kind ->
        [family_peer] Walang family peer na libre ngayon, at pasensya na. May peer na libre.
       *[peer] Walang peer na libre ngayon, at pasensya na. May family peer na libre.
    }

# The same for the language: $wanted is the one that the caller wished, $other the one that a peer
# who is free speaks.
choose-unmet-language =
    { $wanted ->
        [en] Walang libre ngayon na peer na nagsasalita ng Ingles, at pasensya na.
        [es] Walang libre ngayon na peer na nagsasalita ng Espanyol, at pasensya na.
       *[other] Walang libre ngayon na peer na nagsasalita ng wikang hiling ninyo, at pasensya na.
    } [pause]
    { $other ->
        [en] May libreng peer na nagsasalita ng Ingles.
        [es] May libreng peer na nagsasalita ng Espanyol.
       *[other] May libreng peer na iba ang wika.
    }

# More than one wish would have to go, but not the language.
choose-unmet-both =
    Walang libre ngayon na ganoon mismo ang hiling ninyo, at pasensya na. May iba pang libre.

# More than one wish would have to go, the language too: $other is what a free peer speaks.
choose-unmet-all =
    Walang libre ngayon na ganoon mismo ang hiling ninyo, at pasensya na. [pause]
    { $other ->
        [en] May ibang peer na libre, na nagsasalita ng Ingles.
        [es] May ibang peer na libre, na nagsasalita ng Espanyol.
       *[other] May ibang peer na libre, na iba ang wika.
    }

# What the caller can do then. Staying on reaches a person, because they've been told whom.
choose-unmet-keys =
    Para makausap sila, pindutin ang 1, o manatili lang sa linya. [pause]
    Para hintayin ang hiling ninyo, pindutin ang 2. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Para sa nine eight eight, pindutin ang 9.

# The same when the language is what would have to go. Staying on is no yes here: nobody ends by
# silence with a peer whom they can't understand.
choose-unmet-language-keys =
    Para makausap pa rin sila, pindutin ang 1. [pause]
    Para patuloy na maghintay, pindutin ang 2, o manatili lang sa linya. [pause]
    Para sa ibang linyang matatawagan, pindutin ang 4. [pause]
    Para sa nine eight eight, pindutin ang 9.

# The caller said yes, or stayed on. Phones ring now.
choose-widened = Sige po. Tatawagan ko na sila.

# The caller would rather wait for what they wished, or stayed on when asked about a language.
choose-waiting = Sige po. Maghihintay ako kasama ninyo. Nakatabi ang lugar ninyo.
