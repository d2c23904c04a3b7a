## Waiting for a peer

# Phones are ringing. $phones is how many. True to the number; nothing is asked of the caller.
waiting-ringing =
    { $phones ->
        [0] Estoy buscando una persona de apoyo.
        [one] Estoy llamando a una persona de apoyo. No hace falta que usted haga nada.
        [2] Estoy llamando a dos personas de apoyo. No hace falta que usted haga nada.
        [3] Estoy llamando a tres personas de apoyo. No hace falta que usted haga nada.
       *[other] Estoy llamando a { $phones } personas de apoyo. No hace falta que usted haga nada.
    }

# Every 20 seconds or so while $phones phones ring. A voice, so that the line is not silent.
waiting-still-ringing =
    { $phones ->
        [0] Sigo aquí, buscando una persona de apoyo.
        [one] Sigo aquí. Está sonando el teléfono de una persona de apoyo.
        [2] Sigo aquí. Están sonando los teléfonos de dos personas de apoyo.
        [3] Sigo aquí. Están sonando los teléfonos de tres personas de apoyo.
       *[other] Sigo aquí. Están sonando los teléfonos de { $phones } personas de apoyo.
    }

# The first phones were not picked up; others, or the same once more, are rung now. Blames nobody.
waiting-trying-next = Todavía nadie ha podido contestar. Sigo intentando.

# Every peer is in a talk or resting. $ahead is how many callers come first; 0 means none.
waiting-all-busy =
    En este momento todas las personas de apoyo están en otra llamada o descansando. [pause]
    { $ahead ->
        [0] Su llamada es la siguiente.
        [one] Hay una llamada antes que la suya.
        [2] Hay dos llamadas antes que la suya.
        [3] Hay tres llamadas antes que la suya.
       *[other] Hay { $ahead } llamadas antes que la suya.
    } Sigo buscando.

# The same once more, shorter: heard every 20 seconds or so, so it tells only what may have changed.
# $ahead is how many callers come first; 0 means none.
waiting-still-busy =
    { $ahead ->
        [0] Sigo aquí, y su llamada es la siguiente.
        [one] Sigo aquí. Hay una llamada antes que la suya.
        [2] Sigo aquí. Hay dos llamadas antes que la suya.
        [3] Sigo aquí. Hay tres llamadas antes que la suya.
       *[other] Sigo aquí. Hay { $ahead } llamadas antes que la suya.
    }

# Every other time instead of the sentence before: how to hear the choices, whatever the reason is.
waiting-still-here =
    Sigo aquí. [pause]
    Para escuchar sus opciones, oprima asterisco.

# Nobody is left to ring, which the caller has heard already. What is true now: whoever comes on
# is rung.
waiting-nobody-yet = Sigo aquí. Si una persona de apoyo entra a la línea, la llamo enseguida.

# Everybody who could be rung was rung, and nobody answered. Say it honestly; choices follow.
waiting-nobody-answered =
    Llamé a todas las personas que pude, y por ahora nadie ha podido contestar. Lo siento. [pause]
    Todavía tiene opciones.

# The line is open but no peer is on. Say it honestly; choices follow.
waiting-nobody-on =
    En este momento no hay ninguna persona de apoyo en la línea, y lo siento. [pause]
    Todavía tiene opciones.

# The same when somebody may be on whom the caller did not want, or when it is the caller who is on:
# true in each case, and no name is asked for again. Choices follow.
waiting-nobody-else =
    Ahora no hay nadie más a quien pueda llamar, y lo siento. [pause]
    Todavía tiene opciones.

# The line was closed by hand while the caller waited. Say it honestly; choices follow.
waiting-shut =
    La línea tuvo que cerrar por ahora, así que no puedo llamar a nadie. Lo siento. [pause]
    Todavía tiene opciones.

# The choices, heard for the first time, right after the caller was told why they wait.
waiting-choices-first =
    Si prefiere esperar a una persona de apoyo, oprima 1, o quédese en la línea. [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9.

# The choices again after $minutes minutes of waiting. Staying on means waiting on. Perhaps nobody
# is rung at this moment, so it isn't said that we look.
waiting-choices =
    { $minutes ->
        [one] Lleva cerca de un minuto esperando.
        [2] Lleva cerca de dos minutos esperando.
        [3] Lleva cerca de tres minutos esperando.
       *[other] Lleva cerca de { $minutes } minutos esperando.
    } [pause]
    Para seguir esperando, oprima 1, o simplemente quédese en la línea. [pause]
    Para escuchar otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9.

# After four minutes. From here, staying on leads to the other places; key 1 keeps waiting.
waiting-alternatives =
    Todavía no encuentro a nadie que pueda hablar con usted, y lo siento. [pause]
    Si se queda en la línea, le digo a qué otras líneas puede llamar. [pause]
    Para seguir esperando, oprima 1. [pause]
    Para el nueve ocho ocho, oprima 9.

# After star while waiting: the keys that work now. The place in line stays.
waiting-help =
    Sigo aquí, y su lugar está guardado. [pause]
    Para quitar o poner el sonido, oprima 5. [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9. [pause]
    Para escuchar esto otra vez, oprima asterisco.

# After key 5. It will be quiet, so say that the line is still there.
waiting-sound-off =
    Quité el sonido. Sigo aquí, y le voy avisando lo que pase. [pause]
    Para ponerlo otra vez, oprima 5.

# After key 5 once more.
waiting-sound-on = Ya puse el sonido otra vez.

# Back from another menu. The place in line was kept. What is happening now is said next.
waiting-back = Ya está de vuelta, y le guardé su lugar.

# A fault was mended and the wait goes on. No talk of machines.
waiting-line-moved = Sigo aquí, y le estoy buscando una persona de apoyo.

# To a supporter who waits for a peer supervisor after a call of theirs.
debrief-ringing = Estoy buscando ahora a alguien de supervisión. No tiene que hacer nada.

# The same when none is on by their rota.
debrief-nobody-on =
    Ahora no hay nadie de supervisión de turno, y lo siento. [pause]
    Todavía tiene opciones.
