## Choosing whom to talk with: key 3

# After key 3, only on lines that have both. A family peer knows this work as family. No answer is
# fine.
choose-kind =
    Para apoyo entre pares, oprima 1. [pause]
    Para apoyo entre familias, oprima 2. [pause]
    Si le da igual, simplemente quédese en la línea.

# The next question, only where supporters have named their agency: the caller may leave out people
# whom they know from work. The agencies follow. Nobody is asked where they work.
choose-agency-intro =
    Puede dejar fuera a las personas de una agencia. Si no hace falta, quédese en la línea.

# One agency. $agency is its name as the line's file has it, $key the key that leaves it out.
choose-agency = Para dejar fuera a quienes son de { $agency }, oprima { $key }.

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

# There is no other name. Nobody who was named before is rung.
choose-no-more =
    Esos son todos los nombres que tengo ahora. [pause]
    Para hablar con cualquier otra persona de apoyo, oprima 1, o quédese en la línea. [pause]
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
