## Choosing whom to talk with: key 3

# After key 3, only on lines that have both. A family peer knows this work as family. No answer is
# fine.
choose-kind =
    Para apoyo entre pares, oprima 1. [pause]
    Para apoyo entre familias, oprima 2. [pause]
    Si le da igual, simplemente quédese en la línea.

# The question before, only where somebody on duty doesn't speak the language that the caller hears.
# Each language offers itself in its own words. $key is the key.
choose-language = Para hablar en español, oprima { $key }.

# After the languages. Staying on means the language that the caller hears.
choose-language-any =
    Si le sirve cualquiera de estos idiomas, oprima 6. [pause]
    Para seguir en español, simplemente quédese en la línea.

# The next question, only where supporters have named their agency: the caller may leave out people
# whom they know from work. The agencies follow. Nobody is asked where they work.
choose-agency-intro =
    Puede dejar fuera a las personas de una agencia. Si no hace falta, quédese en la línea.

# One agency. $agency is its name as the line's file has it, $key the key that leaves it out.
choose-agency = Para dejar fuera a quienes son de { $agency }, oprima { $key }.

# After five agencies or tags, if there are more.
choose-list-more = Para escuchar más, oprima 7.

# A peer who could be rung now. $alias is the name that the peer chose.
choose-peer = { $alias }, de apoyo entre pares.

# The same for a family peer.
choose-family-peer = { $alias }, de apoyo entre familias.

# Right after, if the peer wishes something to be known. $tags is in their own words, like "nights,
# parents".
choose-tags = En sus propias palabras: { $tags }.

# Right after. Staying on means yes. A peer who isn't wanted never learns of it.
choose-name =
    Para hablar con { $alias }, oprima 1, o quédese en la línea. [pause]
    Para otra persona, oprima 2.

# One thing that peers share of themselves, like "nights". $tag is in their own words or the line's
# file, $key the key for any peer who shares it.
choose-tag = Para alguien que comparte { $tag }, oprima { $key }.

# After these: whoever shares one of them is welcome. The caller hasn't named one.
choose-any-tag = Si le sirve cualquiera de estas cosas, oprima 6.

# The end of that list. Staying on goes on to names.
choose-tags-end = Para escuchar nombres, simplemente quédese en la línea.

# Instead of the list, when nobody who is there has shared anything in this language.
choose-no-tags =
    Nadie de quienes están ahora ha compartido algo más. [pause]
    Para escuchar nombres, simplemente quédese en la línea.

# The caller chose one of those things. Whoever shares it is rung now.
choose-sharing = Con gusto. Ahora llamo a quienes comparten eso.

# After the first name, where there is something else to choose by.
choose-other-way = Para elegir de otra manera, oprima 3.

# The four ways to choose; only those that make sense are read. Peer or family peer.
choose-way-kind = Para elegir entre apoyo de pares y de familias, oprima 1.

# The same: the language to talk in.
choose-way-language = Para elegir el idioma de la conversación, oprima 2.

# The same: what peers share of themselves.
choose-way-tags = Para elegir por lo que comparten, oprima 3.

# The same: people from an agency can be left out.
choose-way-agency = Para dejar fuera a una agencia, oprima 4.

# The end of the ways. Staying on goes back to names.
choose-way-end = Para volver a los nombres, simplemente quédese en la línea.

# After five names in a row. Staying on reaches a person.
choose-more =
    Para escuchar más nombres, oprima 1. [pause]
    Para hablar con cualquier persona de apoyo, oprima 0, o quédese en la línea. [pause]
    Para el nueve ocho ocho, oprima 9.

# Nobody who fits is free, and no name was read out yet. Staying on waits for any peer.
choose-nobody =
    Ahora no puedo nombrarle a nadie que esté libre, y lo siento. [pause]
    Para hablar con la primera persona de apoyo que pueda, oprima 1, o quédese en la línea. [pause]
    Para el nueve ocho ocho, oprima 9.

# There is no other name. Nobody who was named before is rung, unless they are chosen at last.
choose-no-more =
    Esos son todos los nombres que tengo ahora. [pause]
    Para hablar con cualquier otra persona de apoyo, oprima 1, o quédese en la línea. [pause]
    Para escuchar los nombres otra vez, oprima 2. [pause]
    Para el nueve ocho ocho, oprima 9.

# The caller said yes to $alias, whose phone is rung now, and no other.
choose-ringing = Con gusto. Ahora llamo a { $alias }.

# The caller would like any peer. Whoever they did not want is not rung.
choose-any = Con gusto. Ahora le busco una persona de apoyo que pueda hablar.

# $alias, whom the caller chose, passed, did not pick up or was just taken. Blames nobody; the
# caller is not to feel turned away. The question of the next message follows.
choose-passed =
    { $alias } no puede contestar en este momento. A veces pasa, y no es por usted.

# Who else may be rung? Nobody is, until the caller has answered or stayed on.
choose-wider =
    Para hablar con cualquier persona de apoyo, oprima 1, o quédese en la línea. [pause]
    Para escuchar otro nombre, oprima 2. [pause]
    Para el nueve ocho ocho, oprima 9.

# Nobody who shares what the caller wished is free, but somebody else is. What they can do follows.
choose-unmet-tags =
    Ahora no hay nadie libre que comparta eso, y lo siento. Sí hay otra persona de apoyo.

# The same for $kind, which the caller wished: peer or family_peer.
choose-unmet-kind =
    { $kind ->
        [family_peer]
            Ahora no hay nadie libre de apoyo entre familias, y lo siento.
            Sí hay alguien de apoyo entre pares.
       *[peer]
            Ahora no hay nadie libre de apoyo entre pares, y lo siento.
            Sí hay alguien de apoyo entre familias.
    }

# The same for the language: $wanted is the one that the caller wished, $other the one that a peer
# who is free speaks.
choose-unmet-language =
    { $wanted ->
        [en] Ahora no hay nadie libre que hable inglés, y lo siento.
        [es] Ahora no hay nadie libre que hable español, y lo siento.
       *[other] Ahora no hay nadie libre que hable el idioma que usted desea, y lo siento.
    } [pause]
    { $other ->
        [en] Sí hay una persona de apoyo que habla inglés.
        [es] Sí hay una persona de apoyo que habla español.
       *[other] Sí hay una persona de apoyo que habla otro idioma.
    }

# More than one wish would have to go, but not the language.
choose-unmet-both =
    Ahora no hay nadie libre que sea tal como usted desea, y lo siento.
    Sí hay otra persona de apoyo.

# More than one wish would have to go, the language too: $other is what a free peer speaks.
choose-unmet-all =
    Ahora no hay nadie libre que sea tal como usted desea, y lo siento. [pause]
    { $other ->
        [en] Sí hay otra persona de apoyo, que habla inglés.
        [es] Sí hay otra persona de apoyo, que habla español.
       *[other] Sí hay otra persona de apoyo, que habla otro idioma.
    }

# What the caller can do then. Staying on reaches a person, because they've been told whom.
choose-unmet-keys =
    Para hablar con esa persona, oprima 1, o quédese en la línea. [pause]
    Para esperar a alguien tal como lo pidió, oprima 2. [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9.

# The same when the language is what would have to go. Staying on is no yes here: nobody ends by
# silence with a peer whom they can't understand.
choose-unmet-language-keys =
    Para hablar con esa persona de todos modos, oprima 1. [pause]
    Para seguir esperando, oprima 2, o quédese en la línea. [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9.

# The caller said yes, or stayed on. Phones ring now.
choose-widened = Con gusto. Ahora llamo a esa persona.

# The caller would rather wait for what they wished, or stayed on when asked about a language.
choose-waiting = Con gusto. Espero con usted, y le guardo su lugar.
