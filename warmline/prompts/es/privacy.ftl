## Privacy: key 7, and key 7 again. The first part stands with the welcome.

# After the first part, before the menu is said again.
privacy-further =
    Para saber quién lleva esta línea y qué pide la ley, oprima 7. [pause]
    Para seguir, oprima asterisco, o simplemente quédese en la línea.

# The second part, after what the line's own people say of themselves and of the law. Nothing here
# may promise more than the program does.
privacy-deleted =
    Después de su llamada, pedimos a la telefónica que borre su registro de ella.

# The same while a court or another authority has ordered that nothing is deleted: the record of the
# phone company stays until that is over. It must not sound like a threat; it is the truth.
privacy-held =
    Por ahora, una orden legal impide que la telefónica borre sus registros de llamadas. [pause]
    Aquí seguimos sin guardar su número.

# Then this: $within is the most hours that a number waits for a callback, encrypted.
privacy-kept =
    Si pide que le devolvamos la llamada, guardamos su número bajo llave. Se borra antes de
    { $within } horas.

# And this: after a talk the number stays encrypted for $within hours, so that the peer can report
# harassment. Nobody sees it. It must not sound like a warning.
privacy-flag =
    Después de hablar, queda bajo llave { $within } horas. Si hubo acoso, la persona de apoyo puede
    pedir un descanso de ese número. Nunca lo ve.
