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
text-help-swap = CAMBIO: preguntar a las demás personas de apoyo si toman su próximo turno.

# The same of TAKE, with the code that came in a text.
text-help-take = TOMO y un código: tomar un turno que se ofrece.

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
