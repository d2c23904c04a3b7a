### What the line says, in Spanish as it is spoken in the United States.
###
### Written to be spoken, not translated word for word. The listener is "usted", never "tú".
### A peer is "una persona de apoyo"; no word may assume that someone is a man or a woman.
### Warm, plain, short and honest. Whole sentences. First what a key is for, then the key.
### "Espere" or "quédese en la línea", never "en espera". Words never said: see forbidden.py.
###
### [pause] is 0.4 s of silence and [long pause] is 1 s; a line must not begin with one.
### The voice says "nueve" for 9, but write nueve ocho ocho and nueve uno uno in words.
### Nine eight eight answers in Spanish after key 2, and to the text AYUDA: keep that where it is.
### The comment above each message says when it is heard and what must not be lost.

# The language and country of the voice. Never said.
-locale = es-US

# The language's own name, for screens and lists.
language-name = Español


## Welcome

# The first words of every call. One sentence: whom the line is for. It names no employer and no
# county.
greeting = Esta es la línea donde se acompañan quienes dan apoyo a pares y familias.

# Right after the greeting. Both numbers and key 9 must stay. We never dial nine one one, so the
# caller is told to hang up and dial.
greeting-crisis =
    Si la vida de alguien está en peligro, cuelgue y marque nueve uno uno. [pause]
    Para la línea de crisis nueve ocho ocho desde aquí, oprima 9 cuando quiera.

# Heard by callers who are hearing another language: this language offers itself, in its own words.
language-offer = Para español, oprima dos.

# In the welcome. Two promises: no recording, and the number is not kept.
greeting-privacy =
    Esta llamada no se graba ni guardamos su número. [pause]
    Para detalles, oprima 7.

# The one menu. Staying on reaches a peer. People who do other work are welcome and have a key too.
# From the greeting to its end no more than 35 seconds: a caller who stays on waits for all of it.
main-menu =
    Para hablar con una persona de apoyo, oprima 1, o simplemente quédese en la línea. [pause]
    Si hace otro trabajo, para otras líneas oprima 4.

# The one menu on a line with two supporters or more: one may choose whom to talk with. The same 35
# seconds hold, so every word counts.
main-menu-choosing =
    Para apoyo entre pares, oprima 1, o simplemente quédese en la línea. [pause]
    Para elegir con quién, oprima 3. [pause]
    Si hace otro trabajo, oprima 4.

# The second time, after a key that means nothing: shorter, same keys.
main-menu-again =
    Para hablar con una persona de apoyo, oprima 1, o simplemente quédese en la línea. [pause]
    Para otras líneas de ayuda, oprima 4.

# The second time on such a line: shorter, same keys.
main-menu-again-choosing =
    Para hablar con una persona de apoyo, oprima 1, o simplemente quédese en la línea. [pause]
    Para elegir con quién hablar, oprima 3. [pause]
    Para otras líneas de ayuda, oprima 4.

# After silence, or two keys that mean nothing. Phones ring while it is said. Doing nothing reaches
# a person; nobody is hurried off the line.
main-silence =
    Ya le estoy buscando una persona de apoyo. [pause]
    Si llamó sin querer, puede colgar con toda confianza.

# After a key that means nothing here, in any of a caller's menus; the menu is said again after it,
# so no key is named here. Heard once. Nobody did anything wrong.
main-wrong-key = Esa tecla no se usa aquí, y no pasa nada. [pause]

# Only on lines that have switched this question on. It asks about work, not about the person.
peer-question =
    ¿Trabaja dando apoyo entre pares o apoyo a familias? [pause]
    Si es así, oprima 1, o simplemente quédese en la línea. [pause]
    Si no, oprima 2.

# After key 8: this call's waiting times are now twice as long.
more-time = Tómese todo el tiempo que necesite. De aquí en adelante le doy más tiempo.

# After key 7. Every fact must stay: no recording, number not kept, calls counted and not people,
# peers see the line's number, peers keep it private except where a law requires a report,
# and two things that we cannot change. No more than 20 seconds.
privacy =
    No grabamos llamadas ni guardamos su número. Contamos llamadas, no personas. [pause]
    Quien le acompaña ve nuestro número, no el suyo, y no repite lo que usted cuenta, salvo que
    la ley exija un informe. [pause]
    No podemos cambiar su recibo de teléfono, ni los registros de las telefónicas.

# After key 2, in the language that was chosen.
language-changed = Muy bien, seguimos en español.


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

# Back from another menu. The place in line was kept.
waiting-back = Ya está de vuelta, y le guardé su lugar. Sigo buscando una persona de apoyo.

# A fault was mended and the wait goes on. No talk of machines.
waiting-line-moved = Sigo aquí, y le estoy buscando una persona de apoyo.


## Meeting a peer

# A peer has said yes. $alias is the name that the peer chose.
meet-peer = Ya está aquí { $alias }.

# The same for a family peer: someone who knows this work as family.
meet-family-peer = Ya está aquí { $alias }, de apoyo entre familias.

# Right after. A short moment to choose; silence joins the two.
meet-peer-choice = Si prefiere a otra persona, oprima 2.

# The last words before both hear each other.
joining = Ahora les comunico.

# The connection to $alias ended; perhaps they finished, perhaps it was lost. Right for both.
peer-lost =
    La llamada con { $alias } se terminó. [pause]
    Si ya habían terminado de hablar, puede colgar. Gracias por llamar. [pause]
    El nueve ocho ocho está abierto a toda hora. [pause]
    Si se queda en la línea, llamo otra vez a { $alias }, o le busco otra persona de apoyo.

# The caller stayed. The first place in line is theirs.
peer-lost-ringing = Ya estoy llamando. Usted tiene el primer lugar.

# After star during a talk. The peer waits and hears nothing of this.
talk-menu =
    Para volver a su conversación, oprima 1, o simplemente quédese en la línea. [pause]
    Para hablar con otra persona, oprima 2. [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9.

# Back to the same peer.
talk-back = Ahora vuelve a su conversación.

# The caller would like another peer. No reason is asked for, and none is given to the peer.
talk-someone-else = Con gusto. Ahora le busco otra persona.

# The peer has left and the caller is still there.
talk-over =
    Su conversación terminó, y usted sigue en la línea de apoyo. [pause]
    Para hablar otra vez con una persona de apoyo, oprima 1, o quédese en la línea. [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho, oprima 9.

# The end of a call without a talk. The last sentence names nine eight eight.
goodbye =
    Gracias por llamar. Aquí tiene su lugar siempre que la línea esté abierta. [pause]
    A cualquier hora puede llamar al nueve ocho ocho, opción dos para español, o mandarle por
    texto la palabra ayuda.


## Crisis: key 9

# The first words after key 9, before any choice. All three facts must stay; none may be softened.
crisis-door =
    Aquí estoy. Para que lo sepa: nunca llamamos al nueve uno uno por usted. [pause]
    El nueve ocho ocho verá nuestro número, no el suyo. [pause]
    Algunas líneas de crisis pueden mandar ayuda si creen que una vida corre peligro.

# The choices after key 9. Dialing nine eight eight oneself is always named.
crisis-menu =
    Para comunicarse con el nueve ocho ocho desde aquí, oprima 1. [pause]
    Para otras líneas de crisis, primero las que no llaman a la policía, oprima 2. [pause]
    Para volver a donde estaba, oprima asterisco. [pause]
    También puede colgar y llamar o escribir usted al nueve ocho ocho.

# After key 1: it may ring for up to 45 seconds. Where nine eight eight asks for a key to reach
# this language, say which.
crisis-connecting =
    Ahora le comunico con el nueve ocho ocho. Puede tardar un poco, y yo sigo aquí. [pause]
    Cuando le contesten, para español oprima dos.

# Nobody answered at nine eight eight. The number is read out, digit by digit.
crisis-no-answer =
    El nueve ocho ocho no contestó esta vez, y yo sigo aquí. [pause]
    También puede colgar y marcarlo usted: [pause] nueve, [pause] ocho, [pause] ocho.

# The talk with nine eight eight has ended, or nobody answered there, and the caller is still here.
# Choices follow.
crisis-ended = Ya está de vuelta en la línea de apoyo. Tómese su tiempo.

# Right after, while the line is open.
crisis-over =
    Para hablar con una persona de apoyo, oprima 1, o quédese en la línea. [pause]
    Para otras líneas de crisis, oprima 2. [pause]
    Para otras líneas de ayuda, oprima 4. [pause]
    Para el nueve ocho ocho otra vez, oprima 9.

# The same outside the hours: no peer is there.
crisis-over-closed =
    Para otras líneas de ayuda, oprima 4, o quédese en la línea. [pause]
    Para otras líneas de crisis, oprima 2. [pause]
    Para el nueve ocho ocho otra vez, oprima 9.

# Silence in the crisis menu, or star, for a caller who was waiting: their place was kept.
crisis-place-kept = Le guardé su lugar. Ahora vuelve a donde estaba.

# Before the other crisis lines. What they say about police is their own word, not our promise.
crisis-lines-intro =
    Estas son otras líneas de crisis, primero las que nos dicen que no llaman a la
    policía. [pause]
    Digo cada número dos veces.

# One crisis line. $police is what the line itself says: no, may, or unknown. Be exact.
# $number comes as single digits; it is said twice, and last, so that it can be remembered.
crisis-line =
    { $name }. [pause]
    { $police ->
        [no] Nos dicen que no mandan a la policía si usted no está de acuerdo.
        [may] Pueden mandar ayuda, incluso a la policía, si creen que una vida corre peligro.
       *[unknown] No sabemos si alguna vez mandan a la policía. Puede preguntarles primero.
    } [pause]
    El número es { $number }. [pause]
    Otra vez, { $number }.

# A crisis line that is reached by text. $text is what to send and where: HOME to 7 4 1 7 4 1.
crisis-line-text =
    Puede mandar un mensaje de texto a { $name }. [pause]
    Mande { $text }. [pause]
    Otra vez, mande { $text }.

# After the last crisis line.
crisis-lines-end =
    Esas son las líneas de crisis que conozco. [pause]
    Para comunicarse con el nueve ocho ocho desde aquí, oprima 1. [pause]
    Para escuchar estas líneas otra vez, oprima 2. [pause]
    Para volver a donde estaba, oprima asterisco.


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


## Closed

# Outside the hours. $when is "tomorrow at eight in the morning", or the like.
closed = La línea de apoyo está cerrada en este momento. Abre { $when }.

# Outside the hours, and the next opening is not known.
closed-no-date =
    La línea de apoyo está cerrada en este momento, y todavía no puedo decirle cuándo abre.

# Right after. Staying on leads to the other places. Not all of them are open at night.
closed-menu =
    Para otras líneas a las que puede llamar, oprima 4, o quédese en la línea. [pause]
    El nueve ocho ocho atiende ahora. Para comunicarse desde aquí, oprima 9.

# The end of a call outside the hours. The last sentence names nine eight eight.
closed-goodbye =
    Gracias por llamar. Aquí tiene su lugar cuando la línea esté abierta. [pause]
    Mientras tanto, a cualquier hora puede llamar al nueve ocho ocho, opción dos para español, o
    mandarle por texto la palabra ayuda.

# A time without its part of the day. $hour is 1 to 12, $minute 0 to 59. "Eight thirty".
# It goes into the sentences below as $time, so each language gives it the form that fits there.
when-clock =
    { $hour ->
        [1] la una
        [2] las dos
        [3] las tres
        [4] las cuatro
        [5] las cinco
        [6] las seis
        [7] las siete
        [8] las ocho
        [9] las nueve
        [10] las diez
        [11] las once
       *[12] las doce
    }{ $minute ->
        [0] {""}
        [1] {" y uno"}
        [2] {" y dos"}
        [3] {" y tres"}
        [4] {" y cuatro"}
        [5] {" y cinco"}
        [6] {" y seis"}
        [7] {" y siete"}
        [8] {" y ocho"}
        [9] {" y nueve"}
        [10] {" y diez"}
        [15] {" y cuarto"}
        [20] {" y veinte"}
        [30] {" y media"}
        [40] {" y cuarenta"}
        [45] {" y cuarenta y cinco"}
        [50] {" y cincuenta"}
       *[other] {" y "}{ $minute }
    }

# The line opens today. $time comes from when-clock. $part is the part of the day: midnight (at the
# end of today), small-hours (before 6), morning, noon, afternoon (to 5), late-afternoon (5 and
# 6 o'clock), evening (7 and 8), or night (from 9).
when-today =
    { $part ->
        [midnight] esta noche a medianoche
        [small-hours] hoy a { $time } de la madrugada
        [noon] hoy al mediodía
        [afternoon] hoy a { $time } de la tarde
        [late-afternoon] hoy a { $time } de la tarde
        [evening] hoy a { $time } de la noche
        [night] hoy a { $time } de la noche
       *[morning] hoy a { $time } de la mañana
    }

# The line opens tomorrow.
when-tomorrow =
    { $part ->
        [midnight] mañana por la noche, a medianoche
        [small-hours] mañana a { $time } de la madrugada
        [noon] mañana al mediodía
        [afternoon] mañana a { $time } de la tarde
        [late-afternoon] mañana a { $time } de la tarde
        [evening] mañana a { $time } de la noche
        [night] mañana a { $time } de la noche
       *[morning] mañana a { $time } de la mañana
    }

# The line opens within a week. $weekday is 0 for Monday to 6 for Sunday.
when-weekday =
    { $weekday ->
        [0] el lunes
        [1] el martes
        [2] el miércoles
        [3] el jueves
        [4] el viernes
        [5] el sábado
       *[6] el domingo
    } { $part ->
        [midnight] por la noche, a medianoche
        [small-hours] a { $time } de la madrugada
        [noon] al mediodía
        [afternoon] a { $time } de la tarde
        [late-afternoon] a { $time } de la tarde
        [evening] a { $time } de la noche
        [night] a { $time } de la noche
       *[morning] a { $time } de la mañana
    }

# The line opens in a week or later. $month is 1 to 12, $day 1 to 31.
when-date =
    { $weekday ->
        [0] el lunes
        [1] el martes
        [2] el miércoles
        [3] el jueves
        [4] el viernes
        [5] el sábado
       *[6] el domingo
    } { $day ->
        [1] primero
       *[other] { $day }
    } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }, { $part ->
        [midnight] por la noche, a medianoche
        [small-hours] a { $time } de la madrugada
        [noon] al mediodía
        [afternoon] a { $time } de la tarde
        [late-afternoon] a { $time } de la tarde
        [evening] a { $time } de la noche
        [night] a { $time } de la noche
       *[morning] a { $time } de la mañana
    }


## When something isn't working

# The number that was dialed belongs to no line. The last sentence names nine eight eight.
line-unknown =
    Lo siento. Este número todavía no está listo, y desde aquí no puedo buscarle una persona de
    apoyo. [pause]
    Si le gustaría hablar con alguien ahora, puede llamar al nueve ocho ocho, opción dos para
    español.

# A fault on our side while the caller is on. Honest, and a next step at once.
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

# The whole line is down. These four are heard from a document on another host: nobody listens for
# keys there, so none is named. First the fault, and nine eight eight at once.
fallback-trouble =
    Lo siento. La línea de apoyo no funciona en este momento. [pause]
    A cualquier hora puede llamar al nueve ocho ocho, opción dos para español.

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

# After key 1.
offer-connecting = Gracias. Un momento.

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

# No key came. A voicemail may hear this: it must reveal nothing.
offer-missed = No se oprimió ninguna tecla, y está bien. Hasta luego.

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


## Texts to supporters (read, not heard; they may show on a locked screen and name nothing)

# Two offers in a row had no key. Kind, no blame: a phone may have been out of reach.
text-off-after-misses =
    Hola. Dos llamadas seguidas no le encontraron, así que por ahora no recibirá más.
    No pasa nada. Volverá a recibirlas en su próximo turno. Gracias por estar ahí.

# To the coordinator, by the plan and not because somebody called: nobody is on who can be rung.
text-nobody-on = La línea está abierta y no hay nadie de turno a quien llamar.

# To the coordinator, at the next quarter of an hour: everybody was rung in vain. No blame.
text-nobody-answered =
    Hace un rato se llamó a todas las personas de turno y nadie pudo contestar.
    Quizá haga falta alguien más.

