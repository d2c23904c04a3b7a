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

# Only on lines with three languages or more, after key 2: this language offers itself, in its own
# words, to callers who are hearing another one. $key is its key.
language-choice = Para español, oprima { $key }.

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
