## When something isn't working

# The number that was dialed belongs to no line. The last sentence names nine eight eight.
line-unknown =
    Lo siento. Este número todavía no está listo, y desde aquí no puedo buscarle una persona de
    apoyo. [pause]
    Si le gustaría hablar con alguien ahora, puede llamar al nueve ocho ocho, opción dos para
    español.

# The first words of a fault: most are over in a second or two, and then the caller goes on.
trouble-moment = Un momento, por favor.

# The fault lasts. A fault on our side while the caller is on. Honest, and a next step at once.
trouble =
    Algo no está funcionando de nuestro lado, y lo siento. [pause]
    Si se queda en la línea, sigo intentando. [pause]
    También puede colgar y llamar al nueve ocho ocho, opción dos para español.

# A fault that we cannot mend within this call. The last sentence names nine eight eight.
trouble-goodbye =
    Lo siento. Algo no funciona de nuestro lado, y ahora no puedo buscarle una persona de
    apoyo. [pause]
    Por favor, llame otra vez en unos minutos. A cualquier hora puede llamar al nueve ocho ocho,
    opción dos para español.

# The whole line is down. These five are heard from a document on another host: nobody listens for
# keys there, so none is named. First the fault, and nine eight eight at once.
fallback-trouble =
    Lo siento. La línea de apoyo no funciona en este momento. [pause]
    A cualquier hora puede llamar al nueve ocho ocho, opción dos para español.

# Only where somebody takes calls while all is down: then it rings, for half a minute at most. It
# may be anybody: promise no peer. The next ones follow if nobody answers, and after a talk.
fallback-ringing =
    Ahora llamo a alguien que puede orientarle.

# Before up to three other lines, each with its number. Nothing can be asked: keep it short.
fallback-places = También puede llamar a estas líneas.

# One of them. $whom is a sentence of its own, see place-for. $number comes as single digits and is
# said twice.
fallback-place =
    { $name }. { $whom } [pause]
    El número es { $number }. [pause]
    Otra vez, { $number }.

# After them. The last sentence names nine eight eight.
fallback-again =
    Por favor, llame otra vez en unos minutos. [pause]
    A cualquier hora puede llamar al nueve ocho ocho, opción dos para español, o mandarle por
    texto la palabra ayuda.
