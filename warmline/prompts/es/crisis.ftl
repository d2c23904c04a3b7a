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

# A crisis line that is a branch of nine eight eight: dial $number, then press $branch there.
crisis-line-branch =
    { $name }. [pause]
    Marque { $number } y, cuando contesten, el { $branch }. [pause]
    Otra vez, { $number } y después { $branch }.

# After the first crisis line.
crisis-next-first =
    Para la siguiente línea, oprima 2, o quédese en la línea. [pause]
    Para el nueve ocho ocho desde aquí, oprima 1. [pause]
    Para volver a donde estaba, oprima asterisco.

# After each later crisis line: shorter, the other keys go on working.
crisis-next = Para la siguiente línea, oprima 2, o quédese en la línea.

# After the last crisis line, where the directory has it confirmed.
crisis-by-text = También puede mandar un mensaje de texto al nueve ocho ocho.

# The same in a language that has its own word for it. $word is what to send.
crisis-by-text-word =
    También puede mandar la palabra { $word } en un mensaje de texto al nueve ocho ocho.

# Then. A relay operator speaks for somebody who is deaf, or for whom speaking is hard; nobody here
# sees or asks who calls that way.
crisis-by-relay =
    Con un servicio de retransmisión, por el siete uno uno se llega a esta línea y también al nueve
    ocho ocho.

# Then, where the directory has it confirmed.
crisis-by-videophone =
    En lengua de señas americana, el nueve ocho ocho también atiende por videoteléfono.

# After the last crisis line.
crisis-lines-end =
    Esas son las líneas de crisis que conozco. [pause]
    Para comunicarse con el nueve ocho ocho desde aquí, oprima 1. [pause]
    Para escuchar estas líneas otra vez, oprima 2. [pause]
    Para volver a donde estaba, oprima asterisco.
