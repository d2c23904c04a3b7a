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

# From here on to the coordinator, when something is wrong: what it is, and what to do. They may
# show on a locked screen, so they name nothing, no caller, and no minute of a call. This one is
# what a coordinator or operator gets who tries out whether alarms arrive.
text-alarm-test = Esto es una prueba: aquí le llegan las alarmas de la línea telefónica.

# After text-nobody-on: somebody is on duty again, or the line has closed for now.
text-nobody-on-over =
    Ya hay otra vez alguien de turno a quien llamar, o la línea está cerrada por ahora. Gracias.

# By the plan nobody is on in the next two hours. $when is "this evening at eight", or the like.
text-gap-soon =
    Dentro de poco la línea estará abierta sin nadie de turno: empieza { $when }. Busque a alguien.

# The same for the next twenty-four hours.
text-gap-ahead =
    La línea estará abierta sin nadie de turno: empieza { $when }. Busque a alguien.

# The plan has somebody again, after one of these two.
text-gap-over = Por ahora el plan vuelve a estar completo. Gracias.

# So many calls in a minute that they are most likely made by machines.
text-flood =
    Entran muchísimas llamadas, lo más probable es que las hagan máquinas. Las personas siguen
    entrando, con espera. Avise a su proveedor de telefonía.

# After text-flood.
text-flood-over = Ya no entran tantas llamadas.

# The line calls itself at night to see whether everything works.
text-selftest =
    La llamada de prueba que la línea hace cada noche no llegó hasta el final.
    Por favor, avise a quien la mantiene.

# Programs that ring phones do not run.
text-workers =
    No se puede llamar a nadie: los procesos de trabajo de la línea se
    detuvieron. Vuelva a iniciarlos.

# After text-workers.
text-workers-over = Los procesos de trabajo de la línea funcionan otra vez.

# Programs that ring phones run, and do not keep up.
text-queue = Se llama con retraso: los procesos de trabajo no dan abasto. Revise la máquina.

# After text-queue.
text-queue-over = Los procesos de trabajo ya no van con retraso.

# The program that looks at deadlines does not run.
text-clock = El reloj de la línea se detuvo: se llama con retraso. Vuelva a iniciarlo.

# After text-clock.
text-clock-over = El reloj de la línea funciona otra vez.

# The telephone company refuses what we ask for.
text-provider =
    El proveedor de telefonía rechaza nuestras llamadas. Revise la cuenta y su página de estado.

# After text-provider.
text-provider-over = El proveedor de telefonía vuelve a aceptar nuestras llamadas.

# Records of calls at the telephone company that it has not deleted.
text-deletions =
    Hace más de un día que el proveedor de telefonía guarda registros que debería borrar.
    Revise la cuenta y el registro de errores.

# After text-deletions.
text-deletions-over = El proveedor de telefonía ya borró todo lo que debía.

# The program in which live calls are kept does not answer. Callers are told that something is not
# working.
text-store = La línea no funciona: su almacén (Redis) no responde. Revíselo ahora.

# After text-store.
text-store-over = El almacén (Redis) de la línea responde otra vez.

# The database does not answer. Calls go on.
text-database =
    La base de datos de la línea no responde. Por ahora las llamadas siguen. Revísela.

# After text-database.
text-database-over = La base de datos de la línea responde otra vez.

# To the coordinator, once: one number of somebody on the list cannot be rung; the others can.
# { $alias } is whose number it is.
text-number-refused =
    No se puede llamar al número de { $alias }: la compañía telefónica lo rechaza.
    Mientras tanto se llama a otras personas. Por favor, corrija el número.

# To a caller who asked for the number of a place: the number alone, in $digits as it is typed. No
# name, no word of this line; others may read it.
text-place = Este es el número que pidió: { $digits }.

# To the coordinator, in the daytime: a number that matters most is overdue, or a change of one
# waits for a second person.
text-directory =
    Algo en el directorio de números necesita su atención pronto. La lista de pendientes dice qué.

# To the coordinator, once a month: numbers of other places are to be looked at again.
text-directory-due =
    Es hora de volver a revisar algunos números del directorio. La lista de pendientes dice cuáles.

# The answer to a supporter's HELP. After it comes one sentence for each word.
text-help = Aquí sirven estas palabras.

# In the answer to HELP. It begins with the word itself.
text-help-help = AYUDA nombra estas palabras.

# The answer to a supporter's text that begins with no word that we know.
text-unknown-word = No conozco esa palabra. Para ver las que sirven aquí, escriba AYUDA.

# In the answer to HELP. It begins with the word itself; what stands after it may be left out.
text-help-on = ENTRO, ENTRO 3H o ENTRO 17:00 le pone de turno.

# In the answer to HELP. It begins with the word itself; what stands after it may be left out.
text-help-off = SALGO, SALGO 2H o SALGO 17:00 le saca de turno.

# In the answer to HELP. It begins with the word itself; what stands after it may be left out.
text-help-break = PAUSA o PAUSA 30 le da una pausa.

# In the answer to HELP. It begins with the word itself.
text-help-status = ESTADO dice cómo está todo.

# In the answer to HELP. It begins with the word itself.
text-help-next = TURNO dice su próximo turno.

# To a supporter who asks to be on duty in their quiet hours, after duty-quiet.
text-on-anyway = Para estar de turno de todos modos, escriba ENTRO IGUAL.

# To a supporter, after a time that we don't understand, or that is too far off.
text-time-unclear =
    No entendí ese tiempo, así que nada ha cambiado. Por ejemplo, escriba SALGO 2H o PAUSA 30.

# To a supporter: what they have asked for may not have been kept.
text-not-now = No funcionó en este momento. Por favor, escriba otra vez en un minuto.

# To somebody whom we don't know and who has texted the line. It says nothing of what the line is.
text-stranger =
    Aquí nadie lee mensajes. Puede llamar a este número. A cualquier hora puede llamar o escribir al
    988.

# In the answer to HELP. It begins with the word itself.
text-help-debrief = HABLAR le consigue una llamada con alguien de supervisión.

# In the answer to HELP. It begins with the word itself.
text-help-crisis = CRISIS durante una conversación pregunta si el 988 puede unirse.

# To a supporter who would like to talk after a call; it may show on a locked screen.
text-debrief =
    Estoy preguntando a alguien de supervisión. Cuando haya alguien, este número le llama. También
    puede llamar o escribir al 988 a cualquier hora.

# The same when no supervisor is on by the rota.
text-debrief-nobody =
    Ahora no hay nadie de supervisión de turno. Si alguien llega en las próximas dos horas, este
    número le llama. Puede llamar o escribir al 988 a cualquier hora.

# Right after either of the two. $minutes is for how long they are left in peace.
text-debrief-rest = Puede descansar: durante { $minutes } minutos no le llega otra llamada.

# To a supporter in a talk: nothing happens before the caller agrees.
text-crisis = Le estoy preguntando a la persona que llamó si el 988 puede unirse.

# The same when no talk is going on, or 988 is in it already.
text-crisis-no-talk =
    No veo una conversación suya a la que el 988 pueda unirse ahora. Usted puede llamar o escribir
    al 988 a cualquier hora.

# In the answer to HELP. It begins with the word itself.
text-help-flag = MARCAR señala su última llamada como una que hizo daño.

# In the answer to HELP. It begins with the word itself.
text-help-unflag = DESMARCAR lo deshace.

# After flag-noted, in a text.
text-unflag = Si no fue usted, o quiere deshacerlo, escriba DESMARCAR.

# After UNFLAG.
text-unflagged = De acuerdo, la marca quedó deshecha.

# To a supporter who has put the phone down after a hard call; it names nothing.
text-after-hard =
    Gracias por estar ahí. Para conversar con alguien de supervisión, escriba HABLAR. Para una
    pausa más larga, escriba PAUSA.

# In the answer to HELP. It begins with the word itself; after it stands what is looked for.
text-help-res = LUGAR y una palabra, como LUGAR VETERANOS, le da números de otros lugares.

# After RES and a word, to a supporter: one other place. $digits is what is called or texted, as it
# is typed.
text-res-place = { $name }: { $digits }.

# Right after, when there are more.
text-res-more = Hay más; con otra palabra salen menos.

# No place fits. 988 fits always.
text-res-none = No encontré ningún lugar con esa palabra. A toda hora se puede llamar al 988.

# After RES alone.
text-res-how = Después de LUGAR, añada lo que busca. Por ejemplo, escriba LUGAR VETERANOS.
