## Other places to call

# Before the other places, for peer workers, and for whoever calls outside the hours.
places-intro = Estas son otras líneas a las que puede llamar. Digo cada número dos veces.

# Before the other places, for callers who do other work. They are welcome; nobody is turned away.
places-public-intro =
    Qué bueno que llamó. Esta línea es para quienes dan apoyo entre pares, y también hay líneas
    para usted. [pause]
    Digo cada número dos veces.

# One place. $number comes as single digits. $whom is one of the sentences below. $hours is always,
# open, closed (then $when says when it opens), unknown, or check: nobody has made sure of it for
# too long. Whoever calls at night learns whether somebody may answer.
place-line =
    { $name }. { $whom } [pause]
    { $hours ->
        [always] Atiende a toda hora.
        [open] Está abierta en este momento.
        [closed] Ahora está cerrada y abre { $when }.
        [check] No sé si estos datos siguen al día; por favor, confírmelos al llamar.
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
    { $then ->
        [talk] Para volver a su conversación, oprima 0.
        [wait] Para seguir esperando a una persona de apoyo, oprima 0.
        [closed] Para escuchar cuándo abre la línea de apoyo, oprima 0.
       *[peer] Para hablar con una persona de apoyo, oprima 0.
    } [pause]
    Para el nueve ocho ocho, oprima 9.

# After each later place: shorter, the other keys go on working.
place-next = Para la siguiente línea, oprima 1, o quédese en la línea.

# After a place that can be rung from here.
place-connect = Para comunicarse desde aquí, oprima 3.

# After the first place of a list.
place-slow = Para escuchar el número despacio, oprima 5.

# After the first place of a list, when we see a number. Nobody can tell if it takes texts.
place-text-me =
    Para recibir el número en un mensaje de texto, si este teléfono los recibe, oprima 6.

# After key 5. $number comes as single digits with pauses between them, so that it can be written.
place-slowly =
    Despacio: [pause] { $number }. [long pause]
    Una vez más: [pause] { $number }.

# A place that is reached by text. $word is what to send, $number where, as single digits.
place-by-text =
    Puede mandar un mensaje de texto a { $name }. [pause]
    Mande la palabra { $word } al { $number }. [pause]
    Otra vez, la palabra { $word } al { $number }.

# The same where any words will do.
place-by-text-any =
    Puede mandar un mensaje de texto a { $name }. [pause]
    El número para mensajes es { $number }. [pause]
    Otra vez, { $number }.

# After a crisis line or a place to text of which nobody has made sure for too long.
place-check = No sé si estos datos siguen al día; por favor, confírmelos al llamar.

# After key 6. One text comes, with the number and nothing else: no name, and no word of this line.
place-text-coming = Va en camino un solo mensaje, solo con el número. El suyo no lo guardo.

# The same, when they have been promised a call back: then their own number is kept for that.
place-text-while-promised = Va en camino un solo mensaje, solo con el número.

# After key 6, a second time for the same place.
place-text-already = Ese ya se lo mandé. Si no le llega, puedo decirlo despacio.

# After key 6, when three numbers were sent in this call.
place-text-enough = Ya le mandé tres números y no puedo mandar más. Puedo decirlo despacio.

# After key 6, when very many texts have left this line within the hour.
place-text-later = Ahora mismo no puedo mandar mensajes, y lo siento. Puedo decirlo despacio.

# After key 6, when the caller's number is withheld.
place-text-no-number =
    No veo el número de su teléfono, así que no puedo mandarle un mensaje. Puedo decirlo despacio.

# After key 3, when the place cannot be rung from here.
place-no-connect =
    No puedo comunicarle con esa línea desde aquí. Puede colgar y comunicarse por su cuenta.

# After key 3, before anything happens. All facts must stay.
connect-place =
    Puedo comunicarle con { $name }. [pause]
    No es parte de esta línea. Verá nuestro número, no el suyo.

# Of a crisis line, before it is rung from here. $police is what the line itself says: no, may, or
# unknown. Be exact.
connect-police =
    { $police ->
        [no] Nos dicen que no mandan a la policía si usted no está de acuerdo.
        [may] Pueden mandar ayuda, incluso a la policía, si creen que una vida corre peligro.
       *[unknown] No sabemos si alguna vez mandan a la policía. Puede preguntarles primero.
    }

# Then, for somebody who waits for a peer.
connect-keeps-place =
    Mientras hable allá, dejo de llamar a las personas de apoyo. Su lugar aquí queda guardado.

# Then, for somebody whose peer waits for them in a talk.
connect-ends-talk = Con eso termina su conversación aquí; la otra persona no seguirá en la línea.

# Then. Nothing happens without the key.
connect-keys =
    Para seguir adelante, oprima 1. [pause]
    Para volver a la lista, oprima asterisco, o quédese en la línea.

# The place is being rung.
connecting-place = Ahora le comunico. Si nadie contesta, yo sigo aquí.

# The talk with the place has ended, and the caller is still here. Choices follow.
place-ended = Ya está de vuelta en la línea de apoyo. Tómese su tiempo.

# The place did not answer. Choices follow.
place-no-answer = Nadie contestó allá esta vez, y yo sigo aquí.

# What there is after a call to another place. $then is as above.
place-over =
    { $then ->
        [wait] Para seguir esperando a una persona de apoyo, oprima 1, o quédese en la línea.
       *[peer] Para hablar con una persona de apoyo, oprima 1, o quédese en la línea.
    } [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9.

# The same outside the hours: no peer is there.
place-over-closed =
    Para otras líneas de ayuda, oprima 4, o quédese en la línea. [pause]
    Para el nueve ocho ocho, oprima 9.

# After the last place. $then as above, or promised (the caller is to be called back).
places-end =
    Esas son las líneas que conozco. [pause]
    Para escucharlas otra vez, oprima asterisco. [pause]
    { $then ->
        [talk] Para volver a su conversación, oprima 0, o quédese en la línea.
        [wait] Para seguir esperando a una persona de apoyo, oprima 0, o quédese en la línea.
        [promised] Para hablar con una persona de apoyo, oprima 0.
        [blocked] Para oír cuándo vuelve a haber quien le acompañe, oprima 0.
        [closed] Para escuchar cuándo abre la línea de apoyo, oprima 0.
       *[peer] Para hablar con una persona de apoyo, oprima 0, o quédese en la línea.
    } [pause]
    Para el nueve ocho ocho, oprima 9.

# No place is open, or none is known. Never a dead end: nine eight eight is always open.
places-none =
    No conozco otra línea que esté abierta en este momento, y lo siento. [pause]
    El nueve ocho ocho atiende a toda hora. Para el nueve ocho ocho, oprima 9.
