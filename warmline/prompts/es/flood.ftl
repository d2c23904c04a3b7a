## When very many call at once

# Right after the greeting and the crisis sentence, or when a peer was asked for: there is no room.
# Honest, and no blame: calls, not people, because most of them may be a machine's. Choices follow.
flood-sorry =
    En este momento entran tantas llamadas que todavía no puedo comunicarle con alguien. [pause]
    Lo siento. Aquí siempre hay un lugar para usted.

# The choices. Staying on asks again by itself; nobody has to hang up and dial anew.
flood-menu =
    Para intentarlo otra vez, oprima 1, o quédese en la línea. [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9.

# Each time there is still no room.
flood-still = Todavía no hay lugar, y sigo intentándolo por usted.

# After about five minutes without room, or when nobody seems to be there. The last sentence names
# nine eight eight.
flood-goodbye =
    Lo siento. Entran tantas llamadas que ahora no puedo encontrarle una persona de apoyo. [pause]
    Vuelva a llamar dentro de un rato. A cualquier hora puede llamar al nueve ocho ocho, opción dos
    para español, o mandarle por texto la palabra ayuda.
