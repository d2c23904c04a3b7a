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
