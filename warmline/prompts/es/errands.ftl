## Calls to a supporter about themselves: a question, a code, practice

# Whoever picks up hears this, perhaps a child or a voicemail: the name $alias, and nothing else.
errand-hello =
    Una llamada para { $alias }. [pause]
    Si es para usted, oprima 1.

# The call is over, or was for another phone. It names nothing.
errand-gone = Esta llamada ya terminó. Gracias.

# Only who has pressed 1 hears it: whether $alias would like this phone to be rung. $line is the
# line's name.
confirm-question =
    Le habla { $line }. Aquí su nombre sería { $alias }. [pause]
    Si este teléfono es de usted y quiere que suene cuando alguien llame, oprima 1. [pause]
    Si no, oprima 2.

# After key 1.
confirm-thanks =
    Gracias. Desde ahora este teléfono puede sonar para usted. Puede dejar el turno en cualquier
    momento.

# After key 2. No blame, and no reason is asked for.
confirm-declined = Está bien. Este teléfono no va a sonar. Gracias.

# The code for a supporter's own page, asked for by them. $code comes as single digits, and is
# said twice.
code-is = Su código es: { $code }. [long pause] Otra vez: { $code }.

# Right after, at the end of the call.
code-goodbye = Sirve por diez minutos, y nadie de la línea se lo va a pedir. Hasta luego.

# The beginning of a practice call that $alias has asked for. It sounds like an offer, and says
# what it is: nobody waits. A child or a voicemail may hear it.
practice-offer =
    Una llamada de práctica para { $alias }. [pause]
    Para tomarla, oprima 1. [pause]
    Para dejarla pasar, oprima 2. [pause]
    Para dejarla pasar y descansar por ahora, oprima 0.

# No key came. A voicemail may hear it: it reveals nothing.
practice-missed = Si no se oprime nada, no se conecta a nadie. Para probar otra vez, oprima 1.

# After key 2.
practice-passed =
    Así la llamada pasa a otra persona, y nadie le pregunta por qué. [pause]
    Para tomar esta, oprima 1.

# After key 0. In practice it changes nothing.
practice-off =
    Así la llamada pasa a otra persona y usted sale del turno. Ahora no cambió nada. [pause]
    Para tomar esta, oprima 1.

# After key 1: from here another voice plays a caller.
practice-talk =
    Ya está en la llamada. No hay nadie más: es la voz de la línea. Alguien podría empezar así.

# Another voice, as a caller who is tired. A peer worker, in plain words.
practice-caller =
    Hola. Yo también acompaño a otras personas, y fue una semana larga. [pause] No quiero
    llevármela a casa. ¿Me puede escuchar un ratito?

# The line's own voice again. Silence opens the menu, too.
practice-star =
    Durante la llamada, la tecla asterisco abre un menú breve que nada más usted oye. Para
    abrirlo, oprima asterisco.

# The menu of a supporter during a talk, for practice: each key only tells what it would do.
practice-star-menu =
    Para volver con quien llama, oprima 1. [pause]
    Para que siga otra persona de apoyo, oprima 2. [pause]
    Para invitar al nueve ocho ocho, oprima 9. [pause]
    Para pedir que le escuchen a usted después, oprima 3.

# After key 2 there. Which keys work then is said anew by the menu, if nothing is pressed.
practice-hand =
    Primero se le pregunta a quien llama, y conserva el primer lugar mientras busco a otra persona
    de apoyo. Para volver, oprima 1.

# After key 9 there. Nothing is dialed.
practice-bring =
    Primero se le pregunta a quien llama, y sólo con su propia tecla se une el nueve ocho ocho.
    Ahora no se llamó a nadie. Para volver, oprima 1.

# After key 3 there.
practice-ask =
    Después de la llamada se buscaría a alguien que le escuche a usted. Lo que diga no se guarda
    en ningún lado. Para volver, oprima 1.

# The other voice once more, before it hangs up.
practice-caller-again = Gracias por estar ahí. Me ayudó. Cuídese.

# The caller has hung up. The keys after a talk, for practice.
practice-over =
    La persona que llamó ya colgó. Después hay un descanso antes de otra llamada. [pause]
    Si se siente bien, oprima 1. [pause]
    Para un descanso más largo, oprima 2. [pause]
    Para que alguien le escuche, oprima 3. [pause]
    Para marcar la llamada, oprima 4.

# The same keys once more.
practice-after =
    Si se siente bien, oprima 1. [pause]
    Para un descanso más largo, oprima 2. [pause]
    Para que alguien le escuche, oprima 3. [pause]
    Para marcar la llamada, oprima 4.

# After key 2 there.
practice-longer =
    Así descansa más antes de que suene otra vez, y nadie pregunta por qué. Para terminar, oprima
    1.

# After key 3 there.
practice-debrief = Así se busca enseguida a alguien que le escuche a usted. Para terminar, oprima 1.

# After key 4 there.
practice-flag =
    Es para llamadas que lastiman o asustan. Ese número no llega a nadie por un día, y nadie sabe
    de quién es. Para terminar, oprima 1.

# After key 1 there, or silence.
practice-fine = Bien. Entonces empieza su descanso, y su teléfono no suena mientras dure.

# The last words of a practice call.
practice-goodbye =
    Eso fue una práctica: no se cuenta ni se guarda nada. [pause]
    Gracias, { $alias }. Y cuando usted quiera que le escuchen, esta línea también es para usted.
    A cualquier hora puede llamar o mandar un texto al nueve ocho ocho.

# Somebody is calling for whom nobody else's phone rings: practice ends early, and the call is over.
practice-stops =
    Alguien está llamando ahora, así que la práctica termina aquí. [pause]
    Quizá su teléfono suene en un momento. Gracias.

## Texts to a supporter about themselves (read, not heard)

# The code for a supporter's own page, asked for on that page. It may show on a locked screen and
# names nothing.
text-code =
    Su código es { $code }. Sirve por diez minutos. Nadie se lo va a pedir. Si no lo pidió, puede
    dejarlo así.

# To a new supporter, or one with a new number, before it is ever rung. $alias is the name that
# callers would hear, $line the line's name, $code six digits.
text-confirm =
    { $line }: aquí usted sería { $alias }. Si este teléfono es suyo y quiere que suene cuando
    alguien llame, responda: CONFIRMO { $code }. Si no, puede dejarlo así.

# The answer to CONFIRM with the right code.
text-confirmed = Gracias. Desde ahora este teléfono puede sonar para usted.

# The answer to CONFIRM with another code, an old one most likely.
text-confirm-other = Ese código no es el que mandé. Quien coordina puede mandarle uno nuevo.

# In the answer to HELP. It begins with the word itself.
text-help-confirm = CONFIRMO con el código que se le mandó deja que suene este teléfono.

# To supporters who are off duty and rested, asked for by a coordinator because several callers
# wait. A question, no order. It may show on a locked screen and names nothing.
text-surge =
    Están llamando varias personas. Si puede, y sólo si puede, responda ENTRO. Si no, está bien, y
    nadie pregunta por qué.

# The answer to PRACTICE.
text-practice = En un momento suena su teléfono para practicar, si no está en una llamada.

# The answer to PRACTICE after very many of them.
text-practice-enough = Fue mucha práctica. Intente otra vez en una hora.

# In the answer to HELP. It begins with the word itself.
text-help-practice = PRACTICA hace sonar su teléfono para una llamada sin nadie.
