## Other places to call

# Before the other places, for peer workers, and for whoever calls outside the hours.
places-intro = Estas son otras líneas a las que puede llamar. Digo cada número dos veces.

# Before the other places, for callers who do other work. They are welcome; nobody is turned away.
places-public-intro =
    Qué bueno que llamó. Esta línea es para quienes dan apoyo entre pares, y también hay líneas
    para usted. [pause]
    Digo cada número dos veces.

# One place. $number comes as single digits. $whom is one of the sentences below. $hours is always,
# some or unknown: whoever calls at night learns whether somebody may answer.
place-line =
    { $name }. { $whom } [pause]
    { $hours ->
        [always] Atiende a toda hora.
        [some] No atiende a toda hora.
       *[unknown] No sé en qué horario atiende.
    } [pause]
    El número es { $number }. [pause]
    Otra vez, { $number }.

# Whom a place serves. $audience is what the line's own file says; "anyone" has its own words.
place-for =
    { $audience ->
        [anyone] Es para cualquier persona.
       *[other] Es para { $audience }.
    }

# Whom the national places serve that come with the program.
place-for-nami = Es para familias y para quien tenga preguntas sobre salud mental.
# Alcohol and drugs.
place-for-samhsa = Es para quien busque ayuda con el alcohol o las drogas.
# Physicians.
place-for-psl = Es para quienes ejercen o estudian medicina.
# Police and sheriff's officers.
place-for-copline = Es para policías y sus familias.

# After the first place. $then is where key 0 leads: peer, wait (the caller waits for one), talk (a
# peer waits for them) or closed.
place-again =
    Para la siguiente línea, oprima 1, o quédese en la línea. [pause]
    Para escuchar esta otra vez, oprima asterisco. [pause]
    { $then ->
        [talk] Para volver a su conversación, oprima 0.
        [wait] Para seguir esperando a una persona de apoyo, oprima 0.
        [closed] Para escuchar cuándo abre la línea de apoyo, oprima 0.
       *[peer] Para hablar con una persona de apoyo, oprima 0.
    } [pause]
    Para el nueve ocho ocho, oprima 9.

# After each later place: shorter, the other keys go on working.
place-next =
    Para la siguiente línea, oprima 1, o quédese en la línea. [pause]
    Para escuchar esta otra vez, oprima asterisco.

# After the last place. $then as above.
places-end =
    Esas son las líneas que conozco. [pause]
    Para escucharlas otra vez, oprima asterisco. [pause]
    { $then ->
        [talk] Para volver a su conversación, oprima 0, o quédese en la línea.
        [wait] Para seguir esperando a una persona de apoyo, oprima 0, o quédese en la línea.
        [closed] Para escuchar cuándo abre la línea de apoyo, oprima 0.
       *[peer] Para hablar con una persona de apoyo, oprima 0, o quédese en la línea.
    } [pause]
    Para el nueve ocho ocho, oprima 9.

# No place is open, or none is known. Never a dead end: nine eight eight is always open.
places-none =
    No conozco otra línea que esté abierta en este momento, y lo siento. [pause]
    El nueve ocho ocho atiende a toda hora. Para el nueve ocho ocho, oprima 9.
