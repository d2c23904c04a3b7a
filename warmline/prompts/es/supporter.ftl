## On a supporter's phone

# Whoever picks up hears this, perhaps a child or a voicemail. It must reveal nothing but the name
# $alias: no line, no caller, no kind of work. Without key 1 nobody is connected.
offer =
    Una llamada para { $alias }. [pause]
    Para tomarla, oprima 1. [pause]
    Para dejarla pasar, oprima 2. [pause]
    Para dejarla pasar y descansar por ahora, oprima 0.

# The phone of $alias has left a call, by accident or not, and that caller has stayed on. Reveals
# nothing.
offer-again =
    Una llamada para { $alias } otra vez, la misma de hace un momento. [pause]
    Para tomarla otra vez, oprima 1. [pause]
    Para dejarla pasar, oprima 2. [pause]
    Para dejarla pasar y descansar por ahora, oprima 0.

# $alias is on as a backup, and the others could not pick up. Reveals nothing.
offer-backup =
    Una llamada para { $alias }, como respaldo. [pause]
    Para tomarla, oprima 1. [pause]
    Para dejarla pasar, oprima 2. [pause]
    Para dejarla pasar y descansar por ahora, oprima 0.

# $alias is asked to call somebody back. Their phone rings only after key 1. Reveals nothing.
offer-back =
    Una llamada por hacer, para { $alias }. [pause]
    Para tomarla, oprima 1. [pause]
    Para dejarla pasar, oprima 2. [pause]
    Para dejarla pasar y descansar por ahora, oprima 0.

# After key 1 on a call back: now the phone of whoever asked for it rings.
offer-calling-back = Gracias. Ya estoy llamando. Quédese en la línea, por favor.

# Nobody could be reached there, or it wasn't them. Nobody's fault, and the supporter is free again.
offer-not-reached = Por ahora no contestó nadie con quien hablar. Gracias por estar ahí.

# The phone was picked up just as the call back had to wait. A child or a voicemail may hear it:
# reveals nothing.
offer-can-wait = Esta llamada puede esperar un poco. Gracias.

# After key 1.
offer-connecting = Gracias. Un momento.

# Right after, if the caller would rather talk in another language than this supporter's own first
# one, and the supporter speaks it. Only who has pressed 1 hears it.
offer-wished-language =
    { $wanted ->
        [en] Quien llama prefiere hablar en inglés.
        [es] Quien llama prefiere hablar en español.
       *[other] Quien llama prefiere hablar en otro idioma que usted habla.
    }

# The same when the supporter doesn't speak it. The caller was told, and said that it's fine.
offer-agreed-language =
    { $wanted ->
        [en] Quien llama eligió inglés, y le sirve el idioma de usted.
        [es] Quien llama eligió español, y le sirve el idioma de usted.
       *[other] Quien llama eligió otro idioma, y le sirve el de usted.
    }

# The phone rang or the offer was being said when somebody else took the call. A child or a
# voicemail may hear it: reveals nothing.
offer-gone = Esta llamada ya pasó a otra persona. Gracias.

# After key 1, a moment too late.
offer-taken = Otra persona de apoyo ya tomó esta llamada, gracias.

# The caller hung up before the two were joined.
offer-caller-left = La persona que llamó ya colgó. Gracias por estar ahí.

# The caller chose other places, the crisis line or someone else. It sounds like nobody's fault.
offer-caller-elsewhere =
    La persona que llamó prefirió otra cosa por ahora. Gracias por estar ahí.

# After key 2. Passing is always fine.
offer-passed = Está bien. Gracias.

# After key 0.
offer-off-duty = Está bien. Por ahora no recibirá más llamadas. Cuídese mucho.

# No key came, or none that means anything. A voicemail may hear this: it must reveal nothing.
offer-missed = No se eligió nada, y está bien. Hasta luego.

# The supporter is on and the caller is on the way, or in the star menu for longer.
offer-waiting = Un momento más. Quédese en la línea, por favor.

# A key that means nothing here; said instead of the offer. A stranger may have pressed it: reveals
# nothing.
offer-wrong-key =
    Esa tecla no se usa aquí. [pause]
    Para tomar la llamada, oprima 1. [pause]
    Para dejarla pasar, oprima 2. [pause]
    Para dejarla pasar y descansar por ahora, oprima 0.

# The caller pressed star during the talk; the supporter hears this and waits.
talk-caller-star =
    La persona que llamó está escogiendo algo. Quédese, por favor; puede tardar un momento.

# After a talk. $minutes is the rest before another call can come; 0 means none.
after-talk =
    La persona que llamó ya colgó. Gracias por estar ahí. [pause]
    { $minutes ->
        [0] Cuídese mucho.
        [one] Ahora tiene un minuto para descansar.
       *[other] Ahora tiene { $minutes } minutos para descansar.
    }

# After star during a talk, on the supporter's phone. The caller waits meanwhile: keep it short.
star-menu =
    La persona que llamó espera. Para volver, oprima 1, o quédese en la línea. [pause]
    Para traer al nueve ocho ocho, oprima 9. [pause]
    Para que siga otra persona de apoyo, oprima 2. [pause]
    Para conversar después con alguien de supervisión, oprima 3.

# A key that means nothing in that menu; the menu follows.
star-wrong-key = Esa tecla no hace nada aquí.

# The same while nine eight eight is in the talk: caller and nine eight eight talk meanwhile.
star-988-menu =
    La persona que llamó y el nueve ocho ocho están hablando. Para volver, oprima 1, o quédese en
    la línea. [pause]
    Para dejarles hablar, oprima 2. [pause]
    Para seguir sin el nueve ocho ocho, oprima 3.

# After key 3 there: nobody may have spoken at nine eight eight.
star-988-gone = El nueve ocho ocho sale de la llamada. Le llevo de vuelta.

# The same while nine eight eight is being rung; they go straight back.
star-988-rings = Se está llamando al nueve ocho ocho. Vuelve usted a la llamada.

# After key 3: a debrief is offered when the talk is over.
star-debrief-noted = Queda anotado. Después puede conversar con alguien de supervisión.

# The caller is being asked about it.
star-asking = Le estoy preguntando a la persona que llamó. Espere, por favor.

# The caller agreed to nine eight eight, which is being rung; they go back together.
star-988-agreed =
    Dijo que sí. Estoy llamando al nueve ocho ocho, y mientras tanto siguen en la misma llamada.

# The supporter wanted to hand the caller over, who agreed, and nobody could be rung.
star-nobody = Ahora mismo no hay otra persona de apoyo libre. Le llevo de vuelta con quien llama.

# The caller agreed to another peer, and phones ring; they go back together. They may leave as
# soon as somebody has taken over; then they are told.
star-handing =
    Dijo que sí. Estoy llamando a otras personas de apoyo, y siguen en la misma llamada hasta que
    alguien llegue.

# The caller pressed 2, or nothing: true of both. They go back together; nobody's fault.
star-declined = No dijo que sí, así que todo sigue igual. Vuelven a la misma conversación.

# Somebody else has taken over the talk. $minutes as after a talk.
after-handing =
    Otra persona de apoyo sigue con la llamada. Gracias por estar ahí. [pause]
    { $minutes ->
        [0] Cuídese mucho.
        [one] Ahora tiene un minuto para descansar.
       *[other] Ahora tiene { $minutes } minutos para descansar.
    }

# They have left the caller with nine eight eight. $minutes as after a talk.
after-988 =
    El nueve ocho ocho está con la persona que llamó. Gracias por estar ahí. [pause]
    { $minutes ->
        [0] Cuídese mucho.
        [one] Ahora tiene un minuto para descansar.
       *[other] Ahora tiene { $minutes } minutos para descansar.
    }

# After key 1, before the two meet: another peer has asked for it. Nothing is told of why.
offer-handed = Otra persona de apoyo le pasa esta llamada.

# After key 1, when whoever would like to talk is a peer of this line, after a call of theirs.
offer-debrief =
    Es una persona de apoyo de esta línea que quisiera conversar después de una llamada.

# After a talk, after the words about rest. Silence is fine.
after-menu =
    Si está bien, oprima 1, o simplemente cuelgue. [pause]
    Para una pausa más larga, oprima 2. [pause]
    Para conversar ahora con alguien de supervisión, oprima 3. [pause]
    Para marcar esta llamada, oprima 4.

# The same after a debrief, on a supervisor's phone.
after-menu-debrief =
    Si está bien, oprima 1, o simplemente cuelgue. [pause]
    Para una pausa más larga, oprima 2. [pause]
    Para conversar ahora con otra persona de supervisión, oprima 3.

# After key 1, or silence.
after-fine = Gracias. Cuídese mucho.

# After key 2. $minutes is the rest before another call can come.
after-longer = Tómese su tiempo. Ahora tiene { $minutes } minutos para descansar.

# After key 3. They wait for a supervisor on this phone from now on. Right after it comes that one
# is looked for, or is not on.
after-debrief = Qué bueno que lo pide. Quédese en la línea, por favor.

# After key 4: what a flag does, before it is done.
after-flag =
    Marcar es para llamadas que le hicieron daño. Durante un día, desde ese número no se llega a una
    persona de apoyo; sí a líneas de crisis y otros lugares. [pause]
    Para marcar esta llamada, oprima 4. [pause]
    Si no, espere un momento.

# No second 4.
after-no-flag = De acuerdo. No se marcó nada.

# Said, and sent as a text, after a flag.
flag-noted =
    Queda marcada. Durante un día, desde ese número no se llega a una persona de apoyo. Siento lo
    que pasó, y gracias.

# The same when another supporter had flagged that number before.
flag-longer =
    Queda marcada. Durante una semana, desde ese número no se llega a una persona de apoyo. Siento
    lo que pasó, y gracias.

# The same call was flagged before.
flag-already = Esta llamada ya está marcada. Gracias.

# The flag is counted, but nothing can be blocked: many people share that number, or none was
# shown.
flag-open =
    Tomé nota. Esta vez no se pudo bloquear nada, porque quizá muchas personas comparten ese
    número. Siento lo que pasó.

# No talk of theirs in the last two hours.
flag-late =
    No veo ninguna llamada suya en las últimas dos horas, así que no se marcó nada. Si quiere
    conversar de ello, puede pedir hablar con alguien de supervisión.
