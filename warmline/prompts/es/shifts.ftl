## Shifts: reminders, and swaps between supporters

# A text, the day before a shift. It may show on a locked screen. $when is "tomorrow at five".
text-shift-tomorrow = Su próximo turno empieza { $when } y termina { $end }. Gracias por estar.

# A text, some minutes before a shift. ON is the word to text back.
text-shift-soon = Su turno empieza { $when }. Si va a estar, responda ON.

# A text to a backup: whose shift it is has not answered. No blame, no name.
text-shift-backup =
    Quizás no haya nadie en el turno que empieza { $when }. Si puede cubrirlo hasta que termine,
    { $end }, responda ON.

# To the coordinator: nobody has answered, neither whose shift it is nor a backup.
text-shift-alone =
    Empieza un turno y nadie ha dicho que sí. Si hay una persona de reserva, ya se le preguntó.
    Por favor, vea quién está.

# After ON as the answer to one of these, and after key 1.
duty-confirmed = Gracias. Su turno empieza { $when } y termina { $end }.

# A call, minutes before a shift, when the text had no answer. Who hears it has pressed 1.
remind-question =
    Su turno empieza pronto. [pause]
    Si va a estar, oprima 1.

# After key 1.
remind-thanks = Gracias por estar.

# In the answer to HELP. SWAP stands first, as it is typed.
text-help-swap = CAMBIO pregunta a las demás personas de apoyo si toman su próximo turno.

# The same of TAKE, with the code that came in a text.
text-help-take = TOMO y un código le da un turno que se ofrece.

# After SWAP. The shift stays theirs until somebody takes it.
swap-offered =
    Ya pregunté por su turno que empieza { $when }. Sigue siendo suyo hasta que alguien lo tome.

# After SWAP, when nobody else could take the shift and still have their rest.
swap-nobody =
    Nadie más podría tomar el turno que empieza { $when } y descansar, así que sigue siendo suyo.
    Quien coordina puede ayudar.

# After SWAP, when there is no shift that could be meant.
swap-none = No encontré ningún turno suyo en las próximas semanas que se pueda cambiar.

# A text to the others: $alias would like somebody to take a shift. No reason is told.
text-swap-asked =
    { $alias } busca quien tome un turno. Empieza { $when } y termina { $end }. Para tomarlo,
    responda TOMO { $code }.

# After TAKE: the shift is theirs now.
swap-taken = Gracias. El turno es suyo: empieza { $when } y termina { $end }.

# A text to whose shift it was.
text-swap-done = { $alias } tomó su turno que empieza { $when }. Usted ya no tiene ese turno.

# After TAKE, when somebody else was first, or with a code that means nothing.
swap-gone = Ese turno ya está tomado o ya no se ofrece. Gracias.

# After TAKE, when they have a shift then, or would have too little rest, or it is in their quiet
# hours.
swap-no-rest =
    Usted tiene un turno cerca de ese, o pidió descanso a esa hora; por eso queda como está.
    Gracias.

# After SWAP with something else behind it than a day or a time.
text-swap-unclear =
    No entendí cuál turno es. CAMBIO solo es su próximo turno. También sirve CAMBIO VIE o CAMBIO VIE
    5 PM. Con CAMBIO NO, su turno sigue siendo suyo.

# After SWAP NO, or its key: nobody has taken the shift that they offered, and it isn't offered any
# more.
swap-kept = Sigue siendo suyo: el turno que empieza { $when }.

# The same when they offer no shift.
swap-none-kept = No ofrece ningún turno. Lo suyo sigue siendo suyo.

# In the supporters' menu behind #.
duty-menu-shifts = Para cambiar un turno, o para practicar, oprima 7. [pause]

# After key 7.
shifts-menu =
    Para oír los turnos que otras personas ofrecen, oprima 1. [pause]
    Para ofrecer su próximo turno, oprima 2. [pause]

# The same, only while a shift of theirs is on offer.
shifts-menu-keep = Para quedarse con el turno que ofrece, oprima 3. [pause]

# The last of the same.
shifts-menu-practice = Para una llamada de práctica, oprima 4.

# After key 1: nobody offers a shift that they could take.
shifts-none = Nadie ofrece un turno que usted pueda tomar y aún descansar.

# After key 1: one shift after the other. $alias is who offers it.
shifts-open = { $alias } ofrece un turno. Empieza { $when } y termina { $end }.

# After that.
shifts-open-keys =
    Para tomarlo, oprima 1. [pause]
    Para oír el siguiente, oprima 2.

# After the last of them.
shifts-no-more = Ese fue el último.
