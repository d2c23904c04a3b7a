## A supporter's own word about their duty: as a text, or behind key # of the main menu

# The answer to what is true of a supporter now; sent as a text, or said. It may show on a locked
# screen. $when is "this evening at eight", or the like.
duty-free = Está de turno hasta { $when }, y le pueden llegar llamadas.

# The same for somebody who is rung when the others can't pick up.
duty-free-backup = Está de turno como reserva hasta { $when }, y le pueden llegar llamadas.

# The same, and right after it comes why no call comes.
duty-on-but = Está de turno hasta { $when }, y por ahora no le llegan llamadas.

# The same for somebody who is not on duty.
duty-off = No está de turno.

# The same for somebody who has said so, or has just said so.
duty-off-until = Está fuera de turno hasta { $when }. Está bien.

# After they have asked for a break.
duty-break-until = Está en pausa hasta { $when }. Que le siente bien.

# Hours of the day at which they have asked not to be rung, on duty or not.
duty-quiet = Son sus horas de silencio, hasta { $when }: no le llegan llamadas.

# They rest after a call.
duty-resting = Puede descansar hasta { $when }.

# Between two shifts there are some hours of rest.
duty-between-shifts = Después de su último turno, puede descansar hasta { $when }.

# Their phone is taken up by a call.
duty-busy = Está en una llamada, o su teléfono está sonando.

# They are trying out how a call goes, with nobody real in it.
duty-practising = Está en una llamada de práctica.

# They have taken as many calls, or talked as long, as they are to in a shift.
duty-enough-shift = Ya ha llevado bastante en este turno. Gracias.

# The same for a day.
duty-enough-day = Ya ha llevado bastante por hoy. Gracias.

# The same for a week.
duty-enough-week = Ya ha llevado bastante por esta semana. Gracias.

# The coordinator has set that they are not rung.
duty-paused = Quien coordina ha puesto en pausa sus llamadas por ahora.

# The phone company doesn't ring their number.
duty-refused = La compañía telefónica no llama a su número. Por favor, avise a quien coordina.

# They have not said yet that their number may be rung.
duty-unconfirmed = Su número aún no está confirmado, así que no le llegan llamadas.

# What they have carried in this shift: $calls of at most $most calls, $minutes of $within minutes
# of talk.
duty-carried = En este turno: { $calls } de { $most } llamadas, { $minutes } de { $within } minutos.

# $when and $end are times like "tomorrow at eight in the morning".
duty-next = Su próximo turno empieza { $when } y termina { $end }.

# The same for a shift in which they are rung when the others can't pick up.
duty-next-backup = Su próximo turno, como reserva, empieza { $when } y termina { $end }.

# They have no shift in the plan.
duty-next-none = No tiene ningún turno previsto en la próxima semana.

# The same while a shift of theirs runs, and perhaps a break in it.
duty-next-runs = Su turno sigue en curso. No hay otro previsto en la próxima semana.

# Behind key # of the main menu, from a phone that isn't a supporter's own. Callers may come here
# by accident: they are led back. The number is one that supporters have been given.
duty-number =
    Esta parte es para quienes contestan llamadas aquí. [pause]
    Si es usted, marque su número, cuatro cifras. [pause]
    Para volver, oprima asterisco.

# The same from a supporter's own phone.
duty-pin =
    Esta parte es para quienes contestan llamadas aquí. [pause]
    Si es usted, marque su clave, seis cifras. [pause]
    Para volver, oprima asterisco.

# After the number. The same words whether somebody has that number or not.
duty-now-pin = Gracias. Ahora su clave, seis cifras.

# After a number and a PIN that don't belong together, or too few digits. It doesn't tell which.
duty-not-matched =
    No coincide, y no pasa nada. Inténtelo una vez más. [pause]
    Para volver, oprima asterisco.

# After several tries that didn't match. $minutes is how long it stays closed.
duty-later =
    Dejémoslo por ahora. Se puede intentar otra vez en { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }. [pause]
    Un mensaje desde su propio teléfono sirve siempre.

# Back to the main menu, for whoever came here by accident or has changed their mind.
duty-back = De acuerdo, de vuelta al principio.

# They were signed in, and it is too long ago.
duty-once-more = Ha pasado un rato, así que le pregunto otra vez.

# Right after the PIN.
duty-hello = Hola, { $alias }.

# In the supporters' menu.
duty-menu-on = Para estar de turno, oprima 1. [pause]

# In the supporters' menu.
duty-menu-off = Para estar fuera de turno, oprima 2. [pause]

# In the supporters' menu.
duty-menu-break = Para una pausa, oprima 3. [pause]

# In the supporters' menu.
duty-menu-next = Para su próximo turno, oprima 4. [pause]

# In the supporters' menu behind #: a debrief after a call.
duty-menu-debrief = Para conversar con alguien de supervisión, oprima 5.

# In the supporters' menu.
duty-menu-pin = Para cambiar su clave, oprima 6. [pause]

# After key 2.
duty-how-long-off =
    Para estar fuera hasta que termine su turno, oprima 1. [pause]
    Para estar fuera dos horas, oprima 2.

# After key 3.
duty-how-long-break =
    Para quince minutos, oprima 1. [pause]
    Para media hora, oprima 2. [pause]
    Para una hora, oprima 3.

# After duty-quiet, when they have asked to be on duty.
duty-on-anyway =
    Para estar de turno de todos modos, oprima 1. [pause]
    Para dejarlo así, oprima 2.

# After key 6.
duty-new-pin =
    Marque una clave nueva, seis cifras. [pause]
    Para dejarla así, oprima asterisco.

# After the new PIN.
duty-new-pin-again = Gracias. Márquela una vez más.

# A new PIN such as 123456.
duty-pin-weak = Esa se podría adivinar. Elija otra, por favor.

# The second time it was not the same.
duty-pin-differs = No fueron iguales. Empecemos otra vez.

# After both times it was the same.
duty-pin-kept = Su clave nueva ya vale.

# No key was pressed for a while. The last sentence names nine eight eight.
duty-goodbye =
    Voy a colgar. Cuídese mucho. [pause]
    A cualquier hora puede llamar o escribir al nueve ocho ocho.
