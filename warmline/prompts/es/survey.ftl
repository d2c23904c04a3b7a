## After a talk

# The peer has left, the caller is still there. Only where the line has these questions.
survey-offer = Si quiere responder unas preguntas breves sobre esta conversación, oprima 5.

# After key 5. What becomes of the answers, before the first is asked.
survey-intro =
    Gracias. Sus respuestas se guardan con el mes y el idioma, y con nada más de usted.
    Puede dejar sin responder cualquier pregunta: solo espere un momento.

# The first of three questions. 1 to 5; silence leaves it out.
survey-question-1 =
    ¿Le ayudó esta conversación? [pause]
    Si no le ayudó, oprima 1. [pause]
    Si le ayudó mucho, oprima 5. [pause]
    O elija un número intermedio.

# The second.
survey-question-2 =
    ¿Qué tan capaz se siente de volver a su trabajo? [pause]
    Si no se siente capaz, oprima 1. [pause]
    Si se siente capaz por completo, oprima 5. [pause]
    O elija un número intermedio.

# The third.
survey-question-3 =
    ¿Qué tan probable es que dentro de un año siga en el trabajo de apoyo entre pares? [pause]
    Si es poco probable, oprima 1. [pause]
    Si es muy probable, oprima 5. [pause]
    O elija un número intermedio.

# Only where a study is on. A code has six digits, from 1 to 7. Whoever has none just waits.
survey-code =
    Si participa en el estudio, marque ahora los seis dígitos de su código. [pause]
    Si no participa, solo espere un momento.

# What was keyed cannot be a code.
survey-code-again = Eso no parece un código del estudio. Ahora puede marcarlo una vez más.

# The last word of the questions; "you're still on the peer line" follows.
survey-thanks = Gracias. Así ayuda a que la línea esté ahí para otras personas.
