## Being called back

# After the choices while waiting, when there is a number that can be called back.
callback-offer = Si prefiere que le devolvamos la llamada, para eso oprima 2.

# The same outside the hours. The call comes once the line is open, and a peer is free.
closed-callback = Para que una persona de apoyo le llame cuando la línea abra, oprima 1.

# After that key. $last are the last two digits of the caller's number, one by one. Nobody else is
# told any of them. $then is what staying on means: wait or closed.
callback-ask =
    Puedo devolverle la llamada al número que termina en { $last }. [pause]
    Si lo desea, para eso oprima 1. [pause]
    { $then ->
        [closed] Si no, quédese en la línea y escuche las otras opciones.
       *[wait] Si no, quédese en la línea y sigo buscando.
    }

# The same key, but we see no number, or one that can't be called from here.
callback-no-number =
    No veo un número al que pueda llamar, así que no puedo devolverle la llamada. Lo siento. [pause]
    Puede quedarse en la línea, o llamar otra vez cuando quiera. [pause]
    Para otras líneas de ayuda, oprima 4.

# The same key, but the line isn't open long enough within the next twelve hours.
callback-not-in-time =
    La línea no abre lo bastante pronto para devolverle la llamada. Lo siento. [pause]
    Puede llamar otra vez cuando la línea esté abierta. [pause]
    Para otras líneas de ayuda, oprima 4.

# After yes, when very many calls back are promised already. Back to where they were.
callback-too-many =
    Ya hay muchas llamadas prometidas, y ahora no puedo prometerle otra. Lo siento. [pause]
    Puede quedarse en la línea o llamar otra vez cuando quiera.

# After yes. The essential first: many hang up now. It may take hours: no promise of a time,
# and none that somebody will be free.
callback-promised =
    Muy bien. Le llamo en cuanto haya una persona de apoyo libre, y ya puede colgar. [pause]
    Puede tardar unas horas, y no es seguro que haya alguien libre.

# Right after, for who stays on: what will happen, in order. Anybody may pick up that phone, so the
# call begins with nothing that tells.
callback-how =
    Primero le pregunto a una persona de apoyo, con la línea abierta. [pause]
    Al contestar, va a escuchar: esta es la llamada que pidió. [pause]
    No diré quién llama antes de que alguien acepte oprimiendo una tecla.

# Right after. Every fact must stay: two tries, no message, the number kept locked until the caller
# is reached, twelve hours at most.
callback-forgotten =
    Lo intento dos veces, y nunca dejo mensajes. [pause]
    Su número queda bajo llave, y se borra cuando hable con usted, o después de doce horas.

# Right after. The caller may hang up. $then is wait while the line is open, or closed. The last
# sentence names nine eight eight.
callback-goodbye =
    Puede colgar, o llamar otra vez cuando quiera. [pause]
    { $then ->
        [closed] {""}
       *[wait] Para buscar ahora a una persona de apoyo, oprima 0. [pause]
    } Para otras líneas de ayuda, oprima 4. [pause]
    A cualquier hora puede llamar al nueve ocho ocho, opción dos para español.

# To somebody who has been promised a call back and is still on the phone, instead of offering it.
callback-standing = Usted pidió que le devolvamos la llamada, y eso sigue en pie.

# The end of this call. The last sentence names nine eight eight.
callback-last =
    Gracias por llamar. Le devolveré la llamada en cuanto alguien pueda hablar. [pause]
    A cualquier hora puede llamar al nueve ocho ocho, opción dos para español, o mandarle por
    texto la palabra ayuda.

# The first words when the phone is picked up. Anybody may hear it, or a voicemail: it must not tell
# who is calling, or why.
callback-opening =
    Esta es la llamada que pidió. [pause]
    Para comunicarse, oprima 1.

# The same once more, after a moment without a key. It must reveal nothing either.
callback-opening-again = Para comunicarse, oprima 1.

# After key 1, before it is said which peer is here. Now the line may be named.
callback-line = Le llama la línea de apoyo, como usted lo pidió.

# After key 1, when the peer's phone has left meanwhile. The first place in line is the caller's.
callback-peer-left =
    La persona de apoyo que estaba aquí acaba de irse, y lo siento. [pause]
    Ya le estoy buscando una. Usted tiene el primer lugar.
