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
